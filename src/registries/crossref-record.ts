import type { CslItem, CslName } from '../model/csl.ts'
import type { WorkRecord, WorkUpdate } from '../model/query.ts'
import { normaliseDoi } from '../text/identifiers/index.ts'
import { cslDateOf, datePartsOf, distinctYears, isoDateOf, partsOfIso } from './dates.ts'
import { sameDoi } from './exchange.ts'
import { type Fields, fieldsIn, fieldsOf, filled, textOf, textsIn } from './json.ts'
import { plainText } from './markup.ts'

/** Crossref's types of works as those of CSL; what is not listed is a `document`. */
const TYPES: Readonly<Record<string, string>> = {
  'journal-article': 'article-journal',
  'book-chapter': 'chapter',
  'book-section': 'chapter',
  'book-part': 'chapter',
  'book-track': 'chapter',
  'proceedings-article': 'paper-conference',
  book: 'book',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  'book-set': 'book',
  'book-series': 'collection',
  proceedings: 'book',
  'reference-entry': 'entry-encyclopedia',
  'posted-content': 'article',
  dissertation: 'thesis',
  report: 'report',
  'report-component': 'report',
  'report-series': 'collection',
  dataset: 'dataset',
  database: 'dataset',
  journal: 'periodical',
  'journal-issue': 'periodical',
  'journal-volume': 'periodical',
  'peer-review': 'review',
  standard: 'standard',
  grant: 'document',
  component: 'document',
}

/**
 * A work as Crossref's REST API has it (`message` of a single look-up, an item of a list, a line of the public data file).
 * Undefined where the object has no DOI.
 */
export function crossrefRecord(work: Fields): WorkRecord | undefined {
  const doi = textOf(work.DOI)?.toLowerCase()
  if (doi === undefined) return undefined
  const title = textsIn(work.title).map(plainText).filter(Boolean)
  const venue = textsIn(work['container-title']).map(plainText)
  const updates = [
    ...fieldsIn(work['updated-by']).map(updateOf),
    ...fieldsIn(work['update-to'])
      .map(updateOf)
      .filter((update) => update.doi !== undefined && sameDoi(update.doi, doi)),
  ]
  const noticeOf = fieldsIn(work['update-to'])
    .map(updateOf)
    .filter((update) => update.doi !== undefined && !sameDoi(update.doi, doi))
  return {
    csl: cslOf(work, doi, title[0], venue),
    agency: 'Crossref',
    ...filled({
      updates: updates.sort(newestFirst),
      noticeOf: noticeOf.sort(newestFirst),
      titles: titlesOf(work, title),
      years: yearsOf(work),
      venues: [...new Set([...venue, ...textsIn(work['short-container-title']).map(plainText)])],
      ...relationsOf(work.relation),
    }),
  }
}

function cslOf(work: Fields, doi: string, title: string | undefined, venue: readonly string[]): CslItem {
  const type = textOf(work.type) ?? ''
  const isPreprint = type === 'posted-content' && (textOf(work.subtype) ?? 'preprint') === 'preprint'
  return {
    id: doi,
    type: TYPES[type] ?? 'document',
    ...filled({
      title,
      'original-title': textsIn(work['original-title']).map(plainText)[0],
      author: namesOf(work.author),
      editor: namesOf(work.editor),
      translator: namesOf(work.translator),
      issued: cslDateOf(firstDate(work)),
      // a chapter in a series names the series last
      'container-title': venue[0],
      'collection-title': venue[1],
      volume: textOf(work.volume),
      issue: textOf(work.issue) ?? textOf(fieldsOf(work['journal-issue'])?.issue),
      page: textOf(work.page),
      number: textOf(work['article-number']),
      edition: textOf(work['edition-number']),
      publisher: textOf(work.publisher),
      'publisher-place': textOf(work['publisher-location']),
      language: textOf(work.language),
      genre: isPreprint ? 'preprint' : textsIn(work.degree)[0],
      ISBN: textsIn(work.ISBN)[0],
      ISSN: textsIn(work.ISSN)[0],
    }),
    DOI: doi,
  }
}

