import type { Relation } from '../../model/quantity.ts'
import type { Figure, SentenceText } from '../figures.ts'
import { between, brief, overlap, relate, sumOf } from './relation.ts'

/** Growth rates in brackets behind a whole and each of its parts: the whole grows by what its parts grew. */
export function* growthOfParts(
  { figures, line }: SentenceText,
  whole: Figure,
  parts: readonly Figure[],
): Iterable<Relation> {
  const rateOf = (figure: Figure): Figure | undefined => {
    const next = figures[figures.indexOf(figure) + 1]
    if (next?.unit !== '%' || next.start - figure.end > 16 || next.found.upper !== undefined) return undefined
    return /^[^\d.;]{0,14}[(（] ?[+−–-]?$/.test(line.plain.text.slice(figure.end, next.found.from)) ? next : undefined
  }
  const total = rateOf(whole)
  const rates = parts.map(rateOf)
  if (total === undefined || rates.length > 5 || rates.some((rate) => rate === undefined)) return
  const known = rates as readonly Figure[]
  if ([total, ...known].some((rate) => rate.low <= -100)) return
  const [low, high] = growthOfSum(parts, known)
  const holds = overlap(low, high, total.low, total.high)
  const terms = parts.map((part, index) => `${part.text} / ${brief(1 + (known[index] as Figure).value / 100)}`)
  const computation = `(${parts.map((part) => part.text).join(' + ')}) / (${terms.join(' + ')}) − 1 = ${between(low, high)} %`
  yield relate(
    'growth-of-sum',
    [whole, total, ...parts.flatMap((part, index) => [part, known[index] as Figure])],
    computation,
    holds,
    holds
      ? undefined
      : {
          rule: 'percent-change',
          messageId: 'parts',
          data: {
            said: total.text,
            change: `${between(low, high)} %`,
            parts: parts.map((part, index) => `${part.text} at ${(known[index] as Figure).text}`).join(' and '),
          },
          severity: 'warning',
          confidence: 'likely',
          at: total,
          about: 'growth of the whole',
          ours: total.text,
          theirs: computation,
        },
  )
}

/** Extremes of Σv / Σ(v / (1 + g)) − 1 in per cent over all corners; the whole is the sum of its parts, not free. */
function growthOfSum(parts: readonly Figure[], rates: readonly Figure[]): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let corner = 0; corner < 2 ** parts.length; corner++) {
    const values = parts.map((part, index) => ((corner >> index) & 1 ? part.high : part.low))
    const total = sumOf(values)
    // larger rates make a smaller base: their extremes go together
    const base = (side: 'low' | 'high'): number =>
      sumOf(values.map((value, index) => value / (1 + (rates[index] as Figure)[side] / 100)))
    low = Math.min(low, 100 * (total / base('low') - 1))
    high = Math.max(high, 100 * (total / base('high') - 1))
  }
  return [low, high]
}
