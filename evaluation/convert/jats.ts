import { referenceText } from './reference.ts'
import { childrenOf, type Element, find, findAll, parseXml, textOf } from './xml.ts'

/** An article as Markdown with what its own markup says of its citations. */
export interface Converted {
  readonly markdown: string
  readonly citations: readonly TrueCitation[]
  /** the entries as they are typed out below the heading References */
  readonly references: readonly string[]
}

/** A citation whose target the article's markup names: offsets in `markdown`, indexes of `references`. */
export interface TrueCitation {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly references: readonly number[]
}

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
  '-': '⁻',
  '–': '⁻',
  ',': '˒',
}

/** Elements that say nothing in running text. */
const SILENT = new Set([
  'tex-math',
  'mml:math',
  'object-id',
  'graphic',
  'inline-graphic',
  'label',
  'fn',
  'supplementary-material',
  'media',
  'permissions',
])

/** Converts a JATS article. Its reference list comes out typed: numbered where the article cites by number. */
export function convertJats(xml: string): Converted {
  const root = parseXml(xml)
  const entries = findAll(root, 'ref')
  const indexes = new Map(entries.map((entry, index) => [entry.attributes.id ?? '', index]))
  const writer = new Writer(indexes)
  const front = find(root, 'article-meta') ?? root
  writer.block(`# ${textOf(find(front, 'article-title')).trim()}`)
  for (const abstract of findAll(front, 'abstract').slice(0, 1)) {
    writer.block(`## ${textOf(find(abstract, 'title')).trim() || 'Abstract'}`)
    for (const paragraph of findAll(abstract, 'p')) writer.paragraph(paragraph)
  }
  const body = find(root, 'body')
  if (body !== undefined) section(writer, body, 1)
  const numeric = writer.numeric
  const references = entries.map(referenceText)
  writer.block('## References')
  for (const [index, reference] of references.entries())
    writer.block(numeric ? `${index + 1}. ${reference}` : reference)
  return { markdown: `${writer.text.trimEnd()}\n`, citations: writer.citations, references }
}

function section(writer: Writer, element: Element, level: number): void {
  for (const child of childrenOf(element)) {
    if (child.name === 'sec') section(writer, child, level + 1)
    else if (child.name === 'title') writer.heading(child, level)
    else if (child.name === 'p') writer.paragraph(child)
    else if (child.name === 'list') for (const item of findAll(child, 'p')) writer.paragraph(item, '- ')
    else if (child.name === 'table-wrap') table(writer, child)
    else if (child.name === 'fig') for (const paragraph of findAll(child, 'caption')) writer.paragraph(paragraph)
    else if (child.name === 'boxed-text' || child.name === 'disp-quote') section(writer, child, level)
  }
}

function table(writer: Writer, element: Element): void {
  const caption = find(element, 'caption')
  if (caption !== undefined) writer.paragraph(caption, 'Table: ')
  const rows = findAll(element, 'tr').map((row) => childrenOf(row).filter(({ name }) => name === 'td' || name === 'th'))
  const width = Math.max(0, ...rows.map((row) => row.length))
  if (width === 0) return
  const lines = rows.map((row) => `| ${row.map((cell) => textOf(cell).trim().replaceAll('|', '/')).join(' | ')} |`)
  lines.splice(1, 0, `|${' --- |'.repeat(width)}`)
  writer.block(lines.join('\n'))
}

class Writer {
  text = ''
  readonly citations: TrueCitation[] = []
  readonly #indexes: ReadonlyMap<string, number>

  constructor(indexes: ReadonlyMap<string, number>) {
    this.#indexes = indexes
  }

  get numeric(): boolean {
    const numbers = this.citations.filter(({ text }) => /^[[(]?[\d⁰¹²³⁴-⁹]+[\])]?$/.test(text)).length
    return numbers * 2 > this.citations.length
  }

  block(text: string): void {
    this.text += `${text}\n\n`
  }

  heading(title: Element, level: number): void {
    this.text += `${'#'.repeat(Math.min(6, level + 1))} `
    this.#inline(title, false)
    this.text = `${this.text.trimEnd()}\n\n`
  }

  paragraph(element: Element, prefix = ''): void {
    this.text += prefix
    this.#inline(element, false)
    this.text = `${this.text.trimEnd()}\n\n`
  }

  #inline(element: Element, superscript: boolean): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.#write(child, superscript)
      else if (child.name === 'xref' && child.attributes['ref-type'] === 'bibr') this.#citation(child, superscript)
      else if (child.name === 'sup') this.#inline(child, /^[\d,–\s-]+$/.test(textOf(child)))
      else if (child.name === 'table-wrap' || child.name === 'fig') continue
      else if (!SILENT.has(child.name)) this.#inline(child, superscript)
    }
  }

  #citation(element: Element, superscript: boolean): void {
    const start = this.text.length
    this.#inline(element, superscript)
    const references = (element.attributes.rid ?? '').split(/\s+/).flatMap((id) => this.#indexes.get(id) ?? [])
    const text = this.text.slice(start)
    if (text !== '' && references.length > 0) {
      this.citations.push({ start, end: this.text.length, text, references })
    }
  }

  #write(text: string, superscript: boolean): void {
    const folded = text.replace(/\s+/g, ' ')
    const shown = superscript ? folded.replace(/[\d,–-]/g, (one) => SUPERSCRIPTS[one] ?? one) : folded
    // what would be markup in Markdown and is none here
    this.text += /\s$/.test(this.text) ? shown.replace(/^\s+/, '') : shown
  }
}
