import type { CslItem, CslName } from '../../../src/model/csl.ts'
import type { Field } from '../../../src/reference-parser/labels.ts'
import { trimmed } from '../../../src/reference-parser/strings.ts'
import type { Example, FieldSpan } from '../../example.ts'
import { type RegionKind, roles, type Unmarked, unmark } from './marks.ts'

/** Reads the marks of a rendered entry into spans; undefined where a span does not hold its value. */
export function exampleOf(rendered: string, item: CslItem): Example | undefined {
  const entry = unmark(rendered)
  const spans: FieldSpan[] = []
  for (const { field, start, end } of entry.words) {
    const value = valuesOf(item, field)
    if (!value.some((one) => fold(one) === fold(entry.text.slice(start, end)))) return undefined
    spans.push({ field, start, end })
  }
  for (const one of entry.regions) {
    const span = readers[one.kind](entry, one, item)
    if (span === undefined) return undefined
    if (span !== 'nothing') spans.push(span)
  }
  for (const { kind, start, end } of entry.terms) if (kind === 'no date') spans.push({ field: 'date', start, end })
  spans.push(...people(entry, item, spans))
  spans.sort((left, right) => left.start - right.start || left.end - right.end)
  if (spans.some(({ start, end }, index) => end <= start || start < (spans[index - 1]?.end ?? 0))) return undefined
  if (!spans.some(({ field }) => field === 'title' || field === 'journal' || field === 'container')) return undefined
  return { text: entry.text, spans, source: 'synthetic' }
}

const variablesOf: Partial<Record<Field, readonly string[]>> = {
  title: ['title'],
  journal: ['container-title'],
  container: ['container-title', 'event', 'event-title'],
  collection: ['collection-title'],
  publisher: ['publisher'],
  place: ['publisher-place'],
  genre: ['genre', 'medium'],
  archive: ['archive'],
}

