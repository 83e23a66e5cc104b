import type { Columns } from './columns.ts'
import { single, title, upper } from './forms.ts'
import { character, punctuation, spaced, type Tokens, word } from './tokens.ts'

/** Bits: blank before, blank behind; and how many initials and capitals stand about the token. */
export function surroundings(tokens: Tokens, texts: readonly string[], columns: Columns): void {
  for (let index = 0; index < tokens.count; index++) {
    columns.blanks[index] =
      (spaced(tokens, index) ? 1 : 0) + (index + 1 < tokens.count && spaced(tokens, index + 1) ? 2 : 0)
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
export function walk(tokens: Tokens, columns: Columns): void {
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
export function isStrong(tokens: Tokens, columns: Columns, index: number): boolean {
  const coarse = columns.coarse[index] as number
  if (coarse < 2 || coarse > 15 || coarse === 12 || coarse === 13) return false
  if (coarse !== 2) return true
  const before = index > 0 ? (columns.coarse[index - 1] as number) - 20 : -1
  return (
    before !== single &&
    (index + 1 >= tokens.count || spaced(tokens, index + 1) || tokens.kinds[index - 1] === character)
  )
}

/** The phrase between two marks that a token stands in: how it begins, how far its ends are, how many commas came before. */
export function phrases(tokens: Tokens, columns: Columns): void {
  let commas = 0
  let mark = 0
  let distance = 0
  let head = 0
  for (let index = 0; index < tokens.count; index++) {
    const coarse = columns.coarse[index] as number
    const parts = coarse === 1 || isStrong(tokens, columns, index)
    columns.commas[index] = Math.min(commas, 7)
    columns.left[index] = mark * 8 + bucket(distance)
    if (head === 0 && tokens.kinds[index] !== punctuation) head = columns.word[index] as number
    columns.head[index] = head
    distance++
    if (!parts) continue
    if (coarse === 1) commas++
    mark = coarse
    distance = 0
    head = 0
  }
  mark = 0
  distance = 0
  for (let index = tokens.count - 1; index >= 0; index--) {
    const coarse = columns.coarse[index] as number
    columns.right[index] = mark * 8 + bucket(distance)
    distance++
    if (coarse !== 1 && !isStrong(tokens, columns, index)) continue
    mark = coarse
    distance = 0
  }
}
