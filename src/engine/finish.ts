import type { Finding } from '../model/finding.ts'
import type { FileReport, Report } from '../model/report.ts'
import type { Rule } from '../model/rule.ts'
import type { Settings } from '../model/settings.ts'
import type { Span, Trouble } from '../model/source.ts'
import { checkCollection, isCollection } from './check.ts'
import type { JobResult } from './pipeline.ts'
import { byPlace, foldEchoes, foldInfos, type RuleDraft, settle } from './settle.ts'
import { summarize } from './summary.ts'
import { applySuppressions } from './suppress.ts'

/**
 * Brings the results of all jobs together: runs the rules that see all files, puts each finding under the file that it
 * points at, folds echoes, honours suppressions, counts. `settingsOf` gives what the configuration decides for a path.
 */
export function finish(
  results: readonly JobResult[],
  rules: readonly Rule[],
  settingsOf: (path: string) => Settings,
  tool: Report['tool'],
): Report {
  const sources = new Map(results.map(({ file }) => [file.source.path, file.source]))
  const textOf = ({ path, start, end }: Span): string => sources.get(path)?.text.slice(start, end) ?? ''
  const late = new Map<string, Finding[]>()
  for (const { elsewhere } of results) for (const finding of elsewhere) add(late, finding)
  const { drafts, troubles } = checkCollections(results, rules, settingsOf)
  for (const [path, group] of drafts) {
    for (const finding of settle(group, settingsOf(path).rules, textOf)) add(late, finding)
  }
  const files = results
    .map((result) => finishFile(result, late.get(result.file.source.path) ?? [], settingsOf, textOf))
    .sort((left, right) => (left.source.path < right.source.path ? -1 : 1))
  const [first, ...rest] = files
  const all = first === undefined ? files : [{ ...first, troubles: [...first.troubles, ...troubles] }, ...rest]
  return { tool, files: all, summary: summarize(all) }
}

function checkCollections(
  results: readonly JobResult[],
  rules: readonly Rule[],
  settingsOf: (path: string) => Settings,
): { drafts: ReadonlyMap<string, readonly RuleDraft[]>; troubles: readonly Trouble[] } {
  const drafts = new Map<string, RuleDraft[]>()
  const troubles: Trouble[] = []
  for (const rule of rules.filter(isCollection)) {
    const facts = results.flatMap((result) => result.facts[rule.id] ?? [])
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

function finishFile(
  { file, suppressions }: JobResult,
  late: readonly Finding[],
  settingsOf: (path: string) => Settings,
  textOf: (span: Span) => string,
): FileReport {
  const findings = [...file.findings, ...late].sort((left, right) => byPlace(left.span, right.span))
  const applied = applySuppressions(foldEchoes(findings), suppressions, textOf, settingsOf(file.source.path).today)
  return { ...file, findings: foldInfos(applied.findings), troubles: [...file.troubles, ...applied.troubles] }
}
