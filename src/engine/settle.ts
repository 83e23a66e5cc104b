import type { Confidence, Draft, Finding, MessageData, Severity } from '../model/finding.ts'
import type { Rule } from '../model/rule.ts'
import type { RuleChoice } from '../model/settings.ts'
import type { Span } from '../model/source.ts'
import { digest } from '../text/digest.ts'
import { foldWords } from '../text/fold.ts'

export interface RuleDraft {
  readonly rule: Rule
  readonly draft: Draft
}

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }

/** What a confidence may be called at most. */
const CEILING: Readonly<Record<Confidence, Severity>> = { certain: 'error', likely: 'warning', possible: 'info' }

/**
 * Turns drafts into findings: words them, decides the severity, orders them by place and gives each a fingerprint. `textOf` reads the source under a span.
 */
export function settle(
  drafts: readonly RuleDraft[],
  choices: Readonly<Record<string, RuleChoice>>,
  textOf: (span: Span) => string,
): readonly Finding[] {
  const ordered = drafts
    .filter(({ rule, draft }) => isShown(draft, choices[rule.id]))
    .sort((left, right) => byPlace(left.draft.span, right.draft.span) || byRule(left, right))
  const seen = new Map<string, number>()
  return ordered.map(({ rule, draft }) => word(rule, draft, choices[rule.id], textOf, seen))
}

function isShown(draft: Draft, choice: RuleChoice | undefined): boolean {
  if (choice?.severity === 'off') return false
  return draft.confidence !== 'possible' || choice !== undefined
}

/** Order of places: by file, then by where they begin, then by where they end. */
export function byPlace(left: Span, right: Span): number {
  return compare(left.path, right.path) || left.start - right.start || left.end - right.end
}

function byRule(left: RuleDraft, right: RuleDraft): number {
  return compare(left.rule.id, right.rule.id) || compare(left.draft.messageId, right.draft.messageId)
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

function word(
  rule: Rule,
  draft: Draft,
  choice: RuleChoice | undefined,
  textOf: (span: Span) => string,
  seen: Map<string, number>,
): Finding {
  const confidence = draft.confidence ?? 'certain'
  const data = draft.data ?? {}
  const subject = draft.subject ?? foldWords(textOf(draft.span))
  const identity = `${rule.id}\n${draft.messageId}\n${subject}`
  const count = seen.get(identity) ?? 0
  seen.set(identity, count + 1)
  return {
    ...draft,
    ruleId: rule.id,
    severity: severityOf(rule, draft, confidence, choice),
    message: fill(rule.messages[draft.messageId] ?? draft.messageId, data),
    data,
    confidence,
    fingerprint: digest(`${identity}\n${count}`),
  }
}

/** A case that its rule calls weaker stays weaker when the configuration turns the rule up. */
function severityOf(rule: Rule, draft: Draft, confidence: Confidence, choice: RuleChoice | undefined): Severity {
  const chosen = choice === undefined || choice.severity === 'off' ? undefined : choice.severity
  const own = draft.severity ?? chosen ?? rule.severity
  return least(chosen === undefined ? own : least(chosen, own), CEILING[confidence])
}

function least(left: Severity, right: Severity): Severity {
  return RANK[left] <= RANK[right] ? left : right
}

/** Puts named values into a template: `{name}`; a name without a value stays as it is. */
export function fill(template: string, data: MessageData): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(data[name] ?? whole))
}

/** A finding all of whose concerns are explained by another rule's root cause is an echo of it. */
export function foldEchoes(findings: readonly Finding[]): readonly Finding[] {
  const roots = findings.filter((finding) => finding.explains !== undefined && finding.explains.length > 0)
  if (roots.length === 0) return findings
  const causes = roots.map((root) => ({ root, explained: new Set(root.explains) }))
  return findings.map((finding) => {
    const { concerns } = finding
    if (concerns === undefined || concerns.length === 0) return finding
    const cause = causes.find(
      ({ root, explained }) =>
        root !== finding &&
        root.ruleId !== finding.ruleId &&
        root.echoes?.includes(finding.ruleId) !== false &&
        concerns.every((id) => explained.has(id)),
    )
    return cause === undefined ? finding : { ...finding, foldedInto: cause.root.fingerprint }
  })
}

/** What is true but nobody acts on is said once: further infos of a rule in one file are folded under its first. */
export function foldInfos(findings: readonly Finding[]): readonly Finding[] {
  const first = new Map<string, string>()
  return findings.map((finding) => {
    if (finding.severity !== 'info' || finding.foldedInto !== undefined || finding.suppressed) return finding
    const kept = first.get(finding.ruleId)
    if (kept !== undefined) return { ...finding, foldedInto: kept }
    first.set(finding.ruleId, finding.fingerprint)
    return finding
  })
}
