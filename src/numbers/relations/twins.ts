import type { Relation } from '../../model/quantity.ts'
import type { Figure, SentenceText } from '../figures.ts'
import { contrasted } from '../lexicon/glossary.ts'
import { slipBetween, slipNote, slipWords } from '../slips.ts'
import { agree, ratioOf } from './agree.ts'
import { pairOf } from './orphans.ts'
import { digitsOf, relate } from './relation.ts'

/** How much of the words of the terser sentence the other must have, and how many words: with a known slip, and without. */
const SHARED = { slip: { part: 0.5, words: 4 }, plain: { part: 0.65, words: 5 } } as const
/** Words that stand in more sentences than this lead from none to another. */
const MOST_SENTENCES = 40

/** A sentence with one figure only, and its words. */
interface Single {
  readonly sentence: SentenceText
  readonly figure: Figure
  readonly stems: readonly string[]
}

/**
 * A sentence of the summary with one figure, and one of the body that tells the same in nearly the same words with another: where the
 * figure of the summary stands nowhere else, and no other sentence of the body is as much alike.
 */
export function* twinsIn(sentences: readonly SentenceText[], reported: ReadonlySet<string>): Iterable<Relation> {
  const singles = sentences.flatMap((sentence) => singleOf(sentence) ?? [])
  const summary = singles.filter(({ sentence }) => isSummary(sentence))
  if (summary.length === 0) return
  const all = sentences.flatMap(({ figures }) => figures)
  const index = new Map<string, Single[]>()
  for (const single of singles) {
    if (isSummary(single.sentence)) continue
    for (const stem of single.stems) {
      const list = index.get(stem)
      if (list === undefined) index.set(stem, [single])
      else list.push(single)
    }
  }
  for (const mine of summary) {
    const others = all.filter((figure) => figure !== mine.figure && agree(figure, mine.figure))
    if (others.length > 0) continue
    const found = twinsOf(mine, index)
    const [one] = found
    if (one === undefined || found.some(({ figure }) => !agree(figure, one.figure))) continue
    // the summary tells it elsewhere
    if (summary.some((other) => other !== mine && agree(other.figure, one.figure))) continue
    if (!reported.has(pairOf(mine.figure.id, one.figure.id))) yield differs(mine.figure, one.figure)
  }
}

function singleOf(sentence: SentenceText): Single | undefined {
  const [figure, second] = sentence.figures
  if (figure === undefined || second !== undefined || sentence.statistics.length > 0) return undefined
  const { kind, found, hedge } = figure
  if (!['count', 'money', 'percent', 'measure'].includes(kind) || found.words || found.upper !== undefined)
    return undefined
  if (hedge !== undefined || digitsOf(figure).length < 2) return undefined
  return { sentence, figure, stems: [...new Set(sentence.content.map(({ stem }) => stem))] }
}

function isSummary({ line }: SentenceText): boolean {
  return line.sectionKind === 'abstract' || line.sectionKind === 'conclusion'
}

function twinsOf(mine: Single, index: ReadonlyMap<string, readonly Single[]>): readonly Single[] {
  const seen = new Map<Single, number>()
  for (const stem of mine.stems) {
    const list = index.get(stem) ?? []
    if (list.length <= MOST_SENTENCES) for (const other of list) seen.set(other, (seen.get(other) ?? 0) + 1)
  }
  return [...seen].flatMap(([other, count]) => {
    const { figure, stems, sentence } = other
    if (figure.kind !== mine.figure.kind || figure.dimension !== mine.figure.dimension) return []
    if (sentence.line.language !== mine.sentence.line.language || agree(figure, mine.figure)) return []
    if (figure.dated && mine.figure.dated && figure.period !== mine.figure.period) return []
    const slip = slipBetween(digitsOf(mine.figure), digitsOf(figure), ratioOf(mine.figure, figure))
    const { part, words } = slip === undefined ? SHARED.plain : SHARED.slip
    if (count < words || count < part * Math.min(mine.stems.length, stems.length)) return []
    return contrasted(mine.stems, stems) || namesDiffer(mine.sentence, sentence) ? [] : [other]
  })
}

/** Proper names in one of the two that the other does not have: it may be of something else. */
export function namesDiffer(one: SentenceText, other: SentenceText): boolean {
  const namesOf = ({ content }: SentenceText): readonly string[] =>
    content.flatMap(({ name, stem }) => (name ? [stem] : []))
  const [mine, theirs] = [namesOf(one), namesOf(other)]
  return mine.some((name) => !theirs.includes(name)) && theirs.some((name) => !mine.includes(name))
}

function differs(one: Figure, other: Figure): Relation {
  const [first, second] = one.line.block < other.line.block ? [one, other] : [other, one]
  const slip = slipBetween(digitsOf(one), digitsOf(other), ratioOf(one, other))
  const computation = `${first.text} ≠ ${second.text}${slip === undefined ? '' : `: ${slipWords[slip]}`}; nearly the same words`
  return relate('same', [first, second], computation, false, {
    rule: 'contradiction',
    messageId: 'differs',
    data: { here: second.text, there: first.text, period: first.period },
    severity: 'warning',
    confidence: 'likely',
    at: second,
    about: 'one sentence told twice',
    ours: second.text,
    theirs: first.text,
    ...(slip === undefined ? {} : { note: slipNote(slip) }),
  })
}
