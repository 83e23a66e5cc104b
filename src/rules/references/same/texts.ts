import type { Reference } from '../../../model/reference.ts'
import { compareFamilies } from '../../../names/index.ts'
import { foldWords } from '../../../text/fold.ts'
import { headNames } from '../../lists/parallel/makers.ts'
import { alignTokens, type Token, tokensOf } from '../../lists/parallel/tokens.ts'

/** Why two entries are believed to be one work. */
export interface Sameness {
  readonly messageId: 'same-doi' | 'same-work'
  readonly confidence: 'certain' | 'likely'
  readonly by: string
}

/** Two copies share at least this part of the shorter one's words. */
const COPY = 0.85
const MOST_NUMBERS = 12
const ACCESS = /(?:access|retrieved|visited|дата обращения|қаралған|访问|引用)[^\d]{0,30}[\d./ -]{4,12}/giu

/** Keys under which the printed texts of two records of one work meet: their beginning, and their numbers but for the year. */
export function textKeys({ passage }: Reference): readonly string[] {
  const text = passage.text
    .slice(0, 2000)
    .replace(/https?:\S+|10\.\d{4,9}\/\S+/gu, ' ')
    .replace(ACCESS, ' ')
  const numbers = (text.match(/\d+/g) ?? []).filter((number) => !/^(?:19|20)\d\d$/.test(number))
  const head = foldWords(text).slice(0, 30)
  return [
    ...(head.length === 30 ? [`head ${head}`] : []),
    ...(numbers.length >= 3 && numbers.length <= MOST_NUMBERS ? [`numbers ${numbers.join(' ')}`] : []),
  ]
}

/** Compares two entries as printed, word by word and across scripts: for entries whose fields were not read alike. */
export function compareTexts(first: Reference, second: Reference): Sameness | undefined {
  if (suffixOf(first) !== suffixOf(second)) return undefined
  const { left, right, partners, gaps } = alignTokens(tokensOf(first), tokensOf(second))
  const loose = (tokens: readonly Token[]): readonly string[] =>
    tokens.filter(({ kind }) => kind === 'number').map(({ text }) => text)
  const ours = loose(gaps.flatMap((gap) => gap.left))
  const theirs = loose(gaps.flatMap((gap) => gap.right))
  const shared = partners.filter((partner) => partner >= 0).length / Math.max(1, Math.min(left.length, right.length))
  const isYear = (number: string): boolean => /^(?:19|20)\d\d$/.test(number)
  // one year against another, or a number that only one of them gives
  const years = ours.length === 1 && theirs.length === 1 && isYear(ours[0] ?? '') && isYear(theirs[0] ?? '')
  if (ours.length > 0 && theirs.length > 0 && !years) return undefined
  const numbers = [...left].filter(({ kind }, index) => kind === 'number' && (partners[index] ?? -1) >= 0).length
  if (shared < COPY || numbers < (years ? 3 : 2)) return undefined
  if (isDatedApart(gaps.flatMap((gap) => [...gap.left, ...gap.right])) || !sameHead(first, second)) return undefined
  return { messageId: 'same-work', confidence: 'likely', by: years ? 'text, all but the year' : 'text' }
}

/** Words that tell parts and editions of one work apart. */
function isDatedApart(tokens: readonly Token[]): boolean {
  return tokens.some(({ folded }) =>
    /^(?:[ivx]+|part|pt|ч|часть|том|ed|edition|изд|издание|supplement|erratum|correction|reply|comment)$/.test(folded),
  )
}

/** `2004a` and `2004b` are two works to the author of the list. */
export function suffixOf({ passage }: Reference): string {
  return (
    /(?<!\d)(?:19|20)\d\d([a-zа-г])(?!\p{L})/u.exec(passage.text.slice(0, 600).replace(/https?:\S+/g, ' '))?.[1] ?? ''
  )
}

function sameHead(first: Reference, second: Reference): boolean {
  const [one] = headNames(first.passage.text)
  const [other] = headNames(second.passage.text)
  if (one === undefined || other === undefined) return one === other
  return compareFamilies(one.family, other.family).verdict !== 'different'
}
