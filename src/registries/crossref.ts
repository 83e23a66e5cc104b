import type { WorkRecord } from '../model/query.ts'
import { crossrefRecord } from './crossref-record.ts'
import {
  doiInPath,
  params,
  type Reading,
  type Reply,
  type Request,
  sameDoi,
  unread,
  unreadStatus,
  wellFormed,
} from './exchange.ts'
import { type Fields, fieldsIn, fieldsOf, jsonOf } from './json.ts'

/** https://api.crossref.org/swagger-ui/; the limits are told in headers and kept by the governor. */
export const LARGEST_BATCH = 50
/** Longest query that proxies let pass, with room for the other parameters. */
const LONGEST_FILTER = 5000

/** Fields of a work that we read; the list is the one that the service itself gives for `/works`. */
const SELECT: string = [
  ...['DOI', 'type', 'title', 'subtitle', 'short-title', 'original-title', 'author', 'editor', 'translator'],
  ...['issued', 'published', 'published-print', 'published-online', 'posted', 'created', 'container-title'],
  ...['short-container-title', 'publisher', 'publisher-location', 'volume', 'issue', 'page', 'article-number'],
  ...['ISSN', 'ISBN', 'degree', 'relation', 'update-to', 'updated-by'],
].join(',')

const JSON_TYPE = 'application/json'

export function crossrefSingle(base: string, doi: string): Request {
  return { service: 'crossref', kind: 'single', url: `${base}/works/${doiInPath(doi)}`, accept: JSON_TYPE }
}

/** Commas and colons part the words of a filter, and one bad value spoils the list: odd DOIs are asked for alone. */
export function fitsBatch(doi: string): boolean {
  return /^10\.[\w.]{4,20}\/[\w./()[\];*+=~!@$&'-]+$/.test(doi)
}

/** How many of the DOIs, from the first, go into one batch. */
export function batchSize(dois: readonly string[]): number {
  let length = 0
  for (const [index, doi] of dois.entries()) {
    length += encodeURIComponent(wellFormed(doi)).length + 8
    if (index === LARGEST_BATCH || length > LONGEST_FILTER) return Math.max(1, index)
  }
  return dois.length
}

/** At most `LARGEST_BATCH` DOIs without commas. `isSlim`: only the fields that we read. */
export function crossrefBatch(base: string, dois: readonly string[], isSlim = true): Request {
  const filter = dois.map((doi) => `doi:${doi}`).join(',')
  const query = params({ filter, rows: dois.length, ...(isSlim ? { select: SELECT } : {}) })
  return { service: 'crossref', kind: 'list', url: `${base}/works?${query}`, accept: JSON_TYPE }
}

export function crossrefSearch(base: string, reference: string, rows = 5): Request {
  const text = reference.split(/\s/).filter(Boolean).join(' ').slice(0, 1000)
  const query = params({ 'query.bibliographic': text, rows, select: `${SELECT},score` })
  return { service: 'crossref', kind: 'list', url: `${base}/works?${query}`, accept: JSON_TYPE }
}

/** `isOther`: the record has another DOI than the one asked for, an alias perhaps. */
export type CrossrefWork = WorkRecord & { readonly isOther?: boolean }

export function readCrossrefSingle(reply: Reply, doi: string): Reading<CrossrefWork> {
  const body = bodyOf(reply, 'work')
  if (body.state !== 'found') return body
  const record = crossrefRecord(body.value)
  if (record === undefined) return unread('failed', 'bad-answer')
  return { state: 'found', value: sameDoi(record.csl.id, doi) ? record : { ...record, isOther: true } }
}

/** By DOI in lower case. A DOI without an item is absent; an item that nobody asked for counts for nothing. */
export function readCrossrefBatch(reply: Reply, dois: readonly string[]): ReadonlyMap<string, Reading<WorkRecord>> {
  const body = bodyOf(reply, 'work-list')
  const readings = new Map<string, Reading<WorkRecord>>()
  const isList = body.state === 'found' && Array.isArray(body.value.items)
  const rest: Reading<WorkRecord> =
    body.state === 'found' && isList
      ? { state: 'absent' }
      : body.state === 'unknown'
        ? body
        : unread('failed', 'bad-answer')
  for (const doi of dois) readings.set(doi.toLowerCase(), rest)
  if (body.state !== 'found') return readings
  for (const work of fieldsIn(body.value.items)) {
    const record = crossrefRecord(work)
    if (record !== undefined && readings.has(record.csl.id)) {
      readings.set(record.csl.id, { state: 'found', value: record })
    }
  }
  return readings
}

/** Candidates with the service's own score, which means something only within one answer. */
export function readCrossrefSearch(reply: Reply): Reading<readonly (WorkRecord & { readonly score: number })[]> {
  const body = bodyOf(reply, 'work-list')
  if (body.state !== 'found') return body
  const found = fieldsIn(body.value.items).flatMap((work) => {
    const record = crossrefRecord(work)
    const score = typeof work.score === 'number' ? work.score : 0
    return record === undefined ? [] : [{ ...record, score }]
  })
  return { state: 'found', value: found }
}

/** Did the service refuse the form of a request (HTTP 400 with reasons)? That is our mistake, nobody else's. */
export function isRejected(reply: Reply): boolean {
  return reply.status === 400 && jsonOf(reply)?.status === 'failed'
}

function bodyOf(reply: Reply, type: 'work' | 'work-list'): Reading<Fields> {
  // the service answers a missing work in plain text, whatever the header says; a 404 page of a proxy is no answer
  if (reply.status === 404) {
    const isOwn = reply.text.trim() === 'Resource not found.' || jsonOf(reply) !== undefined
    return isOwn && type === 'work' ? { state: 'absent' } : unread('failed', 'unreadable')
  }
  if (isRejected(reply)) return unread('failed', 'request-rejected')
  const bad = unreadStatus(reply)
  if (bad !== undefined) return bad
  const body = jsonOf(reply)
  const message = fieldsOf(body?.message)
  if (reply.status !== 200 || body === undefined) return unread('failed', 'unreadable')
  if (body.status !== 'ok' || body['message-type'] !== type || message === undefined) {
    return unread('failed', 'bad-answer')
  }
  return { state: 'found', value: message }
}
