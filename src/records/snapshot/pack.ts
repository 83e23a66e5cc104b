import type { CslItem, CslName } from '../../model/csl.ts'
import type { WorkRecord, WorkUpdate } from '../../model/query.ts'

/** A record in one line: short names, nothing twice, no field that citelint never compares. */
interface Packed {
  /** DOI, type, title */
  readonly d: string
  readonly t: string
  readonly n?: string
  /** other forms of the title */
  readonly f?: readonly string[]
  /** authors: family and given in turn; a body is a family with `0` for the given name */
  readonly a?: readonly (string | 0)[]
  /** date parts, and the years that may be cited besides */
  readonly i?: readonly number[]
  readonly y?: readonly number[]
  readonly c?: string
  readonly v?: readonly string[]
  readonly o?: string
  readonly u?: string
  readonly p?: string
  readonly g?: string
  readonly k?: readonly WorkUpdate[]
  readonly w?: readonly WorkUpdate[]
  readonly r?: WorkRecord['relations']
  readonly x?: WorkRecord['otherRelations']
  readonly m?: string
  /** the rest of the item, under its own names */
  readonly e?: Readonly<Record<string, unknown>>
}

/** Fields of the item that are kept under their own names. */
const REST = [
  'editor',
  'original-title',
  'number',
  'edition',
  'genre',
  'language',
  'publisher',
  'ISBN',
  'ISSN',
  'PMID',
] as const

/** One line of JSON, without a line end. */
export function pack(record: WorkRecord): string {
  const { csl, titles = [], years = [], venues = [] } = record
  const issued = csl.issued?.['date-parts']?.[0]?.map(Number).filter((part) => part > 0)
  const rest: Record<string, unknown> = {}
  for (const field of REST) if (csl[field] !== undefined) rest[field] = csl[field]
  const packed: Packed = {
    d: (csl.DOI ?? '').toLowerCase(),
    t: csl.type,
    ...some('n', csl.title),
    ...many(
      'f',
      titles.filter((title) => title !== csl.title),
    ),
    ...many('a', (csl.author ?? []).flatMap(packName)),
    ...many('i', issued ?? []),
    ...many(
      'y',
      years.filter((year) => year !== issued?.[0]),
    ),
    ...some('c', csl['container-title']),
    ...many(
      'v',
      venues.filter((venue) => venue !== csl['container-title']),
    ),
    ...some('o', csl.volume),
    ...some('u', csl.issue),
    ...some('p', csl.page),
    ...some('g', record.agency === 'Crossref' ? undefined : record.agency),
    ...many('k', record.updates ?? []),
    ...many('w', record.noticeOf ?? []),
    ...many('r', record.relations ?? []),
    ...many('x', record.otherRelations ?? []),
    ...some('m', record.comment),
    ...(Object.keys(rest).length === 0 ? {} : { e: rest }),
  }
  return JSON.stringify(packed)
}

export function unpack(line: string): WorkRecord {
  const { d, t, n, f, a, i, y, c, v, o, u, p, g, k, w, r, x, m, e } = JSON.parse(line) as Packed
  const csl: CslItem = {
    id: d,
    type: t,
    ...some('title', n),
    ...(a === undefined ? {} : { author: unpackNames(a) }),
    ...(i === undefined ? {} : { issued: { 'date-parts': [[...i]] } }),
    ...some('container-title', c),
    ...some('volume', o),
    ...some('issue', u),
    ...some('page', p),
    ...e,
    DOI: d,
  }
  const years = [...(i === undefined ? [] : i.slice(0, 1)), ...(y ?? [])].sort((left, right) => left - right)
  return {
    csl,
    agency: g ?? 'Crossref',
    ...(n === undefined ? {} : { titles: [n, ...(f ?? [])] }),
    ...(years.length === 0 ? {} : { years }),
    ...(c === undefined && v === undefined ? {} : { venues: [...(c === undefined ? [] : [c]), ...(v ?? [])] }),
    ...(k === undefined ? {} : { updates: k }),
    ...(w === undefined ? {} : { noticeOf: w }),
    ...(r === undefined ? {} : { relations: r }),
    ...(x === undefined ? {} : { otherRelations: x }),
    ...some('comment', m),
  }
}

function some<Name extends string>(name: Name, value: string | undefined): { [Key in Name]?: string } {
  return (value === undefined || value === '' ? {} : { [name]: value }) as { [Key in Name]?: string }
}

function many<Name extends string, Value>(name: Name, values: readonly Value[]): { [Key in Name]?: readonly Value[] } {
  return (values.length === 0 ? {} : { [name]: values }) as { [Key in Name]?: readonly Value[] }
}

function packName({ family, given, literal, suffix, ...rest }: CslName): readonly (string | 0)[] {
  if (family === undefined) return literal === undefined ? [] : [literal, 0]
  const particles = [rest['dropping-particle'], rest['non-dropping-particle']].filter((part) => part !== undefined)
  return [[...particles, family].join(' '), [given ?? '', suffix ?? ''].join(' ').trim()]
}

function unpackNames(flat: readonly (string | 0)[]): CslName[] {
  const names: CslName[] = []
  for (let at = 0; at + 1 < flat.length; at += 2) {
    const [family, given] = [String(flat[at]), flat[at + 1]]
    if (given === 0) names.push({ literal: family })
    else names.push(given === '' ? { family } : { family, given: given as string })
  }
  return names
}
