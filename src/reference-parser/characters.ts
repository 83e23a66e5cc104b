/** What a UTF-16 unit is to the tokeniser. */
export const space = 0
export const letter = 1
export const digit = 2
/** Han and Kana: scripts without word spaces, one token a character */
export const ideograph = 3
export const mark = 4

const tableSize = 0x3000
const unknown = 255
const table = new Uint8Array(tableSize).fill(unknown)

/** Latin-1 and the general punctuation: what most references are written in, and what needs no classes of Unicode. */
const plainBlocks = [
  [0, 0x100],
  [0x2000, 0x2070],
] as const

function isPlain(unit: number): boolean {
  return plainBlocks.some(([first, end]) => unit >= first && unit < end)
}

/** Fills in the plain blocks, or all of the table: patterns over the letters of every script are dear the first time. */
function fillTable(unit: number): void {
  const plain = isPlain(unit)
  const letters = plain ? /[A-Za-z\xaa\xad\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\xff]/ : /[\p{L}\p{M}\u00ad]/u
  const digits = plain ? /[0-9]/ : /\p{Nd}/u
  const spaces = /[\s\u200b\u2060]/
  for (const [first, end] of plain ? plainBlocks : ([[0, tableSize]] as const)) {
    for (let unit = first; unit < end; unit++) {
      const character = String.fromCharCode(unit)
      table[unit] = letters.test(character)
        ? letter
        : digits.test(character)
          ? digit
          : spaces.test(character) || unit < 32
            ? space
            : mark
    }
  }
}

/** Ranges above U+3000, in order: first unit, class. */
const ranges: readonly (readonly [number, number])[] = [
  [0x3000, space],
  [0x3001, mark],
  [0x3005, ideograph],
  [0x3008, mark],
  [0x3041, ideograph],
  [0x3100, letter],
  [0x31c0, mark],
  [0x31f0, ideograph],
  [0x3200, mark],
  [0x3400, ideograph],
  [0x4dc0, mark],
  [0x4e00, ideograph],
  [0xa000, letter],
  [0xd800, ideograph],
  [0xdc00, mark],
  [0xf900, ideograph],
  [0xfb00, letter],
  [0xfe00, mark],
  [0xfe70, letter],
  [0xfeff, space],
  [0xff01, mark],
  [0xff10, digit],
  [0xff1a, mark],
  [0xff21, letter],
  [0xff3b, mark],
  [0xff41, letter],
  [0xff5b, mark],
  [0xff66, ideograph],
  [0xffa0, letter],
  [0xffe0, mark],
]

/** The class of the unit. A high surrogate counts for its pair: supplementary ideographs; emoji are marks. */
export function classOf(unit: number): number {
  if (unit < tableSize) {
    if (table[unit] === unknown) fillTable(unit)
    return table[unit] as number
  }
  if (unit >= 0x4e00 && unit < 0xa000) return ideograph
  if (unit >= 0xac00 && unit < 0xd7b0) return letter
  // plane 2 begins at D840; planes before it hold historic scripts, mathematical letters and emoji
  if (unit >= 0xd800 && unit < 0xd840) return mark
  let found = mark
  for (const [first, kind] of ranges) {
    if (unit < first) break
    found = kind
  }
  return found
}

/** Full-width forms read as their ASCII counterparts, CJK marks as the Latin marks of the same use. */
const plainMarks: Readonly<Record<string, string>> = {
  '、': ',',
  '。': '.',
  '．': '.',
  '，': ',',
  '：': ':',
  '；': ';',
  '（': '(',
  '）': ')',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '《': '«',
  '》': '»',
  '〈': '«',
  '〉': '»',
  '「': '“',
  '」': '”',
  '『': '«',
  '』': '»',
  '／': '/',
  '～': '~',
  '－': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '―': '—',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '„': '“',
  '″': '"',
  '·': '·',
  '‧': '·',
  '・': '·',
  '∕': '/',
  '＂': '"',
  '！': '!',
  '？': '?',
  '＆': '&',
}

export function plainMark(character: string): string {
  return plainMarks[character] ?? character
}

/** Whether patterns over the letters of every script, which are dear the first time, have nothing to find. */
export function isAscii(text: string): boolean {
  return /^[\x00-\x7f]*$/.test(text)
}

/** Whether only Latin letters and common punctuation stand in it: no letter of another script. */
export function isLatin(text: string): boolean {
  return /^[\x00-\u024f\u2000-\u206f]*$/.test(text)
}
