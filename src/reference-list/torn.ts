import type { Item } from './items.ts'
import { hasYear, referenceLook, startsLikeEntry, startsWithPeople } from './look.ts'

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
const undated =
  /n\.\s?d\.|б\.\s?г\.|ж\.\s?ж\.|in press|forthcoming|unpublished|submitted|в печати|баспада|待刊|出版年不详/i
const address = /https?:|www\.|10\.\d{4,9}\//i
/** `翁思齐. 县城茶馆的一天[J].` ends where its journal must follow. */
const kindAtEnd = /\[[A-Z](?:\/[A-Z]{2})?\][.．]?$/
/** `Roe, A., & Doe, B. (2004).` and no title */
const peopleAndYear = /^[^.(]{2,40}[.,\s][^()\d:]{0,600}[(（]?(?:1[5-9]|20)\d\d[a-zа-г]?[)）]?[.,:]?$/u
/** A year of our time that is no page number. */
const year = /(?<![\d–-])(?:1[89]\d\d|20[0-4]\d)(?![\d–-]|\s?[-–]\s?\d)/
/** Numbers of a volume, an issue and pages, or the place and the publisher, at the beginning. */
const restOfEntry =
  /^(?:[-–—]\s|\/\/\s|(?:[Vv]ol|[Нн]омер|No|pp?|[ТтCСPБ]|№)\.?\s?\d|\d{1,4}\s?\(\d{1,4}\)\s?[:,]|(?:1[5-9]|20)\d\d\s?[;,.]\s?(?:\d|[Vv]ol|№|[Тт]\.)|\d{1,4}\s?[:,]\s?\d{1,5}\s?[-–])/u
const numberedPart =
  /\d\s?:\s?[A-Za-z]?\d|\d,\s[A-Za-z]?\d{2,}|\d\s?\(\d+\)|[Vv]ol\.?\s?\d|№\s?\d|[Тт]\.\s?\d|\d\s?[-–—]\s?\d|\bpp?\.\s?\d|[СсБб]\.\s?\d|\d\s?(?:p|с|б)\./u

/** `Retrieved from https://…` says where something was read, and not what. */
const leadIn =
  /^(?:retrieved from|available (?:at|from|online(?: at)?)|url|режим доступа|дост[уі]п(?: до ресурсу)?|қолжетімді|disponível em|disponible en|recuperado de|en ligne|verfügbar unter|访问地址)\s?:?\s{0,2}<?(?:https?:|www\.)\S+[\s.>]*(?:[([].{0,60})?$/iu

/**
 * Whether an item is the rest of the entry before it, in a list whose entries begin with people and give a year: one of
 * the two lacks what the other has. Texts that are complete, or have an address of their own, are never joined.
 */
export function isRest(before: string, text: string, habits: ListHabits): boolean {
  if (undated.test(before.slice(-200)) || undated.test(text.slice(0, 400))) return false
  if (kindAtEnd.test(before) && !hasYear(before) && hasYear(text)) return true
  // nothing ends with a comma or a colon; people of the next entry may only follow where the year is still to come
  const open = /[,:;&]$/.test(before) && before.length >= 20
  if (open && (!startsWithPeople(text) || !year.test(before))) return true
  if (habits.count < LEAST_ITEMS) return false
  if (leadIn.test(text) && text.length < 400 && !address.test(before.slice(-200))) return true
  const common = habits.starting >= MOST && habits.dated >= MOST && startsLikeEntry(before) && !address.test(before)
  if (common && peopleAndYear.test(before) && before.length < 700 && !startsWithPeople(text)) return true
  if (common && year.test(before) && isTail(before, text)) return true
  if (startsLikeEntry(text)) return false
  if (restOfEntry.test(text) && text.length < 200 && startsLikeEntry(before)) return true
  return common && !hasYear(before) && hasYear(text) && referenceLook(text) >= 2
}

/** A journal and its numbers, without a year, after a title that has one. */
function isTail(before: string, text: string): boolean {
  const bare = text.replace(/https?:\S+|(?:doi:?\s?)?10\.\d{4,9}\/\S+/gi, ' ')
  return !year.test(bare) && bare.length < 160 && numberedPart.test(bare) && !numberedPart.test(before.slice(-40))
}

const SCRAP = 60
/** A sentence of an entry ends with a full stop, which a heading within the list has not; or it says who published what. */
const CLOSES_ENTRY =
  /\p{L}\.$|\d\.$|\p{Ll}{4,} \d{1,3}$|(?<!\p{L})(?:[Pp]ress|[Pp]ublish\p{L}*|Verlag|Books|version \d[\d.-]*|изд-во|издательство|баспасы|出版社)(?!\p{L})/u

/** `Larkport, Example Press.` in a paragraph of its own, in a list whose entries all begin with people and give a year. */
export function isScrap(before: string, text: string, { count, starting, dated }: ListHabits): boolean {
  if (count < LEAST_ITEMS || starting < MOST || dated < MOST || text.length > SCRAP || !CLOSES_ENTRY.test(text))
    return false
  return !hasYear(text) && !address.test(text) && hasYear(before) && startsLikeEntry(before) && !undated.test(text)
}
