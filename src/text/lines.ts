/** Lines and columns of a text, from 1, in UTF-16 units. LF, CRLF, CR, U+2028 and U+2029 end a line. */
export class LineIndex {
  readonly #starts: number[] = [0]

  constructor(text: string) {
    for (let offset = 0; offset < text.length; offset++) {
      const unit = text.charCodeAt(offset)
      if (unit === 13 && text.charCodeAt(offset + 1) === 10) continue
      if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029) this.#starts.push(offset + 1)
    }
  }

  get count(): number {
    return this.#starts.length
  }

  /** offset of the first unit of a line */
  start(line: number): number {
    return this.#starts[Math.min(Math.max(line, 1), this.#starts.length) - 1] as number
  }

  position(offset: number): Position {
    let low = 0
    let high = this.#starts.length
    while (low + 1 < high) {
      const middle = (low + high) >> 1
      if ((this.#starts[middle] as number) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (this.#starts[low] as number) + 1, offset }
  }
}

export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}