function valuesOf(item: CslItem, field: Field): string[] {
  return (variablesOf[field] ?? []).map((variable) => item[variable]).filter((value) => typeof value === 'string')
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

interface Place {
  readonly start: number
  readonly end: number
}
type Found = FieldSpan | 'nothing' | undefined
type Read = (entry: Unmarked, place: Place, item: CslItem) => Found

/** The first place in a region that a pattern finds. */
function matching(field: Field, pattern: RegExp): Read {
  return ({ text }, { start, end }) => {
    const found = pattern.exec(text.slice(start, end))
    return found === null
      ? undefined
      : { field, start: start + found.index, end: start + found.index + found[0].length }
  }
}

/** The value as it was given, else the first place that looks like it. */
function asGiven(field: Field, variables: readonly string[], otherwise: RegExp): Read {
  const similar = matching(field, otherwise)
  return (entry, place, item) => {
    const text = entry.text.slice(place.start, place.end)
    for (const variable of variables) {
      const value = item[variable]
      const at = typeof value === 'string' ? text.toLowerCase().indexOf(value.toLowerCase()) : -1
      if (at >= 0) return { field, start: place.start + at, end: place.start + at + (value as string).length }
    }
    return similar(entry, place, item)
  }
}

const never = /(?!)/
const pages = /\p{L}{0,2}\d+(?:\s?[-–—‑−]\s?\p{L}{0,2}\d+)?/u

const readers: Readonly<Record<RegionKind, Read>> = {
  issued: (entry, place) => date('date', entry, place),
  accessed: (entry, place) => date('accessed', entry, place),
  // a letter behind the year belongs to it, one that stands apart to nothing
  'year-suffix': () => 'nothing',
  volume: asGiven('volume', ['volume'], /\d[\d–/-]*|[IVXLCDM]+/),
  issue: asGiven('issue', ['issue'], /\d[\d\s&–/-]*\d|\d+/),
  page: matching('page', pages),
  edition(entry, place, item) {
    const span = asGiven('edition', ['edition'], /\d+/)(entry, place, item)
    if (span === undefined || span === 'nothing') return span
    // the sign of an ordinal and the word "edition" beside the number
    const sign = /^(?:\p{L}{1,3}\b|[ªº°]|\.)+/u.exec(entry.text.slice(span.end, place.end))
    let [start, end] = [span.start, span.end + (sign?.[0].length ?? 0)]
    for (const { kind, ...near } of entry.terms) {
      if (kind !== 'edition') continue
      if (near.start >= end && near.start - end <= 2) end = near.end
      else if (near.end <= start && start - near.end <= 2) start = near.start
    }
    return { field: 'edition', start, end }
  },
  extent: matching('extent', /\d+/),
  number: matching('number', /[\p{L}\d+]+/u),
  id: asGiven('id', ['number', 'PMID', 'PMCID', 'ISSN'], never),
  doi(entry, place, item) {
    const span = asGiven('doi', ['DOI'], never)(entry, place, item)
    if (span === undefined || span === 'nothing') return span
    const before = /https?:\/\/(?:dx\.|www\.)?doi\.org\/$/i.exec(entry.text.slice(0, span.start))
    return { ...span, start: before?.index ?? span.start }
  },
  url: asGiven('url', ['URL'], never),
  isbn: asGiven('isbn', ['ISBN'], never),
}

/** From the first to the last number or month of a date, and the letter that follows a year. */
function date(field: Field, { text, terms }: Unmarked, place: Place): Found {
  const numbers = [...text.slice(place.start, place.end).matchAll(/\d+(?:st|nd|rd|th|er|º)?/g)].map((found) => ({
    start: place.start + found.index,
    end: place.start + found.index + found[0].length,
  }))
  const months = terms.filter(({ kind, start, end }) => kind === 'month' && start >= place.start && end <= place.end)
  const parts = [...numbers, ...months]
  if (parts.length === 0) return 'nothing'
  const start = Math.min(...parts.map((part) => part.start))
  let end = Math.max(...parts.map((part) => part.end))
  if (/\d$/.test(text.slice(start, end)) && /^[a-z](?![\p{L}\p{N}])/u.test(text.slice(end, end + 2))) end++
  return { field, start, end }
}

/** Names of one role that stand together are one span. */
function people(entry: Unmarked, item: CslItem, others: readonly FieldSpan[]): FieldSpan[] {
  const found: FieldSpan[] = []
  for (const role of roles) {
    const names = entry.people.filter((one) => one.role === role).sort((left, right) => left.start - right.start)
    let open: FieldSpan | undefined
    for (const one of names) {
      const name = (item[role] as readonly CslName[])[one.index]
      const place = name === undefined ? one : whole(entry.text, one, name)
      const parted =
        open === undefined || others.some(({ start }) => start >= (open as FieldSpan).end && start < place.start)
      if (parted || open === undefined) {
        if (open !== undefined) found.push(open)
        open = { field: role, start: place.start, end: place.end }
      } else open = { ...open, end: Math.max(open.end, place.end) }
    }
    if (open !== undefined) found.push(open)
  }
  return found.map((span) => {
    // the labelled sources count "et al." among the authors
    const rest = entry.terms.find(({ kind, start }) => kind === 'et-al' && start > span.end && start - span.end <= 4)
    return rest === undefined ? span : { ...span, end: rest.end }
  })
}

/** A family name with the given name or initials beside it. */
function whole(text: string, { start, end }: Place, name: CslName): Place {
  const parts = (name.given ?? '').split(/[\s.\-‐-]+/).filter((part) => part !== '')
  if (parts.length === 0) return { start, end }
  const forms = parts
    .flatMap((part) => [part, part.toUpperCase(), part.slice(0, 2), part[0] as string])
    .map((part) => part.replace(/[^\p{L}\p{N}]/gu, '.'))
  const run = `(?:(?:${forms.join('|')})(?!\\p{Ll})\\.?[\\s\\u00a0‐-]*)+`
  const before = new RegExp(`(?<![\\p{L}\\p{M}])${run}$`, 'u').exec(text.slice(Math.max(0, start - 80), start))
  if (before !== null) return { start: start - before[0].length, end }
  const behind = new RegExp(`^,?[\\s\\u00a0]*${run}(?!\\p{L})`, 'u').exec(text.slice(end, end + 80))
  return behind === null ? { start, end } : { start, end: end + trimmedLength(behind[0]) }
}

function trimmedLength(text: string): number {
  const [, end] = trimmed(text, 0, text.length)
  // the stop of an initial belongs to the name
  return text[end] === '.' && /(?:^|[^\p{L}])\p{Lu}\p{L}?$/u.test(text.slice(0, end)) ? end + 1 : end
}
