import type { CslName } from '../model/csl.ts'
import { pinyinSyllables } from '../names/palladius.ts'
import { isPinyinSurname, surnameAtHead } from '../names/surnames.ts'
import { isAscii, isLatin } from './characters.ts'
import { academicTitles, conjunctions, othersIdeographs, othersPattern } from './lexicons/people.ts'
import { inverted, isCorporate, isInitials, isParticle, isSuffix, person } from './person.ts'

export interface People {
  readonly names: readonly CslName[]
  /** "et al.", "и др.", "等" */
  readonly others: boolean
}

const roles =
  /\(?\s*\b(?:eds?|editors?|edited\s+by|hrsg|hg|herausgegeben\s+von|dirs?|coords?|comps?|trans|translated\s+by|orgs?|red)\b\.?\s*(?:\)|(?=[,.;:]|$))|^\s*(?:in|by|in:|и|под\s+(?:общ(?:ей|\.)\s+)?ред(?:акцией|\.)?|за\s+(?:заг(?:\.|альною)\s+)?ред(?:\.|акцією)?|отв\.\s*ред\.|ред(?:кол)?\.|пер\.\s+с\s+\p{L}+\.?|сост\.|edited\s+by|translated\s+by|ed\.\s+by|eds?\.|a\s+cura\s+d(?:i|el|ella)|a\s?c\.\s*d(?:i|el)|cur\.|trad\.(?:\s+(?:it|fr)\.)?(?:\s+d[ei]|\s+par)?|hrsg\.\s+v(?:on|\.)|éd\.(?:\s+par)?|édité\s+par|übers\.\s+v(?:on|\.))\s*:?\s+|\(\s*(?:отв\.\s*)?(?:ред|сост)\.?\s*\)|[,，\s](?:отв\.\s*)?(?:ред|сост)\.\s*$|(?:主编|编著|编译|编|著|译|主編|編|訳|편|저)\s*$/giu

