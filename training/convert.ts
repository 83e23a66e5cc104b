import type { GoldReference } from '../evaluation/references/gold.ts'
import type { Field } from '../src/reference-parser/labels.ts'
import { trimmed } from '../src/reference-parser/strings.ts'
import type { Example, FieldSpan } from './example.ts'
import { mended } from './linkedbooks.ts'

/** The labels of the sources that mean one of our fields whatever they cover; the rest is decided below or left outside. */
const plainLabels: Readonly<Record<string, Field>> = {
  author: 'author',
  collaboration: 'author',
  editor: 'editor',
  translator: 'translator',
  title: 'title',
  'title-a': 'title',
  'title-j': 'journal',
  journal: 'journal',
  'container-title': 'container',
  'title-s': 'collection',
  'collection-title': 'collection',
  series: 'collection',
  publisher: 'publisher',
  organisation: 'publisher',
  place: 'place',
  location: 'place',
  publicationplace: 'place',
  date: 'date',
  year: 'date',
  volume: 'volume',
  tomo: 'volume',
  issue: 'issue',
  page: 'page',
  pages: 'page',
  pagination: 'page',
  edition: 'edition',
  genre: 'genre',
  medium: 'genre',
  note: 'note',
  publicationspecifications: 'note',
  numbered_ref: 'note',
  ref: 'note',
  cartulation: 'note',
  column: 'note',
  url: 'url',
  doi: 'doi',
  isbn: 'isbn',
  arxiv: 'id',
  idno: 'id',
  pmid: 'id',
  pmc: 'id',
  issn: 'id',
  'citation-number': 'number',
}

