import type { CslDate } from '../model/csl.ts'
import { fieldsOf, listOf } from './json.ts'

/** `{"date-parts": [[2020, 2, 1]]}`; undefined for `[[null]]` and whatever else is no date. */
export function datePartsOf(value: unknown): readonly number[] | undefined {
  const parts = listOf(listOf(fieldsOf(value)?.['date-parts'])[0])
  const numbers: number[] = []
  for (const part of parts) {
    const number = typeof part === 'string' && /^\d{1,4}$/.test(part) ? Number(part) : part
    if (typeof number !== 'number' || !Number.isInteger(number)) break
    numbers.push(number)
  }
  const [year = 0, month = 1, day = 1] = numbers
  if (numbers.length === 0 || year < 1 || year > 9999) return undefined
  if (month < 1 || month > 12) return [year]
  return day < 1 || day > 31 ? [year, month] : numbers.slice(0, 3)
}

export function cslDateOf(parts: readonly number[] | undefined): CslDate | undefined {
  return parts === undefined ? undefined : { 'date-parts': [[...parts]] }
}

/** `2020`, `2020-02`, `2020-02-01` */
export function isoDateOf(parts: readonly number[] | undefined): string | undefined {
  return parts?.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
}

/** The parts of a date that begins as in ISO 8601. */
export function partsOfIso(text: string | undefined): readonly number[] | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(text?.trim() ?? '')
  if (match === null) return undefined
  return datePartsOf({ 'date-parts': [match.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]))] })
}

export function distinctYears(years: readonly (number | undefined)[]): readonly number[] {
  return [...new Set(years.flatMap((year) => year ?? []))].sort((left, right) => left - right)
}
