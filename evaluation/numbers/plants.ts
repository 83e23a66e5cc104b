import type { Quantity, Relation } from '../../src/model/quantity.ts'
import type { SourceFile } from '../../src/model/source.ts'
import { type Change, changesOf, type Kind } from './changes.ts'
import { type Truth, truthOf } from './truth.ts'

/** One error set into a text. */
export interface Plant {
  readonly kind: Kind
  readonly where: 'closed' | 'table' | 'cross'
  /** of which relation */
  readonly relation: string
  readonly truth: Truth
  readonly text: string
  readonly at: number
  readonly was: string
  readonly is: string
}

/** Relations whose operands stand in one sentence and that its words demand. */
const CLOSED = new Set(['sum', 'hundred', 'share', 'percent-change', 'ratio', 'price', 'points', 'bounds'])

/** Errors in every operand of what holds: exchanged digits, a power of ten, another number. */
export function* plantsIn(
  { text }: SourceFile,
  quantities: readonly Quantity[],
  relations: readonly Relation[],
  random: () => number,
): Iterable<Plant> {
  const byId = new Map(quantities.map((quantity) => [quantity.id, quantity]))
  for (const { kind, operands, holds } of relations) {
    const where = CLOSED.has(kind) ? 'closed' : kind === 'table-sum' ? 'table' : undefined
    if (!holds || where === undefined) continue
    const all = operands.flatMap((id) => byId.get(id) ?? [])
    if (all.length < operands.length || all.length < 2) continue
    // a price in the next sentence is no closed arithmetic
    if (where === 'closed' && new Set(all.map(({ sentence }) => sentence)).size > 1) continue
    const place = Math.floor(random() * all.length)
    const one = all[place] as Quantity
    const start = Math.min(...all.map(({ span }) => span.start))
    const end = Math.max(...all.map(({ span }) => span.end))
    for (const change of changesOf(text.slice(one.span.start, one.span.end), one, random)) {
      const after = all.map((quantity, index) => (index === place ? { ...quantity, ...ranged(change) } : quantity))
      const truth = sharesWord(one, change, all) ? 'true' : truthOf(kind, after, text.slice(start, end))
      yield planted(text, one, change, where, kind, truth)
    }
  }
}

/** `from 3.2 to 3.84 million`: another magnitude word is that of both figures. */
function sharesWord({ id }: Quantity, { kind, is }: Change, all: readonly Quantity[]): boolean {
  const borrows = (other: Quantity): boolean =>
    other.id !== id && other.magnitude !== undefined && !/[\p{L}]/u.test(other.text.replace(/^[A-Z]{2,3}/, ''))
  return kind === 'power' && /\p{L}/u.test(is) && all.some(borrows)
}

function ranged({ value, low, high }: Change): Pick<Quantity, 'value' | 'low' | 'high'> {
  return { value, low, high }
}

function planted(
  text: string,
  { span: { start, end } }: Quantity,
  change: Change,
  where: Plant['where'],
  relation: string,
  truth: Truth,
): Plant {
  return {
    kind: change.kind,
    where,
    relation,
    truth,
    text: text.slice(0, start) + change.is + text.slice(end),
    at: start,
    was: text.slice(start, end),
    is: change.is,
  }
}

/** Summary sections tell what the body tells. */
export type SectionOf = (quantity: Quantity) => 'summary' | 'body'

/**
 * The same quantity in abstract or conclusion and in body or table, found without the program's links: a value that is rare by its
 * digits, with one unit and one year, once or twice on each side. One of the two places is changed.
 */
export function* crossIn(
  { text }: SourceFile,
  quantities: readonly Quantity[],
  sectionOf: SectionOf,
  random: () => number,
): Iterable<Plant> {
  for (const { summary, body } of toldTwice(quantities, sectionOf)) {
    const one = summary[Math.floor(random() * summary.length)] as Quantity
    const other = body[0] as Quantity
    if (one.period !== other.period && one.period !== '' && other.period !== '') continue
    for (const change of changesOf(text.slice(one.span.start, one.span.end), one, random)) {
      const truth = truthOf('same', [{ ...one, ...ranged(change) }, other], '')
      yield planted(text, one, change, 'cross', 'same', truth)
    }
    yield* periodOf(text, one, quantities)
  }
}

