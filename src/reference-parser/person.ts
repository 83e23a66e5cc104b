import type { CslName } from '../model/csl.ts'
import { pinyinSyllables } from '../names/palladius.ts'
import { isPinyinSurname } from '../names/surnames.ts'
import {
  bigParticles,
  chineseDoubleFamilies,
  commonSurnames,
  corporateWords,
  cyrillicFamilyEndings,
  koreanDoubleFamilies,
  nameSuffixes,
  particles,
  patronymicEndings,
  shortFamilies,
} from './lexicons/people.ts'

const initial = /^(?:\p{Lu}\p{Ll}?\p{M}*\.|\p{Lu}\p{M}*\.?)$/u
const initials = /^(?:(?:\p{Lu}\p{Ll}{0,2}\p{M}*\.|\p{Lu}\p{M}*\.?)-?){1,6}$/u
const capitals = /^\p{Lu}{1,4}$/u
const cyrillic = /\p{Script=Cyrillic}/u
const lower = /^\p{Ll}/u
const ideographs = /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}々ー]+$/u
const hangul = /^\p{Script=Hangul}+$/u

/** Initials stand apart: `J.-D.`, `И.И.`, `JD`, `Ю`. A bare word of capitals counts only where `loose`. */
export function isInitials(word: string, loose = false): boolean {
  // an ordinary word, told without the letters of every script
  if (word.length > 14 || /^[A-Z]?[a-z]{3,}$/.test(word)) return false
  if (initial.test(word)) return true
  if (word.includes('.') && initials.test(word)) return true
  if (/^\p{Lu}\.?-\p{Lu}\.?$/u.test(word)) return true
  return loose && capitals.test(word)
}

export function isParticle(word: string): boolean {
  return particles.has(word.toLowerCase()) && (lower.test(word) || word.length > 1)
}

export function isSuffix(word: string): boolean {
  return nameSuffixes.has(word.replace(/\.$/, '').toLowerCase())
}

/** A body, not a person: `World Bank`, `Министерство…`, `ATLAS Collaboration`, `Friends of the River`. */
export function isCorporate(text: string): boolean {
  if (/\s(?:of|for)\s/.test(text)) return true
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}]/u)
    .some((word) => corporateWords.has(word))
}

/** One name whose parts are already told apart by a comma: `Yuan` and `J. D.`, `van der Berg` and `Jan`. */
export function inverted(family: string, given: string, suffix?: string): CslName {
  const words = family.split(' ')
  const first = words.findIndex((word) => !lower.test(word) || !isParticle(word))
  const name: CslName = {}
  if (first > 0) name['non-dropping-particle'] = words.slice(0, first).join(' ')
  name.family = words.slice(Math.max(first, 0)).join(' ')
  const givenWords = given.split(' ')
  const particle = givenWords.findIndex((word) => lower.test(word) && isParticle(word))
  if (particle > 0 && givenWords.slice(particle).every((word) => isParticle(word))) {
    name['dropping-particle'] = givenWords.slice(particle).join(' ')
    givenWords.length = particle
  }
  if (given !== '') name.given = givenWords.join(' ')
  if (suffix !== undefined) name.suffix = suffix
  return name
}

/**
 * One name in any order without a comma: `И. И. Иванов`, `Yuan J. D.`, `John van der Berg`, `张宁`. `full`: the list writes
 * given names out, so that `J. Sanford Roe` is a Roe; `shouted`: it writes families in capitals, `Ann ROE`.
 */
export function person(text: string, full = false, shouted = false): CslName {
  const compact = text.replace(/\s/g, '')
  if (ideographs.test(compact)) return eastAsian(text, chineseDoubleFamilies)
  if (hangul.test(compact)) return eastAsian(text, koreanDoubleFamilies)
  const dotted = /^(\p{Lu})[··•.](?=\p{Script=Han})(.+)$/u.exec(compact)
  if (dotted !== null) return { family: dotted[2] as string, given: dotted[1] as string }
  const transcribed = /^(.*\p{Script=Han})[··•・](\p{Script=Han}+)$/u.exec(compact)
  if (transcribed !== null) return { family: transcribed[2] as string, given: transcribed[1] as string }
  if (isCorporate(text)) return { literal: text }
  const words = text.split(' ')
  if (words.length === 1) return oneWord(text)
  const suffix = isSuffix(words.at(-1) as string) && words.length > 2 ? words.pop() : undefined
  const loose = !shouted && words.some((word) => word.length > 1 && word !== word.toUpperCase())
  const head = words.findIndex((word) => !isInitials(word))
  const tail = words.findLastIndex((word) => !isInitials(word, loose))
  // `R. Kashif M. Roe`, `J. de S. Alves`: the family comes after the last initial
  const from = words.findLastIndex((word, index) => index < words.length - 1 && isInitials(word)) + 1
  let name: CslName
  if (full && head > 0 && words.length - from === 2 && /^\p{Lu}\p{Ll}/u.test(words[from] as string))
    name = lastOf(words)
  else if (head > 0)
    name = inverted(words.slice(Math.max(head, from)).join(' '), words.slice(0, Math.max(head, from)).join(' '))
  else if (!shouted && isBareInitials(words)) name = inverted(words.slice(1).join(' '), words[0] as string)
  else if (tail >= 0 && tail < words.length - 1)
    name = inverted(words.slice(0, tail + 1).join(' '), words.slice(tail + 1).join(' '))
  else name = fullWords(words)
  if (suffix !== undefined) name.suffix = suffix
  return name
}

