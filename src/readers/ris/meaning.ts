import type { CslItem, CslName } from '../../model/csl.ts'
import { parseDate } from '../library/dates.ts'

/** Values of a record by tag, in order, white space folded. */
export type RisValues = ReadonlyMap<string, readonly string[]>

/** RIS types to CSL types (Reference Manager's specification of 2011, table of reference types). */
const TYPES: Readonly<Record<string, string>> = {
  ABST: 'article-journal', ADVS: 'motion_picture', AGGR: 'dataset', ANCIENT: 'classic', ART: 'graphic', BILL: 'bill',
  BLOG: 'post-weblog', BOOK: 'book', CASE: 'legal_case', CHAP: 'chapter', CHART: 'figure', CLSWK: 'classic', COMP: 'software',
  CONF: 'paper-conference', CPAPER: 'paper-conference', CTLG: 'document', DATA: 'dataset', DBASE: 'dataset',
  DICT: 'entry-dictionary', EBOOK: 'book', ECHAP: 'chapter', EDBOOK: 'book', EJOUR: 'article-journal', ELEC: 'webpage',
  ENCYC: 'entry-encyclopedia', EQUA: 'figure', FIGURE: 'figure', GEN: 'document', GOVDOC: 'report', GRANT: 'document',
  GRNT: 'document', HEAR: 'hearing', ICOMM: 'personal_communication', INPR: 'article-journal', JFULL: 'periodical',
  JOUR: 'article-journal', LEGAL: 'legislation', MANSCPT: 'manuscript', MAP: 'map', MGZN: 'article-magazine',
  MPCT: 'motion_picture', MULTI: 'webpage', MUSIC: 'musical_score', NEWS: 'article-newspaper', PAMP: 'pamphlet',
  PAT: 'patent', PCOMM: 'personal_communication', PRESS: 'article-newspaper', RPRT: 'report', SER: 'book', SLIDE: 'speech',
  SOUND: 'song', STAND: 'standard', STAT: 'legislation', STD: 'standard', THES: 'thesis', UNBILL: 'bill',
  UNPB: 'manuscript', UNPD: 'manuscript', VIDEO: 'motion_picture', WEB: 'webpage',
} // biome-ignore format: a table

const BOOK_LIKE = new Set(['BOOK', 'EBOOK', 'EDBOOK', 'SER', 'CHAP', 'ECHAP'])
const PART_LIKE = new Set(['CHAP', 'ECHAP', 'CONF', 'CPAPER', 'ENCYC', 'DICT'])

/** CSL variable and the tags that may hold it, best first. */
const VARIABLES: readonly (readonly [string, readonly string[]])[] = [
  ['title', ['TI', 'T1', 'CT']],
  ['container-title', ['T2', 'JF', 'JO', 'JA', 'J2', 'J1', 'BT']],
  ['container-title-short', ['J2', 'JA', 'J1']],
  ['collection-title', ['T3']],
  ['title-short', ['ST']],
  ['translated-title', ['TT']],
  ['volume', ['VL']],
  ['issue', ['IS', 'CP']],
  ['edition', ['ET']],
  ['publisher', ['PB']],
  ['publisher-place', ['CY', 'PP']],
  ['abstract', ['AB', 'N2']],
  ['note', ['N1']],
  ['language', ['LA']],
  ['number-of-volumes', ['NV']],
  ['number', ['C7']],
  ['call-number', ['CN']],
  ['archive', ['DB']],
  ['source', ['DP']],
  ['genre', ['M3']],
]

const PEOPLE: readonly (readonly [string, readonly string[]])[] = [
  ['author', ['AU', 'A1']],
  ['editor', ['ED', 'A2']],
  ['collection-editor', ['A3']],
  ['translator', ['TA', 'A4']],
]

