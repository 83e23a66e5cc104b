import { createRequire } from 'node:module'
import type { CslItem, CslName } from '../../../src/model/csl.ts'
import type { Field } from '../../../src/reference-parser/labels.ts'
import { person, type RegionKind, type Role, region, roles, words } from './marks.ts'
import { localeText } from './styles.ts'

/** The little of citeproc that rendering needs; the package brings no types. */
interface Engine {
  setOutputFormat(format: 'text'): void
  updateItems(ids: readonly string[]): void
  makeBibliography(): readonly [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]] | false
  makeCitationCluster(items: readonly { readonly id: string }[]): string
}
interface System {
  retrieveLocale(language: string): string
  retrieveItem(id: string): object
  variableWrapper(variable: { variableNames: readonly string[] }, before: string, text: string, behind: string): string
}
interface Processor {
  readonly Engine: new (system: System, style: string, language: string, force: boolean) => Engine
  readonly Output: { readonly Formats: Record<'text' | 'html', Record<string, unknown>> }
}

const citeproc = createRequire(import.meta.url)('citeproc') as Processor
// plain text does not tell where a variable stands, HTML does: lend it the ability
const { Formats } = citeproc.Output
Formats.text['@showid/true'] = Formats.html['@showid/true']

const regionOf: Readonly<Record<string, RegionKind>> = {
  issued: 'issued',
  accessed: 'accessed',
  'year-suffix': 'year-suffix',
  volume: 'volume',
  issue: 'issue',
  page: 'page',
  'page-first': 'page',
  edition: 'edition',
  'number-of-pages': 'extent',
  'citation-number': 'number',
  'citation-label': 'number',
  number: 'id',
  PMID: 'id',
  PMCID: 'id',
  ISSN: 'id',
  DOI: 'doi',
  URL: 'url',
  ISBN: 'isbn',
}

const serials = new Set(['article-journal', 'article-newspaper', 'article-magazine'])

function wordsOf(item: CslItem): readonly (readonly [string, Field])[] {
  const container = serials.has(item.type) ? 'journal' : 'container'
  return [
    ['title', 'title'],
    ['container-title', container],
    ['event', 'container'],
    ['event-title', 'container'],
    ['collection-title', 'collection'],
    ['publisher', 'publisher'],
    ['publisher-place', 'place'],
    ['genre', 'genre'],
    ['medium', 'genre'],
    ['archive', 'archive'],
  ]
}

/** The item that the processor gets: values in marks where it leaves them alone. */
function markedItem(item: CslItem): CslItem {
  const marked: CslItem = { ...item }
  for (const [variable, field] of wordsOf(item)) {
    const value = item[variable]
    if (typeof value === 'string') marked[variable] = words(field, value)
  }
  for (const role of roles) {
    const people = item[role]
    if (people !== undefined) marked[role] = people.map((one, index) => markedName(role, one, index))
  }
  return marked
}

function markedName(role: Role, name: CslName, index: number): CslName {
  if (name.literal !== undefined) return { literal: person(role, index, name.literal) }
  return { ...name, family: person(role, index, name.family ?? '') }
}

/** Renders items in a style, each with marks around what is known of it; undefined where the style writes nothing. */
export function render(
  style: string,
  language: string,
  items: readonly CslItem[],
  asNote: boolean,
): (string | undefined)[] {
  const known = new Map(items.map((item) => [item.id, markedItem(item)]))
  const engine = new citeproc.Engine(
    {
      retrieveLocale: localeText,
      retrieveItem: (id) => known.get(id) ?? {},
      variableWrapper({ variableNames }, before, text, behind) {
        const kind = regionOf[variableNames[0] ?? '']
        return before + (kind === undefined ? text : region(kind, text)) + behind
      },
    },
    style,
    language,
    true,
  )
  engine.setOutputFormat('text')
  engine.updateItems(items.map(({ id }) => id))
  if (asNote) return items.map(({ id }) => engine.makeCitationCluster([{ id }]))
  const made = engine.makeBibliography()
  if (made === false) return []
  const [{ entry_ids }, entries] = made
  // an entry that a style leaves empty is not told apart from its neighbours
  if (entries.length !== entry_ids.length) return []
  const written = new Map(entry_ids.map((ids, index) => [ids[0], entries[index]]))
  return items.map(({ id }) => written.get(id))
}
