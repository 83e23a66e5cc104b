import type { CslItem } from '../model/csl.ts'
import type { ParsedField } from '../model/parser.ts'
import type { Field } from './labels.ts'
import { headings } from './lexicons/headings.ts'
import { months } from './lexicons/months.ts'
import { isCorporate, isInitials, isParticle } from './person.ts'
import type { Run } from './runs.ts'
import { healed, trimmed } from './strings.ts'
import { unsigned } from './unsigned.ts'

/** What labels left undone: a reference as it is put together. */
export interface Unfinished {
  readonly text: string
  readonly csl: CslItem
  readonly fields: ParsedField[]
  readonly journal: boolean
}

/** How far a value is believed that no label found. */
const rescued = 0.5

/** Runs as the text around them has them: names whole, `vol. 1672` no year, `no. 13` no volume. */
export function mended(text: string, runs: readonly Run[]): Run[] {
  const joined = unsigned(text, rejoined(text, runs))
  const has = (field: Field): boolean => joined.some((run) => run.field === field)
  const hasIssue = has('issue')
  const hasJournal = has('journal')
  const isDouble = !has('volume') && joined.filter(({ field }) => field === 'page').length > 1
  return joined.map((run, index) => {
    // `Journal of Water 338-340 (June): 262–265`: a double volume before the pages
    if (isDouble && run.field === 'page' && joined[index - 1]?.field === 'journal') return { ...run, field: 'volume' }
    if (run.field !== 'date' && run.field !== 'volume') return run
    const before = text.slice(Math.max(0, run.start - 10), run.start)
    const number = text.slice(run.start, run.end)
    if (run.field === 'volume' && months.has(number.toLowerCase())) return { ...run, field: 'date' }
    if (!/^\d{1,4}$/.test(number)) return run
    if (run.field === 'date' && (volumeMark.test(before) || isVolume(text, joined, index)))
      return { ...run, field: 'volume' }
    const isAlone = run.field === 'volume' && /[(]$/.test(before) && text[run.end] === ')'
    if (!hasIssue && hasJournal && (isAlone || issueMark.test(before))) return { ...run, field: 'issue' }
    return run
  })
}

/**
 * `(2014) … Journal of Water, 1583, 245`: behind the journal stands its volume where the year was told before; the same year
 * once more, `Journal of Water, 2014, 1–7`, only where issue or pages follow at once.
 */
function isVolume(text: string, runs: readonly Run[], index: number): boolean {
  const [before, run] = [runs[index - 1], runs[index] as Run]
  if (before?.field !== 'journal' || !/^[\s,.]*$/.test(text.slice(before.end, run.start))) return false
  if (runs.some(({ field }) => field === 'volume')) return false
  const number = text.slice(run.start, run.end)
  const behind = text.slice(run.end, run.end + 12)
  const told = runs
    .slice(0, index)
    .filter(({ field }) => field === 'date')
    .map(({ start, end }) => text.slice(start, end))
    .filter((year) => /\d{4}/.test(year))
  // `Annals 2013 (11) (2013) 158`: the year once more behind the issue
  const again = runs.slice(index + 1).find(({ field }) => field === 'date')
  if (again !== undefined && number === text.slice(again.start, again.end) && /^\s?\(\s?\d{1,3}\s?\)/.test(behind))
    return true
  const same = told.length > 0 && told.every((year) => year.includes(number))
  return told.length > 0 && (same ? numbersFollow : volumeFollows).test(behind)
}

const numbersFollow = /^\s?(?:\(\d|:\s?\d|,\s?\p{L}?\d+\s?[-–—])/u
const volumeFollows = /^\s?(?:\(|:\s?\d|,\s?(?:pp?\.\s?)?\p{L}?\d)/u

const volumeMark = /(?:^|[\s,;(])(?:vol|bd|band|jg|jahrg|т|tome|tomo)\.?\s*$/i
const issueMark = /(?:^|[\s,;(])(?:nos?|nr|n°|nº|№|issue|heft|núm)\.?\s*$/i

/** Initials that were cut off their family name, `Stone, P.` as author and editor, go back to it. */
function rejoined(text: string, runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last !== undefined && isCutOff(text, last, run)) {
      joined[joined.length - 1] = {
        ...last,
        last: run.last,
        end: run.end,
        confidence: Math.min(last.confidence, run.confidence),
      }
    } else joined.push(run)
  }
  return joined
}

function isCutOff(text: string, before: Run, run: Run): boolean {
  if (!(isPeople(before) && isPeople(run)) || !/^[\s,]*$/.test(text.slice(before.end, run.start))) return false
  const words = text
    .slice(run.start, run.end)
    .split(/[\s,]+/)
    .filter((word) => word !== '')
  return words.length < 4 && words.every((word) => isInitials(word, true))
}

function isPeople({ field }: Run): boolean {
  return field === 'author' || field === 'editor'
}

/** Whether a place lies between opening and closing quotation marks, as the words of a title do. */
export function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at)
  return quotes.some(
    ([open, close]) => before.lastIndexOf(open) > before.lastIndexOf(close) && text.indexOf(close, at) >= 0,
  )
}

const quotes = [
  ['“', '”'],
  ['«', '»'],
  ['《', '》'],
] as const

/** Gives a reference without a title what must be its title, and one without a year the year that stands in it. */
export function rescue(draft: Unfinished): void {
  if (draft.csl.title === undefined) rescueTitle(draft)
  else standAlone(draft)
  if (draft.csl.issued === undefined) rescueYear(draft)
}

function rescueTitle(draft: Unfinished): void {
  const { text, csl, fields, journal } = draft
  if (csl['container-title'] !== undefined && !journal) rename(draft, 'container-title', 'title')
  else if (csl['container-title'] === undefined && csl.publisher !== undefined && csl['publisher-place'] === undefined)
    rename(draft, 'publisher', 'title')
  if (csl.title !== undefined) return
  const named = fields.findIndex(({ field }) => field === 'author')
  const place = fields[named]
  if (place === undefined) return
  const words = text.slice(place.start, place.end)
  // `River Collaboration XIII, 2014, Annals, 561`: a body that signs a work whose title is left out
  if ((hasInitials(words) && !readsAsTitle(words)) || (journal && isCorporate(words) && csl.volume !== undefined))
    return
  csl.title = healed(words)
  delete csl.author
  fields[named] = { ...place, field: 'title' }
}

/**
 * `Subject index. (2014). Rivers of the plain, 45–67.`: the first words are the title and what was taken for it is where they
 * stand, when they are a heading, or when pages would be left without a whole that they are of.
 */
function standAlone(draft: Unfinished): void {
  const { text, csl, fields } = draft
  const named = fields.findIndex(({ field }) => field === 'author')
  const titled = fields.findIndex(({ field }) => field === 'title')
  const [author, title] = [fields[named], fields[titled]]
  if (author === undefined || title === undefined || author.start > title.start) return
  const words = text.slice(author.start, author.end)
  const isHeading = headings.has(words.toLowerCase())
  const isLost = csl['container-title'] === undefined && csl.page !== undefined && readsAsPhrase(words)
  if (!isHeading && !isLost) return
  if (csl['container-title'] === undefined) {
    csl['container-title'] = csl.title as string
    fields[titled] = { ...title, field: 'container-title' }
  } else fields.splice(titled, 1)
  csl.title = healed(words)
  delete csl.author
  fields[fields.indexOf(author)] = { ...author, field: 'title', confidence: rescued }
}

function readsAsPhrase(words: string): boolean {
  if (isCorporate(words) || hasInitials(words)) return false
  const parts = words.split(/\s+/)
  return parts.length > 3 && parts.length < 20 && !parts.some((part) => isParticle(part))
}

function rename({ csl, fields }: Unfinished, from: 'container-title' | 'publisher', to: 'title'): void {
  csl[to] = csl[from] as string
  delete csl[from]
  const index = fields.findIndex(({ field }) => field === from)
  fields[index] = { ...(fields[index] as ParsedField), field: to }
}

/** `Books received. (1986). Journal…` has no author but a title: names without a title are those of a brief citation. */
function hasInitials(words: string): boolean {
  return /\bet\s+al\b|\sи\s+др\b|(?:^|[\s.,-])\p{Lu}(?:\p{Ll}?\.|\p{Lu}{0,2}(?=[\s,;.&]|$))|,|;|&|[\p{Script=Han}\p{Script=Hangul}]/u.test(
    words,
  )
}

/** `THE ANNALS`, `Group B cultures of the river`: an article in front or small words inside, and no list of names. */
function readsAsTitle(words: string): boolean {
  if (/[,;&]/.test(words) || isCorporate(words)) return false
  return (
    /^(?:the|an|les|die|das)\s/i.test(words) ||
    /\s(?:of|for|in|on|with|from|to|following|by|und|für|des|sur)\s/.test(words)
  )
}

const loneYear = /(?<![\d/.:-])(1[5-9]\d\d|20[0-3]\d)(?![\d/:-])/g
const yearAtHead = /^((?:1[5-9]|20)\d\d)[.,;:)\]]+\s+(?=\S)/
const yearAtTail = /[\s.,;([]+((?:1[5-9]|20)\d\d)[)\]]?$/

