import type { Relation } from '../../model/quantity.ts'
import { spanOf } from '../../text/passage.ts'
import type { SentenceText } from '../figures.ts'
import { normalTwoSided } from '../statistics/distributions.ts'

const NUMBER = '[−–-]?\\d{1,6}(?:[.,·]\\d{1,4})?'
/** An effect by name, its estimate, its 95 % interval, and p behind it in the same brackets. */
const REPORT = new RegExp(
  `(?<![\\p{L}])(?<name>[ai]?OR|[ai]?RR|[ai]?HR|odds ratio|risk ratio|hazard ratio|relative risk|ОШ|ОР|отношение шансов|比值比|风险比|MD|SMD|WMD|mean difference|risk difference|β|разность средних|均数差)` +
    `(?: (?:was|of|is)| ?[=:,])? ?(?<estimate>${NUMBER})[ ;,]{0,2}[([]?[ ]?` +
    `95 ?%-? ?(?:CI|ДИ|СИ|置信区间|confidence interval)[ :=,]{0,3}[[(]?[ ]?(?<low>${NUMBER}) ?(?:,|;|–|—|-|~|to|до|至) ?(?<high>${NUMBER})[ ]?[\\])]?` +
    `[ ;,]{1,3}[pPрР](?:[- ]?(?:value|值|значение))? ?(?<sign>[=<>≤]) ?(?<p>\\d?[.,·]\\d{1,5})(?!\\d)`,
  'gu',
)
/** Effects whose absence is 1; of the others it is 0. */
const RATIO = /^(?:[ai]?OR|[ai]?RR|[ai]?HR|odds|risk ratio|hazard|relative|ОШ|ОР|отношение|比值比|风险比)/u
/** One side of .05 on the interval and the other in p is told only where the two differ by this much. */
const APART = 1.5
const ALPHA = 0.05

/** 95 % intervals that leave no effect out while p says so, and the other way about. */
export function* intervalsAgainstP({ line, start, end }: SentenceText): Iterable<Relation> {
  const text = line.plain.text.slice(start, end)
  if (!/95 ?%/.test(text)) return
  for (const match of text.matchAll(REPORT)) {
    const { name = '', low: from = '', high: to = '', sign = '=', p: printed = '' } = match.groups ?? {}
    if (/adjusted p|bonferroni|corrected p|поправк|校正/i.test(text)) continue
    const ratio = RATIO.test(name)
    const ends = [endsOf(from), endsOf(to)] as const
    if (ratio && (ends[0][0] <= 0 || ends[1][0] <= 0)) continue
    const scale = (value: number): number => (ratio ? Math.log(value) : value)
    const chances = [ends[0][0], ends[0][1]].flatMap((low) =>
      [ends[1][0], ends[1][1]].map((high) => chanceOf(scale(low), scale(high))),
    )
    const [least, most] = [Math.min(...chances), Math.max(...chances)]
    const [p, half] = [numberOf(printed), 0.5 * 10 ** -decimalsOf(printed)]
    const says = { low: sign === '<' || sign === '≤' ? 0 : p - half, high: sign === '>' ? 1 : p + half }
    const significant = most < ALPHA && says.low > ALPHA && says.low / Math.max(most, 1e-12) > APART
    const insignificant = least > ALPHA && says.high <= ALPHA && least / says.high > APART
    const holds = !significant && !insignificant
    const zero = ratio ? 1 : 0
    const computation = `95 % interval ${from} to ${to} ${least < ALPHA ? 'leaves out' : 'holds'} ${zero}: p is about ${brief(least, most)}`
    const at = start + (match.index ?? 0)
    yield {
      kind: 'effect',
      operands: [],
      computation,
      holds,
      ...(holds
        ? {}
        : {
            problem: {
              rule: 'effect-size',
              messageId: 'interval',
              data: { said: `p ${sign} ${printed}`, low: from, high: to, computed: brief(least, most) },
              confidence: 'likely' as const,
              span: spanOf(line.passage, at, at + match[0].length),
              related: [],
              about: 'interval and p',
              ours: `p ${sign} ${printed}`,
              theirs: computation,
            },
          }),
    }
  }
}

/** p of a normal test whose 95 % interval has these ends. */
function chanceOf(low: number, high: number): number {
  const error = (high - low) / (2 * 1.959964)
  return error <= 0 ? 0 : normalTwoSided(Math.abs((low + high) / 2) / error)
}

/** The least and the largest value that would be printed so. */
function endsOf(printed: string): readonly [number, number] {
  const half = 0.5 * 10 ** -decimalsOf(printed)
  return [numberOf(printed) - half, numberOf(printed) + half]
}

function numberOf(printed: string): number {
  return Number(printed.replace(/[−–]/, '-').replace(/[,·]/, '.'))
}

function decimalsOf(printed: string): number {
  const point = printed.search(/[.,·]/)
  return point === -1 ? 0 : printed.length - point - 1
}

function brief(low: number, high: number): string {
  const show = (p: number): string => (p < 0.001 ? p.toExponential(0) : p.toFixed(3))
  return show(low) === show(high) ? show(low) : `${show(low)} to ${show(high)}`
}
