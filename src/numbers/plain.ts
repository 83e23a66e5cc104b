/**
 * A reading of a text that has the same length, unit by unit: full-width forms as ASCII (but the comma, which in Chinese is never part of a number), all spaces as U+0020, lower case
 * in `lower`. Offsets in it are offsets in the text.
 */
export interface Plain {
  readonly text: string
  readonly lower: string
}

const ANY_WIDE = /[\uff01-\uff0b\uff0d-\uff5e\u3000\u00a0\u2000-\u200a\u202f\u2060\u205f\t\r\n]/
const WIDE = /[\uff01-\uff0b\uff0d-\uff5e\u3000\u00a0\u2000-\u200a\u202f\u2060\u205f\t\r\n]/g

/** Folds width and spaces without moving anything. */
export function plainOf(source: string): Plain {
  const text = ANY_WIDE.test(source) ? source.replace(WIDE, narrow) : source
  const lower = text.toLowerCase()
  return { text, lower: lower.length === text.length ? lower : lowerByUnit(text) }
}

function narrow(unit: string): string {
  const code = unit.charCodeAt(0)
  return code >= 0xff01 ? String.fromCharCode(code - 0xfee0) : ' '
}

/** Some letters (İ) are longer in lower case; those stay as they are. */
function lowerByUnit(text: string): string {
  let lower = ''
  for (const unit of text) {
    const small = unit.toLowerCase()
    lower += small.length === unit.length ? small : unit
  }
  return lower
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** A Han character or one of the Chinese iteration marks. */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || code === 0x3007 || (code >= 0x3400 && code <= 0x4dbf)
}

/** A letter of an alphabet: Latin, Greek, Cyrillic with their extensions; no Han. */
export function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  if (code < 0xaa) return false
  if (code < 0x590) return code !== 0xd7 && code !== 0xf7 && !(code >= 0xb0 && code <= 0xbf && code !== 0xb5)
  return code >= 0x1e00 && code < 0x2000
}

/** End of the word that begins at `at`, or `at` where none does. */
export function wordEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && isLetter(text.charCodeAt(end))) end++
  return end
}

/** Start of the word that ends at `at`, or `at` where none does; looks at 40 units at most. */
export function wordStart(text: string, at: number): number {
  let start = at
  while (start > 0 && at - start < 40 && isLetter(text.charCodeAt(start - 1))) start--
  return start
}

/** Skips spaces to the right; `most` of them. */
export function skipSpaces(text: string, at: number, most = 3): number {
  let end = at
  while (end < text.length && end - at < most && text.charCodeAt(end) === 32) end++
  return end
}

/** Skips spaces to the left. */
export function skipSpacesLeft(text: string, at: number, most = 3): number {
  let start = at
  while (start > 0 && at - start < most && text.charCodeAt(start - 1) === 32) start--
  return start
}
