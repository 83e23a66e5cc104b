import type { Block } from '../model/block.ts'
import type { Section } from '../model/document.ts'
import type { Quantity } from '../model/quantity.ts'
import type { Span } from '../model/source.ts'
import { readingOffset, spanOf } from '../text/passage.ts'
import { type Sentence, sentences } from '../text/sentences.ts'
import { type Content, contentOf } from './content.ts'
import type { Convention } from './digits.ts'
import type { Figure, Line, PlacedStatistic, SentenceText } from './figures.ts'
import { type Found, intervalOf, valueOf, type YearMark } from './found.ts'
import { joinNumbers } from './join.ts'
import { directionIn } from './lexicon/directions.ts'
import { conceptOf } from './lexicon/glossary.ts'
import { dimensionOf } from './lexicon/units.ts'
import { periodOf, yearFor } from './periods.ts'
import { isHan, type Plain, plainOf } from './plain.ts'
import { type Skip, scanText } from './scan.ts'
import { sourceIn } from './sources.ts'
import { readStatistics } from './statistics/grammar.ts'

/** What the ledger is read from: the parts of a document, all formats alike. */
export interface LedgerInput {
  readonly blocks: readonly Block[]
  /** language of each block */
  readonly languages: readonly string[]
  readonly sections: readonly Section[]
  /** language of most of the body */
  readonly language: string
  /** where citations stand in the source, and in which block */
  readonly citations: readonly { readonly span: Span; readonly group: Span; readonly block: number }[]
  /** blocks of reference lists: nothing in them is counted */
  readonly skipped: (block: number) => boolean
}

/** Kinds of block whose numbers are claims of the author. */
const READ: ReadonlySet<Block['kind']> = new Set(['paragraph', 'item', 'quote', 'caption', 'note'])

/** Numbers the quantities of a document in order. */
export class Numbering {
  #count = 0
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  next(): string {
    this.#count += 1
    return `${this.#path}#q${this.#count}`
  }
}

/** Reads the sentences that hold figures out of the prose of a document. */
export function readSentences(input: LedgerInput, convention: Convention, numbering: Numbering): SentenceText[] {
  const { blocks, sections, citations } = input
  const sectionOf = sectionIndex(sections, blocks.length)
  const byBlock = new Map<number, { span: Span; group: Span }[]>()
  for (const { block, span, group } of citations) {
    const list = byBlock.get(block)
    if (list === undefined) byBlock.set(block, [{ span, group }])
    else list.push({ span, group })
  }
  const found: SentenceText[] = []
  for (const [index, block] of blocks.entries()) {
    if (!READ.has(block.kind) || input.skipped(index)) continue
    const section = sectionOf[index] ?? 0
    const sectionKind = sections[section]?.kind ?? 'body'
    if (sectionKind === 'references' || sectionKind === 'keywords') continue
    const line: Line = {
      block: index,
      passage: block.passage,
      plain: plainOf(block.passage.text),
      language: input.languages[index] ?? input.language,
      section,
      sectionKind,
    }
    readLine(line, byBlock.get(index) ?? [], convention, numbering, found)
  }
  return found
}

function sectionIndex(sections: readonly Section[], count: number): Int32Array {
  const index = new Int32Array(count)
  for (const [at, { first, end }] of sections.entries()) index.fill(at, first, Math.min(end, count))
  return index
}