/** The last word is the family, unless a particle stands before it. */
function lastOf(words: readonly string[]): CslName {
  const from = isParticle(words.at(-2) as string) || bigParticles.has(words.at(-2) as string) ? -2 : -1
  return inverted(words.slice(from).join(' '), words.slice(0, from).join(' '))
}

/** `AV Roe`, `SR Stone`: initials without stops in front. Short families in capitals, `LI Wei`, `NG Peter`, stay families. */
function isBareInitials(words: readonly string[]): boolean {
  const [first, second] = words as [string, string]
  if (words.length > 3 || !/^\p{Lu}{1,3}$/u.test(first) || shortFamilies.has(first)) return false
  if (words.slice(1).some((word) => !/^\p{Lu}[\p{L}’'-]*\p{Ll}/u.test(word) && !isParticle(word))) return false
  if (first.length === 3 && /[AEIOUYÄÖÜАЕИОУЫЭЮЯЁ]/.test(first)) return false
  return !(isPinyinSurname(first) && pinyinSyllables(second.toLowerCase().replace(/-/g, '')) !== undefined)
}

function oneWord(word: string): CslName {
  // `И.И.Иванов` and `Иванов И.И.` with the blanks lost
  if (!word.includes('.')) return /^\p{Lu}{2,}$/u.test(word) && word.length > 2 ? { literal: word } : { family: word }
  const front = /^((?:\p{Lu}\p{Ll}?\.-?){1,4})(\p{Lu}[\p{L}\p{M}'’-]+)$/u.exec(word)
  if (front !== null) return { family: front[2] as string, given: front[1] as string }
  const back = /^(\p{Lu}[\p{L}\p{M}'’-]*\p{Ll})((?:\p{Lu}\.-?){1,4})$/u.exec(word)
  if (back !== null) return { family: back[1] as string, given: back[2] as string }
  return { family: word }
}

/** Names written out: the family is found by a particle, capitals, a patronymic or an ending; else it stands last. */
function fullWords(words: readonly string[]): CslName {
  const particle = words.findIndex(
    (word, index) =>
      index > 0 && index < words.length - 1 && (lower.test(word) ? isParticle(word) : bigParticles.has(word)),
  )
  if (particle > 0) return inverted(words.slice(particle).join(' '), words.slice(0, particle).join(' '))
  const shouted = words.filter((word) => /^\p{Lu}[\p{Lu}'’-]+$/u.test(word) && word.length > 1)
  if (shouted.length === 1 && words.length < 5) {
    const [family] = shouted as [string]
    return { family, given: words.filter((word) => word !== family).join(' ') }
  }
  const lead = leadsWithFamily(words)
  if (lead > 0) return { family: words.slice(0, lead).join(' '), given: words.slice(lead).join(' ') }
  // an initial in the middle: `John R. Smith Jones` keeps what follows it together
  const middle = words.findLastIndex((word) => isInitials(word))
  const from = middle > 0 && middle < words.length - 1 ? middle + 1 : words.length - 1
  return { family: words.slice(from).join(' '), given: words.slice(0, from).join(' ') }
}

/** How many leading words are the family name, 0 if it stands last. */
function leadsWithFamily(words: readonly string[]): number {
  if (!cyrillic.test(words[0] as string)) return isPinyinOrder(words) ? 1 : 0
  const patronymic = words.findIndex((word) => ends(word, patronymicEndings))
  if (patronymic >= 2) return patronymic - 1
  if (patronymic === 1) return 0
  const first = ends(words[0] as string, cyrillicFamilyEndings)
  return first && !ends(words.at(-1) as string, cyrillicFamilyEndings) ? 1 : 0
}

/** `Zhang Wei`, `Ouyang Xiu`: a Chinese name in its own order. What could be read both ways goes by the commoner surname. */
function isPinyinOrder(words: readonly string[]): boolean {
  if (words.length > 3) return false
  const [first] = words as [string]
  if (!isPinyinSurname(first)) return false
  const given = words.slice(1).flatMap((word) => word.toLowerCase().split('-'))
  const syllables = given.map((word) => pinyinSyllables(word)?.length ?? 0)
  if (syllables.some((count) => count === 0)) return false
  const last = words.at(-1) as string
  if (!isPinyinSurname(last) || (words.length === 2 && (syllables[0] as number) + given.length > 2)) return true
  return commonSurnames.has(first.toLowerCase()) && !commonSurnames.has(last.toLowerCase())
}

function ends(word: string, endings: readonly string[]): boolean {
  const folded = word.toLowerCase()
  return endings.some((ending) => folded.endsWith(ending) && folded.length > ending.length + 1)
}

function eastAsian(text: string, doubles: ReadonlySet<string>): CslName {
  const words = text.split(' ')
  // a blank tells the parts apart, unless it only spreads two characters: `王 强`
  if (words.length === 2 && (words[0] as string).length + (words[1] as string).length > 2) {
    return { family: words[0] as string, given: words[1] as string }
  }
  const name = words.join('')
  if (name.length < 2 || name.length > 5 || /[ァ-ー]{3}/.test(name)) return { literal: name }
  const length = name.length > 2 && (doubles.has(name.slice(0, 2)) || name.length === 5) ? 2 : 1
  return { family: name.slice(0, length), given: name.slice(length) }
}
