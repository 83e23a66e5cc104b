import type { Relation } from '../../model/quantity.ts'
import type { Figure, SentenceText } from '../figures.ts'
import { directionIn } from '../lexicon/directions.ts'
import { transpositionsOf } from '../slips.ts'
import { between, brief, meant, overlap, relate } from './relation.ts'

/** Two figures of which the text says that one became the other, with what it says of the change. */
interface Change {
  readonly from: Figure
  readonly to: Figure
  readonly verb: 'up' | 'down' | undefined
  /** the percentage, points or ratio that stands beside them */
  readonly by?: Figure
}

/** Direction, percent change, points, ratio and average growth of every change that a sentence tells. */
export function* changesIn(sentence: SentenceText): Iterable<Relation> {
  const { figures, line, start, end } = sentence
  if (figures.length < 2) return
  const lower = line.plain.lower
  for (let index = 0; index + 1 < figures.length; index++) {
    const change = changeAt(sentence, index)
    if (change === undefined) continue
    const average = AVERAGE.test(lower.slice(start, end))
    if (average) yield* averageGrowth(change, sentence)
    else {
      yield* direction(change, sentence)
      yield* amount(change)
    }
    index++
  }
}

const AVERAGE =
  /average annual|annual average|per year|per annum|annually|a year|cagr|среднегодов|ежегодн|в среднем за год|в год|年均|жыл сайын/u
const NEGATED =
  /\b(?:not|no|never|without|instead of|failed to|rate of|slow\p{L}{0,4}|accelerat\p{L}{0,5}|decelerat\p{L}{0,5}|p ?[=<])\b|(?:^| )(?:не|темп\p{L}{0,3}|вместо|рейтинг\p{L}{0,3}|мест\p{L}{0,2}) |rank|place|position|未|没有|排名/u