/** What a RIS record means. */
export function risMeaning(key: string, values: RisValues): CslItem {
  const type = (values.get('TY')?.[0] ?? '').toUpperCase()
  const item: CslItem = { id: key, type: Object.hasOwn(TYPES, type) ? (TYPES[type] as string) : 'document' }
  for (const [variable, tags] of PEOPLE) {
    const people = tags
      .flatMap((tag) => values.get(tag) ?? [])
      .map(nameOf)
      .filter((name) => name !== undefined)
    if (people.length > 0) item[variable] = people
  }
  for (const [variable, tags] of VARIABLES) {
    const text = first(values, tags)
    if (text !== undefined) item[variable] = text
  }
  if (item['container-title-short'] === item['container-title']) delete item['container-title-short']
  if (BOOK_LIKE.has(type) && !PART_LIKE.has(type)) bookTitles(item, values)
  setDates(item, values)
  const pages = pagesOf(values)
  if (pages !== undefined) item[BOOK_LIKE.has(type) && !PART_LIKE.has(type) ? 'number-of-pages' : 'page'] = pages
  setIdentifiers(item, values, BOOK_LIKE.has(type))
  const keywords = values.get('KW')
  if (keywords !== undefined) item.keyword = keywords.join(', ')
  return item
}

/** Of a whole book `T2` is the series, and `BT` the book itself. */
function bookTitles(item: CslItem, values: RisValues): void {
  const series = first(values, ['T2', 'T3'])
  const title = item.title ?? first(values, ['BT'])
  if (title !== undefined) item.title = title
  delete item['container-title']
  delete item['container-title-short']
  if (series !== undefined) item['collection-title'] = series
}

function setDates(item: CslItem, values: RisValues): void {
  const year = first(values, ['PY', 'Y1'])
  const day = first(values, ['DA'])
  const issued = parseDate(year ?? day ?? '')
  const finer = day === undefined ? undefined : parseDate(day)
  const sameYear = finer?.['date-parts']?.[0]?.[0] === issued?.['date-parts']?.[0]?.[0]
  const isFiner = sameYear && (finer?.['date-parts']?.[0]?.length ?? 0) > (issued?.['date-parts']?.[0]?.length ?? 0)
  const best = isFiner ? finer : issued
  if (best !== undefined) item.issued = best
  const accessed = parseDate(first(values, ['Y2']) ?? '')
  if (accessed !== undefined) item.accessed = accessed
}

function pagesOf(values: RisValues): string | undefined {
  const start = first(values, ['SP'])
  const end = first(values, ['EP'])
  if (start === undefined) return end
  return end === undefined || start.includes('-') || start === end ? start.replace(/[‐-―−]/g, '-') : `${start}-${end}`
}

function setIdentifiers(item: CslItem, values: RisValues, isBook: boolean): void {
  const doi = first(values, ['DO', 'DI']) ?? (/^10\.\d{4,9}\//.test(item.genre ?? '') ? item.genre : undefined)
  if (doi !== undefined) item.DOI = doi.replace(/^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s?)/i, '')
  if (item.genre !== undefined && item.genre === doi) delete item.genre
  const url = first(values, ['UR', 'L2', 'LK'])
  if (url !== undefined) item.URL = url
  const serial = first(values, ['SN'])
  if (serial === undefined) return
  const digits = serial.replace(/[^\dXx]/g, '')
  if (digits.length === 8) item.ISSN = serial
  else if (isBook || digits.length >= 10) item.ISBN = serial
  else item.ISSN = serial
}

/** `Family, Given, Suffix`; without a comma it is a body's name, or one that nobody took apart. */
function nameOf(text: string): CslName | undefined {
  const [family = '', given = '', ...suffix] = text.split(',').map((part) => part.trim())
  if (!text.includes(',') || (given === '' && suffix.length === 0)) {
    const literal = text.replace(/,$/, '').trim()
    return literal === '' ? undefined : { literal }
  }
  const name: CslName = {}
  if (family !== '') name.family = family
  if (given !== '') name.given = given
  const rest = suffix.filter((part) => part !== '').join(', ')
  if (rest !== '') name.suffix = rest
  return Object.keys(name).length > 0 ? name : undefined
}

function first(values: RisValues, tags: readonly string[]): string | undefined {
  for (const tag of tags) {
    const value = values.get(tag)?.find((text) => text !== '')
    if (value !== undefined) return value
  }
  return undefined
}
