import type { Marker } from '../model/block.ts'
import type { Passage, Span } from '../model/source.ts'
import { joinPassages, slicePassage, spanOf } from '../text/passage.ts'
import { hasYear, startsLikeEntry } from './look.ts'
import type { UnitGroup } from './split.ts'

/** An item of a list as the source shows it. */
export interface Item {
  /** healed, without its marker */
  readonly passage: Passage
  readonly marker?: Marker
  /** marker included */
  readonly span: Span
  /** stands in a paragraph of its own */
  readonly apart?: boolean
  /** further paragraphs that were read as the rest of this item */
  readonly parts?: readonly Span[]
}

/** Reads each group of lines as an item; items that hold a run of numbered entries are taken apart. */
export function itemsOf(groups: readonly UnitGroup[]): readonly Item[] {
  const items = groups.map(itemOf)
  return items.flatMap((item, index) => takeApart(item, items[index + 1], items.length))
}

function itemOf(group: UnitGroup): Item {
  const passages: Passage[] = []
  const parts: Span[] = []
  for (let index = 0; index < group.length; ) {
    const { block, from, lineFrom, first, apart: alone } = group[index] as UnitGroup[number]
    let last = index
    // a blank line within a block was healed by its reader
    while (group[last + 1]?.block === block && group[last + 1]?.first === false && group[last + 1]?.apart === false)
      last++
    const { to } = group[last] as UnitGroup[number]
    // a number that begins no item is a volume, a page or a year: it stays in the text
    if (index > 0 && first && block.marker?.number !== undefined) passages.push(asText(block.marker))
    passages.push(trimmed(slicePassage(block.passage, index === 0 ? from : lineFrom, to)))
    if (index > 0 && alone && (!first || block.marker === undefined)) parts.push(spanOf(passages.at(-1) as Passage))
    index = last + 1
  }
  const passage = passages.length === 1 ? (passages[0] as Passage) : joinHealed(passages)
  const marker = group[0]?.marker
  const hull = spanOf(passage)
  const apart = {
    ...(group[0]?.apart === true || group[0]?.paged === true ? { apart: true } : {}),
    ...(parts.length === 0 ? {} : { parts }),
  }
  if (marker === undefined) return { passage, span: hull, ...apart }
  return {
    passage,
    marker,
    ...apart,
    span: { ...hull, start: Math.min(marker.span.start, hull.start), end: Math.max(marker.span.end, hull.end) },
  }
}

function asText({ text, span: { path, start } }: Marker): Passage {
  return { path, text, pieces: [{ at: 0, length: text.length, start, end: start + text.length }] }
}

/** `1. … 2. … 3. …` in one paragraph: each number that is due begins an item. */
function takeApart(item: Item, next: Item | undefined, count: number): readonly Item[] {
  const { text } = item.passage
  if (text.length < 80) return [item]
  const own = item.marker?.number
  const limit = next?.marker?.number ?? Infinity
  const cuts = dueNumbers(text, own === undefined ? 1 : own + 1, limit)
  if (cuts.length === 0 || (own === undefined && (cuts[0]?.number !== 1 || cuts[0].start > 0))) return [item]
  // one number alone may be the volume of a journal, unless the next item shows that it is missing
  if (cuts.length === 1 && count > 1 && cuts[0]?.number !== limit - 1) return [item]
  const { path } = item.passage
  const parts: Item[] = []
  const first = cuts[0]?.start ?? 0
  if (first > 0) {
    const passage = trimmed(slicePassage(item.passage, 0, first))
    const { parts: _, ...whole } = item
    parts.push({ ...whole, passage, span: { path, start: item.span.start, end: spanOf(passage).end } })
  }
  for (const [index, { number, start, end, digits }] of cuts.entries()) {
    const passage = trimmed(slicePassage(item.passage, end, cuts[index + 1]?.start ?? text.length))
    const numberSpan = spanOf(item.passage, digits, digits + String(number).length)
    const span = spanOf(item.passage, start, end)
    const typed = text.slice(start, end).trim()
    const marker = { text: typed, span: { ...span, end: span.start + typed.length }, number, numberSpan }
    parts.push({ passage, marker, span: { ...span, end: Math.max(span.end, spanOf(passage).end) } })
  }
  return parts
}

interface Due {
  readonly number: number
  readonly start: number
  readonly digits: number
  readonly end: number
}

const volumeMark = /(?:\b(?:no|vol|ed|ch|pt|p|pp|nr|bd)|№|(?:^|[\s(,])(?:[ТтЧчСс]|[Вв]ып))\.$/u

/** Whether an entry may end before a number: with a full stop, a digit or an address, or where one clearly begins after. */
function canPrecede(before: string, after: string): boolean {
  if (volumeMark.test(before)) return false
  if (/[.;)\]»”"/]$|\d$/.test(before) || /(?:\/\/|10\.\d{4})\S*$/.test(before)) return true
  return startsLikeEntry(after)
}

function dueNumbers(text: string, from: number, limit: number): readonly Due[] {
  const due: Due[] = []
  let number = from
  const typed = /(^|\s)([[(]?)(\d{1,3})([\])]|[.)](?=\s))\s*(?=[\p{Lu}\p{Lo}"“«„[])/gu
  for (const match of text.matchAll(typed)) {
    const start = match.index + (match[1] as string).length
    if (Number(match[3]) !== number || number >= limit) continue
    const before = text.slice(Math.max(0, start - 200), start).trimEnd()
    if (
      start > 0 &&
      !canPrecede(before, text.slice(match.index + match[0].length, match.index + match[0].length + 120))
    )
      continue
    if (due.length > 0 && start - (due.at(-1)?.end ?? 0) < 20) continue
    if (due.length === 0 && start > 0 && start < 20) continue
    due.push({ number, start, digits: start + (match[2] as string).length, end: match.index + match[0].length })
    number++
  }
  return due.length > 0 && (due.length > 1 || hasYear(text)) ? due : []
}

/** Joins what page breaks or lost marks parted: half words without a space, parts of an address too. */
export function joinHealed(passages: readonly Passage[]): Passage {
  return passages.reduce((left, right) => {
    const tail = left.text.slice(-80)
    if (/\p{L}[-‐]$/u.test(tail) && /^\p{Ll}/u.test(right.text)) {
      const kept = slicePassage(left, 0, left.text.length - 1)
      const hyphen = spanOf(left, left.text.length - 1)
      const gap: Passage = {
        path: left.path,
        text: '',
        pieces: [{ at: 0, length: 0, start: hyphen.start, end: hyphen.end }],
      }
      return joinPassages([kept, gap, right], '')
    }
    const address =
      /(?:https?:\/\/|www\.|10\.\d{4,9}\/)\S*[/_=&?%-]$/i.test(tail) && /^[\p{Ll}\d%#?=&._~]/u.test(right.text)
    return joinPassages([left, right], address ? '' : ' ')
  })
}

/** Without the space at both ends. */
export function trimmed(passage: Passage): Passage {
  const { text } = passage
  const from = text.length - text.trimStart().length
  const to = text.trimEnd().length
  return from === 0 && to === text.length ? passage : slicePassage(passage, Math.min(from, to), to)
}
