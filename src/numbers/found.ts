import type { Hedge, QuantityKind } from '../model/quantity.ts'

/** A quantity as the scanner finds it: offsets in the text of its block. */
export interface Found {
  start: number
  end: number
  /** where digits or number words stand, without sign, currency or unit */
  readonly from: number
  readonly to: number
  /** the printed number, before its magnitude */
  readonly printed: number
  readonly decimals: number
  /** digits as printed without separators and leading zeros; empty for words */
  readonly digits: string
  sign: 1 | -1
  unit: string
  kind: QuantityKind
  power: number
  magnitude: boolean
  factor: number
  hedge?: Hedge
  /** the upper end of a range, printed */
  upper?: { readonly printed: number; readonly decimals: number; readonly power: number }
  /** the amount after ± */
  error?: number
  /** borrows its unit from a number to its right */
  elided?: boolean
  /** an upright number of words is exact; digits stand for an interval */
  readonly words: boolean
  /** a grammatical ending after a hyphen: `30-дан` */
  ending?: string
  /** index of the year that this would be, unless a list gives it a unit */
  year?: number
}

/** A year or a span of years that the text names. */
export interface YearMark {
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
  /** how the period is called, once it was asked for */
  period?: string
}

export interface ValueRange {
  readonly low: number
  readonly high: number
}

/** The value in single units. */
export function amountOf(found: Found): number {
  const { printed, upper, sign, factor, power } = found
  const at = (number: number, tens: number): number => clean(number * factor * 10 ** tens)
  if (upper !== undefined) return sign * clean((at(printed, power) + at(upper.printed, upper.power)) / 2)
  return sign * at(printed, power)
}

/**
 * The interval of all values that would be printed so: half a unit of the last printed place to both sides; a range from its
 * lower to its upper end. Whole counts and numbers in words stand for themselves.
 */
export function intervalOf(found: Found): ValueRange {
  const { printed, decimals, upper, error, sign, factor, power } = found
  const scale = factor * 10 ** power
  if (upper !== undefined) {
    const low = clean(printed * scale)
    return { low, high: Math.max(low, clean(upper.printed * factor * 10 ** upper.power)) }
  }
  const slack = error ?? (isExact(found) ? 0 : 0.5 * 10 ** -decimals)
  const low = clean((printed - slack) * scale)
  const high = clean((printed + slack) * scale)
  return sign < 0 ? { low: -high, high: -low } : { low, high }
}

function isExact({ words, kind, decimals, power }: Found): boolean {
  return words || (kind === 'count' && decimals === 0 && power === 0)
}

/** Takes the noise of binary fractions off. */
export function clean(value: number): number {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return value
  return Number(value.toPrecision(13))
}
