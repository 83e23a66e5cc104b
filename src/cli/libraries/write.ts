import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { plugins } from '@citation-js/core'
import type { CslItem } from '../../model/csl.ts'

const TEX_MARKS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** Variables in which nothing is TeX. */
const VERBATIM: ReadonlySet<string> = new Set(['id', 'type', 'DOI', 'URL', 'ISBN', 'ISSN', 'page', 'language'])

/** One BibTeX entry, ended by a line end. Letters of all scripts are written as they are, for biber and pandoc. */
export function toBibtex(item: CslItem, key: string): string {
  const { format } = plugins.config.get('@bibtex')
  Object.assign(format, { useIdAsLabel: true, checkLabel: false, asciiOnly: false })
  const written = plugins.output.format('bibtex', [texItem({ ...item, ...pagesOf(item), id: key })]) as string
  // the plugin tells a link twice
  return `${written.replace(/^\thowpublished = \{https?:.*\},\n/m, '').trimEnd()}\n`
}

/** One RIS record, ended by `ER`. `database` names where it comes from. */
export function toRis(item: CslItem, key: string, database?: string): string {
  const written = plugins.output.format('ris', [{ ...item, id: key }]) as string
  const [type = '', ...lines] = written.trimEnd().split('\n')
  const source = database === undefined ? [] : [`DB  - ${database}`]
  // the plugin writes first and last page as one
  const pages = lines.map((line) => line.replace(/^SP {2}- (\S+?)\s?[-–—]\s?(\S+)$/, 'SP  - $1\nEP  - $2'))
  return `${[type, ...source, ...pages].join('\n')}\nER  - \n`.replace(/\nER {2}- ?(?=\nER)/, '')
}

/** The plugin makes two hyphens of one, and leaves a dash as it is. */
function pagesOf({ page }: CslItem): { page?: string } {
  return page === undefined ? {} : { page: page.replace(/[–—]/g, '-') }
}

/** The item with TeX's own marks escaped: the plugin does so only where it turns all other letters into TeX as well. */
function texItem(item: CslItem): object {
  return Object.fromEntries(
    Object.entries(item)
      .filter(([variable]) => variable !== 'custom')
      .map(([variable, value]) => [variable, VERBATIM.has(variable) ? value : escapeDeep(value)]),
  )
}

function escapeDeep(value: unknown): unknown {
  if (typeof value === 'string')
    return balanced(value).replace(/[\\~^%&$#_]/g, (mark) => TEX_MARKS[mark] ?? `\\${mark}`)
  if (Array.isArray(value)) return value.map(escapeDeep)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, escapeDeep(inner)]))
}

/** Braces stay where they pair. */
function balanced(text: string): string {
  let depth = 0
  for (const unit of text) {
    if (unit === '{') depth += 1
    if (unit === '}') depth -= 1
    if (depth < 0) break
  }
  return depth === 0 ? text : text.replace(/[{}]/g, '')
}
