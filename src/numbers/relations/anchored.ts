import type { Relation } from '../../model/quantity.ts'
import type { Figure, SentenceText } from '../figures.ts'
import { contrasted } from '../lexicon/glossary.ts'
import { type Slip, slipBetween, slipWords } from '../slips.ts'
import { sameSource } from '../sources.ts'
import { agree, ratioOf } from './agree.ts'
import { pairOf } from './orphans.ts'
import { digitsOf, relate } from './relation.ts'

/** A value that stands in more places than this anchors nothing. */
const MOST_PLACES = 5
/** How much of the words of the terser sentence the other must have, and how many words: with a known slip, and without. */
const SHARED = { slip: { part: 0.4, words: 3 }, plain: { part: 0.6, words: 5 } } as const

/** A sentence and the place of one figure in it. */
interface Place {
  readonly sentence: SentenceText
  readonly at: number
}

/**
 * Two sentences that tell the same thing, one figure of theirs alike and the one beside it not: `7.2 % …, and 23.4 % …` here and `7.2 %
 * …, and 32.4 % …` there. One of the two stands nowhere else. `reported` are pairs that are known already.
 */
export function* anchoredIn(sentences: readonly SentenceText[], reported: ReadonlySet<string>): Iterable<Relation> {
  const places = placesOf(sentences)
  const told = new Set<string>()
  for (const all of places.values()) {
    if (all.length < 2 || all.length > MOST_PLACES || !isTelling(figureAt(all[0] as Place))) continue
    for (const [index, first] of all.entries()) {
      for (const second of all.slice(index + 1)) {
        for (const step of [1, -1] as const) {
          const pair = oddBeside(first, second, step)
          if (pair === undefined || told.has(pairOf(pair[0].id, pair[1].id))) continue
          const relation = judged(first.sentence, second.sentence, pair, figureAt(first), places)
          if (relation === undefined || reported.has(pairOf(pair[0].id, pair[1].id))) continue
          told.add(pairOf(pair[0].id, pair[1].id))
          yield relation
        }
      }
    }
  }
}

