import type { Document } from '../../../model/document.ts'
import type { Reference } from '../../../model/reference.ts'
import { type PersonName, personOf } from '../../../names/index.ts'
import { makersOf } from '../../../text/csl.ts'
import { foldWords } from '../../../text/fold.ts'

/** A person whom an entry names as a maker. */
export interface Listed {
  readonly reference: Reference
  readonly person: PersonName
  /** from 0 */
  readonly position: number
  /** the other makers of the entry, folded surnames */
  readonly others: ReadonlySet<string>
}

const MOST_MAKERS = 30

const listed = new WeakMap<Document, readonly Listed[]>()

/** The persons of all entries, those of lists that repeat another one left out: they are copies. Made once a document. */
export function listedPersons(document: Document): readonly Listed[] {
  const known = listed.get(document)
  if (known !== undefined) return known
  const people = readPersons(document)
  listed.set(document, people)
  return people
}

function readPersons(document: Document): readonly Listed[] {
  const copies = new Set(document.lists.flatMap(({ id, parallelTo }) => (parallelTo === undefined ? [] : [id])))
  const own = document.references.filter(({ list }) => !copies.has(list))
  const entries = [...own, ...document.libraries.flatMap(({ references }) => references)]
  return entries.flatMap((reference) => {
    const people = makersOf(reference.csl).slice(0, MOST_MAKERS).map(personOf)
    const families = new Families(people)
    return people.flatMap((person, position) => {
      if (person.corporate || person.family.length < 2) return []
      return [new Maker(reference, person, position, families)]
    })
  })
}

/** The folded surnames of one entry, made when somebody asks. */
class Families {
  readonly #people: readonly PersonName[]
  #folded: readonly string[] | undefined

  constructor(people: readonly PersonName[]) {
    this.#people = people
  }

  get folded(): readonly string[] {
    this.#folded ??= this.#people.map(({ family }) => foldWords(family))
    return this.#folded
  }
}

class Maker implements Listed {
  readonly reference: Reference
  readonly person: PersonName
  readonly position: number
  readonly #families: Families
  #others: ReadonlySet<string> | undefined

  constructor(reference: Reference, person: PersonName, position: number, families: Families) {
    this.reference = reference
    this.person = person
    this.position = position
    this.#families = families
  }

  get others(): ReadonlySet<string> {
    if (this.#others !== undefined) return this.#others
    const { folded } = this.#families
    const own = folded[this.position] as string
    const others = new Set(folded)
    // the same surname twice: the other one stays
    if (folded.indexOf(own) === folded.lastIndexOf(own)) others.delete(own)
    this.#others = others
    return others
  }
}

/** What two entries share that one author's works share. */
export interface Shared {
  readonly coauthors: readonly string[]
  readonly sameWork: boolean
  readonly venue: boolean
  /** words of both titles that few entries have */
  readonly words: readonly string[]
}

export function sharedBy(left: Listed, right: Listed, rare: (word: string) => boolean): Shared {
  const [one, other] = [left.reference.csl, right.reference.csl]
  const [first, second] = [titleOf(left.reference), titleOf(right.reference)]
  const doi = left.reference.identifiers.doi
  const venue = foldWords(String(one['container-title'] ?? ''))
  return {
    coauthors: [...left.others].filter((name) => right.others.has(name)),
    sameWork:
      (doi !== undefined && doi === right.reference.identifiers.doi) || (first.length >= 12 && first === second),
    venue: venue.length > 3 && venue === foldWords(String(other['container-title'] ?? '')),
    words: wordsOf(first).filter((word) => rare(word) && wordsOf(second).includes(word)),
  }
}

export const titleOf = ({ csl }: Reference): string => foldWords(String(csl.title ?? '').slice(0, 300))

export const wordsOf = (title: string): readonly string[] => [
  ...new Set(title.split(' ').filter((word) => word.length >= 4)),
]

/** Whether a word of a title stands in few entries: at most three, or one in fifty. */
export function rarity(people: readonly Listed[]): (word: string) => boolean {
  let spread: Map<string, number> | undefined
  let most = 0
  return (word) => {
    if (spread === undefined) {
      spread = new Map<string, number>()
      const entries = new Set(people.map(({ reference }) => reference))
      for (const reference of entries)
        for (const one of wordsOf(titleOf(reference))) spread.set(one, (spread.get(one) ?? 0) + 1)
      most = Math.max(3, entries.size / 50)
    }
    return (spread.get(word) ?? 0) <= most
  }
}
