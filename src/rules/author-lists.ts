import type { CslName } from '../model/csl.ts'
import { comparePersons, initialsAgree, isCorporate, type PersonName, parseName } from '../names/index.ts'
import { fold } from '../text/fold.ts'
import { withoutMarkup } from '../text/title-words.ts'
import { namesakes } from './short-forms.ts'

/** How one name of ours stands to the record's. Positions are from 0. */
export interface NameDifference {
  /**
   * `spelling`: the surname is a little off; `given`: the given name or an initial is another; `replaced`: somebody else
   * stands in the place; `missing`, `extra`, `order`.
   */
  readonly kind: 'spelling' | 'given' | 'replaced' | 'missing' | 'extra' | 'order'
  readonly ours?: CslName
  readonly theirs?: CslName
  readonly at: number
}

export interface ListComparison {
  /** `none`: nobody of ours is in the record; `unknown`: one of the two names nobody */
  readonly verdict: 'same' | 'differs' | 'none' | 'unknown'
  readonly differences: readonly NameDifference[]
}

type Agreement = 'same' | 'given' | 'near' | 'no'

/** Longer lists are compared place by place only: collaborations of hundreds. */
const MOST = 40
const LONGEST = 400

/**
 * Compares our list of authors with a record's. `isOpen`: ours ends with "et al." or the like and may leave people out.
 * Scripts, schemes of romanisation, initials, particles and accents do not count. Swapped parts of a name do not either:
 * registries have them as often as authors.
 */
export function compareAuthors(
  ours: readonly CslName[],
  theirs: readonly CslName[],
  { isOpen }: { readonly isOpen: boolean },
): ListComparison {
  const left = ours.filter(isNamed).slice(0, LONGEST)
  const right = theirs.filter(isNamed).slice(0, LONGEST)
  if (left.length === 0 || right.length === 0) return { verdict: 'unknown', differences: [] }
  const matches = match(left.map(person), right.map(person))
  if (matches.every((one) => one === undefined)) return { verdict: 'none', differences: [] }
  const differences = [
    ...spelled(left, right, matches),
    ...unmatched(left, right, matches, isOpen),
    ...ordered(left, right, matches),
  ]
  return { verdict: differences.length === 0 ? 'same' : 'differs', differences }
}

interface Match {
  readonly index: number
  readonly agreement: Agreement
}

function match(left: readonly PersonName[], right: readonly PersonName[]): readonly (Match | undefined)[] {
  const found: (Match | undefined)[] = left.map(() => undefined)
  const taken = new Set<number>()
  const take = (i: number, j: number, agreement: Agreement): void => {
    found[i] = { index: j, agreement }
    taken.add(j)
  }
  for (let i = 0; i < left.length && i < right.length; i++) {
    if (agree(left[i] as PersonName, right[i] as PersonName) === 'same') take(i, i, 'same')
  }
  const isLong = left.length > MOST && right.length > MOST
  for (const wanted of ['same', 'given', 'near'] as const) {
    for (let i = 0; i < left.length; i++) {
      if (found[i] !== undefined) continue
      const reach = isLong ? [i - 1, i, i + 1] : nearestFirst(i, right.length)
      const j = reach.find(
        (one) =>
          one >= 0 &&
          one < right.length &&
          !taken.has(one) &&
          agree(left[i] as PersonName, right[one] as PersonName) === wanted,
      )
      if (j !== undefined) take(i, j, wanted)
    }
  }
  return found
}

/** Places of a list, the one at `at` first. */
function nearestFirst(at: number, length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index).sort((one, other) => Math.abs(one - at) - Math.abs(other - at))
}

function agree(one: PersonName, other: PersonName): Agreement {
  const { verdict, why } = comparePersons(one, other)
  if (verdict === 'same' || verdict === 'style' || why === 'swapped') return 'same'
  // given names are romanised by ear: Yuri, Iurii, Yury
  if (why === 'given' && one.script !== other.script) return 'same'
  if (why === 'given') return namesakes(one, other) ? 'same' : 'given'
  // an initial says nothing of a name in ideographs
  if (why === 'initials' && (one.script === 'han') !== (other.script === 'han')) return 'same'
  if (why === 'initials' && one.script !== other.script) return firstInitialsAgree(one, other) ? 'same' : 'given'
  if (why === 'initials') return sharesInitial(one, other) || namesakes(one, other) ? 'same' : 'given'
  if (isWrittenApart(one, other)) return 'same'
  if (verdict === 'near') return 'near'
  return isPartOfFamily(one, other) ? 'same' : 'no'
}

function firstInitialsAgree({ initials: [first] }: PersonName, { initials: [second] }: PersonName): boolean {
  return first === undefined || second === undefined || initialsAgree(first, second)
}

/** A middle name may be the one that is used. */
function sharesInitial(one: PersonName, other: PersonName): boolean {
  return one.initials.some((initial) => other.initials.includes(initial))
}

