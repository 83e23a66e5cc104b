import type { Quantity, Relation } from '../model/quantity.ts'
import type { FileReport, Report } from '../model/report.ts'
import { Places } from './places.ts'
import { harmless, widthOf } from './terminal/glyphs.ts'
import { counted, type Style, styleOf } from './terminal/style.ts'
import { noCommand } from './workflow.ts'

/** Cells of a column before it is cut. */
const WIDEST = 34

/**
 * The numbers of every file: each quantity with its place, value, unit, year, measure and source, then each relation with its
 * computation and whether it holds. In chunks of whole lines.
 */
export function* toLedger(report: Report, { color = false }: { readonly color?: boolean } = {}): Iterable<string> {
  const places = new Places(report)
  const style = styleOf(color)
  for (const file of report.files) {
    if (file.quantities.length === 0) continue
    yield `${[...fileLines(file, places, style)].map(noCommand).join('\n')}\n\n`
  }
}

function* fileLines(file: FileReport, places: Places, style: Style): Iterable<string> {
  yield style.strong(harmless(file.source.path))
  const rows = file.quantities.map((quantity) => rowOf(quantity, places))
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.min(WIDEST, Math.max(...rows.map((row) => widthOf(row[column] ?? '')))),
  )
  for (const row of rows) yield `  ${row.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  ')}`.trimEnd()
  const { relations } = file
  if (relations.length === 0) return
  const holding = relations.filter(({ holds }) => holds).length
  yield ''
  yield `  ${counted(relations.length, 'relation')} checked, ${holding === 1 ? '1 holds' : `${holding} hold`}`
  const byId = new Map(file.quantities.map((quantity) => [quantity.id, quantity]))
  for (const relation of relations) yield relationLine(relation, byId, places, style)
}

function rowOf(quantity: Quantity, places: Places): readonly string[] {
  const { line, column } = places.of(quantity.span).start
  const { kind, value, unit, hedge, period, measure, entity, source, direction } = quantity
  const amount = `${hedge === undefined ? '' : `${hedge} `}${value}${unit === '' ? '' : ` ${unit}`}`
  const arrow = direction === undefined ? '' : direction === 'up' ? 'rises' : 'falls'
  return [`${line}:${column}`, quantity.text, amount, kind, period, measure, entity, arrow, source].map(harmless)
}

function padded(cell: string, width: number): string {
  const shown = widthOf(cell) > width ? cut(cell, width) : cell
  return shown + ' '.repeat(Math.max(0, width - widthOf(shown)))
}

function cut(text: string, width: number): string {
  let shown = ''
  for (const character of text) {
    if (widthOf(shown + character) > width - 1) break
    shown += character
  }
  return `${shown}…`
}

function relationLine(
  { kind, operands, computation, holds }: Relation,
  byId: ReadonlyMap<string, Quantity>,
  places: Places,
  style: Style,
): string {
  const first = byId.get(operands[0] ?? '')
  const where = first === undefined ? '' : `${places.of(first.span).start.line}  `
  const sign = holds ? '✓' : '✗'
  return `  ${holds ? sign : style.severity.error(sign)} ${where}${style.quiet(harmless(kind))}  ${harmless(computation)}`
}
