import type { Comment } from '../model/block.ts'
import type { Finding } from '../model/finding.ts'
import type { OuterSuppression } from '../model/settings.ts'
import type { Span, Trouble } from '../model/source.ts'

/** A request in the manuscript's own comments to leave findings alone. */
interface Suppression {
  readonly rules: readonly string[]
  readonly reason: string
  readonly until?: string
  /** what it covers in the file */
  readonly from: number
  readonly to: number
  readonly span: Span
}

const DIRECTIVE = /^\s*citelint-(disable-next-line|disable-file|disable|enable)\b(.*)$/s
const UNTIL = /\buntil (\d{4}-\d{2}-\d{2})\b/

/** Suppressions of a file, read from its comments, and what is wrong with them. */
export interface Suppressions {
  readonly inner: readonly Suppression[]
  readonly outer: readonly OuterSuppression[]
  readonly troubles: readonly Trouble[]
}

/**
 * Reads `citelint-disable-next-line RULE… -- reason`, `citelint-disable RULE… -- reason` up to `citelint-enable`, and
 * `citelint-disable-file RULE… -- reason`; the reason may hold `until YYYY-MM-DD`. One without a reason counts for nothing.
 * `units` are the spans of blocks or entries, in order: "next line" reaches to the end of the unit that follows.
 */
export function readSuppressions(
  comments: readonly Comment[],
  units: readonly Span[],
  end: number,
  outer: readonly OuterSuppression[] = [],
): Suppressions {
  const inner: Suppression[] = []
  const troubles: Trouble[] = []
  const open: Suppression[] = []
  for (const { text, span } of comments) {
    const directive = DIRECTIVE.exec(text)
    if (directive === null) continue
    const [, kind, rest = ''] = directive
    if (kind === 'enable') {
      for (const one of open.splice(0)) inner.push({ ...one, to: span.start })
      continue
    }
    const [names = '', ...reasons] = rest.split(/\s--\s/)
    const reason = reasons.join(' -- ').trim()
    const rules = names.split(/[\s,]+/).filter((name) => name !== '')
    if (reason === '' || rules.length === 0) {
      const lacks = rules.length === 0 ? 'names no rule' : 'gives no reason'
      troubles.push({
        code: 'suppression-incomplete',
        message: `This suppression ${lacks} and is not honoured; write \`citelint-${kind} RULE -- reason\``,
        span,
      })
      continue
    }
    const until = UNTIL.exec(reason)?.[1]
    const base = { rules, reason, span, ...(until === undefined ? {} : { until }) }
    if (kind === 'disable-file') inner.push({ ...base, from: 0, to: end })
    else if (kind === 'disable') open.push({ ...base, from: span.end, to: end })
    else inner.push({ ...base, from: span.end, to: nextUnit(units, span, end) })
  }
  inner.push(...open)
  return { inner, outer, troubles }
}

function nextUnit(units: readonly Span[], comment: Span, end: number): number {
  const around = units.find((unit) => unit.start <= comment.start && comment.end < unit.end)
  if (around !== undefined) return around.end
  return units.find((unit) => unit.start >= comment.end)?.end ?? end
}

/** Marks the suppressed findings and reports the suppressions that met none or are out of date. */
export function applySuppressions(
  findings: readonly Finding[],
  { inner, outer, troubles }: Suppressions,
  textOf: (span: Span) => string,
  today: string | undefined,
): { findings: readonly Finding[]; troubles: readonly Trouble[] } {
  const used = new Set<object>()
  const current = (until: string | undefined): boolean => until === undefined || today === undefined || today <= until
  const marked = findings.map((finding) => {
    const by =
      inner.find((one) => current(one.until) && names(one.rules, finding.ruleId) && covers(one, finding.span)) ??
      outer.find((one) => current(one.until) && names([one.rule], finding.ruleId) && meets(one, finding, textOf))
    if (by === undefined) return finding
    used.add(by)
    return { ...finding, suppressed: { reason: by.reason } }
  })
  const idle = inner.filter((one) => !used.has(one))
  return {
    findings: marked,
    troubles: [
      ...troubles,
      ...idle.map(({ rules, span, until }) => ({
        code: 'suppression-unused',
        message: current(until)
          ? `This suppression of ${rules.join(', ')} meets no finding; it can go`
          : `This suppression of ${rules.join(', ')} ended on ${until}`,
        span,
      })),
    ],
  }
}

function names(rules: readonly string[], id: string): boolean {
  return rules.some((rule) => rule === id || (rule.endsWith('/*') && id.startsWith(rule.slice(0, -1))))
}

function covers({ from, to, span }: Suppression, place: Span): boolean {
  return place.path === span.path && place.start >= from && place.start < to
}

function meets(one: OuterSuppression, finding: Finding, textOf: (span: Span) => string): boolean {
  if (one.fingerprint !== undefined) return one.fingerprint === finding.fingerprint
  return one.text === undefined || textOf(finding.span).includes(one.text)
}
