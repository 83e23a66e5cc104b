import '@citation-js/plugin-bibtex'
import { plugins } from '@citation-js/core'
import type { CslItem } from '../../model/csl.ts'
import { dateOfParts, parseDate } from '../library/dates.ts'
import { endsWithOthers, parseNames } from './names.ts'
import { decodeTex, foldBlanks, verbatimTex } from './tex.ts'

/** The fields of one entry with macros resolved and parents' fields taken over; names are lower case, TeX untouched. */
export type EntryFields = ReadonlyMap<string, string>

/**
 * What an entry means. citation-js maps types and most fields; names, dates, identifiers, links and places are read here,
 * because citation-js rewrites or drops what their authors wrote (`http://a b`, `Sept.`, `and others`, lists of publishers).
 * Never throws.
 */
export function meaningOf(key: string, entryType: string, fields: EntryFields): CslItem {
  const kind = entryType.toLowerCase()
  const item: CslItem = { ...mapped(TYPE_ALIASES.get(kind) ?? kind, fields), id: key }
  const genre = typeof item.genre === 'string' ? GENRES.get(item.genre) : undefined
  if (genre !== undefined) item.genre = genre
  for (const [variable, names] of NAME_FIELDS) {
    const written = first(fields, names)
    if (written === undefined) continue
    const people = parseNames(written)
    if (people.length > 0) item[variable] = people
    if (variable === 'author' && endsWithOthers(written)) item.custom = { ...item.custom, othersOmitted: true }
  }
  for (const [variable, names] of PLAIN_FIELDS) {
    if (item[variable] !== undefined) continue
    const written = first(fields, names)
    if (written !== undefined) item[variable] = decodeTex(written)
  }
  const pages = fields.get('pages')
  if (pages !== undefined) item.page = decodeTex(pages).replace(/ ?[-‐-―−]+ ?/g, '-')
  if (item.issue === undefined && item['collection-number'] === undefined) {
    const number = fields.get('number')
    if (number !== undefined && item.number === undefined) item.number = decodeTex(number)
  }
  setDates(item, fields)
  setLinks(item, fields)
  setEprint(item, fields)
  return item
}

const TYPE_ALIASES: ReadonlyMap<string, string> = new Map([
  ['proceeding', 'proceedings'],
  ['webpage', 'online'],
  ['website', 'online'],
  ['preprint', 'article'],
  ['journal', 'article'],
  ['conferencepaper', 'inproceedings'],
])

const GENRES: ReadonlyMap<string, string> = new Map([
  ['phdthesis', 'PhD thesis'],
  ['mathesis', 'Master’s thesis'],
  ['techreport', 'Technical report'],
])

/** Fields whose place in CSL depends on the type or on each other: citation-js knows. */
const MAPPED_FIELDS = [
  'title', 'subtitle', 'titleaddon', 'booktitle', 'booksubtitle', 'booktitleaddon', 'maintitle', 'mainsubtitle',
  'journal', 'journaltitle', 'journalsubtitle', 'shortjournal', 'series', 'shortseries', 'volume', 'volumes', 'number',
  'issue', 'edition', 'chapter', 'part', 'note', 'addendum', 'type', 'entrysubtype', 'version', 'language', 'langid',
  'pagetotal', 'numpages', 'eventtitle', 'venue', 'shorttitle', 'origtitle', 'isbn', 'issn', 'pmid', 'pmcid', 'pubstate',
  'eid', 'isrn', 'library',
] as const // biome-ignore format: a table

const NAME_FIELDS = [
  ['author', ['author', 'authors']],
  ['editor', ['editor', 'editors']],
  ['translator', ['translator']],
  ['container-author', ['bookauthor']],
] as const

const PLAIN_FIELDS: readonly (readonly [string, readonly string[]])[] = [
  ['publisher', ['publisher', 'institution', 'school', 'organization']],
  ['publisher-place', ['location', 'address']],
  ['container-title', ['journal', 'journaltitle', 'booktitle']],
  ['title', ['title']],
  ['note', ['note']],
  ['abstract', ['abstract']],
  ['annote', ['annote', 'annotation']],
  ['keyword', ['keywords']],
  ['PMID', ['pmid']],
  ['PMCID', ['pmcid']],
]

/** Signs with a meaning in TeX, hidden from citation-js in values that are no TeX any more. */
const HIDDEN = '\\{}$~'
const FIRST_HIDDEN = 0xf8e0

