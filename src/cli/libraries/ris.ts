import type { CslDate, CslItem, CslName } from '../../model/csl.ts'

/** CSL types to those of RIS; what is not here is `GEN`. */
const TYPES: Readonly<Record<string, string>> = {
  article: 'UNPB',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  book: 'BOOK',
  chapter: 'CHAP',
  dataset: 'DATA',
  'entry-encyclopedia': 'ENCYC',
  legislation: 'STAT',
  'paper-conference': 'CPAPER',
  patent: 'PAT',
  report: 'RPRT',
  software: 'COMP',
  thesis: 'THES',
  webpage: 'ELEC',
}

const FIELDS: readonly (readonly [tag: string, variable: string])[] = [
  ['TI', 'title'],
  ['T2', 'container-title'],
  ['T3', 'collection-title'],
  ['VL', 'volume'],
  ['ET', 'edition'],
  ['PB', 'publisher'],
  ['CY', 'publisher-place'],
  ['DO', 'DOI'],
  ['UR', 'URL'],
  ['LA', 'language'],
  ['N1', 'note'],
]

/** One record, ended by `ER`. `database` names where it comes from. */
export function toRis(item: CslItem, key: string, database?: string): string {
  const lines: string[] = []
  const put = (tag: string, value: unknown): void => {
    if (typeof value !== 'string' && typeof value !== 'number') return
    const text = String(value)
      .replace(/[\r\n]+/g, ' ')
      .trim()
    if (text !== '') lines.push(`${tag}  - ${text}`)
  }
  put('TY', TYPES[item.type] ?? 'GEN')
  put('ID', key)
  put('DB', database)
  for (const name of item.author ?? []) put('AU', nameOf(name))
  for (const name of item.editor ?? []) put('ED', nameOf(name))
  for (const [tag, variable] of FIELDS) put(tag, item[variable])
  put('IS', item.issue ?? item.number)
  const [first, last] = (item.page ?? '').split(/\s*[-–—]\s*/u)
  put('SP', first)
  put('EP', last)
  put('SN', item.ISSN ?? item.ISBN)
  put('PY', item.issued?.['date-parts']?.[0]?.[0] ?? item.issued?.literal ?? item.issued?.raw)
  put('DA', dateOf(item.issued))
  put('Y2', dateOf(item.accessed))
  return `${lines.join('\n')}\nER  - \n`
}

function nameOf({ family = '', given, literal, suffix, ...particles }: CslName): string {
  if (literal !== undefined) return literal
  const particle = particles['non-dropping-particle'] ?? particles['dropping-particle']
  const last = particle === undefined ? family : `${particle} ${family}`
  return [last, given, suffix].filter((part) => part !== undefined && part !== '').join(', ')
}

/** `YYYY/MM/DD`, where more than the year is known. */
function dateOf(date: CslDate | undefined): string | undefined {
  const parts = date?.['date-parts']?.[0]
  if (parts === undefined || parts.length < 2) return undefined
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('/')
}
