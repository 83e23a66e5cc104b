import type { QuantityKind } from '../model/quantity.ts'
import { powers, scaledUnits, unitSigns, unitWords } from './lexicon/units.ts'
import { isDigit, isLetter, type Plain, skipSpaces, wordEnd } from './plain.ts'

/** A unit, currency, percent or ratio word behind a number. */
export interface UnitFound {
  readonly end: number
  readonly unit: string
  readonly kind: QuantityKind
  readonly factor: number
  /** an abbreviation whose full stop belongs to it */
  readonly dotted?: boolean
}

/** Whether a word of more than three letters is written with a capital: then it is a name, no unit. */
export function isCapitalised(text: string, start: number, end: number): boolean {
  const first = text[start] as string
  return end - start > 3 && first !== first.toLowerCase()
}

/** The unit of measure that is the word `[start, end)`. */
export function measureAt(
  plain: Plain,
  start: number,
  end: number,
  word: string,
  afterMagnitude: boolean,
): UnitFound | undefined {
  const { text, lower } = plain
  const power = powers.find(word)
  if (power !== undefined) {
    const next = skipSpaces(text, text[end] === '.' ? end + 1 : end)
    const last = wordEnd(text, next)
    const base = unitSigns.get(text.slice(next, last)) ?? unitWords.find(lower.slice(next, last))?.value
    if (base === undefined) return undefined
    return { end: last, unit: `${base}${power.value}`, kind: 'measure', factor: 1 }
  }
  const raised = text[end]
  if (raised === '²' || raised === '³' || raised === '2' || raised === '3') {
    const plainPower = raised === '²' || raised === '2' ? 2 : 3
    const base = unitSigns.get(text.slice(start, end))
    const next = text.charCodeAt(end + 1)
    if (base !== undefined && !isDigit(next) && !isLetter(next)) {
      return { end: end + 1, unit: `${base}${plainPower}`, kind: 'measure', factor: 1 }
    }
  }
  const sign = unitSigns.get(text.slice(start, end))
  if (sign !== undefined) return { end, unit: sign, kind: 'measure', factor: 1 }
  if (scaledUnits.has(word)) return { end, unit: word, kind: 'measure', factor: 1 }
  if (word === 'consecutive' || word === 'full' || word === 'calendar') {
    const next = skipSpaces(text, end)
    const last = wordEnd(text, next)
    const unit = unitWords.find(lower.slice(next, last))?.value
    return unit === undefined ? undefined : { end: last, unit, kind: 'measure', factor: 1 }
  }
  const found = unitWords.find(word)
  if (found === undefined || (found.value === 'in' && word.length < 4)) return undefined
  if (isCapitalised(text, start, end) && afterMagnitude === false && word.length < 5) return undefined
  return { end, unit: found.value, kind: 'measure', factor: 1 }
}

/** `км/ч`, `mg/l`, `чел./км²`. */
export function quotient(plain: Plain, unit: UnitFound): UnitFound {
  const { text, lower } = plain
  if (text[unit.end] !== '/') return unit
  const start = unit.end + 1
  const end = wordEnd(text, start)
  if (end === start) return unit
  const raised = text[end] === '²' ? '2' : text[end] === '³' ? '3' : ''
  const base = unitSigns.get(text.slice(start, end)) ?? unitWords.find(lower.slice(start, end))?.value
  if (base === undefined) return unit
  return { ...unit, end: end + raised.length, unit: `${unit.unit}/${base}${raised}` }
}

/** `per barrel`, `за тонну`, `a ton` of a price. */
export function priceAt(plain: Plain, at: number): { readonly end: number; readonly unit: string } | undefined {
  const { text, lower } = plain
  const start = skipSpaces(text, at)
  let next: number
  if (text[start] === '/') next = start + 1
  else {
    const end = wordEnd(text, start)
    const word = lower.slice(start, end)
    if (word !== 'per' && word !== 'за') return undefined
    next = skipSpaces(text, end)
  }
  let count = ''
  if (isDigit(text.charCodeAt(next))) {
    let end = next
    while (end < text.length && end - next < 8 && /[\d, ]/.test(text[end] as string)) end++
    count = text.slice(next, end).replace(/[ ,]/g, '')
    next = end
  } else if (lower.startsWith('thousand ', next)) {
    count = '1000'
    next += 9
  }
  const end = wordEnd(text, next)
  const word = lower.slice(next, end)
  if (word === 'год' || word === 'year' || word === 'day' || word === 'month') return undefined
  const found = measureAt(plain, next, end, word, false)
  if (found === undefined || ['year', 'month', 'day', 'week', 'quarter', 'decade'].includes(found.unit))
    return undefined
  return { end: found.end, unit: count === '' ? found.unit : `${count} ${found.unit}` }
}
