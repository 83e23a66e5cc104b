import type { CslDate } from '../model/csl.ts'
import { months } from './lexicons/months.ts'

export interface ReadDate {
  readonly date: CslDate
  /** the letter that tells works of one year apart */
  readonly suffix?: string
  /** the year of the first edition, as in `[1956] 2001` */
  readonly original?: number
}

const year = /(?<!\d)(1[4-9]\d\d|20\d\d)(?:\s?([a-zа-г])(?![\p{L}\d]))?(?!\d)/gu
const pending =
  /\b(?:in\s+press|forthcoming|to\s+appear|submitted|im\s+erscheinen|im\s+druck|sous\s+presse|en\s+prensa|in\s+stampa|no\s+prelo)\b|в\s+печати|у\s+друці|баспада|待刊|印刷中|출판\s?중/iu
const undated =
  /\bn\.?\s?d\.?(?=[\s),.\]]|$)|\bs\.\s?[ad]\.|\bo\.\s?J\.|б\.\s?г\.|б\.\s?р\.|ж\.\s?ж\.|出版年不详|\bs\.\s?f\./iu

/** Reads the date of a reference; undefined where there is none. */
export function readDate(text: string): ReadDate | undefined {
  return readClean(text) ?? (/\d/.test(text) ? readClean(rescanned(text)) : undefined)
}

/** Letters that scanning made of digits, beside digits: `2О15`, `l998`. */
function rescanned(text: string): string {
  return text.replace(/[OОоo](?=\d)|(?<=\d)[OОоo]/g, '0').replace(/[lI|](?=\d)|(?<=\d)[lI|]/g, '1')
}

function readClean(text: string): ReadDate | undefined {
  const years = [...plainDigits(text).matchAll(year)]
  const first = years[0]
  if (first === undefined) {
    const state = pending.exec(text) ?? undated.exec(text)
    return state === null ? undefined : { date: { literal: state[0].replace(/\s+/g, ' ') } }
  }
  const bracketed = years.length > 1 ? originalYear(text, years) : undefined
  const chosen = bracketed === undefined ? first : (years.find((one) => one !== bracketed) as RegExpMatchArray)
  const parts = [Number(chosen[1]), ...monthAndDay(plainDigits(text), chosen[1] as string)]
  const last = bracketed === undefined ? rangeEnd(plainDigits(text), chosen) : undefined
  return {
    date: { 'date-parts': last === undefined ? [parts] : [[Number(chosen[1])], [last]] },
    ...(chosen[2] === undefined ? {} : { suffix: chosen[2] }),
    ...(bracketed === undefined ? {} : { original: Number(bracketed[1]) }),
  }
}

/** Full-width and other decimal digits as ASCII, length kept. */
export function plainDigits(text: string): string {
  return text.replace(/[０-９]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
}

function originalYear(text: string, years: readonly RegExpMatchArray[]): RegExpMatchArray | undefined {
  const inBrackets = (one: RegExpMatchArray): boolean =>
    text[(one.index as number) - 1] === '[' && text[(one.index as number) + one[0].length] === ']'
  const outside = years.filter((one) => !inBrackets(one))
  const inside = years.filter(inBrackets)
  if (outside.length === 1 && inside.length === 1 && Number(inside[0]?.[1]) < Number(outside[0]?.[1])) return inside[0]
  const [first, second] = years as [RegExpMatchArray, RegExpMatchArray]
  const slash = text.slice((first.index as number) + first[0].length, second.index).trim() === '/'
  return slash && Number(second[1]) - Number(first[1]) > 3 ? first : undefined
}

function rangeEnd(text: string, from: RegExpMatchArray): number | undefined {
  const rest = text.slice((from.index as number) + from[0].length, (from.index as number) + from[0].length + 8)
  const found = /^\s?[-–—/]\s?(1[4-9]\d\d|20\d\d|\d\d)(?!\d)/.exec(rest)
  if (found === null) return undefined
  const start = Number(from[1])
  const end = (found[1] as string).length === 2 ? Math.floor(start / 100) * 100 + Number(found[1]) : Number(found[1])
  // a second number below 13 is a month
  return end > start && (found[1] as string).length + end > 16 && end - start < 60 ? end : undefined
}

function monthAndDay(text: string, anno: string): number[] {
  const numeric =
    /(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)/.exec(text) ??
    /(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/.exec(text)
  if (numeric !== null) {
    const [, a, b, c] = numeric as unknown as [string, string, string, string]
    const [month, day] = a.length === 4 ? [Number(b), Number(c)] : [Number(b), Number(a)]
    if (month <= 12 && day <= 31 && month > 0 && day > 0) return [month, day]
    if (day <= 12 && month <= 31 && day > 0) return [day, month]
    return []
  }
  const eastern = /\d{4}\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일])?/.exec(text)
  if (eastern !== null)
    return eastern[2] === undefined ? [Number(eastern[1])] : [Number(eastern[1]), Number(eastern[2])]
  for (const found of isBare(text) ? [] : text.matchAll(/\p{L}{3,}/gu)) {
    const month = months.get(found[0].toLowerCase())
    if (month === undefined) continue
    const before = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.)?\s?(?:de\s)?$/.exec(
      text.slice(Math.max(0, found.index - 8), found.index),
    )
    const after = /^\.?\s(\d{1,2})(?:st|nd|rd|th)?(?!\d)/.exec(
      text.slice(found.index + found[0].length, found.index + found[0].length + 8),
    )
    const day = Number(before?.[1] ?? after?.[1] ?? 0)
    return day > 0 && day <= 31 ? [month, day] : [month]
  }
  const isoMonth = new RegExp(`${anno}-(\\d{2})(?!\\d)`).exec(text)
  return isoMonth !== null && Number(isoMonth[1]) <= 12 && Number(isoMonth[1]) > 0 ? [Number(isoMonth[1])] : []
}

/** No letters at all, as in most dates: patterns over the letters of every script are dear the first time. */
function isBare(text: string): boolean {
  return /^[\d\s.,;:()/–-]*$/.test(text)
}
