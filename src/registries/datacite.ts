import type { CslItem, CslName } from '../model/csl.ts'
import type { WorkRecord } from '../model/query.ts'
import { normaliseDoi } from '../text/identifiers/index.ts'
import { cslDateOf, distinctYears, partsOfIso } from './dates.ts'
import { doiInPath, params, type Reading, type Reply, type Request, sameDoi, unread, unreadStatus } from './exchange.ts'
import { type Fields, fieldsIn, fieldsOf, filled, jsonOf, listOf, textOf } from './json.ts'
import { plainText } from './markup.ts'

/** https://support.datacite.org/docs/api; the page size is the service's default. */
export const LARGEST_DATACITE_BATCH = 25

const JSON_API = 'application/vnd.api+json'

export function dataciteSingle(base: string, doi: string): Request {
  return { service: 'datacite', kind: 'single', url: `${base}/dois/${doiInPath(doi)}`, accept: JSON_API }
}

export function dataciteBatch(base: string, dois: readonly string[]): Request {
  const query = params({ ids: dois.join(','), 'page[size]': dois.length })
  return { service: 'datacite', kind: 'list', url: `${base}/dois?${query}`, accept: JSON_API }
}

export function readDataciteSingle(reply: Reply, doi: string): Reading<WorkRecord> {
  if (reply.status === 404) {
    const [error] = fieldsIn(jsonOf(reply)?.errors)
    return textOf(error?.status) === '404' ? { state: 'absent' } : unread('failed', 'unreadable')
  }
  const bad = unreadStatus(reply)
  if (bad !== undefined) return bad
  const record = dataciteRecord(fieldsOf(jsonOf(reply)?.data))
  if (reply.status !== 200 || record === undefined) return unread('failed', 'unreadable')
  return sameDoi(record.csl.id, doi) ? { state: 'found', value: record } : unread('failed', 'bad-answer')
}

/** By DOI in lower case, as for Crossref. */
export function readDataciteBatch(reply: Reply, dois: readonly string[]): ReadonlyMap<string, Reading<WorkRecord>> {
  const data = reply.status === 200 ? jsonOf(reply)?.data : undefined
  const rest: Reading<WorkRecord> = Array.isArray(data)
    ? { state: 'absent' }
    : (unreadStatus(reply) ?? unread('failed', 'unreadable'))
  const readings = new Map<string, Reading<WorkRecord>>(dois.map((doi) => [doi.toLowerCase(), rest]))
  for (const one of listOf(data)) {
    const record = dataciteRecord(fieldsOf(one))
    if (record !== undefined && readings.has(record.csl.id)) {
      readings.set(record.csl.id, { state: 'found', value: record })
    }
  }
  return readings
}

const TYPES: Readonly<Record<string, string>> = {
  JournalArticle: 'article-journal',
  Preprint: 'article',
  ConferencePaper: 'paper-conference',
  Book: 'book',
  BookChapter: 'chapter',
  Dissertation: 'thesis',
  Report: 'report',
  Software: 'software',
  Dataset: 'dataset',
  Text: 'article',
}

const RELATIONS: Readonly<Record<string, string>> = {
  IsPreprintOf: 'is-preprint-of',
  HasPreprint: 'has-preprint',
  IsPublishedIn: 'is-part-of',
}

/** The metadata object of `data`: https://schema.datacite.org/. Undefined where it has no DOI. */
export function dataciteRecord(data: Fields | undefined): WorkRecord | undefined {
  const attributes = fieldsOf(data?.attributes) ?? data
  const doi = textOf(attributes?.doi)?.toLowerCase()
  if (attributes === undefined || doi === undefined) return undefined
  const titles = fieldsIn(attributes.titles).flatMap((one) => {
    const title = plainText(textOf(one.title) ?? '')
    return title === '' ? [] : [{ title, type: textOf(one.titleType) }]
  })
  const main = titles.find(({ type }) => type === undefined)?.title ?? titles[0]?.title
  const container = fieldsOf(attributes.container)
  const venue = textOf(container?.title)
  const year = Number(textOf(attributes.publicationYear))
  const dates = fieldsIn(attributes.dates).map((one) => partsOfIso(textOf(one.date))?.[0])
  const csl: CslItem = {
    id: doi,
    type: TYPES[textOf(fieldsOf(attributes.types)?.resourceTypeGeneral) ?? ''] ?? 'document',
    ...filled({
      title: main,
      author: fieldsIn(attributes.creators).flatMap(nameOf),
      issued: cslDateOf(Number.isInteger(year) && year > 0 ? [year] : undefined),
      'container-title': venue,
      volume: textOf(container?.volume),
      issue: textOf(container?.issue),
      page: pagesOf(textOf(container?.firstPage), textOf(container?.lastPage)),
      publisher: textOf(attributes.publisher) ?? textOf(fieldsOf(attributes.publisher)?.name),
      language: textOf(attributes.language),
      version: textOf(attributes.version),
    }),
    DOI: doi,
  }
  const isHidden = textOf(attributes.state) === 'registered' || attributes.isActive === false
  const subtitles = titles.filter(({ type }) => type === 'Subtitle').map(({ title }) => `${main}: ${title}`)
  return {
    csl,
    agency: 'DataCite',
    ...filled({
      titles: [...new Set([...titles.map(({ title }) => title), ...subtitles])],
      years: distinctYears([...(Number.isInteger(year) && year > 0 ? [year] : []), ...dates]),
      venues: venue === undefined ? [] : [venue],
      standing: isHidden ? ('hidden' as const) : undefined,
      ...relationsOf(attributes.relatedIdentifiers),
    }),
  }
}

function nameOf({ name, familyName, givenName, nameType }: Fields): CslName[] {
  const family = textOf(familyName)
  if (family !== undefined) return [filled({ family, given: textOf(givenName) }) as CslName]
  const whole = textOf(name)
  if (whole === undefined) return []
  const comma = whole.indexOf(',')
  if (nameType === 'Organizational' || comma < 1) return [{ literal: whole }]
  return [{ family: whole.slice(0, comma).trim(), given: whole.slice(comma + 1).trim() }]
}

function pagesOf(first: string | undefined, last: string | undefined): string | undefined {
  return first !== undefined && last !== undefined && first !== last ? `${first}-${last}` : first
}

function relationsOf(value: unknown): Pick<WorkRecord, 'relations' | 'otherRelations'> {
  const relations: { type: string; doi: string }[] = []
  const others: { type: string; scheme: string; id: string }[] = []
  for (const one of fieldsIn(value)) {
    const id = textOf(one.relatedIdentifier)
    const written = textOf(one.relationType)
    if (id === undefined || written === undefined) continue
    const type = RELATIONS[written] ?? written.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
    const scheme = (textOf(one.relatedIdentifierType) ?? 'other').toLowerCase()
    const doi = scheme === 'doi' || scheme === 'url' ? normaliseDoi(id) : undefined
    if (doi === undefined) others.push({ type, scheme, id })
    else relations.push({ type, doi })
  }
  return filled({ relations, otherRelations: others })
}
