import { currencyBefore, perBefore, powerOfTen, pricePer, signBefore } from './beside.ts'
import { type Convention, type Digits, readBareDecimal, readDigits } from './digits.ts'
import type { Found, YearMark } from './found.ts'
import { readHanQuantity } from './han.ts'
import { isHanNumeral } from './lexicon/han-numerals.ts'
import { isEnding } from './lexicon/inflection.ts'
import { countedNouns } from './lexicon/labels.ts'
import { mayBeNumber } from './lexicon/words.ts'
import { isDigit, isHan, isLetter, type Plain, skipSpaces, wordEnd } from './plain.ts'
import { citationEnd, codeAt, isLabel, yearAt } from './suppress.ts'
import { readTail, type Tail } from './tail.ts'
import { readWordQuantity } from './word-numbers.ts'

/** A stretch that is no prose of numbers: a citation, a DOI, a formula. Half-open, in order. */
export type Skip = readonly [start: number, end: number]

/** Quantities and years of one text, in order; hedges, ranges and lists are joined by `joinNumbers`. */
export interface Scan {
  readonly found: Found[]
  readonly years: YearMark[]
}

/**
 * Finds what is counted or measured in one text (a paragraph, a cell). One pass from left to right: digits are read with what
 * stands on both sides of them, number words by language, Chinese numerals where a measure word follows.
 */
export function scanText(plain: Plain, language: string, convention: Convention, skips: readonly Skip[] = []): Scan {
  const { text, lower } = plain
  const found: Found[] = []
  const years: YearMark[] = []
  let skip = 0
  for (let at = 0; at < text.length; ) {
    while (skip < skips.length && (skips[skip] as Skip)[1] <= at) skip++
    const next = skips[skip]
    if (next !== undefined && next[0] <= at) {
      at = next[1]
      continue
    }
    const code = text.charCodeAt(at)
    if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(at + 1)) && !isDigit(text.charCodeAt(at - 1)))) {
      at = readAtDigit(plain, at, language, convention, found, years)
      continue
    }
    if (code === 91) {
      at = citationEnd(plain, at) ?? at + 1
      continue
    }
    if (isLetter(code)) {
      const end = wordEnd(text, at)
      const address = code === 104 || code === 119 ? lower.startsWith('http', at) || lower.startsWith('www', at) : false
      if (address || text.charCodeAt(end) === 64) {
        at = addressEnd(text, at)
        continue
      }
      if (mayBeNumber(language, lower, at, end)) {
        const quantity = readWordQuantity(plain, at, end, language)
        if (quantity !== undefined) {
          found.push(quantity)
          at = Math.max(end, quantity.end)
          continue
        }
      }
      at = end
      continue
    }
    if (isHan(code) && (isHanNumeral(text[at]) || text[at] === '翻')) {
      const quantity = readHanQuantity(plain, at)
      if (quantity === undefined) at++
      else if (typeof quantity === 'number') at = quantity
      else {
        found.push(quantity)
        at = quantity.end
      }
      continue
    }
    at++
  }
  return { found, years }
}

function addressEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && !/[\s<>"»）】，。]/.test(text[end] as string)) end++
  return end
}

function readAtDigit(
  plain: Plain,
  at: number,
  language: string,
  convention: Convention,
  found: Found[],
  years: YearMark[],
): number {
  const { text } = plain
  const digits = text[at] === '.' ? readBareDecimal(text, at) : readDigits(text, at, convention)
  if (digits === undefined) return skipDigits(text, at)
  const glued = gluedLetters(plain, digits)
  const money = currencyBefore(plain, at, language)
  const tail = readTail(plain, digits.end, money !== undefined)
  if (glued !== undefined && tail.end < glued) return codeAt(text, at, digits.end)?.end ?? glued
  return accept(plain, at, digits, tail, money, language, found, years)
}

/** End of the letters that touch the digits (`24h`, `19th`, `3D`), or undefined; Chinese characters do not count. */
function gluedLetters({ text }: Plain, { end }: Digits): number | undefined {
  return isLetter(text.charCodeAt(end)) ? wordEnd(text, end) : undefined
}

function skipDigits(text: string, at: number): number {
  let end = at + 1
  while (end < text.length && isDigit(text.charCodeAt(end))) end++
  return end
}

