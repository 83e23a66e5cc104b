import type { QuantityKind } from '../model/quantity.ts'
import { currencyWords, hanCurrencies } from './lexicon/currencies.ts'
import { Signs, Stems } from './lexicon/inflection.ts'
import { hanMagnitudes, magnitudeWords, moneyMagnitudes } from './lexicon/magnitudes.ts'
import { hanUnits, scaledUnits, unitSigns, unitWords } from './lexicon/units.ts'
import { isCapitalised, measureAt, priceAt, quotient, type UnitFound } from './measures.ts'
import { isDigit, isHan, isLetter, type Plain, skipSpaces, wordEnd } from './plain.ts'

/** What stands to the right of the digits of a number. */
export interface Tail {
  /** end of the unit, or of the magnitude word where no unit follows, or of the digits */
  readonly end: number
  readonly unit: string
  readonly kind: QuantityKind
  /** power of ten of the magnitude word, and whether one stands there */
  readonly power: number
  readonly magnitude: boolean
  /** what the printed value is multiplied with besides (basis points are 0.01) */
  readonly factor: number
}

/** Words of percent, points and ratio. */
const special: Stems<'percent' | 'permille' | 'point' | 'times' | 'pp'> = new Stems<
  'percent' | 'permille' | 'point' | 'times' | 'pp'
>([
  ['percent pct процент* пайыз* проц', 'percent'],
  ['промилле', 'permille'],
  ['points point пункт* тармақ*', 'point'],
  ['times fold раза раз есе есеге', 'times'],
  ['pp пп', 'pp'],
])

const hanSpecial: Signs<'percent' | 'pp' | 'basis' | 'times' | 'tenth'> = new Signs<
  'percent' | 'pp' | 'basis' | 'times' | 'tenth'
>([
  ['个百分点', 'pp'],
  ['个基点 基点', 'basis'],
  ['倍', 'times'],
  ['成', 'tenth'],
])

/**
 * Reads magnitude word, unit, currency, percent or ratio word right of `at` (the end of the digits). `money` tells that a
 * currency stands before the number: then `m` and `k` are magnitudes.
 */
export function readTail(plain: Plain, at: number, money: boolean): Tail {
  const { text } = plain
  let end = at
  let power = 0
  let magnitude = false
  for (let round = 0; round < 2; round++) {
    const found = magnitudeAt(plain, end, money && end === at)
    if (found === undefined) break
    power += found.power
    end = found.end
    magnitude = true
  }
  const unit = unitAt(plain, end, magnitude)
  if (unit === undefined) return { end, unit: '', kind: 'count', power, magnitude, factor: 1 }
  // the unit of a price: dollars per barrel
  const per = unit.kind === 'money' ? priceAt(plain, unit.end) : undefined
  if (per !== undefined) return { ...unit, end: per.end, unit: `${unit.unit}/${per.unit}`, power, magnitude }
  const scaled = scaledUnits.get(unit.unit)
  if (scaled !== undefined) return { ...unit, unit: scaled[0], power: power + scaled[1], magnitude: true }
  if (text[unit.end] === '.' && unit.dotted)
    return { end: unit.end + 1, unit: unit.unit, kind: unit.kind, power, magnitude, factor: unit.factor }
  return { end: unit.end, unit: unit.unit, kind: unit.kind, power, magnitude, factor: unit.factor }
}

function magnitudeAt(plain: Plain, at: number, money: boolean): { power: number; end: number } | undefined {
  const { text, lower } = plain
  const start = skipSpaces(text, at)
  const code = text.charCodeAt(start)
  if (isHan(code)) {
    const found = hanMagnitudes.match(text, start)
    return found === undefined ? undefined : { power: found.value, end: found.end }
  }
  if (!isLetter(code)) return undefined
  const end = wordEnd(text, start)
  const word = lower.slice(start, end)
  if (money) {
    const short = moneyMagnitudes.get(word)
    if (short !== undefined) return { power: short, end }
  }
  if (word === 'k' && start > at) return undefined
  const found = magnitudeWords.find(word)
  if (found === undefined) return undefined
  // the full stop of `млрд.` belongs to it where something goes on
  const dotted = text[end] === '.' && word.length <= 4 && code > 0x400
  return { power: found.value, end: dotted ? end + 1 : end }
}

