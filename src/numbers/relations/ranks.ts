import type { Quantity, Relation } from '../../model/quantity.ts'
import { spanOf } from '../../text/passage.ts'
import type { SentenceText } from '../figures.ts'

const ORDINALS: Readonly<Record<string, number>> = {
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  второе: 2,
  третье: 3,
  четвертое: 4,
  четвёртое: 4,
  пятое: 5,
  шестое: 6,
  седьмое: 7,
}
const RANK =
  /\b(?:ranks?|ranked|ranking|place|position)\b[^.;]{0,30}?\b(\d{1,2})(?:st|nd|rd|th)\b|\b(?:ranks?|ranked)\b[^.;]{0,20}?\b(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b|(?:^| )(\d{1,2})(?:-е|-ое)? место|(?:^| )(второе|третье|четв[её]ртое|пятое|шестое|седьмое) место/u
const BEHIND = /\b(?:after|behind|following)\b|(?:^| )(?:после|вслед за|уступая|пропустив)(?: |$)/u

/** A rank and the names it comes after: the fifth after four. Lists that are left open say nothing. */
export function* ranksIn(
  sentence: SentenceText,
  rank: (value: number, start: number, end: number) => Quantity,
): Iterable<Relation> {
  const { line, start, end } = sentence
  const lower = line.plain.lower.slice(start, end)
  if (!/rank|plac|posit|мест/.test(lower)) return
  const match = RANK.exec(lower)
  if (match === null) return
  const word = match[2] ?? match[4]
  const value = word === undefined ? Number(match[1] ?? match[3]) : ORDINALS[word]
  const from = match.index + match[0].length
  const behind = BEHIND.exec(lower.slice(from))
  if (value === undefined || behind === null || value < 2 || value > 12) return
  const list = line.plain.text.slice(start + from + behind.index + behind[0].length, end)
  const names = namesIn(list)
  if (names < 2 || /\betc\b|and others|и др|\d/.test(list)) return
  const holds = names === value - 1
  const offset = start + match.index + match[0].lastIndexOf(word ?? String(value))
  const quantity = rank(value, offset, offset + (word ?? String(value)).length)
  const computation = `${names} named before it, so place ${names + 1}`
  yield {
    kind: 'rank',
    operands: [quantity.id],
    computation,
    holds,
    ...(holds
      ? {}
      : {
          problem: {
            rule: 'bounds',
            messageId: 'rank',
            data: { rank: value, named: names },
            severity: 'warning' as const,
            confidence: 'likely' as const,
            span: spanOf(line.passage, offset, offset + (word ?? String(value)).length),
            related: [],
            about: 'rank',
            ours: String(value),
            theirs: computation,
          },
        }),
  }
}

/** Names with a capital, joined by commas and one conjunction, up to the end of the list. */
function namesIn(list: string): number {
  const parts = list
    .replace(/[.。]\s*$/u, '')
    .split(/,\s+and\s+|,|\s+(?:and|и|және)\s+/u)
    .map((part) => part.trim().replace(/^(?:the|only|just) /i, ''))
  return parts.every((part) => /^\p{Lu}[\p{L}’'-]*(?: (?:of |and )?\p{Lu}[\p{L}’'-]*){0,3}$/u.test(part))
    ? parts.length
    : 0
}