function mapped(type: string, fields: EntryFields): CslItem {
  const properties: Record<string, string> = {}
  for (const name of MAPPED_FIELDS) {
    const written = fields.get(name)
    const text = written === undefined ? '' : decodeTex(written)
    if (text !== '') properties[name] = text.replace(/[\\{}$~]/g, hide)
  }
  const item: CslItem = { id: '', type: 'document' }
  try {
    const items = plugins.input.data([{ type, label: 'x', properties }], '@biblatex/entries+list')
    for (const [variable, value] of Object.entries((items as readonly object[])[0] ?? {})) {
      if (typeof value === 'string') item[variable] = foldBlanks(value.replace(/[\uf8e0-\uf8e4]/g, show))
    }
  } catch {
    // what citation-js does not understand is read from PLAIN_FIELDS
  }
  delete item['citation-key']
  return item
}

function hide(sign: string): string {
  return String.fromCharCode(FIRST_HIDDEN + HIDDEN.indexOf(sign))
}

function show(sign: string): string {
  return HIDDEN[sign.charCodeAt(0) - FIRST_HIDDEN] as string
}

function setDates(item: CslItem, fields: EntryFields): void {
  const date = fields.get('date')
  const year = fields.get('year')
  const month = (fields.get('month') ?? '').replaceAll('\\', ' ')
  const issued =
    date !== undefined && date.trim() !== ''
      ? parseDate(decodeTex(date))
      : dateOfParts(decodeTex(year ?? ''), decodeTex(month), fields.get('day'))
  if (issued !== undefined) item.issued = issued
  const accessed = parseDate(decodeTex(first(fields, ['urldate', 'lastchecked', 'lastaccessed', 'accessed']) ?? ''))
  const noted = accessed ?? accessDateIn(item.note) ?? accessDateIn(decodeTex(fields.get('howpublished') ?? ''))
  if (noted !== undefined) item.accessed = noted
  for (const [variable, name] of [
    ['original-date', 'origdate'],
    ['event-date', 'eventdate'],
  ] as const) {
    const other = parseDate(decodeTex(fields.get(name) ?? ''))
    if (other !== undefined) item[variable] = other
  }
}

const ACCESSED = /(?:accessed|retrieved|visited|дата обращения|қаралған күні)(?: on)?:? ?([\p{L}\d.,/ -]{4,40})/iu

function accessDateIn(note: unknown): CslItem['accessed'] | undefined {
  if (typeof note !== 'string') return undefined
  const found = ACCESSED.exec(note.slice(0, 500))?.[1]
  if (found === undefined) return undefined
  const date = parseDate(found.trim().replace(/[.,]$/, ''))
  return date?.['date-parts'] === undefined ? undefined : date
}

const LINK = /\\url\s?\{([^{}]{1,2000})\}|https?:\/\/[^\s{}]{1,2000}/i

function setLinks(item: CslItem, fields: EntryFields): void {
  const doi = fields.get('doi')
  if (doi !== undefined && doi.trim() !== '') item.DOI = verbatimTex(doi).replace(DOI_PREFIX, '')
  const url = fields.get('url')
  const published = fields.get('howpublished')
  if (url !== undefined && url.trim() !== '') item.URL = verbatimTex(url)
  else item.URL = linkIn(published) ?? linkIn(fields.get('note')) ?? ''
  if (item.URL === '') delete item.URL
  if (published !== undefined && linkIn(published) === undefined && item.note === undefined) {
    const text = decodeTex(published)
    if (text !== '') item.note = text
  }
}

const DOI_PREFIX = /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s?)/i

function linkIn(value: string | undefined): string | undefined {
  const found = value === undefined ? null : LINK.exec(value.slice(0, 5000))
  if (found === null) return undefined
  return found[1] === undefined ? verbatimTex(found[0]).replace(/[.,;)]$/, '') : verbatimTex(found[1])
}

/** `eprint` with its archive: arXiv numbers go where CSL has them, PubMed's to PMID. */
function setEprint(item: CslItem, fields: EntryFields): void {
  const eprint = verbatimTex(fields.get('eprint') ?? '')
  if (eprint === '') return
  const archive = decodeTex(first(fields, ['eprinttype', 'archiveprefix']) ?? '')
  if (/^(?:pubmed|pmid)$/i.test(archive)) {
    item.PMID ??= eprint
    return
  }
  const isArxiv =
    /^arxiv$/i.test(archive) ||
    /^(?:arxiv:)?(?:\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,3})?$/i.test(eprint)
  if (!isArxiv && archive === '') return
  item.archive = isArxiv ? 'arXiv' : archive
  item.archive_location = eprint.replace(/^arxiv:\s?/i, '')
}

function first(fields: EntryFields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields.get(name)
    if (value !== undefined && value.trim() !== '') return value
  }
  return undefined
}
