import type { Reference } from '../../../model/reference.ts'
import { compareFamilies } from '../../../names/index.ts'
import { shortName, yearOf } from '../../../text/csl.ts'

/** A maker as printed at the head of an entry; offsets of the surname, or of the whole body, in the passage. */
export interface HeadName {
  readonly family: string
  readonly initials: string
  readonly start: number
  readonly end: number
}

const WORD = "\\p{Lu}[\\p{Ll}\\p{M}][\\p{L}\\p{M}'’ʹʼ-]{0,30}"
const INITIALS = '(?:\\p{Lu}\\p{Ll}{0,2}\\.(?:[ -]?\\p{Lu}\\p{Ll}{0,2}\\.){0,2}|\\p{Lu}{1,3}(?![\\p{L}]))'
// names in capitals are names only before a comma: EMBO J is a journal
const FAMILY_FIRST = new RegExp(
  `(${WORD}(?: ${WORD})?|\\p{Lu}[\\p{Lu}'’-]{1,30}(?=,)),? (${INITIALS}(?:-\\p{L})?\\.?)`,
  'uy',
)
const INITIALS_FIRST = new RegExp(`(${INITIALS}) ?(${WORD})`, 'uy')
const BETWEEN = /\s{0,2}(?:[,;&]\s{0,2}(?:and |и |және |мен |& ?)?|(?:and|и|және|мен|&) )\s{0,2}/uy
const MOST = 40
const BODY = /^[\s"“«]{0,3}(\p{Lu}.{1,118}?)[.,]?\s?\((?:1[5-9]|20)\d\d[a-zа-я]?\)/u

/** The makers of an entry, read from its head: surnames with initials, or one body before a year in brackets. */
export function headNames(text: string): readonly HeadName[] {
  const names: HeadName[] = []
  let at = /^[\s*_"“«]*/.exec(text.slice(0, 20))?.[0].length ?? 0
  while (names.length < MOST) {
    const name = nameAt(text, at)
    if (name === undefined) break
    names.push(name.name)
    BETWEEN.lastIndex = name.end
    const between = BETWEEN.exec(text)
    // `Roe, A. Doe, B.`: the comma shows that a surname follows
    const bare = between === null && /^ \p{Lu}[\p{L}’'-]{1,30}, \p{Lu}\./u.test(text.slice(name.end, name.end + 40))
    if (between === null && !bare) break
    at = name.end + (between?.[0].length ?? 1)
  }
  if (names.length > 0) return names
  const body = BODY.exec(text.slice(0, 200))
  if (body === null) return []
  const family = body[1] as string
  const start = body[0].indexOf(family)
  return [{ family, initials: '', start, end: start + family.length }]
}

/** How a reader would call an entry: the first surname at its head and the year, or what was read. */
export function entryName({ passage, csl }: Reference): string {
  const [first] = headNames(passage.text)
  const year = yearOf(csl)
  if (first === undefined || year === undefined) return shortName(csl)
  return `${first.family} ${year}`
}

function nameAt(text: string, at: number): { readonly name: HeadName; readonly end: number } | undefined {
  FAMILY_FIRST.lastIndex = at
  const first = FAMILY_FIRST.exec(text)
  if (first !== null) {
    const family = first[1] as string
    const name = { family, initials: first[2] as string, start: at, end: at + family.length }
    return { name, end: at + first[0].length }
  }
  INITIALS_FIRST.lastIndex = at
  const second = INITIALS_FIRST.exec(text)
  if (second === null) return undefined
  const family = second[2] as string
  const end = at + second[0].length
  return { name: { family, initials: second[1] as string, start: end - family.length, end }, end }
}

export interface MakerDifference {
  readonly kind: 'spelling' | 'other' | 'dropped'
  readonly left?: HeadName
  readonly right?: HeadName
  /** weighted edits between the two spellings */
  readonly cost?: number
}

/** What differs between the makers of one work in two lists. Lists that have nobody in common are not compared. */
export function compareMakers(left: readonly HeadName[], right: readonly HeadName[]): readonly MakerDifference[] {
  if (left.length === 0 || right.length === 0) return []
  const open = new Set(right)
  const rest: HeadName[] = []
  let same = 0
  for (const name of left) {
    const partner = [...open].find((other) =>
      ['same', 'style'].includes(compareFamilies(name.family, other.family).verdict),
    )
    if (partner === undefined) rest.push(name)
    else {
      open.delete(partner)
      same++
    }
  }
  const found: MakerDifference[] = []
  for (const name of rest) {
    const near = [...open]
      .map((other) => ({ other, compared: compareFamilies(name.family, other.family) }))
      .filter(({ compared }) => compared.verdict === 'near')
      .sort((one, two) => one.compared.cost - two.compared.cost)[0]
    if (near !== undefined) {
      open.delete(near.other)
      same++
      found.push({ kind: 'spelling', left: name, right: near.other, cost: near.compared.cost })
    } else found.push({ kind: 'dropped', left: name })
  }
  for (const name of open) found.push({ kind: 'dropped', right: name })
  if (same === 0) return []
  const missing = found.filter(({ kind }) => kind === 'dropped')
  const [one, two, ...more] = missing
  // one here and one there in a list of equal length: another name, or the same one beyond recognition
  if (left.length === right.length && one?.left !== undefined && two?.right !== undefined && more.length === 0) {
    const others = found.filter(({ kind }) => kind !== 'dropped')
    return [...others, { kind: 'other', left: one.left, right: two.right }]
  }
  return found
}
