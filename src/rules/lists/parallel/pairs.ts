import type { Document } from '../../../model/document.ts'
import type { Reference, ReferenceList } from '../../../model/reference.ts'

/** One work as two lists of a document give it. */
export interface Pair {
  /** the list that comes first, and the one that repeats it */
  readonly original: Reference
  readonly repeated: Reference
}

export interface ParallelLists {
  readonly original: ReferenceList
  readonly repeated: ReferenceList
  readonly pairs: readonly Pair[]
  readonly aloneInOriginal: readonly Reference[]
  readonly aloneInRepeated: readonly Reference[]
}

/** The lists of a document that repeat an earlier one, with their entries two by two. */
export function parallelLists({ lists, references, counterparts }: Document): readonly ParallelLists[] {
  const byId = new Map(references.map((reference) => [reference.id, reference]))
  const byList = new Map(lists.map((list) => [list.id, list]))
  return lists.flatMap((repeated): ParallelLists[] => {
    const original = repeated.parallelTo === undefined ? undefined : byList.get(repeated.parallelTo)
    if (original === undefined) return []
    const theirs = (id: string, list: ReferenceList): Reference | undefined => {
      const other = byId.get(counterparts[id] ?? '')
      return other?.list === list.id ? other : undefined
    }
    const left = references.filter(({ list }) => list === original.id)
    const right = references.filter(({ list }) => list === repeated.id)
    const pairs = right.flatMap((reference): Pair[] => {
      const partner = theirs(reference.id, original)
      return partner === undefined ? [] : [{ original: partner, repeated: reference }]
    })
    const paired = new Set(pairs.map((pair) => pair.original.id))
    return [
      {
        original,
        repeated,
        pairs,
        aloneInOriginal: left.filter(({ id }) => !paired.has(id)),
        aloneInRepeated: right.filter(({ id }) => theirs(id, original) === undefined),
      },
    ]
  })
}
