import type { Document } from '../../../model/document.ts'
import type { Reference } from '../../../model/reference.ts'
import { caseLanguages, lemmas, nameKeys, type PersonName } from '../../../names/index.ts'
import { makersOf } from '../../../text/csl.ts'

/** How often a document prints each surname, by its folded form: in the text, and in entries other than copies of entries. */
export interface Witnesses {
  readonly text: ReadonlyMap<string, number>
  readonly lists: ReadonlyMap<string, number>
}

/** A form is called the likely one only when it outnumbers the other three to one. */
const OUTVOTED = 3

export function witnessesOf(document: Document): Witnesses {
  const text = new Map<string, number>()
  const lists = new Map<string, number>()
  const add = (counts: Map<string, number>, form: string): void => {
    const { folded } = nameKeys(form)
    counts.set(folded, (counts.get(folded) ?? 0) + 1)
  }
  for (const { cited } of document.citations) {
    for (const { family } of cited.names ?? []) {
      for (const form of new Set(caseLanguages(family).flatMap((language) => lemmas(family, language)))) add(text, form)
    }
  }
  const copies = new Set(document.lists.flatMap(({ id, parallelTo }) => (parallelTo === undefined ? [] : [id])))
  const entries: readonly Reference[] = [...document.references, ...document.libraries.flatMap((one) => one.references)]
  for (const { list, csl } of entries) {
    // two copies of one list are one witness
    if (copies.has(list)) continue
    for (const name of makersOf(csl)) add(lists, name.family ?? name.literal ?? '')
  }
  return { text, lists }
}

/** What the other places of the document say: a note that names the likely form, or only that the two disagree. */
export function judge(cited: string, maker: PersonName, { text, lists }: Witnesses): string {
  const [one, other] = [nameKeys(cited).folded, nameKeys(maker.family).folded]
  const forCited = (text.get(one) ?? 0) + (lists.get(one) ?? 0)
  const forListed = (text.get(other) ?? 0) + (lists.get(other) ?? 0)
  if (forListed >= OUTVOTED * Math.max(1, forCited))
    return `The document has “${maker.family}” ${forListed} times, “${cited}” ${forCited}: “${maker.family}” is likely right.`
  if (forCited >= OUTVOTED * Math.max(1, forListed))
    return `The document has “${cited}” ${forCited} times, “${maker.family}” ${forListed}: “${cited}” is likely right.`
  return 'The two disagree: see which is right, and use one spelling.'
}
