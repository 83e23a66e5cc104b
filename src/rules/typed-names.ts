import type { CslName } from '../model/csl.ts'
import type { Reference } from '../model/reference.ts'
import { familyOf } from '../text/csl.ts'
import { fold, foldWords } from '../text/fold.ts'
import { type ListComparison, nameText, unstroked } from './author-lists.ts'

/**
 * `Rowan, Ann, Bea Delgado` may have been read as three authors. A surname alone, followed by what has the initials of that
 * author's given name in the record, is one author.
 */
export function joinSplit(ours: readonly CslName[], record: readonly CslName[]): readonly CslName[] {
  const joined: CslName[] = []
  for (let at = 0; at < ours.length; at++) {
    const [name, next] = [ours[at] as CslName, ours[at + 1]]
    const { family = name.literal, given } = name
    const theirs = given === undefined && family !== undefined ? namesake(family, record) : undefined
    const text =
      next === undefined || theirs === undefined ? undefined : formsOf(next).find((form) => isGivenOf(form, theirs))
    if (family === undefined || text === undefined) joined.push(name)
    else {
      joined.push({ family, given: text })
      at++
    }
  }
  return joined
}

/** A given name as it may have stood: `Vahitha B.` was read as a surname and its initial. */
function formsOf(name: CslName): readonly string[] {
  return [nameText(name), `${name.family ?? ''} ${name.given ?? ''}`.trim()]
}

function namesake(family: string, record: readonly CslName[]): CslName | undefined {
  const wanted = foldWords(unstroked(family))
  return record.find((name) => foldWords(unstroked(familyOf(name))) === wanted)
}

function isGivenOf(text: string, { given = '' }: CslName): boolean {
  const initials = (name: string): readonly string[] =>
    [...fold(unstroked(name)).matchAll(/\p{L}+/gu)].map(([word]) => word.slice(0, 1))
  const [left, right] = [initials(text), initials(given)]
  const length = Math.min(left.length, right.length)
  return length > 0 && left.slice(0, length).join('') === right.slice(0, length).join('')
}

/**
 * What the entry says elsewhere, or says and was read as something else, is no difference: names after the stroke of a GOST
 * entry, a given name taken for another author.
 */
export function checked(reference: Reference, compared: ListComparison, record: readonly CslName[]): ListComparison {
  if (reference.written !== undefined) return compared
  if (compared.verdict === 'none')
    return standsHere(reference, record) ? { verdict: 'same', differences: [] } : compared
  if (compared.differences.length === 0) return compared
  const words = foldWords(unstroked(withoutAddresses(reference.passage.text))).split(' ')
  const givens = new Set(record.flatMap(({ given = '' }) => foldWords(unstroked(given)).split(' ')))
  const initials = new Set([...givens].map((given) => given.slice(0, 1)))
  const isFragment = (name: CslName | undefined): boolean =>
    name !== undefined &&
    foldWords(unstroked(nameText(name)))
      .split(' ')
      .every((word) => givens.has(word) || (word.length <= 2 && initials.has(word.slice(0, 1))))
  const isBroken = compared.differences.some(({ kind, ours }) => /^(?:extra|replaced)$/.test(kind) && isFragment(ours))
  const differences = compared.differences.filter(({ kind, ours, theirs }) => {
    if (isBroken && (kind === 'order' || isFragment(ours))) return false
    if (theirs === undefined || kind === 'extra' || kind === 'order') return true
    return !stands(words, theirs, kind === 'given' || kind === 'spelling')
  })
  return differences.length === 0 ? { verdict: 'same', differences } : { ...compared, differences }
}

function standsHere({ passage }: Reference, record: readonly CslName[]): boolean {
  const words = foldWords(unstroked(withoutAddresses(passage.text))).split(' ')
  return record.some((name) => stands(words, name, true))
}

/** The surname stands among the words, and where it is wanted an initial of the given name close to it. */
function stands(words: readonly string[], name: CslName, withInitial: boolean): boolean {
  const family = foldWords(unstroked(familyOf(name))).split(' ')
  const initial = foldWords(unstroked(name.given ?? '')).slice(0, 1)
  // Chinese names are written in one
  const whole = foldWords(`${familyOf(name)}${name.given ?? ''}`).replaceAll(' ', '')
  if (/\p{Script=Han}/u.test(whole) && words.some((word) => word.includes(whole))) return true
  return words.some((_, at) => {
    if (!family.every((word, index) => words[at + index] === word)) return false
    if (!withInitial || initial === '') return true
    const near = [...words.slice(Math.max(0, at - 3), at), ...words.slice(at + family.length, at + family.length + 2)]
    return near.some((word) => word.startsWith(initial))
  })
}

const ADDRESS = /(?:https?:\/\/|www\.|10\.\d{4,9}\/)\S+/gi

export function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, ' ')
}
