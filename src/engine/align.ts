import type { Reference, ReferenceList } from '../model/reference.ts'
import { nameKeys } from '../names/index.ts'
import { foldWords } from '../text/fold.ts'
import { type Entry, entryOf } from './entries.ts'

export interface Alignment {
  /** id of an entry to the id of the same work in the parallel list, both ways */
  readonly counterparts: Readonly<Record<string, string>>
  /** the lists, those that repeat an earlier one marked `parallelTo` */
  readonly lists: readonly ReferenceList[]
}

/** What tells that two entries are one work, strongest first; each gives the keys of an entry. */
const SIGNS: readonly ((entry: Entry) => readonly string[])[] = [
  ({ reference: { identifiers } }) => (identifiers.doi === undefined ? [] : [identifiers.doi]),
  ({ reference: { identifiers } }) =>
    identifiers.url === undefined ? [] : [identifiers.url.replace(/^https?:\/\/(?:www\.)?|\/$/g, '')],
  ({ reference: { csl } }) => (csl.title === undefined || csl.title.length < 12 ? [] : [foldWords(csl.title)]),
  (entry) => digitsKey(entry),
  (entry) => nameYearKeys(entry),
  (entry) => nameKeysOf(entry),
]
/** Of the shorter list, the part that must be found in the other one for the two to be one list twice. */
const ENOUGH = 0.5

/**
 * Finds the lists of one document that give the same works (Литература and References) and pairs their entries: by DOI,
 * address, title, year with pages and other numbers, names in any script, and at last by their order between pairs that
 * are sure. Linear in the number of entries.
 */
export function alignLists(lists: readonly ReferenceList[], references: readonly Reference[]): Alignment {
  const typed = lists.filter(({ kind }) => kind !== 'library')
  if (typed.length < 2) return { counterparts: {}, lists }
  const byList = new Map<string, Entry[]>()
  for (const reference of references) {
    const entries = byList.get(reference.list)
    if (entries === undefined) byList.set(reference.list, [entryOf(reference)])
    else entries.push(entryOf(reference))
  }
  const counterparts: Record<string, string> = {}
  const parallel = new Map<string, string>()
  for (const [index, list] of typed.entries()) {
    for (const earlier of typed.slice(0, index)) {
      if (parallel.has(earlier.id)) continue
      const pairs = pairEntries(byList.get(earlier.id) ?? [], byList.get(list.id) ?? [])
      if (pairs === undefined) continue
      parallel.set(list.id, earlier.id)
      for (const [left, right] of pairs) {
        counterparts[left.reference.id] ??= right.reference.id
        counterparts[right.reference.id] = left.reference.id
      }
      break
    }
  }
  return {
    counterparts,
    lists: lists.map((list) => {
      const original = parallel.get(list.id)
      return original === undefined ? list : { ...list, parallelTo: original }
    }),
  }
}

type Pair = readonly [Entry, Entry]

/** The pairs of two lists, or undefined where they are not one list twice. */
function pairEntries(left: readonly Entry[], right: readonly Entry[]): readonly Pair[] | undefined {
  const partner = new Map<Entry, Entry>()
  const taken = new Set<Entry>()
  for (const sign of SIGNS) {
    const waiting = new Map<string, Entry[]>()
    for (const entry of right) {
      if (taken.has(entry)) continue
      for (const key of sign(entry)) waiting.set(key, [...(waiting.get(key) ?? []).slice(0, 8), entry])
    }
    for (const entry of left) {
      if (partner.has(entry)) continue
      const found = sign(entry)
        .flatMap((key) => waiting.get(key) ?? [])
        .find((candidate) => !taken.has(candidate) && compatible(entry, candidate))
      if (found === undefined) continue
      partner.set(entry, found)
      taken.add(found)
    }
  }
  const least = Math.min(left.length, right.length)
  const most = Math.max(left.length, right.length)
  if (partner.size < 2 || partner.size < least * ENOUGH || least * 3 < most) return undefined
  inOrder(left, right, partner, taken)
  return left.flatMap((entry) => {
    const other = partner.get(entry)
    return other === undefined ? [] : [[entry, other] as const]
  })
}

/** Entries that no sign paired, between two pairs that are neighbours in both lists: as many left as right. */
function inOrder(left: readonly Entry[], right: readonly Entry[], partner: Map<Entry, Entry>, taken: Set<Entry>): void {
  const place = new Map(right.map((entry, index) => [entry, index]))
  let before = -1
  let open: Entry[] = []
  for (const entry of [...left, undefined]) {
    const other = entry === undefined ? undefined : partner.get(entry)
    if (entry !== undefined && other === undefined) {
      open.push(entry)
      continue
    }
    const here = other === undefined ? right.length : (place.get(other) ?? 0)
    const gap = here > before ? right.slice(before + 1, here).filter((candidate) => !taken.has(candidate)) : []
    if (open.length > 0 && gap.length === open.length) {
      for (const [index, waiting] of open.entries()) {
        const candidate = gap[index] as Entry
        if (!compatible(waiting, candidate)) continue
        partner.set(waiting, candidate)
        taken.add(candidate)
      }
    }
    before = here
    open = []
  }
}

/** Two entries with different DOIs, or years far apart, are two works whatever else agrees. */
function compatible(left: Entry, right: Entry): boolean {
  const [one, other] = [left.reference.identifiers.doi, right.reference.identifiers.doi]
  if (one !== undefined && other !== undefined && one === other) return true
  if (left.year === undefined || right.year === undefined) return true
  return Math.abs(left.year - right.year) <= 1 || left.years.has(right.year) || right.years.has(left.year)
}

/** Year, volume, issue and pages as read, and all numbers as typed: what no translation changes; three numbers at least. */
function digitsKey({ reference, year }: Entry): readonly string[] {
  const { csl } = reference
  const numbers = [csl.volume, csl.issue, csl.page].flatMap((field) => String(field ?? '').match(/\d+/g) ?? [])
  const typed =
    reference.passage.text
      .slice(0, 4000)
      .replace(/https?:\S+|10\.\d{4,9}\/\S+/g, '')
      .match(/\d+/g) ?? []
  return [
    ...(year !== undefined && numbers.length >= 2 ? [`${year}:${numbers.join(' ')}`] : []),
    ...(typed.length >= 3 && typed.length <= 12 ? [`#${[...typed].sort().join(' ')}`] : []),
  ]
}

function nameYearKeys(entry: Entry): readonly string[] {
  return entry.year === undefined ? [] : nameKeysOf(entry).map((key) => `${entry.year}:${key}`)
}

/** The first maker as read, and the word at the head, which is a surname where the reading went wrong. */
function nameKeysOf({ makers, lead }: Entry): readonly string[] {
  const families = new Set([makers[0]?.family, lead[0]])
  return [...families].flatMap((family) => (family === undefined ? [] : nameKeys(family).keys))
}
