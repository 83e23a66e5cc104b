import type { Document } from '../model/document.ts'
import type { Reference } from '../model/reference.ts'

/** The works of a manuscript, each once: the entries of its first lists, and of libraries those that it cites. */
export function worksOf({ lists, references, citations, libraries, counterparts }: Document): readonly Reference[] {
  const cited = new Set(citations.flatMap(({ targets }) => targets))
  const echoes = new Set(lists.filter(({ parallelTo }) => parallelTo !== undefined).map(({ id }) => id))
  const own = references.filter(({ id, list }) => !(echoes.has(list) && counterparts[id] !== undefined))
  return [...own, ...libraries.flatMap((library) => library.references).filter(({ id }) => cited.has(id))]
}
