import { findMaths } from './maths.ts'

/** A text of the same length and the same lines, in which the Markdown parser sees no syntax that is not Markdown. */
export interface Masked {
  readonly text: string
  /** end of each maths span, by its start */
  readonly maths: ReadonlyMap<number, number>
  /** the YAML between its fences, or null */
  readonly frontMatter: { readonly start: number; readonly end: number; readonly after: number } | null
  /** a `<!--` that nothing closes: read as text, since the rest of the manuscript is no comment */
  readonly unclosedComment: number | null
}

const DIV_FENCE = /^[ \t>]*:{3,}.*$/gm
// a key with what it may hold; behind a word, `/` or `\\` the `@` belongs to an address or is escaped
const KEY = /(?<![\p{L}\p{N}_/\\])@(?:\{[^{}\r\n]{1,500}\}|[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}])/gu
const PREFIX = /^[ \t>]*/

/** Front matter, maths, fences of pandoc's divs and the marks in citation keys replaced unit for unit. */
export function mask(source: string): Masked {
  const frontMatter = findFrontMatter(source)
  const from = frontMatter?.after ?? 0
  const head = source.slice(0, from).replace(/[^\r\n]/g, ' ')
  const body = source.slice(from)
  const maths = new Map<number, number>()
  let masked = head
  let at = 0
  for (const { start, end } of findMaths(body)) {
    maths.set(from + start, from + end)
    masked += body.slice(at, start) + letters(body.slice(start, end))
    at = end
  }
  masked += body.slice(at)
  masked = masked.replace(DIV_FENCE, (line) => ' '.repeat(line.length))
  // the underscores in `@__a_b` are part of the key; those behind it may close an emphasis, as authors expect of `_@a_`
  masked = masked.replace(KEY, (key) => (key[1] === '{' ? 'x'.repeat(key.length) : key.replaceAll('_', 'x')))
  // a byte order mark at the start would be dropped by the parser and shift every offset
  if (masked.startsWith('\uFEFF')) masked = ` ${masked.slice(1)}`
  const unclosedComment = findUnclosedComment(masked)
  if (unclosedComment !== null) masked = `${masked.slice(0, unclosedComment)}x${masked.slice(unclosedComment + 1)}`
  return { text: masked, maths, frontMatter, unclosedComment }
}

/** Maths as one word, its lines and their block quote marks kept. */
function letters(maths: string): string {
  return maths
    .split('\n')
    .map((line, index) => {
      const prefix = index === 0 ? '' : (PREFIX.exec(line)?.[0] ?? '')
      return prefix + line.slice(prefix.length).replace(/[^\r]/g, 'x')
    })
    .join('\n')
}

/** A document that begins with `---` and has a line `---` or `...` after it, with something YAML between. */
function findFrontMatter(text: string): Masked['frontMatter'] {
  const open = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text)
  if (open === null) return null
  const close = /^(?:---|\.\.\.)[ \t]*$/gm
  close.lastIndex = open[0].length
  const match = close.exec(text)
  if (match === null) return null
  return { start: open[0].length, end: match.index, after: match.index + match[0].length }
}

function findUnclosedComment(text: string): number | null {
  const last = text.lastIndexOf('<!--')
  if (last < 0 || text.indexOf('-->', last + 2) >= 0) return null
  // the first one that is open: every `<!--` after the last `-->`
  const closed = text.lastIndexOf('-->')
  return text.indexOf('<!--', closed < 0 ? 0 : closed + 3)
}
