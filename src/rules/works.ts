import type { CslName } from '../model/csl.ts'
import type { Document } from '../model/document.ts'
import type { Evidence } from '../model/finding.ts'
import type { Answer, Answers, Query, WorkRecord } from '../model/query.ts'
import type { FieldReading, Reference } from '../model/reference.ts'
import type { Span } from '../model/source.ts'
import { compareFamilies } from '../names/index.ts'
import { foldWords } from '../text/fold.ts'
import { spanOf } from '../text/passage.ts'
import { compareTitles, type TitleComparison, wordsOfTitle } from '../text/titles.ts'
import { compareAuthors, type ListComparison } from './author-lists.ts'
import { checked, joinSplit } from './typed-names.ts'

/** A typed-out entry that was read less surely is not compared: the difference would be the reading's. */
const SURE = 0.6

/** The identifier by which a registry is asked for the work of a reference: its DOI, else another. */
export function questionOf({ identifiers }: Reference): Extract<Query, { kind: 'work' | 'identifier' }> | undefined {
  const { doi, arxiv, pmid, pmcid } = identifiers
  if (doi !== undefined) return { kind: 'work', doi }
  if (arxiv !== undefined) return { kind: 'identifier', scheme: 'arxiv', value: arxiv }
  if (pmid !== undefined) return { kind: 'identifier', scheme: 'pmid', value: pmid }
  return pmcid === undefined ? undefined : { kind: 'identifier', scheme: 'pmcid', value: pmcid }
}

/** The question for every reference that has an identifier. */
export function* askWorks({ references }: Document): Iterable<Query> {
  for (const reference of references) {
    const question = questionOf(reference)
    if (question !== undefined) yield question
  }
}

export interface Found {
  readonly reference: Reference
  /** the identifier that was asked for, as a reader would write it */
  readonly id: string
  readonly record: WorkRecord
  readonly source: string
  readonly asOf: string
}

/** Every reference whose record is known. */
export function* foundWorks({ references }: Document, answers: Answers): Iterable<Found> {
  for (const reference of references) {
    const question = questionOf(reference)
    if (question === undefined) continue
    const answer: Answer<WorkRecord> = answers.to(question)
    if (answer.state !== 'found') continue
    const { value: record, source, asOf } = answer
    yield { reference, id: question.kind === 'work' ? question.doi : question.value, record, source, asOf }
  }
}

/** The first reference of each work: what happened to a work is told once a file. */
export function* firstOfEach(found: Iterable<Found>): Iterable<Found & { readonly others: readonly Reference[] }> {
  const groups = new Map<string, Found[]>()
  for (const one of found) {
    const key = one.record.primary ?? one.id
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  for (const [first, ...others] of groups.values()) {
    if (first !== undefined) yield { ...first, others: others.map(({ reference }) => reference) }
  }
}

/** A reference beside its record, compared. */
export interface Compared extends Found {
  readonly title: TitleComparison
  readonly authors: ListComparison
  /** `other`: the record is of another work; `container`: of the book that holds it, or of a part of it */
  readonly verdict: 'this' | 'other' | 'container' | 'unsure'
}

/** Every reference whose record can be compared with it. */
export function* comparedWorks(document: Document, answers: Answers): Iterable<Compared> {
  for (const found of foundWorks(document, answers)) {
    const { reference, record } = found
    if (record.isBare || (reference.written === undefined && reference.confidence < SURE)) continue
    yield { ...found, ...judge(reference, record) }
  }
}

type Judged = Pick<Compared, 'title' | 'authors' | 'verdict'>

/** Several rules compare the same pairs, in every round of questions. */
const judged = new WeakMap<WorkRecord, WeakMap<Reference, Judged>>()

export function judge(reference: Reference, record: WorkRecord): Judged {
  const known = judged.get(record) ?? new WeakMap<Reference, Judged>()
  judged.set(record, known)
  const before = known.get(reference)
  if (before !== undefined) return before
  const made = judgePair(reference, record)
  known.set(reference, made)
  return made
}

function judgePair(reference: Reference, record: WorkRecord): Judged {
  const { csl } = reference
  const titles = titlesOf(record)
  const compared = compareTitles(csl.title ?? '', titles)
  const isRomanised = compared.verdict === 'unknown' && titles.some((one) => romanises(csl.title ?? '', one))
  const title: TitleComparison = isRomanised ? { verdict: 'same', likeness: 1, differing: [] } : compared
  const authors = authorsAgainst(reference, record)
  const isSame = title.verdict === 'same' || title.verdict === 'part' || title.verdict === 'slips'
  if (isSame) return { title, authors, verdict: 'this' }
  const holds = (one: unknown, others: readonly unknown[]): boolean =>
    typeof one === 'string' &&
    ['same', 'part'].includes(
      compareTitles(
        one,
        others.filter((other) => typeof other === 'string'),
      ).verdict,
    )
  if (
    holds(csl['container-title'], titles) ||
    holds(csl.title, [record.csl['container-title'], ...(record.venues ?? [])])
  )
    return { title, authors, verdict: 'container' }
  // the record's title stands in the entry, where it was read as something else
  if (reference.written === undefined && titles.some((one) => standsIn(reference, one)))
    return { title: { verdict: 'part', likeness: 1, differing: [] }, authors, verdict: 'this' }
  if (title.verdict === 'different' && authors.verdict === 'none') return { title, authors, verdict: 'other' }
  return { title, authors, verdict: title.verdict === 'unknown' && authors.verdict === 'none' ? 'unsure' : 'this' }
}

/** One title is the other in Latin letters, by some scheme: most of its words share a key, in order. */
function romanises(ours: string, theirs: string): boolean {
  const isCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text)
  if (isCyrillic(ours) === isCyrillic(theirs)) return false
  const [left, right] = [wordsOfTitle(ours).slice(0, 30), wordsOfTitle(theirs).slice(0, 30)]
  if (left.length < 3 || Math.abs(left.length - right.length) > 2) return false
  const agreeing = left.filter((word, at) =>
    [at - 1, at, at + 1].some((place) =>
      ['same', 'style', 'near'].includes(compareFamilies(word, right[place] ?? '').verdict),
    ),
  )
  return agreeing.length >= 0.75 * left.length
}

