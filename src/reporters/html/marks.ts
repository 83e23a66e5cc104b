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

/** The marks of a file's own findings, citations and numbers. */
export function* ownMarks(leaf: Leaf, sheet: Sheet): Iterable<Mark> {
  const { file, folded, prefix } = leaf
  for (const finding of folded.standing) {
    const { span, severity, fingerprint, message } = finding
    const id = `${prefix}m-${fingerprint}`
    yield { ...placeOf(span), kind: severity, id, href: sheet.noteLink(finding, leaf), label: message }
  }
  for (const citation of file.citations) {
    const { span, targets } = citation
    const href = targets[0] === undefined ? undefined : sheet.referenceLink(targets[0], leaf)
    if (href !== undefined && span.path === leaf.path) {
      yield { ...placeOf(span), kind: 'citation', id: citationAnchor(citation, prefix), href }
    }
  }
  for (const [index, { span }] of file.quantities.entries()) {
    yield { ...placeOf(span), kind: 'quantity', id: `${prefix}q-${index + 1}` }
  }
}

/** The places that a file's findings are compared with, in whichever file they stand. */
export function* relatedMarks(leaf: Leaf, sheet: Sheet): Iterable<readonly [path: string, mark: Mark]> {
  for (const finding of leaf.folded.standing) {
    const { fingerprint, message, related = [] } = finding
    for (const [index, { span }] of related.entries()) {
      const target = sheet.leafOf(span.path)
      if (target === undefined) continue
      const id = `${target.prefix}x-${fingerprint}-${index}`
      yield [
        span.path,
        { ...placeOf(span), kind: 'related', id, href: sheet.noteLink(finding, target), label: message },
      ]
    }
  }
}

export function inOrder(marks: readonly Mark[]): readonly Mark[] {
  return marks.toSorted((left, right) => left.start - right.start || right.end - left.end)
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
