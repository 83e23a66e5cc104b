/** A word or a mark of a text, with its offsets. */
export interface Token {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly kind: 'word' | 'number' | 'mark'
}

const TOKEN = /\p{L}[\p{L}\p{M}\d]*(?:['’ʼ\-‐‑&][\p{L}\p{M}][\p{L}\p{M}\d]*)*['’]?\.?|\d+|[^\s\p{L}\d]/gu
const HAN = /\p{Script=Han}/u

/** Told by the first unit: most are plain letters. */
function kindOf(text: string): Token['kind'] {
  const code = text.charCodeAt(0)
  if (code >= 48 && code <= 57) return 'number'
  if (code < 0x80) return (code | 32) >= 97 && (code | 32) <= 122 ? 'word' : 'mark'
  return /^\p{L}/u.test(text) ? 'word' : 'mark'
}

/** Words, numbers and marks between two offsets. A run of Han is one word. */
export function tokensOf(text: string, from = 0, to: number = text.length): readonly Token[] {
  const found: Token[] = []
  const part = text.slice(from, to)
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(part); match !== null; match = TOKEN.exec(part)) {
    const [own] = match
    const at = from + match.index
    found.push({ text: own, from: at, to: at + own.length, kind: kindOf(own) })
  }
  return found
}

export const isHan = (text: string): boolean => HAN.test(text)
/** `J.`, `Дж.`, `J.-P.`, `JP` */
export const isInitial = (text: string): boolean =>
  /^(?:\p{Lu}\p{Ll}?\.(?:-\p{Lu}\.?)*|\p{Lu}(?:-\p{L})?|\p{Lu}{2})$/u.test(text) && text.length <= 6
export const isCapitalised = (text: string): boolean => /^\p{Lu}/u.test(text)
