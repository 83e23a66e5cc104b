import type { Relation } from '../../model/quantity.ts'
import type { Figure, SentenceText } from '../figures.ts'
import { contrasted, membersOf } from '../lexicon/glossary.ts'
import { type Slip, slipBetween, slipNote, slipWords } from '../slips.ts'
import { sameSource } from '../sources.ts'
import { agree, ratioOf } from './agree.ts'
import { countedBy } from './counted.ts'
import { pairOf } from './orphans.ts'
import { digitsOf, relate } from './relation.ts'
import { namesDiffer } from './twins.ts'

/** A value that stands in more places than this anchors nothing. */
const MOST_PLACES = 5
/** Sentences of more figures than this are lists. */
const MOST_FIGURES = 12
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
        if (!mayTellTheSame(first.sentence, second.sentence)) continue
        for (const [one, other] of oddPairs(first, second)) {
          const key = pairOf(one.id, other.id)
          if (told.has(key) || reported.has(key)) continue
          const relation = judged(first.sentence, second.sentence, one, other, figureAt(first), places)
          if (relation === undefined) continue
          told.add(key)
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
      const list = places.get(figure.key)
      if (list === undefined) places.set(figure.key, [{ sentence, at }])
      else list.push({ sentence, at })
    }
  }
  return places
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

/** In two sections, in one language. */
function mayTellTheSame(first: SentenceText, second: SentenceText): boolean {
  if (first.line.section === second.line.section || first.line.language !== second.line.language) return false
  if (first.figures.length > MOST_FIGURES || second.figures.length > MOST_FIGURES) return false
  return ![first, second].some(({ line }) => line.sectionKind === 'acknowledgements')
}

/** Figures that differ: those right beside the anchor in both sentences, and those that count the same thing. */
function* oddPairs(first: Place, second: Place): Iterable<readonly [Figure, Figure]> {
  for (const step of [1, -1] as const) {
    const [one, other] = [beside(first, step), beside(second, step)]
    if (one !== undefined && other !== undefined && isOdd(first.sentence, second.sentence, one, other))
      yield [one, other]
  }
  for (const one of first.sentence.figures) {
    const noun = countedBy(one, first.sentence)
    const same =
      noun === undefined ? [] : second.sentence.figures.filter((other) => countedBy(other, second.sentence) === noun)
    const [other] = same
    if (other === undefined || same.length > 1 || !isOdd(first.sentence, second.sentence, one, other)) continue
    if (first.sentence.figures.filter((figure) => countedBy(figure, first.sentence) === noun).length === 1)
      yield [one, other]
  }
}

function isOdd(first: SentenceText, second: SentenceText, one: Figure, other: Figure): boolean {
  if (!isPlain(one) || !isPlain(other) || isBracketed(one) || isBracketed(other)) return false
  if (one.kind !== other.kind || one.dimension !== other.dimension) return false
  const knows = ({ figures }: SentenceText, figure: Figure): boolean => figures.some((mine) => agree(mine, figure))
  // a member of a list that is told in another order, or of another part of it
  return !agree(one, other) && !knows(first, other) && !knows(second, one)
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
  return /^[ -]?(?:CI(?!\p{L})|confidence|ДИ(?!\p{L})|доверит|置信)/u.test(line.plain.text.slice(end, end + 12))
}

/** Inside the brackets of an interval: `(95 % CI 6.3; 8.2)`. */
function isBracketed(figure: Figure): boolean {
  if (isInterval(figure)) return true
  const lead = figure.line.plain.text.slice(Math.max(0, figure.start - 40), figure.start)
  return /(?<!\p{L})(?:CI|ДИ|置信区间)[^()[\]\p{L}]{0,24}$/u.test(lead)
}

function isSummary({ line }: SentenceText): boolean {
  return line.sectionKind === 'abstract' || line.sectionKind === 'conclusion'
}

function judged(
  mine: SentenceText,
  theirs: SentenceText,
  one: Figure,
  other: Figure,
  anchor: Figure,
  places: ReadonlyMap<string, readonly Place[]>,
): Relation | undefined {
  if (one.dated && other.dated && one.period !== other.period) return undefined
  if (one.source !== '' && other.source !== '' && !sameSource(one.source, other.source)) return undefined
  if (excludes(one.context, other.context) || contrasted(stemsOf(mine), stemsOf(theirs))) return undefined
  // told elsewhere too, both are right of something
  const [here, there] = [places.get(one.key)?.length ?? 1, places.get(other.key)?.length ?? 1]
  if (Math.min(here, there) > 1) return undefined
  const slip = slipBetween(digitsOf(one), digitsOf(other), ratioOf(one, other))
  if (slip === undefined && (isSummary(mine) === isSummary(theirs) || namesDiffer(mine, theirs))) return undefined
  const { part, words } = slip === undefined ? SHARED.plain : SHARED.slip
  const shared = sharedOf(stemsOf(mine), stemsOf(theirs))
  if (shared.count < words || shared.part < part) return undefined
  return differs(one, other, anchor, slip)
}

/** Different members of a contrast stand beside the two, and none that both have. */
function excludes(left: readonly string[], right: readonly string[]): boolean {
  const theirs = membersOf(right)
  return [...membersOf(left)].some(([group, members]) => {
    const others = theirs
      .get(group)
      ?.split('+')
      .filter((member) => member !== '')
    return others !== undefined && !others.some((member) => members.split('+').includes(member))
  })
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
    ...(slip === undefined ? {} : { note: slipNote(slip) }),
  })
}
