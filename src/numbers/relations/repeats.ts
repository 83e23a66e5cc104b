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
  const byFigure = new Map<string, SentenceText[]>()
  const told = new Set<SentenceText>()
  for (const sentence of sentences) {
    if (!isBody(sentence)) continue
    const shared = new Map<SentenceText, number>()
    for (const key of new Set(sentence.figures.map(keyOf))) {
      const seen = byFigure.get(key)
      if (seen === undefined) byFigure.set(key, [sentence])
      else {
        if (seen.length <= MOST_SENTENCES) for (const other of seen) shared.set(other, (shared.get(other) ?? 0) + 1)
        seen.push(sentence)
      }
    }
    for (const [other, count] of shared) {
      if (count < 2 && Math.max(distinct(other), distinct(sentence)) > 1) continue
      if (told.has(other) || !isRepeat(other, sentence, count)) continue
      told.add(other)
      yield repeat(other, sentence)
      break
    }
  }
}

/** Abstracts and conclusions repeat the body on purpose; captions and notes the text. */
function isBody(sentence: SentenceText): boolean {
  const kind = sentence.line.sectionKind
  if (kind === 'abstract' || kind === 'conclusion' || kind === 'keywords' || kind === 'acknowledgements') return false
  return wordsOf(sentence) >= LEAST_WORDS
}

function keyOf({ value, unit, hedge }: Figure): string {
  return `${value} ${unit} ${hedge === 'over' || hedge === 'under' ? hedge : ''}`
}

function isRepeat(first: SentenceText, second: SentenceText, shared: number): boolean {
  const all = Math.min(distinct(first), distinct(second))
  const years = sharedYears(first, second)
  const alike = likeness(first, second)
  const same = shared === Math.max(distinct(first), distinct(second)) && printedAlike(first, second)
  if (alike >= 0.85 && same && shared + years >= 2) return true
  // the same three figures (or two and a year) in other words
  const telling = first.figures.filter(
    (figure) => isTelling(figure) && second.figures.some((other) => keyOf(other) === keyOf(figure)),
  ).length
  if (
    shared >= 2 &&
    telling >= 2 &&
    units(first) >= 2 &&
    shared === all &&
    years >= 1 &&
    contained(first, second) >= 0.6
  ) {
    return true
  }
  return shared >= 3 && telling >= 3 && shared === all && years >= 1 && alike >= 0.3
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

function distinct({ figures }: SentenceText): number {
  return figures.length < 2 ? figures.length : new Set(figures.map(keyOf)).size
}

function sharedYears(first: SentenceText, second: SentenceText): number {
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
function likeness(first: SentenceText, second: SentenceText): number {
  const mine = new Set(first.content.map(({ stem }) => stem))
  const theirs = new Set(second.content.map(({ stem }) => stem))
  const shared = [...mine].filter((stem) => theirs.has(stem)).length
  return shared / Math.max(1, mine.size + theirs.size - shared)
}

function units({ figures }: SentenceText): number {
  return new Set(figures.map(({ unit }) => unit)).size
}

/** Share of the words of the shorter sentence that the longer one has. */
function contained(first: SentenceText, second: SentenceText): number {
  const mine = new Set(first.content.map(({ stem }) => stem))
  const theirs = new Set(second.content.map(({ stem }) => stem))
  const shared = [...mine].filter((stem) => theirs.has(stem)).length
  return shared / Math.max(1, Math.min(mine.size, theirs.size))
}

function repeat(first: SentenceText, second: SentenceText): Relation {
  const lacking = first.cites !== second.cites
  const [at, other] = lacking && !first.cites ? [first, second] : [second, first]
  const figures = at.figures.map(({ text }) => text).join(', ')
  const span = ({ line, start, end }: SentenceText) => spanOf(line.passage, start, end)
  return {
    kind: 'repeated',
    operands: [...first.figures, ...second.figures].map(({ id }) => id),
    computation: `${figures} stand in both sentences (${brief(100 * likeness(first, second))} % of the words)`,
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
