import type { Span } from '../../model/source.ts'
import type { Places } from '../places.ts'
import { type Glyph, glyphs } from './glyphs.ts'

/** One line of source as shown, with what is under its marked part. */
export interface Frame {
  /** number of the line in its file */
  readonly line: number
  readonly code: string
  /** spaces and carets under `code`; empty on the inner lines of a long span */
  readonly carets: string
  /** lines left out between this frame and the one before */
  readonly gap?: boolean
}

/** Lines of a span that are shown before the rest is left out: its first and its last. */
const shownLines = 2

/** The source lines of a span, each at most `columns` cells wide and windowed around the span. Empty for unknown files. */
export function framesOf(span: Span, places: Places, columns: number, caret = '^'): readonly Frame[] {
  const text = places.text(span.path)
  if (text === undefined) return []
  const lines = places.lines(span.path)
  const start = Math.min(Math.max(span.start, 0), text.length)
  const end = Math.min(Math.max(span.end, start), text.length)
  const first = lines.position(start).line
  // a span that ends with its line's end does not reach into the next line
  const last = Math.max(first, lines.position(Math.max(start, end - 1)).line)
  const wanted = last - first < shownLines ? [first, last] : [first, ...closing(first, last, text, lines, start, end)]
  return [...new Set(wanted)].map((line, index, all) => {
    const begin = lines.start(line)
    const finish = lineEnd(text, begin, line < lines.count ? lines.start(line + 1) : text.length)
    const from = line === first ? start : afterBlanks(text, begin, Math.min(end, finish))
    const to = Math.max(Math.min(end, finish), from)
    const frame = { line, ...windowed(text, begin, finish, from, to, columns, caret) }
    const before = all[index - 1]
    return before !== undefined && line > before + 1 ? { ...frame, gap: true } : frame
  })
}

/** The last line of a long span, unless only blanks of it are meant. */
function closing(
  first: number,
  last: number,
  text: string,
  lines: { start(line: number): number },
  start: number,
  end: number,
): readonly number[] {
  const from = Math.max(start, lines.start(last))
  return text.slice(from, end).trim() === '' ? [Math.max(first, last - 1)] : [last]
}

/** Longest indentation that is left without carets. */
const longestIndent = 200

/** Where the words of a later line of a span begin. */
function afterBlanks(text: string, begin: number, end: number): number {
  let at = begin
  while (at < end && at - begin < longestIndent && (text[at] === ' ' || text[at] === '\t')) at++
  return at === end ? begin : at
}

function lineEnd(text: string, begin: number, next: number): number {
  let end = next
  while (end > begin && /[\n\r\u2028\u2029]/.test(text[end - 1] as string)) end--
  return end
}

/** Looks at no more than a few `columns` of units around the span, however long the line is. */
function windowed(
  text: string,
  begin: number,
  finish: number,
  from: number,
  to: number,
  columns: number,
  caret: string,
): { code: string; carets: string } {
  const room = Math.max(columns, 20)
  const left = wholeCharacter(text, begin, Math.max(begin, from - room))
  const before = [...glyphs(text, left, from)]
  const marked: Glyph[] = []
  const after: Glyph[] = []
  // a tab is as wide as its place asks: glyphs are made in one run from the left edge
  for (const glyph of glyphs(text, left, Math.min(finish, Math.min(to, from + room) + room))) {
    if (glyph.end <= from) continue
    if (glyph.start < to || (from === to && marked.length === 0)) marked.push(glyph)
    else after.push(glyph)
  }
  const total = cells(before) + cells(marked) + cells(after)
  const cutLeft = left > begin
  if (!cutLeft && total <= room && endOf(after, marked, from) >= finish)
    return laidOut(before, marked, after, '', '', caret)

  // the span first, then a third of what is left before it and the rest after it
  const markedShown = fitting(marked, room - 2)
  const rest = room - 2 - cells(markedShown)
  const lead = Math.min(cells(before), Math.max(Math.floor(rest / 3), rest - cells(after)))
  const beforeShown = fitting(before.toReversed(), lead).toReversed()
  const afterShown = markedShown.length < marked.length ? [] : fitting(after, rest - cells(beforeShown))
  const lostLeft = cutLeft || beforeShown.length < before.length
  const shownEnd = endOf(afterShown, markedShown, from)
  return laidOut(beforeShown, markedShown, afterShown, lostLeft ? '…' : '', shownEnd < finish ? '…' : '', caret)
}

function laidOut(
  before: readonly Glyph[],
  marked: readonly Glyph[],
  after: readonly Glyph[],
  head: string,
  tail: string,
  caret: string,
): { code: string; carets: string } {
  const shown = [...before, ...marked, ...after].map((glyph) => glyph.shown).join('')
  const indent = head.length + cells(before)
  return { code: head + shown + tail, carets: ' '.repeat(indent) + caret.repeat(Math.max(1, cells(marked))) }
}

function fitting(all: readonly Glyph[], room: number): readonly Glyph[] {
  let used = 0
  const index = all.findIndex((glyph) => {
    used += glyph.width
    return used > room
  })
  return index < 0 ? all : all.slice(0, index)
}

function cells(all: readonly Glyph[]): number {
  return all.reduce((sum, glyph) => sum + glyph.width, 0)
}

function endOf(after: readonly Glyph[], marked: readonly Glyph[], otherwise: number): number {
  return (after.at(-1) ?? marked.at(-1))?.end ?? otherwise
}

/** Moves a cut back so that it parts no pair of surrogates and no letter from its marks. */
function wholeCharacter(text: string, begin: number, cut: number): number {
  let at = cut
  while (at > begin && cut - at < 8 && /[\p{M}\udc00-\udfff]/u.test(text[at] as string)) at--
  return at
}
