/** A date as printed; month and day where they are given. Offsets are of the text it was read from. */
export interface PrintedDate {
  readonly text: string
  readonly year: number
  readonly month?: number
  readonly day?: number
  readonly start: number
  readonly end: number
}

const WORDS =
  /(?:last )?access(?:ed)?(?: date| on)?|date of access|retrieved(?: on)?|visited(?: on)?|viewed|дата обращения|дата доступа|обращение|дата звернення|жүгінген күні|қаралған күні|қаралған уақыты|қаралды|өтініш берген күні|пайдаланылған күні|访问日期|引用日期|访问时间|acesso em|consultado(?: el| em)?|zugriff(?: am)?|abgerufen(?: am)?|consulté le|accesso|erişim(?: tarihi)?|dostęp/giu

const MONTHS: readonly string[] = [
  'jan янв қаң січ ene gen ocak',
  'feb фев ақп лют fev şub',
  'mar мар нау бер',
  'apr апр сәу кві abr avr',
  'may мая май мам тра mai maj',
  'jun июн мау чер jui giu',
  'jul июл шіл лип',
  'aug авг там сер ago aoû',
  'sep сен қыр вер set',
  'oct окт қаз жов out ott',
  'nov ноя қар лис',
  'dec дек жел гру dez dic déc',
]
const BY_NAME = new Map(MONTHS.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)))

const NUMERIC = /(?<!\d)(?:(\d{1,2})[./](\d{1,2})[./](\d{4})|(\d{4})[-./年](\d{1,2})[-./月](\d{1,2}))(?!\d)/u
const NAMED =
  /(?<!\d)(?:(\d{1,2})\.? (?:de )?(\p{L}{3,12})\.?,? (?:de )?(\d{4})|(\p{L}{3,12})\.? (\d{1,2}),? (\d{4}))(?!\d)/u
/** `[2019-04-20]` after an online source in the Chinese style */
const BRACKETED = /\[((\d{4})-(\d{1,2})-(\d{1,2}))\]/g
const REACH = 40

/** Dates that an entry gives as those on which it was read. */
export function accessDates(text: string): readonly PrintedDate[] {
  const found = new Map<number, PrintedDate>()
  const short = text.slice(0, 4000)
  for (const { 0: word, index } of short.matchAll(WORDS)) {
    const from = index + word.length
    const near = short.slice(from, from + REACH)
    const date = numeric(near) ?? named(near)
    if (date !== undefined) found.set(from + date.start, { ...date, start: from + date.start, end: from + date.end })
  }
  for (const { 0: whole, 1: date = '', 2: year, 3: month, 4: day, index } of short.matchAll(BRACKETED)) {
    const start = index + whole.indexOf(date)
    found.set(start, {
      text: date,
      year: Number(year),
      month: Number(month),
      day: Number(day),
      start,
      end: start + date.length,
    })
  }
  return [...found.values()]
}

const PUBLISHED = /[(（]((\d{4})-(\d{1,2})-(\d{1,2}))[)）]/g

/** Full dates of publication in brackets, as `(2018-03-05)`. */
export function publishedDates(text: string): readonly PrintedDate[] {
  return [...text.slice(0, 4000).matchAll(PUBLISHED)].map(({ 1: date = '', 2: year, 3: month, 4: day, index }) => {
    const start = index + 1
    return { text: date, year: Number(year), month: Number(month), day: Number(day), start, end: start + date.length }
  })
}

function numeric(text: string): PrintedDate | undefined {
  const match = NUMERIC.exec(text)
  if (match === null) return undefined
  const [whole, day, month, year, year2, month2, day2] = match
  const at = { text: whole, start: match.index, end: match.index + whole.length }
  if (year2 !== undefined) return { ...at, year: Number(year2), month: Number(month2), day: Number(day2) }
  const [one, two] = [Number(day), Number(month)]
  // 12/31/2016 is American; where both could be a month nothing is said of the order
  const american = whole.includes('/') && two > 12 && one <= 12
  return { ...at, year: Number(year), month: american ? one : two, day: american ? two : one }
}

function named(text: string): PrintedDate | undefined {
  const match = NAMED.exec(text)
  if (match === null) return undefined
  const [whole, day, month, year, month2, day2, year2] = match
  const name = (month ?? month2 ?? '').toLowerCase()
  const number = BY_NAME.get(name.slice(0, 3))
  if (number === undefined) return undefined
  const at = { text: whole, start: match.index, end: match.index + whole.length }
  return { ...at, year: Number(year ?? year2), month: number, day: Number(day ?? day2) }
}

/** Whether the calendar has such a day. */
export function isReal({ year, month, day }: PrintedDate): boolean {
  if (month === undefined) return true
  if (month < 1 || month > 12) return false
  if (day === undefined) return true
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** `YYYY-MM-DD`, as far as it is given. */
export function printed({ year, month, day }: PrintedDate): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  return [String(year), ...(month === undefined ? [] : [two(month), ...(day === undefined ? [] : [two(day)])])].join(
    '-',
  )
}
