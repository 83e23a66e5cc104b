import type { Citation, CitationLink, CitedName } from '../../../model/citation.ts'
import type { Document } from '../../../model/document.ts'
import type { Reference } from '../../../model/reference.ts'
import type { Span } from '../../../model/source.ts'
import {
  caseLanguages,
  compareFamilies,
  comparePersons,
  lemmas,
  NameIndex,
  type NameVerdict,
  nameKeys,
  type PersonName,
  parseName,
  personOf,
  pinyinOfRespelled,
  scriptOf,
} from '../../../names/index.ts'
import { makersOf } from '../../../text/csl.ts'
import { spanOf } from '../../../text/passage.ts'

/** How a name of the text stands to the makers of the entry that is meant. Positions are from 0. */
export interface NamePair {
  readonly cited: CitedName
  /** `near`: perhaps misspelled; `given`: the surname agrees, the given name does not; `forename`: it is the given name */
  readonly fit: 'same' | 'near' | 'given' | 'forename' | 'none'
  readonly maker?: PersonName
  readonly position?: number
}

/** A citation by name, the entry that it means, and how their names go together. */
export interface NamedWork {
  readonly citation: Citation
  readonly link: CitationLink
  readonly reference: Reference
  readonly makers: readonly PersonName[]
  readonly pairs: readonly NamePair[]
}

const MOST_MAKERS = 40

/**
 * The citations by name that mean one entry. A citation that an entry of a parallel list agrees with wholly is left out: there
 * the lists differ, not text and list.
 */
export function* namedWorks(
  document: Document,
  isAsked: (link: CitationLink, citation: Citation) => boolean,
): Iterable<NamedWork> {
  const byId = referencesById(document)
  const known = new Map<string, Pick<NamedWork, 'makers' | 'pairs'>>()
  for (const citation of document.citations) {
    // a note tells the work by its title: names in it may be few
    if (citation.kind === 'note') continue
    const { names } = citation.cited
    const [link] = citation.links
    if (names === undefined || names.length === 0 || link === undefined || !isAsked(link, citation)) continue
    if (link.reason === 'near' && citation.links.some(({ reason }) => reason !== 'near')) continue
    const reference = byId.get(link.reference)
    if (reference === undefined) continue
    // the same names of the same entry again: the places alone are other ones
    const asked = `${reference.id}|${names.map(({ family, given }) => `${given ?? ''} ${family}`).join('|')}`
    const before = known.get(asked)
    const makers = before?.makers ?? makersOf(reference.csl).slice(0, MOST_MAKERS).map(personOf)
    if (makers.length === 0) continue
    const pairs =
      before?.pairs.map((pair, at) => ({ ...pair, cited: names[at] as CitedName })) ?? pairNames(names, makers)
    if (before === undefined) known.set(asked, { makers, pairs })
    yield { citation, link, reference, makers, pairs }
  }
}

export function referencesById({ references, libraries }: Document): ReadonlyMap<string, Reference> {
  const all = [...references, ...libraries.flatMap((library) => library.references)]
  return new Map(all.map((reference) => [reference.id, reference]))
}

/** Every cited name with the maker that it means, each maker once; exact ones first. */
export function pairNames(names: readonly CitedName[], makers: readonly PersonName[]): readonly NamePair[] {
  const plain = pairedAlike(names, makers)
  if (plain !== undefined) return plain
  const index = new NameIndex<number>()
  for (const [position, maker] of makers.entries()) index.add(maker, position)
  const taken = new Set<number>()
  const pairs: (NamePair | undefined)[] = names.map(() => undefined)
  const settle = (at: number, position: number, fit: NamePair['fit']): void => {
    taken.add(position)
    pairs[at] = { cited: names[at] as CitedName, fit, maker: makers[position] as PersonName, position }
  }
  for (const [at, cited] of names.entries()) {
    const position = firstFree(index, 'find', cited, taken) ?? wholeFree(index, cited, taken)
    if (position !== undefined) settle(at, position, sameGiven(cited, makers[position]) ? 'same' : 'given')
  }
  for (const [at, cited] of names.entries()) {
    if (pairs[at] !== undefined) continue
    const position = firstFree(index, 'near', cited, taken)
    if (position !== undefined) settle(at, position, 'near')
    else {
      const given = wholeFree(index, cited, taken, 'near')
      if (given !== undefined) settle(at, given, 'given')
    }
  }
  for (const [at, cited] of names.entries()) {
    if (pairs[at] !== undefined) continue
    const position = makers.findIndex((maker, place) => !taken.has(place) && isForename(cited.family, maker))
    if (position >= 0) settle(at, position, 'forename')
  }
  return names.map((cited, at) => pairs[at] ?? { cited, fit: 'none' })
}

