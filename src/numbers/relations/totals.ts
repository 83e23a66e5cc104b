import type { Relation } from '../../model/quantity.ts'
import type { CellFigure } from '../figures.ts'
import { digitsReplaced, transpositionsOf } from '../slips.ts'
import type { Table, TableRow } from '../tables.ts'
import { brief } from './relation.ts'

const TOTAL =
  /^(?:\*\*)?(?:(?:grand |sub|overall )?totals?|sum|итого|всего|барлығы|жиыны|жалпы|合计|总计|总和|小计)(?:[^\p{L}]|$)/u
const TOTAL_COLUMN = /^(?:\*\*)?(?:(?:grand )?total|sum|итого|всего|барлығы|жиыны|合计|总计)(?:[^\p{L}]|$)/iu

/** A list of cells and the cell that would be their sum. */
interface Line {
  readonly terms: readonly (CellFigure | undefined)[]
  readonly total: CellFigure
}

/** Which of the terms make the total: the rows from `from` on, or those since the last total and that total. */
type Scheme = number | 'totals'

interface Sum {
  readonly scheme: Scheme
  readonly terms: readonly CellFigure[]
  readonly sum: number
  readonly holds: boolean
  /** the total lies amid its terms, as a mean does */
  readonly amid: boolean
}

/** Totals of the columns and rows of a table, and means between minimum and maximum. */
export function* totalsIn(table: Table): Iterable<Relation> {
  const body = table.rows.filter((row) => !row.head)
  yield* columnTotals(table, body)
  yield* rowTotals(table, body)
  yield* meanColumns(table, body)
}

/** Heads of columns whose cells are not to be added up. */
const RATE = /%|average|mean|price|rate|ratio|per (?:share|cent)|change|средн|цена|процент|доля|темп|平均|价格|率|比/iu

function* columnTotals({ rows, columns }: Table, body: readonly TableRow[]): Iterable<Relation> {
  const rates = Array.from({ length: columns }, (_, column) =>
    rows.slice(0, 4).some(({ texts, cells }) => cells[column] === undefined && RATE.test(texts[column] ?? '')),
  )
  for (const [at, row] of body.entries()) {
    if (!TOTAL.test(row.label) || at < 2) continue
    const totals = body.map((one, index) => index < at && TOTAL.test(one.label))
    const lines: Line[] = []
    for (let column = 1; column < columns; column++) {
      if (rates[column] === true) continue
      const total = row.cells[column]
      if (total !== undefined && isAmount(total))
        lines.push({ terms: body.slice(0, at).map((one) => one.cells[column]), total })
    }
    yield* judge(lines, totals)
  }
}

/** Percentages add up only where they make 100: others are rates of change. */
function isAmount({ unit, value }: CellFigure): boolean {
  return unit !== '%' || Math.abs(value - 100) < 2
}

function* rowTotals({ rows, columns }: Table, body: readonly TableRow[]): Iterable<Relation> {
  const head = rows.find((row) => row.head)
  if (head === undefined) return
  const column = head.texts.findIndex((text, index) => index > 0 && TOTAL_COLUMN.test(text))
  if (column < 3 && column !== columns - 1) return
  if (column < 2) return
  const lines: Line[] = []
  for (const row of body) {
    const total = row.cells[column]
    if (total !== undefined && isAmount(total)) lines.push({ terms: row.cells.slice(1, column), total })
  }
  yield* judge(lines, [])
}

/**
 * Lines of one table share their scheme. Where a scheme holds in other lines, a line in which it fails is wrong; a single line is
 * wrong only where one exchange of digits would mend it.
 */
function* judge(lines: readonly Line[], totals: readonly boolean[]): Iterable<Relation> {
  const sums = lines.map((line) => sumsOf(line, totals))
  const counts = new Map<Scheme, number>()
  for (const options of sums) {
    for (const { scheme, holds } of options) if (holds) counts.set(scheme, (counts.get(scheme) ?? 0) + 1)
  }
  for (const [index, line] of lines.entries()) {
    const options = sums[index] ?? []
    // a total told again after what it includes
    if (line.terms.some((term, at) => totals[at] === true && term?.value === line.total.value)) continue
    const found = options.find(({ holds }) => holds)
    if (found !== undefined) {
      yield total(line, found)
      continue
    }
    const best = options
      .map((option) => ({ option, votes: counts.get(option.scheme) ?? 0 }))
      .sort((left, right) => right.votes - left.votes)[0]
    // a total amid its terms is their mean, unless other lines say that it is a sum
    if (best === undefined || (best.option.amid && best.votes === 0)) continue
    const slip = mended(line, best.option)
    const others = lines.length - 1
    const surely = best.votes >= 2 || (best.votes === 1 && (slip || others === 1))
    const single = lines.length === 1 && slip && best.option.scheme === 0 && !totals.includes(true)
    if (surely || single) yield wrong(line, best.option, single || (surely && (slip || best.votes >= 2)), best.votes)
  }
}

