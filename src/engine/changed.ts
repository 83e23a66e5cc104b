import type { Finding } from '../model/finding.ts'
import type { FileReport } from '../model/report.ts'
import type { Span } from '../model/source.ts'

/** Lines of a file as it is now, from 1, both ends included; a place where lines were only taken away has `last` before `first`. */
export interface LineRange {
  readonly first: number
  readonly last: number
}

/** What changed in a file; all of it where it is new. */
export type Changes = readonly LineRange[] | 'all'

/**
 * Does a finding touch what changed: a line under it or under what it is compared with, or a line of an entry that it is about?
 */
export function touchesChange(
  finding: Finding,
  { source, references }: FileReport,
  changes: Changes | undefined,
): boolean {
  if (changes === undefined) return false
  if (changes === 'all') return true
  const ranges = offsetsOf(source.text, changes)
  const about = new Set(finding.concerns ?? [])
  const entries = references
    .filter(({ id, span }) => about.has(id) || holds(span, finding.span))
    .map(({ span }) => span)
  const places = [finding.span, ...(finding.related ?? []).map(({ span }) => span), ...entries]
  return places.some((span) => span.path === source.path && ranges.some((range) => meets(span, range)))
}

/** Offsets of lines; git ends a line at LF only. */
function offsetsOf(text: string, changes: readonly LineRange[]): readonly { start: number; end: number }[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const startOf = (line: number): number => starts[Math.max(0, line - 1)] ?? text.length
  return changes.map(({ first, last }) => ({
    start: startOf(first),
    end: Math.max(startOf(first), startOf(last + 1) - 1),
  }))
}

/** An empty place counts where it stands at the edge of the other. */
function meets(left: { start: number; end: number }, right: { start: number; end: number }): boolean {
  return left.start <= right.end && right.start <= left.end
}

function holds(outer: Span, inner: Span): boolean {
  return outer.path === inner.path && outer.start <= inner.start && inner.end <= outer.end
}
