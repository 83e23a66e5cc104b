import type { Found } from './found.ts'
import { isHanNumeral, measureWords, readHanNumber } from './lexicon/han-numerals.ts'
import { hanLabelAfter } from './lexicon/labels.ts'
import type { Plain } from './plain.ts'
import { readTail } from './tail.ts'

/** Characters before a Chinese numeral that make it an ordinal or part of a name. */
const NAMES = '第“「《周初之十百千万亿星期'

/**
 * A quantity that begins with a Chinese numeral: 三千五百万吨, 三分之二, 百分之二十一, 二成五, 十二个村, 翻了一番. Where there is none, the
 * offset after the numeral, or undefined.
 */
export function readHanQuantity(plain: Plain, at: number): Found | number | undefined {
  const { text } = plain
  if (text[at] === '翻') {
    const match = /^翻了?([一两二三]?)番/.exec(text.slice(at, at + 4))
    if (match === null) return undefined
    const times = { '': 2, 一: 2, 两: 4, 二: 4, 三: 8 }[match[1] as '' | '一' | '两' | '二' | '三']
    return made(at, at + match[0].length, at + match[0].length, times, { unit: 'x', kind: 'ratio' })
  }
  const number = readHanNumber(text, at)
  if (number === undefined) return numeralsEnd(text, at)
  const { end, value, plain: single } = number
  const whole = text.startsWith('分之', end) ? fractionAfter(text, at, end + 2, value) : undefined
  if (whole !== undefined) return whole
  if (NAMES.includes(text[at - 1] ?? ' ')) return end
  for (let length = 1; length <= 2; length++) if (hanLabelAfter.has(text.slice(end, end + length))) return end
  if (text[end] === '成') return tenths(text, at, end, value)
  if (value === 1 && single) return end
  const tail = readTail(plain, end, false)
  if (tail.unit === 'year' && value > 200) return tail.end
  if (tail.unit !== '') {
    return made(at, tail.end, end, value, { unit: tail.unit, kind: tail.kind, power: tail.power, factor: tail.factor })
  }
  const next = text[end]
  if (next === '余' || next === '多') return made(at, end, end, value, {})
  if (next === '次' && value > 1) return made(at, end, end, value, {})
  if (next !== undefined && measureWords.includes(next)) return made(at, end, end, value, {})
  // a number of two or more characters with a ten, hundred, ten thousand in it
  return !single && /[百千万亿]/.test(text.slice(at, end)) ? made(at, end, end, value, {}) : end
}

function made(start: number, end: number, to: number, value: number, rest: Partial<Found>): Found {
  return {
    start,
    end,
    from: start,
    to,
    printed: value,
    decimals: 0,
    digits: '',
    sign: 1,
    unit: '',
    kind: 'count',
    power: 0,
    magnitude: false,
    factor: 1,
    words: true,
    ...rest,
  }
}

function numeralsEnd(text: string, at: number): number {
  let end = at + 1
  while (isHanNumeral(text[end])) end++
  return end
}

/** 三分之二 is 2/3; 百分之十二点五 and 百分之12.5 are per cent. */
function fractionAfter(text: string, start: number, at: number, denominator: number): Found | undefined {
  const numerator = readHanNumber(text, at)
  const digits = numerator === undefined ? /^\d+(?:\.\d+)?/.exec(text.slice(at, at + 12))?.[0] : undefined
  if (numerator === undefined && digits === undefined) return undefined
  const value = numerator?.value ?? Number(digits)
  const end = numerator?.end ?? at + (digits?.length ?? 0)
  if (denominator === 100) return made(start, end, end, value, { unit: '%', kind: 'percent' })
  return made(start, end, end, Number((value / denominator).toFixed(9)), { kind: 'share' })
}

/** 八成 is 80 %, 二成五 25 %. */
function tenths(text: string, start: number, at: number, value: number): Found | number {
  const rest = readHanNumber(text, at + 1)
  const half = text[at + 1] === '半' ? 5 : rest?.plain === true ? rest.value : 0
  const end = at + 1 + (half > 0 ? 1 : 0)
  if (value >= 10 || /[立功员分长绩果为本]/.test(text[end] ?? '')) return end
  return made(start, end, end, value * 10 + half, { unit: '%', kind: 'percent' })
}