/** The usual case, without a search: each name is spelled as the maker in its place, and no two makers have one surname. */
function pairedAlike(names: readonly CitedName[], makers: readonly PersonName[]): readonly NamePair[] | undefined {
  if (names.length > makers.length) return undefined
  const alike = names.every(({ family, given }, at) => {
    const maker = makers[at]
    return given === undefined && maker !== undefined && maker.particle === undefined && maker.family === family
  })
  if (!alike || new Set(makers.map(({ family }) => family)).size < makers.length) return undefined
  return names.map((cited, position) => ({ cited, fit: 'same', maker: makers[position] as PersonName, position }))
}

function firstFree(
  index: NameIndex<number>,
  way: 'find' | 'near',
  { family, given }: CitedName,
  taken: ReadonlySet<number>,
): number | undefined {
  const forms = given === undefined ? [family] : [family, `${given} ${family}`]
  for (const form of forms) {
    for (const language of caseLanguages(form)) {
      const free = index[way](form, language).find(({ value }) => !taken.has(value))
      if (free !== undefined) return free.value
    }
  }
  return undefined
}

/** A Chinese name that is written in one: its surname, and a given name that does not differ, or differs a little. */
function wholeFree(
  index: NameIndex<number>,
  { family, given }: CitedName,
  taken: ReadonlySet<number>,
  wanted: 'same' | 'near' = 'same',
): number | undefined {
  if (given !== undefined || scriptOf(family) !== 'han') return undefined
  const person = parseName(family)
  if (person.given === undefined) return undefined
  const isWanted = (verdict: NameVerdict): boolean => (verdict === 'style' ? 'same' : verdict) === wanted
  return index
    .find(person.family, 'zh')
    .find(({ name, value }) => !taken.has(value) && isWanted(comparePersons(person, name).verdict))?.value
}

const spelled = (given: string | undefined): given is string => given !== undefined && /\p{Ll}{2}/u.test(given)

function sameGiven({ given }: CitedName, maker: PersonName | undefined): boolean {
  if (!spelled(given) || !spelled(maker?.given)) return true
  const [one, other] = [given, maker.given].map((name) => name.split(/\s/)[0] as string) as [string, string]
  if (compareFamilies(one, other).verdict !== 'near') return true
  return caseLanguages(one).some((language) =>
    lemmas(one, language).some((lemma) => ['same', 'style'].includes(compareFamilies(lemma, other).verdict)),
  )
}

/** Whether the form, in some case, is the maker's given name, or a Chinese one of his initials. */
export function isForename(form: string, { family, given, initials }: PersonName): boolean {
  if (given === undefined || compareFamilies(form, family).verdict !== 'different') return false
  for (const language of caseLanguages(form)) {
    for (const lemma of lemmas(form, language)) {
      const pinyin = pinyinOfRespelled(lemma)
      const heads = pinyin?.map((part) => (part[0] as string).toUpperCase()).join('')
      if (pinyin !== undefined && pinyin.length >= 2 && heads === initials.join('')) return true
      if (!spelled(given)) continue
      const keys = nameKeys(given).keys
      const own = [...nameKeys(lemma).keys, ...(pinyin === undefined ? [] : nameKeys(pinyin.join('')).keys)]
      if (own.some((key) => keys.includes(key))) return true
    }
  }
  return false
}

/** A name as the entry prints it: surname, then given name or initials. */
export function printed({ family, given, particle }: PersonName): string {
  const surname = particle === undefined ? family : `${particle} ${family}`
  if (given !== undefined && scriptOf(family) === 'han') return `${family}${given}`
  return given === undefined ? surname : `${surname}, ${given}`
}

/** Where the entry names its makers. */
export function makersSpan({ fields, written, span }: Reference): Span {
  const own = written?.find(({ name }) => /^(?:author|editor)s?$/i.test(name))?.span
  if (own !== undefined) return own
  const segments = fields
    .filter(({ field }) => field === 'author' || field === 'editor')
    .flatMap((field) => field.segments)
  const [first] = segments
  const last = segments.at(-1)
  return first === undefined || last === undefined || last.end < first.start ? span : { ...first, end: last.end }
}

const HEAD = 2000

/** Where the entry prints the surname of one of its makers; all its makers where the word is not found as it was read. */
export function nameSpan(reference: Reference, { family }: PersonName): Span {
  const { passage, key } = reference
  const at = key === undefined ? passage.text.slice(0, HEAD).indexOf(family) : -1
  return at < 0 || family === '' ? makersSpan(reference) : spanOf(passage, at, at + family.length)
}
