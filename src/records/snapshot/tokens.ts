import { closeSync, ftruncateSync, openSync, readSync } from 'node:fs'
import { writeAll } from './table.ts'

const CHUNK = 1 << 20
/** forms of a title (at most 3) with 48 words each, and their counts */
const LARGEST = 8 + 3 * (4 + 48 * 4)

/** The hashes of every record, noted while reading, in 32 bits: of its DOI, then how many forms, of each how many words and these. */
export class TokenWriter {
  readonly #file: number
  readonly #buffer = new Uint32Array(CHUNK / 4)
  #fill = 0
  #length: number

  constructor(path: string, length: number) {
    this.#file = openSync(path, length === 0 ? 'w' : 'r+')
    ftruncateSync(this.#file, length)
    this.#length = length
  }

  /** in bytes */
  get length(): number {
    return this.#length
  }

  add(doi: number, forms: readonly (readonly number[])[]): void {
    if ((this.#fill + LARGEST / 4) * 4 > CHUNK) this.flush()
    this.#put(doi)
    this.#put(forms.length)
    for (const words of forms) {
      this.#put(words.length)
      for (const word of words) this.#put(word)
    }
  }

  #put(value: number): void {
    this.#buffer[this.#fill++] = value
    this.#length += 4
  }

  flush(): void {
    const bytes = this.#fill * 4
    writeAll(this.#file, new Uint8Array(this.#buffer.buffer, 0, bytes), this.#length - bytes)
    this.#fill = 0
  }

  close(): void {
    this.flush()
    closeSync(this.#file)
  }
}

export interface Tokens {
  readonly id: number
  readonly doi: number
  readonly forms: readonly (readonly number[])[]
}

/** Reads them again, record by record. */
export function* readTokens(path: string): Generator<Tokens, void, undefined> {
  const words = numbersOf(path)
  for (let id = 0; ; id++) {
    const doi = words.next()
    if (doi.done) return
    const forms: number[][] = []
    for (let left = words.next().value ?? 0; left > 0; left--) {
      const count = words.next().value ?? 0
      const list: number[] = []
      for (let at = 0; at < count; at++) list.push(words.next().value ?? 0)
      forms.push(list)
    }
    yield { id, doi: doi.value, forms }
  }
}

function* numbersOf(path: string): Generator<number, void, undefined> {
  const file = openSync(path, 'r')
  const numbers = new Uint32Array(CHUNK / 4)
  try {
    for (let position = 0; ; ) {
      const read = readSync(file, new Uint8Array(numbers.buffer), 0, CHUNK, position)
      if (read < 4) return
      for (let at = 0; at < read >> 2; at++) yield numbers[at] as number
      position += read & ~3
    }
  } finally {
    closeSync(file)
  }
}
