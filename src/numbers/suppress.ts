import {
  countedNouns,
  hanLabelAfter,
  hanLabelBefore,
  labelAfter,
  labelWords,
  monthOf,
  yearWords,
} from './lexicon/labels.ts'
import { isDigit, isHan, isLetter, type Plain, skipSpaces, skipSpacesLeft, wordEnd, wordStart } from './plain.ts'

/** Why a run of digits is no quantity, and where scanning goes on. */
export interface Suppressed {
  readonly end: number
}

/** Label words that are so short that only a full stop (or a slash) beside them makes them labels: с., п., т., я. */
const NEEDS_POINT = 3

/** Digits glued to letters, hyphens, slashes and each other: codes, versions, dates, times, telephone numbers. */
export function codeAt(text: string, start: number, end: number, hasUnit = false): Suppressed | undefined {
  const before = text.charCodeAt(start - 1)
  if (text[start] === '0' && end - start > 1 && isDigit(text.charCodeAt(start + 1)) && text[start + 1] !== '.') {
    return tokenEnd(text, end)
  }
  if (isListMarker(text, start, end)) return { end }
  const telephone =
    text[end] === '(' || text[end + 1] === '(' ? /^ ?\(\d{3,4}\) ?\d[\d-]*/.exec(text.slice(end, end + 24)) : null
  if (telephone !== null) return { end: end + telephone[0].length }
  if (isLetter(before) || isDigit(before) || before === 95 || before === 64 || before === 35) return tokenEnd(text, end)
  const previous = text[start - 1]
  const beyond = text.charCodeAt(start - 2)
  if (previous === '-' && (isLetter(beyond) || isDigit(beyond) || (isHan(beyond) && !hasUnit)))
    return tokenEnd(text, end)
  if ((previous === '/' || previous === ':') && (isLetter(beyond) || isDigit(beyond))) return tokenEnd(text, end)
  if (previous === '.' && isDigit(beyond)) return tokenEnd(text, end)
  if (previous === '(' && isDigit(beyond)) return tokenEnd(text, end)
  const next = text[end]
  const after = text.charCodeAt(end + 1)
  if (next === ':' && isDigit(after)) return tokenEnd(text, end)
  if (next === '.' && isDigit(after)) return tokenEnd(text, end)
  // 37(4) is a volume and its issue, 84(20 %) a count and its share
  if (next === '(' && isDigit(after) && !/^\([^()]{0,12}[%.]/.test(text.slice(end, end + 16)))
    return { end: end + (/^[\d().]+/.exec(text.slice(end, end + 24))?.[0].length ?? 0) }
  if (next === '/' && (isDigit(after) || (isUpper(text[end + 1]) && !isHan(after)))) return tokenEnd(text, end)
  if (next === '-' && isUpper(text[end + 1])) return tokenEnd(text, end)
  if (next === '_' || next === '@') return tokenEnd(text, end)
  if (
    next === '-' &&
    /^\d-\d/.test(text.slice(end - 1, end + 2)) &&
    /^[\d-]*\d-\d+-/.test(text.slice(end + 1, end + 24).concat('-'))
  ) {
    const token = tokenEnd(text, end)
    if (/\d-\d+-\d/.test(text.slice(start, token.end))) return token
  }
  return undefined
}

/** `1. Collect`, `2) Scan` at the start of a text or of a sentence. */
function isListMarker(text: string, start: number, end: number): boolean {
  if (end - start > 3 || (text[end] !== '.' && text[end] !== ')') || text[end + 1] !== ' ') return false
  const before = skipSpacesLeft(text, start)
  if (before > 0 && !/[.!?;:。；！？]/.test(text[before - 1] as string)) return false
  const next = text[end + 2]
  return next !== undefined && (isUpper(next) || isHan(text.charCodeAt(end + 2)))
}

function tokenEnd(text: string, at: number): Suppressed {
  let end = at
  while (end < text.length && !/[\s,;()[\]，；。]/.test(text[end] as string) && !isHan(text.charCodeAt(end))) end++
  return { end }
}

function isUpper(character: string | undefined): boolean {
  return character !== undefined && character !== character.toLowerCase()
}

/** Whether the words and characters around `[start, end)` make it a label, locator, ordinal or part of a date. */
export function isLabel(plain: Plain, start: number, end: number, language: string, hasUnit: boolean): boolean {
  return labelBefore(plain, start, end, hasUnit) || labelBehind(plain, start, end, language, hasUnit)
}

function labelBefore(plain: Plain, start: number, end: number, hasUnit: boolean): boolean {
  const { text, lower } = plain
  if (hanLabelBefore.has(text[start - 1] ?? '') && !hasUnit) return true
  if (text[start - 1] === '第') return true
  if (start > 3 && isTelephone(lower, start)) return true
  let at = skipSpacesLeft(text, start)
  if (text[at - 1] === '№' || text[at - 1] === '#' || text[at - 1] === '§') return true
  const pointed = text[at - 1] === '.' && at - 1 > 0
  if (pointed) at--
  const from = wordStart(text, at)
  if (from === at) return false
  const word = lower.slice(from, at)
  const month = monthOf(word)
  if (month !== undefined && !hasUnit && end - start <= 2) return true
  if (hasUnit && !pointed) return false
  if (!labelWords.find(word)) return capitalisedLabel(plain, from, at, end, hasUnit)
  if (word.length < NEEDS_POINT && isCyrillic(word)) return pointed || text[from - 1] === '/'
  return !hasUnit || word.length <= 3
}

const TELEPHONE = /(?:phone|tel|fax|тел|факс)[^\p{L}]{0,20}$/u

function isTelephone(lower: string, start: number): boolean {
  let end = start
  while (end > 0 && start - end < 20 && !isLetter(lower.charCodeAt(end - 1))) end--
  // the last letters of these words
  return 'elxлс'.includes(lower[end - 1] ?? ' ') && TELEPHONE.test(lower.slice(Math.max(0, start - 24), start))
}

/** `Hall 5,`, `Windows 11 and`: a name before and no noun after. */
function capitalisedLabel(plain: Plain, from: number, at: number, end: number, hasUnit: boolean): boolean {
  const { text, lower } = plain
  if (hasUnit || at - from < 3 || !isUpper(text[from]) || isCyrillic(lower[from] ?? '')) return false
  const before = skipSpacesLeft(text, from)
  // `stalls: Orlebridge 90, Netherby 70`: a list of names with their numbers
  if (before === 0 || /[.!?:,;]/.test(text[before - 1] as string)) return false
  if (/ and$/.test(lower.slice(Math.max(0, before - 4), before)) || isUpper(text[wordStart(text, before)])) return false
  const next = skipSpaces(text, end)
  const last = wordEnd(text, next)
  if (last === next) return true
  const word = lower.slice(next, last)
  return FUNCTION_WORDS.has(word) || isUpper(text[next])
}

const FUNCTION_WORDS = new Set(
  'and or with in on at to of is are was were for from by as the a an has have had that which'.split(' '),
)

function isCyrillic(word: string): boolean {
  const code = word.charCodeAt(0)
  return code >= 0x400 && code < 0x530
}

function labelBehind(plain: Plain, start: number, end: number, language: string, hasUnit: boolean): boolean {
  const { text, lower } = plain
  const next = skipSpaces(text, end)
  for (let length = 1; length <= 2; length++) {
    if (hanLabelAfter.has(text.slice(next, next + length))) return true
  }
  const dash = text[end] === ' ' ? text[end + 1] : text[end]
  if ((dash === '–' || dash === '-') && /^ ?[–-]\d{1,4} ?-?(?:бб|бет|pp|с\.|页)/.test(lower.slice(end, end + 10)))
    return true
  const hyphen = text[end] === '-' || text[end] === '–'
  const first = hyphen ? end + 1 : next
  const last = wordEnd(text, first)
  if (last === first) return false
  const word = lower.slice(first, last)
  if (hyphen) return language !== 'kk' && labelAfter.find(word) !== undefined
  if (end - start <= 2 && !hasUnit && monthOf(word) !== undefined && word !== 'mar' && word !== 'may') return true
  if (word === 'бб' || word === 'бет') return true
  return !hasUnit && labelAfter.find(word) !== undefined && word.length > 2
}

/** Whether four digits are a year: `told` by a word beside them, `bare` where only nothing else speaks for a quantity. */
export function yearAt(
  plain: Plain,
  start: number,
  end: number,
  hasUnit: boolean,
  unit: string,
): 'told' | 'bare' | undefined {
  const { text, lower } = plain
  if (end - start !== 4) return undefined
  const value = Number(text.slice(start, end))
  if (!(value >= 1400 && value < 2100))
    return value >= 900 && value < 2100 && yearWordAfter(plain, end) ? 'told' : undefined
  if (yearWordAfter(plain, end) || unit === 'year') return 'told'
  if (text[end] === 's' || text[end] === 'х') return 'told'
  if (hasUnit && unit !== 'g') return undefined
  const next = skipSpaces(text, end)
  if (next === end && text[end] !== undefined && isHan(text.charCodeAt(end))) return undefined
  const word = lower.slice(next, wordEnd(text, next))
  return word !== '' && countedNouns.find(word) !== undefined ? undefined : 'bare'
}

function yearWordAfter({ text, lower }: Plain, end: number): boolean {
  const next = skipSpaces(text, end)
  if (text[next] === '年') return true
  const last = wordEnd(text, next)
  return last > next && yearWords.find(lower.slice(next, last)) !== undefined && lower.slice(next, last) !== 'years'
}

/** Ends of bracketed groups that are numeric citations: `[3]`, `[5, с. 44]`, `[4; 7–9]`; no intervals. */
export function citationEnd(plain: Plain, open: number): number | undefined {
  const { text, lower } = plain
  const close = text.indexOf(']', open)
  if (close === -1 || close - open > 60) return undefined
  const inside = lower.slice(open + 1, close)
  if (!isDigit(text.charCodeAt(skipSpaces(text, open + 1)))) return undefined
  if (!/^[\d ,;:.–—-]+$/.test(inside.replace(/pp?|стр|с|c|бб|б|т|第|页/g, ''))) return undefined
  if (/\d{5}|\d[.,]\d{2}/.test(inside)) return undefined
  if (/(?:ci|ди|cri|区间)[:=]? ?$/.test(lower.slice(Math.max(0, open - 5), open))) return undefined
  return close + 1
}
