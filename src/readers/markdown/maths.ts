/**
 * Where maths stands in Markdown, by pandoc's rules: `$…$` with no space inside its ends and no digit behind (so that
 * "$5 and $6" is prose), `$$…$$`, both within one paragraph, and LaTeX environments. Code is skipped. A scan of our own
 * before the Markdown parser, because remark-math takes every pair of dollars for maths and lets an unclosed `$$`
 * swallow the rest of the document.
 */
export interface Maths {
  readonly start: number
  readonly end: number
}

const ENVIRONMENT = /\\begin\{((?:equation|align|alignat|gather|multline|eqnarray|displaymath|math)\*?)\}/y
const FENCE = /[ \t>]*(`{3,}(?=[^`\r\n]*(?:[\r\n]|$))|~{3,})/y
const BLANK = /\r?\n?[ \t>]*[\r\n]/y

/** The maths of a text, in order, never overlapping. Linear in practice, n√n at worst. */
export function findMaths(text: string): Maths[] {
  const found: Maths[] = []
  const unclosed = new Set<string>()
  let at = fenceEnd(text, 0)
  while (at < text.length) {
    const unit = text[at]
    if (unit === '\\') {
      const end = environmentEnd(text, at, unclosed)
      if (end > 0) found.push({ start: at, end })
      at = end > 0 ? end : at + 2
    } else if (unit === '`') {
      at = codeEnd(text, at, unclosed)
    } else if (unit === '$') {
      const end = dollarsEnd(text, at)
      if (end.isMaths) found.push({ start: at, end: end.at })
      at = end.at
    } else if (unit === '\n' || unit === '\r') {
      if (isBlankLineAt(text, at)) for (const run of unclosed) if (run[0] === '`') unclosed.delete(run)
      at = fenceEnd(text, at + 1)
    } else at += 1
  }
  return found
}

/** Past the fenced code that begins with the line at `at`; `at` itself if none does. */
function fenceEnd(text: string, at: number): number {
  FENCE.lastIndex = at
  const fence = FENCE.exec(text)?.[1]
  if (fence === undefined) return at
  let line = lineEnd(text, at)
  while (line < text.length) {
    const end = lineEnd(text, line)
    const written = text
      .slice(line, Math.min(end, line + 400))
      .replace(/^[ \t>]+/, '')
      .trimEnd()
    if (written.length >= fence.length && written === (fence[0] as string).repeat(written.length)) return end
    line = end
  }
  return text.length
}

function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at)
  return feed < 0 ? text.length : feed + 1
}

function isBlankLineAt(text: string, at: number): boolean {
  BLANK.lastIndex = at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1)
  return BLANK.test(text)
}

function environmentEnd(text: string, at: number, unclosed: Set<string>): number {
  ENVIRONMENT.lastIndex = at
  const name = ENVIRONMENT.exec(text)?.[1]
  if (name === undefined || unclosed.has(name)) return 0
  const close = `\\end{${name}}`
  const end = text.indexOf(close, at)
  if (end < 0) unclosed.add(name)
  return end < 0 ? 0 : end + close.length
}

/** Past the code span that opens at `at`, or past its run of backticks if nothing closes it in its paragraph. */
function codeEnd(text: string, at: number, unclosed: Set<string>): number {
  const open = runEnd(text, at, '`')
  const run = text.slice(at, open)
  if (unclosed.has(run)) return open
  let next = open
  while (next < text.length) {
    if (text[next] === '`') {
      const end = runEnd(text, next, '`')
      if (end - next === run.length) return end
      next = end
    } else if ((text[next] === '\n' || text[next] === '\r') && isBlankLineAt(text, next)) break
    else next += 1
  }
  unclosed.add(run)
  return open
}

function runEnd(text: string, at: number, unit: string): number {
  let end = at
  while (text[end] === unit) end += 1
  return end
}

function dollarsEnd(text: string, at: number): { readonly at: number; readonly isMaths: boolean } {
  const open = runEnd(text, at, '$')
  if (open - at > 2) return { at: open, isMaths: false }
  const display = open - at === 2
  if (!display && /[\s]/.test(text[open] ?? ' ')) return { at: open, isMaths: false }
  for (let next = open; next < text.length; next++) {
    const unit = text[next]
    if (unit === '\\') next += 1
    else if ((unit === '\n' || unit === '\r') && isBlankLineAt(text, next)) break
    else if (unit === '$') {
      if (display && text[next + 1] !== '$') continue
      if (display) return { at: next + 2, isMaths: true }
      const closes = !/\s/.test(text[next - 1] as string) && !/[\d$]/.test(text[next + 1] ?? '')
      return closes ? { at: next + 1, isMaths: true } : { at: next, isMaths: false }
    }
  }
  return { at: open, isMaths: false }
}
