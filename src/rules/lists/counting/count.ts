import type { Document } from '../../../model/document.ts'
import type { ListItem, Reference, ReferenceList } from '../../../model/reference.ts'

/** One item of a numbered list, counted as printed and as meant. */
export interface Counted {
  readonly item: ListItem
  /** the number that stands there, or that follows from the one above where it was lost */
  readonly printed: number
  /** printed, less the numbers that torn parts of entries took above it */
  readonly meant: number
  readonly typed: boolean
}

/** Counts a list; torn parts of entries that have a number of their own shift all that follow. */
export interface Count {
  /** items that begin entries */
  readonly entries: readonly Counted[]
  /** items that continue an entry, with the number they took if they took one */
  readonly torn: readonly (Counted & { readonly taken: boolean })[]
  readonly byPrinted: ReadonlyMap<number, string>
  readonly byMeant: ReadonlyMap<number, string>
}

export function countItems({ items, numbering }: ReferenceList): Count {
  const entries: Counted[] = []
  const torn: (Counted & { taken: boolean })[] = []
  const byPrinted = new Map<number, string>()
  const byMeant = new Map<number, string>()
  let last = 0
  let shift = 0
  for (const item of items) {
    const own = numbering === 'typed' ? item.number : undefined
    if (item.continues !== undefined) {
      // without typed numbers every marked item is counted by the program that sets the list
      const taken = own !== undefined || (numbering === 'automatic' && item.marker !== undefined)
      if (taken) {
        last = own ?? last + 1
        shift += 1
      }
      torn.push({ item, printed: last, meant: last - shift, typed: own !== undefined, taken })
      continue
    }
    last = own ?? last + 1
    entries.push({ item, printed: last, meant: last - shift, typed: own !== undefined })
    if (!byPrinted.has(last)) byPrinted.set(last, item.reference)
    if (!byMeant.has(last - shift)) byMeant.set(last - shift, item.reference)
  }
  return { entries, torn, byPrinted, byMeant }
}

/** Old and new numbers as a reader would write them: `5–8 → 4–7, the last item → 14`. */
export function mappingOf(entries: readonly Counted[]): string {
  const moved = entries.filter(({ printed, meant }) => printed !== meant)
  const parts: string[] = []
  let run: Counted[] = []
  const close = (): void => {
    const [first] = run
    const last = run.at(-1)
    if (first === undefined || last === undefined) return
    const range = (from: number, to: number): string => (from === to ? `${from}` : `${from}–${to}`)
    parts.push(`${range(first.printed, last.printed)} → ${range(first.meant, last.meant)}`)
    run = []
  }
  for (const one of moved) {
    const before = run.at(-1)
    if (!one.typed) {
      close()
      parts.push(`the ${one === entries.at(-1) ? 'last item' : 'item without a number'} → ${one.meant}`)
      continue
    }
    if (before !== undefined && one.printed - one.meant !== before.printed - before.meant) close()
    run.push(one)
  }
  close()
  return parts.join(', ')
}

export function entriesOf({ references }: Document, list: ReferenceList): readonly Reference[] {
  return references.filter((reference) => reference.list === list.id)
}

/** Whether the text cites this list by number: it is the first list of references that has numbers, or the first at all. */
export function isCitedByNumber({ lists, citations }: Document, list: ReferenceList): boolean {
  const candidates = lists.filter(({ kind, references }) => kind === 'references' && references.length > 0)
  const chosen =
    candidates.find(({ numbering }) => numbering === 'typed') ??
    candidates.find(({ numbering }) => numbering === 'automatic') ??
    candidates[0]
  return chosen === list && citations.some(({ kind }) => kind === 'numeric')
}
