import type { Quantity } from '../model/quantity.ts'
import { spanOf } from '../text/passage.ts'
import type { Content } from './content.ts'
import type { Figure, SentenceText } from './figures.ts'
import { amountOf, type Found, intervalOf, type YearMark } from './found.ts'
import { directionIn, directionOf } from './lexicon/directions.ts'
import { conceptOf } from './lexicon/glossary.ts'
import { dimensionOf } from './lexicon/units.ts'
import { periodOf, yearFor } from './periods.ts'
import { isHan, type Plain } from './plain.ts'
import type { Numbering } from './read.ts'
import type { Skip } from './scan.ts'
import { sourceIn } from './sources.ts'

/** Where a figure stands among those of its sentence, and the years that may be its own. */
export interface Place {
  readonly all: readonly Found[]
  readonly at: number
  /** told by turns: 1,200 in 2005 and 1,500 in 2020 */
  readonly year: YearMark | undefined
  /** the year that was spoken of before */
  readonly last: YearMark | undefined
}

/** Figures and years that alternate belong together one by one. */
export function inTurn(figures: readonly Found[], years: readonly YearMark[]): ReadonlyMap<Found, YearMark> {
  const turns = new Map<Found, YearMark>()
  const amounts = figures.filter(({ kind }) => kind !== 'percent' && kind !== 'ratio' && kind !== 'points')
  if (years.length < 2 || amounts.length !== years.length) return turns
  const firstFigure = (amounts[0] as Found).start < (years[0] as YearMark).start
  const alternate = amounts.every((figure, index) => {
    const [year, next] = [years[index] as YearMark, (firstFigure ? amounts : years)[index + 1]]
    const [one, two] = firstFigure ? [figure.start, year.start] : [year.start, figure.start]
    return one < two && (next === undefined || two < next.start)
  })
  if (alternate) for (const [index, figure] of amounts.entries()) turns.set(figure, years[index] as YearMark)
  return turns
}

export function figureOf(
  found: Found,
  { all, at, year: own, last }: Place,
  sentence: SentenceText,
  numbering: Numbering,
  groups: readonly Skip[],
): Figure {
  const { line, years } = sentence
  const { low, high } = intervalOf(found)
  const value = amountOf(found)
  const before = all[at - 1]?.end ?? sentence.start
  const after = all[at + 1]?.start ?? sentence.end
  const aside = asideAfter(line.plain.text, found.end)
  // no copy of the rest: a long table in one line would cost its square
  let following = at + 1
  while (following < all.length && (all[following] as Found).start < aside) following++
  const next = all[following]?.start ?? sentence.end
  const year = own ?? yearFor(line.plain.text, found.start, found.end, years, { before, after })
  const spoken = year ?? last
  const source =
    sourceIn(line.plain, found.end, Math.min(sentence.end, found.end + 60), groups, true) || sentence.source
  return {
    id: numbering.next(),
    found,
    line,
    start: found.start,
    end: found.end,
    value,
    low,
    high,
    unit: found.unit,
    key: `${value} ${found.unit}`,
    kind: found.kind,
    dimension: found.unit === '' ? found.kind : dimensionOf(found.unit),
    hedge: found.hedge,
    period: spoken === undefined ? '' : periodOf(line.plain, spoken),
    dated: year !== undefined,
    source,
    context: withoutSource(
      contextOf(sentence.content, line.plain, before, { from: aside, to: next }, found, sentence),
      source,
    ),
    sentence: sentence.index,
    text: line.plain.text.slice(found.start, found.end),
  }
}

/** The words of a source are no words of what is counted. */
function withoutSource(stems: readonly string[], source: string): readonly string[] {
  if (source === '') return stems.includes('accord') ? stems.filter((stem) => stem !== 'accord') : stems
  const named = new Set(['accord'])
  for (const word of source.split(' ')) {
    named.add(word.slice(0, 6))
    const concept = conceptOf(word)
    if (concept !== undefined) named.add(concept)
  }
  return stems.filter((stem) => !named.has(stem))
}

function addTo(stems: string[], stem: string): void {
  if (!stems.includes(stem)) stems.push(stem)
}

/** Index of the first word that begins at `from` or later; the list is in order. */
function firstFrom(content: readonly Content[], from: number): number {
  let low = 0
  let high = content.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((content[middle] as Content).at < from) low = middle + 1
    else high = middle
  }
  return low
}

/** Index behind the last word from `first` on that begins before `to`. At most forty words, so that long lists stay cheap. */
function lastBefore(content: readonly Content[], first: number, to: number): number {
  let end = first
  while (end < content.length && end - first < 40 && (content[end] as Content).at < to) end++
  return end
}

