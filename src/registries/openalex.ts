import { doiInPath, type Reading, type Reply, type Request, unread, unreadStatus } from './exchange.ts'
import { jsonOf, textOf } from './json.ts'

/** https://docs.openalex.org; a free key is needed, single look-ups cost nothing. The key stays out of the address. */
export function openalexRequest(base: string, doi: string, key: string): Request {
  return {
    service: 'openalex',
    kind: 'single',
    url: `${base}/works/doi:${doiInPath(doi)}?select=id,doi,is_retracted`,
    accept: 'application/json',
    secrets: { authorization: `Bearer ${key}` },
  }
}

/** Is it called retracted? A boolean without evidence: a hint for the reader, never a finding of its own. */
export function readOpenalex(reply: Reply, doi: string): Reading<{ readonly isRetracted: boolean }> {
  if (reply.status === 404) return { state: 'absent' }
  const bad = unreadStatus(reply)
  if (bad !== undefined) return bad
  const body = jsonOf(reply)
  if (reply.status !== 200 || body === undefined) return unread('failed', 'unreadable')
  const own = textOf(body.doi)?.replace(/^https:\/\/doi\.org\//i, '')
  if (own?.toLowerCase() !== doi.toLowerCase()) return unread('failed', 'bad-answer')
  return { state: 'found', value: { isRetracted: body.is_retracted === true } }
}
