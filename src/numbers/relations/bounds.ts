import type { Relation } from '../../model/quantity.ts'
import { spanOf } from '../../text/passage.ts'
import type { Figure, Line, SentenceText } from '../figures.ts'
import { countedNouns } from '../lexicon/labels.ts'
import { skipSpaces, wordEnd } from '../plain.ts'
import { impossibleIn } from './impossible.ts'
import { relate } from './relation.ts'

/** Periods that run backwards, intervals with exchanged ends, estimates and means outside their bounds, shares above 100 %. */
export function* boundsIn(sentence: SentenceText): Iterable<Relation> {
  yield* periods(sentence)
  yield* means(sentence)
  yield* impossibleIn(sentence)
  for (const figure of sentence.figures) yield* aboveHundred(figure, sentence)
}

/** `between 2015 and 2009`, `в период с 2015 по 2009 год`. */
function* periods({ years, line }: SentenceText): Iterable<Relation> {
  const { lower, text } = line.plain
  for (let index = 0; index + 1 < years.length; index++) {
    const [first, second] = [years[index], years[index + 1]]
    if (first === undefined || second === undefined || first.from !== first.to || second.from !== second.to) continue
    const lead = lower.slice(Math.max(0, first.start - 24), first.start)
    const gap = lower.slice(first.end, second.start)
    const said =
      (/\bbetween (?:the years )?$/.test(lead) && /^ and $/.test(gap)) ||
      (/\bfrom $/.test(lead) && /^ (?:until|till) $/.test(gap)) ||
      (/(?:^| )с $/.test(lead) && /^ ?(?:г\. |года? )?по $/.test(gap)) ||
      /^年(?:至|到)$/.test(gap) ||
      (/(?:^| )между $/.test(lead) && /^ и $/.test(gap)) ||
      (/(?:в период|за период|в течение|в годы) (?:с )?$/.test(lead) && /^ ?(?:г\. |года? )?(?:по|до) $/.test(gap))
    if (!said) continue
    const holds = first.from <= second.from
    yield {
      kind: 'period',
      operands: [],
      computation: `${first.from} ${holds ? '≤' : '>'} ${second.from}`,
      holds,
      ...(holds
        ? {}
        : {
            problem: placed(
              line,
              first.start,
              second.end,
              'period',
              { from: first.from, to: second.from },
              text.slice(first.start, second.end),
              `${first.from} is after ${second.from}`,
            ),
          }),
    }
  }
}

function placed(
  line: Line,
  start: number,
  end: number,
  messageId: string,
  data: Readonly<Record<string, string | number>>,
  ours: string,
  theirs: string,
): NonNullable<Relation['problem']> {
  return {
    rule: 'bounds',
    messageId,
    data,
    confidence: 'certain',
    span: spanOf(line.passage, start, end),
    related: [],
    about: messageId,
    ours,
    theirs,
  }
}

const NUMBER = '[−–-]?\\d{1,9}(?:[.,·]\\d{1,6})?'
const INTERVAL = new RegExp(
  `(?:(?<estimate>${NUMBER})(?<unit> ?%)?(?<join>[ ;,]{0,2}[([]?))?(?<level>\\b9\\d(?:\\.\\d)? ?%-?[ -]?)(?:ci|cri|confidence intervals?|ди|доверительный интервал|置信区间|c\\.i\\.)[ :=]{0,3}(?:was |is |of |from |от )?(?<open>[[(（]?) ?(?<low>${NUMBER}) ?%? ?(?<sep>,|;|，|；|–|—|-|~|～|to|до|至|\\.\\.) ?(?<high>${NUMBER})`,
  'giu',
)

/** Names of effects, right before their estimate. */
const EFFECT =
  /(?:\b(?:[ai]?OR|[ai]?RR|[ai]?HR|SMD|WMD|MD|odds ratio|risk ratio|hazard ratio|relative risk)|ОШ|ОР|отношение шансов|比值比|风险比)(?: (?:was|of|is))?[ =:：]{0,3}$/iu

