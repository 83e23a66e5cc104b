import { announcedWithout, prefixBefore } from './doi-prefix.ts'
import { DASHES, INVISIBLE, isSpace, LOOKALIKES, mended, trimClosing } from './signs.ts'
import type { FoundIdentifier, IdentifierDamage } from './types.ts'

/** Directory indicator and registrant, with a space or look-alike that may have crept in (ISO 26324: `10.` and 4 to 9 digits). */
const BEGINNING = /(?<![\p{L}\p{N}.])(1[0OoОо])([.,])(\s?)(\d{4,9}(?:\.\d{1,9}){0,4})(\s?)\/(\s{0,3})(?=[^\s])/gu
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
/** Short forms that shortdoi.org gives out. */
export const SHORT_DOI = /^10\/[a-z\d]{3,10}$/i
const LONGEST = 600
/** What publishers' links add to a DOI. */
const LINK_ENDS =
  /(?:\/(?:full|pdf|epdf|abstract|fulltext|meta|html|xml|references|citations?|summary)){1,2}$|\.pdf$|\.full$/i
const STOPS = '"“”„«»‹›`|\\^'

/**
 * Every DOI of a text, as it really occurs: with SICI suffixes (`…(1996)009<3373:MCSDIO>2.0.CO;2`), balanced brackets, its
 * prefix, and the damage that typing, typesetting and copying did to it. Linear in the length of the text.
 */
export function findDois(text: string): FoundIdentifier[] {
  const found: FoundIdentifier[] = []
  BEGINNING.lastIndex = 0
  for (let match = BEGINNING.exec(text); match !== null; match = BEGINNING.exec(text)) {
    const doi = readDoi(text, match)
    if (doi === undefined) continue
    found.push(doi)
    BEGINNING.lastIndex = Math.max(doi.end, match.index + 1)
  }
  const others = announcedWithout(text, found).map((other) => withNext(text, other, found))
  const joined = new Set(others.map(({ end, value }) => (value === undefined ? -1 : end)))
  return [...found.filter(({ end }) => !joined.has(end)), ...others].sort((left, right) => left.start - right.start)
}

/** `doi:101-110. 10.5555/abc`: pages came between the label and the DOI; leaving them out mends it. */
function withNext(text: string, other: FoundIdentifier, found: readonly FoundIdentifier[]): FoundIdentifier {
  const next = found.find(({ start }) => start >= other.end)
  const isPages = other.damages[0]?.kind === 'page-for-doi'
  if (!isPages || next === undefined || !/^[\s.,;]{1,4}$/.test(text.slice(other.end, next.start))) return other
  const isLabelled = /^doi/i.test(text.slice(next.start, next.start + 3))
  const start = isLabelled ? other.start : (other.damages[0] as IdentifierDamage).start
  const pages: IdentifierDamage = { kind: 'page-for-doi', start, end: next.start, fixed: '' }
  return { ...next, start: other.start, damages: [pages, ...next.damages] }
}