const roleLead = /^(?:in|dans)\s?:?\s+/i
const roleTail = /[\s,(]+(?:eds?|editors?|hrsg|hg|dirs?|éds?|coords?|orgs?|trans|a\s+cura\s+di)\.?\s*\)?[\s.,:;]*$/i
const numberLead =
  /^[\s([]*(?:volumes?|voll?|v|bd|band|tome|tom|t|jg|numbers?|nos?|nr|n|№|issues?|iss|heft|h|fasc|pages?|pp|p|pagg|pag|pgs?|s|ss|c|cc|第)(?![\p{L}])[\s.:°º]*/iu
const containerLead = /^(?:in|dans|im)\s?:?\s+(?=[\p{Lu}\d"“«])/u

/** The part of a labelled span that is the field itself: edge marks, "In", "vol.", "pp.", "(eds.)" stay outside. */
function core(text: string, field: Field, start: number, end: number): readonly [number, number] {
  let [from, to] = [start, end]
  const cut = (lead: RegExp): void => {
    const found = lead.exec(text.slice(from, to))
    if (found !== null && found[0].length < to - from) from += found[0].length
  }
  if (field === 'editor' || field === 'translator' || field === 'author') {
    cut(roleLead)
    const tail = roleTail.exec(text.slice(from, to))
    if (tail !== null && tail.index > 2) to = from + tail.index
  }
  if (field === 'volume' || field === 'issue' || field === 'page')
    for (let round = 0; round < 2; round++) cut(numberLead)
  if (field === 'container' || field === 'journal') cut(containerLead)
  const whole = to
  ;[from, to] = trimmed(text, from, to)
  // the dot of a last initial or of "al." belongs to the names
  if (
    (field === 'author' || field === 'editor') &&
    text[to] === '.' &&
    to < whole &&
    /(?:\b\p{Lu}|\bal)$/u.test(text.slice(Math.max(0, to - 3), to))
  )
    to++
  return [from, to]
}

const issueMark = /(?:\bn(?:o|r|os|um)?\b\.?\s?|n°\s?|№\s?|\bissue\s|\bheft\s|\bfasc\.?\s|\bh\.\s)/i

/** A volume span that holds the issue too, and perhaps pages: `Vol. 5, No. 3`, `12(4):`, `58(1):267–288`. */
function volumeParts(text: string, start: number, end: number): FieldSpan[] {
  const dated = /^\s*((?:19|20)\d\d)\s?;\s?(?=\d)/.exec(text.slice(start, end))
  if (dated !== null) {
    const at = start + text.slice(start, end).indexOf(dated[1] as string)
    return [{ field: 'date', start: at, end: at + 4 }, ...volumeParts(text, start + dated[0].length, end)]
  }
  const span = text.slice(start, end)
  const bracket =
    /^(\D{0,10}?)([\dA-Z]{1,6}|[IVXLC]{1,7})\s?[([]\s?((?:\d|suppl|pt)[^()[\]]{0,14}|[A-Z])\s?[)\]](?:\s?:\s?([A-Z]?\d+(?:\s?[-–]\s?\d+)?))?[\s.,:;]*$/i.exec(
      span,
    )
  if (bracket !== null) {
    const at = (bracket[1] as string).length
    const issueAt = span.indexOf(bracket[3] as string, at + (bracket[2] as string).length)
    const found: FieldSpan[] = [
      { field: 'volume', start: start + at, end: start + at + (bracket[2] as string).length },
      { field: 'issue', start: start + issueAt, end: start + issueAt + (bracket[3] as string).length },
    ]
    if (bracket[4] !== undefined) {
      const pageAt = span.lastIndexOf(bracket[4])
      found.push({ field: 'page', start: start + pageAt, end: start + pageAt + bracket[4].length })
    }
    return found
  }
  const marked = issueMark.exec(span)
  const head = marked === null ? '' : span.slice(0, marked.index)
  if (marked !== null && /\d|[IVX]/.test(head)) {
    const volume = core(text, 'volume', start, start + marked.index)
    const issue = core(text, 'issue', start + marked.index, end)
    return [span_('volume', volume), span_('issue', issue)]
  }
  if (marked !== null && marked.index < 2) return [span_('issue', core(text, 'issue', start, end))]
  const pair = /^(\D{0,8}?)(\d{1,4})\s?[:.,/]\s?(\d{1,3}(?:[-–/]\d{1,3})?)[\s.,:;]*$/.exec(span)
  if (pair !== null && !/^\s*\d+\s?\/\s?\d+/.test(span)) {
    const at = start + (pair[1] as string).length
    const issueAt = start + span.lastIndexOf(pair[3] as string)
    return [
      { field: 'volume', start: at, end: at + (pair[2] as string).length },
      { field: 'issue', start: issueAt, end: issueAt + (pair[3] as string).length },
    ]
  }
  return [span_('volume', core(text, 'volume', start, end))]
}

function span_(field: Field, [start, end]: readonly [number, number]): FieldSpan {
  return { field, start, end }
}

/** Turns a gold reference into an example in our labels; `places` are those of LinkedBooks (`placesOf`). */
export function convert(reference: GoldReference, places: ReadonlySet<string>): Example {
  const { raw, source, gold } = reference
  const labels = source.startsWith('linked') ? mended(reference.labels ?? [], places) : (reference.labels ?? [])
  const hasArticle = labels.some(([label]) => label === 'title-a')
  const isJournal = gold.volume !== undefined || gold.type === 'article-journal'
  const spans: FieldSpan[] = []
  let at = 0
  for (const [label, text] of labels) {
    const start = at
    at += text.length
    const field = fieldFor(label, text, { hasArticle, isJournal, source })
    if (field === undefined) continue
    if (field === 'volume') spans.push(...volumeParts(raw, start, at))
    else spans.push(span_(field, core(raw, field, start, at)))
  }
  return { text: raw, spans: spans.filter(({ start, end }) => end > start), source }
}

interface Context {
  readonly hasArticle: boolean
  readonly isJournal: boolean
  readonly source: string
}

function fieldFor(label: string, text: string, context: Context): Field | undefined {
  if (label === 'title-m') return context.hasArticle ? 'container' : 'title'
  if (label === 'source') return context.isJournal ? 'journal' : 'container'
  if (label === 'elocation') return /10\.\d{4}/.test(text) ? 'doi' : 'page'
  const field = plainLabels[label]
  // LinkedBooks calls everybody an author
  if (field === 'author' && context.source.startsWith('linked')) {
    if (/^\W*(?:a\s?c(?:ura|\.)|cur\.|ed\.|édité|éd\.|hrsg|herausg|edited|pubbl|publié)/i.test(text)) return 'editor'
    if (/^\W*(?:trad|trans|übers)/i.test(text)) return 'translator'
  }
  if (field === 'page' && /^\W*(?:[xvil]+\W{1,3})?\d{2,4}\s?(?:pp?|pages|pág|S|стр|с)\.?\W*$/i.test(text))
    return 'extent'
  if (field === 'note' && /^\W*\d{1,2}(?:st|nd|rd|th|ª|e|a)?\.?\s?(?:ed|éd|aufl)/i.test(text)) return 'edition'
  if (field === 'note' && /thesis|dissertation|thèse|\bdiss\b/i.test(text)) return 'genre'
  if (field === 'url' && /^\W*(?:doi\W{1,3})?10\.\d{4,}/i.test(text)) return 'doi'
  return field
}
