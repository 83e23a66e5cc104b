import { distance } from '../text/distance.ts'
import { corporateKeys } from './corporate.ts'
import { editCost } from './cost.ts'
import { sameInJapanese } from './japanese.ts'
import { type NameKeys, nameKeys, soundingOf } from './keys.ts'
import { pinyinOfPalladius, pinyinSyllables } from './palladius.ts'
import { type NameInput, type PersonName, parseName } from './person.ts'
import { givenInitials } from './pinyin.ts'
import { scriptOf } from './script.ts'
import { isPinyinSurname } from './surnames.ts'
import { simplified } from './traditional.ts'

/** `same`: one name; `style`: one name, spelled by mixed schemes; `near`: perhaps one name misspelled; `different`. */
export type NameVerdict = 'same' | 'style' | 'near' | 'different'
export type NameReason =
  | 'identical'
  | 'diacritics'
  | 'romanisation'
  | 'transcription'
  | 'spelling'
  | 'initials'
  | 'given'
  | 'swapped'
  | 'body'
  | 'unrelated'

export interface NameComparison {
  readonly verdict: NameVerdict
  /** weighted edits that are left after all conventions; 0 where the names agree */
  readonly cost: number
  readonly why: NameReason
}

const found = (verdict: NameVerdict, cost: number, why: NameReason): NameComparison => ({ verdict, cost, why })
const UNRELATED: NameComparison = found('different', 99, 'unrelated')

// how many weighted edits are believed to be a slip, by length of the longer name
export const withinSlip = (cost: number, length: number): boolean => cost <= mostOf(length)

function mostOf(length: number): number {
  if (length < 3) return 0.55
  return length >= 8 ? 3 : length >= 6 ? 2 : 1
}

const NATIONAL = /[әғқңөұүһіїєґ]/i

/** Compares two surnames, or two given names, in any scripts, by their spelling alone. */
export function compareFamilies(left: string, right: string): NameComparison {
  if (left === right) return found('same', 0, 'identical')
  const a = nameKeys(left)
  const b = nameKeys(right)
  if (a.folded === '' || b.folded === '') return UNRELATED
  if (a.folded === b.folded)
    return found('same', 0, left.toLowerCase() === right.toLowerCase() ? 'identical' : 'diacritics')
  if (a.script === 'han' && b.script === 'han') return compareHan(left, right)
  return a.script === b.script ? compareWithin(left, right, a, b) : compareAcross(left, right, a, b)
}

function compareHan(left: string, right: string): NameComparison {
  if (simplified(left) === simplified(right)) return found('same', 0, 'romanisation')
  const cost = editCost(simplified(left), simplified(right))
  return Math.min(left.length, right.length) > 1 && cost <= 1 ? found('near', cost, 'spelling') : UNRELATED
}

/** One script: conventions of umlauts and romanisation, else edits. */
function compareWithin(left: string, right: string, a: NameKeys, b: NameKeys): NameComparison {
  const [first] = a.spelled
  const [second] = b.spelled
  if (
    a.script === 'latin' &&
    /[äöüøåđ]/i.test(left + right) &&
    a.spelled.some((one) => b.spelled[0] === one || b.spelled.at(-1) === one)
  ) {
    return found('same', 0, 'diacritics')
  }
  if (a.script === 'latin' && sameInJapanese(a.folded, b.folded)) return found('style', 0.2, 'romanisation')
  const eastern = a.isRomanised && b.isRomanised
  if (eastern && first === second) return found('same', 0, 'romanisation')
  if (eastern && !doubled(first, second) && a.spelled.some((one) => b.spelled.includes(one)))
    return found('style', 0.2, 'romanisation')
  if (
    a.script === 'cyrillic' &&
    NATIONAL.test(left) !== NATIONAL.test(right) &&
    a.spelled.some((one) => b.spelled.includes(one))
  ) {
    return found('same', 0, 'romanisation')
  }
  return judged(a.folded, b.folded)
}

function doubled(first: string | undefined, second: string | undefined): boolean {
  return first !== second && first?.replace(/(.)\1/g, '$1') === second?.replace(/(.)\1/g, '$1')
}

