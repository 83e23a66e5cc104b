import type { Relation } from '../../model/quantity.ts'
import { spanOf } from '../../text/passage.ts'
import type { Figure, SentenceText } from '../figures.ts'
import { brief } from './relation.ts'

/** Shorter sentences are boilerplate. */
const LEAST_WORDS = 8
/** Figures that occur in more sentences than this are no sign of a repeat. */
const MOST_SENTENCES = 6

/** Sentences told twice with their numbers, and groups of figures that return together; one may lack its source. */
export function* repeatsIn(sentences: readonly SentenceText[]): Iterable<Relation> {
  const byFigure = new Map<string, Told[]>()
  const repeated = new Set<Told>()
  for (const sentence of sentences) {
    if (sentence.figures.length === 0 || !isBody(sentence)) continue
    const keys = sentence.figures.map(keyOf)
    const distinct = keys.length < 2 ? keys : [...new Set(keys)]
    const told: Told = { sentence, keys, distinct }
    let shared: Map<Told, number> | undefined
    for (const key of distinct) {
      const seen = byFigure.get(key)
      if (seen === undefined) byFigure.set(key, [told])
      else {
        // longer lists are never looked at
        if (seen.length > MOST_SENTENCES) continue
        shared ??= new Map()
        for (const other of seen) shared.set(other, (shared.get(other) ?? 0) + 1)
        seen.push(told)
      }
    }
    for (const [other, count] of shared ?? []) {
      if (count < 2 && Math.max(other.distinct.length, distinct.length) > 1) continue
      if (repeated.has(other) || !isRepeat(other, told, count)) continue
      repeated.add(other)
      yield repeat(other, told)
      break
    }
  }
}

/** A sentence with keys of its figures, one each and once each. */
interface Told {
  readonly sentence: SentenceText
  readonly keys: readonly string[]
  readonly distinct: readonly string[]
  /** stems of its words, once they were asked for */
  stems?: ReadonlySet<string>
}

function stemsOf(told: Told): ReadonlySet<string> {
  told.stems ??= new Set(told.sentence.content.map(({ stem }) => stem))
  return told.stems
}

/** Abstracts and conclusions repeat the body on purpose; captions and notes the text. */
function isBody(sentence: SentenceText): boolean {
  const kind = sentence.line.sectionKind
  if (kind === 'abstract' || kind === 'conclusion' || kind === 'keywords' || kind === 'acknowledgements') return false
  return wordsOf(sentence) >= LEAST_WORDS
}

function keyOf({ key, hedge }: Figure): string {
  return hedge === 'over' || hedge === 'under' ? `${key} ${hedge}` : key
}

function isRepeat(first: Told, second: Told, shared: number): boolean {
  const years = sharedYears(first.sentence, second.sentence)
  if (shared + years < 2) return false
  const all = Math.min(first.distinct.length, second.distinct.length)
  const most = Math.max(first.distinct.length, second.distinct.length)
  if (shared === most && printedAlike(first.sentence, second.sentence) && likeness(first, second) >= 0.85) return true
  // the same three figures (or two and a year) in other words
  if (shared < 2 || shared !== all || years < 1) return false
  const telling = first.sentence.figures.filter(
    (figure, at) => isTelling(figure) && second.distinct.includes(first.keys[at] as string),
  ).length
  if (telling >= 2 && units(first.sentence) >= 2 && contained(first, second) >= 0.6) return true
  return shared >= 3 && telling >= 3 && likeness(first, second) >= 0.3
}

/** A paste keeps the digits; 1,2 млрд for 1200 млн was written anew. */
function printedAlike(first: SentenceText, second: SentenceText): boolean {
  const digits = ({ figures }: SentenceText): string =>
    figures
      .map(({ found }) => found.digits)
      .sort()
      .join(' ')
  return digits(first) === digits(second)
}

/** Small whole numbers return by chance. */
function isTelling({ value, unit, found }: Figure): boolean {
  return unit !== '' || found.digits.length >= 3 || value >= 100
}

function sharedYears(first: SentenceText, second: SentenceText): number {
  if (first.years.length === 0 || second.years.length === 0) return 0
  const years = new Set(second.years.map(({ from, to }) => `${from} ${to}`))
  return new Set(first.years.map(({ from, to }) => `${from} ${to}`).filter((year) => years.has(year))).size
}

function wordsOf({ line, start, end }: SentenceText): number {
  if (line.language === 'zh') return (end - start) / 2
  let words = 1
  for (let at = start; at < end && words < LEAST_WORDS; at++) if (line.plain.text.charCodeAt(at) === 32) words++
  return words
}

/** Share of the words of content that both sentences have. */
function likeness(first: Told, second: Told): number {
  const [mine, theirs] = [stemsOf(first), stemsOf(second)]
  const shared = sharedOf(mine, theirs)
  return shared / Math.max(1, mine.size + theirs.size - shared)
}

function units({ figures }: SentenceText): number {
  return new Set(figures.map(({ unit }) => unit)).size
}

/** Share of the words of the shorter sentence that the longer one has. */
function contained(first: Told, second: Told): number {
  const [mine, theirs] = [stemsOf(first), stemsOf(second)]
  return sharedOf(mine, theirs) / Math.max(1, Math.min(mine.size, theirs.size))
}

function sharedOf(mine: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
  let shared = 0
  for (const stem of mine) if (theirs.has(stem)) shared++
  return shared
}

function repeat(earlier: Told, later: Told): Relation {
  const [first, second] = [earlier.sentence, later.sentence]
  const lacking = first.cites !== second.cites
  const [at, other] = lacking && !first.cites ? [first, second] : [second, first]
  const figures = at.figures.map(({ text }) => text).join(', ')
  const span = ({ line, start, end }: SentenceText) => spanOf(line.passage, start, end)
  return {
    kind: 'repeated',
    operands: [...first.figures, ...second.figures].map(({ id }) => id),
    computation: `${figures} stand in both sentences (${brief(100 * likeness(earlier, later))} % of the words)`,
    holds: true,
    problem: {
      rule: 'repeated',
      messageId: lacking ? 'source' : 'twice',
      data: { figures },
      severity: lacking ? 'warning' : 'info',
      confidence: lacking ? 'likely' : 'certain',
      span: span(at),
      related: [{ span: span(other), message: lacking ? 'told with its source here' : 'the same here' }],
      about: 'figures',
      ours: figures,
      theirs: other.figures.map(({ text }) => text).join(', '),
    },
  }
}
