import type { CslName } from '../model/csl.ts'
import { isCorporate } from './corporate.ts'
import { lemmas } from './declension.ts'
import { pinyinOfPalladius, pinyinSyllables } from './palladius.ts'
import { splitHan } from './pinyin.ts'
import { cleanName, type NameScript, scriptOf, unmixed } from './script.ts'
import { isPinyinSurname } from './surnames.ts'

export interface PersonName {
  /** surname as typed, without particle; for bodies the whole name */
  readonly family: string
  readonly given?: string
  /** `de`, `van der`… in front of the surname */
  readonly particle?: string
  /** folded to upper case, in order: `Jing-Dong` → J, D */
  readonly initials: readonly string[]
  readonly script: NameScript
  readonly corporate: boolean
  /** 0 to 1: how sure it is which part is the surname */
  readonly sure: number
}

/** A name as typed in one piece, or with its parts told apart already. */
export type NameInput = string | { readonly family?: string; readonly given?: string; readonly literal?: string }

const PARTICLES = new Set(
  "de del della den der des di do dos du da das la le van von vom zu zum zur ten ter te el al ibn bin ben af av af d' l' фон де ван дер ибн аль".split(
    ' ',
  ),
)
const INITIAL = /^(?:\p{Lu}\p{Ll}?\.?(?:-?\p{L}{1,2}\.)*|\p{Lu}(?:-\p{L})+\.?|\p{Lu}{2,3})$/u
const INITIALS_ONLY = /^(?:\p{Lu}\p{Ll}?\.[\s-]*)+(?:\p{L}\.?)?$/u

export function isParticle(word: string): boolean {
  return PARTICLES.has(word.toLowerCase())
}

const initials = new Map<string, readonly string[]>()
const REMEMBERED = 8192

/** Initials of a given name: capitals after spaces and hyphens; joined pinyin gives one for each syllable. */
export function initialsOf(given: string): readonly string[] {
  const known = initials.get(given)
  if (known !== undefined) return known
  if (initials.size >= REMEMBERED) initials.clear()
  const found = readInitials(given)
  initials.set(given, found)
  return found
}

function readInitials(given: string): readonly string[] {
  const found: string[] = []
  for (const word of given.split(/[\s.-]+/)) {
    if (word === '' || isParticle(word)) continue
    const syllables = word.length > 3 && scriptOf(word) === 'latin' ? pinyinSyllables(word) : undefined
    if (syllables !== undefined && syllables.length === 2)
      found.push(...syllables.map((part) => (part[0] as string).toUpperCase()))
    else if (/^\p{Lu}{2,3}$/u.test(word)) found.push(...word)
    else found.push((word.normalize('NFKD')[0] ?? '').toUpperCase())
  }
  return found
}

const TRAILING = /^(.*?)[\s]+((?:van|von|de|der|den|du|di|da|dos|la|le|zu)(?:\s+(?:der|den|la|le|dem))?)$/u
const GENERATION = /(?<=\p{L}),?\s(?:Jr|Sr|Junior|Júnior|Filho|Neto|Sobrinho|II|III|IV|мл|ст)\.?$/u

function person(typed: string, given: string | undefined, sure: number): PersonName {
  const isOneWord = !typed.includes(' ')
  const family = isOneWord ? typed : typed.replace(GENERATION, '')
  const words = isOneWord ? [typed] : family.split(' ')
  let first = 0
  while (first < words.length - 1 && isParticle(words[first] as string)) first++
  const trailing = given?.includes(' ') === true ? TRAILING.exec(given) : null
  const particle = first > 0 ? words.slice(0, first).join(' ') : trailing?.[2]
  const rest = words.slice(first).join(' ')
  const forenames = trailing?.[1] ?? given
  return {
    family: rest,
    ...(forenames === undefined || forenames === '' ? {} : { given: forenames }),
    ...(particle === undefined ? {} : { particle }),
    initials: forenames === undefined ? [] : initialsOf(forenames),
    script: scriptOf(rest),
    corporate: false,
    sure,
  }
}

function body(name: string): PersonName {
  return { family: name, initials: [], script: scriptOf(name), corporate: true, sure: 1 }
}

/**
 * Reads one personal or corporate name. Order is told by, in turn: a comma, initials at either end, Han script (family
 * first), the table of pinyin surnames, else the last word is the surname.
 */
