/** A word or a mark of a text, with its offsets. */
export interface Token {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly kind: 'word' | 'number' | 'mark'
}

const TOKEN = /(\p{L}[\p{L}\p{M}\d]*(?:['’ʼ\-‐‑&][\p{L}\p{M}][\p{L}\p{M}\d]*)*['’]?\.?)|(\d+)|([^\s\p{L}\d])/gu
const HAN = /\p{Script=Han}/u

/** Words, numbers and marks between two offsets. A run of Han is one word. */
export function tokensOf(text: string, from = 0, to: number = text.length): readonly Token[] {
  const found: Token[] = []
  for (const match of text.slice(from, to).matchAll(TOKEN)) {
    const at = from + match.index
    found.push({
      text: match[0],
      from: at,
      to: at + match[0].length,
      kind: match[1] !== undefined ? 'word' : match[2] !== undefined ? 'number' : 'mark',
    })
  }
  return found
}

export const isHan = (text: string): boolean => HAN.test(text)
/** `J.`, `Дж.`, `J.-P.`, `JP` */
export const isInitial = (text: string): boolean =>
  /^(?:\p{Lu}\p{Ll}?\.(?:-\p{Lu}\.?)*|\p{Lu}(?:-\p{L})?|\p{Lu}{2})$/u.test(text) && text.length <= 6
export const isCapitalised = (text: string): boolean => /^\p{Lu}/u.test(text)