/** People and organisations; one without any name is left out. */
export function namesOf(value: unknown): CslName[] {
  return fieldsIn(value).flatMap(({ family, given, suffix, name }) => {
    const [last, first, whole] = [family, given, name].map((one) => plainText(textOf(one) ?? ''))
    const literal = whole || (last ? '' : first)
    if (!last) return literal ? [{ literal }] : []
    return [filled({ family: last, given: first || undefined, suffix: textOf(suffix) }) as CslName]
  })
}

const DATES = ['issued', 'published', 'published-print', 'published-online', 'published-other', 'posted'] as const

function firstDate(work: Fields): readonly number[] | undefined {
  for (const name of DATES) {
    const parts = datePartsOf(work[name])
    if (parts !== undefined) return parts
  }
  return undefined
}

/** Each may be cited. The day of the deposit counts only near another year: old works were deposited decades later. */
function yearsOf(work: Fields): readonly number[] {
  const issue = fieldsOf(work['journal-issue'])
  const published = [
    ...DATES.map((name) => datePartsOf(work[name])?.[0]),
    datePartsOf(issue?.['published-print'])?.[0],
    datePartsOf(issue?.['published-online'])?.[0],
  ]
  const created = datePartsOf(work.created)?.[0]
  const isNear = created !== undefined && published.some((year) => Math.abs((year ?? 0) - created) <= 1)
  return distinctYears(isNear ? [...published, created] : published)
}

function titlesOf(work: Fields, title: readonly string[]): readonly string[] {
  const subtitles = textsIn(work.subtitle).map(plainText).filter(Boolean)
  const [main] = title
  const joined = main === undefined ? [] : subtitles.map((subtitle) => `${main}: ${subtitle}`)
  const others = [...textsIn(work['short-title']), ...textsIn(work['original-title'])].map(plainText)
  return [...new Set([...title, ...joined, ...others])].filter(Boolean)
}

function updateOf(update: Fields): WorkUpdate {
  const doi = textOf(update.DOI)
  return {
    type: updateType(textOf(update.type) ?? textOf(update.label) ?? 'unknown'),
    ...filled({
      doi: doi === undefined ? undefined : (normaliseDoi(doi) ?? doi.toLowerCase()),
      date:
        isoDateOf(datePartsOf(update.updated)) ??
        isoDateOf(partsOfIso(textOf(fieldsOf(update.updated)?.['date-time']))),
      label: textOf(update.label),
      source: textOf(update.source),
      recordId: textOf(update['record-id']),
    }),
  }
}

/** `expression_of_concern`, `Expression of concern` → `expression-of-concern`: registries and their users write it all ways. */
export function updateType(text: string): string {
  return text
    .toLowerCase()
    .split(/[\s_-]/)
    .filter(Boolean)
    .join('-')
}

/** What has no date sorts last. */
export function newestFirst(left: WorkUpdate, right: WorkUpdate): number {
  const [one, other] = [left.date ?? '', right.date ?? '']
  return one < other ? 1 : one > other ? -1 : 0
}

const ARXIV =
  /^(?:arxiv:|https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf)\/)?(\d{4}\.\d{4,5}|[a-z-]{2,20}(?:\.[A-Z]{2})?\/\d{7})/i

/** `relation` of Crossref: by type, each with an identifier of some scheme. arXiv's works have DOIs of DataCite. */
function relationsOf(value: unknown): Pick<WorkRecord, 'relations' | 'otherRelations'> {
  const relations: { type: string; doi: string }[] = []
  const others: { type: string; scheme: string; id: string }[] = []
  for (const [type, related] of Object.entries(fieldsOf(value) ?? {})) {
    for (const one of fieldsIn(related)) {
      const id = textOf(one.id)
      const scheme = textOf(one['id-type'])?.toLowerCase() ?? 'other'
      if (id === undefined) continue
      const doi = scheme === 'doi' || scheme === 'uri' ? normaliseDoi(id) : undefined
      const arxiv = scheme === 'arxiv' || scheme === 'uri' ? ARXIV.exec(id)?.[1] : undefined
      const found = doi ?? (arxiv === undefined ? undefined : `10.48550/arxiv.${arxiv.toLowerCase()}`)
      if (found === undefined) others.push({ type, scheme, id })
      else relations.push({ type, doi: found })
    }
  }
  return filled({ relations, otherRelations: others })
}
