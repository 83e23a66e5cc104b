import type { Reference, ReferenceList } from '../model/reference.ts'

export interface ListNumbers {
  readonly numbers: ReadonlyMap<number, string>
  /** numbers that stand before a torn part of an entry, or that no entry shows */
  readonly doubtful: ReadonlySet<number>
}

/**
 * The entry that each number means: as typed before the entry, of the first list that has numbers. An item that continues an
 * entry means that entry; an entry that lost its number has the one that its neighbours leave free. Automatic numbers
 * and lists without any count from 1.
 */
export function numbersOf(lists: readonly ReferenceList[], references: readonly Reference[]): ListNumbers {
  const candidates = lists.filter(({ kind, references: entries }) => kind === 'references' && entries.length > 0)
  const list =
    candidates.find(({ numbering }) => numbering === 'typed') ??
    candidates.find(({ numbering }) => numbering === 'automatic') ??
    candidates[0]
  const numbers = new Map<number, string>()
  const doubtful = new Set<number>()
  if (list === undefined) return { numbers, doubtful }
  const byId = new Map(references.map((reference) => [reference.id, reference]))
  if (list.numbering !== 'typed') {
    for (const [index, id] of list.references.entries()) numbers.set(index + 1, id)
    return { numbers, doubtful }
  }
  for (const id of list.references) {
    const number = byId.get(id)?.number
    if (number !== undefined && !numbers.has(number)) numbers.set(number, id)
  }
  for (const { number, reference } of list.items) {
    if (number === undefined || numbers.has(number)) continue
    numbers.set(number, reference)
    doubtful.add(number)
  }
  // the number that stands last at or before each entry, the torn parts of entries included
  const highest = new Map<string, number>()
  for (const { number, reference } of list.items) {
    if (number !== undefined) highest.set(reference, Math.max(number, highest.get(reference) ?? 0))
  }
  let last = 0
  for (const id of list.references) {
    const typed = highest.get(id) ?? byId.get(id)?.number
    if (typed === undefined && !numbers.has(last + 1)) numbers.set(last + 1, id)
    last = typed ?? last + 1
  }
  return { numbers, doubtful }
}