/** The same with either side changed; `relation` says which. */
export function* crossPlants(
  { text }: SourceFile,
  quantities: readonly Quantity[],
  sectionOf: SectionOf,
  random: () => number,
): Iterable<Plant> {
  for (const { summary, body } of toldTwice(quantities, sectionOf, text)) {
    for (const [side, mine, theirs] of [
      ['summary', summary, body],
      ['body', body, summary],
    ] as const) {
      const one = mine[Math.floor(random() * mine.length)] as Quantity
      const other = theirs[0] as Quantity
      if (one.period !== other.period && one.period !== '' && other.period !== '') continue
      for (const change of changesOf(text.slice(one.span.start, one.span.end), one, random)) {
        const truth = truthOf('same', [{ ...one, ...ranged(change) }, other], '')
        yield planted(text, one, change, 'cross', side, truth)
      }
    }
  }
}

/**
 * Rare values that stand in a summary and in the body, four times at most. With the text also those of two digits, where the words near
 * by say that they are one quantity.
 */
function toldTwice(
  quantities: readonly Quantity[],
  sectionOf: SectionOf,
  source?: string,
): readonly { readonly summary: readonly Quantity[]; readonly body: readonly Quantity[] }[] {
  const places = new Map<string, Quantity[]>()
  for (const quantity of quantities) {
    if (!isRare(quantity) && (source === undefined || !isTwoDigits(quantity))) continue
    const key = `${quantity.value} ${quantity.unit}`
    places.set(key, [...(places.get(key) ?? []), quantity])
  }
  return [...places.values()].flatMap((all) => {
    const summary = all.filter((quantity) => sectionOf(quantity) === 'summary')
    const body = all.filter((quantity) => sectionOf(quantity) === 'body')
    if (summary.length === 0 || body.length === 0 || all.length > 4) return []
    const [one, other] = [summary[0] as Quantity, body[0] as Quantity]
    return source === undefined || isRare(one) || wordsInCommon(source, one, other) >= 2 ? [{ summary, body }] : []
  })
}

function isTwoDigits({ text, kind, range }: Quantity): boolean {
  if (range === true || !['count', 'money', 'percent', 'measure'].includes(kind)) return false
  return text.replace(/\D/g, '').replace(/^0+|0+$/g, '').length === 2
}

/** How many beginnings of words stand within eighty characters of both. */
function wordsInCommon(source: string, one: Quantity, other: Quantity): number {
  const near = ({ span }: Quantity): ReadonlySet<string> => {
    const text = `${source.slice(Math.max(0, span.start - 80), span.start)} ${source.slice(span.end, span.end + 80)}`
    return new Set(text.toLowerCase().match(/\p{Script=Han}{2}|\p{L}{5}/gu) ?? [])
  }
  const theirs = near(other)
  return [...near(one)].filter((word) => theirs.has(word)).length
}

/** Three digits that matter, or two with a unit and a decimal place; shares of two digits occur by chance. */
function isRare({ text, unit, kind, value, range }: Quantity): boolean {
  if (range === true || !['count', 'money', 'percent', 'measure'].includes(kind)) return false
  const digits = text.replace(/\D/g, '').replace(/^0+|0+$/g, '')
  return Math.abs(value) > 0 && (digits.length >= 3 || (digits.length === 2 && unit !== '' && /\d[.,]\d/.test(text)))
}

/** The year beside the figure changed to its neighbour. */
function* periodOf(text: string, one: Quantity, quantities: readonly Quantity[]): Iterable<Plant> {
  if (!/^\d{4}$/.test(one.period)) return
  const from = Math.max(0, one.span.start - 60)
  const at = text.slice(from, one.span.end + 30).lastIndexOf(one.period)
  if (at === -1) return
  const start = from + at
  if (quantities.some(({ span }) => span.start <= start && start < span.end)) return
  const is = String(Number(one.period) - 1)
  yield {
    kind: 'period',
    where: 'cross',
    relation: 'same',
    truth: 'false',
    text: text.slice(0, start) + is + text.slice(start + 4),
    at: start,
    was: one.period,
    is,
  }
}
