import { type Column, type Columns, columnNames } from './attributes.ts'

/**
 * The features of a token: each template joins some columns of some neighbours. `word-1 word` reads the word before and the
 * word itself. Which groups matter was measured; shapes, positions and marks carry most.
 */
const templates: readonly string[] = [
  'word',
  'word-1',
  'word+1',
  'word-2',
  'word+2',
  'word-1 word',
  'word word+1',
  'word-1 word word+1',
  'word-2 word-1 number',
  'word-1 number',
  'number word+1',
  'number word+1 word+2',
  'lastWord coarse',
  'nextWord coarse',
  'lastWord nextWord',
  'shape',
  'shape-1',
  'shape+1',
  'shape-2',
  'shape+2',
  'shape-1 shape',
  'shape shape+1',
  'shape-2 shape-1 shape',
  'shape-1 shape shape+1',
  'shape shape+1 shape+2',
  'coarse-3 coarse-2 coarse-1 coarse',
  'coarse coarse+1 coarse+2 coarse+3',
  'coarse-2 coarse-1 coarse coarse+1 coarse+2',
  'number-2 number-1 number number+1 number+2',
  'number-4 number-3 number-2 number-1 number',
  'number number+1 number+2 number+3 number+4',
  'prefix',
  'suffix',
  'ending shape',
  'suffix-1',
  'suffix+1',
  'suffix suffix+1',
  'suffix-1 suffix',
  'lexicon shape',
  'lexicon-1 shape',
  'lexicon+1 shape',
  'lexicon-1 lexicon lexicon+1',
  'lexicon-2 coarse-1 coarse',
  'lexicon+2 coarse coarse+1',
  'lexicon before',
  'position shape',
  'position style shape',
  'quarter lexicon coarse',
  'position order',
  'style order coarse quarter',
  'counters coarse',
  'counters style coarse',
  'counters shape-1 shape',
  'breaks shape',
  'breaks quarter style',
  'breaks style coarse-1 coarse',
  'bracket shape',
  'bracket counters number',
  'before coarse',
  'behind coarse',
  'before behind',
  'before behind coarse counters',
  'before style breaks',
  'behind style breaks',
  'script shape',
  'script position',
  'names coarse',
  'names before',
  'names position coarse',
  'blanks shape-1 shape shape+1',
]

/** How many features each token has. */
export const templateCount: number = templates.length

interface Part {
  readonly column: Column
  readonly offset: number
}

const parts: readonly (readonly Part[])[] = templates.map((template) =>
  template.split(' ').map((name) => {
    const found = /^([a-zA-Z]+)([+-]\d)?$/.exec(name)
    const column = found?.[1] as Column
    if (!columnNames.includes(column)) throw new Error(`A template names no column: ${name}`)
    return { column, offset: Number(found?.[2] ?? 0) }
  }),
)

// the table flattened for the inner loop: column number and offset of each part, where the parts of a template begin
const partColumns = Int32Array.from(parts.flat().map(({ column }) => columnNames.indexOf(column)))
const partOffsets = Int32Array.from(parts.flat().map(({ offset }) => offset))
const partStarts = new Int32Array(templateCount + 1)
for (const [index, list] of parts.entries()) partStarts[index + 1] = (partStarts[index] as number) + list.length

/** Writes the features of token `index` as 32-bit hashes into `target`, one a template. */
export function writeFeatures(columns: Columns, count: number, index: number, target: Int32Array): void {
  const table = columnTable(columns)
  let part = 0
  for (let template = 0; template < templateCount; template++) {
    const end = partStarts[template + 1] as number
    let value = Math.imul(template + 1, 0x9e3779b1 | 0)
    for (; part < end; part++) {
      const at = index + (partOffsets[part] as number)
      const code =
        at < 0
          ? -1 - at
          : at >= count
            ? 0x7fff0000 + at - count
            : ((table[partColumns[part] as number] as Int32Array)[at] as number)
      value = Math.imul(value ^ code, 0x5bd1e995)
      value ^= value >>> 15
    }
    value = Math.imul(value, 0x2c1b3c6d)
    target[template] = value ^ (value >>> 13)
  }
}

let lastColumns: Columns | undefined
let lastTable: readonly Int32Array[] = []

function columnTable(columns: Columns): readonly Int32Array[] {
  if (columns !== lastColumns) {
    lastColumns = columns
    lastTable = columnNames.map((name) => columns[name])
  }
  return lastTable
}