function readDoi(text: string, match: RegExpExecArray): FoundIdentifier | undefined {
  const [all, ten = '', dot = '', afterDot = '', registrant = '', beforeSlash = '', afterSlash = ''] = match
  const start = match.index
  const prefix = prefixBefore(text, start)
  const isOdd = ten !== '10' || dot !== '.'
  if (isOdd && !prefix.isAnnounced) return undefined
  const damages: IdentifierDamage[] = [...prefix.damages]
  if (ten !== '10') damages.push({ kind: 'lookalike-letter', start: start + 1, end: start + 2, fixed: '0' })
  if (dot !== '.') damages.push({ kind: 'lookalike-letter', start: start + 2, end: start + 3, fixed: '.' })
  const registrantStart = start + 3 + afterDot.length
  space(damages, start + 3, afterDot)
  space(damages, registrantStart + registrant.length, beforeSlash)
  const suffix = start + all.length
  if (afterSlash !== '' && !/^[\p{L}\p{N}(]/u.test(text.slice(suffix, suffix + 1))) return undefined
  space(damages, suffix - afterSlash.length, afterSlash)
  const inPublisherLink =
    !prefix.isResolver && /https?:\/\/\S{0,200}$/i.test(text.slice(Math.max(0, start - 210), start))
  const end = readSuffix(text, suffix, damages, inPublisherLink || prefix.isResolver)
  if (end <= suffix) return undefined
  const kept = damages.filter((damage) => damage.end <= end)
  let value = mended(text, start, end, kept)
  if (inPublisherLink) value = value.replace(/\/$/, '').replace(LINK_ENDS, '')
  const last = text[end - 1] as string
  if (last === '-' || last === '_' || (last === '/' && !inPublisherLink))
    kept.push({ kind: 'cut-off', start: end - 1, end })
  const normal = normaliseDoi(prefix.isResolver || inPublisherLink ? unescapePercent(value) : value)
  if (normal === undefined) return undefined
  return { scheme: 'doi', start: inPublisherLink ? start : prefix.start, end, value: normal, damages: kept }
}

function space(damages: IdentifierDamage[], start: number, spaces: string): void {
  if (spaces !== '') damages.push({ kind: 'space-inside', start, end: start + spaces.length, fixed: '' })
}

/** Reads the suffix, noting damages on the way; answers where it ends. */
function readSuffix(text: string, from: number, damages: IdentifierDamage[], inLink: boolean): number {
  const limit = Math.min(text.length, from + LONGEST)
  let at = from
  while (at < limit) {
    const sign = text[at] as string
    const next = text[at + 1]
    if (isSpace(sign)) {
      const resumed = resumes(text, from, at)
      if (resumed === undefined) break
      damages.push({ kind: 'space-inside', start: at, end: resumed, fixed: '' })
      at = resumed
    } else if (sign === '\\' && next !== undefined && '_&%#$~{}'.includes(next)) {
      damages.push({ kind: 'latex-escape', start: at, end: at + 2, fixed: next })
      at += 2
    } else if (
      STOPS.includes(sign) ||
      (sign === '<' && !opensSici(text, from, at)) ||
      (inLink && (sign === '?' || sign === '#'))
    ) {
      break
    } else if (sign === '>' && !text.slice(from, at).includes('<')) {
      break
    } else if (DASHES.includes(sign)) {
      if (next === undefined || !/[\p{L}\p{N}(]/u.test(next)) break
      damages.push({ kind: 'unicode-dash', start: at, end: at + 1, fixed: '-' })
      at++
    } else if (INVISIBLE.includes(sign)) {
      damages.push({ kind: 'invisible-character', start: at, end: at + 1, fixed: '' })
      at++
    } else if (sign.charCodeAt(0) >= 0x80) {
      const end = foreignRun(text, at, limit)
      if (end === at) break
      for (let index = at; index < end; index++) {
        const fixed = LOOKALIKES.get(text[index] as string)
        if (fixed !== undefined) damages.push({ kind: 'lookalike-letter', start: index, end: index + 1, fixed })
      }
      at = end
    } else at++
  }
  return trimClosing(text, from, at)
}

/** `<` belongs to a DOI only in a SICI: after a year in parentheses, closed again before a space. */
function opensSici(text: string, from: number, at: number): boolean {
  if (!/\(\d{4,8}[^()]{0,12}\)/.test(text.slice(from, at))) return false
  return /^<[^\s<>]{1,60}>/.test(text.slice(at, at + 64))
}

/** Letters of another script that only look Latin, in the middle of Latin ones; a real word of that script ends the DOI. */
function foreignRun(text: string, at: number, limit: number): number {
  let end = at
  while (end < limit && text.charCodeAt(end) >= 0x80 && /\p{L}/u.test(text[end] as string)) {
    if (!LOOKALIKES.has(text[end] as string)) return at
    end++
  }
  return end - at > 3 ? at : end
}

/** After a space the DOI goes on only where it cannot have ended and what follows cannot be a word, a date or a link. */
function resumes(text: string, from: number, at: number): number | undefined {
  let next = at
  while (next < text.length && next < at + 12 && isSpace(text[next])) next++
  const token = /^[^\s,;]{1,120}/.exec(text.slice(next, next + 120))?.[0] ?? ''
  if (/^(?:https?:|www\.|doi|10\.\d{4}|arxiv|issn|isbn|pmid|accessed|available)/i.test(token)) return undefined
  const last = text[at - 1] as string
  if (at > from && '/-_('.includes(last)) return /^[\p{L}\p{N}][^\s]*\d/u.test(token) ? next : undefined
  if (last !== '.') return undefined
  return /^[a-z]{1,12}[._/-][^\s]*\d/.test(token) ? next : undefined
}

/**
 * The form in which two DOIs are equal: without prefix, ASCII letters in lower case (ISO 26324: ASCII case does not count).
 * Undefined for what is no DOI, and for the fillers that stand in for one (`10.0000/xxxx`, `10.xxxx/…`).
 */
export function normaliseDoi(text: string): string | undefined {
  const bare = text
    .trim()
    .slice(0, 2000)
    .replace(/^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|doi\s?[:=]?\s?){1,3}/i, '')
  if (SHORT_DOI.test(bare)) return bare.toLowerCase()
  if (!/^10\.\d{4,9}(?:\.\d+)*\/[^\s]/.test(bare) || isFillerDoi(bare)) return undefined
  return bare.replace(LONE_SURROGATES, '\ufffd').replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

/** Does this stand where a DOI would, and mean that there is none? */
export function isFillerDoi(text: string): boolean {
  const bare = text.trim().toLowerCase().slice(0, 200)
  if (/^(?:-+|–|—|0|n\/?a|none|null|nil|unavailable|not available|unknown|tba|tbd|\?+|нет|жоқ|无)\.?$/.test(bare))
    return true
  return /^10\.(?:0{4,}\/|x{2,}\/|\d{4,9}\/(?:x{3,}|\?+|\.{3,}|…+|0{3,})$)/.test(bare)
}

function unescapePercent(doi: string): string {
  if (!doi.includes('%')) return doi
  try {
    return decodeURIComponent(doi)
  } catch {
    return doi
  }
}