/** End of a bracket with numbers right behind a figure: `23.4 % (95 % CI 21.7–25.1) were …`; else where the figure ends. */
function asideAfter(text: string, end: number): number {
  const open = text[end] === ' ' ? text[end + 1] : text[end]
  if (open !== '(' && open !== '[' && open !== '（') return end
  const match = /^ ?[([（](?=[^()[\]（）]{0,60}\d)[^()[\]（）]{1,80}[)\]）]/u.exec(text.slice(end, end + 84))
  return match === null ? end : end + match[0].length
}

/** The words beside a figure: those left of it up to the figure before, and right of it up to the next clause. */
function contextOf(
  content: readonly Content[],
  { text }: Plain,
  before: number,
  after: { readonly from: number; readonly to: number },
  found: Found,
  sentence: SentenceText,
): readonly string[] {
  const stems: string[] = []
  const clause = clauseEnd(text, after.from, after.to)
  let left = 0
  const nearest = firstFrom(content, before)
  for (let at = nearest, end = lastBefore(content, nearest, clause); at < end; at++) {
    const word = content[at] as Content
    if (word.end <= found.start) left++
    if (word.end <= found.start || word.at >= after.from) addTo(stems, word.stem)
  }
  // a list: the subject stands before its first figure
  if (left < 2 && before > sentence.start) {
    const first = sentence.figures[0]
    const end = lastBefore(content, 0, first?.start ?? before)
    for (let at = 0; at < end; at++) addTo(stems, (content[at] as Content).stem)
  }
  return stems
}

const CONJUNCTION = /^ (?:and|but|while|и|а|но|және|ал) /
/** Their first letters. */
const INITIALS = 'abwианж'

/** Where the clause ends that goes on at `from`: at a comma, a semicolon or a conjunction. */
function clauseEnd(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 44 || code === 59 || code === 0xff0c || code === 0xff1b) return at
    if (code === 32 && INITIALS.includes(text[at + 1] ?? ' ') && CONJUNCTION.test(text.slice(at, at + 8))) return at
  }
  return to
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] }

/** A figure as the report lists it. */
export function quantityOf(figure: Figure, sentence: SentenceText): Quantity {
  const { found, line, start, end, kind, value, low, high, hedge } = figure
  const direction = directionIn(line.plain.lower, Math.max(sentence.start, start - 60), start)
  // filled in one by one, in the order in which it is listed: a text may hold very many
  const quantity = {
    id: figure.id,
    text: line.passage.text.slice(start, end),
    kind,
    value,
    low,
    high,
  } as Writable<Quantity>
  if (found.upper !== undefined) quantity.range = true
  quantity.unit = figure.unit
  if (found.power !== 0) quantity.magnitude = found.power
  if (hedge !== undefined) quantity.hedge = hedge
  quantity.measure = measureOf(figure, sentence)
  quantity.entity = entityOf(figure, sentence)
  quantity.period = figure.period
  quantity.source = figure.source
  if (direction !== undefined) quantity.direction = direction
  quantity.span = spanOf(line.passage, start, end)
  quantity.block = line.block
  quantity.section = line.section
  quantity.sentence = figure.sentence
  return quantity
}

/** Counts name what follows, other figures what stands before: the nearest words of content. */
function measureOf({ kind, unit, start, end, line }: Figure, { content }: SentenceText): string {
  const names = ({ at, end: last, name }: Content): boolean =>
    !name && directionOf(line.plain.lower.slice(at, last)) === undefined
  const after = (): Content | undefined => {
    const first = firstFrom(content, end)
    for (let at = first, stop = lastBefore(content, first, end + 25); at < stop; at++)
      if (names(content[at] as Content)) return content[at]
    return undefined
  }
  const before = (): Content | undefined => lastWord(content, start, 80, names)
  const counts = kind === 'count' || kind === 'share' || unit === ''
  const word = counts ? (after() ?? before()) : (before() ?? after())
  if (word === undefined) return ''
  const { text } = line.plain
  const next = isHan(text.charCodeAt(word.at)) ? word.end : Math.max(word.end, word.at)
  return text.slice(word.at, next)
}

function entityOf({ start, line }: Figure, { content }: SentenceText): string {
  const name = lastWord(content, start, 120, (word) => word.name)
  return name === undefined ? '' : line.plain.text.slice(name.at, name.end)
}

/** The last word of a kind that ends before `start`, among those that begin at most `reach` units before it. */
function lastWord(
  content: readonly Content[],
  start: number,
  reach: number,
  is: (word: Content) => boolean,
): Content | undefined {
  const first = firstFrom(content, start - reach)
  for (let at = lastBefore(content, first, start) - 1; at >= first; at--) {
    const word = content[at] as Content
    if (word.end <= start && is(word)) return word
  }
  return undefined
}
