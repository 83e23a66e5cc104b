import type { Citation } from '../../model/citation.ts'
import type { Severity } from '../../model/finding.ts'
import type { Leaf, Sheet } from './sheet.ts'

/** A place of the text that leads somewhere. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly kind: Severity | 'related' | 'citation' | 'quantity'
  /** id of the element that shows it, if something leads to it */
  readonly id?: string
  /** nothing to lead to: the place is only an anchor */
  readonly href?: string
  /** what the link is about, for who cannot see where it leads */
  readonly label?: string
}

/** What lies on top where marks overlap. */
const rank: Readonly<Record<Mark['kind'], number>> = {
  error: 0,
  warning: 1,
  info: 2,
  related: 3,
  citation: 4,
  quantity: 5,
}

/** Of what is longer only the beginning is marked: a whole list underlined says nothing. In UTF-16 units. */
const longestMark = 1500

/** A place is cited from once: citations of one group share theirs. */
export function citationAnchor({ span }: Citation, prefix: string): string {
  return `${prefix}c-${span.start}`
}

/** All marks of a report by path, in order of place. */
export function marksOf(sheet: Sheet): ReadonlyMap<string, readonly Mark[]> {
  const marks = new Map<string, Mark[]>(sheet.leaves.map(({ file }) => [file.source.path, []]))
  for (const leaf of sheet.leaves) {
    for (const [path, mark] of leafMarks(leaf, sheet)) marks.get(path)?.push(mark)
  }
  for (const list of marks.values()) list.sort((left, right) => left.start - right.start || right.end - left.end)
  return marks
}

function* leafMarks(leaf: Leaf, sheet: Sheet): Iterable<readonly [path: string, mark: Mark]> {
  const { file, folded, prefix } = leaf
  for (const finding of folded.standing) {
    const { span, severity, fingerprint, message, related = [] } = finding
    const id = `${prefix}m-${fingerprint}`
    yield [span.path, { ...placeOf(span), kind: severity, id, href: sheet.noteLink(finding, leaf), label: message }]
    for (const [index, one] of related.entries()) {
      const target = sheet.leafOf(one.span.path)
      if (target === undefined) continue
      const anchor = `${target.prefix}x-${fingerprint}-${index}`
      const href = sheet.noteLink(finding, target)
      yield [one.span.path, { ...placeOf(one.span), kind: 'related', id: anchor, href, label: message }]
    }
  }
  for (const citation of file.citations) {
    const { span, targets } = citation
    const href = targets[0] === undefined ? undefined : sheet.referenceLink(targets[0], leaf)
    const id = citationAnchor(citation, prefix)
    if (href !== undefined) yield [span.path, { ...placeOf(span), kind: 'citation', id, href }]
  }
  for (const [index, { span }] of file.quantities.entries()) {
    yield [span.path, { ...placeOf(span), kind: 'quantity', id: `${prefix}q-${index + 1}` }]
  }
}

function placeOf({ start, end }: { start: number; end: number }): { start: number; end: number } {
  return { start, end: Math.min(Math.max(start, end), start + longestMark) }
}

/** A run of text under the same marks. */
export interface Stretch {
  readonly start: number
  readonly end: number
  /** the one that shows */
  readonly top?: Mark
  /** marks that begin here, or before the text that was asked for */
  readonly begins: readonly Mark[]
}

/** Cuts `[start, end)` where marks begin and end. Empty marks become empty stretches,
 * at `end` only with `closed`. `marks` are in order of place. */
export function stretches(start: number, end: number, marks: readonly Mark[], closed = false): readonly Stretch[] {
  const inside = marks.filter((mark) =>
    mark.start === mark.end
      ? mark.start >= start && (mark.start < end || (closed && mark.start === end))
      : mark.start < end && mark.end > start,
  )
  const cuts = [...new Set([start, end, ...inside.flatMap((mark) => [mark.start, mark.end])])]
    .filter((cut) => cut >= start && cut <= end)
    .sort((left, right) => left - right)
  const found: Stretch[] = []
  let active: readonly Mark[] = []
  let next = 0
  for (const [index, cut] of cuts.entries()) {
    active = active.filter((mark) => mark.end > cut)
    const begins: Mark[] = []
    while (next < inside.length && (inside[next] as Mark).start <= cut) begins.push(inside[next++] as Mark)
    for (const point of begins.filter((mark) => mark.start === mark.end)) {
      found.push({ start: cut, end: cut, top: point, begins: [point] })
    }
    const opened = begins.filter((mark) => mark.end > cut)
    active = [...active, ...opened]
    const until = cuts[index + 1]
    if (until === undefined) break
    const top = topOf(active)
    found.push({ start: cut, end: until, begins: opened, ...(top !== undefined && { top }) })
  }
  return found
}

function topOf(active: readonly Mark[]): Mark | undefined {
  let top: Mark | undefined
  for (const mark of active) {
    if (top === undefined || rank[mark.kind] < rank[top.kind]) top = mark
    else if (rank[mark.kind] === rank[top.kind] && mark.end - mark.start < top.end - top.start) top = mark
  }
  return top
}

/** Finds the marks that touch a range, in time that does not grow with those that do not. `marks` are in order of place. */
export function touching(marks: readonly Mark[]): (start: number, end: number) => readonly Mark[] {
  const reach: number[] = []
  for (const { end } of marks) reach.push(Math.max(end, reach.at(-1) ?? 0))
  return (start, end) => {
    const from = firstWhere(marks.length, (index) => (reach[index] as number) >= start)
    const to = firstWhere(marks.length, (index) => (marks[index] as Mark).start > end)
    return marks.slice(from, to).filter((mark) => mark.end >= start)
  }
}

/** The first index that holds, where all after it hold too. */
function firstWhere(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
