import { readFileSync } from 'node:fs'

/** What a verdict of the table means for the rules: rule and severity, or nothing at all. */
export const VERDICTS: Readonly<Record<string, readonly string[]>> = {
  MAGNITUDE: ['numbers/magnitude error'],
  MISMATCH: ['numbers/contradiction error', 'numbers/contradiction warning'],
  PERIOD_MISMATCH: ['numbers/contradiction warning'],
  SOURCE_DIFFERS: ['numbers/source-differs info'],
  DIRECTION: ['numbers/direction error'],
  RATIO_ERROR: ['numbers/ratio warning'],
  PCT_ERROR: ['numbers/percent-change error'],
  PP_VS_PCT: ['numbers/percent-change warning'],
  SHARE_ERROR: ['numbers/share error'],
  SUM_ERROR: ['numbers/sum error'],
  // the price is off by a power of ten
  PRICE_ERROR: ['numbers/magnitude error'],
  RANGE_ERROR: ['numbers/bounds error'],
  P_ERROR: ['numbers/test-statistic warning'],
  P_DECISION: ['numbers/test-statistic error'],
  STYLE: ['numbers/test-statistic info'],
  GRANULARITY: ['numbers/granularity info'],
  GRIM_FAIL: ['numbers/granularity info'],
  GRIMMER_FAIL: ['numbers/granularity info'],
  DUPLICATE: ['numbers/repeated info'],
  // never an error
  UNSURE: ['numbers/percent-change info', 'numbers/sum info', 'numbers/test-statistic warning'],
}
export const SILENT = new Set(
  'EQUAL ROUNDED COMPATIBLE NOT_COMPARABLE NO_FINDING PCT_OK RATIO_OK SHARE_OK SUM_OK PRICE_OK P_OK GRIM_OK GRIMMER_OK NOT_TESTABLE PARSE'.split(
    ' ',
  ),
)

/** What a row leaves to its brackets: the words that tie two fragments together, or a scale. */
const CONTEXT: Readonly<Record<string, (text: string) => string>> = {
  // [same country, year]
  Q005: (text) => `В 2022 г. ${text}`,
  // [China]
  Q011: (text) => `中国${text}`,
  Q025: (text) => `${text} for the whole coast`,
  Q026: (text) => `${text} for the whole coast`,
  Q044: (text) => `Соглашение подписали ${text}`,
  Q048: (text) => `Келісімге қол қойды: ${text}`,
  Q049: (text) => `Келісімге қол қойды: ${text}`,
  Q099: () => 'Доля снизилась от 15 до 12 %',
  Q029: (text) => `Growth of output was ${text}`,
  Q136: (text) => `Trust was rated on a 7-point scale, ${text}`,
  Q137: (text) => `Trust was rated on a 7-point scale, ${text}`,
  Q134: (text) => `Trust was rated on a 7-point scale, ${text}`,
}

/** What must be read, where the verdict is about reading: value and unit. */
export const READ: Readonly<Record<string, readonly string[]>> = {
  Q138: ['2280 '],
  Q141: [],
  Q142: [],
  Q143: ['35000000 t'],
  Q144: ['0.666666667 '],
  Q145: ['120000 t'],
  Q148: ['500000 t'],
  N179: ['1350 '],
  N180: ['1350 '],
  N181: ['28000000 t'],
  N182: ['0.6 '],
  N183: ['250000 t'],
  N184: ['1500000 t'],
  N185: ['0.666666667 '],
  N186: ['250000 t'],
  N187: [],
  N188: [],
  M109: [],
  M110: ['38 '],
  M111: ['38 '],
  M112: ['350000 t'],
  M113: ['2500000 t'],
  M114: ['250000 t'],
}

export interface Row {
  readonly id: string
  readonly first: string
  readonly second: string
  readonly verdict: string
}

/** A row as a manuscript: its inputs as sections, its tables as tables. */
export function manuscriptOf({ id, first, second }: Row): string {
  const table = tableOf(first)
  if (table !== undefined) return table
  const other = /^(?:[A-Z]{2}\b)/.test(second) ? second : ''
  const parts = [first, other].filter((text) => text !== '').map((text) => sectionOf(id, text))
  return `# Обзор\n\n${parts.join('\n\n')}\n`
}

function sectionOf(id: string, input: string): string {
  const match = /^(?:EN|RU|KK|ZH) ?([^:：\d][^:：]*|§\d+)?: /.exec(input)
  const place = match?.[1] ?? ''
  const text = input
    .slice(match?.[0].length ?? 0)
    .replace(/ \[[^\]]*[a-z§][^\]]*\]$/i, (note) => (/CI/.test(note) ? note : ''))
    .trim()
  const sentence = (CONTEXT[id] ?? ((one: string) => one))(text)
  const closed = /[.。!?]$/.test(sentence) ? sentence : `${sentence}.`
  return `## ${HEADINGS[place.trim()] ?? 'Results'}\n\n${closed}`
}

const HEADINGS: Readonly<Record<string, string>> = {
  abstract: 'Abstract',
  аннотация: 'Аннотация',
  аңдатпа: 'Аңдатпа',
  conclusion: 'Conclusion',
  заключение: 'Заключение',
  қорытынды: 'Қорытынды',
  摘要: '摘要',
  结论: '结论',
}

/** `120 + 85 + 60; Итого 265`, `rows …; last row Average 40; values …`, `min 3, max 9, mean 10.2`. */
function tableOf(input: string): string | undefined {
  const column = /таблица: ([\d +]+); (\p{L}+) (\d+)/u.exec(input)
  if (column !== null) return columnOf((column[1] as string).split(' + '), column[2] as string, column[3] as string)
  const average = /last row (\p{L}+) (\d+); values ([\d, ]+)/u.exec(input)
  if (average !== null) return columnOf((average[3] as string).split(', '), average[1] as string, average[2] as string)
  const bounds = /min ([\d.]+), max ([\d.]+), mean ([\d.]+)/.exec(input)
  if (bounds === null) return undefined
  return `| Group | Min | Max | Mean |\n|---|---|---|---|\n| all | ${bounds[1]} | ${bounds[2]} | ${bounds[3]} |\n`
}

function columnOf(values: readonly string[], label: string, last: string): string {
  const rows = values.map((value, index) => `| row ${'abc'[index]} | ${value} |`)
  return `| Label | Value |\n|---|---|\n${rows.join('\n')}\n| ${label} | ${last} |\n`
}

export function rowsOf(path: string | URL): readonly Row[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n').slice(1)
  return lines.map((line) => {
    const [id = '', first = '', second = '', verdict = ''] = line.split('\t')
    return { id, first, second, verdict }
  })
}