function rescueYear(draft: Unfinished): void {
  const { text, fields } = draft
  for (const found of text.matchAll(loneYear)) {
    const start = found.index
    const end = start + found[0].length
    if (!fields.some((field) => start < field.end && end > field.start)) {
      dated(draft, start)
      return
    }
  }
  yearOfEdge(draft)
}

/** A year that a field took along: `2005. Proceedings of…` as a container, `Rivers of the plain, 1998` as a publisher. */
function yearOfEdge(draft: Unfinished): void {
  const { text, csl, fields } = draft
  for (const [index, place] of fields.entries()) {
    const head = ['container-title', 'title', 'publisher'].includes(place.field)
    const tail = ['container-title', 'publisher', 'publisher-place'].includes(place.field)
    if (!(head || tail) || typeof csl[place.field] !== 'string') continue
    const words = text.slice(place.start, place.end)
    const front = head ? yearAtHead.exec(words) : null
    const back = front === null && tail ? yearAtTail.exec(words) : null
    if (front === null && back === null) continue
    const [start, end] = trimmed(
      text,
      place.start + (front?.[0].length ?? 0),
      back === null ? place.end : place.start + back.index,
    )
    if (end <= start) continue
    csl[place.field] = healed(text.slice(start, end))
    fields[index] = { ...place, start, end }
    dated(draft, front === null ? place.start + (back?.index ?? 0) + (back?.[0].search(/\d/) ?? 0) : place.start)
    return
  }
}

function dated({ text, csl, fields }: Unfinished, start: number): void {
  csl.issued = { 'date-parts': [[Number(text.slice(start, start + 4))]] }
  fields.push({ field: 'issued', start, end: start + 4, confidence: rescued })
}
