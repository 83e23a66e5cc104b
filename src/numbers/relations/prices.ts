import type { Relation } from '../../model/quantity.ts'
import type { Figure, SentenceText } from '../figures.ts'
import { dimensionOf, unitNamed } from '../lexicon/units.ts'
import { isPower } from '../slips.ts'
import { between, meant, overlap, relate } from './relation.ts'

/** Sentences after the one with money and amount in which its price may stand. */
const REACH = 2

/** Money and amount beside each other, and what one unit costs: `$250 million for 1.25 million tons, i.e. $200 per ton`. */
export function* pricesIn(sentences: readonly SentenceText[]): Iterable<Relation> {
  for (const [index, sentence] of sentences.entries()) {
    for (const [at, money] of sentence.figures.entries()) {
      const amount = sentence.figures[at + 1]
      if (amount === undefined || !isBought(money, amount, sentence)) continue
      for (let after = index; after <= index + REACH; after++) {
        const other = sentences[after]
        if (other === undefined || other.line.block !== sentence.line.block) break
        let unit = ''
        for (const price of other.figures) {
          // `$164 per 1,000 cubic metres, compared to $191 in 2020`: the divisor is told once
          if (price.kind === 'money' && price.unit.includes('/')) unit = price.unit
          const relation = priceOf(money, amount, price, unit, after === index)
          if (relation !== undefined) yield relation
        }
      }
    }
  }
}

function isBought(money: Figure, amount: Figure, { line }: SentenceText): boolean {
  if (money.kind !== 'money' || money.unit.includes('/') || amount.kind !== 'measure' || amount.unit.includes('/'))
    return false
  if (!['mass', 'volume', 'energy', 'area', 'length'].includes(dimensionOf(amount.unit))) return false
  return /^,? ?\(?(?:for|or|за|или|i\.e\.,?|that is|,|，|购买|买入) ?$/.test(
    line.plain.lower.slice(money.end, amount.start),
  )
}

function priceOf(
  money: Figure,
  amount: Figure,
  price: Figure,
  unitPrice: string,
  sameSentence: boolean,
): Relation | undefined {
  const own = price.unit.includes('/')
  if (price.kind !== 'money' || (price.found.magnitude && !own) || !unitPrice.startsWith(price.unit.slice(0, 3)))
    return undefined
  const [currency = '', per = ''] = unitPrice.split('/')
  const [count, unit] = per.includes(' ') ? [Number(per.split(' ')[0]), per.split(' ')[1] ?? ''] : [1, per]
  const divisor = unitNamed(unit)
  const sold = unitNamed(amount.unit)
  if (currency !== money.unit || divisor === undefined || sold === undefined || divisor.dimension !== sold.dimension)
    return undefined
  if (money.period !== price.period) return undefined
  const factor = (divisor.factor * count) / sold.factor
  const [least, most] = meant(money)
  const low = (Math.max(0, least) / amount.high) * factor
  const high = (most / amount.low) * factor
  const [from, to] = meant(price)
  const holds = overlap(low, high, from, to)
  const computation = `${money.text} / ${amount.text} = ${between(Math.max(0, low), high, high < 10 ? 2 : 0)} ${unitPrice}`
  if (holds) return relate('price', [money, amount, price], computation, true)
  if (!sameSentence) return undefined
  const value = (money.value / amount.value) * factor
  const power = isPower(nearPower(price.value / value))
  return relate('price', [money, amount, price], computation, false, {
    rule: power ? 'magnitude' : 'ratio',
    messageId: power ? 'price' : 'price',
    data: { said: price.text, money: money.text, amount: amount.text, price: between(low, high, high < 10 ? 2 : 0) },
    at: price,
    about: 'price',
    ours: price.text,
    theirs: computation,
  })
}

/** The power of ten that a ratio is within two per cent of, else the ratio. */
function nearPower(ratio: number): number {
  const power = 10 ** Math.round(Math.log10(ratio))
  return Math.abs(ratio / power - 1) < 0.02 ? power : ratio
}