/** Al-Rashid and Al Rashid, O’Malley and O Malley. */
function isWrittenApart(one: PersonName, other: PersonName): boolean {
  const [left, right] = [familyWords(one).join(''), familyWords(other).join('')]
  return left === right && left !== '' && initialsMeet(one, other)
}

function initialsMeet(one: PersonName, other: PersonName): boolean {
  return one.initials.length === 0 || other.initials.length === 0 || sharesInitial(one, other)
}

/** One of two surnames is left out, or a suffix was taken for a part of the name: García, García López; Roe, Roe Jr. */
function isPartOfFamily(one: PersonName, other: PersonName): boolean {
  const [left, right] = [familyWords(one), familyWords(other)]
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (short.length === 0 || short.length === long.length || short.join('').length < 3) return false
  const begins = short.every((word, index) => word === long[index])
  const ends = short.every((word, index) => word === long[long.length - short.length + index])
  if (!begins && !ends) return false
  return initialsMeet(one, other)
}

function familyWords({ family, particle = '' }: PersonName): readonly string[] {
  return fold(`${particle} ${family}`)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !/^(?:jr|sr|iii?|iv|phd|md)$/.test(word))
}

function* spelled(
  left: readonly CslName[],
  right: readonly CslName[],
  matches: readonly (Match | undefined)[],
): Iterable<NameDifference> {
  for (const [at, found] of matches.entries()) {
    if (found === undefined || found.agreement === 'same') continue
    const kind = found.agreement === 'given' ? 'given' : 'spelling'
    yield { kind, at, ours: left[at] as CslName, theirs: right[found.index] as CslName }
  }
}

function* unmatched(
  left: readonly CslName[],
  right: readonly CslName[],
  matches: readonly (Match | undefined)[],
  isOpen: boolean,
): Iterable<NameDifference> {
  const taken = new Set(matches.map((found) => found?.index))
  const absent = right.flatMap((theirs, at) => (taken.has(at) ? [] : [{ theirs, at }]))
  for (const [at, found] of matches.entries()) {
    if (found !== undefined) continue
    const ours = left[at] as CslName
    const place = absent.findIndex((one) => one.at === at)
    if (place >= 0) yield { kind: 'replaced', at, ours, theirs: absent.splice(place, 1)[0]?.theirs as CslName }
    // registries often hold the first author alone
    else if (right.length > 1) yield { kind: 'extra', at, ours }
  }
  if (isOpen) return
  // groups that sign beside their members are left out by most styles
  for (const { theirs, at } of absent) if (!isBody(theirs)) yield { kind: 'missing', at, theirs }
}

function* ordered(
  left: readonly CslName[],
  right: readonly CslName[],
  matches: readonly (Match | undefined)[],
): Iterable<NameDifference> {
  let last: number | undefined
  for (const [at, found] of matches.entries()) {
    if (found === undefined || found.agreement === 'near') continue
    if (last !== undefined && found.index < last) {
      yield { kind: 'order', at, ours: left[at] as CslName, theirs: right[found.index] as CslName }
      return
    }
    last = found.index
  }
}

function isNamed({ family, literal, given }: CslName): boolean {
  return /\p{L}/u.test(family ?? literal ?? given ?? '')
}

function isBody({ family, literal, given }: CslName): boolean {
  if (literal !== undefined) return true
  return family !== undefined && given === undefined && (isCorporate(family) || /\s/.test(family))
}

/** Letters with a stroke or of their own, which Unicode does not take apart. */
const STROKES: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  þ: 'th',
  Þ: 'Th',
  ð: 'd',
  Ð: 'D',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ħ: 'h',
}

function withStrokes(text: string): string {
  return text.replace(/[łŁþÞðÐđĐıħ]/g, (letter) => STROKES[letter] as string)
}

/** For the comparison of words: also ø, which names keep, for it may be written `oe`. */
export function unstroked(text: string): string {
  return withStrokes(text).replace(/ø/gi, 'o').replace(/æ/gi, 'ae')
}

const PARTICLES_AFTER =
  /^(.*\S)\s+((?:van|von|de|der|den|du|di|da|dos|la|le|ten|ter)(?:\s+(?:der|den|la|le|los|las))?)$/iu

function person(name: CslName): PersonName {
  const plain = (text: string): string => withStrokes(text.includes('&') ? withoutMarkup(text) : text)
  const particles = [name['dropping-particle'], name['non-dropping-particle']].filter((part) => part !== undefined)
  const family = plain([...particles, name.family ?? ''].join(' ').trim())
  if (family === '') return parseName(plain(name.literal ?? name.given ?? ''))
  if (name.given === undefined) return parseName({ family })
  // `Georg Van der` and `Berg`
  const [, given = name.given, particle] = PARTICLES_AFTER.exec(name.given) ?? []
  return parseName({ family: particle === undefined ? family : `${particle} ${family}`, given: plain(given) })
}

/** A name as a reader would say it. */
export function nameText({ family, given, literal, ...rest }: CslName): string {
  if (literal !== undefined) return literal
  return [given, rest['non-dropping-particle'], family].filter((part) => part !== undefined && part !== '').join(' ')
}
