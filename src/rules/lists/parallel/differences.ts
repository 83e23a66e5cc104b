import type { Reference } from '../../../model/reference.ts'
import { compareFamilies } from '../../../names/index.ts'
import { addressDifference } from './addresses.ts'
import { fieldOf, type NumberField, rangeAround } from './fields.ts'
import { compareMakers, headNames } from './makers.ts'
import type { Pair } from './pairs.ts'
import { type RoleDifference, roleDifference } from './roles.ts'
import { type Alignment, alignTokens, type Token, tokensOf } from './tokens.ts'

/** Offsets in the passage of an entry. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** One thing in which two lists disagree about a work. A side without a place lacks it. */
export interface Difference {
  readonly kind: 'maker' | 'maker-dropped' | 'field' | 'field-dropped' | 'wording' | 'roles'
  /** what differs, for the reader: `author`, `year`, `DOI`… */
  readonly field: string
  readonly original: string
  readonly repeated: string
  readonly inOriginal?: Place
  readonly inRepeated?: Place
  /** the side that another witness supports */
  readonly witness?: 'original' | 'repeated'
}

/** All differences of one pair, in no order. `source` is the text of the file. */
export function differencesOf(
  pair: Pair,
  source: string,
  alignment: Alignment = alignPair(pair),
): readonly Difference[] {
  return [
    ...makerDifferences(pair),
    ...numberDifferences(pair, alignment),
    ...addressDifferences(pair),
    ...doiDifferences(pair),
    ...wordDifferences(pair, alignment),
    ...roles(roleDifference(alignment, [pair.original, pair.repeated], source)),
  ]
}

export function alignPair({ original, repeated }: Pair): Alignment {
  return alignTokens(tokensOf(original), tokensOf(repeated))
}

function makerDifferences({ original, repeated }: Pair): readonly Difference[] {
  const left = headNames(original.passage.text)
  const right = headNames(repeated.passage.text)
  return compareMakers(left, right).flatMap(({ kind, left: one, right: two }): Difference[] => {
    const places = {
      ...(one === undefined ? {} : { inOriginal: { start: one.start, end: one.end } }),
      ...(two === undefined ? {} : { inRepeated: { start: two.start, end: two.end } }),
    }
    const names = { original: one?.family ?? '', repeated: two?.family ?? '' }
    // bodies are often translated: only a slip of spelling is sure
    if (kind !== 'spelling' && (one ?? two)?.initials === '') return []
    return [{ kind: kind === 'dropped' ? 'maker-dropped' : 'maker', field: 'author', ...names, ...places }]
  })
}

interface Loose {
  readonly token: Token
  readonly field: NumberField
}

function numberDifferences(
  { original, repeated }: Pair,
  { left, right, gaps, partners }: Alignment,
): readonly Difference[] {
  const loose = (tokens: readonly Token[], reference: Reference): readonly Loose[] =>
    tokens
      .filter(({ kind }) => kind === 'number')
      .map((token) => ({ token, field: fieldOf(reference, token) }))
      .filter(({ field }) => field !== 'access date')
  const ours = loose(
    gaps.flatMap((gap) => gap.left),
    original,
  )
  const theirs = [
    ...loose(
      gaps.flatMap((gap) => gap.right),
      repeated,
    ),
  ]
  const found: Difference[] = []
  const open: Loose[] = []
  for (const one of ours) {
    const index = theirs.findIndex(({ field }) => field === one.field)
    const other = theirs[index]
    if (other === undefined) {
      open.push(one)
      continue
    }
    theirs.splice(index, 1)
    found.push(numbered(original, repeated, one, other))
  }
  // one number on each side whose meaning was read differently
  const [one, ...more] = open
  const [other, ...others] = theirs
  if (one !== undefined && other !== undefined && more.length === 0 && others.length === 0)
    return [...found, numbered(original, repeated, one, other)]
  const is = (token: Token, reference: Reference, field: NumberField): boolean =>
    token.kind === 'number' && fieldOf(reference, token) === field
  // a range in the title, which both lists have, is no number of pages that the other one lacks
  const shared = partners.flatMap((partner, index) => (partner < 0 ? [] : [[index, partner] as const]))
  const both = (field: NumberField): readonly (readonly [number, number])[] =>
    shared.filter(
      ([one, other]) => is(left[one] as Token, original, field) && is(right[other] as Token, repeated, field),
    )
  const has = (tokens: readonly Token[], reference: Reference, field: NumberField): boolean => {
    const side = tokens === left ? 0 : 1
    const paired = new Set(both(field).map((pair) => tokens[pair[side]]))
    return tokens.some((token) => !paired.has(token) && is(token, reference, field))
  }
  for (const { token, field } of open) {
    if (field !== 'number' && !has(right, repeated, field)) found.push(dropped(original, token, field, 'original'))
  }
  for (const { token, field } of theirs) {
    if (field !== 'number' && !has(left, original, field)) found.push(dropped(repeated, token, field, 'repeated'))
  }
  return once(found)
}

