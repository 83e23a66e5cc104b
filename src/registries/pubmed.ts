import type { CslItem, CslName } from '../model/csl.ts'
import type { WorkRecord, WorkUpdate } from '../model/query.ts'
import { normaliseDoi } from '../text/identifiers/index.ts'
import { cslDateOf, distinctYears } from './dates.ts'
import { params, type Reading, type Reply, type Request, unread, unreadStatus } from './exchange.ts'
import { type Fields, fieldsIn, fieldsOf, filled, jsonOf, textOf, textsIn } from './json.ts'
import { plainText } from './markup.ts'

/** https://www.ncbi.nlm.nih.gov/books/NBK25499/ */
export const LARGEST_PUBMED_BATCH = 200

export function pubmedRequest(base: string, pmids: readonly string[], email?: string): Request {
  const query = params({
    db: 'pubmed',
    id: pmids.join(','),
    retmode: 'json',
    tool: 'citelint',
    ...(email === undefined ? {} : { email }),
  })
  return { service: 'pubmed', kind: 'list', url: `${base}/esummary.fcgi?${query}`, accept: 'application/json' }
}

/** By PMID. An error stands at one id and means nothing for the others; it does not say that the article is none. */
export function readPubmed(reply: Reply, pmids: readonly string[]): ReadonlyMap<string, Reading<WorkRecord>> {
  const result = reply.status === 200 ? fieldsOf(jsonOf(reply)?.result) : undefined
  const rest =
    result === undefined ? (unreadStatus(reply) ?? unread('failed', 'unreadable')) : unread('failed', 'bad-answer')
  return new Map(
    pmids.map((pmid): readonly [string, Reading<WorkRecord>] => {
      const summary = result !== undefined && Object.hasOwn(result, pmid) ? fieldsOf(result[pmid]) : undefined
      if (summary === undefined) return [pmid, rest]
      const error = textOf(summary.error)
      if (error !== undefined) {
        return [pmid, /cannot get document summary/i.test(error) ? { state: 'absent' } : unread('failed', 'bad-answer')]
      }
      if (textOf(summary.uid) !== pmid) return [pmid, unread('failed', 'bad-answer')]
      return [pmid, { state: 'found', value: pubmedRecord(summary, pmid) }]
    }),
  )
}

function pubmedRecord(summary: Fields, pmid: string): WorkRecord {
  const title = withoutStop(plainText(textOf(summary.title) ?? ''))
  const ids = new Map(fieldsIn(summary.articleids).map((one) => [textOf(one.idtype), textOf(one.value)] as const))
  const doi = normaliseDoi(ids.get('doi') ?? '')
  const years = distinctYears([yearIn(summary.pubdate), yearIn(summary.epubdate)])
  const venues = [...new Set(textsIn([summary.fulljournalname, summary.source]))]
  const csl: CslItem = {
    id: `pmid:${pmid}`,
    type: 'article-journal',
    ...filled({
      title: title === '' ? undefined : title,
      author: fieldsIn(summary.authors).flatMap(authorOf),
      issued: cslDateOf(yearIn(summary.pubdate) === undefined ? undefined : [yearIn(summary.pubdate) as number]),
      'container-title': venues[0],
      volume: textOf(summary.volume),
      issue: textOf(summary.issue),
      page: textOf(summary.pages),
      ISSN: textOf(summary.issn) ?? textOf(summary.essn),
      DOI: doi,
      PMCID: ids.get('pmc'),
    }),
    PMID: pmid,
  }
  const notices = fieldsIn(summary.references).flatMap(noticeOf)
  const updates = notices.filter(({ isAboutThis }) => isAboutThis).map(({ update }) => update)
  const isFlagged = textsIn(summary.pubtype).includes('Retracted Publication')
  const isTold = updates.some(({ type }) => type === 'retraction')
  return {
    csl,
    agency: 'PubMed',
    ...filled({
      titles: title === '' ? [] : [title],
      years,
      venues,
      updates: isFlagged && !isTold ? [...updates, { type: 'retraction', source: 'pubmed' }] : updates,
      noticeOf: notices.filter(({ isAboutThis }) => !isAboutThis).map(({ update }) => update),
    }),
  }
}

const NOTICES: readonly (readonly [RegExp, string])[] = [
  [/^(?:partial )?retraction (in|of)/i, 'retraction'],
  [/^expression of concern (in|for)/i, 'expression-of-concern'],
  [/^(?:erratum|corrected and republished) (in|for|from)/i, 'correction'],
]

function noticeOf(reference: Fields): readonly { update: WorkUpdate; isAboutThis: boolean }[] {
  const kind = textOf(reference.reftype) ?? ''
  for (const [form, type] of NOTICES) {
    const match = form.exec(kind)
    if (match === null) continue
    const label = textOf(reference.refsource)
    return [
      {
        update: { type, source: 'pubmed', ...filled({ label, recordId: textOf(reference.pmid) }) },
        isAboutThis: match[1]?.toLowerCase() === 'in',
      },
    ]
  }
  return []
}

/** `Smith JA` */
function authorOf({ name, authtype }: Fields): CslName[] {
  const whole = textOf(name)
  if (whole === undefined) return []
  const at = whole.lastIndexOf(' ')
  const initials = whole.slice(at + 1)
  if (authtype === 'CollectiveName' || at < 1 || !/^\p{Lu}{1,4}$/u.test(initials)) return [{ literal: whole }]
  return [{ family: whole.slice(0, at), given: [...initials].map((letter) => `${letter}.`).join(' ') }]
}

function yearIn(value: unknown): number | undefined {
  const year = /^(\d{4})/.exec(textOf(value) ?? '')?.[1]
  return year === undefined ? undefined : Number(year)
}

function withoutStop(title: string): string {
  return title.endsWith('.') && !title.endsWith('..') ? title.slice(0, -1) : title
}

/** PMCID to its other ids: https://pmc.ncbi.nlm.nih.gov/tools/id-converter-api/ */
export function converterRequest(base: string, ids: readonly string[], email?: string): Request {
  const query = params({
    ids: ids.join(','),
    format: 'json',
    tool: 'citelint',
    ...(email === undefined ? {} : { email }),
  })
  return { service: 'pmc', kind: 'list', url: `${base}/articles/?${query}`, accept: 'application/json' }
}

export interface Converted {
  readonly doi?: string
  readonly pmid?: string
}

/** By the id asked for. “Not found in PMC” says nothing about the article: unknown, not absent. */
export function readConverter(reply: Reply, ids: readonly string[]): ReadonlyMap<string, Reading<Converted>> {
  const records = reply.status === 200 ? jsonOf(reply)?.records : undefined
  const rest = Array.isArray(records)
    ? unread('failed', 'bad-answer')
    : (unreadStatus(reply) ?? unread('failed', 'unreadable'))
  const readings = new Map<string, Reading<Converted>>(ids.map((id) => [id.toUpperCase(), rest]))
  for (const record of fieldsIn(records)) {
    const asked = [record['requested-id'], record.pmcid, record.pmid].flatMap((id) => textOf(id)?.toUpperCase() ?? [])
    const id = asked.find((one) => readings.has(one))
    if (id === undefined) continue
    if (textOf(record.status) === 'error') readings.set(id, unread('unsupported', 'not-in-pmc'))
    else {
      const doi = normaliseDoi(textOf(record.doi) ?? '')
      readings.set(id, { state: 'found', value: filled({ doi, pmid: textOf(record.pmid) }) as Converted })
    }
  }
  return readings
}
