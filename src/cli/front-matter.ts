import type { SourceFile, Span } from '../model/source.ts'

export interface NamedLibrary {
  /** as written */
  readonly path: string
  readonly span: Span
}

/** Front matter beyond this is no front matter; what it names is then not read. In UTF-16 units. */
const LARGEST = 1 << 16

/** The libraries that the front matter of a manuscript names, without reading the manuscript itself. */
export async function librariesNamed({ path, text }: SourceFile): Promise<readonly NamedLibrary[]> {
  const matter = frontMatter(text)
  if (matter === undefined || !matter.text.includes('bibliography')) return []
  const { isNode, isScalar, isSeq, parseDocument } = await import('yaml')
  let value: unknown
  try {
    value = parseDocument(matter.text, { prettyErrors: false }).get('bibliography', true)
  } catch {
    // no mapping, or nests without a bottom: the reader of the manuscript says what is wrong
    return []
  }
  const nodes = isSeq(value) ? value.items : [value]
  return nodes.flatMap((node) => {
    if (!isNode(node) || !isScalar(node) || typeof node.value !== 'string' || node.value === '') return []
    const [start = 0, end = 0] = node.range ?? []
    return [{ path: node.value, span: { path, start: matter.start + start, end: matter.start + end } }]
  })
}

/** What stands between `---` in the first line and the next `---` or `...`. */
function frontMatter(text: string): { text: string; start: number } | undefined {
  const first = /^---[ \t]*\r?\n/.exec(text.slice(0, 200))
  if (first === null) return undefined
  const start = first[0].length
  const rest = text.slice(start, start + LARGEST)
  const end = /^(?:---|\.\.\.)[ \t]*$/m.exec(rest)
  return end === null ? undefined : { text: rest.slice(0, end.index), start }
}
