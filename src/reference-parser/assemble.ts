import type { CslItem, CslName } from '../model/csl.ts'
import type { ParsedField, ParsedReference } from '../model/parser.ts'
import { readDate } from './dates.ts'
import { looseIdentifiers, readDoi, readUrl } from './identifiers.ts'
import type { Field } from './labels.ts'
import { languageOf } from './language.ts'
import { readNumber, readPages, splitVolume } from './locators.ts'
import { people } from './people.ts'
import { regrouped } from './regrouped.ts'
import { isQuoted, mended, rescue } from './rescue.ts'
import type { Run } from './runs.ts'
import { seamless } from './seams.ts'
import { healed, trimmed } from './strings.ts'
import { typeOf } from './types.ts'

interface Draft {
  readonly text: string
  readonly csl: CslItem
  readonly fields: ParsedField[]
  journal: boolean
}

type Step = (draft: Draft, run: Run) => void

/** Text of a run without the marks around it, and the field that it becomes. */
function plain(variable: string, read: (text: string) => string = healed): Step {
  return (draft, run) => {
    const [start, end] = trimmed(draft.text, run.start, run.end)
    if (end <= start || draft.csl[variable] !== undefined) return
    const value = read(draft.text.slice(start, end))
    if (value === '') return
    draft.csl[variable] = value
    draft.fields.push({ field: variable, start, end, confidence: run.confidence })
  }
}

/** GOST R 7.0.100 and its neighbours write behind the title what the work is kept on. */
const medium =
  'electronic resource|электронный ресурс|електронний ресурс|электрондық ресурс|elektron(?:nyi|nyy|nyj)? resurs|текст|text'
const mediumBehind = new RegExp(`\\s*\\[\\s?(?:${medium})\\s?\\]\\s*$`, 'iu')
const mediumAlone = new RegExp(`^[\\s[]*(?:${medium})[\\s\\]]*$`, 'iu')

function withoutMedium(text: string, { start, end }: Run): string {
  const title = text.slice(start, end)
  return title.endsWith(']') ? title.replace(mediumBehind, '') : title
}

const containerLead =
  /^(?:in|dans|im|в\s+кн|в\s+сб|у\s+кн|у\s+зб|в\s+книге|кітапта|见|載|in\s+the\s+proceedings\s+of)\s?[.:：]\s*|^(?:in|dans)\s+(?=\p{Lu}|\d)|^(?:(?:paper|poster)\s+)?presented\s+(?:at|in)\s+(?:the\s+)?/iu

function container(journal: boolean): Step {
  return (draft, run) => {
    const [start, end] = trimmed(draft.text, run.start, run.end)
    const lead = containerLead.exec(draft.text.slice(start, end))
    const [from, to] = trimmed(draft.text, start + (lead?.[0].length ?? 0), end)
    if (to <= from || draft.csl['container-title'] !== undefined) return
    draft.csl['container-title'] = healed(draft.text.slice(from, to))
    draft.journal ||= journal
    draft.fields.push({ field: 'container-title', start: from, end: to, confidence: run.confidence })
  }
}

function persons(variable: 'author' | 'editor' | 'translator'): Step {
  return (draft, run) => {
    const read = people(draft.text.slice(run.start, run.end))
    if (read.names.length === 0) return
    const [start, end] = trimmed(draft.text, run.start, run.end)
    const role =
      variable === 'author' && draft.csl.author === undefined && isEditorial(draft.text, run.end) ? 'editor' : variable
    const known = (draft.csl[role] as CslName[] | undefined) ?? []
    draft.csl[role] = united(known, read.names)
    if (read.others && variable === 'author') draft.csl.custom = { ...draft.csl.custom, 'author-others': true }
    draft.fields.push({ field: role, start, end, confidence: run.confidence })
  }
}

