import { plainMark } from './characters.ts'
import { bitOf, ideographicWords, wordClasses } from './lexicons/words.ts'
import { character, number, punctuation, spaced, type Tokens, tokenText, url, word } from './tokens.ts'

/**
 * What the templates see of each token: one column a property, one number a token. Numbers are small codes or hashes; they
 * mean nothing but equality.
 */
export const columnNames = [
  'word',
  'shape',
  'coarse',
  'prefix',
  'suffix',
  'ending',
  'lexicon',
  'number',
  'position',
  'quarter',
  'style',
  'script',
  'counters',
  'breaks',
  'bracket',
  'before',
  'behind',
  'names',
  'blanks',
  'lastWord',
  'nextWord',
  'order',
] as const

export type Column = (typeof columnNames)[number]
export type Columns = Readonly<Record<Column, Int32Array>>

export function attributes(tokens: Tokens): Columns {
  const columns = Object.fromEntries(columnNames.map((name) => [name, new Int32Array(tokens.count)])) as Columns
  const texts = Array.from({ length: tokens.count }, (_, index) => tokenText(tokens, index))
  forms(tokens, texts, columns)
  ideographic(tokens, columns)
  surroundings(tokens, texts, columns)
  walk(tokens, columns)
  style(tokens, texts, columns)
  return columns
}

export function hash(text: string, from = 0, to: number = text.length): number {
  let value = 0x811c9dc5
  for (let index = from; index < to; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value
}

// case patterns
const lower = 0
const title = 1
const upper = 2
const single = 3
const mixed = 4
const caseless = 5

// shapes of marks begin here, shapes of numbers and links below it
const markShapes = 1000

function forms(tokens: Tokens, texts: readonly string[], columns: Columns): void {
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

/** Bits: blank before, blank behind; the words beside the token, marks passed over. */
function surroundings(tokens: Tokens, texts: readonly string[], columns: Columns): void {
  let last = 0
  for (let index = 0; index < tokens.count; index++) {
    columns.blanks[index] =
      (spaced(tokens, index) ? 1 : 0) + (index + 1 < tokens.count && spaced(tokens, index + 1) ? 2 : 0)
    columns.lastWord[index] = last
    if (tokens.kinds[index] !== punctuation) last = columns.word[index] as number
  }
  let next = 0
  for (let index = tokens.count - 1; index >= 0; index--) {
    columns.nextWord[index] = next
    if (tokens.kinds[index] !== punctuation) next = columns.word[index] as number
  }
  for (let index = 0; index < tokens.count; index++) {
    let initials = 0
    let capitals = 0
    let words = 0
    const to = Math.min(tokens.count, index + 5)
    for (let near = Math.max(0, index - 4); near < to; near++) {
      const text = texts[near] as string
      if (tokens.kinds[near] !== word) continue
      words++
      const form = (columns.coarse[near] as number) - 20
      if (form === single || (form === upper && text.length < 4)) initials++
      else if (form === title) capitals++
    }
    columns.names[index] = Math.min(initials, 4) * 5 + (words === 0 ? 0 : 1 + Math.floor((3 * capitals) / words))
  }
}

/** What has been passed from the left: years, quotes, sentence breaks, open brackets, strong marks on both sides. */
function walk(tokens: Tokens, columns: Columns): void {
  let years = 0
  let quotes = 0
  let breaks = 0
  let depth = 0
  let quoted = 0
  let mark = 0
  let distance = 0
  for (let index = 0; index < tokens.count; index++) {
    const coarse = columns.coarse[index] as number
    if (coarse === 6 || coarse === 8) depth = 0
    if (coarse === 10) quoted = 0
    columns.counters[index] = Math.min(years, 2) * 16 + Math.min(quotes, 2) * 5 + Math.min(breaks, 4)
    columns.breaks[index] = Math.min(breaks, 7)
    columns.bracket[index] = depth + 3 * quoted
    columns.before[index] = mark * 8 + bucket(distance)
    columns.position[index] = index < 4 ? index : 4 + Math.floor((12 * index) / tokens.count)
    columns.quarter[index] = index === 0 ? 0 : 1 + Math.floor((5 * index) / tokens.count)
    distance++
    if (coarse === 30) years++
    if (coarse === 5) depth = 1
    if (coarse === 7) depth = 2
    if (coarse === 9) quoted = 1
    if (coarse === 11) quoted = 1 - quoted
    if (coarse === 10 || (coarse === 11 && quoted === 0)) quotes++
    if (!isStrong(tokens, columns, index)) continue
    if (coarse === 2) breaks++
    mark = coarse
    distance = 0
  }
  mark = 0
  distance = 0
  for (let index = tokens.count - 1; index >= 0; index--) {
    columns.behind[index] = mark * 8 + bucket(distance)
    distance++
    if (!isStrong(tokens, columns, index)) continue
    mark = columns.coarse[index] as number
    distance = 0
  }
}

function bucket(distance: number): number {
  return distance < 4 ? distance : distance < 6 ? 4 : distance < 9 ? 5 : distance < 16 ? 6 : 7
}

/** Marks that part fields; not commas and hyphens, not the dots of initials and short abbreviations inside a phrase. */
function isStrong(tokens: Tokens, columns: Columns, index: number): boolean {
  const coarse = columns.coarse[index] as number
  if (coarse < 2 || coarse > 15 || coarse === 12 || coarse === 13) return false
  if (coarse !== 2) return true
  const before = index > 0 ? (columns.coarse[index - 1] as number) - 20 : -1
  return (
    before !== single &&
    (index + 1 >= tokens.count || spaced(tokens, index + 1) || tokens.kinds[index - 1] === character)
  )
}

/** The habits of the whole entry: script, quotes, separators, where the year stands, the order of the first name. */
function style(tokens: Tokens, texts: readonly string[], columns: Columns): void {
  const scripts = [0, 0, 0, 0, 0, 0, 0]
  let bits = 0
  let early = false
  for (let index = 0; index < tokens.count; index++) {
    const script = columns.script[index] as number
    if (script > 0) scripts[script] = (scripts[script] as number) + 1
    const coarse = columns.coarse[index] as number
    if (coarse === 9 || coarse === 11) bits |= texts[index] === '«' ? 2 : 1
    if (coarse === 15 && columns.coarse[index - 1] === 15) bits |= 4
    if (coarse === 14 && columns.coarse[index - 1] === 2) bits |= 8
    if (coarse === 7 && /^[JMDCNRSPGZ]$|^EB$|^DB$/.test(texts[index + 1] ?? '')) bits |= 16
    if (coarse === 30 && index < tokens.count * 0.4 && index < 40) early = true
  }
  if (early) bits |= 32
  const dominant = scripts.indexOf(Math.max(...scripts))
  const first = firstName(columns, tokens.count)
  columns.style.fill(bits + 1)
  for (let index = 0; index < tokens.count; index++) {
    columns.script[index] = (columns.script[index] as number) * 8 + dominant
    columns.order[index] = first * 8 + dominant
  }
}

/** The shapes of the first three tokens that are no leading number. */
function firstName(columns: Columns, count: number): number {
  let start = 0
  while (
    start < count &&
    start < 4 &&
    ((columns.coarse[start] as number) < 20 || (columns.coarse[start] as number) > 29)
  )
    start++
  let value = 0
  for (let index = start; index < start + 3; index++)
    value = value * 40 + (index < count ? (columns.coarse[index] as number) : 39)
  return value
}
