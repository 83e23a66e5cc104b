import type { Cited, CitedName } from '../model/citation.ts'
import type { Reference } from '../model/reference.ts'
import {
  agreeingInitials,
  bothCommon,
  bothPinyin,
  caseLanguages,
  compareFamilies,
  lemmas,
  logOdds,
  type NameComparison,
  type NameEvidence,
  NameIndex,
  nameKeys,
  type PersonName,
  parseName,
  pinyinOfRespelled,
  probability,
} from '../names/index.ts'
import {
  BELIEVED,
  coauthorsFit,
  type Differs,
  type Fit,
  givenFit,
  lettered,
  likelihood,
  type Match,
  type Matches,
  toFit,
  top,
  type YearFit,
  yearFit,
} from './agreement.ts'
import { type Entry, entryOf } from './entries.ts'
import { Heads } from './heads.ts'

export type { Fit } from './agreement.ts'

/** A maker of an entry, as a name is looked up. */
interface Place {
  readonly entry: Entry
  /** index among the makers; −1 for a word at the head of an entry that was not understood */
  readonly position: number
}

/** Two surnames of so many letters are seldom one edit apart by chance, though the lists have both. */
const LONG = 8
/** Below what counts as certain. */
const MOST_OPEN = 0.94

/** The entries of all lists and libraries, to be asked for authors and year. */
export class Entries {
  readonly #names = new NameIndex<Place>()
  readonly #references: readonly Reference[]
  #heads: Heads | undefined
  readonly #givens = new Map<string, Place[]>()
  readonly #byId = new Map<string, Entry>()
  readonly #asked = new Map<string, Matches>()

  constructor(references: readonly Reference[]) {
    this.#references = references
  }

  /** Reads the entries once the first name is asked for: where all cite by key or number nobody does. */
  #opened(): Heads {
    if (this.#heads !== undefined) return this.#heads
    for (const reference of this.#references) {
      const entry = entryOf(reference)
      this.#byId.set(reference.id, entry)
      for (const [position, maker] of entry.makers.entries()) {
        this.#names.add(maker, { entry, position })
        for (const key of givenKeys(maker))
          this.#givens.set(key, [...(this.#givens.get(key) ?? []).slice(0, 50), { entry, position }])
      }
      if (entry.head !== undefined) this.#names.add(entry.head, { entry, position: 0 })
    }
    this.#heads = new Heads([...this.#byId.values()])
    return this.#heads
  }