/** Two scripts: every reading of the one against every reading of the other. */
function compareAcross(left: string, right: string, a: NameKeys, b: NameKeys): NameComparison {
  const [cyrillic, latin, typed] = a.script === 'latin' ? [b, a, left] : [a, b, right]
  if (a.spelled.some((one) => b.spelled.includes(one))) return found('same', 0, 'romanisation')
  // a romanised Slavic name is not read as if it were English or French
  const readings = latin.isRomanised ? [] : soundingOf(typed).spelled
  if (cyrillic.spelled.some((one) => readings.some((other) => soundsAlike(one, other))))
    return found('same', 0, 'transcription')
  let least = Number.POSITIVE_INFINITY
  for (const one of cyrillic.spelled) {
    for (const other of [...latin.spelled, ...readings]) {
      // щ as ш, and ы as i where the Latin form shows no y, are informal but not wrong
      const relaxed = other.includes('y') ? one : one.replaceAll('y', 'i')
      if (informal(relaxed) === informal(other)) return found('style', 0.2, 'romanisation')
      // Ukrainian г is h, also where no letter of the name tells the language
      if (other.includes('h') && relaxed.replaceAll('g', 'h') === other) return found('style', 0.2, 'romanisation')
      least = Math.min(least, editCost(one, other, Math.min(least, 3)))
    }
  }
  const length = Math.max(cyrillic.folded.length, latin.folded.length)
  return withinSlip(least, length) ? found('near', least, 'spelling') : found('different', least, 'unrelated')
}

/** щ as ш, and ие for ье: what people write without a scheme. */
const informal = (spelled: string): string => spelled.replaceAll('S', 'X').replace(/i+(?=e)/g, '')

/** A transcription may leave out the second of two equal letters; older ones have г for h. */
function soundsAlike(typed: string, reading: string): boolean {
  const isOld = typed.startsWith('g') && reading.startsWith('h')
  let at = isOld ? 1 : 0
  for (let place = at; place < reading.length; place++) {
    if (typed[at] === reading[place]) at++
    else if (place === 0 || reading[place] !== reading[place - 1]) return false
  }
  return at === typed.length
}

function judged(left: string, right: string): NameComparison {
  const length = Math.max(left.length, right.length)
  const cost = editCost(left, right, mostOf(length))
  // in short names two cheap edits make another name: Lee, Li
  if (length < 4 && distance(left, right, 2) > 1) return found('different', cost, 'unrelated')
  if (withinSlip(cost, length)) return found('near', cost, 'spelling')
  // a part too many inside a name that agrees at both ends: Tourbank, Tourismbank
  return insertedWithin(left, right) ? found('near', 2, 'spelling') : found('different', cost, 'unrelated')
}

/** Latin initials that one Cyrillic initial may have under some scheme. */
const INITIALS: Readonly<Record<string, string>> = {
  А: 'A',
  Ә: 'A',
  Б: 'B',
  В: 'VW',
  Г: 'GH',
  Ғ: 'G',
  Д: 'D',
  Е: 'EYJI',
  Ё: 'EYJI',
  Є: 'EYJI',
  Ж: 'ZJG',
  З: 'ZS',
  И: 'IY',
  І: 'IY',
  Ї: 'IYJ',
  Й: 'YIJ',
  К: 'KCQ',
  Қ: 'KQ',
  Л: 'L',
  М: 'M',
  Н: 'N',
  О: 'O',
  Ө: 'O',
  П: 'P',
  Р: 'R',
  С: 'SCX',
  Т: 'T',
  У: 'UWO',
  Ұ: 'U',
  Ү: 'UY',
  Ф: 'FP',
  Х: 'KHX',
  Һ: 'H',
  Ц: 'TCZQJ',
  Ч: 'CTZ',
  Ш: 'SC',
  Щ: 'SC',
  Ы: 'YI',
  Э: 'E',
  Ю: 'YIJU',
  Я: 'YIJA',
}

/** Whether two initials may stand for one name. */
export function initialsAgree(left: string, right: string): boolean {
  if (left === right) return true
  if (INITIALS[left]?.includes(right) === true || INITIALS[right]?.includes(left) === true) return true
  return 'YIJ'.includes(left) && 'YIJ'.includes(right)
}

/** How many initials agree, in order; −1 where one of them conflicts. */
export function agreeingInitials(left: PersonName, right: PersonName): number {
  const length = Math.min(left.initials.length, right.initials.length)
  for (let index = 0; index < length; index++) {
    if (!initialsAgree(left.initials[index] as string, right.initials[index] as string)) return -1
  }
  return length
}

const spelledOut = (given: string | undefined): given is string =>
  given !== undefined && (/\p{Script=Han}/u.test(given) || (/\p{Ll}{2}/u.test(given) && !given.includes('.')))

/** Compares two names of persons or bodies, in any order, style and script. Linear in their length, about 10 µs. */
export const compareNames = (left: NameInput, right: NameInput): NameComparison =>
  comparePersons(parseName(left), parseName(right))

