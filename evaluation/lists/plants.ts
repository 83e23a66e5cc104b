import type { Document } from '../../src/model/document.ts'
import type { ListItem, Reference, ReferenceList } from '../../src/model/reference.ts'

/** A manuscript with one error that was put in on purpose. */
export interface Planted {
  readonly kind: string
  readonly text: string
  /** offsets of the new text within which a finding, or a place related to it, must begin or end */
  readonly start: number
  readonly end: number
  /** rules any of which names the error */
  readonly rules: readonly string[]
}

export interface Plant {
  readonly kind: string
  /** undefined where the document does not lend itself to it */
  plant(document: Document, list: ReferenceList, random: () => number): Planted | undefined
}

interface Entry {
  readonly item: ListItem
  readonly reference: Reference
}

function entriesOf({ references }: Document, list: ReferenceList): readonly Entry[] {
  const byId = new Map(references.map((reference) => [reference.id, reference]))
  return list.items.flatMap((item) => {
    const reference = byId.get(item.reference)
    return reference === undefined || item.continues !== undefined ? [] : [{ item, reference }]
  })
}

function pick<Value>(values: readonly Value[], random: () => number): Value | undefined {
  return values[Math.floor(random() * values.length)]
}

function replaced(text: string, edits: readonly { start: number; end: number; text: string }[]): string {
  let out = ''
  let at = 0
  for (const edit of [...edits].sort((left, right) => left.start - right.start)) {
    out += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return out + text.slice(at)
}

interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Numbers of the items from `index` on, moved by `by`. */
function renumbered({ source }: Document, entries: readonly Entry[], index: number, by: number): readonly Change[] {
  return entries.slice(index).flatMap(({ item }): Change[] => {
    const { marker, number } = item
    if (marker === undefined || number === undefined) return []
    const text = source.text.slice(marker.start, marker.end).replace(/\d+/, String(number + by))
    return [{ start: marker.start, end: marker.end, text }]
  })
}

/** What stands between two items, from the end of the line on; a page that ends there is no part of it. */
function joint({ source }: Document, one: Entry, two: Entry): string {
  const between = source.text.slice(one.item.span.end, two.item.span.start).replace(/^[^\n]*/, '')
  return between.includes('\f') ? '\n\n' : between
}

function markOf({ source }: Document, { item }: Entry, number?: number): string {
  if (item.marker === undefined) return ''
  const mark = source.text.slice(item.marker.start, item.marker.end)
  return `${number === undefined ? mark : mark.replace(/\d+/, String(number))} `
}

const hasNumbers = (entries: readonly Entry[]): boolean => entries.every(({ item }) => item.number !== undefined)

/** Places where a careless paste breaks an entry: after a sentence in its middle. */
function breaks(text: string): readonly number[] {
  return [...text.matchAll(/[.;:,]\s+(?=[\p{Lu}\d])/gu)]
    .map(({ 0: gap, index }) => index + gap.length)
    .filter((at) => at > 30 && text.length - at > 12 && !/\p{Lu}\.\s+$/u.test(text.slice(0, at)))
}

function split(document: Document, list: ReferenceList, random: () => number): Planted | undefined {
  const entries = entriesOf(document, list)
  const index = 1 + Math.floor(random() * Math.max(1, entries.length - 3))
  const [entry, next] = [entries[index], entries[index + 1]]
  if (entry === undefined || next === undefined) return undefined
  const { source } = document
  const from = entry.item.marker?.end ?? entry.item.span.start
  const at = pick(breaks(source.text.slice(from, entry.item.span.end)), random)
  if (at === undefined) return undefined
  const cut = from + at
  const numbered = hasNumbers(entries)
  const mark = numbered ? markOf(document, entry, (entry.item.number ?? 0) + 1) : markOf(document, entry)
  const glue = `${joint(document, entry, next)}${mark}`
  const tail = source.text.slice(0, cut).trimEnd().length
  const changes = [
    { start: tail, end: cut, text: glue },
    ...(numbered ? renumbered(document, entries, index + 1, 1) : []),
  ]
  return {
    kind: numbered ? 'split, numbered' : 'split, without numbers',
    text: replaced(source.text, changes),
    start: entry.item.span.start,
    end: entry.item.span.end + glue.length + 2,
    rules: ['lists/split-entry'],
  }
}

function accessDate(document: Document, list: ReferenceList, random: () => number): Planted | undefined {
  const entries = entriesOf(document, list)
  const index = 1 + Math.floor(random() * Math.max(1, entries.length - 3))
  const [entry, next] = [entries[index], entries[index + 1]]
  if (entry === undefined || next === undefined || !hasNumbers(entries)) return undefined
  const { source } = document
  const mark = markOf(document, entry, (entry.item.number ?? 0) + 1)
  const glue = `${joint(document, entry, next)}${mark}(accessed: 12.03.2018)`
  const changes = [
    { start: entry.item.span.end, end: entry.item.span.end, text: glue },
    ...renumbered(document, entries, index + 1, 1),
  ]
  return {
    kind: 'access date as an item',
    text: replaced(source.text, changes),
    start: entry.item.span.start,
    end: entry.item.span.end + glue.length + 2,
    rules: ['lists/split-entry'],
  }
}

function merge(document: Document, list: ReferenceList, random: () => number): Planted | undefined {
  const entries = entriesOf(document, list)
  const index = 1 + Math.floor(random() * Math.max(1, entries.length - 4))
  const [entry, next] = [entries[index], entries[index + 1]]
  if (entry === undefined || next === undefined) return undefined
  const numbered = hasNumbers(entries)
  const to = next.item.marker === undefined ? next.item.span.start : next.item.marker.end
  const changes = [
    { start: entry.item.span.end, end: to, text: to === next.item.span.start ? ' ' : '' },
    ...(numbered ? renumbered(document, entries, index + 2, -1) : []),
  ]
  return {
    kind: numbered ? 'merge, numbered' : 'merge, without numbers',
    text: replaced(document.source.text, changes),
    start: entry.item.span.start,
    end: next.item.span.end,
    rules: ['lists/merged-entries', 'lists/numbering'],
  }
}

/** The first words of entries, which the list is sorted by; undefined where it is not, or not by one script. */
function sortedHeads(entries: readonly Entry[]): readonly string[] | undefined {
  const heads = entries.map(({ reference }) =>
    (/\p{L}[\p{L}\p{M}]*/u.exec(reference.passage.text.slice(0, 60))?.[0] ?? '')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase(),
  )
  const isSorted = heads.every((head, index) => index === 0 || (heads[index - 1] as string) <= head)
  return isSorted ? heads : undefined
}

function swap(document: Document, list: ReferenceList, random: () => number): Planted | undefined {
  const entries = entriesOf(document, list)
  const far = hasNumbers(entries) ? 1 : 4
  const index = 1 + Math.floor(random() * Math.max(1, entries.length - far - 1))
  const [one, two] = [entries[index], entries[index + far]]
  if (one === undefined || two === undefined) return undefined
  if (!hasNumbers(entries)) {
    // a list in no order, or two works of one author: then a swap breaks nothing that a reader could see
    const heads = sortedHeads(entries)
    if (heads === undefined || new Set(heads.slice(index, index + far + 1)).size <= far) return undefined
  }
  const { text } = document.source
  const whole = ({ item }: Entry): Change => ({
    start: Math.min(item.marker?.start ?? item.span.start, item.span.start),
    end: item.span.end,
    text: '',
  })
  const [left, right] = [whole(one), whole(two)]
  const changes = [
    { ...left, text: text.slice(right.start, right.end) },
    { ...right, text: text.slice(left.start, left.end) },
  ]
  return {
    kind: hasNumbers(entries) ? 'swap, with their numbers' : 'swap, alphabetical list',
    text: replaced(text, changes),
    start: left.start,
    end: right.end,
    rules: ['lists/order', 'lists/numbering'],
  }
}

function lostNumber(document: Document, list: ReferenceList, random: () => number): Planted | undefined {
  const entries = entriesOf(document, list)
  const entry = entries[1 + Math.floor(random() * Math.max(1, entries.length - 3))]
  if (entry?.item.marker === undefined || !hasNumbers(entries)) return undefined
  const { text } = document.source
  const { start, end } = entry.item.marker
  const after = text.slice(end).length - text.slice(end).trimStart().length
  return {
    kind: 'number lost',
    text: replaced(text, [{ start, end: end + after, text: '' }]),
    start: start - 1,
    end: entry.item.span.end,
    rules: ['lists/numbering', 'lists/merged-entries'],
  }
}

function missingNumber(document: Document, list: ReferenceList, random: () => number): Planted | undefined {
  const entries = entriesOf(document, list)
  const index = 1 + Math.floor(random() * Math.max(1, entries.length - 3))
  const [entry, next] = [entries[index], entries[index + 1]]
  if (entry === undefined || next === undefined || !hasNumbers(entries)) return undefined
  const start = Math.min(entry.item.marker?.start ?? entry.item.span.start, entry.item.span.start)
  const end = Math.min(next.item.marker?.start ?? next.item.span.start, next.item.span.start)
  return {
    kind: 'entry and number dropped',
    text: replaced(document.source.text, [{ start, end, text: '' }]),
    start: start - 2,
    end: start + (next.item.span.end - end),
    rules: ['lists/numbering'],
  }
}

function doubledNumber(document: Document, list: ReferenceList, random: () => number): Planted | undefined {
  const entries = entriesOf(document, list)
  const index = 1 + Math.floor(random() * Math.max(1, entries.length - 3))
  const next = entries[index + 1]
  if (next === undefined || !hasNumbers(entries)) return undefined
  return {
    kind: 'number twice',
    text: replaced(document.source.text, renumbered(document, entries, index + 1, -1)),
    start: next.item.span.start - 2,
    end: next.item.span.end,
    rules: ['lists/numbering'],
  }
}

/** All numbers of the text from one on are one too high, as after an entry was dropped from the list. */
function shiftedText(document: Document, list: ReferenceList, random: () => number): Planted | undefined {
  const entries = entriesOf(document, list)
  if (!hasNumbers(entries)) return undefined
  const { text } = document.source
  const numeric = document.citations.filter(({ kind, cited }) => kind === 'numeric' && (cited.numbers ?? []).length > 0)
  if (numeric.length < entries.length || numeric.some(({ text: own }) => !/^[\s[\]()\d,;–-]+$/.test(own)))
    return undefined
  const from = 2 + Math.floor(random() * Math.max(1, Math.floor(entries.length / 2)))
  const changes = numeric.flatMap(({ span }): Change[] => {
    const own = text.slice(span.start, span.end)
    const moved = own.replace(/\d+/g, (digits) => (Number(digits) < from ? digits : String(Number(digits) + 1)))
    return moved === own ? [] : [{ start: span.start, end: span.end, text: moved }]
  })
  const [first] = changes
  if (first === undefined || changes.length < 5) return undefined
  return {
    kind: 'text numbers off by one',
    text: replaced(text, changes),
    start: first.start,
    end: list.span.end,
    rules: ['lists/numbering'],
  }
}

/** Errors in the structure of one list. */
export const plants: readonly Plant[] = [
  { kind: 'split', plant: split },
  { kind: 'access date', plant: accessDate },
  { kind: 'merge', plant: merge },
  { kind: 'swap', plant: swap },
  { kind: 'lost number', plant: lostNumber },
  { kind: 'missing number', plant: missingNumber },
  { kind: 'doubled number', plant: doubledNumber },
  { kind: 'shifted text', plant: shiftedText },
]
