import type { Citation } from '../../../model/citation.ts'
import type { Document } from '../../../model/document.ts'
import type { Affinity } from './affinity.ts'

/** Farther off, somebody else is named by chance. */
const FARTHEST = 3

/** What the makers named beside a citation say of its number. */
export interface Vote {
  readonly citation: Citation
  readonly number: number
  /** places from the printed entry to the one whose maker is named; 0: the number is right */
  readonly by: number
}

/** A vote for each citation of one number beside which makers of entries are named: its own, or of one entry nearby. */
export function votesOf(
  { citations }: Document,
  byPrinted: ReadonlyMap<number, string>,
  affinity: Affinity,
): readonly Vote[] {
  const numberOf = new Map([...byPrinted].map(([number, id]) => [id, number]))
  return citations.flatMap((citation): Vote[] => {
    const [number, ...more] = citation.kind === 'numeric' ? (citation.cited.numbers ?? []) : []
    if (number === undefined || more.length > 0) return []
    const named = [...affinity.named(citation)].flatMap((id) => numberOf.get(id) ?? [])
    if (named.includes(number)) return [{ citation, number, by: 0 }]
    const near = named.filter((one) => Math.abs(one - number) <= FARTHEST)
    return near.length === 1 ? [{ citation, number, by: (near[0] as number) - number }] : []
  })
}
