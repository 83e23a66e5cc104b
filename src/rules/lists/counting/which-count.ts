import type { Citation } from '../../../model/citation.ts'
import type { Document } from '../../../model/document.ts'
import type { Affinity } from './affinity.ts'

/** Two ways to count one list, and what the text says of them. */
export interface Verdict {
  /** the text follows the printed numbers, those that are meant, or does not tell */
  readonly follows: 'printed' | 'meant' | 'unknown'
  /** for the reader: what told it */
  readonly because: string
  /** citations that point at another entry, or at none, in the two counts */
  readonly affected: readonly Citation[]
}

const ENOUGH = 2
const RARE = 2.5

/**
 * Which count of a list its numeric citations follow. A number that only one count has, a maker who is named beside the
 * number, and rare words of a title in the sentence speak for a count; `voids` are printed numbers that are no entry.
 */
export function whichCount(
  { citations }: Document,
  printed: ReadonlyMap<number, string>,
  meant: ReadonlyMap<number, string>,
  voids: ReadonlySet<number>,
  affinity: () => Affinity,
): Verdict {
  const numeric = citations.filter(({ kind }) => kind === 'numeric')
  const affected = numeric.filter(({ cited }) =>
    (cited.numbers ?? []).some((number) => printed.get(number) !== meant.get(number)),
  )
  const told: string[] = []
  let balance = 0
  for (const { cited, text } of affected) {
    const [number, ...more] = cited.numbers ?? []
    if (number === undefined || more.length > 1 || !voids.has(number)) continue
    balance += ENOUGH
    told.push(`${text} cites a number that is no entry`)
  }
  const last = Math.max(0, ...printed.keys())
  const cited = new Set(numeric.flatMap((citation) => citation.cited.numbers ?? []))
  if (!meant.has(last) && cited.size * 2 >= meant.size) {
    if (cited.has(last)) {
      balance -= ENOUGH
      told.push(`[${last}] is cited`)
    } else if (cited.has(Math.max(0, ...meant.keys()))) {
      balance += 1
      told.push(`[${last}] is never cited`)
    }
  }
  for (const citation of affected) {
    const vote = voteOf(citation, printed, meant, affinity)
    balance += vote
    if (Math.abs(vote) >= ENOUGH) told.push(`the makers named beside ${citation.text}`)
    else if (vote !== 0) told.push(`the subject of the sentence of ${citation.text}`)
  }
  const follows = balance >= ENOUGH ? 'meant' : balance <= -ENOUGH ? 'printed' : 'unknown'
  return { follows, because: told.slice(0, 4).join('; '), affected }
}

/** Above 0 for the meant entry, below for the printed one. */
function voteOf(
  citation: Citation,
  printed: ReadonlyMap<number, string>,
  meant: ReadonlyMap<number, string>,
  affinity: () => Affinity,
): number {
  const [number, ...more] = citation.cited.numbers ?? []
  if (number === undefined || more.length > 0) return 0
  const [ours, theirs] = [printed.get(number), meant.get(number)]
  if (ours === theirs) return 0
  const named = affinity().named(citation)
  const [left, right] = [ours !== undefined && named.has(ours), theirs !== undefined && named.has(theirs)]
  if (left !== right) return right ? ENOUGH : -ENOUGH
  const [a, b] = [ours, theirs].map((id) => (id === undefined ? 0 : affinity().subject(citation, id))) as [
    number,
    number,
  ]
  if (Math.max(a, b) < RARE || Math.max(a, b) < 2 * Math.min(a, b)) return 0
  return b > a ? 1 : -1
}
