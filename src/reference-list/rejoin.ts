import type { Passage } from '../model/source.ts'
import { type Item, joinHealed } from './items.ts'
import { endsLikeEntry, hasYear, isAccessDate, isComplete, startsLikeEntry, startsLower } from './look.ts'
import { isRest, isScrap, type ListHabits, listHabits } from './torn.ts'

/** Why an item is believed to continue the entry of the item before it. */
export type Continues = 'tail' | 'access-date' | 'no-start'

/** The items of one entry. */
export interface Joined {
  readonly items: readonly { readonly item: Item; readonly continues?: Continues }[]
  readonly passage: Passage
}

/** Joins the items that are parts of one entry. Two complete entries are never joined. */
export function rejoin(items: readonly Item[]): readonly Joined[] {
  const habits = listHabits(items)
  const joined: { items: { item: Item; continues?: Continues }[]; passage: Passage }[] = []
  for (const item of items) {
    const last = joined.at(-1)
    const continues = last === undefined ? undefined : continuation(last.passage.text, item, habits)
    if (last === undefined || continues === undefined) {
      joined.push({ items: [{ item }], passage: item.passage })
      continue
    }
    last.items.push({ item, continues })
    last.passage = joinHealed([last.passage, item.passage])
  }
  return joined
}

const openEnd =
  /(?:[,:&(/]|\s(?:and|the|a|of|in|for|on|to|with|by|und|der|die|et|de|la|y|и|в|на|с|для|о|және|мен|пен)|\/\/|\bURL:?|\bfrom|\bvol\.|\bno\.|\bpp?\.)$/iu

function continuation(before: string, item: Item, habits: ListHabits): Continues | undefined {
  const { text } = item.passage
  if (isAccessDate(text)) return isAccessDate(before) ? undefined : 'access-date'
  if ((item.marker !== undefined || item.apart === true) && isRest(before, text, habits)) return 'no-start'
  if (item.marker?.number === undefined && item.apart === true && isScrap(before, text, habits)) return 'no-start'
  if (isComplete(text)) return undefined
  const tail = before.slice(-40)
  const broken = /\p{L}[-‐]$/u.test(tail)
  const finished = endsLikeEntry(before) && !broken
  if (startsLower(text)) {
    if (broken || !finished) return 'tail'
    // an entry may begin in lower case, but not without a year or people of its own
    return hasYear(text) || startsLikeEntry(text) || text.length > 120 ? undefined : 'tail'
  }
  if (startsLikeEntry(text)) return undefined
  if (/^(?:<?https?:|www\.|doi:|10\.\d{4,9}\/)/i.test(text) && text.length <= 400) {
    return /^(?:doi:?\s{0,3})?\S+[\s.]*(?:[([].{0,60})?$/i.test(text) && !/(?:https?:|www\.)\S+[\s.)\]]*$/i.test(tail)
      ? 'no-start'
      : undefined
  }
  if (/^(?:\d+|[СсC]\.|pp?\.|[Тт]\.|vol\.|№|no\.)[\s\d(.]/i.test(text) && !/\p{L}{12}/u.test(text) && text.length <= 60)
    return 'no-start'
  const numbered = item.marker?.number !== undefined
  return openEnd.test(tail) && !hasYear(before) && !numbered ? 'no-start' : undefined
}