function unitAt(plain: Plain, at: number, afterMagnitude: boolean): UnitFound | undefined {
  const { text, lower } = plain
  let start = skipSpaces(text, at)
  const code = text.charCodeAt(start)
  const sign = text[start]
  if (sign === '%')
    return pointsAfterPercent(plain, start + 1) ?? { end: start + 1, unit: '%', kind: 'percent', factor: 1 }
  if (sign === '\\' && text[start + 1] === '%') return { end: start + 2, unit: '%', kind: 'percent', factor: 1 }
  if (sign === '‰') return { end: start + 1, unit: '‰', kind: 'percent', factor: 1 }
  if (sign === '€' || sign === '£' || sign === '₽' || sign === '₸' || sign === '$' || sign === '¥') {
    const known = { '€': 'EUR', '£': 'GBP', '₽': 'RUB', '₸': 'KZT', $: 'USD', '¥': 'JPY' }[sign]
    return isDigit(text.charCodeAt(start + 1)) ? undefined : { end: start + 1, unit: known, kind: 'money', factor: 1 }
  }
  if (sign === '°' || sign === 'º' || sign === '℃' || sign === '℉') return degreesAt(text, start)
  if (isHan(code)) return hanUnitAt(text, start)
  if (sign === '-' && start === at && isLetter(text.charCodeAt(start + 1))) {
    const word = lower.slice(start + 1, wordEnd(text, start + 1))
    if (word === 'fold') return { end: start + 5, unit: 'x', kind: 'ratio', factor: 1 }
    const unit = unitWords.find(word)?.value
    return unit === undefined || unit === 'in' || word.length < 3
      ? undefined
      : { end: start + 1 + word.length, unit, kind: 'measure', factor: 1 }
  }
  if (!isLetter(code)) return undefined
  let end = wordEnd(text, start)
  let word = lower.slice(start, end)
  if (word === 'чел' || word === 'people' || word === 'persons') return density(plain, end)
  const ratio = specialAt(plain, start, end, word)
  if (ratio !== undefined) return ratio
  if (word === 'us' || word === 'u' || word === 'ақш' || word === 'американских') {
    const skip = word === 'u' ? skipSpaces(text, end + 3) : skipSpaces(text, end)
    start = skip
    end = wordEnd(text, skip)
    word = lower.slice(skip, end)
    const currency = currencyWords.find(word)
    return currency === undefined ? undefined : { end, unit: currency.value, kind: 'money', factor: 1 }
  }
  const currency = word === 'р' && text[end] !== '.' ? undefined : currencyWords.find(word)
  if (currency !== undefined && !isCapitalised(text, start, end)) return currencyEnd(plain, end, currency.value, word)
  const unit = measureAt(plain, start, end, word, afterMagnitude)
  return unit === undefined ? undefined : quotient(plain, unit)
}

/** `чел./км²`, `people/km²`; people alone are a count. */
function density(plain: Plain, end: number): UnitFound | undefined {
  const slash = plain.text[end] === '.' ? end + 1 : end
  if (plain.text[slash] !== '/') return undefined
  const found = quotient(plain, { end: slash, unit: 'n', kind: 'measure', factor: 1 })
  return found.unit === 'n' ? undefined : found
}

function currencyEnd(plain: Plain, end: number, unit: string, word: string): UnitFound {
  const { text, lower } = plain
  const abbreviation = word.length <= 4 && /[а-я]$/.test(word) && text[end] === '.'
  const after = skipSpaces(text, abbreviation ? end + 1 : end)
  const country = wordEnd(text, after)
  if (lower.slice(after, country) === 'сша') return { end: country, unit, kind: 'money', factor: 1 }
  return { end: abbreviation ? end + 1 : end, unit, kind: 'money', factor: 1 }
}

