import { isDigit, isHan, isLetter } from './plain.ts'

/** How a document writes its numbers, as far as its unambiguous ones tell. */
export interface Convention {
  readonly decimal: '.' | ','
}

/** A number written in digits. `text` is the plain decimal string: trailing zeros matter. */
export interface Digits {
  readonly start: number
  readonly end: number
  readonly value: number
  /** decimals as printed */
  readonly decimals: number
  readonly text: string
  /** a second reading, where one separator may be either sign: what follows decides */
  readonly other?: { readonly value: number; readonly decimals: number; readonly text: string }
  /** `1,234,567` and `1 234 567`: surely no year and no code */
  readonly grouped: boolean
}

/** Numbers of more digits than this are codes. */
const LONGEST = 30

/**
 * The number whose first digit stands at `at` of a plain text. Groups of three behind spaces, points, commas or
 * apostrophes are thousands; one lone separator before three digits has two readings, the first by convention.
 */
export function readDigits(text: string, at: number, { decimal }: Convention): Digits | undefined {
  const whole = digitsEnd(text, at)
  if (whole - at > LONGEST) return undefined
  const mark = text[whole] ?? ''
  const head = text.slice(at, whole)
  if (mark === ' ' || mark === "'" || mark === '’') {
    const end = groupsEnd(text, whole, mark)
    if (head.length <= 3 && head !== '0' && end > whole && plausibleSpaces(text, at, end, mark)) {
      return withFraction(text, at, end, head + text.slice(whole, end).replaceAll(mark, ''), true)
    }
    return simple(at, whole, head, 0, false)
  }
  const point = mark === '·' || mark === '٫' ? '.' : mark
  if ((point !== '.' && point !== ',') || !isDigit(text.charCodeAt(whole + 1))) return simple(at, whole, head, 0, false)
  const next = digitsEnd(text, whole + 1)
  const groups = groupsEnd(text, whole, mark)
  if (groups > next && head.length <= 3 && head !== '0') {
    return withFraction(text, at, groups, head + text.slice(whole, groups).replaceAll(mark, ''), true)
  }
  const fraction = text.slice(whole + 1, next)
  // 1,234.5: the other sign follows
  if (fraction.length === 3 && head.length <= 3 && head !== '0') {
    const follow = text[next] ?? ''
    if ((follow === '.' || follow === ',') && follow !== mark && isDigit(text.charCodeAt(next + 1))) {
      return withFraction(text, at, next, head + fraction, true)
    }
    const asThousands = { value: Number(head + fraction), decimals: 0, text: head + fraction }
    const asDecimal = { value: Number(`${head}.${fraction}`), decimals: 3, text: `${head}.${fraction}` }
    const [first, other] = point === decimal ? [asDecimal, asThousands] : [asThousands, asDecimal]
    return { start: at, end: next, ...first, other, grouped: first === asThousands }
  }
  return simple(at, next, `${head}.${fraction}`, fraction.length, false)
}

/** `.036` and `,036`: a decimal without its zero. */
export function readBareDecimal(text: string, at: number): Digits | undefined {
  const end = digitsEnd(text, at + 1)
  if (end === at + 1 || end - at > LONGEST) return undefined
  return simple(at, end, `0.${text.slice(at + 1, end)}`, end - at - 1, false)
}

function simple(start: number, end: number, text: string, decimals: number, grouped: boolean): Digits {
  return { start, end, value: Number(text), decimals, text, grouped }
}

function withFraction(text: string, start: number, end: number, whole: string, grouped: boolean): Digits {
  const mark = text[end] ?? ''
  const used = text.slice(start, end)
  if ((mark === '.' || mark === ',') && !used.includes(mark) && isDigit(text.charCodeAt(end + 1))) {
    const last = digitsEnd(text, end + 1)
    const fraction = text.slice(end + 1, last)
    return simple(start, last, `${whole}.${fraction}`, fraction.length, grouped)
  }
  return simple(start, end, whole, 0, grouped)
}

function digitsEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && isDigit(text.charCodeAt(end))) end++
  return end
}

/** End of the groups of exactly three digits behind `mark`. */
function groupsEnd(text: string, at: number, mark: string): number {
  let end = at
  while (text[end] === mark && digitsEnd(text, end + 1) === end + 4) end += 4
  return end
}

/** `1 240` is one number; `in 2020 300 people` and `12 345 678 9` are not: what surrounds must not be digits. */
function plausibleSpaces(text: string, start: number, end: number, mark: string): boolean {
  if (mark !== ' ') return true
  const before = text[start - 1]
  const beyond = text[start - 2]
  if (before === ' ' && beyond !== undefined && isDigit(beyond.charCodeAt(0))) return false
  if (text[end] === ' ' && isDigit(text.charCodeAt(end + 1))) return false
  const after = text.charCodeAt(end)
  return !(isLetter(after) && !isHan(after) && text[end] !== ' ')
}

const MARK = /[,.](?=[0-9])/g

/**
 * Which sign sets off decimals in a document: every number that can be read in one way only has a vote (12,5 and 1.234,5
 * for the comma); the language breaks a tie.
 */
export function conventionOf(texts: Iterable<string>, language: string): Convention {
  let comma = 0
  let point = 0
  for (const text of texts) {
    MARK.lastIndex = 1
    for (let match = MARK.exec(text); match !== null; match = MARK.exec(text)) {
      const at = match.index
      if (!isDigit(text.charCodeAt(at - 1))) continue
      const code = text.charCodeAt(at)
      const end = digitsEnd(text, at + 1)
      const next = text.charCodeAt(end)
      const chained = (next === 44 || next === 46) && isDigit(text.charCodeAt(end + 1))
      if (end - at - 1 !== 3 && !chained && end - at - 1 <= 4) {
        if (code === 44) comma++
        else point++
      }
      MARK.lastIndex = end
    }
  }
  if (comma > 2 * point) return { decimal: ',' }
  if (point > 2 * comma) return { decimal: '.' }
  return { decimal: language === 'en' || language === 'zh' || language === 'ja' ? '.' : ',' }
}