function accept(
  plain: Plain,
  at: number,
  digits: Digits,
  tail: Tail,
  money: { readonly start: number; readonly unit: string } | undefined,
  language: string,
  found: Found[],
  years: YearMark[],
): number {
  const { text } = plain
  const hasUnit = tail.unit !== '' || tail.magnitude || money !== undefined
  if (!digits.grouped && digits.decimals === 0 && money === undefined) {
    const year = yearAt(plain, at, digits.end, hasUnit, tail.unit)
    if (year !== undefined) {
      // a list of prices (`1400, 1700 and 2100 tenge`) looks like years until its unit is read
      if (year === 'bare') found.push({ ...bare(at, digits), year: years.length })
      return markYears(text, at, digits.end, years)
    }
  }
  const code = codeAt(text, at, digits.end, hasUnit)
  if (code !== undefined && money === undefined) return Math.max(code.end, digits.end)
  if (money === undefined && isLabel(plain, at, digits.end, language, hasUnit)) return labelEnd(text, digits.end)
  const ending = endingAt(plain, tail.end)
  if (ending !== undefined && !isEnding(ending) && !hasUnit) {
    // 4-кесте, 9-го, 5-летний: ordinals and labels; an English noun may follow a hyphen too
    return tail.end + 1 + ending.length
  }
  const reading = chooseReading(digits, tail, plain)
  const sign = signBefore(text, money?.start ?? at, tail.unit)
  const quantity: Found = {
    start: Math.min(sign.start, money?.start ?? at),
    end: tail.end,
    from: at,
    to: digits.end,
    printed: reading.value,
    decimals: reading.decimals,
    digits: reading.text,
    sign: sign.sign,
    unit: money?.unit ?? tail.unit,
    kind: money === undefined ? tail.kind : 'money',
    power: tail.power,
    magnitude: tail.magnitude,
    factor: tail.factor,
    words: false,
  }
  if (ending !== undefined) quantity.ending = ending
  if (money !== undefined && tail.unit.includes('/') && tail.kind === 'money') quantity.unit = tail.unit
  if (money !== undefined && tail.unit === '') pricePer(plain, quantity)
  perBefore(text, quantity)
  // opened 210,000 times: counted, no ratio
  if (quantity.kind === 'ratio' && digits.value >= 1000) {
    quantity.kind = 'count'
    quantity.unit = ''
  }
  // 1.5 × 10⁵
  const power = powerOfTen(text, tail.end)
  if (power !== undefined && tail.unit === '') {
    quantity.end = power.end
    quantity.power += power.power
  }
  found.push(quantity)
  return Math.max(quantity.end, digits.end)
}

function bare(at: number, digits: Digits): Found {
  return {
    start: at,
    end: digits.end,
    from: at,
    to: digits.end,
    printed: digits.value,
    decimals: 0,
    digits: digits.text,
    sign: 1,
    unit: '',
    kind: 'count',
    power: 0,
    magnitude: false,
    factor: 1,
    words: false,
  }
}

const MAY_SPAN = /[ –—/至到-]/

/** Years may come in spans: 2009–2014, 1998-99. */
function markYears(text: string, at: number, end: number, years: YearMark[]): number {
  const from = Number(text.slice(at, end))
  const span = MAY_SPAN.test(text[end] ?? '')
    ? /^(?: ?[–—-] ?|\/| to | по | до |至|到)(\d{4}|\d{2})(?!\d)/.exec(text.slice(end, end + 10))
    : null
  const second = span?.[1]
  if (second !== undefined) {
    const to = second.length === 4 ? Number(second) : Math.floor(from / 100) * 100 + Number(second)
    const stop = end + (span?.[0].length ?? 0)
    if (to > from && to < 2100) {
      years.push({ start: at, end: stop, from, to })
      return stop
    }
  }
  years.push({ start: at, end, from, to: from })
  return text[end] !== undefined && isLetter(text.charCodeAt(end)) ? wordEnd(text, end) : end
}

function labelEnd(text: string, end: number): number {
  if (!MAY_SPAN.test(text[end] ?? '')) return end
  const range = /^ ?[–—-] ?\d+/.exec(text.slice(end, end + 12))
  return range === null ? end : end + range[0].length
}

/** The letters after a hyphen right behind a number, lower case. */
function endingAt({ text, lower }: Plain, at: number): string | undefined {
  if (text[at] !== '-' || !isLetter(text.charCodeAt(at + 1))) return undefined
  return lower.slice(at + 1, wordEnd(text, at + 1))
}

/** Three digits behind one separator: a magnitude word or a unit means decimals, a counted noun thousands. */
function chooseReading(digits: Digits, tail: Tail, plain: Plain): Pick<Digits, 'value' | 'decimals' | 'text'> {
  const { other } = digits
  if (other === undefined) return digits
  const [decimal, thousands] = digits.decimals > 0 ? [digits, other] : [other, digits]
  // 52,000 thousand: nobody writes three decimals of zeros
  if (tail.magnitude) return decimal.text.endsWith('00') ? thousands : decimal
  if (tail.kind !== 'count') return digits
  const next = skipSpaces(plain.text, digits.end)
  const word = plain.lower.slice(next, wordEnd(plain.text, next))
  return word !== '' && countedNouns.find(word) !== undefined ? thousands : digits
}
