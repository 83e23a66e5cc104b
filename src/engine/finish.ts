import type { Finding } from '../model/finding.ts'
import type { FileReport, Report } from '../model/report.ts'
import type { Rule } from '../model/rule.ts'
import type { Settings } from '../model/settings.ts'
import type { Span, Trouble } from '../model/source.ts'
import { checkCollection, isCollection } from './check.ts'
import { whenLookedAt } from './lazy.ts'
import type { JobResult } from './pipeline.ts'
import { byPlace, foldEchoes, foldInfos, type RuleDraft, settle } from './settle.ts'
import { summarize } from './summary.ts'
import { applySuppressions } from './suppress.ts'

/** The results of all jobs, of which only the heads are in memory at one time. */
export interface Results {
  readonly heads: readonly ResultHead[]
  load(index: number): JobResult
}

/** What the files of a run are wanted for together. */
export interface ResultHead extends Pick<JobResult, 'elsewhere' | 'facts'> {
  readonly path: string
}

export interface FinishOptions {
  /** why a finding is left alone, beside what its author says: a baseline, lines that nobody changed */
  readonly mute?: (finding: Finding, file: FileReport) => string | undefined
  /** the files of the report are loaded when they are looked at, and forgotten after */
  readonly lazy?: boolean
}

/**
 * Brings the results of all jobs together: runs the rules that see all files, puts each finding under the file that it
 * points at, folds echoes, honours suppressions, counts. `settingsOf` gives what the configuration decides for a path.
 */
export function finish(
  results: readonly JobResult[],
  rules: readonly Rule[],
  settingsOf: (path: string) => Settings,
  tool: Report['tool'],
  options: FinishOptions = {},
): Report {
  const heads = results.map(({ file, elsewhere, facts }) => ({ path: file.source.path, elsewhere, facts }))
  return finishFrom({ heads, load: (index) => results[index] as JobResult }, rules, settingsOf, tool, options)
}

/** The same for results that are kept elsewhere. */
export function finishFrom(
  { heads, load }: Results,
  rules: readonly Rule[],
  settingsOf: (path: string) => Settings,
  tool: Report['tool'],
  { mute = () => undefined, lazy = false }: FinishOptions = {},
): Report {
  const places = new Map(heads.map(({ path }, index) => [path, index]))
  const textAt =
    (own: FileReport | undefined) =>
    ({ path, start, end }: Span): string => {
      const index = places.get(path)
      const file = own?.source.path === path ? own : index === undefined ? undefined : load(index).file
      return file?.source.text.slice(start, end) ?? ''
    }
  const late = new Map<string, Finding[]>()
  for (const { elsewhere } of heads) for (const finding of elsewhere) add(late, finding)
  const { drafts, troubles } = checkCollections(heads, rules, settingsOf)
  for (const [path, group] of drafts) {
    const index = places.get(path)
    const own = index === undefined ? undefined : load(index).file
    for (const finding of settle(group, settingsOf(path).rules, textAt(own))) add(late, finding)
  }
  const order = [...heads.keys()].sort((left, right) => (pathAt(heads, left) < pathAt(heads, right) ? -1 : 1))
  const loaders = order.map((index, position) => {
    let decided: Pick<FileReport, 'findings' | 'troubles'> | undefined
    return (): FileReport => {
      const result = load(index)
      decided ??= decide(result, late.get(pathAt(heads, index)) ?? [], settingsOf, textAt(result.file), mute)
      const { findings } = decided
      return {
        ...result.file,
        findings,
        troubles: position === 0 ? [...decided.troubles, ...troubles] : decided.troubles,
      }
    }
  })
  const files = lazy ? whenLookedAt(loaders) : loaders.map((one) => one())
  return { tool, files, summary: summarize(files) }
}

function pathAt(heads: readonly ResultHead[], index: number): string {
  return heads[index]?.path ?? ''
}

function checkCollections(
  heads: readonly ResultHead[],
  rules: readonly Rule[],
  settingsOf: (path: string) => Settings,
): { drafts: ReadonlyMap<string, readonly RuleDraft[]>; troubles: readonly Trouble[] } {
  const drafts = new Map<string, RuleDraft[]>()
  const troubles: Trouble[] = []
  for (const rule of rules.filter(isCollection)) {
    const facts = heads.flatMap((head) => head.facts[rule.id] ?? [])
    const checked = checkCollection(rule, facts, settingsOf(''))
    troubles.push(...checked.troubles)
    for (const draft of checked.drafts) {
      const { path } = draft.draft.span
      drafts.set(path, [...(drafts.get(path) ?? []), draft])
    }
  }
  return { drafts, troubles }
}

/** Two manuscripts that share a library may find the same thing in it: it counts once. */
function add(late: Map<string, Finding[]>, finding: Finding): void {
  const group = late.get(finding.span.path) ?? []
  if (group.some((other) => other.fingerprint === finding.fingerprint)) return
  late.set(finding.span.path, [...group, finding])
}

function decide(
  { file, suppressions }: JobResult,
  late: readonly Finding[],
  settingsOf: (path: string) => Settings,
  textOf: (span: Span) => string,
  mute: NonNullable<FinishOptions['mute']>,
): Pick<FileReport, 'findings' | 'troubles'> {
  const findings = [...file.findings, ...late].sort((left, right) => byPlace(left.span, right.span))
  const applied = applySuppressions(foldEchoes(findings), suppressions, textOf, settingsOf(file.source.path).today)
  const muted = applied.findings.map((finding) => {
    const reason = finding.suppressed === undefined ? mute(finding, file) : undefined
    return reason === undefined ? finding : { ...finding, suppressed: { reason } }
  })
  return { findings: foldInfos(muted), troubles: [...file.troubles, ...applied.troubles] }
}
