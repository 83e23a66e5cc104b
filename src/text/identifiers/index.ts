import type { Identifiers } from '../../model/reference.ts'
import { findArchived, normaliseArxiv, normalisePmcid, normalisePmid } from './archives.ts'
import { findDois, isFillerDoi, normaliseDoi, SHORT_DOI } from './doi.ts'
import { findNumbers, normaliseIsbn, normaliseIssn } from './numbers.ts'
import { trimClosing } from './signs.ts'
import type { FoundIdentifier, IdentifierDamage } from './types.ts'
import { findUrls, normaliseUrl } from './url.ts'

export { findArchived, normaliseArxiv, normalisePmcid, normalisePmid } from './archives.ts'
export { findDois, isFillerDoi, normaliseDoi } from './doi.ts'
export { findNumbers, isIsbn, isIssn, isOrcid, normaliseIsbn, normaliseIssn, normaliseOrcid } from './numbers.ts'
export { mended, trimClosing } from './signs.ts'
export type { DamageKind, FoundIdentifier, IdentifierDamage, Scheme } from './types.ts'
export { findUrls, normaliseUrl } from './url.ts'

/**
 * All identifiers of a text in order, with normal forms and damage. An address that is only another's prefix
 * (`https://doi.org/` before a DOI) is not told twice; a publisher's link that holds a DOI gives both.
 */
export function findIdentifiers(text: string): FoundIdentifier[] {
  const dois = findDois(text)
  const numbers = [...findNumbers(text), ...findArchived(text)]
  const claimed = [...dois, ...numbers].sort((left, right) => left.start - right.start)
  const urls: FoundIdentifier[] = []
  let next = 0
  for (const url of findUrls(text)) {
    while (next < claimed.length && (claimed[next] as FoundIdentifier).end <= url.start) next++
    const within = claimed[next]
    const isSame = within !== undefined && within.start <= url.start && within.end > url.start
    if (!isSame) urls.push(url)
  }
  return [...claimed, ...urls].sort((left, right) => left.start - right.start || right.end - left.end)
}

export interface FieldDiagnosis {
  readonly value?: string
  readonly damages: readonly IdentifierDamage[]
  /** the field says that there is no identifier (`n/a`, `-`) */
  readonly isFiller: boolean
}

/** What a library's DOI field holds: its normal form and its damage, with offsets in the field. */
export function diagnoseDoi(field: string): FieldDiagnosis {
  const start = field.length - field.trimStart().length
  const end = field.trimEnd().length
  if (end <= start || isFillerDoi(field)) return { damages: [], isFiller: true }
  const short = normaliseDoi(field)
  if (short !== undefined && SHORT_DOI.test(short)) return { value: short, damages: [], isFiller: false }
  // a label makes sure that look-alikes in `10.` are seen as well
  const announced = /^\s{0,9}1[0OoОо][.,]/.test(field.slice(0, 20)) ? 'doi:' : ''
  const shift = announced.length
  const found = findDois(announced + field)[0]
  if (found === undefined) {
    const isPages = /^\s{0,9}\d{1,5}\s?[-–—]{1,2}\s?\d{1,5}\s{0,9}$/.test(field.slice(0, 60))
    return { damages: [{ kind: isPages ? 'page-for-doi' : 'not-an-identifier', start, end }], isFiller: false }
  }
  const damages = found.damages
    .map((damage) => ({ ...damage, start: Math.max(0, damage.start - shift), end: damage.end - shift }))
    .filter((damage) => damage.end > 0)
  const doiEnd = found.end - shift
  if (doiEnd < end) {
    const rest = field.slice(doiEnd, end)
    const isMarks = trimClosing(rest, 0, rest.length) === 0
    damages.push({
      kind: isMarks ? 'trailing-punctuation' : 'more-behind',
      start: doiEnd,
      end,
      ...(isMarks ? { fixed: '' } : {}),
    })
  }
  return { ...(found.value === undefined ? {} : { value: found.value }), damages, isFiller: false }
}

/** What a library's URL field holds, likewise. */
export function diagnoseUrl(field: string): FieldDiagnosis {
  const start = field.length - field.trimStart().length
  const end = field.trimEnd().length
  if (end <= start) return { damages: [], isFiller: true }
  const found = findUrls(field)[0]
  if (found === undefined) {
    const isHost = /^(?:[a-z\d-]{1,63}\.){1,6}[a-z]{2,24}(?:[/?#]\S{0,2000})?$/i.test(field.slice(start, end))
    return { damages: [{ kind: isHost ? 'no-scheme' : 'not-an-identifier', start, end }], isFiller: false }
  }
  // sites cut their own addresses at a word: in a field of its own such a mark at the end says nothing
  const damages = found.damages.filter(({ kind, start: at }) => kind !== 'cut-off' || !/[-_]/.test(field[at] ?? ''))
  if (found.end < end && !damages.some((damage) => damage.kind === 'cut-off')) {
    const rest = field.slice(found.end, end)
    const isMarks = trimClosing(rest, 0, rest.length) === 0
    const kind = isMarks ? 'trailing-punctuation' : /^\s+(?!\w{1,8}:\/\/)/.test(rest) ? 'space-inside' : 'more-behind'
    damages.push({ kind, start: found.end, end, ...(isMarks ? { fixed: '' } : {}) })
  }
  return { ...(found.value === undefined ? {} : { value: found.value }), damages, isFiller: false }
}

/** Identifiers as typed in fields of their own. */
export type TypedIdentifiers = { readonly [Name in keyof Identifiers]?: string | undefined }

/** The normal forms of what can be read; a field that holds several keeps its first, one that holds none is left out. */
export function normalizeIdentifiers(typed: TypedIdentifiers): Identifiers {
  const identifiers: Record<string, string> = {}
  for (const [name, normalise] of NORMALISERS) {
    const text = typed[name]
    const value = typeof text === 'string' && text !== '' ? normalise(text.slice(0, 2000)) : undefined
    if (value !== undefined) identifiers[name] = value
  }
  return identifiers
}

const NORMALISERS: readonly (readonly [keyof Identifiers, (text: string) => string | undefined])[] = [
  ['doi', (text) => diagnoseDoi(text).value],
  ['url', (text) => normaliseUrl(text) ?? diagnoseUrl(text).value],
  ['isbn', (text) => firstOf(text, normaliseIsbn)],
  ['issn', (text) => firstOf(text, normaliseIssn)],
  ['arxiv', normaliseArxiv],
  ['pmid', normalisePmid],
  ['pmcid', normalisePmcid],
]

function firstOf(text: string, normalise: (text: string) => string | undefined): string | undefined {
  for (const part of [text, ...text.split(/[,;/\s()]+/)]) {
    const value = normalise(part)
    if (value !== undefined) return value
  }
  return undefined
}
