import type { Block } from '../model/block.ts'
import type { Section } from '../model/document.ts'
import type { Span } from '../model/source.ts'
import { readingOffset } from '../text/passage.ts'
import { type Sentence, sentences } from '../text/sentences.ts'
import { contentOf } from './content.ts'
import type { Convention } from './digits.ts'
import type { Line, PlacedStatistic, SentenceText } from './figures.ts'
import type { Found, YearMark } from './found.ts'
import { joinNumbers } from './join.ts'
import { type Plain, plainOf } from './plain.ts'
import { type Skip, scanText } from './scan.ts'
import { figureOf, inTurn, type Place } from './slots.ts'
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
    // a long heading is a paragraph that a reader took for one
    const prose = READ.has(block.kind) || (block.kind === 'heading' && block.passage.text.length > 60)
    if (!prose || input.skipped(index)) continue
    const section = sectionOf[index] ?? 0
    const sectionKind = sections[section]?.kind ?? 'body'
    if (sectionKind === 'references' || sectionKind === 'keywords') continue
    const line: Line = {
      block: index,
      passage: block.passage,
      plain: plainOf(block.passage.text),
      language: languageOf(input.languages[index] ?? input.language, block.passage.text),
      section,
      sectionKind,
    }
    readLine(line, byBlock.get(index) ?? [], convention, numbering, found)
  }
  return found
}

const SCRIPTS: Readonly<Record<string, RegExp>> = { ru: /[а-яё]/i, kk: /[а-яё]/i, zh: /[\u4e00-\u9fff]/ }

/** A short text is hardly told from its neighbours: one in Latin letters is read with English number words. */
function languageOf(language: string, text: string): string {
  if (text.length >= 80) return language
  const script = SCRIPTS[language]
  const other = script === undefined ? !['en', 'ja', 'ko', 'uk'].includes(language) : !script.test(text)
  return other ? 'en' : language
}

/** The section of every block. */
export function sectionIndex(sections: readonly Section[], count: number): Int32Array {
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
  const ranks = plain.lower.includes('rank') || plain.lower.includes(' место') || /CI|ДИ|置信/.test(plain.text)
  if (all.length === 0 && statistics.length === 0 && scan.years.length < 2 && !ranks) return
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
    if (figures.length === 0 && tests.length === 0 && years.length < 2 && !ranks) {
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
    const told = inTurn(figures, years)
    for (const [at, one] of figures.entries()) {
      const place: Place = { all: figures, at, year: told.get(one), last }
      sentence.figures.push(figureOf(one, place, sentence, numbering, groups))
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
function adoptUnits({ text, lower }: Plain, all: readonly Found[]): void {
  for (const [index, quantity] of all.entries()) {
    if (quantity.kind !== 'count' || !quantity.magnitude || quantity.upper !== undefined) continue
    const ends = text[quantity.end - 1] === '.' && /^\s\p{Lu}/u.test(text.slice(quantity.end, quantity.end + 2))
    if (
      !ends &&
      /^\.?\s*[\p{L}-]/u.test(lower.slice(quantity.end, quantity.end + 3)) &&
      !/^\.?\s*(?:in|by|and|or|to|for|of which|в|и|к|до|за|compared|against)(?!\p{L})/u.test(
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
