import type { Block, Marker } from '../model/block.ts'
import type { Passage, Span } from '../model/source.ts'
import { type FoundMarker, markerAt } from '../text/list-marker.ts'
import { readingOffset, sourceOffset } from '../text/passage.ts'

/** A line of a list as it stands in the source: part of one block. Offsets `from` and `to` are of the block's reading. */
export interface Unit {
  readonly block: Block
  readonly from: number
  readonly to: number
  /** where the line begins in the reading, with a marker that was found in it */
  readonly lineFrom: number
  readonly text: string
  /** where its text starts in the source, the marker left aside */
  readonly start: number
  readonly marker?: Marker
  /** columns before the line, or before its marker */
  readonly indent: number
  /** first line of its block */
  readonly first: boolean
  /** a blank line, or the start of the text, stands before it */
  readonly apart: boolean
  /** a page ends before it: then no blank line tells anything */
  readonly paged: boolean
  /** begins in the middle of a word that was healed */
  readonly glued: boolean
}

/** What the lines of a list are read from. */
export interface Sheet {
  readonly path: string
  readonly source: string
  /** running heads and page numbers, in order */
  readonly running: readonly Span[]
}

/** The source lines of some blocks. Reading offsets and source offsets both grow from one to the next. */
export function unitsOf(blocks: readonly Block[], sheet: Sheet): Unit[] {
  return blocks.flatMap((block) => {
    const { passage } = block
    const breaks = [...lineBreaks(passage, sheet.source), passage.text.length]
    const units: Unit[] = []
    let from = 0
    for (const to of breaks) {
      if (to <= from && passage.text.length > 0) continue
      const unit = unitOf(block, from, to, units.length === 0, sheet)
      if (unit.text !== '') units.push(unit)
      from = to
    }
    return units
  })
}

function unitOf(block: Block, begin: number, to: number, first: boolean, sheet: Sheet): Unit {
  const { path, source } = sheet
  const { passage } = block
  const from = skipSpace(passage.text, begin, to)
  const start = sourceOffset(passage, from)
  const own = first ? block.marker : undefined
  const found = own === undefined ? markerAt(path, source, start, Math.min(source.length, start + 40)) : undefined
  // a line that is nothing but a number is the end of an entry (`309-` `322.`)
  const typed = found !== undefined && isTyped(passage, from, to, found, source, start) ? found : undefined
  const marker = own ?? typed?.marker
  const before = gapBefore(sheet, own?.span.start ?? start)
  const textFrom = skipSpace(passage.text, textAfter(passage, from, own, typed && from + typed.end - start), to)
  return {
    block,
    from: textFrom,
    to,
    lineFrom: from,
    text: passage.text.slice(textFrom, to).trimEnd(),
    start: sourceOffset(passage, textFrom),
    ...(marker === undefined ? {} : { marker }),
    indent: indentOf(source, own?.span.start ?? start),
    first,
    apart: before === 'blank',
    paged: before === 'page',
    glued: begin > 0 && /^[\p{Script=Latin}\p{Script=Cyrillic}]{2}$/u.test(passage.text.slice(begin - 1, begin + 1)),
  }
}

/** Where the text begins: behind the number, which some readers leave in the reading of a paragraph. */
function textAfter(passage: Passage, from: number, own: Marker | undefined, typed: number | undefined): number {
  if (own === undefined || sourceOffset(passage, from) >= own.span.end) return typed ?? from
  return Math.max(from, readingOffset(passage, own.span.end))
}

/** Whether a marker found in the source is a number, read unit by unit in the passage too, with text after it. */
function isTyped(
  passage: Passage,
  from: number,
  to: number,
  found: FoundMarker,
  source: string,
  start: number,
): boolean {
  const after = from + found.end - start
  if (found.marker.number === undefined || passage.text.slice(after, to).trim() === '') return false
  return passage.text.slice(from, after) === source.slice(start, found.end)
}

/** Offsets of the reading at which a new source line begins. */
function lineBreaks(passage: Passage, source: string): readonly number[] {
  const breaks: number[] = []
  for (const { at, length, start, end } of passage.pieces) {
    const exact = length === end - start
    const raw = end - start > 4000 && !exact ? '\n' : source.slice(start, end)
    if (!exact) {
      if (/[\n\r\v\f\u0085\u2028\u2029]/.test(raw)) breaks.push(at + length)
      continue
    }
    for (const { index } of raw.matchAll(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g)) breaks.push(at + index + 1)
  }
  return breaks
}

