import type { CslItem } from '../model/csl.ts'
import type { WorkRecord } from '../model/query.ts'
import { yearOf } from '../text/csl.ts'
import { fold, foldWords } from '../text/fold.ts'

/** A field of ours that contradicts the record. */
export interface FieldDifference {
  readonly field: 'year' | 'volume' | 'issue' | 'page' | 'venue'
  readonly ours: string
  readonly theirs: string
}

/** Every printed field that contradicts the record. What one of the two leaves out is no contradiction. */
export function differingFields(ours: CslItem, record: WorkRecord): readonly FieldDifference[] {
  return [year(ours, record), ...places(ours, record.csl), venue(ours, record)].filter((one) => one !== undefined)
}

/**
 * Online first, in print, and the record's own date: each may be cited. Where the registry knows one date only, the year
 * before and after may be another of these, and nobody can know.
 */
function year(ours: CslItem, { csl, years = [] }: WorkRecord): FieldDifference | undefined {
  const written = yearOf(ours)
  const cited = Number(written)
  const known = [...new Set([...years, Number(yearOf(csl) ?? Number.NaN)])].filter((one) => one > 1000)
  if (written === undefined || !/^\d{4}$/.test(written) || known.length === 0) return undefined
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const slack = known.length > 1 ? 0 : 1
  if (cited >= least - slack && cited <= most + slack) return undefined
  // a book is cited by its printing, a classic by its first
  if (ours['original-date'] !== undefined || csl['original-date'] !== undefined) return undefined
  return { field: 'year', ours: written, theirs: known.sort((a, b) => a - b).join(' or ') }
}

/** Volume, issue and pages, unless they stand in one another's place. */
function* places(ours: CslItem, theirs: CslItem): Iterable<FieldDifference> {
  const volume = numbered('volume', ours.volume, theirs.volume)
  const issue = numbered('issue', ours.issue, theirs.issue)
  // some journals number by year or count their issues through: then volume and issue are called by each other's name
  const isInPlace = meet(ours.volume, theirs.volume) || meet(ours.issue, theirs.issue)
  const crosses =
    (!isInPlace && (meet(ours.volume, theirs.issue) || meet(ours.issue, theirs.volume))) ||
    meet(ours.volume, yearOf(theirs)) ||
    meet(theirs.volume, yearOf(ours))
  if (!crosses) {
    if (volume !== undefined) yield volume
    // in another volume the issue is another too
    if (issue !== undefined && volume === undefined) yield issue
  }
  const page = pages(ours, theirs)
  if (page !== undefined) yield page
}

function meet(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false
  const numbers = numbersOf(other)
  return numbersOf(one).some((number) => numbers.includes(number))
}

function numbered(field: 'volume' | 'issue', ours?: string, theirs?: string): FieldDifference | undefined {
  if (ours === undefined || theirs === undefined) return undefined
  if (foldWords(ours) === foldWords(theirs) || meet(ours, theirs)) return undefined
  // "Suppl", "Special issue", "A": words may be left out or put for a number
  if (numbersOf(ours).length === 0 || numbersOf(theirs).length === 0) return undefined
  return { field, ours, theirs }
}

const ROMAN: readonly (readonly [string, number])[] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
]

/** All numbers of a short text, Roman ones read; leading zeros do not count. */
function numbersOf(text: string): readonly number[] {
  const words = fold(text.slice(0, 80)).match(/\d{1,9}|[ivxlcdm]{1,12}(?![\p{L}])/gu) ?? []
  return words.map((word) => (/^\d/.test(word) ? Number(word) : roman(word))).filter((number) => number > 0)
}

function roman(word: string): number {
  let rest = word
  let sum = 0
  for (const [letters, value] of ROMAN) {
    while (rest.startsWith(letters)) {
      sum += value
      rest = rest.slice(letters.length)
    }
  }
  return rest === '' ? sum : 0
}

interface Range {
  readonly prefix: string
  readonly first: number
  readonly last?: number
}

function pages(ours: CslItem, theirs: CslItem): FieldDifference | undefined {
  const [written, known] = [ours.page, theirs.page]
  if (written === undefined || known === undefined) return undefined
  const [left, right] = [rangeOf(written), rangeOf(known)]
  if (left === undefined || right === undefined || samePages(left, right)) return undefined
  return { field: 'page', ours: written, theirs: known }
}

const PAGE = /^([a-z]{0,6}\.?)0*(\d{1,9})([a-z]?)$/