const bracketedGiven = /(?<=^|, |; )(\p{Lu}[\p{L}’'-]+) \((\p{Lu}\p{Ll}{0,2}\.(?:[ -]?\p{Lu}\p{Ll}{0,2}\.)*)\)/gu

/** How every role begins that ASCII can write. */
const hint = /\b(?:ed|hrsg|hg|herausg|dir|coord|comp|trans|org|red|in|by|a\s?c|a\s+cura|cur|trad)/i

/** Reads a list of people, in any order and script, out of the text that carries it. */
export function people(text: string): People {
  // the style may leave names out in the middle of the list
  let rest = text
    .replace(/…|\. ?\. ?\./g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 6000)
  // French lists put the given names into brackets: `Sauvage (V.), Rivière (Chr.)`
  if (rest.includes('(')) rest = rest.replace(bracketedGiven, '$1 $2')
  const others =
    othersPattern.test(rest) ||
    (!isLatin(rest) && /[\p{Script=Han}\p{Script=Hangul}]/u.test(rest) && othersIdeographs.test(trim(rest)))
  rest = rest.replace(othersPattern, ' ')
  if (!isAscii(rest) || hint.test(rest)) rest = rest.replace(roles, ' ')
  if (others) rest = trim(rest).replace(othersIdeographs, '')
  rest = trim(rest)
  if (rest === '') return { names: [], others }
  if (isEastAsian(rest)) return { names: eastAsianList(rest), others }
  const names: CslName[] = []
  const found = groups(rest)
  // one name written out in full tells that a lone initial before two words belongs to a given name
  const full = found.some((group) => group.split(/, ?/).some((part) => isSpelledOut(part)))
  // `Stone, Roe & Bell`: an odd name out, and not one initial
  const parts = found.map((group) => group.split(/, ?/).filter((part) => part !== ''))
  const familiesAlone =
    parts.some((one) => one.length === 1) &&
    parts.flat().length > 2 &&
    parts.flat().every((part) => !part.includes(' ') && !isInitials(part, true))
  const shouted = /\p{Lu}{5}/u.test(rest) && /\p{Lu}\p{Ll}{2}/u.test(rest)
  for (const group of found) names.push(...listed(group, { full, familiesAlone, shouted }))
  return { names: names.filter((name) => (name.family ?? name.literal ?? name.given ?? '') !== ''), others }
}

function isEastAsian(text: string): boolean {
  if (isLatin(text)) return false
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const eastern = text.match(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]/gu)?.length ?? 0
  return eastern * 2 > letters
}

const easternMarks =
  /[，,、；;/／&＆]|(?<=\p{Script=Han}{2})・(?=\p{Script=Han}{2})|(?<=\p{Script=Han}{2})[和与及](?=\p{Script=Han}{2})|\s?(?:and|및)\s/u

function eastAsianList(text: string): CslName[] {
  return text
    .split(easternMarks)
    .map(trim)
    .flatMap(blanks)
    .filter((name) => name !== '')
    .map((name) => person(name))
}

/** Names that only blanks part, `张三 李四 王五`; a blank inside one name, `山田 太郎`, stays. */
function blanks(text: string): string[] {
  const words = text.split(' ')
  const names = words.every((word) => word.length > 1 && word.length < 5 && surnameAtHead(word) !== undefined)
  const korean = words.every((word) => /^\p{Script=Hangul}{3,4}$/u.test(word))
  return words.length > 1 && (names || korean) ? words : [text]
}

/** Parts between strong separators; commas are left inside. */
function groups(text: string): string[] {
  const found: string[] = []
  let words: string[] = []
  const close = (): void => {
    const group = trim(words.join(' '))
    if (group !== '') found.push(group)
    words = []
  }
  for (const word of text.replace(/([;&|/])/g, ' $1 ').split(' ')) {
    if (word === '') continue
    const plain = word.replace(/[,.]$/, '').toLowerCase()
    if (word === ';' || word === '&' || word === '|' || word === '/') close()
    else if (conjunctions.has(plain) && words.length > 0 && word === word.toLowerCase()) close()
    else words.push(word)
  }
  close()
  return isCorporate(text) && found.length > 1 && found.some((group) => !group.includes(' ')) && !text.includes(';')
    ? [trim(text)]
    : found
}

/** What a list does with all its names. */
interface Manner {
  readonly full: boolean
  readonly familiesAlone: boolean
  readonly shouted: boolean
}

/** The names of one group, whose commas part names from one another or families from given names. */
function listed(group: string, { full, familiesAlone, shouted }: Manner): CslName[] {
  const parts = periodSeparated(
    group
      .split(/\s*,\s*/)
      .map((part) => trim(part).replace(academicTitles, ''))
      .filter((part) => part !== ''),
  )
  if (isCorporate(group) && parts.length < 4 && !parts.some((part) => isInitials(part.split(' ')[0] as string))) {
    return [{ literal: group }]
  }
  const names: CslName[] = []
  const list: List = {
    parts,
    wholeNames: parts.filter((part) => isWhole(part)).length,
    // all but one are `S. Roe`: the one is a name by itself
    direct: parts.length > 2 && parts.filter((part) => isDirect(part)).length === parts.length - 1,
  }
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as string
    const next = parts[at + 1]
    const third = parts[at + 2]
    if (isSuffix(part) && names.length > 0) {
      ;(names.at(-1) as CslName).suffix = part
    } else if (next !== undefined && !familiesAlone && givenFollows(list, at)) {
      const suffix = third !== undefined && isSuffix(third) ? third : undefined
      if (isSuffix(next) && third !== undefined) {
        names.push(inverted(part, third, next))
        at += 2
      } else {
        names.push(inverted(part, next, suffix))
        at += suffix === undefined ? 1 : 2
      }
    } else {
      names.push(person(part, full, shouted))
    }
  }
  return names
}

/** `Roe, A. Stone, B. Poe, C.`: the periods part the names, the commas families from initials. */
function periodSeparated(parts: readonly string[]): readonly string[] {
  const inner = parts.slice(1, -1).map((part) => part.split(' '))
  const last = parts.at(-1)
  const isSuch =
    inner.length > 0 &&
    last?.split(' ').every((word) => isInitials(word)) &&
    inner.every((words) => {
      const family = words.findIndex((word) => !isInitials(word))
      return family > 0 && words.slice(family).every((word) => !isInitials(word))
    })
  if (!isSuch) return parts
  const names = inner.flatMap((words) => {
    const family = words.findIndex((word) => !isInitials(word))
    return [words.slice(0, family).join(' '), words.slice(family).join(' ')]
  })
  return [parts[0] as string, ...names, last as string]
}

