import type { CslItem } from '../../model/csl.ts'
import type { Reference } from '../../model/reference.ts'
import type { Span } from '../../model/source.ts'
import { makersOf, yearOf } from '../../text/csl.ts'
import { readingOffset } from '../../text/passage.ts'

export interface Difference {
  readonly field: string
  /** empty where one side does not have it */
  readonly left: string
  readonly right: string
}

interface Compared {
  readonly name: string
  /** the CSL variable, by which its place in the entry is known */
  readonly variable: string
  readonly of: (item: CslItem) => string
  /** equal where this is equal */
  readonly key?: (value: string) => string
}

/** What two entries of one work must have alike in any language and script. */
const compared: readonly Compared[] = [
  { name: 'year', variable: 'issued', of: (item) => yearOf(item) ?? '' },
  { name: 'volume', variable: 'volume', of: ({ volume }) => text(volume) },
  { name: 'issue', variable: 'issue', of: ({ issue }) => text(issue) },
  {
    name: 'pages',
    variable: 'page',
    of: ({ page }) => text(page),
    key: (value) => value.replace(/[^\p{L}\p{N}]+/gu, '-'),
  },
  { name: 'DOI', variable: 'DOI', of: ({ DOI }) => text(DOI), key: (value) => value.toLowerCase() },
  { name: 'address', variable: 'URL', of: ({ URL }) => text(URL), key: bareAddress },
  { name: 'ISBN', variable: 'ISBN', of: ({ ISBN }) => text(ISBN), key: (value) => value.replace(/[^\dXx]/g, '') },
  { name: 'number of authors', variable: 'author', of: (item) => String(makersOf(item).length || '') },
]

/** Where two entries of parallel lists say different things that do not depend on their language. */
export function differences(left: Reference, right: Reference): readonly Difference[] {
  return compared.flatMap(({ name, of, key = (value) => value }) => {
    const [here, there] = [of(left.csl), of(right.csl)]
    return key(here) === key(there) ? [] : [{ field: name, left: here, right: there }]
  })
}

export interface Part {
  readonly text: string
  readonly differs: boolean
}

/** Where the fields that differ stand in an entry. */
export function placesOf({ fields }: Reference, found: readonly Difference[]): readonly Span[] {
  const names = new Set(found.map(({ field }) => field))
  const variables = new Set(
    compared.filter(({ name }) => names.has(name) && name !== 'number of authors').map(({ variable }) => variable),
  )
  return fields.filter(({ field }) => variables.has(field)).flatMap(({ segments }) => segments)
}

/** The words of an entry, cut at these places of its source. */
export function markedParts({ passage, raw }: Reference, places: readonly Span[]): readonly Part[] {
  if (passage.text === '') return [{ text: raw, differs: false }]
  const spans = places
    .map(({ start, end }) => [readingOffset(passage, start), readingOffset(passage, end)] as const)
    .sort(([one], [other]) => one - other)
  const parts: Part[] = []
  let at = 0
  for (const [start, end] of spans) {
    if (start < at || end <= start) continue
    if (start > at) parts.push({ text: passage.text.slice(at, start), differs: false })
    parts.push({ text: passage.text.slice(start, end), differs: true })
    at = end
  }
  if (at < passage.text.length) parts.push({ text: passage.text.slice(at), differs: false })
  return parts
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Addresses that differ in the scheme, `www.` or a closing slash lead to one place. */
function bareAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '')
}