/** What stands between a line and the text before it; comments and the like count as text. */
function gapBefore({ source, running }: Sheet, start: number): 'line' | 'blank' | 'page' {
  let ends = 0
  for (let at = start - 1; at >= 0 && at > start - 400; at--) {
    const unit = source[at] as string
    if (unit === '\f') return 'page'
    if (unit === '\n' || unit === '\u2028' || (unit === '\r' && source[at + 1] !== '\n')) ends++
    else if (!/[\s>]/.test(unit)) return ends < 2 ? 'line' : isWithin(running, at) ? 'page' : 'blank'
  }
  return 'blank'
}

/** Whether an offset lies in one of some spans that are in order. */
function isWithin(spans: readonly Span[], at: number): boolean {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as Span).end <= at) low = middle + 1
    else high = middle
  }
  return (spans[low]?.start ?? Infinity) <= at
}

function indentOf(source: string, start: number): number {
  let columns = 0
  for (let at = start - 1; at >= 0 && columns < 60; at--) {
    const unit = source[at]
    if (unit === '\t') columns += 4
    else if (unit === ' ' || unit === '\u00a0' || unit === '>') columns++
    else break
  }
  return columns
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from
  while (at < to && /\s/.test(text[at] as string)) at++
  return at
}

const lone = /^[[(]?(\d{1,3})[\])]?[.)]?$/

/** `1.` on a line of its own, and the entry below it: where such lines run 1, 2, 3 … each is the marker of the next line. */
export function withLoneNumbers(units: readonly Unit[]): readonly Unit[] {
  let number = 0
  const due = new Map<number, number>()
  for (const [index, { text, marker }] of units.entries()) {
    const found = marker === undefined ? Number(lone.exec(text)?.[1] ?? Number.NaN) : Number.NaN
    if (found !== number + 1 || units[index + 1]?.marker !== undefined) continue
    due.set(index, found)
    number = found
  }
  if (number < fewestCounted || !due.has(0)) return units
  return units.flatMap((unit, index) => {
    if (due.has(index)) return index + 1 < units.length ? [] : [unit]
    const found = due.get(index - 1)
    if (found === undefined) return [unit]
    const above = units[index - 1] as Unit
    const span = { path: above.block.passage.path, start: above.start, end: above.start + above.text.length }
    const digits = span.start + above.text.indexOf(String(found))
    const marker = {
      text: above.text,
      span,
      number: found,
      numberSpan: { ...span, start: digits, end: digits + String(found).length },
    }
    return [{ ...unit, marker }]
  })
}

/**
 * Labels and numbers that are no list marks by themselves count as markers where a list shows that they are:
 * `1 Smith J …` where they run 1, 2, 3 …, `[Kn84]` and `[AH]` where several lines begin so.
 */
export function withLabels(units: readonly Unit[]): readonly Unit[] {
  if (units.some(({ marker }) => marker?.number !== undefined)) return units
  let number = 0
  const counted = units.map((unit) => {
    const match = /^(\d{1,3})[ \t\u00a0]{1,8}(?=[\p{Lu}\p{Lo}"“«„])/u.exec(unit.text)
    if (match === null || Number(match[1]) !== number + 1) return unit
    number++
    return labelled(unit, match[1] as string, match[0].length, number)
  })
  if (number >= fewestCounted && counted[0]?.marker?.number === 1) return counted
  const named = units.map((unit) => {
    const match = label.exec(unit.text)
    return match === null ? unit : labelled(unit, match[1] as string, match[0].length)
  })
  const labels = named.filter((unit, index) => unit !== units[index]).length
  return labels >= fewestCounted && named[0] !== units[0] ? named : units
}

const label = /^(\[\p{L}(?:[^[\]]{0,40}\d{2}[a-z]?|[\p{L}+*'’]{0,12})\])[ \t\u00a0]{0,8}(?=\S)/u
const fewestCounted = 3

function labelled(unit: Unit, text: string, length: number, number?: number): Unit {
  const span = { path: unit.block.passage.path, start: unit.start, end: unit.start + text.length }
  const rest = unit.from + length
  return {
    ...unit,
    from: rest,
    text: unit.text.slice(length),
    start: sourceOffset(unit.block.passage, rest),
    marker: number === undefined ? { text, span } : { text, span, number, numberSpan: span },
  }
}
