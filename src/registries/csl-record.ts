import type { CslItem } from '../model/csl.ts'
import type { WorkRecord } from '../model/query.ts'
import { normaliseDoi } from '../text/identifiers/index.ts'
import { namesOf } from './crossref-record.ts'
import { cslDateOf, datePartsOf, distinctYears } from './dates.ts'
import { type Reading, sameDoi, unread } from './exchange.ts'
import { type Fields, filled, textOf, textsIn } from './json.ts'
import { plainText } from './markup.ts'

/** A record that came as CSL-JSON. One of another DOI is refused. */
export function readCslRecord(item: Fields, doi: string, agency: string): Reading<WorkRecord> {
  const own = textOf(item.DOI)
  if (own !== undefined && !sameDoi(normaliseDoi(own) ?? own, doi)) return unread('failed', 'bad-answer')
  const title = textsIn(item.title).map(plainText)[0]
  const venues = textsIn(item['container-title']).map(plainText)
  const issued = datePartsOf(item.issued)
  const csl: CslItem = {
    id: doi.toLowerCase(),
    type: textOf(item.type) ?? 'document',
    ...filled({
      title,
      author: namesOf(withLiteral(item.author)),
      editor: namesOf(withLiteral(item.editor)),
      issued: cslDateOf(issued),
      'container-title': venues[0],
      volume: textOf(item.volume),
      issue: textOf(item.issue),
      page: textOf(item.page),
      publisher: textOf(item.publisher),
      language: textOf(item.language),
      ISSN: textsIn(item.ISSN)[0],
      ISBN: textsIn(item.ISBN)[0],
    }),
    DOI: doi.toLowerCase(),
  }
  const years = distinctYears([issued?.[0], datePartsOf(item.submitted)?.[0]])
  return { state: 'found', value: { csl, agency, ...filled({ years, venues, titles: title ? [title] : [] }) } }
}

function withLiteral(names: unknown): unknown {
  if (!Array.isArray(names)) return names
  return names.map((name) => (name?.literal === undefined ? name : { ...name, name: name.literal }))
}
