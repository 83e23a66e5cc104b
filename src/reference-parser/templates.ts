import { columnNames } from './columns.ts'

/**
 * The features of a token: each template joins some columns of some neighbours. `word-1 word` reads the word before and the
 * word itself. Which groups matter was measured; shapes, positions and marks carry most.
 */
const list: readonly string[] = [
  'word',
  'word-1',
  'word+1',
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
  'shape-1 shape shape+1',
  'shape-2 shape-1 shape',
  'shape shape+1 shape+2',
  'coarse-3 coarse-2 coarse-1 coarse',
  'coarse coarse+1 coarse+2 coarse+3',
  'coarse-2 coarse-1 coarse coarse+1 coarse+2',
  'number-2 number-1 number number+1 number+2',
  'number-4 number-3 number-2 number-1 number',
  'number number+1 number+2 number+3 number+4',
  'prefix',
  'ending shape',
  'suffix-1 suffix',
  'suffix suffix+1',
  'lexicon-1 shape',
  'lexicon+1 shape',
  'lexicon-2 coarse-1 coarse',
  'quarter lexicon coarse',
  'position style shape',
  'position order',
  'style order coarse quarter',
  'counters shape-1 shape',
  'bracket counters number',
  'behind coarse',
  'before behind coarse counters',
  'behind style breaks',
  'names position coarse',
  'blanks shape-1 shape shape+1',
  'evidence breaks coarse',
  'evidence before coarse',
  'evidence quarter lexicon',
  'evidence counters coarse',
  'commas breaks coarse-1 coarse',
  'left right coarse',
  'left right lexicon shape',
  'left right number commas',
  'head coarse',
  'head left names',
]

interface Part {
  readonly column: number
  readonly offset: number
}

/** A table of templates flattened for the inner loop. */
export class TemplateSet {
  /** how many features each token has */
  readonly size: number
  readonly #columns: Int32Array
  readonly #offsets: Int32Array
  readonly #starts: Int32Array

  readonly #salt: number

  /** `written` are templates over the columns `names`; those of sets with different salts have nothing in common. */
  constructor(written: readonly string[], names: readonly string[], salt: number) {
    const parts = written.map((template) => template.split(' ').map((name) => partOf(name, names)))
    this.size = written.length
    this.#salt = salt
    this.#columns = Int32Array.from(parts.flat().map(({ column }) => column))
    this.#offsets = Int32Array.from(parts.flat().map(({ offset }) => offset))
    this.#starts = new Int32Array(this.size + 1)
    for (const [index, list] of parts.entries()) this.#starts[index + 1] = (this.#starts[index] as number) + list.length
  }

  /** Writes the features of token `index` as 32-bit hashes into `target`, one a template. */
  write(columns: readonly Int32Array[], count: number, index: number, target: Int32Array): void {
    let part = 0
    for (let template = 0; template < this.size; template++) {
      const end = this.#starts[template + 1] as number
      let value = Math.imul(template + this.#salt, 0x9e3779b1 | 0)
      for (; part < end; part++) {
        const at = index + (this.#offsets[part] as number)
        const code =
          at < 0
            ? -1 - at
            : at >= count
              ? 0x7fff0000 + at - count
              : ((columns[this.#columns[part] as number] as Int32Array)[at] as number)
        value = Math.imul(value ^ code, 0x5bd1e995)
        value ^= value >>> 15
      }
      value = Math.imul(value, 0x2c1b3c6d)
      target[template] = value ^ (value >>> 13)
    }
  }
}

function partOf(name: string, names: readonly string[]): Part {
  const found = /^([a-zA-Z]+)([+-]\d)?$/.exec(name)
  const column = names.indexOf(found?.[1] ?? '')
  if (column < 0) throw new Error(`A template names no column: ${name}`)
  return { column, offset: Number(found?.[2] ?? 0) }
}

export const templates: TemplateSet = new TemplateSet(list, columnNames, 1)