  /** The entries that the citation means, best first; several where names are of different works, or letters are missing. */
  fits(cited: Cited): readonly Fit[] {
    const heads = this.#opened()
    const names = cited.names ?? []
    const found = names.map(({ family, given }) => this.#find(family, given))
    const [first] = found
    if (first === undefined) return []
    const exact = this.#judged(cited, found, first)
    const perfect = exact.filter(({ differs }) => differs.length === 0)
    if (perfect.length > 0) return perfect
    // "статьи Бисенова и Путца": each name has a work of its own in that year
    if (names.length > 1) {
      const each = names.map((name) =>
        this.fits({ ...cited, names: [name], etAl: false }).filter(({ differs }) => differs.length === 0),
      )
      if (each.every((own) => own.length > 0) && exact.every(({ differs }) => differs.length > 0)) return each.flat()
    }
    const near = [...exact, ...this.#near(cited, found)]
    const best = top(near)
    if (best.length > 0) return best
    return heads.fits(cited)
  }

  /** What the entry `id` has against a citation that its parallel entry `fit` agrees with; undefined for nothing. */
  differences(
    id: string,
    fit: Fit,
  ): { reference: string; reason: 'near'; probability: number; differs: readonly Differs[] } | undefined {
    const ours = this.#byId.get(id)
    const theirs = this.#byId.get(fit.reference)
    if (ours === undefined || theirs === undefined) return undefined
    const differs: Differs[] = []
    const [one, other] = [ours.makers[0], theirs.makers[0]]
    if (one !== undefined && other !== undefined && !agrees(compareFamilies(one.family, other.family)))
      differs.push('author')
    if (ours.year !== undefined && theirs.year !== undefined && ours.year !== theirs.year) differs.push('year')
    return differs.length === 0 ? undefined : { reference: id, reason: 'near', probability: fit.probability, differs }
  }

  #find(family: string, given: string | undefined): Matches {
    const asked = `${family}|${given ?? ''}`
    const known = this.#asked.get(asked)
    if (known !== undefined) return known
    const person = parseName({ family, ...(given === undefined ? {} : { given }) })
    const matches = new Map<Entry, Match>()
    // the surname alone: without a particle, or of a Chinese name that is written in one
    const isWhole = person.script === 'han' && given === undefined && person.given !== undefined
    const bare = person.particle === undefined && !isWhole ? [] : [person.family]
    const forms = [family, ...(given === undefined ? [] : [`${given} ${family}`]), ...bare]
    for (const [form, language] of forms.flatMap((form) =>
      caseLanguages(form).map((language) => [form, language] as const),
    )) {
      for (const { value, name, comparison } of this.#names.find(form, language)) {
        const before = matches.get(value.entry)
        if (agreeingInitials(person, name) < 0 || (before !== undefined && before.position <= value.position)) continue
        const fit = givenFit(person, name)
        // so many bear one Chinese surname that another given name is another person
        if (isWhole && fit === 'other') continue
        matches.set(value.entry, { position: value.position, comparison, name, given: fit })
      }
      if (matches.size > 0) break
    }
    this.#asked.set(asked, matches)
    return matches
  }

  /** Entries that have the first name: by year, co-authors and letter. */
  #judged(cited: Cited, found: readonly Matches[], first: Matches): readonly Fit[] {
    const fits: Fit[] = []
    for (const [entry, { position }] of first) {
      const year = yearFit(cited.year, entry)
      const others = found.slice(1)
      const shared = others.filter((matches) => matches.has(entry)).length
      const differs: Differs[] = []
      if (year !== 'same') differs.push('year')
      const coauthors = coauthorsFit(cited, entry, found)
      if (coauthors !== 'same') differs.push('coauthor')
      if (cited.suffix !== undefined && entry.suffix !== undefined && cited.suffix !== entry.suffix)
        differs.push('suffix')
      const given = first.get(entry)?.given ?? 'same'
      if (given !== 'same' || (position > 0 && !(shared > 0 && others.length > 0))) differs.push('author')
      const chance = likelihood({
        year,
        shared,
        missing: others.length - shared,
        position,
        suffix: differs.includes('suffix'),
        coauthors,
        given,
      })
      const slip = coauthors === 'other' && given === 'same' ? this.#coauthorSlip(cited, found, entry, year) : 0
      // characters of one sound are taken for each other by authors too
      const isHan = given !== 'same' && first.get(entry)?.name.script === 'han'
      const best = isHan ? Math.min(chance, MOST_OPEN) : Math.max(chance, slip)
      if (best >= BELIEVED) fits.push(toFit(entry, differs, best, shared, position))
    }
    return lettered(cited, fits, this.#byId)
  }

  /** How likely it is that each co-author whom the entry has not is one of its makers misspelled; 0 where one is not. */
  #coauthorSlip(cited: Cited, found: readonly Matches[], entry: Entry, year: YearFit): number {
    let least = 1
    for (const [at, name] of (cited.names ?? []).entries()) {
      if (found[at]?.has(entry) === true) continue
      const near = this.#names
        .near(name.family, caseLanguages(name.family)[0] ?? 'en')
        .find(({ value }) => value.entry === entry)
      if (near === undefined) return 0
      least = Math.min(
        least,
        probability(logOdds(this.#evidence(name, near.name, near.comparison, year, true, (found[at]?.size ?? 0) > 0))),
      )
    }
    return least
  }

  /** Entries whose author the citation may misspell, or that its co-authors or a given name point at. */
  #near(cited: Cited, found: readonly Matches[]): readonly Fit[] {
    const [name] = cited.names ?? []
    const [exact] = found
    if (name === undefined || exact === undefined) return []
    const fits = new Map<Entry, Fit>()
    const propose = (
      entry: Entry,
      chance: number,
      position: number,
      shared: number,
      differs: readonly Differs[],
    ): void => {
      const before = fits.get(entry)
      if (chance >= BELIEVED && (before === undefined || before.probability < chance)) {
        fits.set(entry, toFit(entry, differs, chance, shared, position))
      }
    }
    const [language = 'en'] = caseLanguages(name.family)
    for (const { value, name: listed, comparison } of this.#names.near(name.family, language).slice(0, 60)) {
      const { entry, position } = value
      if (exact.has(entry)) continue
      const year = yearFit(cited.year, entry)
      const shared = found.slice(1).filter((matches) => matches.has(entry)).length
      if (year === 'other' || (position > 0 && shared === 0)) continue
      const evidence = this.#evidence(name, listed, comparison, year, shared > 0, exact.size > 0)
      // two surnames that both exist are asked about, unless a co-author says which work is meant
      const isOpen = (evidence.bothPinyin || evidence.bothAttested) && shared === 0
      const chance = Math.min(probability(logOdds(evidence)), isOpen ? MOST_OPEN : 1)
      const differs: Differs[] = year === 'same' ? ['author'] : ['author', 'year']
      if (shared < found.length - 1) differs.push('coauthor')
      propose(entry, chance, position, shared, differs)
    }
    for (const { entry, position } of this.#byGiven(name.family, language)) {
      if (yearFit(cited.year, entry) === 'same') propose(entry, 0.8, position, 0, ['author'])
    }
    // all co-authors and the year agree: the first name alone is wrong
    const [second] = found.slice(1)
    for (const entry of second?.keys() ?? []) {
      if (yearFit(cited.year, entry) !== 'same' || entry.makers.length < found.length) continue
      if (found.slice(1).every((matches) => matches.has(entry))) propose(entry, 0.85, 0, found.length - 1, ['author'])
    }
    return [...fits.values()]
  }

  /** What speaks for `listed` being the author whom the text misspells; `attested`: the lists have the form as it is too. */
  #evidence(
    { family, given }: CitedName,
    listed: PersonName,
    { cost }: NameComparison,
    year: YearFit,
    coauthor: boolean,
    attested: boolean,
  ): NameEvidence {
    const person = parseName({ family, ...(given === undefined ? {} : { given }) })
    const [language = 'en'] = caseLanguages(family)
    const theirs = nameKeys(listed.family)
    const isShort = Math.max(family.length, listed.family.length) < LONG
    return {
      between: 'orphan-entry',
      cost,
      length: Math.max(family.length, listed.family.length),
      sameStart: nameKeys(family).keys[0]?.[0] === theirs.keys[0]?.[0],
      bothAttested:
        (attested && isShort) ||
        lemmas(family, language).some((lemma) => bothCommon(nameKeys(lemma).folded, theirs.folded)),
      bothPinyin: lemmas(family, language).some((lemma) => bothPinyin(lemma, listed.family)),
      year,
      coauthor,
      initials: agreeingInitials(person, listed),
      partnerUncited: true,
    }
  }

  #byGiven(form: string, language: string): readonly Place[] {
    const keys = lemmas(form, language).flatMap((lemma) => {
      const pinyin = pinyinOfRespelled(lemma)
      const initials =
        pinyin !== undefined && pinyin.length >= 2
          ? [`*${pinyin.map((part) => (part[0] as string).toUpperCase()).join('')}`]
          : []
      return [...nameKeys(lemma).keys, ...(pinyin === undefined ? [] : nameKeys(pinyin.join('')).keys), ...initials]
    })
    return [...new Set(keys)].flatMap((key) => this.#givens.get(key) ?? [])
  }
}

const agrees = ({ verdict }: NameComparison): boolean => verdict === 'same' || verdict === 'style'

/** Keys of a given name: spelled out, and the initials of one of two syllables. */
function givenKeys({ given, initials }: PersonName): readonly string[] {
  const spelled = given !== undefined && /\p{Ll}{2}/u.test(given) ? nameKeys(given).keys : []
  return initials.length >= 2 ? [...spelled, `*${initials.join('')}`] : spelled
}
