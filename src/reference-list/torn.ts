import type { Item } from './items.ts'
import { hasYear, referenceLook, startsLikeEntry } from './look.ts'

/** What the entries of a list have in common: only then does an item that lacks it stand out. */
export interface ListHabits {
  /** parts of the items, 0 to 1, that begin with people or a body, and that give a year */
  readonly starting: number
  readonly dated: number
  readonly count: number
}

const MOST = 0.75
const LEAST_ITEMS = 4

export function listHabits(items: readonly Item[]): ListHabits {
  const count = items.length
  const starting = items.filter(({ passage }) => startsLikeEntry(passage.text)).length
  const dated = items.filter(({ passage }) => hasYear(passage.text)).length
  return { count, starting: starting / Math.max(1, count), dated: dated / Math.max(1, count) }
}

/** An entry that says itself why it has no year or pages. */
const undated = /n\.\s?d\.|б\.\s?г\.|ж\.\s?ж\.|in press|forthcoming|unpublished|submitted|в печати|баспада|待刊|出版年不详/i
const address = /https?:|www\.|10\.\d{4,9}\//i
/** `翁思齐. 县城茶馆的一天[J].` ends where its journal must follow. */
const kindAtEnd = /\[[A-Z](?:\/[A-Z]{2})?\][.．]?$/
/** `Roe, A., & Doe, B. (2004).` and no title */
const peopleAndYear = /^[^.(]{2,40}[.,][^()\d:]{0,200}[(（]?(?:1[5-9]|20)\d\d[a-zа-г]?[)）]?[.,:]?$/u
/** Numbers of a volume, an issue and pages, or the place and the publisher, at the beginning. */
const restOfEntry =
  /^(?:[-–—]\s|\/\/\s|(?:[Vv]ol|[Нн]омер|No|pp?|[ТтCСPБ]|№)\.?\s?\d|\d{1,4}\s?\(\d{1,4}\)\s?[:,]|(?:1[5-9]|20)\d\d\s?[;,.]\s?(?:\d|[Vv]ol|№|[Тт]\.)|\d{1,4}\s?[:,]\s?\d{1,5}\s?[-–])/u
const numberedPart = /\d\s?\(\d+\)|[Vv]ol\.?\s?\d|№\s?\d|[Тт]\.\s?\d|\d\s?[-–—]\s?\d|\bpp?\.\s?\d|[СсБб]\.\s?\d|\d\s?(?:p|с|б)\./u

/**
 * Whether an item is the rest of the entry before it, in a list whose entries begin with people and give a year: one of
 * the two lacks what the other has. Texts that are complete, or have an address of their own, are never joined.
 */
export function isRest(before: string, text: string, habits: ListHabits): boolean {
  if (undated.test(before.slice(-200)) || undated.test(text.slice(0, 400))) return false
  if (kindAtEnd.test(before) && !hasYear(before) && hasYear(text)) return true
  if (startsLikeEntry(text) || habits.count < LEAST_ITEMS) return false
  if (restOfEntry.test(text) && text.length < 200 && startsLikeEntry(before)) return true
  if (habits.starting < MOST || habits.dated < MOST || !startsLikeEntry(before) || address.test(before)) return false
  if (!hasYear(before)) return hasYear(text) && referenceLook(text) >= 2
  if (peopleAndYear.test(before) && before.length < 240) return !hasYear(text)
  return !hasYear(text) && !address.test(text) && numberedPart.test(text) && !numberedPart.test(before.slice(-60))
}