function numbered(original: Reference, repeated: Reference, one: Loose, other: Loose): Difference {
  const left = rangeAround(original, one.token)
  const right = rangeAround(repeated, other.token)
  return {
    kind: 'field',
    field: one.field === 'number' ? other.field : one.field,
    original: textAt(original, left),
    repeated: textAt(repeated, right),
    inOriginal: left,
    inRepeated: right,
  }
}

function dropped(reference: Reference, token: Token, field: NumberField, side: 'original' | 'repeated'): Difference {
  const place = rangeAround(reference, token)
  const text = textAt(reference, place)
  return side === 'original'
    ? { kind: 'field-dropped', field, original: text, repeated: '', inOriginal: place }
    : { kind: 'field-dropped', field, original: '', repeated: text, inRepeated: place }
}

function textAt({ passage }: Reference, { start, end }: Place): string {
  return passage.text.slice(start, end)
}

/** Both ends of one range are one difference. */
function once(found: readonly Difference[]): readonly Difference[] {
  const seen = new Set<string>()
  return found.filter(({ kind, field, inOriginal, inRepeated }) => {
    const key = `${kind} ${field} ${inOriginal?.start} ${inRepeated?.start}`
    return !seen.has(key) && seen.add(key)
  })
}

function addressDifferences({ original, repeated }: Pair): readonly Difference[] {
  const found = addressDifference(original, repeated)
  if (found === undefined) return []
  const place = (reference: Reference, part: string): Place | undefined => {
    const text = reference.passage.text.toLowerCase()
    // the title may have the word, too
    const from = Math.max(0, text.search(/https?:\/\/|www\./))
    const at = text.indexOf(part.toLowerCase(), from)
    return at < 0 ? undefined : { start: at, end: at + part.length }
  }
  const [left, right] = [place(original, found.left), place(repeated, found.right)]
  return [
    {
      kind: 'field',
      field: 'address',
      original: found.left,
      repeated: found.right,
      ...(left === undefined ? {} : { inOriginal: left }),
      ...(right === undefined ? {} : { inRepeated: right }),
      ...(found.titled === undefined ? {} : { witness: found.titled === 'left' ? 'original' : 'repeated' }),
    },
  ]
}

function doiDifferences({ original, repeated }: Pair): readonly Difference[] {
  const [left, right] = [original.identifiers.doi, repeated.identifiers.doi]
  if (left === right) return []
  const place = ({ passage }: Reference, doi: string | undefined): Place | undefined => {
    const at = doi === undefined ? -1 : passage.text.toLowerCase().indexOf(doi.toLowerCase())
    return doi === undefined || at < 0 ? undefined : { start: at, end: at + doi.length }
  }
  const [one, two] = [place(original, left), place(repeated, right)]
  return [
    {
      kind: left === undefined || right === undefined ? 'field-dropped' : 'field',
      field: 'DOI',
      original: left ?? '',
      repeated: right ?? '',
      ...(one === undefined ? {} : { inOriginal: one }),
      ...(two === undefined ? {} : { inRepeated: two }),
    },
  ]
}

/** Words of one script that differ between words that agree: the two lists are copies there. */
function wordDifferences({ original, repeated }: Pair, { gaps, left, partners }: Alignment): readonly Difference[] {
  const heads = [original, repeated].map(({ passage }) => headNames(passage.text).at(-1)?.end ?? 0) as [number, number]
  const paired = partners.filter((partner) => partner >= 0).length
  const copies = paired >= 0.75 * left.length
  return gaps.flatMap((gap): Difference[] => {
    const [one, ...more] = gap.left
    const [other, ...others] = gap.right
    if (one === undefined || other === undefined || one.kind !== 'word' || other.kind !== 'word') return []
    if (one.script !== other.script || one.start < heads[0] || other.start < heads[1]) return []
    const single = more.length === 0 && others.length === 0
    if (!single && !(copies && more.length < 3 && others.length < 3)) return []
    if (single && !copies && !isSlip(one, other)) return []
    if (single && Math.min(one.text.length, other.text.length) < 4 && !isSlip(one, other)) return []
    const ends = [gap.left.at(-1) as Token, gap.right.at(-1) as Token] as const
    const places = [
      { start: one.start, end: ends[0].end },
      { start: other.start, end: ends[1].end },
    ] as const
    return [
      {
        kind: 'wording',
        field: 'wording',
        original: textAt(original, places[0]),
        repeated: textAt(repeated, places[1]),
        inOriginal: places[0],
        inRepeated: places[1],
      },
    ]
  })
}

/** Long words one or two letters apart. */
function isSlip(one: Token, other: Token): boolean {
  if (Math.min(one.text.length, other.text.length) < 5) return false
  return compareFamilies(one.text, other.text).verdict === 'near'
}

function roles(found: RoleDifference | undefined): readonly Difference[] {
  return found === undefined
    ? []
    : [{ kind: 'roles', field: 'what is set in italics', original: found.left, repeated: found.right }]
}
