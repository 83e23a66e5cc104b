import type { Block } from '../model/block.ts'
import type { Quantity } from '../model/quantity.ts'
import type { Passage } from '../model/source.ts'
import { spanOf } from '../text/passage.ts'
import { type Convention, readBareDecimal, readDigits } from './digits.ts'
import type { CellFigure } from './figures.ts'
import { clean } from './found.ts'
import { isDigit, plainOf } from './plain.ts'
import type { Numbering } from './read.ts'

/** A table as rows of cells: text everywhere, a figure where a cell holds nothing but one. */
export interface Table {
  readonly number: number
  readonly rows: readonly TableRow[]
  readonly columns: number
}

export interface TableRow {
  readonly block: number
  readonly head: boolean
  readonly label: string
  readonly texts: readonly string[]
  readonly cells: readonly (CellFigure | undefined)[]
}

/** More cells than this are data, no table to add up. */
const MOST_CELLS = 4000

/** The tables of a document. */
export function readTables(
  blocks: readonly Block[],
  skipped: (block: number) => boolean,
  convention: Convention,
  numbering: Numbering,
): readonly Table[] {
  const tables = new Map<number, TableRow[]>()
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'row' || block.table === undefined || block.cells === undefined || skipped(index)) continue
    const rows = tables.get(block.table) ?? []
    tables.set(block.table, rows)
    if (rows.length * block.cells.length > MOST_CELLS) continue
    const texts = block.cells.map((cell) => plainOf(cell.text).text.trim())
    const cells = block.cells.map((cell, column) =>
      column === 0 && !isDigit(cell.text.charCodeAt(0)) ? undefined : cellOf(cell, convention, numbering),
    )
    rows.push({ block: index, head: block.head === true, label: (texts[0] ?? '').toLowerCase(), texts, cells })
  }
  return [...tables].map(([number, rows]) => ({
    number,
    rows,
    columns: Math.max(0, ...rows.map(({ cells }) => cells.length)),
  }))
}

const NEGATIVE = /^\((.*)\)$/
const LEAD = /^(?:us)?[$€£¥₽₸+\\ ]{0,4}/i
const MINUS = /^[−–-] ?(?=[\d.,$€£])/
/** What may follow the number: per cent, a share in brackets, marks of notes. */
const TRAIL = /^ ?(?:%|‰|\\%)? ?(?:\([\d.,]{1,8} ?\\?%?\))?(?:[*†‡§a-d¹²³⁴]{1,3})?$/u

/** `1,234`, `(1 234)` for a negative, `$ 12.5`, `45 %`, `12 (34.3)`; undefined for anything else. */
function cellOf(cell: Passage, convention: Convention, numbering: Numbering): CellFigure | undefined {
  const source = plainOf(cell.text).text
  let text = source.trim().replace(/^\*{1,2}|\*{1,2}$/g, '')
  if (text === '' || text.length > 40) return undefined
  let sign = 1
  const dollar = /^(?:\\?\$) ?\(/.test(text) ? text.replace(/^\\?\$ ?/, '') : text
  const negative = NEGATIVE.exec(dollar)
  if (negative !== null && /\d/.test(text)) {
    sign = -1
    text = (negative[1] ?? '').trim()
  }
  text = text.replace(LEAD, '')
  if (MINUS.test(text)) {
    sign = -sign
    text = text.replace(MINUS, '').replace(LEAD, '')
  }
  const digits = isDigit(text.charCodeAt(0))
    ? readDigits(text, 0, convention)
    : text[0] === '.'
      ? readBareDecimal(text, 0)
      : undefined
  if (digits === undefined) return undefined
  const rest = text.slice(digits.end)
  if (!TRAIL.test(rest)) return undefined
  // years head columns and rows
  const half = 0.5 * 10 ** -digits.decimals
  return {
    id: numbering.next(),
    value: clean(sign * digits.value),
    low: clean(sign * digits.value - half),
    high: clean(sign * digits.value + half),
    decimals: digits.decimals,
    text: source.trim(),
    unit: rest.includes('%') && !rest.includes('(') ? '%' : '',
    span: spanOf(cell),
  }
}

/** A cell as the report lists it. */
export function* quantitiesOf(table: Table, sectionOf: (block: number) => number): Iterable<Quantity> {
  const head = table.rows.find((row) => row.head)
  for (const [row, { block, cells, texts, head: heading }] of table.rows.entries()) {
    if (heading) continue
    for (const [column, cell] of cells.entries()) {
      if (cell === undefined) continue
      const year = /(?:^|\D)((?:19|20)\d{2})(?!\d)/
      yield {
        id: cell.id,
        text: cell.text,
        kind: cell.unit === '%' ? 'percent' : 'count',
        value: cell.value,
        low: cell.low,
        high: cell.high,
        unit: cell.unit,
        measure: texts[0] ?? '',
        entity: head?.texts[column] ?? '',
        period: year.exec(head?.texts[column] ?? '')?.[1] ?? year.exec(texts[0] ?? '')?.[1] ?? '',
        source: '',
        span: cell.span,
        block,
        section: sectionOf(block),
        sentence: -1,
        cell: { table: table.number, row, column },
      }
    }
  }
}