/** All forms of a record's title, with and without its subtitle. */
export function titlesOf({ csl, titles = [] }: WorkRecord): readonly string[] {
  const forms = [...titles, csl.title, csl['original-title'], csl['translated-title']]
  return [...new Set(forms.filter((one): one is string => typeof one === 'string' && one !== ''))]
}

/** "et al." and its like, in the languages that citelint reads, and authors left out by dots. */
const OTHERS =
  /…|\. ?\. ?\.|(?<!\p{L})(?:et\.? ?al|u\. ?a|and others|[иі] др|та ін|и соавт|және т\. ?б|және бас)(?!\p{L})|等/iu

/** Whether the authors of an entry may be fewer than the work's: it says so, or was read from something that does. */
export function isOpenList({ csl, passage, written }: Reference): boolean {
  if (csl.custom?.['author-others'] === true || csl.custom?.othersOmitted === true) return true
  return written === undefined && OTHERS.test(passage.text)
}

function authorsAgainst(reference: Reference, { csl }: WorkRecord): ListComparison {
  const ours = reference.csl.author ?? reference.csl.editor ?? []
  const isOpen = isOpenList(reference)
  const lists = [csl.author, csl.editor, [...(csl.author ?? []), ...(csl.editor ?? [])]]
    .filter((list): list is CslName[] => list !== undefined && list.length > 0)
    .slice(0, csl.author === undefined ? 1 : 3)
  const compared = lists.map((theirs) => {
    const names = reference.written === undefined ? joinSplit(ours, theirs) : ours
    return checked(reference, compareAuthors(names, theirs, { isOpen }), theirs)
  })
  const order = ['same', 'differs', 'none', 'unknown'] as const
  const [best] = compared.sort((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict))
  return best ?? { verdict: 'unknown', differences: [] }
}

/** A text of some length stands in the entry, word for word. */
export function standsIn({ passage }: Reference, text: string): boolean {
  const words = foldWords(text)
  return words.length >= 12 && ` ${foldWords(passage.text)} `.includes(` ${words} `)
}

/** Where a field of a reference stands: as written in a library, as read in a list; else the whole entry. */
export function placeOf(reference: Reference, ...names: readonly string[]): Span {
  const { written, fields, labelSpan, span, key } = reference
  if (written !== undefined) {
    const field = written.find(({ name }) => names.includes(name.toLowerCase()))
    return field?.span ?? (key === undefined ? span : (labelSpan ?? span))
  }
  const reading = fields.find(({ field, segments }) => names.includes(field.toLowerCase()) && segments.length > 0)
  return hull(reading) ?? span
}

function hull(reading: FieldReading | undefined): Span | undefined {
  const [first, last] = [reading?.segments[0], reading?.segments.at(-1)]
  return first === undefined || last === undefined ? undefined : { ...first, end: last.end }
}

/** Where an author stands in the entry, or all of its authors. */
export function placeOfName(reference: Reference, name: CslName | undefined): Span {
  const family = name === undefined ? '' : (name.family ?? name.literal ?? '')
  if (family === '') return placeOf(reference, 'author', 'editor', 'au', 'a1')
  const { written, passage } = reference
  if (written === undefined) {
    const at = passage.text.indexOf(family)
    if (at >= 0) return spanOf(passage, at, at + family.length)
  }
  for (const { name: field, value, span } of written ?? []) {
    if (!/^(?:author|editor|au|a1|ed)$/i.test(field)) continue
    const at = value.indexOf(family)
    if (at >= 0) return { path: span.path, start: span.start + at, end: span.start + at + family.length }
  }
  return placeOf(reference, 'author', 'editor', 'au', 'a1')
}

/** Where the identifier of an entry stands. */
export function placeOfId(reference: Reference, id: string): Span {
  const { written, passage } = reference
  if (written === undefined) {
    const at = passage.text.toLowerCase().indexOf(id.toLowerCase())
    if (at >= 0) return spanOf(passage, at, at + id.length)
  }
  return placeOf(reference, 'doi', 'do', 'eprint', 'pmid', 'pmcid', 'url')
}

/** What the record says, and where that comes from. */
export function evidenceOf({ id, source, asOf }: Found, about: string, ours: string, theirs: string): Evidence {
  return { about, ours, theirs, source, asOf, ...(id.startsWith('10.') ? { url: addressOf(id) } : {}) }
}

/** The link that resolves a DOI. */
export function addressOf(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replaceAll('#', '%23').replaceAll('?', '%3F')}`
}
