import type { Relation } from '../../model/quantity.ts'
import type { SentenceText } from '../figures.ts'
import { brief, relate } from './relation.ts'

/** How many of a currency a US dollar has bought, lowest and highest, since about 1995: facts, and deliberately wide. */
const PER_DOLLAR: Readonly<Record<string, readonly [low: number, high: number]>> = {
  USD: [1, 1],
  EUR: [0.6, 1.25],
  GBP: [0.45, 0.95],
  RUB: [4, 130],
  KZT: [50, 600],
  CNY: [5.5, 9],
  JPY: [75, 170],
  UAH: [1.4, 50],
  KGS: [8, 100],
  INR: [28, 100],
  KRW: [700, 2000],
}

/** What may stand between an amount and the same amount in another currency. */
const APPOSITION =
  /^,? ?[(（]? ?(?:or|about|approximately|some|around|nearly|roughly|i\.e\.,?|equivalent to|или|около|примерно|почти|порядка|что эквивалентно|что составляет|шамамен|яғни|约合?|合|相当于|折合|即)?(?: about| около| примерно)? ?[≈~]? ?$/u
/** How far outside the widest band a rate must lie. */
const FAR = 20
const SLIPS = [1e3, 1e-3, 1e6, 1e-6, 1e4, 1e-4]

/** Two currencies in apposition, `2.1 trillion tenge (about US$4.6 million)`: the rate that they imply was never seen, and a slip of magnitude explains it. */
export function* ratesIn({ figures, line }: SentenceText): Iterable<Relation> {
  for (const [index, money] of figures.entries()) {
    const other = figures[index + 1]
    if (other === undefined || money.kind !== 'money' || other.kind !== 'money' || money.unit === other.unit) continue
    const [mine, theirs] = [PER_DOLLAR[money.unit], PER_DOLLAR[other.unit]]
    if (
      mine === undefined ||
      theirs === undefined ||
      money.found.upper !== undefined ||
      other.found.upper !== undefined
    )
      continue
    if (!APPOSITION.test(line.plain.lower.slice(money.end, other.start)) || money.low <= 0 || other.low <= 0) continue
    const rate = money.value / other.value
    const [low, high] = [mine[0] / theirs[1], mine[1] / theirs[0]]
    if (rate > low / FAR && rate < high * FAR) continue
    const factor = SLIPS.find((power) => rate * power >= low && rate * power <= high)
    if (factor === undefined) continue
    const computation = `${money.text} / ${other.text} = ${brief(rate)} ${money.unit}/${other.unit}; ${brief(rate * factor)} would fit`
    yield relate('rate', [money, other], computation, false, {
      rule: 'magnitude',
      messageId: 'rate',
      data: { money: money.text, other: other.text, rate: brief(rate), unit: `${money.unit}/${other.unit}` },
      about: 'magnitude',
      ours: other.text,
      theirs: computation,
      note: 'Check the magnitude words of the two.',
    })
  }
}
