import { closeSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs'
import { writeAll } from './table.ts'

const CHUNK = 1 << 20
const OFFSET = 8

/** Appends lines to a file and their offsets to another. Both can be cut back to an earlier length. */
export class ShelfWriter {
  readonly #lines: number
  readonly #offsets: number
  #pending: string[] = []
  #pendingBytes = 0
  #ends: number[] = []
  #length: number
  #count: number

  /** `count` lines of `length` bytes together are kept of what is there. */
  constructor(path: string, { count, length }: { readonly count: number; readonly length: number }) {
    this.#lines = openSync(`${path}.ndjson`, count === 0 ? 'w' : 'r+')
    this.#offsets = openSync(`${path}.offsets`, count === 0 ? 'w' : 'r+')
    ftruncateSync(this.#lines, length)
    ftruncateSync(this.#offsets, count * OFFSET)
    this.#length = length
    this.#count = count
  }

  get count(): number {
    return this.#count
  }

  get length(): number {
    return this.#length
  }

  /** Answers the id of the line. */
  add(line: string): number {
    const bytes = Buffer.byteLength(line) + 1
    this.#pending.push(line, '\n')
    this.#pendingBytes += bytes
    this.#length += bytes
    this.#ends.push(this.#length)
    this.#count++
    if (this.#pendingBytes >= CHUNK) this.flush()
    return this.#count - 1
  }

  flush(): void {
    writeAll(this.#lines, Buffer.from(this.#pending.join('')), this.#length - this.#pendingBytes)
    const ends = Float64Array.from(this.#ends)
    writeAll(this.#offsets, new Uint8Array(ends.buffer), (this.#count - this.#ends.length) * OFFSET)
    this.#pending = []
    this.#pendingBytes = 0
    this.#ends = []
  }

  close(): void {
    this.flush()
    closeSync(this.#lines)
    closeSync(this.#offsets)
  }
}

/** Reads a line by its id: two short reads. */
export class Shelf {
  readonly #lines: number
  readonly #offsets: number
  readonly #ends = Buffer.alloc(OFFSET * 2)
  readonly count: number

  constructor(path: string) {
    this.#lines = openSync(`${path}.ndjson`, 'r')
    this.#offsets = openSync(`${path}.offsets`, 'r')
    this.count = Math.floor(fstatSync(this.#offsets).size / OFFSET)
  }

  line(id: number): string | undefined {
    if (id < 0 || id >= this.count) return undefined
    const first = id === 0
    readSync(this.#offsets, this.#ends, 0, first ? OFFSET : OFFSET * 2, first ? 0 : (id - 1) * OFFSET)
    const start = first ? 0 : this.#ends.readDoubleLE(0)
    const end = this.#ends.readDoubleLE(first ? 0 : OFFSET)
    const bytes = Buffer.allocUnsafe(Math.max(0, end - start - 1))
    readSync(this.#lines, bytes, 0, bytes.length, start)
    return bytes.toString('utf8')
  }

  close(): void {
    closeSync(this.#lines)
    closeSync(this.#offsets)
  }
}
