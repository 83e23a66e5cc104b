import type { Severity } from '../model/finding.ts'
import type { FileReport, Report } from '../model/report.ts'

/** The exit codes of the contract. */
export const EXIT = { clean: 0, findings: 1, failed: 2, unchecked: 3, interrupted: 130 } as const

export interface ExitOptions {
  readonly failOn: Severity
  readonly maxWarnings?: number | undefined
  readonly exitZero?: boolean | undefined
  readonly strictNetwork?: boolean | undefined
}

/** Answers that stayed away because the network was not there, was not allowed or did not answer. */
const NETWORK: ReadonlySet<string> = new Set(['offline', 'timeout', 'refused', 'rate-limited', 'blocked', 'failed'])
const RANK: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 }

/** What a run ends with: 2 beats 1 beats 3; `--exit-zero` forgives 1 and 3, never 2. `failed`: some input was not taken. */
export function exitCode(report: Report, failed: boolean, options: ExitOptions): number {
  if (report.incomplete) return EXIT.interrupted
  if (failed || report.files.some(hasFailed)) return EXIT.failed
  if (options.exitZero) return EXIT.clean
  if (hasFindings(report, options)) return EXIT.findings
  return options.strictNetwork && report.files.some(lacksAnswers) ? EXIT.unchecked : EXIT.clean
}

function hasFindings({ summary }: Report, { failOn, maxWarnings }: ExitOptions): boolean {
  const counts: readonly (readonly [Severity, number])[] = [
    ['error', summary.errors],
    ['warning', summary.warnings],
    ['info', summary.infos],
  ]
  if (maxWarnings !== undefined && summary.warnings > maxWarnings) return true
  return counts.some(([severity, count]) => count > 0 && RANK[severity] >= RANK[failOn])
}

function hasFailed({ troubles }: FileReport): boolean {
  return troubles.some(({ fatal }) => fatal)
}

function lacksAnswers({ unchecked }: FileReport): boolean {
  return unchecked.some(({ why }) => NETWORK.has(why))
}