/** A part that is a name by itself: words and initials, or two words and more. */
function isWhole(part: string): boolean {
  const words = part.split(' ').filter((word) => !isParticle(word))
  return words.length > 1 && words.some((word) => !isInitials(word))
}

/** A name whose given name is written out: `Ann Roe`, `Ann B. Roe`. */
function isSpelledOut(part: string): boolean {
  const words = part.split(' ')
  if (words.length < 2 || words.length > 3) return false
  return /^\p{Lu}\p{Ll}/u.test(words[0] as string) && /^\p{Lu}\p{Ll}/u.test(words.at(-1) as string)
}

/** `Roe AB`: a family and capitals for the given names, a whole name. */
function endsInCapitals(part: string): boolean {
  const words = part.split(' ')
  return words.length > 1 && isInitials(words.at(-1) as string, true) && /\p{Ll}/u.test(words[0] as string)
}

interface List {
  readonly parts: readonly string[]
  readonly wholeNames: number
  readonly direct: boolean
}

/** `S. Roe`, `S. B. Roe Stone`: initials first. */
function isDirect(part: string): boolean {
  const words = part.split(' ')
  return words.length > 1 && isInitials(words[0] as string) && !isInitials(words.at(-1) as string, true)
}

/** Whether the part behind `at` is the given name of the family at `at`. */
function givenFollows({ parts, wholeNames, direct }: List, at: number): boolean {
  const [part, next] = [parts[at] as string, parts[at + 1] as string]
  const count = parts.length
  if (isSuffix(next)) return true
  const nextWords = next.split(' ')
  const partHasInitials = part.split(' ').some((word) => isInitials(word)) || endsInCapitals(part)
  if (nextWords.every((word) => isInitials(word, true) || isParticle(word))) return !partHasInitials
  if (partHasInitials || (direct && isDirect(next))) return false
  // `Yuan, Jing-Dong`: a pair, unless both halves could stand alone as in `Ann Roe, Ben Stone`
  if (count === 2) return !(isWhole(part) && isWhole(next) && !nextWords.some((word) => isInitials(word)))
  // `Roe Stone, Ann, Bob Bell, Carl Poe`: the lone word among whole names is the given name of the first
  if (at === 0 && nextWords.length === 1 && isWhole(part)) return parts.slice(2).every((other) => isWhole(other))
  if (isWhole(part)) return false
  if (nextWords.length > 1 && isInitials(nextWords.at(-1) as string)) return !isInitials(nextWords[0] as string)
  // Chicago turns the first name only: `Stone, Ann, Bob Roe, and Carl Bell`
  return wholeNames > 0 || count % 2 === 0
}

const edges = /[\s.,;:()[\]{}"“”«»*†‡–—]/u

function trim(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && edges.test(text[start] as string)) start++
  while (end > start && edges.test(text[end - 1] as string) && !isAbbreviated(text, end)) end--
  return text.slice(start, end)
}

/** The dot of a last initial belongs to it. */
function isAbbreviated(text: string, end: number): boolean {
  if (text[end - 1] !== '.' || !/(?:^|[\s.\-‐–])\p{Lu}\p{Ll}?$/u.test(text.slice(Math.max(0, end - 4), end - 1)))
    return false
  // `Haifeng Wu.`: a family of two letters at the end of the list
  const words = /(?:^|[\s,])([A-Z][a-z-]{2,}) ([A-Z][a-z])$/.exec(text.slice(Math.max(0, end - 40), end - 1))
  return (
    words === null || !isPinyinSurname(words[2] as string) || pinyinSyllables(pinyin(words[1] as string)) === undefined
  )
}

function pinyin(word: string): string {
  return word.toLowerCase().replace(/-/g, '')
}
