import type { CslDate } from '../../model/csl.ts'

const MONTH_NAMES: readonly (readonly string[])[] = [
  ['january', 'jan', 'январь', 'января', 'янв', 'қаңтар', 'січень', 'січня'],
  ['february', 'feb', 'февраль', 'февраля', 'фев', 'ақпан', 'лютий', 'лютого'],
  ['march', 'mar', 'март', 'марта', 'мар', 'наурыз', 'березень', 'березня'],
  ['april', 'apr', 'апрель', 'апреля', 'апр', 'сәуір', 'квітень', 'квітня'],
  ['may', 'май', 'мая', 'мамыр', 'травень', 'травня'],
  ['june', 'jun', 'июнь', 'июня', 'июн', 'маусым', 'червень', 'червня'],
  ['july', 'jul', 'июль', 'июля', 'июл', 'шілде', 'липень', 'липня'],
  ['august', 'aug', 'август', 'августа', 'авг', 'тамыз', 'серпень', 'серпня'],
  ['september', 'sep', 'sept', 'сентябрь', 'сентября', 'сен', 'сент', 'қыркүйек', 'вересень', 'вересня'],
  ['october', 'oct', 'октябрь', 'октября', 'окт', 'қазан', 'жовтень', 'жовтня'],
  ['november', 'nov', 'ноябрь', 'ноября', 'ноя', 'нояб', 'қараша', 'листопад', 'листопада'],
  ['december', 'dec', 'декабрь', 'декабря', 'дек', 'желтоқсан', 'грудень', 'грудня'],
]
const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)
const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 1],
  ['summer', 2],
  ['autumn', 3],
  ['fall', 3],
  ['winter', 4],
])

/** The number of a month from 1, read from `9`, `09`, `Sept.`, `sep`, `September 12`, `12~сентября`. */
export function monthOf(text: string): number | undefined {
  for (const word of text.toLowerCase().split(/[^\p{L}\p{N}]+/u)) {
    if (word === '') continue
    const named = MONTHS.get(word)
    if (named !== undefined) return named
  }
  const number = /^\s{0,9}(\d{1,2})\s{0,9}$/.exec(text)?.[1]
  return number !== undefined && Number(number) >= 1 && Number(number) <= 12 ? Number(number) : undefined
}

/** Year, month and day as three fields of a library hold them. `2020a`, `in press` and the like stay literal. */
export function dateOfParts(year: string, month = '', day = ''): CslDate | undefined {
  const written = year.trim()
  if (written === '') return undefined
  const range = /^(-?\d{1,4})\s?(?:-{1,3}|[–—/])\s?(\d{4})$/.exec(written)
  if (range !== null) return { 'date-parts': [[Number(range[1])], [Number(range[2])]] }
  if (!/^-?\d{1,4}$/.test(written)) return parseDate(written)
  const number = monthOf(month)
  const season = SEASONS.get(month.trim().toLowerCase())
  if (number === undefined) return { 'date-parts': [[Number(written)]], ...(season === undefined ? {} : { season }) }
  const dayOfMonth = dayOf(day) ?? dayOf(month.replace(/^\s{0,9}\d{1,2}\s{0,9}$/, ''))
  return {
    'date-parts': [dayOfMonth === undefined ? [Number(written), number] : [Number(written), number, dayOfMonth]],
  }
}

/**
 * A date as one text: EDTF level 0 and the marks of level 1 (`2004-06/2004-09`, `1997~`, `2004-21`), RIS's `2010/05/12/`,
 * and common typed forms (`12.05.2010`, `12 May 2010`, `May 12, 2010`). Anything else is kept as `literal`.
 */
