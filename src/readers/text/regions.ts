import type { Comment } from '../../model/block.ts'
import type { Line } from './lines.ts'

/** Half-open range of line indexes. */
export interface LineRange {
  readonly first: number
  readonly end: number
}

/** Stretches of a text that are not read as prose: front matter, fenced code, HTML comments. */
export interface Regions {
  readonly frontMatter: LineRange | undefined
  readonly code: readonly LineRange[]
  readonly comments: readonly Comment[]
  /** lines that belong to the front matter, to code, or wholly to a comment */
  readonly taken: ReadonlySet<number>
}

const longestFrontMatter = 300

export function regionsOf(path: string, source: string, lines: readonly Line[]): Regions {
  const frontMatter = frontMatterOf(source, lines)
  const code = fences(source, lines, frontMatter?.end ?? 0)
  const taken = new Set<number>()
  for (const { first, end } of frontMatter === undefined ? code : [frontMatter, ...code]) {
    for (let index = first; index < end; index++) taken.add(index)
  }
  const comments = commentsOf(path, source, lines, taken)
  return { frontMatter, code, comments, taken }
}

/** `---`, lines of which the first is `key: …`, `---`. */
function frontMatterOf(source: string, lines: readonly Line[]): LineRange | undefined {
  const text = (index: number): string => source.slice(lines[index]?.start, lines[index]?.to)
  if (lines.length < 3 || text(0) !== '---' || !/^[A-Za-z][\w-]{0,40}:/.test(text(1).slice(0, 60))) return undefined
  for (let index = 2; index < Math.min(lines.length, longestFrontMatter); index++) {
    if (text(index) === '---' || text(index) === '...') return { first: 0, end: index + 1 }
  }
  return undefined
}

/** Fenced code with a closing fence; a fence that is never closed is a line of text. */
function fences(source: string, lines: readonly Line[], from: number): readonly LineRange[] {
  const marks: { line: number; mark: string; length: number; closes: boolean }[] = []
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] as Line
    const mark = source[line.from]
    if ((mark !== '`' && mark !== '~') || line.indent > 3) continue
    let end = line.from
    while (end < line.to && source[end] === mark) end++
    if (end - line.from >= 3) marks.push({ line: index, mark, length: end - line.from, closes: end === line.to })
  }
  const closing = { '`': -1, '~': -1 }
  const next = new Array<number>(marks.length).fill(-1)
  for (let index = marks.length - 1; index >= 0; index--) {
    const { mark, closes } = marks[index] as (typeof marks)[number]
    next[index] = closing[mark as '`' | '~']
    if (closes) closing[mark as '`' | '~'] = index
  }
  const ranges: LineRange[] = []
  for (let index = 0; index < marks.length; index++) {
    const close = next[index] as number
    if (close < 0) continue
    ranges.push({ first: marks[index]?.line as number, end: (marks[close]?.line as number) + 1 })
    index = close
  }
  return ranges
}

function commentsOf(path: string, source: string, lines: readonly Line[], taken: Set<number>): readonly Comment[] {
  const comments: Comment[] = []
  let line = 0
  let at = source.indexOf('<!--')
  while (at >= 0) {
    while (line < lines.length && (lines[line] as Line).end < at) line++
    const close = source.indexOf('-->', at + 4)
    if (close < 0) break
    const end = close + 3
    if (taken.has(line)) {
      at = source.indexOf('<!--', at + 4)
      continue
    }
    comments.push({ text: source.slice(at + 4, close), span: { path, start: at, end } })
    for (let index = line; index < lines.length && (lines[index] as Line).from < end; index++) {
      const { from, to } = lines[index] as Line
      if (from >= at && to <= end) taken.add(index)
    }
    at = source.indexOf('<!--', end)
  }
  return comments
}
