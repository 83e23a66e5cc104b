import type { CslItem, CslName } from '../../src/model/csl.ts'
import type { WorkRecord } from '../../src/model/query.ts'
import type { Case } from './run.ts'
import { STYLES, type Style } from './styles.ts'

interface Entry {
  readonly bibtex_type: string
  readonly fields: Readonly<Record<string, string>>
  readonly label: 'VALID' | 'HALLUCINATED'
  readonly hallucination_type: string | null
  readonly explanation: string
}

/**
 * HALLMARK gives no records. Its valid entries stand for the records of themselves; of the others, those whose explanation
 * tells the truth (a title changed, an author changed, no such DOI, a year to come) are set against it.
 */
export function hallmarkCases(jsonl: string, next: () => number): readonly Case[] {
  const entries = jsonl.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Entry]))
  return entries.flatMap((entry, index): readonly Case[] => {
    const item = itemOf(entry.fields)
    const style = STYLES[Math.floor(next() * STYLES.length)] as Style
    const doi = `10.5555/hm.${index}`
    const base = { item, style, doi }
    if (entry.label === 'VALID') return [{ ...base, record: recordOf(item, doi) }]
    const truth = truthOf(entry, item)
    if (truth === undefined) return []
    return [
      {
        ...base,
        record: truth.item && recordOf(truth.item, doi),
        plant: entry.hallucination_type as string,
        rules: truth.rules,
      },
    ]
  })
}

function itemOf({ author = '', title = '', year = '', booktitle, journal }: Readonly<Record<string, string>>): CslItem {
  const authors = plain(author)
    .split(' and ')
    .map((name): CslName => {
      const [last, first] = name.split(', ')
      if (first !== undefined) return { family: last as string, given: first }
      const words = name.trim().split(' ')
      return { family: words.at(-1) as string, given: words.slice(0, -1).join(' ') }
    })
  return {
    id: 'x',
    type: booktitle === undefined ? 'article-journal' : 'paper-conference',
    author: authors,
    title: plain(title),
    issued: { 'date-parts': [[Number(year)]] },
    'container-title': plain(booktitle ?? journal ?? ''),
    volume: '1',
  }
}

function plain(text: string): string {
  return text.replace(/\\["'`^~=.cvuHk]\{?\\?([a-zA-Z])\}?/g, '$1').replace(/[{}\\]/g, '')
}

function recordOf(item: CslItem, doi: string): WorkRecord {
  const year = Number(item.issued?.['date-parts']?.[0]?.[0])
  return { csl: { ...item, id: doi, DOI: doi }, agency: 'Crossref', titles: [item.title as string], years: [year] }
}

function truthOf(
  { hallucination_type: kind, explanation }: Entry,
  item: CslItem,
): { item?: CslItem; rules: readonly string[] } | undefined {
  if (kind === 'fabricated_doi') return { rules: ['records/doi-unregistered'] }
  if (kind === 'future_date') return { item: { ...item, issued: { 'date-parts': [[2021]] } }, rules: ['records/field'] }
  if (kind === 'near_miss_title') {
    const title = /\(original: '(.+)'\)\s*$/.exec(explanation)?.[1]
    return title === undefined ? undefined : { item: { ...item, title: plain(title) }, rules: ['records/field'] }
  }
  if (kind !== 'swapped_authors') return undefined
  const match = /real (?:[a-z-]+ )*co-?author '([^']+)' is replaced with '([^']+)'/.exec(explanation) ?? undefined
  const swapped = /Author '([^']+)' is a swapped name; the real [a-z -]+ is ([^.]+)\./.exec(explanation)
  const [real, wrong] = match === undefined ? [swapped?.[2], swapped?.[1]] : [match[1], match[2]]
  if (real === undefined || wrong === undefined) return undefined
  const at = item.author?.findIndex(({ family, given }) => `${given} ${family}` === wrong) ?? -1
  if (at < 0) return undefined
  const words = real.split(' ')
  const author = (item.author ?? []).map((name, index) =>
    index === at ? { family: words.at(-1) as string, given: words.slice(0, -1).join(' ') } : name,
  )
  return { item: { ...item, author }, rules: ['records/author'] }
}
