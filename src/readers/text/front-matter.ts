import type { Metadata } from '../../model/block.ts'
import type { Passage } from '../../model/source.ts'
import { verbatim } from '../../text/passage.ts'
import type { Line } from './lines.ts'
import type { LineRange } from './regions.ts'

interface Value {
  readonly start: number
  readonly end: number
}

export const noMetadata: Metadata = { bibliography: [], nocite: [] }

/**
 * What the plain `key: value` lines and `- value` lists of a front matter say. Plain text needs no more than that; a
 * manuscript with a rich front matter is Markdown and read as such.
 */
export function readFrontMatter(path: string, source: string, lines: readonly Line[], range: LineRange): Metadata {
  const values = new Map<string, Value[]>()
  let key = ''
  for (const { from, to, indent } of lines.slice(range.first + 1, range.end - 1)) {
    const text = source.slice(from, Math.min(to, from + 60))
    const head = indent === 0 ? /^([A-Za-z][\w-]{0,40}):[ \t]*/.exec(text) : null
    const item = /^-[ \t]+(?:name:[ \t]*)?/.exec(text)
    const length = head?.[0].length ?? item?.[0].length
    if (length === undefined) continue
    if (head !== null) key = (head[1] as string).toLowerCase()
    if (from + length < to) values.set(key, [...(values.get(key) ?? []), ...split(source, from + length, to)])
  }
  const passages = (name: string): readonly Passage[] =>
    (values.get(name) ?? []).map(({ start, end }) => verbatim(path, source, start, end))
  const title = passages('title')[0]
  const abstract = passages('abstract')[0]
  const authors = [...passages('author'), ...passages('authors')]
  const language = (passages('lang')[0] ?? passages('language')[0])?.text
  const date = passages('date')[0]?.text
  return {
    ...(title === undefined ? {} : { title }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(abstract === undefined || /^[|>]/.test(abstract.text) ? {} : { abstract }),
    ...(language === undefined ? {} : { language }),
    ...(date === undefined ? {} : { date }),
    bibliography: (values.get('bibliography') ?? []).map(({ start, end }) => ({
      path: source.slice(start, end),
      span: { path, start, end },
    })),
    nocite: (values.get('nocite') ?? []).flatMap(({ start, end }) =>
      Array.from(source.slice(start, end).matchAll(/@([\w:.*-]{1,200})/g), (match) => match[1] as string),
    ),
  }
}

/** The values of `[a, b]` or of a single scalar, without quotation marks. */
function split(source: string, start: number, end: number): readonly Value[] {
  if (source[start] !== '[' || source[end - 1] !== ']') return [unquoted(source, start, end)]
  const values: Value[] = []
  let from = start + 1
  for (let at = from; at < end; at++) {
    if (source[at] !== ',' && at !== end - 1) continue
    const value = unquoted(source, from, at)
    if (value.end > value.start) values.push(value)
    from = at + 1
  }
  return values
}

function unquoted(source: string, from: number, to: number): Value {
  let start = from
  let end = to
  while (start < end && /\s/.test(source[start] as string)) start++
  while (end > start && /\s/.test(source[end - 1] as string)) end--
  const quote = source[start]
  const quoted = end - start > 1 && (quote === '"' || quote === "'") && source[end - 1] === quote
  return quoted ? { start: start + 1, end: end - 1 } : { start, end }
}
