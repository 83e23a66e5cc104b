import type { Reference } from '../../../model/reference.ts'
import type { Token } from './tokens.ts'

/** What a number of an entry says. */
export type NumberField = 'year' | 'volume' | 'issue' | 'pages' | 'access date' | 'number'

const PAGES_BEFORE = /(?:^|[^\p{L}])(?:pp?|[СсCcБбPS]|стр|бет)\.?\s?(?:\d+\s?[-–—]\s?)?$/u
const VOLUME_BEFORE = /(?:^|[^\p{L}])(?:[Тт]|[Vv]ol|[Vv]|[Тт]ом|[Bb]d)\.?\s?$/u
const ISSUE_BEFORE = /(?:№|(?:^|[^\p{L}])(?:[Nn]os?|[Вв]ып|[Ii]ss|[Ii]ssue|[Чч]|[Nn]r))\.?\s?$/u
const PAGES_AFTER = /^\s?(?:[pсcбs]|pp|стр|бет|pages)(?![\p{L}])/u
const RANGE = /\d+\s?[-–—]\s?\d+/g
const ACCESS = /(?:access|retrieved|visited|обращени|доступ|қаралған|жүгінген|访问|引用)[^\d]{0,30}[\d.\s/-]{0,12}$/iu

/** What the number at a token means, by what stands around it. */
export function fieldOf({ passage, csl }: Reference, { text, start, end }: Token): NumberField {
  const before = passage.text.slice(Math.max(0, start - 50), start)
  const after = passage.text.slice(end, end + 12)
  if (ACCESS.test(before)) return 'access date'
  const year = Number(text)
  const printed = csl.issued?.['date-parts']?.[0]?.[0]
  if (
    text.length === 4 &&
    year >= 1500 &&
    year < 2100 &&
    (String(printed) === text || /[(（]\s?$|[,.;–—]\s$/u.test(before)) &&
    !/[-–—]\s?$/.test(before.trimEnd().slice(-1))
  )
    return 'year'
  if (PAGES_BEFORE.test(before) || PAGES_AFTER.test(after)) return 'pages'
  // both ends of `no. 1-3` say the same
  const whole = before.replace(/(?<![\p{L}\d])\d{1,4}\s?[-–—/]\s?$/u, '')
  if (VOLUME_BEFORE.test(whole)) return 'volume'
  if (ISSUE_BEFORE.test(whole)) return 'issue'
  if (/\p{L}$/u.test(before)) return 'number'
  if (/^\s?[-–—]\s?\d/.test(after) || /(?<![\p{L}\d])\d+\s?[-–—]\s?$/u.test(before)) return 'pages'
  if (/^\s?\(\d/.test(after)) return 'volume'
  if (/\d\s?\($/.test(before) && /^[)\s/-]/.test(after)) return 'issue'
  return 'number'
}

/** A number with the range it is part of: offsets in the passage. */
export function rangeAround(
  { passage }: Reference,
  { start, end }: Token,
): { readonly start: number; readonly end: number } {
  const from = Math.max(0, start - 12)
  for (const { 0: text, index } of passage.text.slice(from, end + 12).matchAll(RANGE)) {
    if (from + index <= start && from + index + text.length >= end)
      return { start: from + index, end: from + index + text.length }
  }
  return { start, end }
}
