import type { Found } from './found.ts'
import { currencySigns, currencyWords } from './lexicon/currencies.ts'
import { hanUnits } from './lexicon/units.ts'
import { isHan, isLetter, type Plain, skipSpacesLeft, wordStart } from './plain.ts'
import { readTail } from './tail.ts'

/** 每桶71.3美元, 每平方公里4.1人: the divisor stands before the number. */
export function perBefore(text: string, quantity: Found): void {
  if (!isHan(text.charCodeAt(quantity.start - 1))) return
  const from = text.lastIndexOf('每', quantity.start)
  if (from === -1 || quantity.start - from > 6) return
  const unit = hanUnits.match(text, from + 1)
  if (unit === undefined || unit.end !== quantity.start || unit.value === 'year') return
  if (quantity.kind !== 'money' && quantity.unit !== '') return
  if (quantity.unit === '' && text[quantity.end] === '人') quantity.end++
  quantity.unit = `${quantity.unit === '' ? 'n' : quantity.unit}/${unit.value}`
  quantity.start = from
  if (quantity.kind === 'count') quantity.kind = 'measure'
}

/** The currency that stands before a number: a sign, a code, 人民币. */
export function currencyBefore(
  plain: Plain,
  at: number,
  language: string,
): { readonly start: number; readonly unit: string } | undefined {
  const { text, lower } = plain
  const end = skipSpacesLeft(text, at, 1)
  const last = text[end - 1]
  if (last === undefined) return undefined
  const code = text.charCodeAt(end - 1)
  if ('$€£¥₽₸₹₩₴'.includes(last)) {
    let start = end - 1
    if (text[start - 1] === '\\') start--
    const letters = wordStart(text, start)
    const known = letters < start ? currencySigns.match(lower, letters) : undefined
    if (known !== undefined && known.end >= end) return { start: letters, unit: known.value }
    const unit = last === '¥' && language === 'zh' ? 'CNY' : currencySigns.match(last, 0)?.value
    return unit === undefined ? undefined : { start, unit }
  }
  if (isLetter(code)) {
    const start = wordStart(text, end)
    if (end - start !== 3) return undefined
    const word = text.slice(start, end)
    if (word !== word.toUpperCase()) return undefined
    const unit = currencyWords.find(lower.slice(start, end))
    return unit === undefined ? undefined : { start, unit: unit.value }
  }
  if (isHan(code) && text.slice(end - 3, end) === '人民币') return { start: end - 3, unit: 'CNY' }
  return undefined
}

/** `$71.3 per barrel`: the unit of the price stands behind. */
export function pricePer(plain: Plain, quantity: Found): void {
  const tail = readTail(
    {
      text: `$${plain.text.slice(quantity.end, quantity.end + 40)}`,
      lower: `$${plain.lower.slice(quantity.end, quantity.end + 40)}`,
    },
    0,
    false,
  )
  if (!tail.unit.includes('/')) return
  quantity.end += tail.end - 1
  quantity.unit = `${quantity.unit}${tail.unit.slice(tail.unit.indexOf('/'))}`
}

/** A minus or plus right before the number; an ASCII hyphen only where no dash can be meant. */
export function signBefore(text: string, at: number, unit: string): { readonly start: number; readonly sign: 1 | -1 } {
  const mark = text[at - 1]
  const before = text[at - 2] ?? ' '
  const open =
    before === ' ' ||
    before === '(' ||
    before === '[' ||
    before === '=' ||
    before === '≈' ||
    isHan(before.charCodeAt(0))
  if (mark === '−') return { start: at - 1, sign: -1 }
  if (mark === '+' && open) return { start: at - 1, sign: 1 }
  if (mark === '-' && text.slice(at - 2, at) === '--') return { start: at, sign: 1 }
  if ((mark === '-' || mark === '–') && open) {
    const surely =
      unit === '%' || unit === 'pp' || unit.startsWith('°') || before === '(' || before === '[' || before === '='
    if (surely || at === 1) return { start: at - 1, sign: -1 }
  }
  if (text.slice(at - 2, at) === '零下') return { start: at - 2, sign: -1 }
  return { start: at, sign: 1 }
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** `× 10⁵`, `x 10^5` behind a number. */
export function powerOfTen(text: string, at: number): { readonly end: number; readonly power: number } | undefined {
  if (!/[ ×x·*e]/.test(text[at] ?? '') || (text[at] === ' ' && !/[×x·*]/.test(text[at + 1] ?? ''))) return undefined
  const match = /^ ?(?:[×x·*] ?10(?:\^?\{?([−-]?\d{1,3})\}?|([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})))/.exec(text.slice(at, at + 16))
  if (match === null) return undefined
  const raised = match[2]
  const digits =
    raised === undefined
      ? (match[1] ?? '').replace('−', '-')
      : [...raised].map((sign) => (sign === '⁻' ? '-' : String(SUPERSCRIPTS.indexOf(sign)))).join('')
  const power = Number(digits)
  return Number.isInteger(power) && Math.abs(power) < 30 ? { end: at + match[0].length, power } : undefined
}
