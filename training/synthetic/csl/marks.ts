import { type Field, fields } from '../../../src/reference-parser/labels.ts'
import type { FieldSpan } from '../../example.ts'

/**
 * Signs of the private use areas that go through a citation processor unharmed. A value carries its field in its marks, so that
 * whatever a style makes of it, its place is known.
 */
const wordsOpen = 0xe100
const regionOpen = 0xe180
const termOpen = 0xe200
const personOpen = 0xe300
const close = '\ue000'

/** The terms of a style that belong to a field. */
export const termKinds = ['month', 'edition', 'no date', 'et-al'] as const
export type TermKind = (typeof termKinds)[number]

/** Variables whose text must stay as it is for the processor; the processor tells where it wrote them. */
export const regionKinds = [
  'issued',
  'accessed',
  'year-suffix',
  'volume',
  'issue',
  'page',
  'edition',
  'extent',
  'number',
  'id',
  'doi',
  'url',
  'isbn',
] as const
export type RegionKind = (typeof regionKinds)[number]

export const roles = ['author', 'editor', 'translator'] as const
export type Role = (typeof roles)[number]
const mostPeople = 60

export function words(field: Field, text: string): string {
  return String.fromCharCode(wordsOpen + fields.indexOf(field)) + text + close
}

export function region(kind: RegionKind, text: string): string {
  return String.fromCharCode(regionOpen + regionKinds.indexOf(kind)) + text + close
}

export function term(kind: TermKind, text: string): string {
  return String.fromCharCode(termOpen + termKinds.indexOf(kind)) + text + close
}

export function person(role: Role, index: number, family: string): string {
  return String.fromCharCode(personOpen + roles.indexOf(role) * mostPeople + (index % mostPeople)) + family + close
}

interface Place {
  readonly start: number
  readonly end: number
}

/** A marked text without its marks, and what they said. */
export interface Unmarked {
  readonly text: string
  readonly words: readonly FieldSpan[]
  readonly regions: readonly (Place & { readonly kind: RegionKind })[]
  readonly terms: readonly (Place & { readonly kind: TermKind })[]
  readonly people: readonly (Place & { readonly role: Role; readonly index: number })[]
}

const doubled = new RegExp(`([.?!])(${close}+)([”"’»]?)\\.`, 'g')
const stray = new RegExp(` (${close}*)([,.])(?![\\p{L}\\p{N}])`, 'gu')

export function unmark(marked: string): Unmarked {
  const source = marked
    // a processor that does not see the end of a value cannot know that it ends with a stop
    .replace(doubled, '$1$2$3')
    .replace(/\s+/g, ' ')
    .replace(stray, '$1$2')
    .trim()
  let text = ''
  const open: { code: number; start: number }[] = []
  const found: Required<{ -readonly [Key in keyof Omit<Unmarked, 'text'>]: Unmarked[Key][number][] }> = {
    words: [],
    regions: [],
    terms: [],
    people: [],
  }
  for (const sign of source) {
    const code = sign.charCodeAt(0)
    if (sign === close) {
      const last = open.pop()
      if (last !== undefined) note(last.code, { start: last.start, end: text.length })
    } else if (code > 0xe000 && code < 0xf000) open.push({ code, start: text.length })
    else text += sign
  }
  function note(code: number, place: Place): void {
    if (place.end === place.start) return
    if (code >= personOpen) {
      const number = code - personOpen
      const role = roles[Math.floor(number / mostPeople)] as Role
      found.people.push({ ...place, role, index: number % mostPeople })
    } else if (code >= termOpen) found.terms.push({ ...place, kind: termKinds[code - termOpen] as TermKind })
    else if (code >= regionOpen) found.regions.push({ ...place, kind: regionKinds[code - regionOpen] as RegionKind })
    else found.words.push({ ...place, field: fields[code - wordsOpen] as Field })
  }
  return { text, ...found }
}