export function parseName(input: NameInput): PersonName {
  if (typeof input !== 'string') {
    if (input.literal !== undefined) return literal(clean(input.literal))
    const family = clean(input.family ?? '')
    if (family === '') return parseName(input.given ?? '')
    if (scriptOf(family) === 'han' && input.given === undefined) return parseName(family)
    if (input.given === undefined && isCorporate(family)) return body(family)
    return person(family, input.given === undefined ? undefined : clean(input.given), 1)
  }
  const name = clean(input)
  if (scriptOf(name) === 'han') {
    if (isCorporate(name)) return body(name)
    const joined = name.replace(/[\s·・]/g, '')
    const { family, given } = splitHan(joined)
    return {
      family,
      ...(given === undefined ? {} : { given }),
      initials: [],
      script: 'han',
      corporate: false,
      sure: 0.95,
    }
  }
  const comma = name.indexOf(',')
  if (comma > 0) return person(name.slice(0, comma).trim(), name.slice(comma + 1).trim(), 0.98)
  const words = name.split(' ')
  if (words.length === 1) return isCorporate(name) ? body(name) : person(name, undefined, 0.8)
  if (isCorporate(name)) return body(name)
  let leading = 0
  while (leading < words.length && INITIALS_ONLY.test(words[leading] as string)) leading++
  if (leading > 0 && leading < words.length)
    return person(words.slice(leading).join(' '), words.slice(0, leading).join(' '), 0.97)
  let trailing = words.length
  while (trailing > 0 && INITIAL.test(words[trailing - 1] as string)) trailing--
  if (trailing > 0 && trailing < words.length)
    return person(words.slice(0, trailing).join(' '), words.slice(trailing).join(' '), 0.97)
  return bare(words)
}

/** What a record does not split is a body, unless it shows the order of a person's name. */
function literal(name: string): PersonName {
  const personal = scriptOf(name) === 'han' || /,\s*(?:\p{Lu}\.|\p{Lu}\p{Ll}+$)|(?:^|\s)\p{Lu}\./u.test(name)
  return personal && !isCorporate(name) ? parseName(name) : body(name)
}

/** `A B` without comma and initials: the pinyin surname if just one end is one, Russian patronymics, else the last word. */
function bare(words: readonly string[]): PersonName {
  const first = words[0] as string
  const last = words[words.length - 1] as string
  const given = words.slice(1).join(' ')
  if (words.length <= 3 && isPinyinSurname(first) && pinyinSyllables(given.replace(/\s/g, '-')) !== undefined) {
    const sure = isPinyinSurname(last) && words.length === 2 ? 0.6 : 0.9
    return person(first, given, sure)
  }
  if (words.length === 2 && isPinyinSurname(last) && pinyinSyllables(first) !== undefined)
    return person(last, first, 0.9)
  if (words.length === 2 && scriptOf(first) === 'cyrillic') {
    const surname = lemmas(first, 'ru').some((lemma) => isPinyinSurname(pinyinOfPalladius(lemma) ?? ''))
    if (surname && lemmas(last, 'ru').some((lemma) => pinyinOfPalladius(lemma) !== undefined))
      return person(first, last, 0.7)
  }
  if (words.length === 3 && /(?:вич|вна|ұлы|қызы|ична)$/u.test(last)) return person(first, given, 0.95)
  let from = words.length - 1
  while (from > 0 && isParticle(words[from - 1] as string)) from--
  const before = words.slice(0, from).join(' ')
  return person(words.slice(from).join(' '), before === '' ? undefined : before, 0.75)
}

function clean(text: string): string {
  const name = cleanName(text.slice(0, 300))
  return scriptOf(name) === 'mixed' ? name.split(' ').map(unmixed).join(' ') : name
}

const persons = new WeakMap<CslName, PersonName>()

/** A name of an entry as read: with the particle that CSL keeps apart. Each name is read once. */
export function personOf(name: CslName): PersonName {
  const known = persons.get(name)
  if (known !== undefined) return known
  const person = readPerson(name)
  persons.set(name, person)
  return person
}

function readPerson(name: CslName): PersonName {
  const particle = name['non-dropping-particle'] ?? name['dropping-particle']
  const parsed = parseName({
    ...(name.family === undefined ? {} : { family: name.family }),
    ...(name.given === undefined ? {} : { given: name.given }),
    ...(name.literal === undefined ? {} : { literal: name.literal }),
  })
  return particle === undefined || parsed.particle !== undefined ? parsed : { ...parsed, particle }
}
