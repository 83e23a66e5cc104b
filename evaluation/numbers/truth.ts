import type { Quantity } from '../../src/model/quantity.ts'

/** What an error has done to a relation: made it false, left it true (rounding, a range), or nobody can know. */
export type Truth = 'false' | 'true' | 'unknown'

type Range = Pick<Quantity, 'low' | 'high' | 'value'>

/**
 * Whether a relation still holds after one operand was changed, by interval arithmetic of its own. `between` is the text from the
 * first operand to the last.
 */
export function truthOf(kind: string, operands: readonly Quantity[], between: string): Truth {
  if (operands.some(({ hedge, range }) => hedge !== undefined || range === true)) return 'unknown'
  const judge = JUDGES[kind]
  return judge === undefined ? 'unknown' : judge(operands, between)
}

const JUDGES: Readonly<Record<string, (operands: readonly Quantity[], between: string) => Truth>> = {
  sum: sum,
  'table-sum': tableSum,
  hundred: (shares) => meets(add(shares), { value: 100, low: 100, high: 100 }),
  share: ([part, whole, share]) =>
    part === undefined || whole === undefined || share === undefined
      ? 'unknown'
      : meets(scale(divide(part, whole), 100), widened(share)),
  'percent-change': ([from, to, by]) => {
    if (from === undefined || to === undefined || by === undefined) return 'unknown'
    const change = scale(divide(to, from), 100)
    const moved = { value: change.value - 100, low: change.low - 100, high: change.high - 100 }
    return meets(absolute(moved), absolute(by))
  },
  points: ([from, to, by]) =>
    from === undefined || to === undefined || by === undefined
      ? 'unknown'
      : meets(
          absolute({ value: to.value - from.value, low: to.low - from.high, high: to.high - from.low }),
          absolute(by),
        ),
  ratio: ([from, to, by], between) => {
    if (from === undefined || to === undefined || by === undefined) return 'unknown'
    const quotient = divide(to, from)
    // in words a ratio is rough, and `grew 1.5 times` may mean by or to
    const slack = /\d/.test(by.text) ? 0 : 0.12 * by.value
    const said = { value: by.value, low: by.low - slack, high: by.high + slack }
    const more = { value: said.value + 1, low: said.low + 1, high: said.high + 1 }
    const inverse = divide(from, to)
    const fits = [quotient, inverse].some((one) => meets(one, said) === 'true')
    const ambiguous = !/原来的/.test(between) && meets(quotient, more) === 'true'
    return fits || ambiguous ? 'true' : 'false'
  },
  price: ([money, amount, price]) => {
    if (money === undefined || amount === undefined || price === undefined) return 'unknown'
    // the units of amount and price may differ: only a change that leaves the interval of the quotient is known
    return meets(divide(money, amount), price)
  },
  bounds: ([least, most, mean]) =>
    least === undefined || most === undefined || mean === undefined
      ? 'unknown'
      : mean.high < least.low || mean.low > most.high
        ? 'false'
        : 'true',
  same: ([first, second]) => (first === undefined || second === undefined ? 'unknown' : meets(first, second)),
  parallel: ([first, second]) => (first === undefined || second === undefined ? 'unknown' : meets(first, second)),
}

/** Words after which the list of parts may leave something out. */
const INCLUDING =
  /of which|of whom|of these|including|in particular|в том числе|из них|из которых|включая|оның ішінде|其中|包括|\bof the\b|^из |из \d/u

function sum(operands: readonly Quantity[], between: string): Truth {
  // the whole is told first or last; before the change it was the largest, so it is sought by its place
  const [first, last] = [operands[0], operands.at(-1)]
  if (first === undefined || last === undefined) return 'unknown'
  const asFirst = meets(add(operands.slice(1)), first)
  const asLast = meets(add(operands.slice(0, -1)), last)
  if (asFirst === 'true' || asLast === 'true') return 'true'
  const whole = operands[0] as Quantity
  const parts = add(operands.slice(1))
  return INCLUDING.test(between.toLowerCase()) && parts.high < whole.low ? 'unknown' : 'false'
}

function tableSum([total, ...terms]: readonly Quantity[]): Truth {
  if (total === undefined) return 'unknown'
  return meets(add(terms), total)
}

function add(terms: readonly Range[]): Range {
  const total = (pick: (term: Range) => number): number => terms.reduce((all, term) => all + pick(term), 0)
  return { value: total(({ value }) => value), low: total(({ low }) => low), high: total(({ high }) => high) }
}

function divide(part: Range, whole: Range): Range {
  if (whole.low <= 0) return { value: Number.NaN, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }
  return { value: part.value / whole.value, low: part.low / whole.high, high: part.high / whole.low }
}

function scale({ value, low, high }: Range, factor: number): Range {
  return { value: value * factor, low: low * factor, high: high * factor }
}

function absolute({ value, low, high }: Range): Range {
  if (low >= 0) return { value, low, high }
  if (high <= 0) return { value: -value, low: -high, high: -low }
  return { value: Math.abs(value), low: 0, high: Math.max(-low, high) }
}

/** A share that is cut off instead of rounded is right too. */
function widened({ value, low, high }: Range): Range {
  const half = (high - low) / 2
  return { value, low: low - half, high: high + half }
}

function meets(one: Range, other: Range): Truth {
  const slack = 1e-9 * Math.max(1, Math.abs(one.value), Math.abs(other.value))
  return one.low <= other.high + slack && one.high >= other.low - slack ? 'true' : 'false'
}
