import type { Columns } from './columns.ts'
import { bitOf } from './lexicons/words.ts'
import { doi, number, type Tokens, url } from './tokens.ts'

/** The habits of the whole entry: script, quotes, separators, where the year stands, the order of the first name. */
export function style(tokens: Tokens, texts: readonly string[], columns: Columns): void {
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

const telling = ['editor', 'container', 'publisher', 'place', 'thesis', 'conference', 'access'].map(bitOf)

/** What the entry has anywhere: a page range, an issue in brackets, words of editors, publishers, theses, a link. */
export function evidence(tokens: Tokens, columns: Columns): void {
  let bits = 0
  for (let index = 0; index < tokens.count; index++) {
    const coarse = columns.coarse[index] as number
    if (tokens.kinds[index] === url || tokens.kinds[index] === doi) bits |= 1
    const isNumber = coarse === 31 || coarse === 32
    const next = columns.coarse[index + 1]
    if (isNumber && (next === 13 || next === 14) && tokens.kinds[index + 2] === number) bits |= 2
    if (isNumber && next === 5 && columns.coarse[index + 3] === 6) bits |= 4
    if (isNumber && next === 3 && tokens.kinds[index + 2] === number) bits |= 8
    const classes = columns.lexicon[index] as number
    if (classes === 0) continue
    for (const [at, bit] of telling.entries()) if ((classes & bit) !== 0) bits |= 16 << at
  }
  columns.evidence.fill(bits)
}
