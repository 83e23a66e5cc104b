import type { CslDate, CslItem, CslName } from '../../model/csl.ts'
import { parseDate } from './dates.ts'

const NAME_VARIABLES: ReadonlySet<string> = new Set([
  'author', 'editor', 'translator', 'container-author', 'collection-editor', 'director', 'interviewer', 'recipient',
  'reviewed-author', 'composer', 'illustrator', 'original-author', 'editorial-director', 'curator', 'guest', 'host',
  'chair', 'compiler', 'contributor', 'producer', 'narrator', 'organizer', 'performer', 'script-writer', 'series-creator',
]) // biome-ignore format: a table
const DATE_VARIABLES: ReadonlySet<string> = new Set([
  'issued', 'accessed', 'original-date', 'submitted', 'event-date', 'available-date',
]) // biome-ignore format: a table

/**
 * A CSL item of any well-formed JSON or YAML value: names and dates in shape, other variables as strings, what cannot be
 * read left out. Crossref's arrays for single values (`title: ["…"]`) are read as their first element.
 */
export function itemOf(value: Readonly<Record<string, unknown>>, key: string): CslItem {
  const type = textOf(value.type)
  const item: CslItem = { id: key, type: CROSSREF_TYPES.get(type ?? '') ?? type ?? 'document' }
  for (const [name, content] of Object.entries(value)) {
    if (name === 'id' || name === 'type' || name === '__proto__' || content === null || content === undefined) continue
    const variable = VARIABLE_ALIASES.get(name) ?? name
    if (NAME_VARIABLES.has(variable)) {
      const names = namesOf(content)
      if (names.length > 0) item[variable] = names
    } else if (DATE_VARIABLES.has(variable)) {
      const date = dateOf(content)
      if (date !== undefined) item[variable] = date
    } else if (variable === 'custom') {
      if (isRecord(content)) item.custom = { ...content }
    } else {
      const text = textOf(content)
      if (text !== undefined && item[variable] === undefined) item[variable] = text
    }
  }
  return item
}

/** Old and Crossref's names of CSL variables. */
const VARIABLE_ALIASES: ReadonlyMap<string, string> = new Map([
  ['shortTitle', 'title-short'],
  ['journalAbbreviation', 'container-title-short'],
  ['doi', 'DOI'],
  ['url', 'URL'],
  ['isbn', 'ISBN'],
  ['issn', 'ISSN'],
])

const CROSSREF_TYPES: ReadonlyMap<string, string> = new Map([
  ['journal-article', 'article-journal'],
  ['book-chapter', 'chapter'],
  ['proceedings-article', 'paper-conference'],
  ['posted-content', 'article'],
  ['monograph', 'book'],
  ['edited-book', 'book'],
  ['dissertation', 'thesis'],
])

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (typeof value === 'boolean') return String(value)
  return Array.isArray(value) && value.length > 0 && !Array.isArray(value[0]) ? textOf(value[0]) : undefined
}

function namesOf(value: unknown): CslName[] {
  const list = Array.isArray(value) ? value : [value]
  const names: CslName[] = []
  for (const name of list) {
    if (typeof name === 'string' && name.trim() !== '') names.push({ literal: name.trim() })
    if (!isRecord(name)) continue
    const read: CslName = {}
    for (const part of NAME_PARTS) {
      const text = textOf(name[part])?.trim()
      if (text !== undefined && text !== '') read[part] = text
    }
    const literal = textOf(name.name)?.trim()
    if (read.family === undefined && read.literal === undefined && literal !== undefined) read.literal = literal
    if (Object.keys(read).length > 0) names.push(read)
  }
  return names
}

const NAME_PARTS = ['family', 'given', 'dropping-particle', 'non-dropping-particle', 'suffix', 'literal'] as const

function dateOf(value: unknown): CslDate | undefined {
  if (typeof value === 'string' || typeof value === 'number') return parseDate(String(value))
  // pandoc's YAML: `issued: {year: 2020, month: 5}`, also in a list of one or two
  if (Array.isArray(value)) {
    const dates = value
      .slice(0, 2)
      .map(dateOf)
      .filter((date) => date !== undefined)
    const parts = dates.flatMap((date) => date['date-parts'] ?? [])
    return parts.length > 0 ? { ...dates[0], 'date-parts': parts } : dates[0]
  }
  if (!isRecord(value)) return undefined
  const date: CslDate = {}
  const parts = partsOf(value['date-parts']) ?? partsOf([[value.year, value.month, value.day]])
  if (parts !== undefined) date['date-parts'] = parts
  const raw = textOf(value.raw)
  const literal = textOf(value.literal)
  if (raw !== undefined) {
    const read = parts === undefined ? parseDate(raw) : undefined
    if (read?.['date-parts'] !== undefined) date['date-parts'] = read['date-parts']
    date.raw = raw
  }
  if (literal !== undefined) date.literal = literal
  if (typeof value.season === 'string' || typeof value.season === 'number') date.season = value.season
  if (value.circa !== undefined && value.circa !== null && value.circa !== false) date.circa = true
  return Object.keys(date).length > 0 ? date : undefined
}

function partsOf(value: unknown): number[][] | undefined {
  if (!Array.isArray(value)) return undefined
  const dates: number[][] = []
  for (const date of value.slice(0, 2)) {
    const numbers: number[] = []
    for (const part of Array.isArray(date) ? date.slice(0, 3) : [date]) {
      const number = part === null || part === '' ? Number.NaN : Number(part)
      if (!Number.isInteger(number)) break
      numbers.push(number)
    }
    if (numbers.length > 0) dates.push(numbers)
  }
  return dates.length > 0 ? dates : undefined
}

/** Where the items of a CSL file stand: the file itself, or a list under one of these names. */
export const LIST_NAMES = ['references', 'items', 'message'] as const
