/**
 * Citation keys by the grammar of pandoc: a letter, digit or `_`, then letters, digits and `_`, with single marks of
 * `:.#$%&-+?<>~/` between them; `//` and `:/` are one mark (keys that are addresses); `{…}` takes anything.
 * https://pandoc.org/MANUAL.html#citation-syntax
 */

export interface KeyAt {
  /** offset of the `-` or `@` */
  readonly start: number
  readonly end: number
  readonly key: string
  readonly suppressAuthor: boolean
}

const WORD = /[\p{L}\p{N}_]/u
const INNER = new Set(':.#$%&-+?<>~/')
/** an unclosed `@{` must not be searched to the end of a long text */
const LONGEST_BRACED_KEY = 500

/** Length in UTF-16 units of the letter, digit or `_` at `offset`, or 0. */
function wordAt(text: string, offset: number): number {
  const point = text.codePointAt(offset)
  if (point === undefined) return 0
  const letter = String.fromCodePoint(point)
  return WORD.test(letter) ? letter.length : 0
}

/** Whether a letter or digit stands right before `offset`: then an `@` belongs to an e-mail address. */
function followsWord(text: string, offset: number): boolean {
  if (offset === 0) return false
  const unit = text.charCodeAt(offset - 1)
  const low = unit >= 0xdc00 && unit <= 0xdfff && offset > 1
  return wordAt(text, low ? offset - 2 : offset - 1) > 0
}

/**
 * The key whose `@` stands at `offset`, or null. `breaks` holds the offsets where source was left out of the reading
 * (a note mark, a code span): no key runs across them.
 */
export function keyAt(text: string, offset: number, breaks: ReadonlySet<number>): KeyAt | null {
  const suppressAuthor = text[offset - 1] === '-' && !followsWord(text, offset - 1)
  if (followsWord(text, offset)) return null
  const start = suppressAuthor ? offset - 1 : offset
  if (text[offset + 1] === '{') return bracedKey(text, start, offset + 2, suppressAuthor)
  if (text[offset + 1] === '*') return { start, end: offset + 2, key: '*', suppressAuthor }
  const end = keyEnd(text, offset + 1, breaks)
  return end === offset + 1 ? null : { start, end, key: text.slice(offset + 1, end), suppressAuthor }
}

function keyEnd(text: string, from: number, breaks: ReadonlySet<number>): number {
  let end = from
  while (end < text.length) {
    if (end > from && breaks.has(end)) return end
    const word = wordAt(text, end)
    if (word > 0) {
      end += word
      continue
    }
    const mark = text[end] as string
    if (end === from || !INNER.has(mark) || breaks.has(end + 1)) return end
    const address = (mark === ':' || mark === '/') && text[end + 1] === '/'
    if (!address && wordAt(text, end + 1) === 0) return end
    end += 1
  }
  return end
}

function bracedKey(text: string, start: number, from: number, suppressAuthor: boolean): KeyAt | null {
  let depth = 1
  const limit = Math.min(text.length, from + LONGEST_BRACED_KEY)
  for (let end = from; end < limit; end++) {
    if (text[end] === '{') depth += 1
    if (text[end] === '}') depth -= 1
    if (depth > 0) continue
    return end === from ? null : { start, end: end + 1, key: text.slice(from, end), suppressAuthor }
  }
  return null
}

const CROSS_REFERENCE =
  /^(?:(?:fig|tbl|sec|eq|lst):|(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau)-)/i
const IDENTIFIER = /^(doi|pmid|pmcid|arxiv|isbn|url):(?=.)/i

/** Whether pandoc-crossref or Quarto read the key as a reference to a figure, table, section, equation or listing. */
export function isCrossReference(key: string): boolean {
  return CROSS_REFERENCE.test(key)
}

/** `doi:10.5555/x` cites by identifier: its scheme and value; null for a key of a library. */
export function identifierOf(key: string): { readonly scheme: string; readonly value: string } | null {
  const match = IDENTIFIER.exec(key)
  if (match === null) return null
  return { scheme: (match[1] as string).toLowerCase(), value: key.slice(match[0].length) }
}
