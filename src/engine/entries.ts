import type { Reference } from '../model/reference.ts'
import { isCorporate, type PersonName, personOf, scriptOf } from '../names/index.ts'
import { makersOf, yearOf } from '../text/csl.ts'

/** What of an entry a citation can name: who and when. */
export interface Entry {
  readonly reference: Reference
  /** authors in order, or editors */
  readonly makers: readonly PersonName[]
  readonly year?: number
  /** the letter of `2019a` */
  readonly suffix?: string
  /** every year of the entry's text, for entries whose reading missed it */
  readonly years: ReadonlySet<number>
  /** all that stands before the year at the head of the entry, where that may be a body */
  readonly head?: PersonName
  /** capitalised words at the head of the entry's text: what may be a surname where the reading found no author */
  readonly lead: readonly string[]
}

const YEARS = /(?<![\d])((?:1[5-9]|20)\d\d)([a-zа-г](?![\p{L}\p{M}]))?(?!\d)/gu
const HEAD = 120
/** Citations name the first few, and a group of authors that stands last; a list of hundreds costs no more. */
const MOST_MAKERS = 24

export function entryOf(reference: Reference): Entry {
  const { csl, passage } = reference
  const text = passage.text.slice(0, 4000)
  const years = new Set<number>()
  const suffixes = new Map<number, string>()
  for (const match of text.matchAll(YEARS)) {
    const year = Number(match[1])
    years.add(year)
    if (match[2] !== undefined && !suffixes.has(year)) suffixes.set(year, match[2])
  }
  const printed = Number.parseInt(yearOf(csl) ?? '', 10)
  const year = Number.isFinite(printed) ? printed : undefined
  const suffix =
    typeof csl['year-suffix'] === 'string' ? csl['year-suffix'] : year === undefined ? undefined : suffixes.get(year)
  const read = makersOf(csl).slice(0, MOST_MAKERS).map(personOf)
  const head = reference.key === undefined ? headOf(text) : undefined
  const makers = read.length === 0 && head !== undefined ? [head] : read
  return {
    reference,
    makers,
    ...(year === undefined ? {} : { year }),
    ...(suffix === undefined ? {} : { suffix }),
    years,
    ...(head === undefined || makers.includes(head) || head.family === makers[0]?.family ? {} : { head }),
    lead: reference.key === undefined ? leadOf(text) : [],
  }
}

/** The author as a body, read from the entry's text: what stands before a year in brackets or a colon. */
function headOf(text: string): PersonName | undefined {
  const end = text.slice(0, 200).search(/\s?[(（[]\s?(?:1[5-9]|20)\d\d/u)
  if (end < 2) return undefined
  const name = text
    .slice(0, end)
    .replace(/[.,:\s]{0,4}$/u, '')
    .replace(/[*_]/g, '')
  const words = name.split(/\s+/)
  if (!/^\p{Lu}|^\p{Script=Han}/u.test(name) || words.length > 14 || /[,;&]|(?:^|[\s.-])\p{L}\.?$/u.test(name))
    return undefined
  return {
    family: name,
    initials: [],
    script: scriptOf(name),
    corporate: words.length > 1 || isCorporate(name),
    sure: 0.6,
  }
}

function leadOf(text: string): readonly string[] {
  const head = text.slice(0, HEAD)
  const stop = head.search(/[(（]?(?:1[5-9]|20)\d\d/u)
  const words = (stop > 0 ? head.slice(0, stop) : head).match(/\p{Lu}[\p{L}\p{M}'’-]{2,}|\p{Script=Han}{2,4}/gu) ?? []
  return words.slice(0, 6)
}
