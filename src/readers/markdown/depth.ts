// Measured with remark-parse 11 on one core: each limit is where its case takes a third of a second; prose stays far below.
/** block quotes and list items that open on one line */
const MOST_CONTAINERS = 100
const WIDEST_INDENT = 400
/** emphasis marks, brackets, backticks and tags of one paragraph, which may all have to be matched with each other */
const MOST_MARKS = 3000
/** underlined headings of a document */
const MOST_UNDERLINES = 1500

/**
 * Whether a text holds nests or heaps of unmatched marks that make remark take seconds or run out of stack: deep block
 * quotes and lists, thousands of `*`, `_` or `[` in one paragraph, thousands of underlined headings. Linear.
 */
export function tooDeepForMarkdown(text: string): boolean {
  let marks = 0
  let underlines = 0
  let at = 0
  while (at < text.length) {
    const prefix = prefixAt(text, at)
    if (prefix.containers > MOST_CONTAINERS || prefix.indent > WIDEST_INDENT) return true
    // a blank line, an item and a row of a table each begin a run of marks of their own
    if (prefix.isBlank || prefix.containers > 0 || text.charCodeAt(prefix.end) === 124) marks = 0
    let previous = 0
    let unit = text.charCodeAt(prefix.end)
    // `=` or `-` alone on a line
    let isUnderline = unit === 61 || text.charCodeAt(prefix.end - 1) === 45
    for (at = prefix.end; at < text.length; at++) {
      unit = text.charCodeAt(at)
      if (unit === 10 || unit === 13) break
      if (isMark(unit) && (unit !== previous || unit === 91 || unit === 93) && ++marks > MOST_MARKS) return true
      if (unit !== 61 && unit !== 45) isUnderline = false
      previous = unit
    }
    if (isUnderline && ++underlines > MOST_UNDERLINES) return true
    at += 1
  }
  return false
}

interface Prefix {
  readonly end: number
  /** `>`, list marks, and runs of `-` that could be either marks or a rule */
  readonly containers: number
  readonly indent: number
  readonly isBlank: boolean
}

/** The white space and the marks of containers at the start of a line. */
function prefixAt(text: string, start: number): Prefix {
  let containers = 0
  let indent = 0
  let at = start
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 32 || unit === 9) indent += 1
    else if (unit === 62) containers += 1
    else if (unit === 42 || unit === 43 || unit === 45) {
      if (!isBlankAt(text, at + 1)) break
      containers += 1
    } else {
      const mark = numberMark(text, at)
      if (mark === at) break
      containers += 1
      at = mark
    }
  }
  const isBlank = at >= text.length || text.charCodeAt(at) === 10 || text.charCodeAt(at) === 13
  return { end: at, containers, indent: isBlank ? 0 : indent, isBlank: isBlank && containers === 0 }
}

/** The `.` or `)` of a list number at `at`; `at` itself if there is none. */
function numberMark(text: string, at: number): number {
  let end = at
  while (end - at < 9 && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1
  const unit = text.charCodeAt(end)
  return end > at && (unit === 46 || unit === 41) && isBlankAt(text, end + 1) ? end : at
}

function isBlankAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return at >= text.length || unit === 32 || unit === 9 || unit === 10 || unit === 13
}

/** `*`, `_`, `~`, `[`, `]`, `` ` ``, `<` */
function isMark(unit: number): boolean {
  return unit === 42 || unit === 95 || unit === 126 || unit === 91 || unit === 93 || unit === 96 || unit === 60
}
