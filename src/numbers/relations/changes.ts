import type { Relation } from '../../model/quantity.ts'
import type { Figure, SentenceText } from '../figures.ts'
import { transpositionsOf } from '../slips.ts'
import { type Change, changeAt } from './change-frames.ts'
import { between, brief, meant, overlap, relate } from './relation.ts'

/** Direction, percent change, points, ratio and average growth of every change that a sentence tells. */
export function* changesIn(sentence: SentenceText, before?: SentenceText): Iterable<Relation> {
  const { figures, line, start, end } = sentence
  const lower = line.plain.lower
  let average: boolean | undefined
  for (let index = 0; index < figures.length; index++) {
    const change = changeAt(sentence, index, before)
    if (change === undefined) continue
    average ??= AVERAGE.test(lower.slice(start, end))
    if (average) yield* averageGrowth(change, sentence)
    else {
      yield* direction(change, sentence)
      yield* amount(change)
    }
    yield* leap(change)
  }
}

const AVERAGE =
  /average annual|annual average|per year|per annum|annually|a year|cagr|среднегодов|ежегодн|в среднем за год|в год|年均|жыл сайын/u
const NEGATED =
  /\b(?:not|no|never|without|instead of|failed to|rate of|slow\p{L}{0,4}|rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|accelerat\p{L}{0,5}|decelerat\p{L}{0,5}|p ?[=<])\b|(?:^| )(?:не|темп\p{L}{0,3}|вместо|рейтинг\p{L}{0,3}|мест\p{L}{0,2}) |rank|place|position|колеб\p{L}+|варьир\p{L}+|未|没有|不等|排名/u

function* direction({ from, to, verb, dated }: Change, { line, start }: SentenceText): Iterable<Relation> {
  // two dated figures without from and to may be told in any order
  if (dated || verb === undefined || from.value === to.value) return
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

/** From millions to billions: more than growth explains, and a thousand times less would fit. */
function* leap({ from, to, verb, dated }: Change): Iterable<Relation> {
  const ratio = to.value / from.value
  if (dated || verb !== 'up' || from.kind === 'percent' || !(ratio > 300)) return
  if (from.found.power === to.found.power || !(ratio / 1000 > 0.5 && ratio / 1000 < 5)) return
  const computation = `${to.text} / ${from.text} = ${brief(ratio)}; ${brief(to.value / 1000)} would fit`
  yield relate('series', [from, to], computation, false, {
    rule: 'magnitude',
    messageId: 'leap',
    data: { said: to.text, before: from.text, ratio: brief(ratio) },
    severity: 'warning',
    confidence: 'likely',
    about: 'magnitude',
    ours: to.text,
    theirs: computation,
    note: 'Check the magnitude word (million or billion).',
  })
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
  const { lower, text } = by.line.plain
  const exact = text[by.start - 1] === '的' || /^ (?:the|as|what|its|that)\b/.test(lower.slice(by.end, by.end + 6))
  const added = exact || by.found.words || by.line.language === 'ru' || by.line.language === 'kk' ? 0 : 1
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
    yield whole(from, to, by, printed, computation)
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

/**
 * Whole numbers may be rounded, and then much fits; where the numbers as printed give another percentage altogether, the reader
 * will compute that one.
 */
function whole(from: Figure, to: Figure, by: Figure, printed: readonly number[], computation: string): Relation {
  const fits = relate('percent-change', [from, to, by], computation, true)
  const upright = (figure: Figure): boolean =>
    figure.found.decimals === 0 && figure.found.power === 0 && figure.hedge === undefined
  if (by.hedge !== undefined || !upright(from) || !upright(to)) return fits
  const exact = 100 * (to.value / from.value - 1)
  const gap = Math.min(...printed.map((end) => Math.abs(end - exact)))
  if ((exact >= (printed[0] as number) && exact <= (printed[1] as number)) || gap < 2.5) return fits
  return relate(
    'percent-change',
    [from, to, by],
    `(${to.text} − ${from.text}) / ${from.text} = ${brief(exact)} %`,
    false,
    {
      rule: 'percent-change',
      messageId: 'wrong',
      data: { said: by.text, from: from.text, to: to.text, change: `${brief(exact)} %` },
      confidence: 'likely',
      at: by,
      about: 'change',
      ours: by.text,
      theirs: `${brief(exact)} %`,
      note: 'Only strong rounding of the two figures would explain it.',
    },
  )
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
