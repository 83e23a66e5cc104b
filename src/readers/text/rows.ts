import type { Block } from '../../model/block.ts'
import { joinPassages } from '../../text/passage.ts'
import type { Draft } from './drafts.ts'
import { type InlineContext, readInline, type Slice } from './inline.ts'

/** Reads the rows of piped tables (`| a | b |`); a line of dashes under the first row makes it the head. */
export class RowReader {
  readonly #context: InlineContext
  #table = -1
  #last = -1
  #rows = 0

  constructor(context: InlineContext) {
    this.#context = context
  }

  /** The row, or undefined for the line of dashes; `index` is the place of the draft among all. */
  read(draft: Draft, index: number, next: Draft | undefined): Block | undefined {
    const { path, source } = this.#context
    if (index !== this.#last + 1) {
      this.#table++
      this.#rows = 0
    }
    this.#last = index
    if (isSeparator(source, draft)) return undefined
    this.#rows++
    const cells = cellsOf(source, draft.slices[0] as Slice).map((slice) => readInline(this.#context, [slice]))
    const head = this.#rows === 1 && next?.kind === 'row' && isSeparator(source, next)
    return {
      kind: 'row',
      passage: joinPassages(cells, ' | '),
      span: { path, start: draft.start, end: draft.end },
      table: this.#table,
      cells,
      ...(head ? { head } : {}),
    }
  }
}

function isSeparator(source: string, { start, end }: Draft): boolean {
  for (let at = start; at < end; at++) if (!'|-: +='.includes(source[at] as string)) return false
  return source.slice(start, end).includes('--')
}

/** The stretches between the bars of a row, without the space around them. */
function cellsOf(source: string, { from, to }: Slice): readonly Slice[] {
  const cells: Slice[] = []
  let start = from + 1
  for (let at = start; at <= to; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === '|' || at === to) {
      if (at < to || start < to) cells.push(trimmed(source, start, at))
      start = at + 1
    }
  }
  return cells
}

function trimmed(source: string, start: number, end: number): Slice {
  let from = start
  let to = end
  while (from < to && /\s/.test(source[from] as string)) from++
  while (to > from && /\s/.test(source[to - 1] as string)) to--
  return { from, to }
}