function readLine(
  line: Line,
  cited: readonly { readonly span: Span; readonly group: Span }[],
  convention: Convention,
  numbering: Numbering,
  into: SentenceText[],
): void {
  const { plain, passage, language } = line
  const groups = cited
    .map(({ group }): Skip => [readingOffset(passage, group.start), readingOffset(passage, group.end)])
    .filter(([start, end]) => end > start && end - start < 400)
    .sort((left, right) => left[0] - right[0])
  const statistics = readStatistics(plain.text)
  const skips = mergeSkips([
    ...groups.filter((skip) => !holdsFigures(plain, skip)),
    ...statistics.map(({ start, end }): Skip => [start, end]),
  ])
  const scan = scanText(plain, language, convention, skips)
  const all = joinNumbers(plain, scan, language)
  if (all.length === 0 && statistics.length === 0 && scan.years.length < 2) return
  adoptUnits(plain, all)
  let next = 0
  let stat = 0
  let year = 0
  let last: YearMark | undefined
  for (const { start, end } of splitSentences(plain.text)) {
    const figures: Found[] = []
    while (next < all.length && (all[next] as Found).start < end) figures.push(all[next++] as Found)
    const tests: PlacedStatistic[] = []
    while (stat < statistics.length && (statistics[stat] as { start: number }).start < end) {
      const statistic = statistics[stat++]
      if (statistic !== undefined) tests.push({ statistic, id: numbering.next(), pId: numbering.next() })
    }
    const years: YearMark[] = []
    while (year < scan.years.length && (scan.years[year] as YearMark).start < end)
      years.push(scan.years[year++] as YearMark)
    if (figures.length === 0 && tests.length === 0 && years.length < 2) {
      last = years.at(-1) ?? last
      continue
    }
    const content = figures.length > 0 ? contentOf(plain, start, end) : []
    const cites = groups.some(([from, to]) => from < end && to > start)
    const sentence: SentenceText = {
      index: into.length,
      line,
      start,
      end,
      figures: [],
      years,
      content,
      statistics: tests,
      source: sourceIn(plain, start, end, groups),
      cites,
    }
    for (const [at, one] of figures.entries()) {
      sentence.figures.push(figureOf(one, at, figures, sentence, last, numbering, groups))
    }
    into.push(sentence)
    last = years.at(-1) ?? last
  }
}

/** A citation group that also states figures (`(9.4 billion; World Bank, 2021)`) is read, but for the citation itself. */
function holdsFigures({ text }: Plain, [start, end]: Skip): boolean {
  return end - start > 12 && /\d[.,]\d+ ?%|\d ?%|billion|million|млн|млрд/.test(text.slice(start, end))
}

