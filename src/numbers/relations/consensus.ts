import type { Relation } from '../../model/quantity.ts'
import type { Figure, SentenceText } from '../figures.ts'
import { contrasted } from '../lexicon/glossary.ts'
import { slipBetween, slipNote, slipWords } from '../slips.ts'
import { ratioOf } from './agree.ts'
import { countedBy } from './counted.ts'
import { pairOf } from './orphans.ts'
import { digitsOf, relate } from './relation.ts'

/** Shorter numbers differ by a slip from too many others. */
const LEAST_DIGITS = { transposed: 4, digit: 5 } as const
/** Counts of one thing beyond this many are a series. */
const MOST_VALUES = 30

/**
 * A long count that the document tells twice and more, and once with two digits exchanged or one wrong, of the same thing: `37,801
 * children` here and there, `73,801 children` in one place. `reported` are pairs that are known already.
 */
export function* consensusIn(sentences: readonly SentenceText[], reported: ReadonlySet<string>): Iterable<Relation> {
  const counts = new Map<number, number>()
  const byNoun = new Map<string, Figure[]>()
  for (const sentence of sentences) {
    for (const figure of sentence.figures) {
      if (figure.kind !== 'count') continue
      counts.set(figure.value, (counts.get(figure.value) ?? 0) + 1)
      const noun = isLong(figure) ? countedBy(figure, sentence) : undefined
      if (noun === undefined) continue
      const list = byNoun.get(noun)
      if (list === undefined) byNoun.set(noun, [figure])
      else list.push(figure)
    }
  }
  const often = ({ value }: Figure): number => counts.get(value) ?? 0
  for (const all of byNoun.values()) {
    if (all.length < 2 || all.length > MOST_VALUES) continue
    for (const odd of all) {
      if (often(odd) > 1) continue
      const known = all.find(
        (other) => often(other) > 1 && isSlip(odd, other) && !contrasted(odd.context, other.context),
      )
      if (known === undefined || reported.has(pairOf(odd.id, known.id))) continue
      yield differs(odd, known, often(known))
    }
  }
}

function isLong(figure: Figure): boolean {
  const { found, hedge, line, start } = figure
  if (found.words || found.magnitude || found.upper !== undefined || hedge !== undefined) return false
  return digitsOf(figure).length >= LEAST_DIGITS.transposed && line.plain.text[start - 1] !== '='
}

function isSlip(odd: Figure, known: Figure): boolean {
  if (odd.dated && known.dated && odd.period !== known.period) return false
  const slip = slipBetween(digitsOf(odd), digitsOf(known), ratioOf(odd, known))
  return (slip === 'transposed' || slip === 'digit') && digitsOf(odd).length >= LEAST_DIGITS[slip]
}

function differs(odd: Figure, known: Figure, times: number): Relation {
  const slip = slipBetween(digitsOf(odd), digitsOf(known), ratioOf(odd, known)) ?? 'digit'
  const computation = `${known.text} ≠ ${odd.text}: ${slipWords[slip]}; ${known.text} stands in ${times} places`
  return relate('same', [known, odd], computation, false, {
    rule: 'contradiction',
    messageId: 'differs',
    data: { here: odd.text, there: known.text, period: odd.period },
    severity: 'warning',
    confidence: 'likely',
    at: odd,
    about: known.text,
    ours: odd.text,
    theirs: known.text,
    note: slipNote(slip),
  })
}
