import { plainMark } from './characters.ts'
import type { Columns } from './columns.ts'
import { bitOf, ideographicWords, wordClasses } from './lexicons/words.ts'
import { character, number, punctuation, type Tokens, url, word } from './tokens.ts'

/** FNV-1a of a stretch of a text. */
export function hash(text: string, from = 0, to: number = text.length): number {
  let value = 0x811c9dc5
  for (let index = from; index < to; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value
}

/** case patterns; a word's `coarse` is 20 more */
const lower = 0
export const title = 1
export const upper = 2
export const single = 3
const mixed = 4
const caseless = 5

// shapes of marks begin here, shapes of numbers and links below it
const markShapes = 1000

/** The form of each token by itself: word, shape, affixes, class of number or mark, classes of the lexicon. */
export function forms(tokens: Tokens, texts: readonly string[], columns: Columns): void {
  for (let index = 0; index < tokens.count; index++) {
    const text = texts[index] as string
    const kind = tokens.kinds[index] as number
    if (kind === word || kind === character) wordForm(text, kind, index, columns)
    else if (kind === number) numberForm(text, index, columns)
    else if (kind === punctuation) {
      const mark = plainMark(text)
      columns.word[index] = hash(text)
      columns.shape[index] = markShapes + mark.charCodeAt(0)
      columns.coarse[index] = coarseMark(mark)
      columns.number[index] = columns.coarse[index] as number
      columns.lexicon[index] = 0
    } else {
      const code = kind === url ? 60 : 61
      for (const name of ['word', 'shape', 'coarse', 'number'] as const) columns[name][index] = code
    }
  }
  ideographic(tokens, columns)
}

function scriptOf(unit: number): number {
  if (unit < 0x250 || (unit >= 0x1e00 && unit < 0x1f00)) return 1
  if (unit >= 0x400 && unit < 0x530) return 2
  if (unit >= 0x3041 && unit < 0x3100) return 4
  if (unit >= 0x1100 && unit < 0x1200) return 5
  if (unit >= 0xac00 && unit < 0xd7b0) return 5
  if (unit >= 0x3400) return 3
  return 6
}

function wordForm(text: string, kind: number, index: number, columns: Columns): void {
  const folded = text.toLowerCase()
  const length = text.length
  const script = scriptOf(text.charCodeAt(0))
  const first = text[0] as string
  let form = caseless
  if (script === 1 || script === 2) {
    if (text === folded) form = lower
    else if (length === 1) form = single
    else if (text === text.toUpperCase()) form = upper
    else form = first !== folded[0] && text.slice(1) === folded.slice(1) ? title : mixed
  }
  const size = length < 4 ? length : length < 7 ? 4 : 5
  columns.word[index] = hash(folded)
  columns.shape[index] = (kind === character ? 500 : 100) + script * 50 + form * 6 + size
  columns.coarse[index] = 20 + form
  columns.number[index] = 20 + form
  columns.prefix[index] = length > 3 ? hash(folded, 0, 3) : 1
  columns.suffix[index] = length > 3 ? hash(folded, length - 3) : 2
  columns.ending[index] = length > 2 ? hash(folded, length - 2) : 3
  columns.lexicon[index] = wordClasses.get(folded) ?? 0
  columns.script[index] = script
}

function numberForm(text: string, index: number, columns: Columns): void {
  const value = Number(text)
  const isYear = text.length === 4 && value >= 1450 && value < 2040
  const code = isYear ? 50 : 40 + Math.min(text.length, 6)
  columns.shape[index] = code
  columns.number[index] = isYear ? (value > 1950 ? 51 : 50) : code
  columns.coarse[index] = isYear ? 30 : text.length < 4 ? 31 : 32
  columns.word[index] = text.length < 3 ? hash(text) : code
}

const coarseMarks: Readonly<Record<string, number>> = {
  ',': 1,
  '.': 2,
  ':': 3,
  ';': 4,
  '(': 5,
  ')': 6,
  '[': 7,
  ']': 8,
  '“': 9,
  '«': 9,
  '”': 10,
  '»': 10,
  '"': 11,
  "'": 12,
  '-': 13,
  '–': 14,
  '—': 14,
  '/': 15,
  '&': 16,
  '№': 17,
}

function coarseMark(mark: string): number {
  return coarseMarks[mark] ?? 18
}

/** Marks the ideographs that a known word covers. */
function ideographic(tokens: Tokens, columns: Columns): void {
  if (!columns.script.some((script) => script === 3 || script === 5)) return
  for (const [name, pattern] of ideographicWords) {
    for (const found of tokens.text.matchAll(pattern)) {
      for (let index = tokenAt(tokens, found.index); index < tokens.count; index++) {
        if ((tokens.starts[index] as number) >= found.index + found[0].length) break
        columns.lexicon[index] = (columns.lexicon[index] as number) | bitOf(name)
      }
    }
  }
}

function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0
  let high = tokens.count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens.starts[middle] as number) < offset) low = middle + 1
    else high = middle
  }
  return low
}
