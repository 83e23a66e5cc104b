import type { Edit, Fix } from '../model/finding.ts'
import type { Answers, Query, WorkRecord } from '../model/query.ts'
import type { Reference } from '../model/reference.ts'
import { familyOf, makersOf, yearOf } from '../text/csl.ts'
import { compareTitles, wordsOfTitle } from '../text/titles.ts'
import { compareAuthors } from './author-lists.ts'
import { differingFields } from './record-fields.ts'
import { isOpenList, placeOfId, titlesOf } from './works.ts'

/** Types of works that have DOIs as a rule. */
const REGISTERED: ReadonlySet<string> = new Set(['article-journal', 'paper-conference', 'chapter', 'article', 'book'])
/** An entry that was read less surely is no good question. */
const SURE = 0.6
const LONGEST_QUESTION = 300

/** What to search for to find the work of a reference by its description: names, title, venue, year; nothing else. */
export function searchOf({ csl, confidence }: Reference): Extract<Query, { kind: 'search' }> | undefined {
  const { title = '' } = csl
  if (!REGISTERED.has(csl.type) || confidence < SURE || !isTelling(title)) return undefined
  const names = makersOf(csl).slice(0, 3).map(familyOf)
  const parts = [names.join(', '), title, csl['container-title'] ?? '', yearOf(csl) ?? '']
  const text = parts
    .filter((part) => part !== '')
    .join('. ')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST_QUESTION)
  return { kind: 'search', text }
}

/** "Editorial" and "Introduction" are the title of thousands. */
function isTelling(title: string): boolean {
  const words = wordsOfTitle(title)
  const letters = words.join('').length
  return /\p{Script=Han}/u.test(title) ? letters >= 8 : words.length >= 4 && letters >= 20
}

export interface Match {
  readonly doi: string
  readonly record: WorkRecord
  readonly source: string
  readonly asOf: string
}

/**
 * The one candidate of a search that has the reference's title, its authors and its year, and contradicts it in nothing.
 * Undefined where there is none, or more than one (preprint and article, two printings).
 */
export function soleMatch(reference: Reference, answers: Answers): Match | undefined {
  const search = searchOf(reference)
  if (search === undefined) return undefined
  const answer = answers.to(search)
  if (answer.state !== 'found') return undefined
  const matches = new Map<string, Match>()
  for (const record of answer.value) {
    const doi = record.csl.DOI?.toLowerCase()
    if (doi === undefined || !isMatch(reference, record)) continue
    matches.set(doi, { doi, record, source: answer.source, asOf: answer.asOf })
  }
  const [only, ...others] = matches.values()
  return others.length === 0 ? only : undefined
}

function isMatch(reference: Reference, record: WorkRecord): boolean {
  const { csl } = reference
  if (record.noticeOf !== undefined && record.noticeOf.length > 0) return false
  const { verdict } = compareTitles(csl.title ?? '', titlesOf(record))
  if (verdict !== 'same' && verdict !== 'part') return false
  const authors = compareAuthors(makersOf(csl), makersOf(record.csl), { isOpen: isOpenList(reference) })
  if (authors.verdict !== 'same') return false
  const years = [...(record.years ?? []), Number(yearOf(record.csl) ?? Number.NaN)]
  if (!years.includes(Number(yearOf(csl) ?? Number.NaN))) return false
  return differingFields(csl, record).every(({ field }) => field === 'venue')
}

/** Puts a DOI in the place of the one that stands there, or into the entry. */
export function doiFix(reference: Reference, doi: string): Fix | undefined {
  const old = reference.identifiers.doi
  const edits = old === undefined ? insertion(reference, doi) : replacement(reference, old, doi)
  return edits === undefined ? undefined : { title: `Write the DOI ${doi}`, safety: 'ask', edits }
}

function replacement(reference: Reference, old: string, doi: string): readonly Edit[] | undefined {
  const span = placeOfId(reference, old)
  const { raw, segments, written } = reference
  const [only] = segments
  if (written === undefined && (only === undefined || segments.length > 1)) return undefined
  const start = written === undefined ? span.start - (only?.start ?? 0) : span.start - reference.span.start
  // only where the old one stands as it is, not healed or escaped
  const text = raw.slice(start, start + span.end - span.start)
  const at = text.toLowerCase().indexOf(old)
  if (at < 0) return undefined
  return [{ span: { ...span, start: span.start + at, end: span.start + at + old.length }, text: doi }]
}

function insertion(
  { written, segments, raw, passage, entryType }: Reference,
  doi: string,
): readonly Edit[] | undefined {
  if (written === undefined) {
    const last = segments.at(-1)
    if (last === undefined) return undefined
    const tail = raw.length - raw.trimEnd().length
    const at = last.end - tail
    const stop = /[.。]$/.test(passage.text.trimEnd()) ? '' : '.'
    return [{ span: { path: last.path, start: at, end: at }, text: `${stop} https://doi.org/${doi}` }]
  }
  const [first] = written
  // RIS types are two to five capitals; CSL-JSON has no type as written
  if (first === undefined || entryType === undefined || !/^[a-z]{3,}$/.test(entryType)) return undefined
  const at = first.nameSpan.start
  return [{ span: { path: first.nameSpan.path, start: at, end: at }, text: `doi = {${doi}}, ` }]
}
