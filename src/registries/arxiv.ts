import type { CslItem, CslName } from '../model/csl.ts'
import type { WorkRecord } from '../model/query.ts'
import { normaliseDoi } from '../text/identifiers/index.ts'
import { cslDateOf, distinctYears, partsOfIso } from './dates.ts'
import { params, type Reading, type Reply, type Request, unread, unreadStatus } from './exchange.ts'
import { filled } from './json.ts'
import { plainText } from './markup.ts'

/** https://info.arxiv.org/help/api/user-manual.html: one connection, three seconds between requests */
export const LARGEST_ARXIV_BATCH = 50

export function arxivRequest(base: string, ids: readonly string[]): Request {
  const query = params({ id_list: ids.join(','), max_results: ids.length })
  return { service: 'arxiv', kind: 'list', url: `${base}/api/query?${query}`, accept: 'application/atom+xml' }
}

/** By id as asked for, matched by id: the service answers in any order and leaves out what it does not know. */
export function readArxiv(reply: Reply, ids: readonly string[]): ReadonlyMap<string, Reading<WorkRecord>> {
  const isFeed = reply.status === 200 && reply.text.includes('<feed') && reply.text.includes('</feed>')
  const entries = isFeed ? elements(reply.text, 'entry') : []
  const isError = entries.some((entry) => /arxiv\.org\/api\/errors/.test(childText(entry, 'id') ?? ''))
  const rest: Reading<WorkRecord> = !isFeed
    ? (unreadStatus(reply) ?? unread('failed', 'unreadable'))
    : isError
      ? unread('failed', 'bad-answer')
      : { state: 'absent' }
  const readings = new Map<string, Reading<WorkRecord>>(ids.map((id) => [id, rest]))
  for (const entry of entries) {
    const id = /arxiv\.org\/abs\/(\S{5,60})/.exec(childText(entry, 'id') ?? '')?.[1]
    if (id === undefined) continue
    const bare = withoutVersion(id)
    for (const asked of ids) {
      const isAsked = asked === id || (asked === bare && withoutVersion(asked) === asked)
      if (isAsked) readings.set(asked, { state: 'found', value: arxivRecord(entry, bare, versionOf(id)) })
    }
  }
  return readings
}

/** The id in a DOI that DataCite registered for arXiv; undefined for every other DOI. In lower case. */
export function arxivOfDoi(doi: string): string | undefined {
  return /^10\.48550\/arxiv\.(\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[a-z]{2})?\/\d{7})$/.exec(doi.toLowerCase())?.[1]
}

export function withoutVersion(id: string): string {
  return id.replace(/v\d{1,3}$/, '')
}

function versionOf(id: string): string | undefined {
  return /v(\d{1,3})$/.exec(id)?.[1]
}

/** Ids of the versions before the one that a record is of, at most nine: their titles may be the one that was cited. */
export function earlierVersions(id: string, { csl }: WorkRecord): readonly string[] {
  const newest = Number(csl.version ?? 1)
  const first = Math.max(1, newest - 9)
  return Array.from({ length: Math.max(0, newest - first) }, (_, index) => `${id}v${index === 0 ? 1 : first + index}`)
}

function arxivRecord(entry: string, id: string, version: string | undefined): WorkRecord {
  const title = plainText(childText(entry, 'title') ?? '')
  const published = partsOfIso(childText(entry, 'published'))
  const updated = partsOfIso(childText(entry, 'updated'))
  const doi = normaliseDoi(childText(entry, 'doi') ?? '')
  const comment = childText(entry, 'comment')
  const own = `10.48550/arxiv.${id.toLowerCase()}`
  const csl: CslItem = {
    id: `arxiv:${id}`,
    type: 'article',
    ...filled({
      title: title === '' ? undefined : title,
      author: elements(entry, 'author').flatMap((author): CslName[] => {
        const name = plainText(childText(author, 'name') ?? '')
        const at = name.lastIndexOf(' ')
        if (name === '') return []
        return at < 1 ? [{ literal: name }] : [{ family: name.slice(at + 1), given: name.slice(0, at) }]
      }),
      issued: cslDateOf(published),
      version,
    }),
    genre: 'preprint',
    DOI: own,
  }
  return {
    csl,
    agency: 'arXiv',
    ...filled({
      titles: title === '' ? [] : [title],
      years: distinctYears([published?.[0], updated?.[0]]),
      relations: doi === undefined || doi === own ? [] : [{ type: 'is-preprint-of', doi }],
      comment: comment === undefined ? undefined : plainText(comment),
    }),
  }
}

/** The insides of the elements of a local name, outermost only, in order. Linear in the length of the text. */
function elements(text: string, name: string): readonly string[] {
  const found: string[] = []
  let at = 0
  for (;;) {
    const open = opening(text, name, at)
    if (open === undefined) return found
    const close = text.indexOf(`</${open.name}`, open.end)
    if (close === -1) return found
    if (!open.isEmpty) found.push(text.slice(open.end, close))
    at = open.isEmpty ? open.end : close
  }
}

function opening(
  text: string,
  name: string,
  from: number,
): { readonly name: string; readonly end: number; readonly isEmpty: boolean } | undefined {
  for (let at = text.indexOf('<', from); at !== -1; at = text.indexOf('<', at + 1)) {
    const written = /^<((?:[\w-]{1,20}:)?[\w-]{1,40})(?=[\s/>])/.exec(text.slice(at, at + 64))?.[1]
    if (written === undefined || (written !== name && !written.endsWith(`:${name}`))) continue
    const end = text.indexOf('>', at)
    return end === -1 ? undefined : { name: written, end: end + 1, isEmpty: text[end - 1] === '/' }
  }
  return undefined
}

function childText(entry: string, name: string): string | undefined {
  const text = elements(entry, name)[0]?.trim()
  return text === '' ? undefined : text
}