/** Confidence intervals of a text: their ends in order, and the estimate that stands right before them between the ends. */
export function* intervalsIn(line: Line): Iterable<Relation> {
  const { text } = line.plain
  if (!/\bCI|ДИ|[Cc]onfidence interval|доверительн|置信/u.test(text)) return
  for (const match of text.matchAll(INTERVAL)) {
    const { low: from = '', high: to = '', estimate, sep = '', join = '' } = match.groups ?? {}
    const low = numberOf(from)
    const high = numberOf(to)
    const at = (match.index ?? 0) + match[0].lastIndexOf(from, match[0].length - to.length - 1)
    const end = (match.index ?? 0) + match[0].length
    // a hyphen between the ends may be the sign of the second
    const dash = sep === '-' || sep === '–' || sep === '—'
    if (/[−–-]/.test(from) !== /[−–-]/.test(to) && dash) continue
    if (dash && low < 0) continue
    if (low > high) {
      const computation = `${from} > ${to}`
      yield {
        kind: 'interval',
        operands: [],
        computation,
        holds: false,
        problem: placed(line, at, end, 'interval', { low: from, high: to }, `${from} to ${to}`, computation),
      }
      continue
    }
    // `75 % (95 % CI 1.25 to 2.45)`: the interval is that of a ratio
    const unlike =
      (match.groups?.unit !== undefined) !== /\d ?%/.test(match[0].slice(match[0].search(/c\.?i|д|置|conf/i)))
    const shifted = unlike && ofRatio(numberOf(estimate ?? ''), low, high)
    const middle = estimate === undefined || join === '' || shifted ? undefined : numberOf(estimate)
    const inside =
      middle === undefined || (middle >= low - half(estimate ?? '') && middle <= high + half(estimate ?? ''))
    yield {
      kind: 'interval',
      operands: [],
      computation: middle === undefined ? `${from} ≤ ${to}` : `${from} ≤ ${estimate} ≤ ${to}`,
      holds: inside,
      ...(inside
        ? {}
        : {
            problem: {
              ...placed(
                line,
                match.index ?? 0,
                end,
                'estimate',
                { estimate: estimate ?? '', low: from, high: to },
                estimate ?? '',
                `outside ${from} to ${to}`,
              ),
              // after the name of an effect the interval is its own
              ...(EFFECT.test(text.slice(Math.max(0, (match.index ?? 0) - 24), match.index))
                ? {}
                : { severity: 'warning' as const, confidence: 'likely' as const }),
            },
          }),
    }
  }
}

/** Whether a percentage is that of a ratio within the interval: 75 % more is 1.75 times, 20 % less 0.8 times. */
function ofRatio(percent: number, low: number, high: number): boolean {
  return [1 + percent / 100, 1 - percent / 100, percent / 100].some(
    (ratio) => ratio >= low - 0.01 && ratio <= high + 0.01,
  )
}

function numberOf(text: string): number {
  return Number(text.replace(/[−–]/, '-').replace(/[,·]/, '.'))
}

function half(text: string): number {
  const point = text.search(/[.,·]/)
  return 0.5 * 10 ** -(point === -1 ? 0 : text.length - point - 1)
}

const MINIMUM = /\b(?:min|minimum)\b|миним|мин\.|最小|最低/u
const MAXIMUM = /\b(?:max|maximum)\b|максим|макс\.|最大|最高/u
const MEAN = /\b(?:mean|average|median)\b|средн|медиан|平均|中位/u

/** `min 3, max 9, mean 10.2`: each word with the number behind it. */
function* means({ figures, line, start, end }: SentenceText): Iterable<Relation> {
  if (figures.length < 3 || figures.length > 8) return
  const { lower } = line.plain
  if (!MINIMUM.test(lower.slice(start, end)) || !MAXIMUM.test(lower.slice(start, end))) return
  const named = (word: RegExp): Figure | undefined =>
    figures.find((figure, index) => {
      const lead = lower.slice(Math.max(start, figures[index - 1]?.end ?? start), figure.start)
      return lead.length < 40 && word.test(lead)
    })
  const [least, most, mean] = [named(MINIMUM), named(MAXIMUM), named(MEAN)]
  if (least === undefined || most === undefined || mean === undefined) return
  if (least === most || mean === least || mean === most || least.unit !== most.unit || mean.unit !== least.unit) return
  const holds = mean.high >= least.low && mean.low <= most.high
  yield relate(
    'bounds',
    [least, most, mean],
    `${least.text} ≤ ${mean.text} ≤ ${most.text}`,
    holds,
    holds
      ? undefined
      : {
          rule: 'bounds',
          messageId: 'mean',
          data: { mean: mean.text, low: least.text, high: most.text },
          at: mean,
          about: 'mean',
          ours: mean.text,
          theirs: `between ${least.text} and ${most.text}`,
        },
  )
}

/** `132 % of firms were private`; growth and ratios to a plan may exceed 100 %. */
function* aboveHundred(figure: Figure, { line, start, end }: SentenceText): Iterable<Relation> {
  if (figure.unit !== '%' || figure.low <= 100 || figure.found.upper !== undefined) return
  const { text, lower } = line.plain
  if (
    /\b(?:increase|decrease|grow|growth|rose|rise|more|higher|change|compared|baseline|coverage|over|up)\b|рост|вырос|увелич|больше|выше|план|охват|增|高于|超/u.test(
      lower.slice(start, end),
    )
  )
    return
  const of =
    /^ ?(?:of (?:the |all |our |these )?|всех |от общего числа )?/u.exec(
      lower.slice(figure.end, figure.end + 24),
    )?.[0] ?? ''
  const han = text.startsWith('的', figure.end)
  const noun = han ? figure.end + 1 : skipSpaces(text, figure.end + of.length)
  const word = lower.slice(noun, wordEnd(text, noun))
  const counted = han
    ? /^(?:企业|受访者|学生|居民|患者|家庭|住户|农户|人)/.test(text.slice(noun, noun + 4))
    : word !== '' && countedNouns.find(word) !== undefined
  if (!counted || (/^[a-z]/.test(word) && !of.includes('of'))) return
  yield relate('bounds', [figure], `${figure.text} > 100 %`, false, {
    rule: 'bounds',
    messageId: 'share',
    data: { share: figure.text },
    about: 'share',
    ours: figure.text,
    theirs: 'at most 100 %',
  })
}
