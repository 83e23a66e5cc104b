/** A pair of brackets in a text: `[open, close]` are the offsets of the two marks. */
export interface Bracketed {
  readonly open: number
  readonly close: number
  readonly square: boolean
  /** another pair stands inside */
  readonly nests: boolean
}

const SQUARE = new Map([
  ['[', ']'],
  ['［', '］'],
  ['【', '】'],
  ['〔', '〕'],
])
const ROUND = new Map([
  ['(', ')'],
  ['（', '）'],
])
const CLOSES = new Map([...SQUARE, ...ROUND].map(([open, close]) => [close, open]))
const ANY = /[[\]［］【】〔〕()（）]/g
const LONGEST = 900

/** All pairs of brackets, in the order they open, in linear time. A pair with more than 900 units inside is left out. */
export function brackets(text: string): readonly Bracketed[] {
  const pairs: Bracketed[] = []
  const stack: { at: number; mark: string; nests: boolean }[] = []
  for (const { 0: mark, index } of text.matchAll(ANY)) {
    const opener = CLOSES.get(mark)
    if (opener === undefined) {
      stack.push({ at: index, mark, nests: false })
      continue
    }
    // a half-width mark may close a full-width one
    const top = stack.at(-1)
    if (top === undefined || SQUARE.has(top.mark) !== SQUARE.has(opener)) continue
    stack.pop()
    const below = stack.at(-1)
    if (below !== undefined) below.nests = true
    if (index - top.at <= LONGEST)
      pairs.push({ open: top.at, close: index, square: SQUARE.has(top.mark), nests: top.nests })
  }
  return pairs.sort((left, right) => left.open - right.open)
}
