import type { Relation } from '../../model/quantity.ts'
import type { Figure, SentenceText } from '../figures.ts'
import { brief, overlap, relate, sumOf } from './relation.ts'
import { isMended } from './sums.ts'

/** Sums that are told without a colon: `Of the 30 gardens 11 …, 12 … and 9 …`, `210,000 …, 190,000 …, which makes 420,000 in all`. */
export function* listsIn(sentence: SentenceText): Iterable<Relation> {
  if (sentence.figures.length < 3) return
  yield* ofList(sentence)
  yield* madeTotal(sentence)
}

const REMAINING = /\b(?:the (?:remaining|other)|remaining)\b|остальн|қалған|其余|其他/u

const OF =
  /(?:^|[.;] |\()(?:of|out of) (?:the |these |those |all )?$|(?:^|[.;] |\()(?:из|всего из) (?:этих |всех )?$|^аталған $/u

/** Three or more parts of `Of N …`, the last behind "and", close to N: a list that means to be complete. */
function* ofList({ figures, line, start, end }: SentenceText): Iterable<Relation> {
  const { lower } = line.plain
  const [whole, ...rest] = figures
  if (whole === undefined || whole.kind !== 'count' || whole.hedge !== undefined || whole.found.upper !== undefined)
    return
  const kazakh = line.language === 'kk' && /^ \p{L}+ ішінде /u.test(lower.slice(whole.end, whole.end + 40))
  const chinese = line.language === 'zh' && /^[^，。；]{0,8}中，/u.test(lower.slice(whole.end, whole.end + 12))
  if (!OF.test(lower.slice(start, whole.start)) && !kazakh && !chinese) return
  const parts = rest.filter((figure) => figure.kind === 'count')
  if (
    parts.length < 3 ||
    parts.length > 8 ||
    parts.length !== rest.length ||
    parts.some((part) => part.hedge !== undefined)
  )
    return
  const last = parts.at(-1) as Figure
  if (lower.slice((parts.at(-2) as Figure).end, last.start).length > 60 || /\d/.test(lower.slice(last.end, end))) return
  const sum = sumOf(parts.map((part) => part.value))
  const computation = `${parts.map((part) => part.text).join(' + ')} = ${brief(sum)}`
  if (sum === whole.value) {
    yield relate('sum', [whole, ...parts], computation, true)
    return
  }
  const over = sum > whole.value && sum <= 1.15 * whole.value
  if (!over && !isMended(whole, parts, sum) && !parts.some((part) => part.value > whole.value)) return
  yield relate('sum', [whole, ...parts], computation, false, {
    rule: 'sum',
    messageId: 'wrong',
    data: { whole: whole.text, parts: parts.map((part) => part.text).join(', '), sum: brief(sum) },
    confidence: REMAINING.test(lower.slice((parts.at(-2) as Figure).end, last.start)) ? 'certain' : 'likely',
    at: whole,
    about: 'sum',
    ours: whole.text,
    theirs: computation,
  })
}

const BEFORE =
  /(?:which makes|making|makes|giving|for a total of|a total of|altogether|что составляет|что в сумме составляет|итого|в сумме|всего|合计|共计|总计)(?: (?:a total of|about))? ?$/u
const AFTER = /^,? (?:\p{L}+ ){0,2}(?:in all|in total|altogether|в сумме|всего)(?!\p{L})/u

/** The last figure of a sentence is told to be the sum of those before. */
function* madeTotal({ figures, line }: SentenceText): Iterable<Relation> {
  const { lower } = line.plain
  const whole = figures.at(-1) as Figure
  const parts = figures.slice(0, -1)
  if (parts.length < 2 || parts.length > 8) return
  const lead = BEFORE.test(lower.slice(Math.max(0, whole.start - 40), whole.start))
  if (!lead && !AFTER.test(lower.slice(whole.end, whole.end + 40))) return
  if (
    whole.hedge !== undefined ||
    whole.found.upper !== undefined ||
    whole.kind === 'percent' ||
    whole.kind === 'ratio'
  )
    return
  const same = (part: Figure): boolean =>
    ((part.kind === whole.kind && part.unit === whole.unit) ||
      (whole.kind === 'money' && part.unit === '' && part.found.magnitude)) &&
    part.hedge === undefined &&
    part.found.upper === undefined
  if (!parts.every(same)) return
  const low = sumOf(parts.map((part) => part.low))
  const high = sumOf(parts.map((part) => part.high))
  const sum = sumOf(parts.map((part) => part.value))
  const holds = overlap(low, high, whole.low, whole.high)
  const computation = `${parts.map((part) => part.text).join(' + ')} = ${brief(sum)}`
  if (holds) yield relate('sum', figures, computation, true)
  else {
    yield relate('sum', [...parts, whole], computation, false, {
      rule: 'sum',
      messageId: 'wrong',
      data: { whole: whole.text, parts: parts.map((part) => part.text).join(', '), sum: brief(sum) },
      about: 'sum',
      ours: whole.text,
      theirs: computation,
    })
  }
}
