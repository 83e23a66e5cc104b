import type { Relation } from '../../model/quantity.ts'
import type { Figure, SentenceText } from '../figures.ts'
import { transpositionsOf } from '../slips.ts'
import { brief, relate, sumOf } from './relation.ts'

/** Longer lists run on into something else. */
export const MOST_PARTS = 12

const REST =
  /\b(?:others?|the rest|the remaining|the remainder|remaining)\b|остальн|прочи|другие|қалған|басқа|其余|其他|其它/u

/** Shares of one sentence that must make 100: with a word for the rest, or of a pair that leaves nothing out. */
export function* hundredIn(sentence: SentenceText): Iterable<Relation> {
  yield* hundred(sentence)
  yield* pair(sentence)
}

const CHOICES =
  /multiple (?:answers|responses|choice)|more than one (?:answer|option)|несколько (?:вариантов|ответов)|多选/u

/** Three or more percentages with a word for the rest must make 100. */
function* hundred(sentence: SentenceText): Iterable<Relation> {
  const { figures, line, start, end } = sentence
  const lower = line.plain.lower.slice(start, end)
  const shares = figures.filter(
    (figure) => figure.unit === '%' && figure.found.upper === undefined && figure.found.sign > 0,
  )
  if (shares.length < 3 || shares.length > MOST_PARTS || CHOICES.test(lower)) return
  const [first, last] = [shares[0] as Figure, shares.at(-1) as Figure]
  const rest = REST.exec(lower)
  const sum = sumOf(shares.map((share) => share.value))
  const slack = sumOf(shares.map((share) => (share.high - share.low) / 2))
  const computation = `${shares.map((share) => share.value).join(' + ')} = ${brief(sum)} %`
  const holds = Math.abs(sum - 100) <= slack + 1e-9
  if (holds) {
    yield relate(rest === null ? 'shares' : 'hundred', shares, computation, true)
    return
  }
  if (shares.some((share) => share.hedge !== undefined)) return
  if (rest === null) {
    yield* distributed(sentence, shares, sum, slack, computation)
    return
  }
  const position = start + rest.index
  // the word for the rest belongs to the last share, and the shares are one list
  if (position < (shares.at(-2) as Figure).end || Math.abs(position - last.start) > 40) return
  if (
    last.start - first.start > 60 * shares.length ||
    figures.some((figure) => figure.start > first.start && figure.end < last.end && figure.unit !== '%')
  )
    return
  if (/\b(?:grew|rose|fell|increase|decrease|growth)\b|рост|вырос|сниз|увелич|增长|下降/.test(lower)) return
  yield relate('hundred', shares, computation, false, {
    rule: 'sum',
    messageId: 'hundred',
    data: { sum: `${brief(sum)} %`, parts: shares.map((share) => share.text).join(', ') },
    at: first,
    about: 'sum of shares',
    ours: shares.map((share) => share.text).join(', '),
    theirs: computation,
  })
}

/** Words that tell a distribution: its shares are all there are. */
const DISTRIBUTION =
  /\b(?:distribut(?:ed|ion)|breakdown|as follows)\b|распредел|структура|следующим образом|бөлінді|分布|构成为/u

/** The shares of a distribution do not make 100, and an exchange of two digits in one of them would. */
function* distributed(
  { figures, line, start, end }: SentenceText,
  shares: readonly Figure[],
  sum: number,
  slack: number,
  computation: string,
): Iterable<Relation> {
  const [first, last] = [shares[0] as Figure, shares.at(-1) as Figure]
  if (!DISTRIBUTION.test(line.plain.lower.slice(start, first.start)) || shares.length !== figures.length) return
  if (last.start - first.start > 40 * shares.length || /\d/.test(line.plain.text.slice(last.end, end))) return
  const mended = shares.some((share) =>
    transpositionsOf(share.found.digits).some((value) => Math.abs(sum - share.value + value - 100) <= slack + 1e-9),
  )
  if (!mended) return
  yield relate('hundred', shares, computation, false, {
    rule: 'sum',
    messageId: 'hundred',
    data: { sum: `${brief(sum)} %`, parts: shares.map((share) => share.text).join(', ') },
    severity: 'warning',
    confidence: 'likely',
    at: first,
    about: 'sum of shares',
    ours: shares.map((share) => share.text).join(', '),
    theirs: computation,
  })
}

/** Pairs that leave nothing out. */
const PAIRS: readonly RegExp[] = [
  /\b(?:women|females?)\b[^;]{0,60}\b(?:men|males?)\b|\b(?:men|males?)\b[^;]{0,60}\b(?:women|females?)\b/,
  /женщин[^;]{0,60}мужчин|мужчин[^;]{0,60}женщин/,
  /әйел[^;]{0,60}ер(?:лер|кек)|ер(?:лер|кек)[^;]{0,60}әйел/,
  /\burban\b[^;]{0,60}\brural\b|\brural\b[^;]{0,60}\burban\b/,
  /городск[^;]{0,60}сельск|сельск[^;]{0,60}городск/,
  /女性[^。；]{0,30}男性|男性[^。；]{0,30}女性/,
]

/** Two shares of an exhaustive pair, close to 100 but not there. */
function* pair({ figures, line, start, end }: SentenceText): Iterable<Relation> {
  const shares = figures.filter((figure) => figure.unit === '%')
  const [first, second] = shares
  if (
    first === undefined ||
    second === undefined ||
    shares.length !== 2 ||
    first.found.upper !== undefined ||
    second.found.upper !== undefined
  )
    return
  if (second.start - first.end > 40) return
  const lower = line.plain.lower.slice(start, end)
  if (!PAIRS.some((members) => members.test(lower))) return
  if (
    /\b(?:among (?:the )?(?:women|men|females|males|urban|rural)|versus|vs|compared|rate|of the (?:women|men)|while|whereas)\b|среди (?:женщин|мужчин|городск|сельск)|против|уровень|者中|率|арасында/u.test(
      lower,
    )
  )
    return
  if (first.hedge !== undefined || second.hedge !== undefined) return
  const sum = sumOf([first.value, second.value])
  const slack = (first.high - first.low + second.high - second.low) / 2
  const off = Math.abs(sum - 100)
  const computation = `${first.text} + ${second.text} = ${brief(sum)} %`
  if (off <= slack + 1e-9) yield relate('hundred', [first, second], computation, true)
  else if (off <= 3 || exchanged(first, second, sum, slack)) {
    yield relate('hundred', [first, second], computation, false, {
      rule: 'sum',
      messageId: 'hundred',
      data: { sum: `${brief(sum)} %`, parts: `${first.text}, ${second.text}` },
      at: first,
      about: 'sum of shares',
      ours: `${first.text}, ${second.text}`,
      theirs: computation,
    })
  }
}

/** Whether an exchange of two digits in one of two shares makes them 100. */
function exchanged(first: Figure, second: Figure, sum: number, slack: number): boolean {
  return [first, second].some((share) =>
    transpositionsOf(share.found.digits).some((value) => Math.abs(sum - share.value + value - 100) <= slack + 1e-9),
  )
}
