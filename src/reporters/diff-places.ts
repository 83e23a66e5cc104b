import type { Report } from '../model/report.ts'
import type { Span } from '../model/source.ts'

export interface DiffPosition {
  readonly line: number
  /** from 1, in UTF-16 units */
  readonly column: number
  /** from 1, in bytes of UTF-8 */
  readonly byteColumn: number
}

/**
 * Places as Git and the programs around it count them: only LF ends a line. The report's own places (Places) also end one at
 * a lone CR, U+2028 and U+2029.
 */
export class DiffPlaces {
  readonly #texts: ReadonlyMap<string, string>
  readonly #starts = new Map<string, readonly number[]>()

  constructor(report: Report) {
    this.#texts = new Map(report.files.map(({ source }) => [source.path, source.text]))
  }

  of({ path, start, end }: Span): { readonly start: DiffPosition; readonly end: DiffPosition } {
    return { start: this.#position(path, start), end: this.#position(path, end) }
  }

  #position(path: string, offset: number): DiffPosition {
    const starts = this.#lines(path)
    let low = 0
    let high = starts.length
    while (low + 1 < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle
    }
    const start = starts[low] as number
    const before = (this.#texts.get(path) ?? '').slice(start, offset)
    return { line: low + 1, column: offset - start + 1, byteColumn: bytes(before) + 1 }
  }

  #lines(path: string): readonly number[] {
    const known = this.#starts.get(path)
    if (known !== undefined) return known
    const text = this.#texts.get(path) ?? ''
    const starts = [0]
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    this.#starts.set(path, starts)
    return starts
  }
}

/** Length in UTF-8; half a surrogate pair is written as U+FFFD, three bytes. */
function bytes(text: string): number {
  let count = 0
  for (const character of text) {
    const code = character.codePointAt(0) as number
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return count
}