export function parseDate(text: string): CslDate | undefined {
  const written = text.trim()
  if (written === '') return undefined
  if (written.length > 200) return { literal: written }
  const halves = written.split('/')
  if (halves.length === 2 && halves.every((half) => /^(?:-?\d{4}(?:-\d\d){0,2}[?~%]?|\.\.|)$/.test(half))) {
    const parts = halves.map(edtf).filter((half) => half !== undefined)
    if (parts.length > 0) return { 'date-parts': parts.map(({ parts: numbers }) => numbers) }
  }
  const single = edtf(written.replace(/[T ]\d{1,2}:.{0,40}$/, ''))
  if (single !== undefined) {
    return {
      'date-parts': [single.parts],
      ...(single.season === undefined ? {} : { season: single.season }),
      ...(single.circa ? { circa: true } : {}),
    }
  }
  for (const { pattern, order } of TYPED) {
    const found = pattern.exec(written)
    if (found === null) continue
    const { year, month, day } = order(found)
    const number = month === undefined || month === '' ? undefined : monthOf(month)
    if (month !== undefined && month !== '' && number === undefined) continue
    const dayOfMonth = day === undefined ? undefined : dayOf(day)
    const parts = [Number(year)]
    if (number !== undefined) parts.push(number)
    if (number !== undefined && dayOfMonth !== undefined) parts.push(dayOfMonth)
    return { 'date-parts': [parts] }
  }
  return onlyYear(written) ?? { literal: written }
}

/** `2019 [Online]`, `2013–now`, `2020a`, `[1976] 1980`: the year, if there is just one. */
function onlyYear(text: string): CslDate | undefined {
  const years = text.match(/(?<![\p{N}.])(?:1[4-9]|20)\d\d(?!\p{N}|\.\d)/gu) ?? []
  if (years.length !== 1 || /^\d{5}/.test(text)) return undefined
  const circa = /(?:^|\s|\[)(?:c|ca|circa|ок|около)[. ]/iu.test(text)
  return { 'date-parts': [[Number(years[0])]], ...(circa ? { circa: true } : {}) }
}

interface Order {
  readonly year: string | undefined
  readonly month?: string | undefined
  readonly day?: string | undefined
}

const TYPED: readonly { readonly pattern: RegExp; readonly order: (found: RegExpExecArray) => Order }[] = [
  // RIS: YYYY/MM/DD/other, any part may be empty
  { pattern: /^(\d{4})\/(\d{0,2})\/?(\d{0,2})\/?.{0,80}$/, order: ([, year, month, day]) => ({ year, month, day }) },
  {
    pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s?[гж]\.?)?$/,
    order: ([, day, month, year]) => ({ year, month, day }),
  },
  { pattern: /^(\d{1,2})[\s~]+(\p{L}+)\.?,?[\s~]+(\d{4})$/u, order: ([, day, month, year]) => ({ year, month, day }) },
  {
    pattern: /^(\p{L}+)\.?[\s~]+(\d{1,2})(?:st|nd|rd|th)?,?[\s~]+(\d{4})$/u,
    order: ([, month, day, year]) => ({ year, month, day }),
  },
  { pattern: /^(\p{L}+)\.?,?[\s~]+(\d{4})$/u, order: ([, month, year]) => ({ year, month }) },
  {
    pattern: /^(\d{4}),?[\s~]+(\p{L}+)\.?(?:[\s~]+(\d{1,2}))?$/u,
    order: ([, year, month, day]) => ({ year, month, day }),
  },
  { pattern: /^(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?$/, order: ([, year, month, day]) => ({ year, month, day }) },
]

interface Edtf {
  readonly parts: number[]
  readonly season?: number
  readonly circa: boolean
}

function edtf(text: string): Edtf | undefined {
  const found = /^(-?\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?([?~%]?)$/.exec(text)
  if (found === null) return undefined
  const circa = found[4] !== ''
  const year = Number(found[1])
  const month = found[2] === undefined ? undefined : Number(found[2])
  // EDTF: 21 to 24 are the seasons
  if (month !== undefined && month >= 21 && month <= 24) return { parts: [year], season: month - 20, circa }
  if (month === undefined || month === 0) return { parts: [year], circa }
  if (month > 12) return undefined
  const day = found[3] === undefined ? undefined : dayOf(found[3])
  return { parts: day === undefined ? [year, month] : [year, month, day], circa }
}

function dayOf(text: string): number | undefined {
  const found = /(?<!\d)(\d{1,2})(?!\d)/.exec(text.slice(0, 60))
  const day = found === null ? 0 : Number(found[1])
  return day >= 1 && day <= 31 ? day : undefined
}
