import type { Relation } from '../../model/quantity.ts'
import { spanOf } from '../../text/passage.ts'
import type { Line } from '../figures.ts'

/** What makes it evident that the data are whole numbers: a scale, items, scores. */
const WHOLE =
  /single[- ]item|one[- ]item|likert|\b(?:\d{1,2}|three|four|five|six|seven|nine|ten)[- ]point (?:\p{L}+ )?scale|балльн\p{L}* шкал|шкал\p{L}* лайкерта|балдық шкала|点量表|级量表/u
const ITEMS =
  /\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)[- ]items?\b|(\d{1,2}|два|две|три|четыре|пять|шесть)[- ](?:пункт|вопрос)/u
const MEAN =
  /(?:\bM|среднее|均值|орташа мән|\bmean)\s?[=＝]\s?(\d{1,3}[.,]\d{1,3})(?:[,，;；]?\s?\(?(?:SD|СО|σ|标准差)\s?[=＝]\s?(\d{1,3}[.,]\d{1,3})\)?)?/gu
const SIZE = /\b[nN]\s?[=＝]\s?(\d{1,4})\b/
const WEIGHTED = /weight|взвеш|加权|imput/i
const WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  два: 2,
  две: 2,
  три: 3,
  четыре: 4,
  пять: 5,
  шесть: 6,
}

/**
 * Means and standard deviations of whole numbers: n of them can only have means that are multiples of 1/n (GRIM, Brown & Heathers
 * 2017), and sums of squares of the parity of the sum (GRIMMER, Anaya 2016, Allard 2018). Only where a scale of whole numbers
 * is evident.
 */
export function* meansIn(line: Line, start: number, end: number): Iterable<Relation> {
  const text = line.plain.text.slice(start, end)
  const lower = line.plain.lower.slice(start, end)
  if (!text.includes('=') || (!WHOLE.test(lower) && !ITEMS.test(lower))) return
  if (WEIGHTED.test(text)) return
  const size = SIZE.exec(text)?.[1]
  if (size === undefined) return
  const items = itemsIn(lower)
  if (items === undefined) return
  const n = Number(size)
  for (const match of text.matchAll(MEAN)) {
    const [, mean = '', deviation] = match
    const at = start + (match.index ?? 0)
    yield* test(line, at, at + match[0].length, mean, deviation, n, items)
  }
}

function itemsIn(lower: string): number | undefined {
  const word = ITEMS.exec(lower)
  if (word === null) return 1
  const named = word[1] ?? word[2] ?? ''
  return /single|one/.test(lower) && named === '' ? 1 : (WORDS[named] ?? Number(named))
}

function* test(
  line: Line,
  start: number,
  end: number,
  mean: string,
  deviation: string | undefined,
  n: number,
  items: number,
): Iterable<Relation> {
  const decimals = mean.length - mean.search(/[.,]/) - 1
  const total = n * items
  if (total < 2 || total >= 10 ** decimals) return
  const value = Number(mean.replace(',', '.'))
  const half = 0.5 * 10 ** -decimals + 1e-9
  const sums = [Math.floor(value * total), Math.ceil(value * total)].filter(
    (sum) => Math.abs(sum / total - value) <= half,
  )
  const nearest = [Math.floor(value * total), Math.ceil(value * total)].map((sum) =>
    (sum / total).toFixed(decimals + 1),
  )
  const problem = (messageId: string, theirs: string): NonNullable<Relation['problem']> => ({
    rule: 'granularity',
    messageId,
    data: { mean, deviation: deviation ?? '', n, items },
    confidence: 'likely',
    span: spanOf(line.passage, start, end),
    related: [],
    about: 'mean of whole numbers',
    ours: line.plain.text.slice(start, end),
    theirs,
  })
  if (sums.length === 0) {
    const computation = `multiples of 1/${total}: ${[...new Set(nearest)].join(', ')}`
    yield { kind: 'granularity', operands: [], computation, holds: false, problem: problem('mean', computation) }
    return
  }
  const computation = sums.map((sum) => `${sum}/${total} = ${(sum / total).toFixed(decimals + 1)}`).join(', ')
  if (deviation === undefined || items !== 1) {
    yield { kind: 'granularity', operands: [], computation, holds: true }
    return
  }
  const fits = sums.some((sum) => squaresFor(sum, n, deviation).length > 0)
  const squares = `sum ${sums.join(' or ')}, ${fits ? 'a' : 'no'} sum of squares fits the deviation`
  yield {
    kind: 'granularity',
    operands: [],
    computation: squares,
    holds: fits,
    ...(fits ? {} : { problem: problem('deviation', squares) }),
  }
}

/** Sums of squares of whole numbers, of the parity of their sum, that give the standard deviation (n − 1). */
function squaresFor(sum: number, n: number, deviation: string): readonly number[] {
  const decimals = deviation.length - deviation.search(/[.,]/) - 1
  const value = Number(deviation.replace(',', '.'))
  const half = 0.5 * 10 ** -decimals
  const squares = (sd: number): number => (n - 1) * sd * sd + (sum * sum) / n
  const low = Math.ceil(squares(Math.max(0, value - half)) - 1e-9)
  const high = Math.floor(squares(value + half) + 1e-9)
  const found: number[] = []
  for (let candidate = low; candidate <= high && found.length < 8; candidate++)
    if ((candidate - sum) % 2 === 0) found.push(candidate)
  return found
}
