import { type Column, type Columns, columnNames } from '../columns.ts'

/** A column that the tagger sees: its values are spread over 2^`bits` rows of a table. */
export interface Input {
  readonly column: Column
  readonly bits: number
  /** Whether it tells words apart, whose rows the tagger would otherwise learn by heart. */
  readonly isLexical: boolean
}

const tables: readonly (readonly [Column, number, 'lexical'?])[] = [
  ['word', 14, 'lexical'],
  ['shape', 11],
  ['coarse', 6],
  ['prefix', 12, 'lexical'],
  ['suffix', 12, 'lexical'],
  ['ending', 11, 'lexical'],
  ['lexicon', 8],
  ['number', 7],
  ['position', 5],
  ['quarter', 4],
  ['style', 7],
  ['script', 6],
  ['counters', 7],
  ['breaks', 4],
  ['bracket', 4],
  ['before', 8],
  ['behind', 8],
  ['names', 5],
  ['blanks', 3],
  ['order', 10],
  ['evidence', 9],
  ['commas', 4],
  ['left', 8],
  ['right', 8],
  ['head', 13, 'lexical'],
]

export const inputs: readonly Input[] = tables.map(([column, bits, kind]) => ({
  column,
  bits,
  isLexical: kind === 'lexical',
}))

/** The first row of each input's table, if they stand one behind another; one more at the end. */
export const firstRows: Int32Array = Int32Array.from([0, ...inputs.map(({ bits }) => 1 << bits)])
for (let index = 1; index < firstRows.length; index++)
  firstRows[index] = (firstRows[index] as number) + (firstRows[index - 1] as number)

export const rowCount: number = firstRows[inputs.length] as number

const shifts = Int32Array.from(inputs, ({ bits }) => 32 - bits)
const places = Int32Array.from(inputs, ({ column }) => columnNames.indexOf(column))

/** Writes the row of each input at each token, token × input. */
export function rowsOf(columns: Columns, count: number, rows: Int32Array): void {
  const width = inputs.length
  for (let input = 0; input < width; input++) {
    const values = columns[columnNames[places[input] as number] as Column]
    const first = firstRows[input] as number
    const shift = shifts[input] as number
    // multiplicative hashing (Knuth 1998, 6.4): the upper bits of the product
    for (let token = 0, at = input; token < count; token++, at += width)
      rows[at] = first + (Math.imul(values[token] as number, 0x9e3779b1) >>> shift)
  }
}