/** `(eds.)` right behind the names. */
function isEditorial(text: string, end: number): boolean {
  return /^[\s,.(]{0,3}(?:eds?|editors?|hrsg|hgg?)\b/i.test(text.slice(end, end + 12))
}

/** GOST names people twice, before the title and after `/`: the fuller list stands. People in another script are the same ones. */
function united(known: readonly CslName[], more: readonly CslName[]): CslName[] {
  if (known.length === 0) return [...more]
  const families = new Set(known.map(familyOf))
  const shared = more.filter((name) => families.has(familyOf(name))).length
  if (shared > 0) return [...(more.length > known.length ? more : known)]
  const script = /\p{Script=Latin}/u
  return script.test(familyOf(known[0] as CslName)) === script.test(familyOf(more[0] as CslName))
    ? [...known, ...more]
    : [...known]
}

function familyOf(name: CslName): string {
  return (name.family ?? name.literal ?? '').toLowerCase()
}

function date(draft: Draft, run: Run): void {
  const read = readDate(draft.text.slice(run.start, run.end))
  if (read === undefined) return
  const [start, end] = trimmed(draft.text, run.start, run.end)
  const known = draft.csl.issued?.['date-parts']?.[0]
  const parts = read.date['date-parts']?.[0]
  if (known !== undefined) {
    if (parts === undefined) return
    const index = draft.fields.findIndex(({ field }) => field === 'issued')
    // a second date of the same year may say more, one of another year may be the surer one
    const fuller = parts[0] === known[0] && parts.length > known.length
    const before = draft.fields[index] as ParsedField
    // a year in a quoted title is that of the book which the title is about
    const quoted = isQuoted(draft.text, before.start) && !isQuoted(draft.text, start)
    const surer = parts[0] !== known[0] && (quoted || run.confidence > before.confidence + 0.1)
    if (!fuller && !surer) return
    draft.csl.issued = read.date
    if (surer) draft.fields[index] = { field: 'issued', start, end, confidence: run.confidence }
    return
  }
  if (draft.csl.issued !== undefined && parts === undefined) return
  draft.csl.issued = read.date
  if (read.suffix !== undefined) draft.csl['year-suffix'] = read.suffix
  if (read.original !== undefined) draft.csl['original-date'] = { 'date-parts': [[read.original]] }
  draft.fields.push({ field: 'issued', start, end, confidence: run.confidence })
}

function accessed(draft: Draft, run: Run): void {
  const read = readDate(draft.text.slice(run.start, run.end))
  if (read === undefined || draft.csl.accessed !== undefined) return
  const [start, end] = trimmed(draft.text, run.start, run.end)
  draft.csl.accessed = read.date
  draft.fields.push({ field: 'accessed', start, end, confidence: run.confidence })
}

/** «Вып.», «шығарылым»: the issue of a journal, the volume of a book series. */
const partMark = /(?:вып|вип|шығ)\p{L}*\.?\s*$/iu

function issue(draft: Draft, run: Run): void {
  const part = !draft.journal && partMark.test(draft.text.slice(Math.max(0, run.start - 12), run.start))
  plain(part && draft.csl.volume === undefined ? 'volume' : 'issue', readNumber)(draft, widened(draft.text, run))
}

/** Letters that scanning makes of digits and that touch the number: `№ l2`. */
function widened(text: string, run: Run): Run {
  let { start, end } = run
  while (start > 0 && 'lIOОоoЗБS'.includes(text[start - 1] as string)) start--
  while (end < text.length && 'lIOОоoЗБ'.includes(text[end] as string)) end++
  // a letter that another word lends is none of the number
  if (/\p{L}/u.test(text[start - 1] ?? '') || /\p{L}/u.test(text[end] ?? '')) return run
  return { ...run, start, end }
}

function volume(draft: Draft, run: Run): void {
  if (
    draft.journal &&
    draft.csl.issue === undefined &&
    partMark.test(draft.text.slice(Math.max(0, run.start - 12), run.start))
  ) {
    plain('issue', readNumber)(draft, widened(draft.text, run))
    return
  }
  plain('volume', readNumber)(draft, widened(draft.text, run))
  if (draft.csl.volume === undefined) return
  // `13 (October` takes the month along
  draft.csl.volume = draft.csl.volume.replace(/(?<=\d)\s?[([]\p{L}[\p{L}.]*(?:\s\d+)?$/u, '')
  if (draft.csl.issue !== undefined) return
  const split = splitVolume(draft.csl.volume)
  draft.csl.volume = split.volume
  if (split.issue !== undefined) draft.csl.issue = readNumber(split.issue)
}

function link(draft: Draft, run: Run): void {
  const text = draft.text.slice(run.start, run.end)
  const doi = readDoi(text)
  const place = { start: run.start, end: run.end, confidence: run.confidence }
  if (doi !== undefined && (run.field === 'doi' || /doi\.org|^\W*10\./i.test(text))) {
    if (draft.csl.DOI !== undefined) return
    draft.csl.DOI = doi
    draft.fields.push({ field: 'DOI', ...place })
    return
  }
  if (run.field === 'doi' || draft.csl.URL !== undefined || !/[./]\w/.test(text)) return
  draft.csl.URL = readUrl(text)
  draft.fields.push({ field: 'URL', ...place })
}

function extent(draft: Draft, run: Run): void {
  const pages = /\d+/.exec(draft.text.slice(run.start, run.end))
  if (pages === null || draft.csl['number-of-pages'] !== undefined) return
  draft.csl['number-of-pages'] = pages[0]
  const start = run.start + pages.index
  draft.fields.push({ field: 'number-of-pages', start, end: start + pages[0].length, confidence: run.confidence })
}

function genre(draft: Draft, run: Run): void {
  // [J], [M], [D] say the type and are no words of a genre
  if (/^\W*[A-Z]{1,2}(?:\/+[A-Z]{1,3})?\W*$/.test(draft.text.slice(run.start, run.end))) return
  plain('genre')(draft, run)
}

const steps: Readonly<Record<Field, Step>> = {
  author: persons('author'),
  editor: persons('editor'),
  translator: persons('translator'),
  title: (draft, run) => plain('title')(draft, { ...run, end: run.start + withoutMedium(draft.text, run).length }),
  'translated-title': (draft, run) => {
    if (!mediumAlone.test(draft.text.slice(run.start, run.end))) plain('translated-title')(draft, run)
  },
  journal: container(true),
  container: container(false),
  collection: plain('collection-title'),
  publisher: plain('publisher'),
  place: plain('publisher-place'),
  date,
  volume,
  issue,
  page: plain('page', readPages),
  extent,
  edition: plain('edition'),
  genre,
  note: plain('note'),
  url: link,
  doi: link,
  isbn: () => {},
  id: plain('number'),
  number: () => {},
  accessed,
  archive: plain('archive'),
}

/** Turns the labelled runs of a reference into CSL-JSON; null where they carry neither a title, nor people, nor a container. */
export function assemble(text: string, runs: readonly Run[]): ParsedReference | null {
  const draft: Draft = { text, csl: { id: '', type: '' }, fields: [], journal: false }
  for (const run of seamless(text, regrouped(text, mended(text, runs)))) steps[run.field](draft, run)
  const { csl, fields } = draft
  rescue(draft)
  if ([csl.title, csl.author, csl.editor, csl['container-title'], csl.archive].every((value) => value === undefined))
    return null
  const { arxiv, ...identifiers } = looseIdentifiers(text)
  Object.assign(csl, identifiers)
  if (arxiv !== undefined) csl.custom = { ...csl.custom, arxiv }
  const evidence = provenance.filter((field) => csl[field] !== undefined).length
  if (evidence === 0 && csl.author === undefined) return null
  // a place or a publisher alone, without a year, may be any word of a sentence
  const hardly = evidence === 0 || (csl.issued === undefined && isThin(csl))
  const language = languageOf(csl.title ?? text)
  const mean = fields.reduce((sum, field) => sum + field.confidence, 0) / Math.max(1, fields.length)
  return {
    csl: { ...csl, id: '', type: typeOf(csl, text, draft.journal), language },
    fields: fields.sort((a, b) => a.start - b.start || a.end - b.end),
    confidence: hardly ? mean * bare : mean,
    language,
  }
}

/** Any of these tells a reference from a sentence. */
const provenance = [
  'issued',
  'DOI',
  'URL',
  'ISBN',
  'volume',
  'page',
  'publisher',
  'publisher-place',
  'container-title',
  'archive',
]

function isThin(csl: CslItem): boolean {
  const named = csl.author !== undefined || csl.editor !== undefined
  // a sentence with a date in it reads like a title, its last words like a publisher and a place
  const isDatedInside = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.test(csl.title ?? '')
  if (named && !isDatedInside && csl.publisher !== undefined && csl['publisher-place'] !== undefined) return false
  return [...provenance, 'number-of-pages', 'edition'].every(
    (field) => csl[field] === undefined || field.startsWith('publisher'),
  )
}

/** How much of the confidence stays where names and a title are all there is. */
const bare = 0.4