/** `123–34` is 123 to 134. Several ranges, and what is no number, are not compared. */
function rangeOf(text: string): Range | undefined {
  const plain = fold(text.slice(0, 60))
    .replace(/\s/g, '')
    .replace(/^(?:pp?|с|стр|s)\.?(?=\d)/, '')
  const parts = plain.split(/[-‐-―−]+|--/).filter((part) => part !== '')
  const [start, end] = [PAGE.exec(parts[0] ?? ''), PAGE.exec(parts[1] ?? '')]
  if (start === null || parts.length > 2 || (parts.length === 2 && end === null)) return undefined
  const prefix = start[1] as string
  const first = Number(start[2])
  if (end === null) return { prefix, first }
  const digits = end[2] as string
  const head = start[2] as string
  const short = digits.length < head.length && Number(digits) < first
  return { prefix, first, last: Number(short ? head.slice(0, head.length - digits.length) + digits : digits) }
}

function samePages(ours: Range, theirs: Range): boolean {
  // numbers of articles: e123 and 123 are one; an article's own count of pages says nothing of its place
  if (ours.last === undefined || theirs.last === undefined) {
    if (ours.first === theirs.first) return true
    const [single, range] = ours.last === undefined ? [ours, theirs] : [theirs, ours]
    if (range.last === undefined) return ours.prefix !== theirs.prefix && ours.prefix !== '' && theirs.prefix !== ''
    if (range.first === 1) return true
    // a page within the article
    return single.first > range.first && single.first <= range.last
  }
  if (ours.first === 1 && theirs.first > 1) return ours.last - ours.first <= theirs.last - theirs.first + 1
  if (theirs.first === 1 && ours.first > 1) return theirs.last - theirs.first <= ours.last - ours.first + 1
  if (ours.first === theirs.first && ours.last === theirs.last) return true
  // a part of the work may be what is cited
  return ours.prefix === theirs.prefix && ours.first > theirs.first && ours.last < theirs.last
}

const SERIALS: ReadonlySet<string> = new Set(['article-journal', 'article-magazine', 'article-newspaper', 'article'])

function venue(ours: CslItem, { csl, venues = [] }: WorkRecord): FieldDifference | undefined {
  const written = ours['container-title']
  const known = [...venues, ...(csl['container-title'] === undefined ? [] : [csl['container-title']])]
  if (written === undefined || known.length === 0 || !SERIALS.has(ours.type)) return undefined
  const short = csl['container-title-short']
  if (typeof short === 'string') known.push(short)
  if (known.some((one) => sameVenue(written, one) !== false)) return undefined
  return { field: 'venue', ours: written, theirs: known[0] as string }
}

/** Undefined where the two cannot be compared: another script or too little to go by. */
export function sameVenue(one: string, other: string): boolean | undefined {
  const [left, right] = [venueWords(one), venueWords(other)]
  if (left.length === 0 || right.length === 0) return undefined
  if (/\p{Script=Latin}/u.test(left.join('')) !== /\p{Script=Latin}/u.test(right.join(''))) return undefined
  const [short, long] = left.join('').length <= right.join('').length ? [left, right] : [right, left]
  if (long.join(' ').includes(short.join(' '))) return true
  const whole = foldWords(left === long ? one : other).split(' ')
  if (short.length === 1 && isSubsequence(short[0] as string, whole.map((word) => word[0]).join(''))) return true
  let next = 0
  const agreeing = short.filter((word) => {
    const at = long.findIndex((full, index) => index >= next && abbreviates(word, full))
    if (at < 0) return false
    next = at + 1
    return true
  }).length
  return agreeing === short.length || (agreeing >= 3 && agreeing >= short.length - 1)
}

function venueWords(title: string): readonly string[] {
  return foldWords(title.replace(/&amp;|&/g, ' '))
    .split(' ')
    .filter(
      (word) =>
        word !== '' &&
        !/^(?:the|of|and|for|in|on|de|la|le|des|et|und|der|die|fur|и|в|по|an?|proceedings|proc|journal|j)$/.test(word),
    )
}

/** `biol` and `bio` stand for `biology`, `natl` for `national`, `int` for `international`. */
function abbreviates(short: string, full: string): boolean {
  if (full.startsWith(short) || short.startsWith(full)) return true
  return short[0] === full[0] && short.length >= 2 && short.length < full.length && isSubsequence(short, full)
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0
  for (const letter of long) if (letter === short[at]) at++
  return at === short.length
}