/** `from A to B`, `с A до B`, `A-дан B-ге`, `由A增至B`, `to B from A`. */
function changeAt({ figures, line, start, end }: SentenceText, index: number): Change | undefined {
  const { lower } = line.plain
  const first = figures[index] as Figure
  const second = figures[index + 1] as Figure
  if (!comparable(first, second)) return undefined
  const gap = lower.slice(first.end, second.start)
  if (gap.length > 60) return undefined
  const before = lower.slice(Math.max(start, first.start - 14), first.start)
  const forward =
    (/\bfrom (?:[a-z]+ ){0,1}$/.test(before) && /^[^.;]{0,40}\bto (?:[a-z]+ ){0,2}$/.test(gap) && !/,/.test(gap)) ||
    (/(?:^|[ (])(?:с|со|от) (?:\p{L}+ )?$/u.test(before) &&
      /(?:^|[ ,])(?:до|к) (?:\p{L}+ )?$/u.test(gap) &&
      !/[;:]/.test(gap)) ||
    (/^-?[днт][еа]н /.test(gap) && gap.length < 40) ||
    (/[由从]$/.test(before) && /[至到]约?$/.test(gap))
  const backward = /\bto $/.test(before) && /^,? (?:down |up )?from $/.test(gap)
  if (!forward && !backward) return undefined
  const [from, to] = forward ? [first, second] : [second, first]
  const verb =
    directionIn(lower, Math.max(start, first.start - 70), second.start) ??
    directionIn(lower, second.end, Math.min(end, second.end + 30))
  const by = beside(figures, index, line.plain.lower, start)
  return { from, to, verb, ...(by === undefined ? {} : { by }) }
}

function comparable(first: Figure, second: Figure): boolean {
  return (
    first.unit === second.unit &&
    first.kind === second.kind &&
    first.found.upper === undefined &&
    second.found.upper === undefined &&
    first.kind !== 'points' &&
    first.kind !== 'rank'
  )
}

/** The percentage, points or ratio that stands right before or right behind the two figures. */
function beside(figures: readonly Figure[], index: number, lower: string, start: number): Figure | undefined {
  const before = figures[index - 1]
  const first = figures[index] as Figure
  const second = figures[index + 1] as Figure
  if (before !== undefined && isAmount(before, first)) {
    const gap = lower.slice(before.end, first.start)
    const lead = lower.slice(Math.max(start, before.start - 24), before.start)
    const plainGap =
      /^(?: rise| fall| growth| increase| decrease| drop| decline)?[,:]? ?\(?(?:from|to|с|со|от|由|从)? ?$/.test(gap)
    if (
      plainGap &&
      (SAYS_BY.test(lead) ||
        before.kind !== 'percent' ||
        /^ (?:rise|fall|growth|increase|decrease|drop|decline)/.test(gap))
    )
      return before
  }
  const after = figures[index + 2]
  if (after !== undefined && isAmount(after, first)) {
    const gap = lower.slice(second.end, after.start)
    if (
      /^(?: in \d{4}| \d{4})?[,，(]? ?\(?(?:or|that is|i\.e\.|by|an? (?:increase|decrease|rise|fall|drop|growth) of|то есть|или|на|рост на|рост|снижение на|увеличение на|т\. ?е\. ?(?:на)?|增长|增长了|下降|下降了|上升|上升了|减少|减少了|增加|增加了)? ?$/u.test(
        gap,
      )
    )
      return after
  }
  return undefined
}

const SAYS_BY =
  /(?:by|of|an?|на|rose|fell|grew|declined|increased|decreased|dropped|rising|falling|выросли?|вырос|增长|下降|增加|减少|上升)(?: \p{L}+)? ?(?:about |примерно |почти |约)?$/u

function isAmount(figure: Figure, other: Figure): boolean {
  if (figure.found.upper !== undefined || figure.period !== other.period) {
    if (figure.found.upper !== undefined) return false
  }
  return figure.kind === 'ratio' || figure.kind === 'points' || figure.kind === 'percent'
}

function* direction({ from, to, verb }: Change, { line, start }: SentenceText): Iterable<Relation> {
  if (verb === undefined || from.value === to.value) return
  const lead = line.plain.lower.slice(Math.max(start, Math.min(from.start, to.start) - 90), Math.max(from.end, to.end))
  if (NEGATED.test(lead)) return
  const rises = to.low > from.high
  const falls = to.high < from.low
  if (!rises && !falls) return
  const holds = verb === 'up' ? rises : falls
  const computation = `${from.text} to ${to.text} is a ${rises ? 'rise' : 'fall'}`
  yield relate(
    'direction',
    [from, to],
    computation,
    holds,
    holds
      ? undefined
      : {
          rule: 'direction',
          messageId: 'contradicted',
          data: {
            verb: verb === 'up' ? 'a rise' : 'a fall',
            from: from.text,
            to: to.text,
            is: rises ? 'a rise' : 'a fall',
          },
          about: 'direction',
          ours: verb === 'up' ? 'a rise' : 'a fall',
          theirs: computation,
          note: 'One of the two figures, their order, or the verb is wrong.',
        },
  )
}

function* amount({ from, to, verb, by }: Change): Iterable<Relation> {
  if (by === undefined || from.low <= 0 || to.low < 0) return
  if (by.kind === 'ratio') yield* ratio(from, to, verb, by)
  else if (by.kind === 'points') yield* points(from, to, by)
  else if (from.kind === 'percent') yield* percentOfPercent(from, to, by)
  else yield* percent(from, to, verb, by)
}

function* ratio(from: Figure, to: Figure, verb: Change['verb'], by: Figure): Iterable<Relation> {
  const [a, b] = verb === 'down' && to.value < from.value ? [to, from] : [from, to]
  const low = b.low / a.high
  const high = b.high / a.low
  const slack = by.found.words ? 0.12 * by.value : 0
  const [least, most] = meant(by, 0.1)
  // `grew 1.5 times` and 增长1.5倍 may mean by or to
  const added = by.line.language === 'ru' || by.line.language === 'kk' ? 0 : 1
  const fits = (shift: number): boolean => overlap(low, high, least - slack + shift, most + slack + shift)
  const holds = fits(0) || (added === 1 && fits(1))
  const computation = `${b.text} / ${a.text} = ${between(low, high, 2)}`
  yield relate(
    'ratio',
    [from, to, by],
    computation,
    holds,
    holds
      ? undefined
      : {
          rule: 'ratio',
          messageId: 'wrong',
          data: { said: by.text, from: from.text, to: to.text, ratio: between(low, high, 2) },
          at: by,
          about: 'ratio',
          ours: by.text,
          theirs: computation,
        },
  )
}

function* points(from: Figure, to: Figure, by: Figure): Iterable<Relation> {
  if (from.kind !== 'percent') return
  const [least, most] = meant(by)
  const low = Math.abs(to.value - from.value) - (to.high - to.low + from.high - from.low) / 2
  const high = Math.abs(to.value - from.value) + (to.high - to.low + from.high - from.low) / 2
  const holds = overlap(low, high, Math.abs(least), Math.abs(most))
  const computation = `${to.text} − ${from.text} = ${brief(Math.abs(to.value - from.value))} points`
  yield relate(
    'points',
    [from, to, by],
    computation,
    holds,
    holds
      ? undefined
      : {
          rule: 'percent-change',
          messageId: 'points-wrong',
          data: { said: by.text, from: from.text, to: to.text, difference: brief(Math.abs(to.value - from.value)) },
          at: by,
          about: 'difference',
          ours: by.text,
          theirs: computation,
        },
  )
}

/** From one percentage to another, "by" a percentage: per cent of it, or percentage points meant. */
function* percentOfPercent(from: Figure, to: Figure, by: Figure): Iterable<Relation> {
  const difference = Math.abs(to.value - from.value)
  const relative = [
    (100 * Math.abs(to.low - from.high)) / from.high,
    (100 * Math.abs(to.high - from.low)) / from.low,
  ] as const
  const [least, most] = meant(by)
  const asPercent = overlap(Math.min(...relative), Math.max(...relative), Math.abs(least), Math.abs(most))
  const slack = (to.high - to.low + from.high - from.low) / 2
  const asPoints = overlap(difference - slack, difference + slack, Math.abs(least), Math.abs(most))
  const computation = `${to.text} − ${from.text} = ${brief(difference)} points, or ${brief((100 * difference) / from.value)} %`
  if (asPercent) yield relate('percent-change', [from, to, by], computation, true)
  else {
    yield relate('percent-change', [from, to, by], computation, false, {
      rule: 'percent-change',
      messageId: asPoints ? 'points-meant' : 'wrong',
      data: { said: by.text, from: from.text, to: to.text, change: `${brief((100 * difference) / from.value)} %` },
      ...(asPoints ? { severity: 'warning' as const } : {}),
      at: by,
      about: 'change',
      ours: by.text,
      theirs: computation,
      ...(asPoints ? { note: 'Write percentage points.' } : {}),
    })
  }
}

/** The interval of (to − from) / from in per cent. */
export function percentChange(from: Figure, to: Figure): readonly [number, number] {
  return [100 * (to.low / from.high - 1), 100 * (to.high / from.low - 1)]
}

function* percent(from: Figure, to: Figure, verb: Change['verb'], by: Figure): Iterable<Relation> {
  const [low, high] = percentChange(from, to)
  const sign = by.found.sign < 0 || verb === 'down' ? -1 : 1
  const [least, most] = meant(by).map(Math.abs) as [number, number]
  const [small, large] = [Math.min(least, most), Math.max(least, most)]
  const printed = sign < 0 ? [-large, -small] : [small, large]
  const holds = overlap(low, high, printed[0] as number, printed[1] as number)
  const computation = `(${to.text} − ${from.text}) / ${from.text} = ${between(low, high)} %`
  if (holds) {
    yield relate('percent-change', [from, to, by], computation, true)
    return
  }
  // a change told without its sign: `a change of 12 %`
  if (verb === undefined && overlap(-high, -low, printed[0] as number, printed[1] as number)) return
  const slip = changeSlip(from, to, by, low, high, sign)
  yield relate('percent-change', [from, to, by], computation, false, {
    rule: 'percent-change',
    messageId: 'wrong',
    data: { said: by.text, from: from.text, to: to.text, change: `${between(low, high)} %` },
    at: by,
    about: 'change',
    ours: by.text,
    theirs: computation,
    ...(slip === undefined ? {} : { note: slip }),
  })
}

function changeSlip(from: Figure, to: Figure, by: Figure, low: number, high: number, sign: number): string | undefined {
  const inside = (value: number): boolean => overlap(low, high, sign * value, sign * value)
  const swapped = transpositionsOf(by.found.digits).find(inside)
  if (swapped !== undefined) return `Two digits may be exchanged: ${brief(swapped)} % would fit.`
  const other = [100 * (1 - from.high / to.low), 100 * (1 - from.low / to.high)] as const
  if (overlap(Math.min(...other), Math.max(...other), sign * by.low, sign * by.high)) {
    return 'The percentage was taken of the later figure, not of the earlier one.'
  }
  return undefined
}

/** Average yearly growth between two dated figures is a root, not the whole growth divided by the years. */
function* averageGrowth({ from, to, by, verb }: Change, { figures, years }: SentenceText): Iterable<Relation> {
  const rate = by ?? figures.find((figure) => figure.kind === 'percent')
  const [first, last] = [years[0], years.at(-1)]
  if (rate === undefined || from.low <= 0 || first === undefined || last === undefined || from.kind === 'percent')
    return
  const span = last.to - first.from
  if (span < 2 || verb === 'down') return
  const root = (value: number): number => 100 * (value ** (1 / span) - 1)
  const low = root(to.low / from.high)
  const high = root(to.high / from.low)
  const [least, most] = meant(rate)
  const holds = overlap(low, high, least, most)
  const computation = `(${to.text} / ${from.text})^(1/${span}) − 1 = ${between(low, high)} %`
  const [total, totalHigh] = percentChange(from, to)
  const simple = overlap(total / span, totalHigh / span, least, most)
  yield relate(
    'average-growth',
    [from, to, rate],
    computation,
    holds,
    holds || !simple
      ? undefined
      : {
          rule: 'percent-change',
          messageId: 'simple-mean',
          data: { said: rate.text, years: span, growth: `${between(low, high)} %` },
          severity: 'info',
          at: rate,
          about: 'average growth',
          ours: rate.text,
          theirs: computation,
          note: 'Name the method, or give the compound rate.',
        },
  )
}
