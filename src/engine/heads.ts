import type { Cited } from '../model/citation.ts'
import { caseLanguages, NameIndex } from '../names/index.ts'
import { foldWords } from '../text/fold.ts'
import { type Fit, toFit } from './agreement.ts'
import type { Entry } from './entries.ts'

const HEAD = 160
const MOST = 50

/** The first three words. */
const openingOf = (folded: string): string => folded.split(' ', 3).join(' ')

/** The heads of entries as typed: for those whose reading found no maker, or cut a body's name at its comma. */
export class Heads {
  readonly #entries: readonly Entry[]
  #words: NameIndex<Entry> | undefined
  #openings: ReadonlyMap<string, readonly Entry[]> | undefined

  constructor(entries: readonly Entry[]) {
    this.#entries = entries
  }

  /** Entries whose text has the year, and whose first words are the body that is cited or hold the surname; two at most. */
  fits(cited: Cited): readonly Fit[] {
    const [name] = cited.names ?? []
    const { year } = cited
    if (name === undefined || year === undefined) return []
    const body = foldWords(name.family)
    if (body.split(' ').length >= 3) return this.#opened(body, year)
    // "Manual de Santiago" was read as a person's name
    const whole = name.given === undefined ? '' : foldWords(`${name.given} ${name.family}`)
    if (whole.split(' ').length >= 3) {
      const opened = this.#opened(whole, year)
      if (opened.length > 0) return opened
    }
    const found = this.#lead().find(name.family, caseLanguages(name.family)[0] ?? 'en')
    return found
      .filter(({ value }) => value.years.has(year))
      .map(({ value }) => toFit(value, [], 0.8, 0, 0))
      .slice(0, 2)
  }

  #opened(body: string, year: number): readonly Fit[] {
    const same = (entry: Entry): boolean =>
      foldWords(entry.reference.passage.text.slice(0, body.length * 2)).startsWith(body)
    return (this.#opening().get(openingOf(body)) ?? [])
      .filter((entry) => entry.years.has(year) && same(entry))
      .map((entry) => toFit(entry, [], 0.9, 0, 0))
      .slice(0, 2)
  }

  #lead(): NameIndex<Entry> {
    if (this.#words !== undefined) return this.#words
    const index = new NameIndex<Entry>()
    for (const entry of this.#entries) for (const word of entry.lead) index.add(word, entry)
    this.#words = index
    return index
  }

  #opening(): ReadonlyMap<string, readonly Entry[]> {
    if (this.#openings !== undefined) return this.#openings
    const openings = new Map<string, Entry[]>()
    for (const entry of this.#entries) {
      const key = openingOf(foldWords(entry.reference.passage.text.slice(0, HEAD)))
      openings.set(key, [...(openings.get(key) ?? []).slice(0, MOST), entry])
    }
    this.#openings = openings
    return openings
  }
}