function mergeSkips(skips: Skip[]): readonly Skip[] {
  const merged: [number, number][] = []
  for (const [start, end] of skips.sort((left, right) => left[0] - right[0])) {
    const last = merged.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

/** Long texts without sentence marks are cut, so that no sentence grows with the document. */
function splitSentences(text: string): readonly Sentence[] {
  return text.length > 0 ? sentences(text) : []
}

/** `15.8 billion dollars, of which exports 9.4 billion`: a bare magnitude takes the currency before it. */
function adoptUnits({ lower }: Plain, all: readonly Found[]): void {
  for (const [index, quantity] of all.entries()) {
    if (quantity.kind !== 'count' || !quantity.magnitude || quantity.upper !== undefined) continue
    if (
      /^\.?\s*[\p{L}-]/u.test(lower.slice(quantity.end, quantity.end + 3)) &&
      !/^\.?\s*(?:in|by|and|or|to|of which|в|и|к|до|за|compared|against)\b/u.test(
        lower.slice(quantity.end, quantity.end + 12),
      )
    )
      continue
    const money = all
      .slice(Math.max(0, index - 4), index)
      .findLast((other) => other.kind === 'money' && other.magnitude)
    if (money === undefined || quantity.start - money.end > 200 || Math.abs(money.power - quantity.power) > 3) continue
    quantity.unit = money.unit
    quantity.kind = 'money'
    quantity.elided = true
  }
}

function figureOf(
  found: Found,
  at: number,
  all: readonly Found[],
  sentence: SentenceText,
  last: YearMark | undefined,
  numbering: Numbering,
  groups: readonly Skip[],
): Figure {
  const { line, years } = sentence
  const { low, high } = intervalOf(found)
  const before = all[at - 1]?.end ?? sentence.start
  const after = all[at + 1]?.start ?? sentence.end
  const year = yearFor(line.plain.text, found.start, found.end, years, { before, after })
  const own = year ?? last
  return {
    id: numbering.next(),
    found,
    line,
    start: found.start,
    end: found.end,
    value: valueOf(found),
    low,
    high,
    unit: found.unit,
    kind: found.kind,
    dimension: found.unit === '' ? found.kind : dimensionOf(found.unit),
    ...(found.hedge === undefined ? {} : { hedge: found.hedge }),
    period: own === undefined ? '' : periodOf(line.plain, own),
    dated: year !== undefined,
    source: sourceIn(line.plain, found.end, Math.min(sentence.end, found.end + 60), groups, true) || sentence.source,
    context: withoutSource(contextOf(sentence.content, line.plain, before, after, found, sentence), sentence.source),
    sentence: sentence.index,
    text: line.plain.text.slice(found.start, found.end),
  }
}

/** The words of a source are no words of what is counted. */
function withoutSource(stems: Set<string>, source: string): ReadonlySet<string> {
  for (const word of source.split(' ')) {
    stems.delete(word.slice(0, 6))
    const concept = conceptOf(word)
    if (concept !== undefined) stems.delete(concept)
  }
  stems.delete('accord')
  return stems
}

/** The words beside a figure: those left of it up to the figure before, and right of it up to the next clause. */
function contextOf(
  content: readonly Content[],
  { text }: Plain,
  before: number,
  after: number,
  found: Found,
  sentence: SentenceText,
): Set<string> {
  const stems = new Set<string>()
  let clause = after
  for (let at = found.end; at < after; at++) {
    const mark = text[at] as string
    if (
      ',;，；'.includes(mark) ||
      (mark === ' ' && /^ (?:and|but|while|и|а|но|және|ал) /.test(text.slice(at, at + 8)))
    ) {
      clause = at
      break
    }
  }
  let left = 0
  for (const word of content) {
    if (word.end <= found.start && word.at >= before) {
      stems.add(word.stem)
      left++
    } else if (word.at >= found.end && word.at < clause) stems.add(word.stem)
  }
  // a list: the subject stands before its first figure
  if (left < 2 && before > sentence.start) {
    const first = sentence.figures[0]
    const end = first?.start ?? before
    for (const word of content) {
      if (word.at < end) stems.add(word.stem)
    }
  }
  return stems
}

/** A figure as the report lists it. */
export function quantityOf(figure: Figure, sentence: SentenceText): Quantity {
  const { found, line } = figure
  const direction = directionIn(line.plain.lower, Math.max(sentence.start, figure.start - 60), figure.start)
  return {
    id: figure.id,
    text: spanText(line, figure.start, figure.end),
    kind: figure.kind,
    value: figure.value,
    low: figure.low,
    high: figure.high,
    ...(found.upper === undefined ? {} : { range: true }),
    unit: figure.unit,
    ...(found.power === 0 ? {} : { magnitude: found.power }),
    ...(figure.hedge === undefined ? {} : { hedge: figure.hedge }),
    measure: measureOf(figure, sentence),
    entity: entityOf(figure, sentence),
    period: figure.period,
    source: figure.source,
    ...(direction === undefined ? {} : { direction }),
    span: spanOf(line.passage, figure.start, figure.end),
    block: line.block,
    section: line.section,
    sentence: figure.sentence,
  }
}

function spanText(line: Line, start: number, end: number): string {
  return line.passage.text.slice(start, end)
}

/** Counts name what follows, other figures what stands before: the nearest words of content. */
function measureOf({ kind, unit, start, end, line }: Figure, { content }: SentenceText): string {
  const after = content.find((word) => word.at >= end && word.at - end < 25 && !word.name)
  const before = content.findLast((word) => word.end <= start && !word.name && start - word.end < 80)
  const counts = kind === 'count' || kind === 'share' || unit === ''
  const word = counts ? (after ?? before) : (before ?? after)
  if (word === undefined) return ''
  const { text } = line.plain
  const next = isHan(text.charCodeAt(word.at)) ? word.end : Math.max(word.end, word.at)
  return text.slice(word.at, next)
}

function entityOf({ start, line }: Figure, { content }: SentenceText): string {
  const name = content.findLast((word) => word.name && word.end <= start && start - word.end < 120)
  return name === undefined ? '' : line.plain.text.slice(name.at, name.end)
}
