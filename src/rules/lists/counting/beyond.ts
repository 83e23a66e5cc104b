import type { Citation } from '../../../model/citation.ts'
import type { Document } from '../../../model/document.ts'
import { strays } from './strays.ts'
import type { Vote } from './votes.ts'

/** What shows that the text counts one entry more than the list has. */
export interface Beyond {
  /** the first number of the text that is too high */
  readonly from: number
  /** one number at most is never cited: the one before `from` */
  readonly uncited: number
  /** the first citation of a number that is too high, and one of the number after the last entry */
  readonly first: Citation
  readonly last: Citation
  readonly because: 'the order of first mention' | 'the makers named'
}

const LEAST = 5
/** Entries side by side often share a maker, who is then named beside a number by chance. */
const CHANCE = 2
const MAJORITY = 4
/** A list is in the order of first mention where at most this part of it stands elsewhere. */
const STRAYS = 0.12

/**
 * The text cites a number after the last entry, and one entry of the list never: an entry was dropped, or is missing, and all
 * numbers of the text from there on are one too high. Which one it was, the order of first mention tells, or the makers who
 * are named beside the numbers. `numbers` are those of the entries, counting up from 1.
 */
export function citesBeyond({ citations }: Document, last: number, votes: readonly Vote[]): Beyond | undefined {
  if (last < LEAST) return undefined
  const numeric = citations.filter(({ kind, cited }) => kind === 'numeric' && (cited.numbers ?? []).length > 0)
  const first = new Map<number, Citation>()
  for (const citation of numeric)
    for (const number of citation.cited.numbers ?? []) if (!first.has(number)) first.set(number, citation)
  const end = first.get(last + 1)
  if (end === undefined || [...first.keys()].some((number) => number > last + 1)) return undefined
  const uncited = Array.from({ length: last }, (_, index) => index + 1).filter((number) => !first.has(number))
  const one = uncited.length === 1 && isInOrder([...first.keys()]) ? uncited[0] : undefined
  const told = votes.filter(({ by }) => by === -1)
  const contrary = (gap: number): number =>
    votes.filter(({ by, number }) => (by === -1 ? number <= gap : number > gap)).length
  const gap =
    one !== undefined && contrary(one) <= Math.max(CHANCE, told.length)
      ? one
      : uncited.filter((number) => contrary(number) * MAJORITY <= told.length && told.length > 0).at(-1)
  const begin = gap === undefined ? undefined : numeric.find(({ cited }) => cited.numbers?.some((n) => n > gap))
  if (gap === undefined || begin === undefined) return undefined
  const because = gap === one && told.length === 0 ? 'the order of first mention' : 'the makers named'
  return { from: gap + 1, uncited: gap, first: first.get(gap + 1) ?? begin, last: end, because }
}

function isInOrder(numbers: readonly number[]): boolean {
  return strays(numbers).length <= numbers.length * STRAYS
}