function specialAt(plain: Plain, start: number, end: number, word: string): UnitFound | undefined {
  const { text, lower } = plain
  if (word === 'per' && lower.startsWith(' cent', end)) {
    return pointsAfterPercent(plain, end + 5) ?? { end: end + 5, unit: '%', kind: 'percent', factor: 1 }
  }
  if (word === 'п' || word === 'p') {
    const match = /^[пp]\. ?[пp]\./.exec(lower.slice(start, start + 5))
    return match === null ? undefined : { end: start + match[0].length, unit: 'pp', kind: 'points', factor: 1 }
  }
  if (word.length > 4 && /^(?:percentage|процентн|пайыздық|basis|базисн|базистік)/.test(word)) {
    const next = skipSpaces(text, end)
    const last = wordEnd(text, next)
    if (special.find(lower.slice(next, last))?.value !== 'point') return undefined
    return { end: last, unit: 'pp', kind: 'points', factor: /^[bб]/.test(word) ? 0.01 : 1 }
  }
  const found = special.find(word)
  if (found === undefined) return undefined
  if (found.value === 'percent') return pointsAfterPercent(plain, end) ?? { end, unit: '%', kind: 'percent', factor: 1 }
  if (found.value === 'permille') return { end, unit: '‰', kind: 'percent', factor: 1 }
  if (found.value === 'pp') return { end, unit: 'pp', kind: 'points', factor: 1 }
  if (found.value === 'point') {
    // bare points are percentage points where per cent are spoken of just before
    return text.slice(Math.max(0, start - 120), start).includes('%')
      ? { end, unit: 'pp', kind: 'points', factor: 1 }
      : undefined
  }
  if (
    word === 'times' &&
    /^,? (?:a|an|per|each|every|in|during|daily|and|altogether)\b/.test(lower.slice(end, end + 8))
  )
    return undefined
  return { end, unit: 'x', kind: 'ratio', factor: 1 }
}

/** `3% point`, `3 percent points`. */
function pointsAfterPercent(plain: Plain, at: number): UnitFound | undefined {
  const start = skipSpaces(plain.text, at) + (plain.text[at] === '-' ? 1 : 0)
  const end = wordEnd(plain.text, start)
  const word = plain.lower.slice(start, end)
  if (word !== 'point' && word !== 'points') return undefined
  return { end, unit: 'pp', kind: 'points', factor: 1 }
}

function degreesAt(text: string, start: number): UnitFound {
  const known = unitSigns.get(text.slice(start, start + 2))
  if (known !== undefined) return { end: start + 2, unit: known, kind: 'measure', factor: 1 }
  const spaced = text[start + 1] === ' ' ? unitSigns.get(`${text[start]}${text[start + 2] ?? ''}`) : undefined
  if (spaced !== undefined) return { end: start + 3, unit: spaced, kind: 'measure', factor: 1 }
  const single = unitSigns.get(text[start] as string)
  return { end: start + 1, unit: single ?? '°', kind: 'measure', factor: 1 }
}

function hanUnitAt(text: string, start: number): UnitFound | undefined {
  const word = hanSpecial.match(text, start)
  if (word?.value === 'pp') return { end: word.end, unit: 'pp', kind: 'points', factor: 1 }
  if (word?.value === 'basis') return { end: word.end, unit: 'pp', kind: 'points', factor: 0.01 }
  if (word?.value === 'times') return { end: word.end, unit: 'x', kind: 'ratio', factor: 1 }
  if (word?.value === 'tenth') return { end: word.end, unit: '%', kind: 'percent', factor: 10 }
  const money = hanCurrencies.match(text, start)
  if (money !== undefined) return { end: money.end, unit: money.value, kind: 'money', factor: 1 }
  const unit = hanUnits.match(text, start)
  if (unit === undefined) return undefined
  if (unit.word === '度' && /[的数假]/.test(text[unit.end] ?? '')) return undefined
  const per = text[unit.end] === '每' ? hanUnits.match(text, unit.end + 1) : undefined
  if (per !== undefined) return { end: per.end, unit: `${unit.value}/${per.value}`, kind: 'measure', factor: 1 }
  return { end: unit.end, unit: unit.value, kind: 'measure', factor: 1 }
}
