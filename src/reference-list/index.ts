import type { Block } from '../model/block.ts'
import type { ListKind } from '../model/reference.ts'
import type { Passage, Span } from '../model/source.ts'
import { languageOf } from '../text/language.ts'
import { spanOf } from '../text/passage.ts'
import { type Item, itemsOf } from './items.ts'
import { type Region, regionsOf } from './regions.ts'
import { type Continues, rejoin } from './rejoin.ts'
import { groupUnits } from './split.ts'
import { unitsOf, withLabels, withLoneNumbers } from './units.ts'

/** A reference list that was typed out in a manuscript. */
export interface FoundList {
  readonly heading?: string
  readonly headingSpan?: Span
  readonly kind: ListKind
  /** ISO 639-1: of the heading, or of most entries */
  readonly language: string
  readonly numbering: 'typed' | 'automatic' | 'none'
  readonly span: Span
  /** half-open range of block indexes, the heading included */
  readonly first: number
  readonly end: number
  readonly items: readonly FoundItem[]
  readonly entries: readonly FoundEntry[]
}

/** An item as it stands in the source, its marker included. */
export interface FoundItem {
  readonly span: Span
  readonly marker?: Span
  readonly number?: number
  /** index of the entry that it belongs to */
  readonly entry: number
  readonly continues?: Continues
}

/** One work of the list: the healed text of all its items, without markers. */
export interface FoundEntry {
  readonly passage: Passage
  readonly number?: number
  readonly markerSpan?: Span
  readonly span: Span
}

/**
 * The reference lists of a manuscript in any format, split into entries. Lists are known by their headings in fifteen
 * languages, or without one by at least four references at the end of the text. `source` is the text of the file that
 * the blocks were read from: its line ends and indents help to tell entries apart. Linear in the length of the text.
 */
export function findReferenceLists(
  blocks: readonly Block[],
  options: { readonly path: string; readonly source: string },
): readonly FoundList[] {
  const running = blocks.filter(({ kind }) => kind === 'running').map(({ span }) => span)
  return regionsOf(blocks).flatMap((region) => {
    const items = itemsOf(groupUnits(withLabels(withLoneNumbers(unitsOf(region.content, { ...options, running })))))
    return items.length === 0 ? [] : [listOf(region, items)]
  })
}

const FEW = 2
const RARE = 0.1

function listOf(region: Region, items: readonly Item[]): FoundList {
  const { heading, headingSpan, kind, first, end } = region
  const found: FoundItem[] = []
  const entries: FoundEntry[] = []
  const broken = items.filter(({ parts }) => parts !== undefined).length
  // in a list of long entries with notes of their own, paragraphs are no slip
  const isSlip = broken <= Math.max(FEW, items.length * RARE)
  for (const joined of rejoin(items)) {
    for (const { item, continues } of joined.items) {
      const { span, marker } = item
      const parts = isSlip ? (item.parts ?? []) : []
      const end = parts[0] === undefined ? span.end : beforePart(item.passage, parts[0].start, span.end)
      found.push({
        span: { ...span, end },
        ...(marker === undefined ? {} : { marker: marker.span }),
        ...(marker?.number === undefined ? {} : { number: marker.number }),
        entry: entries.length,
        ...(continues === undefined ? {} : { continues }),
      })
      for (const part of parts) found.push({ span: part, entry: entries.length, continues: 'tail' })
    }
    const marker = joined.items[0]?.item.marker
    entries.push({
      passage: joined.passage,
      ...(marker?.number === undefined ? {} : { number: marker.number }),
      ...(marker === undefined ? {} : { markerSpan: marker.span }),
      span: spanOf(joined.passage),
    })
  }
  const start = headingSpan?.start ?? (found[0] as FoundItem).span.start
  const last = found.reduce((most, { span }) => Math.max(most, span.end), start)
  return {
    ...(heading === undefined ? {} : { heading }),
    ...(headingSpan === undefined ? {} : { headingSpan }),
    kind,
    language: region.language ?? languageOfMost(entries),
    numbering: numberingOf(items),
    span: { path: (found[0] as FoundItem).span.path, start, end: last },
    first,
    end,
    items: found,
    entries,
  }
}

/** Where the text that stands before a later paragraph of the item ends. */
function beforePart({ pieces }: Passage, start: number, end: number): number {
  const before = pieces.filter((piece) => piece.length > 0 && piece.end > piece.start && piece.end <= start)
  return before.at(-1)?.end ?? end
}

/** Numbers that are all 1 are Markdown's way to say "number these". */
function numberingOf(items: readonly Item[]): FoundList['numbering'] {
  const numbers = items.flatMap(({ marker }) => (marker?.number === undefined ? [] : [marker.number]))
  if (numbers.length * 2 < items.length || numbers.length === 0) return 'none'
  return numbers.length > 1 && numbers.every((number) => number === 1) ? 'automatic' : 'typed'
}

function languageOfMost(entries: readonly FoundEntry[]): string {
  const counts = new Map<string, number>()
  for (const { passage } of entries) {
    const language = languageOf(passage.text) ?? 'en'
    counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), ['en', 0] as const)[0]
}