function sumsOf({ terms, total }: Line, totals: readonly boolean[]): readonly Sum[] {
  const found: Sum[] = []
  const tryTerms = (scheme: Scheme, cells: readonly (CellFigure | undefined)[]): void => {
    const known = cells.filter((cell) => cell !== undefined)
    if (known.length < 2 || known.some(({ unit }) => unit !== total.unit)) return
    const values = known.map(({ value }) => value)
    const amid =
      known.length > 2 &&
      total.value > Math.min(...values) &&
      total.value < Math.max(...values) &&
      values.every((value) => value > 0)
    const sum = known.reduce((all, cell) => all + cell.value, 0)
    const ulp = 10 ** -Math.min(total.decimals, ...known.map((cell) => cell.decimals))
    // each term and the total are rounded, and rounding is often done by hand
    const slack = 0.75 * (known.length + 1) * ulp
    found.push({
      scheme,
      terms: known,
      sum: Number(sum.toPrecision(13)),
      holds: !amid && Math.abs(sum - total.value) <= slack + 1e-9,
      amid,
    })
  }
  const leaves = terms.map((cell, index) => (totals[index] === true ? undefined : cell))
  const last = totals.lastIndexOf(true)
  tryTerms(0, leaves)
  if (last !== -1) {
    tryTerms(last + 1, leaves.slice(last + 1))
    tryTerms(
      'totals',
      terms.filter((_, index) => totals[index] === true),
    )
    tryTerms(-1, terms.slice(last))
  }
  for (let from = 1; from < Math.min(terms.length - 1, 40); from++)
    if (from !== last + 1) tryTerms(from, leaves.slice(from))
  return found
}

/** Whether an exchange of two digits, or another power of ten, in one cell mends the sum. */
function mended({ total }: Line, { terms, sum }: Sum): boolean {
  const gap = total.value - sum
  const candidates = (cell: CellFigure): readonly number[] => {
    const least = 10 ** (1 - cell.decimals)
    const text = String(Math.abs(cell.value).toFixed(cell.decimals))
    const sign = Math.sign(cell.value)
    return [
      ...transpositionsOf(text),
      ...digitsReplaced(text),
      ...[1e-3, 0.1, 10, 1e3].map((power) => Math.abs(cell.value) * power),
    ]
      .filter((value) => value >= least)
      .map((value) => sign * value)
  }
  const ulp = 0.5 * 10 ** -total.decimals + 1e-9
  if (candidates(total).some((value) => Math.abs(value - sum) <= ulp)) return true
  return terms.some((term) => candidates(term).some((value) => Math.abs(value - term.value - gap) <= ulp))
}

function total({ total: cell }: Line, { terms, sum }: Sum): Relation {
  return {
    kind: 'table-sum',
    operands: [cell.id, ...terms.map(({ id }) => id)],
    computation: `${joined(terms)} = ${brief(sum)}`,
    holds: true,
  }
}

function joined(terms: readonly CellFigure[]): string {
  const texts = terms.map(({ text }) => text)
  return texts.length > 8 ? `${texts.slice(0, 4).join(' + ')} + … + ${texts.at(-1)}` : texts.join(' + ')
}

function wrong({ total: cell }: Line, { terms, sum }: Sum, surely: boolean, votes: number): Relation {
  const computation = `${joined(terms)} = ${brief(sum)}`
  return {
    kind: 'table-sum',
    operands: [cell.id, ...terms.map(({ id }) => id)],
    computation,
    holds: false,
    problem: {
      rule: 'sum',
      messageId: 'table',
      data: { total: cell.text, sum: brief(sum) },
      confidence: surely ? 'certain' : 'likely',
      span: cell.span,
      related: terms.slice(0, 6).map(({ span, text }) => ({ span, message: text })),
      about: 'total',
      ours: cell.text,
      theirs: computation,
      ...(votes > 0
        ? { note: `The same rows add up in ${votes} other ${votes === 1 ? 'column or row' : 'columns or rows'}.` }
        : {}),
    },
  }
}

/** Columns headed Min, Max and Mean. */
function* meanColumns({ rows }: Table, body: readonly TableRow[]): Iterable<Relation> {
  const head = rows.find((row) => row.head)
  if (head === undefined) return
  const at = (word: RegExp): number => head.texts.findIndex((text) => word.test(text.toLowerCase()))
  const [least, most, mean] = [
    at(/^(?:min|minimum|мин|минимум|最小值?)\.?$/),
    at(/^(?:max|maximum|макс|максимум|最大值?)\.?$/),
    at(/^(?:mean|average|median|среднее|медиана|平均值?|均值)$/),
  ]
  if (least < 0 || most < 0 || mean < 0) return
  for (const row of body) {
    const [low, high, middle] = [row.cells[least], row.cells[most], row.cells[mean]]
    if (low === undefined || high === undefined || middle === undefined) continue
    const holds = middle.high >= low.low && middle.low <= high.high
    const computation = `${low.text} ≤ ${middle.text} ≤ ${high.text}`
    yield {
      kind: 'bounds',
      operands: [low.id, high.id, middle.id],
      computation,
      holds,
      ...(holds
        ? {}
        : {
            problem: {
              rule: 'bounds',
              messageId: 'mean',
              data: { mean: middle.text, low: low.text, high: high.text },
              confidence: 'certain' as const,
              span: middle.span,
              related: [low, high].map(({ span, text }) => ({ span, message: text })),
              about: 'mean',
              ours: middle.text,
              theirs: `between ${low.text} and ${high.text}`,
            },
          }),
    }
  }
}