function placesOf(sentences: readonly SentenceText[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>()
  for (const sentence of sentences) {
    for (const [at, figure] of sentence.figures.entries()) {
      const list = places.get(keyOf(figure))
      if (list === undefined) places.set(keyOf(figure), [{ sentence, at }])
      else list.push({ sentence, at })
    }
  }
  return places
}

function keyOf({ value, unit }: Figure): string {
  return `${value} ${unit}`
}

function figureAt({ sentence, at }: Place): Figure {
  return sentence.figures[at] as Figure
}

/** Small round numbers return by chance. */
function isTelling(figure: Figure): boolean {
  return isPlain(figure) && digitsOf(figure).replace(/0+$/, '').length >= (figure.unit === '' ? 3 : 2)
}

/** A figure that names one value: no range, no word, no bound, no size of some sample. */
function isPlain({ kind, found, hedge, line, start }: Figure): boolean {
  if (!['count', 'money', 'percent', 'measure'].includes(kind) || found.words || found.upper !== undefined) return false
  const { text } = line.plain
  return hedge === undefined && text[start - 1] !== '=' && text[start - 2] !== '='
}

/** The figures of one kind that stand right beside the anchor in both sentences, where they differ. */
function oddBeside(first: Place, second: Place, step: 1 | -1): readonly [Figure, Figure] | undefined {
  if (first.sentence === second.sentence) return undefined
  const one = beside(first, step)
  const other = beside(second, step)
  if (one === undefined || other === undefined || !isPlain(one) || !isPlain(other)) return undefined
  if (one.kind !== other.kind || one.dimension !== other.dimension || agree(one, other)) return undefined
  const knows = ({ figures }: SentenceText, figure: Figure): boolean => figures.some((mine) => agree(mine, figure))
  // a member of a list that is told in another order, or of another part of it
  return knows(first.sentence, other) || knows(second.sentence, one) ? undefined : [one, other]
}

/** The next figure of the kind of the anchor; intervals in brackets are passed over. */
function beside({ sentence, at }: Place, step: 1 | -1): Figure | undefined {
  const { figures } = sentence
  const anchor = figures[at] as Figure
  for (let next = at + step; next >= 0 && next < figures.length; next += step) {
    const figure = figures[next] as Figure
    if (figure.kind === anchor.kind && figure.dimension === anchor.dimension && !isInterval(figure)) return figure
    if (!isBracketed(figure)) return undefined
  }
  return undefined
}

/** `95 % CI`. */
function isInterval({ line, end }: Figure): boolean {
  return /^[ -]?(?:CI|confidence|ДИ|доверит|置信)/iu.test(line.plain.text.slice(end, end + 12))
}

/** Inside the brackets of an interval: `(95 % CI 6.3; 8.2)`. */
function isBracketed(figure: Figure): boolean {
  if (isInterval(figure)) return true
  const lead = figure.line.plain.text.slice(Math.max(0, figure.start - 40), figure.start)
  return /(?:CI|ДИ|置信区间)[^()[\]]{0,24}$/iu.test(lead)
}

function isSummary({ line }: SentenceText): boolean {
  return line.sectionKind === 'abstract' || line.sectionKind === 'conclusion'
}

function judged(
  mine: SentenceText,
  theirs: SentenceText,
  [one, other]: readonly [Figure, Figure],
  anchor: Figure,
  places: ReadonlyMap<string, readonly Place[]>,
): Relation | undefined {
  if (mine.line.section === theirs.line.section || mine.line.language !== theirs.line.language) return undefined
  if ([mine, theirs].some(({ line }) => line.sectionKind === 'acknowledgements')) return undefined
  if (one.dated && other.dated && one.period !== other.period) return undefined
  if (one.source !== '' && other.source !== '' && !sameSource(one.source, other.source)) return undefined
  if (contrasted(one.context, other.context) || contrasted(stemsOf(mine), stemsOf(theirs))) return undefined
  // told elsewhere too, both are right of something
  const [here, there] = [places.get(keyOf(one))?.length ?? 1, places.get(keyOf(other))?.length ?? 1]
  if (Math.min(here, there) > 1) return undefined
  const slip = slipBetween(digitsOf(one), digitsOf(other), ratioOf(one, other))
  if (slip === undefined && isSummary(mine) === isSummary(theirs)) return undefined
  const { part, words } = slip === undefined ? SHARED.plain : SHARED.slip
  const shared = sharedOf(stemsOf(mine), stemsOf(theirs))
  if (shared.count < words || shared.part < part) return undefined
  return differs(one, other, anchor, slip)
}

function stemsOf({ content }: SentenceText): readonly string[] {
  return [...new Set(content.map(({ stem }) => stem))]
}

function sharedOf(
  mine: readonly string[],
  theirs: readonly string[],
): { readonly count: number; readonly part: number } {
  const count = mine.filter((stem) => theirs.includes(stem)).length
  return { count, part: count / Math.max(1, Math.min(mine.length, theirs.length)) }
}

function differs(one: Figure, other: Figure, anchor: Figure, slip: Slip | undefined): Relation {
  const [first, second] = one.line.block < other.line.block ? [one, other] : [other, one]
  const power = slip === 'power'
  const computation = `${first.text} ≠ ${second.text}${slip === undefined ? '' : `: ${slipWords[slip]}`}; ${anchor.text} stands beside both`
  return relate('same', [first, second], computation, false, {
    rule: power ? 'magnitude' : 'contradiction',
    messageId: power ? 'places' : 'differs',
    data: { here: second.text, there: first.text, period: first.period },
    severity: 'warning',
    confidence: 'likely',
    at: second,
    about: `beside ${anchor.text}`,
    ours: second.text,
    theirs: first.text,
    ...(slip === undefined ? {} : { note: `${slipWords[slip]}.`.replace(/^./, (letter) => letter.toUpperCase()) }),
  })
}
