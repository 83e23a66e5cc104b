import { chiSquaredUpper, correlationTwoSided, fisherUpper, normalTwoSided, studentTwoSided } from './distributions.ts'
import type { Printed, Statistic } from './grammar.ts'

/** What the context of a statistic says of how its p was made. */
export interface Cues {
  readonly oneTailed: boolean
  /** how many comparisons a stated correction is for; 0 where it does not say */
  readonly comparisons?: number
}

export interface Verdict {
  /** p recomputed over the interval that the rounded statistic stands for, two-sided */
  readonly low: number
  readonly high: number
  readonly consistent: boolean
  /** the printed and the recomputed p are on different sides of .05 */
  readonly decision: boolean
  /** a reading that would explain the difference although the text does not say so */
  readonly explained?: 'one-tailed' | 'n-for-df' | 'inequality'
  readonly zero: boolean
}

const ALPHA = 0.05

/** Recomputes p and compares it with the printed one; stated tails and corrections are taken into account. */
export function judge(statistic: Statistic, cues: Cues): Verdict {
  const { low, high } = interval(statistic)
  const factors = cues.comparisons === undefined ? [1] : cues.comparisons > 0 ? [1, cues.comparisons] : []
  const tails = cues.oneTailed && hasTails(statistic) ? [0.5, 1] : [1]
  const printed = printedInterval(statistic)
  const fits = (from: number, to: number): boolean => overlaps(from, to, printed)
  // a correction for an unknown number of comparisons: any multiple is possible
  const free = cues.comparisons === 0 && low <= printed.high && printed.low <= 1
  const consistent =
    free ||
    factors.some((factor) =>
      tails.some((tail) => fits(Math.min(1, low * factor * tail), Math.min(1, high * factor * tail))),
    )
  const [factor = 1] = factors.slice(-1)
  const [tail = 1] = tails
  const explained = consistent ? undefined : explanation(statistic, low, high, printed)
  return {
    low,
    high,
    consistent,
    decision: !consistent && crosses(statistic, low * factor * tail, high * factor * tail, printed),
    ...(explained === undefined ? {} : { explained }),
    zero: statistic.p?.value === 0 && statistic.pComparison === '=',
  }
}

interface Range {
  readonly low: number
  readonly high: number
}

function interval(statistic: Statistic): Range {
  const { value, comparison } = statistic
  const half = 0.5 * 10 ** -value.decimals
  const size = Math.abs(value.value)
  const least = comparison === '<' ? 0 : Math.max(0, size - half)
  const most = comparison === '>' ? Number.POSITIVE_INFINITY : size + half
  return { low: tailOf(statistic, most), high: tailOf(statistic, least) }
}

/** p for one value of the statistic. */
export function tailOf({ kind, df1 = 0, df2 = 0, n = 0 }: Statistic, value: number): number {
  if (kind === 't') return studentTwoSided(value, df1)
  if (kind === 'F') return fisherUpper(value, df1, df2)
  if (kind === 'r') return correlationTwoSided(value, df1 > 0 ? df1 : n - 2)
  if (kind === 'z') return normalTwoSided(value)
  return chiSquaredUpper(value, df1)
}

function printedInterval({ p, pComparison }: Statistic): Range {
  if (p === undefined || pComparison === 'ns') return { low: ALPHA, high: 1 }
  if (pComparison === '<') return { low: 0, high: p.value }
  if (pComparison === '>') return { low: p.value, high: 1 }
  return rounded(p)
}

function rounded({ value, decimals }: Printed): Range {
  const half = 0.5 * 10 ** -decimals
  // printing .001 for anything below is common; .05 for p = .0496 is rounding
  return { low: Math.max(0, value - half), high: value + half }
}

function overlaps(low: number, high: number, printed: Range): boolean {
  const slack = 1e-12
  return low <= printed.high + slack && high >= printed.low - slack
}

function crosses(statistic: Statistic, low: number, high: number, printed: Range): boolean {
  const says = printedSignificant(statistic, printed)
  if (says === undefined) return false
  return says ? low > ALPHA : high <= ALPHA
}

function printedSignificant({ p, pComparison }: Statistic, printed: Range): boolean | undefined {
  if (pComparison === 'ns') return false
  const value = p?.value ?? 0
  if (pComparison === '<') return value <= ALPHA ? true : undefined
  if (pComparison === '>') return value >= ALPHA ? false : undefined
  return value <= ALPHA || printed.high <= ALPHA
}

function hasTails({ kind, df1 }: Statistic): boolean {
  return kind === 't' || kind === 'r' || kind === 'z' || (kind === 'F' && df1 === 1)
}

function explanation(statistic: Statistic, low: number, high: number, printed: Range): Verdict['explained'] {
  if (hasTails(statistic) && overlaps(low / 2, high / 2, printed) && statistic.pComparison === '=') return 'one-tailed'
  const { kind, df1, p, pComparison } = statistic
  if (kind === 'r' && df1 !== undefined && df1 > 4 && statistic.n === undefined) {
    const shifted = interval({ ...statistic, df1: df1 - 2 })
    if (overlaps(shifted.low, shifted.high, printed)) return 'n-for-df'
  }
  // p = .05 printed where p < .05 is meant
  if (pComparison === '=' && p !== undefined && high < p.value && [0.05, 0.01, 0.001].includes(p.value))
    return 'inequality'
  return undefined
}

/** Corrections of p by name, or told of p; an adjusted R² and an adjusted model are none. */
const CORRECTED =
  /bonferroni|\bholm\b|šid|sidak|\bfdr\b|benjamini|tukey|(?:corrected|adjusted)(?:[- ]p\b|,? p[ -]|[^.;]{0,40}(?:multiple|comparisons|tests\b))|\bp(?:[- ]values?)?(?: were| was| are| is)? (?:corrected|adjusted)|\(corrected\)|, corrected\b|бонферр|поправк|түзету|校正|矫正/u

/** Reads the cues of a sentence and its surroundings, lower case. */
export function cuesIn(lower: string): Cues {
  const oneTailed = /one[- ]?(?:tailed|sided)|1-tailed|directional|односторон|біржақты|бір жақты|单侧|单尾/u.test(lower)
  if (!CORRECTED.test(lower)) return { oneTailed }
  return { oneTailed, comparisons: comparisonsIn(lower) }
}

const COUNTS: Readonly<Record<string, number>> = {
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
  десять: 10,
  екі: 2,
  үш: 3,
  төрт: 4,
  бес: 5,
  алты: 6,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  十: 10,
}

function comparisonsIn(lower: string): number {
  const match =
    /(?:for|across|of|over|all|на|\(共?|\(|) ?(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|два|две|три|четыре|пять|шесть|десять|екі|үш|төрт|бес|алты|[两二三四五六十]) ?(?:pairwise |planned |multiple )?(?:tests|comparisons|contrasts|p values|сравнени|теста|тестов|салыстыру|次比较|次检验)/u.exec(
      lower,
    )
  if (match === null) return 0
  const word = match[1] as string
  return COUNTS[word] ?? Number(word)
}