export function comparePersons(a: PersonName, b: PersonName): NameComparison {
  if (a.corporate || b.corporate) return compareBodies(a.family, b.family)
  if (swapped(a, b)) return found('near', 1, 'swapped')
  const family = compareFamilies(a.family, b.family)
  if (family.verdict === 'different') {
    const wide =
      fullFamily(a) !== a.family || fullFamily(b) !== b.family ? compareFamilies(fullFamily(a), fullFamily(b)) : family
    if (wide.verdict !== 'different') return wide
    return doubleSurname(a, b) || doubleSurname(b, a) ? found('same', 0, 'diacritics') : family
  }
  if (agreeingInitials(a, b) < 0 || hanInitialsDiffer(a, b)) return found('different', family.cost, 'initials')
  if (!spelledOut(a.given) || !spelledOut(b.given)) return family
  const given = compareFamilies(a.given, b.given)
  if (given.verdict === 'same' || given.verdict === 'style') return family
  if (given.verdict === 'near') return found('near', family.cost + given.cost, 'given')
  // one may give the middle name that the other leaves out
  const [first, second] = [a.given.split(/[\s-]/)[0] as string, b.given.split(/[\s-]/)[0] as string]
  if (first.length > 1 && compareFamilies(first, second).verdict === 'same') return family
  return found('different', family.cost + given.cost, 'given')
}

/** 张宁 and Zhang W.: an initial that no reading of the characters begins with. */
function hanInitialsDiffer(a: PersonName, b: PersonName): boolean {
  const [han, latin] = a.script === 'han' ? [a, b] : [b, a]
  const [first] = latin.initials
  if (han.script !== 'han' || latin.script !== 'latin' || han.given === undefined || first === undefined) return false
  return !spelledOut(latin.given) && givenInitials(han.given)[0] !== first
}

/** `Garcia Lopez` without comma, where the other writes García-López. */
function doubleSurname(one: PersonName, other: PersonName): boolean {
  if (one.sure > 0.8 || one.given === undefined || !/[\s-]/.test(other.family)) return false
  return compareFamilies(`${one.given} ${one.family}`, other.family).verdict === 'same'
}

const fullFamily = (name: PersonName): string =>
  name.particle === undefined ? name.family : `${name.particle} ${name.family}`

/** The surname of one is the given name of the other, and the other way round as far as it shows. */
function swapped(a: PersonName, b: PersonName): boolean {
  if (compareFamilies(a.family, b.family).verdict !== 'different') return false
  const crosses = (one: PersonName, other: PersonName): boolean => {
    if (one.given === undefined || other.given === undefined) return false
    const family = one.family
    const givenMatches = spelledOut(other.given)
      ? ['same', 'style'].includes(compareFamilies(family, other.given).verdict)
      : other.initials.length >= 2 && pinyinInitials(family) === other.initials.join('')
    if (!givenMatches) return false
    const head = (other.family.normalize('NFKD')[0] ?? '').toUpperCase()
    return spelledOut(one.given)
      ? ['same', 'style'].includes(compareFamilies(one.given, other.family).verdict)
      : initialsAgree(one.initials[0] ?? '', head)
  }
  return crosses(a, b) || crosses(b, a)
}

function pinyinInitials(word: string): string {
  return (pinyinSyllables(word) ?? []).map((part) => (part[0] as string).toUpperCase()).join('')
}

function compareBodies(left: string, right: string): NameComparison {
  const keys = corporateKeys(right)
  if (corporateKeys(left).some((key) => keys.includes(key))) return found('same', 0, 'body')
  const [a, b] = [nameKeys(left).folded, nameKeys(right).folded]
  return Math.min(a.length, b.length) < 4 ? UNRELATED : judged(a, b)
}

function insertedWithin(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (short.length < 8) return false
  let head = 0
  while (head < short.length && short[head] === long[head]) head++
  let tail = 0
  while (tail < short.length - head && short[short.length - 1 - tail] === long[long.length - 1 - tail]) tail++
  return head + tail === short.length && head >= 3 && tail >= 3 && long.length <= short.length * 1.6
}

/** Both words are Chinese surnames or syllables in pinyin, where one letter makes another common name. */
export function bothPinyin(left: string, right: string): boolean {
  return isChinese(left) && isChinese(right)
}

const isChinese = (word: string): boolean =>
  isPinyinSurname(scriptOf(word) === 'cyrillic' ? (pinyinOfPalladius(word) ?? '') : word)
