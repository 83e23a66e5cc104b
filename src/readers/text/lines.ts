/** A line of the source, without its line end. Offsets are UTF-16 units of the source. */
export interface Line {
  readonly start: number
  /** end of the line without its line end */
  readonly end: number
  /** first and last unit that is not space; `from === to` for a blank line */
  readonly from: number
  readonly to: number
  /** columns before `from`, a tab counting to the next multiple of 4 */
  readonly indent: number
  /** a form feed stands before or in this line */
  readonly newPage: boolean
  /** two spaces or a backslash at the end: the author means this line end */
  readonly hardBreak: boolean
}

/** The lines of a text. LF, CRLF, CR, vertical tab, form feed, NEL, U+2028 and U+2029 end a line. */
export function linesOf(source: string): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  let newPage = false
  for (let at = 0; at <= source.length; at++) {
    const unit = at === source.length ? 10 : source.charCodeAt(at)
    if (!endsLine(unit)) continue
    if (at < source.length || at > start) lines.push(lineOf(source, start, at, newPage))
    newPage = unit === 12
    if (unit === 13 && source.charCodeAt(at + 1) === 10) at++
    start = at + 1
  }
  return lines
}

function endsLine(unit: number): boolean {
  return (unit >= 10 && unit <= 13) || unit === 0x85 || unit === 0x2028 || unit === 0x2029
}

function lineOf(source: string, start: number, end: number, newPage: boolean): Line {
  let from = start
  let indent = 0
  while (from < end && isSpace(source.charCodeAt(from))) {
    indent = source.charCodeAt(from) === 9 ? indent - (indent % 4) + 4 : indent + 1
    from++
  }
  let to = end
  while (to > from && isSpace(source.charCodeAt(to - 1))) to--
  const hardBreak = to > from && (end - to > 1 || source[to - 1] === '\\')
  return { start, end, from, to, indent, newPage, hardBreak }
}

/** Space within a line; also the byte order mark and NUL, which print nothing. */
export function isSpace(unit: number): boolean {
  return (
    unit === 32 || unit === 9 || unit === 0xa0 || unit === 0x3000 || unit === 0xfeff || unit === 0x200b || unit === 0
  )
}

/** How lines end in this text: at a margin (PDF, e-mail), or only where a paragraph ends (Word), or neither. */
export interface Wrapping {
  readonly wrapped: boolean
  /** columns that most full lines reach */
  readonly width: number
}

/**
 * Hard-wrapped text shows many lines of nearly one width that are followed by another line; in other text the widths
 * scatter, or lines are as long as paragraphs.
 */
export function wrappingOf(lines: readonly Line[], taken: (line: number) => boolean): Wrapping {
  const widths: number[] = []
  for (let index = 0; index + 1 < lines.length; index++) {
    const line = lines[index] as Line
    const next = lines[index + 1] as Line
    if (line.from === line.to || next.from === next.to || taken(index) || taken(index + 1)) continue
    widths.push(line.to - line.start)
  }
  if (widths.length < 3) return { wrapped: false, width: 0 }
  widths.sort((left, right) => left - right)
  const width = widths[Math.floor(widths.length * 0.9)] as number
  const full = widths.filter((columns) => columns >= 0.75 * width).length
  return { wrapped: width >= 24 && width <= 150 && full * 2 >= widths.length, width }
}
