import type { CslDate, CslItem, CslName } from '../../model/csl.ts'

/** CSL types to those of BibTeX; what is not here is `misc`. */
const TYPES: Readonly<Record<string, string>> = {
  article: 'article',
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  book: 'book',
  chapter: 'incollection',
  'entry-encyclopedia': 'incollection',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  thesis: 'phdthesis',
}

/** Fields of BibTeX with the CSL variable that fills each; `container` is decided by the type. */
const FIELDS: readonly (readonly [field: string, variable: string])[] = [
  ['title', 'title'],
  ['series', 'collection-title'],
  ['volume', 'volume'],
  ['edition', 'edition'],
  ['publisher', 'publisher'],
  ['address', 'publisher-place'],
  ['type', 'genre'],
  ['doi', 'DOI'],
  ['isbn', 'ISBN'],
  ['issn', 'ISSN'],
  ['url', 'URL'],
  ['note', 'note'],
  ['langid', 'language'],
]

/** Values that are links and numbers: nothing in them is TeX. */
const VERBATIM: ReadonlySet<string> = new Set(['doi', 'url', 'isbn', 'issn'])

/** One entry, ended by a line end. Letters of all scripts are written as they are, for biber and pandoc. */
export function toBibtex(item: CslItem, key: string): string {
  const type = TYPES[item.type] ?? 'misc'
  const written: [string, string][] = []
  const put = (field: string, value: unknown): void => {
    if (typeof value !== 'string' && typeof value !== 'number') return
    const text = String(value).trim()
    if (text !== '') written.push([field, VERBATIM.has(field) ? bare(text) : escaped(text)])
  }
  put('author', namesOf(item.author))
  put('editor', namesOf(item.editor))
  put(type === 'article' ? 'journal' : type === 'misc' ? 'howpublished' : 'booktitle', item['container-title'])
  for (const [field, variable] of FIELDS) put(field, item[variable])
  put('number', item.issue ?? item.number)
  put('pages', item.page?.replaceAll('–', '-').replace(/-+/g, '--'))
  if (type === 'techreport' || type === 'phdthesis') {
    put(type === 'techreport' ? 'institution' : 'school', item.publisher)
  }
  put('year', yearOf(item.issued))
  put('month', item.issued?.['date-parts']?.[0]?.[1])
  put('urldate', isoOf(item.accessed))
  const lines = written.map(([field, value]) => `  ${field} = {${value}},\n`)
  return `@${type}{${key},\n${lines.join('')}}\n`
}

function namesOf(names: readonly CslName[] | undefined): string | undefined {
  return names
    ?.map(nameOf)
    .filter((name) => name !== '')
    .join(' and ')
}

function nameOf({ family = '', given, literal, suffix, ...particles }: CslName): string {
  if (literal !== undefined) return `{${literal}}`
  const particle = particles['non-dropping-particle'] ?? particles['dropping-particle']
  const last = particle === undefined ? family : `${particle} ${family}`
  const whole = /\sand\s/iu.test(last) ? `{${last}}` : last
  return [whole, suffix, given].filter((part) => part !== undefined && part !== '').join(', ')
}

function yearOf(date: CslDate | undefined): string | number | undefined {
  return date?.['date-parts']?.[0]?.[0] ?? date?.literal ?? date?.raw
}

function isoOf(date: CslDate | undefined): string | undefined {
  const parts = date?.['date-parts']?.[0]
  if (parts === undefined) return undefined
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** TeX's own marks escaped; braces stay where they pair. */
function escaped(text: string): string {
  return balanced(text).replace(/[\\~^%&$#_]/g, (mark) => ESCAPES[mark] ?? `\\${mark}`)
}

function bare(text: string): string {
  return text.replace(/[{}]/g, (mark) => (mark === '{' ? '%7B' : '%7D'))
}

function balanced(text: string): string {
  let depth = 0
  for (const unit of text) {
    if (unit === '{') depth += 1
    if (unit === '}') depth -= 1
    if (depth < 0) break
  }
  return depth === 0 ? text : text.replace(/[{}]/g, '')
}
