import type { Relation } from '../../model/quantity.ts'
import type { Figure, SentenceText } from '../figures.ts'
import { transpositionsOf } from '../slips.ts'
import { relate } from './relation.ts'

/** Fewer counts with their shares do not tell what they are shares of. */
const LEAST = 4

interface Pair {
  readonly count: Figure
  readonly share: Figure
  /** the wholes of which the count is that share, as printed */
  readonly low: number
  readonly high: number
}

/**
 * Counts with their shares in one sentence, `84 (20 %), 63 (15 %), 21 (5 %) …`: they have one denominator. Where all but one agree on it,
 * and an exchange of two digits mends the one, that is wrong.
 */
export function* denominatorsIn({ figures, line }: SentenceText): Iterable<Relation> {
  if (figures.length < 2 * LEAST) return
  const pairs: Pair[] = []
  for (const [index, count] of figures.entries()) {
    const share = figures[index + 1]
    if (share === undefined || count.kind !== 'count' || share.unit !== '%' || share.found.upper !== undefined) continue
    if (count.hedge !== undefined || share.hedge !== undefined || count.found.words || share.low <= 0) continue
    if (!/^(?: \p{L}+){0,3} ?[(（]$/u.test(line.plain.text.slice(count.end, share.start))) continue
    pairs.push({ count, share, ...wholeOf(count.value, share.low, share.high) })
  }
  if (pairs.length < LEAST || pairs.length > 30) return
  const best = commonest(pairs)
  const odd = pairs.filter(({ low, high }) => low > best.high || high < best.low)
  const all = pairs.flatMap(({ count, share }) => [count, share])
  const whole = shown(best.low, best.high)
  if (odd.length === 0) {
    yield relate('denominator', all, `${pairs.length} shares are all of ${whole}`, true)
    return
  }
  const [one] = odd
  if (odd.length > 1 || one === undefined || !isMended(one, best)) return
  const own = shown(one.low, one.high)
  const computation = `${one.count.text} / ${one.share.text} = ${own}; the other ${pairs.length - 1} shares are of ${whole}`
  yield relate('denominator', all, computation, false, {
    rule: 'sample-size',
    messageId: 'denominator',
    data: { said: `${one.count.text} (${one.share.text})`, own, others: pairs.length - 1, whole },
    confidence: 'likely',
    at: one.share,
    about: 'denominator',
    ours: own,
    theirs: whole,
    note: 'Two digits may be exchanged.',
  })
}

function wholeOf(count: number, low: number, high: number): { readonly low: number; readonly high: number } {
  return { low: (100 * count) / high, high: (100 * count) / low }
}

/** The stretch of wholes that most of the pairs allow. */
function commonest(pairs: readonly Pair[]): { readonly low: number; readonly high: number } {
  let most = 0
  let best = { low: 0, high: Number.POSITIVE_INFINITY }
  for (const { low } of pairs) {
    const there = pairs.filter((pair) => pair.low <= low + 1e-9 && pair.high >= low - 1e-9)
    if (there.length <= most) continue
    most = there.length
    best = { low, high: Math.min(...there.map((pair) => pair.high)) }
  }
  return best
}

function isMended({ count, share }: Pair, whole: { readonly low: number; readonly high: number }): boolean {
  const fits = (value: number, low: number, high: number): boolean => {
    const range = wholeOf(value, low, high)
    return range.low <= whole.high && range.high >= whole.low
  }
  const half = (share.high - share.low) / 2
  return (
    transpositionsOf(count.found.digits).some((value) => fits(value, share.low, share.high)) ||
    transpositionsOf(share.found.digits).some((value) => value > half && fits(count.value, value - half, value + half))
  )
}

function shown(low: number, high: number): string {
  const [from, to] = [Math.ceil(low - 1e-9), Math.floor(high + 1e-9)]
  if (from >= to) return String(Math.round((low + high) / 2))
  return `${from} to ${to}`
}
