import { conventionOf } from '../../src/numbers/digits.ts'
import { amountOf } from '../../src/numbers/found.ts'
import { joinNumbers } from '../../src/numbers/join.ts'
import { plainOf } from '../../src/numbers/plain.ts'
import { scanText } from '../../src/numbers/scan.ts'
import { readStatistics, type Statistic } from '../../src/numbers/statistics/grammar.ts'
import { cuesIn, judge } from '../../src/numbers/statistics/verdict.ts'

/** A line of `gold/quantities.jsonl`; see the README beside it. */
export interface GoldQuantity {
  readonly id: string
  readonly lang: string
  readonly text: string
  readonly quantities: readonly {
    readonly start: number
    readonly end: number
    readonly text: string
    readonly value: number
    readonly unit: string
    readonly magnitude?: string
    readonly hedge?: string
  }[]
}

/** A line of `gold/statistics.jsonl`. */
export interface GoldStatistic {
  readonly id: string
  readonly lang: string
  readonly text: string
  readonly stats: readonly {
    readonly kind: string
    readonly df1?: number
    readonly df2?: number
    readonly value: number
    readonly p?: number
    readonly pComparison: string
    readonly start: number
    readonly end: number
    readonly consistent: boolean
    readonly decisionError?: boolean
  }[]
}

export interface Score {
  readonly found: number
  readonly missed: readonly string[]
  readonly extra: readonly string[]
}

/** Quantities found where they are labelled, with their value, unit and magnitude. */
export function scoreQuantities(
  rows: readonly GoldQuantity[],
): Score & { readonly hedges: number; readonly spans: number } {
  const missed: string[] = []
  const extra: string[] = []
  let found = 0
  let hedges = 0
  let spans = 0
  for (const { id, lang, text, quantities } of rows) {
    const plain = plainOf(text)
    const got = joinNumbers(plain, scanText(plain, lang, conventionOf([text], lang)), lang)
    const used = new Set<number>()
    for (const gold of quantities) {
      const at = got.findIndex(
        (one, index) =>
          !used.has(index) &&
          one.start < gold.end &&
          gold.start < one.end &&
          Math.abs(amountOf(one) - gold.value) <= 1e-6 * Math.max(1, Math.abs(gold.value)) &&
          one.unit === gold.unit &&
          (one.magnitude || gold.magnitude === undefined),
      )
      const one = got[at]
      if (one === undefined) {
        missed.push(`${id}: ${gold.text}`)
        continue
      }
      used.add(at)
      found += 1
      hedges += Number((one.hedge ?? '') === (gold.hedge ?? ''))
      spans += Number(one.start === gold.start && one.end === gold.end)
    }
    for (const [index, one] of got.entries())
      if (!used.has(index)) extra.push(`${id}: ${text.slice(one.start, one.end)}`)
  }
  return { found, missed, extra, hedges, spans }
}

/** Statistics found with all their parts, and whether they are judged as labelled. */
export function scoreStatistics(
  rows: readonly GoldStatistic[],
): Score & { readonly misjudged: readonly string[]; readonly wrong: number; readonly flagged: number } {
  const missed: string[] = []
  const extra: string[] = []
  const misjudged: string[] = []
  let found = 0
  let wrong = 0
  let flagged = 0
  for (const { id, text, stats } of rows) {
    const plain = plainOf(text)
    const got = readStatistics(plain.text)
    const used = new Set<number>()
    for (const gold of stats) {
      wrong += Number(!gold.consistent)
      const at = got.findIndex(
        (one, index) => !used.has(index) && one.start < gold.end && gold.start < one.end && isSame(one, gold),
      )
      const one = got[at]
      if (one === undefined) {
        missed.push(`${id}: ${text.slice(gold.start, gold.end)}`)
        continue
      }
      used.add(at)
      found += 1
      const verdict = judge(one, cuesIn(plain.lower))
      flagged += Number(!gold.consistent && !verdict.consistent)
      if (verdict.consistent !== gold.consistent || verdict.decision !== (gold.decisionError ?? false)) {
        misjudged.push(`${id}: ${text.slice(gold.start, gold.end)}`)
      }
    }
    for (const [index, one] of got.entries())
      if (!used.has(index)) extra.push(`${id}: ${text.slice(one.start, one.end)}`)
  }
  return { found, missed, extra, misjudged, wrong, flagged }
}

function isSame(one: Statistic, gold: GoldStatistic['stats'][number]): boolean {
  const df1 = one.df1 ?? (one.kind === 'r' && one.n !== undefined ? one.n - 2 : undefined)
  return (
    one.kind === gold.kind &&
    one.value.value === gold.value &&
    df1 === gold.df1 &&
    one.df2 === gold.df2 &&
    one.p?.value === gold.p &&
    one.pComparison === gold.pComparison
  )
}
