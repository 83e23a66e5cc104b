import type { Why } from '../model/query.ts'

/** Who is asked. `web` is any page that a manuscript links to. */
export type Service = 'doi.org' | 'crossref' | 'datacite' | 'openalex' | 'pubmed' | 'pmc' | 'arxiv' | 'wayback' | 'web'

/** One request, not sent yet. `kind` tells services apart that limit look-ups and lists differently. */
export interface Request {
  readonly service: Service
  readonly kind: 'single' | 'list'
  readonly url: string
  readonly accept: string
  /** credentials; they go to this origin alone and stand in no key, log or report */
  readonly secrets?: Readonly<Record<string, string>>
}

/** What came back, whole. */
export interface Reply {
  readonly status: number
  /** media type in lower case, without parameters */
  readonly type: string
  readonly text: string
}

/** What a reply says. */
export type Reading<Value> = { readonly state: 'found'; readonly value: Value } | { readonly state: 'absent' } | Unread

export interface Unread {
  readonly state: 'unknown'
  readonly why: Why
  readonly detail?: string
}

export type Bases = Readonly<Record<Exclude<Service, 'web'>, string>>

/** Where the services live, without a slash at the end. */
export const BASES: Bases = {
  'doi.org': 'https://doi.org',
  crossref: 'https://api.crossref.org',
  datacite: 'https://api.datacite.org',
  openalex: 'https://api.openalex.org',
  pubmed: 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils',
  pmc: 'https://pmc.ncbi.nlm.nih.gov/tools/idconv/api/v1',
  arxiv: 'https://export.arxiv.org',
  wayback: 'https://archive.org',
}

export function unread(why: Why, detail?: string): Unread {
  return detail === undefined ? { state: 'unknown', why } : { state: 'unknown', why, detail }
}

/** What a status alone says where the body does not matter; undefined where the body decides. */
export function unreadStatus({ status }: Reply): Unread | undefined {
  if (status === 429) return unread('rate-limited')
  if (status === 401 || status === 403 || status === 407) return unread('blocked')
  if (status >= 500) return unread('failed', 'server-error')
  return undefined
}

/** A DOI as part of a path: every byte arrives as it is, and no `..` climbs out of the endpoint. */
export function doiInPath(doi: string): string {
  const encoded = encodeURIComponent(wellFormed(doi))
  const steps = doi.split('/')
  const climbs = steps.some((step) => step === '' || /^(?:\.|%2e){1,2}$/i.test(step))
  return climbs ? encoded : encoded.replaceAll('%2F', '/')
}

/** Letters of a DOI are equal in both cases (ISO 26324). */
export function sameDoi(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}

export function params(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(String(value)))}`)
    .join('&')
}

const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Lone surrogates become U+FFFD: percent-encoding and UTF-8 have no form for them. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATES, '\ufffd')
}
