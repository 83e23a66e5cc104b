import type { WorkRecord } from '../model/query.ts'
import { normaliseDoi } from '../text/identifiers/index.ts'
import { readCslRecord } from './csl-record.ts'
import { doiInPath, type Reading, type Reply, type Request, sameDoi, unread, unreadStatus } from './exchange.ts'
import { fieldsIn, fieldsOf, jsonListOf, jsonOf, textOf } from './json.ts'

/** https://www.doi.org/the-identifier/resources/factsheets/doi-resolution-documentation; 4 KB of address is safe. */
export const LARGEST_AGENCY_BATCH = 50

/** Who registers these DOIs? One request for many. */
export function agenciesRequest(base: string, dois: readonly string[]): Request {
  const path = dois.map((doi) => doiInPath(doi)).join(',')
  return { service: 'doi.org', kind: 'list', url: `${base}/doiRA/${path}`, accept: 'application/json' }
}

/** What is said of one DOI: an agency's name, or that it does not exist, or is no DOI at all. */
export type Agency = { readonly name: string } | 'missing' | 'invalid'

/** By DOI in lower case, matched by the DOI and never by place. What the answer does not tell stays unknown. */
export function readAgencies(reply: Reply, dois: readonly string[]): ReadonlyMap<string, Reading<Agency>> {
  const rows = reply.status === 200 ? jsonListOf(reply) : undefined
  const rest =
    rows === undefined ? (unreadStatus(reply) ?? unread('failed', 'unreadable')) : unread('failed', 'bad-answer')
  const readings = new Map<string, Reading<Agency>>(dois.map((doi) => [doi.toLowerCase(), rest]))
  for (const row of fieldsIn(rows)) {
    const doi = textOf(row.DOI)?.toLowerCase()
    if (doi === undefined || !readings.has(doi)) continue
    const name = textOf(row.RA)
    const status = textOf(row.status)?.toLowerCase()
    if (name !== undefined) readings.set(doi, { state: 'found', value: { name } })
    else if (status === 'doi does not exist') readings.set(doi, { state: 'found', value: 'missing' })
    else if (status === 'invalid doi') readings.set(doi, { state: 'found', value: 'invalid' })
  }
  return readings
}

/** Is this DOI registered, and as what? */
export function handleRequest(base: string, doi: string): Request {
  const url = `${base}/api/handles/${doiInPath(doi)}?type=URL&type=HS_ALIAS`
  return { service: 'doi.org', kind: 'single', url, accept: 'application/json' }
}

export interface Handle {
  readonly url?: string
  /** the DOI that this one stands for */
  readonly alias?: string
  readonly isDeleted: boolean
}

/** Pages that agencies point deleted DOIs to. */
const DELETED: readonly RegExp[] = [
  /^https?:\/\/(?:www\.)?crossref\.org\/_?deleted-doi/i,
  /^https?:\/\/(?:www\.)?crossref\.org\/deleted_DOI/i,
  /^https?:\/\/(?:www\.)?doi\.org\/(?:000-)?deleted/i,
]

/** Absent only by the service's own word (`responseCode` 100): a proxy's 404 is no answer. */
export function readHandle(reply: Reply, doi: string): Reading<Handle> {
  const body = jsonOf(reply)
  const code = body?.responseCode
  if (body === undefined || typeof code !== 'number') return unreadStatus(reply) ?? unread('failed', 'unreadable')
  if (code !== 1 && code !== 100 && code !== 200) return unread('failed', `handle-code-${code}`)
  const isMeant = sameDoi(textOf(body.handle) ?? '', doi) && reply.status === (code === 100 ? 404 : 200)
  if (!isMeant) return unreadStatus(reply) ?? unread('failed', 'bad-answer')
  if (code === 100) return { state: 'absent' }
  const values = new Map(
    fieldsIn(body.values).map((value) => [textOf(value.type), textOf(fieldsOf(value.data)?.value)] as const),
  )
  const url = values.get('URL')
  const alias = values.get('HS_ALIAS')
  return {
    state: 'found',
    value: {
      ...(url === undefined ? {} : { url }),
      ...(alias === undefined ? {} : { alias: normaliseDoi(alias) ?? alias.toLowerCase() }),
      isDeleted: url !== undefined && DELETED.some((form) => form.test(url)),
    },
  }
}

/** The record of an agency that has no adapter of its own, by content negotiation. The answer comes from elsewhere. */
export function negotiationRequest(base: string, doi: string): Request {
  return {
    service: 'doi.org',
    kind: 'single',
    url: `${base}/${doiInPath(doi)}`,
    accept: 'application/vnd.citationstyles.csl+json',
  }
}

/** A 404 means that this agency serves no metadata, not that the DOI is none. */
export function readNegotiated(reply: Reply, doi: string, agency: string): Reading<WorkRecord> {
  if (reply.status === 404 || reply.status === 406) return { state: 'absent' }
  const bad = unreadStatus(reply)
  if (bad !== undefined) return bad
  const body = jsonOf(reply)
  if (reply.status !== 200 || body === undefined) return unread('failed', 'unreadable')
  return readCslRecord(body, doi, agency)
}
