import type { Block, Marker } from '../model/block.ts'
import type { Passage } from '../model/source.ts'
import { markerAt } from '../text/list-marker.ts'
import { sourceOffset } from '../text/passage.ts'

/** A line of a list as it stands in the source: part of one block. Offsets `from` and `to` are of the block's reading. */
export interface Unit {
  readonly block: Block
  readonly from: number
  readonly to: number
  readonly text: string
  /** where its text starts in the source, the marker left aside */
  readonly start: number
  readonly marker?: Marker
  /** columns before the line, or before its marker */
  readonly indent: number
  /** first line of its block */
  readonly first: boolean
  /** begins in the middle of a word that was healed */
  readonly glued: boolean
}

/** The source lines of some blocks. Reading offsets and source offsets both grow from one to the next. */
export function unitsOf(blocks: readonly Block[], path: string, source: string): Unit[] {
  return blocks.flatMap((block) => {
    const { passage } = block
    const breaks = [...lineBreaks(passage, source), passage.text.length]
    const units: Unit[] = []
    let from = 0
    for (const to of breaks) {
      if (to <= from && passage.text.length > 0) continue
      const unit = unitOf(block, from, to, units.length === 0, path, source)
      if (unit.text !== '') units.push(unit)
      from = to
    }
    return units
  })
}

function unitOf(block: Block, begin: number, to: number, first: boolean, path: string, source: string): Unit {
  const { passage } = block
  const from = skipSpace(passage.text, begin, to)
  const start = sourceOffset(passage, from)
  const own = first ? block.marker : undefined
  const found = own === undefined ? markerAt(path, source, start, Math.min(source.length, start + 40)) : undefined
  const typed =
    found?.marker.number === undefined || !standsAt(passage, from, found.end - start, source, start) ? undefined : found
  const textFrom = typed === undefined ? from : skipSpace(passage.text, from + typed.end - start, to)
  const marker = own ?? typed?.marker
  return {
    block,
    from: textFrom,
    to,
    text: passage.text.slice(textFrom, to).trimEnd(),
    start: sourceOffset(passage, textFrom),
    ...(marker === undefined ? {} : { marker }),
    indent: indentOf(source, own?.span.start ?? start),
    first,
    glued: begin > 0 && /^[\p{Script=Latin}\p{Script=Cyrillic}]{2}$/u.test(passage.text.slice(begin - 1, begin + 1)),
  }
}

/** Whether a marker found in the source is read unit by unit in the passage too. */
function standsAt(passage: Passage, from: number, length: number, source: string, start: number): boolean {
  return passage.text.slice(from, from + length) === source.slice(start, start + length)
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
