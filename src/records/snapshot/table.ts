import { closeSync, fstatSync, openSync, readFileSync, readSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Head of a table file: a mark, the number of slots and the number of postings, then the slots' first postings. */
const MARK = 0x31544c43
const HEAD = 16
const ENTRY = 8
/** Postings of a slot, on average: one short read. */
const CROWD = 48
const BUCKETS = 256
const BUFFERED = 4096
/** Ids must leave room for 24 bits of hash in a double. */
export const MOST_IDS: number = 2 ** 29

/**
 * Collects postings (hash, id) of any number in bounded memory: they go to 256 files by their first byte, each of which is
 * then sorted on its own.
 */
export class TableBuilder {
  readonly #folder: string
  readonly #name: string
  readonly #files: number[] = []
  readonly #buffers: Uint32Array[] = []
  readonly #fill = new Uint32Array(BUCKETS)
  readonly #counts = new Float64Array(BUCKETS)

  constructor(folder: string, name: string) {
    this.#folder = folder
    this.#name = name
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      this.#files.push(openSync(this.#part(bucket), 'w'))
      this.#buffers.push(new Uint32Array(BUFFERED))
    }
  }

  add(hash: number, id: number): void {
    const bucket = hash >>> 24
    const buffer = this.#buffers[bucket] as Uint32Array
    const at = this.#fill[bucket] as number
    buffer[at] = hash
    buffer[at + 1] = id
    this.#fill[bucket] = at + 2
    this.#counts[bucket] = (this.#counts[bucket] as number) + 1
    if (at + 2 === BUFFERED) this.#flush(bucket)
  }

  /** Sorts and writes the table, and takes its parts away. */
  finish(path: string): void {
    const total = this.#counts.reduce((sum, count) => sum + count, 0)
    const bits = Math.max(8, Math.min(22, Math.ceil(Math.log2(Math.max(1, total / CROWD)))))
    const slots = new Uint32Array(2 ** bits + 1)
    const out = openSync(path, 'w')
    try {
      let position = HEAD + slots.byteLength
      let done = 0
      for (let bucket = 0; bucket < BUCKETS; bucket++) {
        this.#flush(bucket)
        closeSync(this.#files[bucket] as number)
        const sorted = sortedPart(this.#part(bucket))
        for (let at = 0; at < sorted.length; at += 2) {
          const slot = ((sorted[at] as number) >>> (32 - bits)) + 1
          slots[slot] = (slots[slot] as number) + 1
        }
        writeAll(out, new Uint8Array(sorted.buffer, 0, sorted.byteLength), position)
        position += sorted.byteLength
        done += sorted.length / 2
        rmSync(this.#part(bucket))
      }
      for (let slot = 1; slot < slots.length; slot++)
        slots[slot] = (slots[slot] as number) + (slots[slot - 1] as number)
      writeAll(out, new Uint8Array(Uint32Array.of(MARK, bits, done, 0).buffer), 0)
      writeAll(out, new Uint8Array(slots.buffer), HEAD)
    } finally {
      closeSync(out)
    }
  }

  #flush(bucket: number): void {
    const buffer = this.#buffers[bucket] as Uint32Array
    const length = (this.#fill[bucket] as number) * 4
    if (length > 0) writeAll(this.#files[bucket] as number, new Uint8Array(buffer.buffer, 0, length), null)
    this.#fill[bucket] = 0
  }

  #part(bucket: number): string {
    return join(this.#folder, `${this.#name}.${bucket}.part`)
  }
}

/** Postings by hash, then id. All hashes of a part share their first byte, so that the rest and the id fit one double. */
function sortedPart(path: string): Uint32Array {
  const bytes = readFileSync(path)
  const postings = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  const first = (postings[0] ?? 0) & 0xff000000
  const keys = new Float64Array(postings.length / 2)
  for (let at = 0; at < keys.length; at++) {
    keys[at] = ((postings[at * 2] as number) & 0xffffff) * MOST_IDS + (postings[at * 2 + 1] as number)
  }
  keys.sort()
  for (const [at, key] of keys.entries()) {
    const rest = Math.floor(key / MOST_IDS)
    postings[at * 2] = (first | rest) >>> 0
    postings[at * 2 + 1] = key - rest * MOST_IDS
  }
  return postings
}

export function writeAll(file: number, bytes: Uint8Array, position: number | null): void {
  let done = 0
  while (done < bytes.length) {
    done += writeSync(file, bytes, done, bytes.length - done, position === null ? null : position + done)
  }
}

/** A finished table: the ids of a hash by one short read. The slots are held in memory (a twelfth of the file at most). */
export class Table {
  readonly #file: number
  readonly #bits: number
  readonly #slots: Uint32Array
  readonly #start: number
  #buffer = Buffer.allocUnsafe(64 * 1024)

  constructor(path: string) {
    this.#file = openSync(path, 'r')
    const head = Buffer.alloc(HEAD)
    readSync(this.#file, head, 0, HEAD, 0)
    this.#bits = head.readUInt32LE(4)
    const count = head.readUInt32LE(8)
    const length = (2 ** this.#bits + 1) * 4
    this.#start = HEAD + length
    if (head.readUInt32LE(0) !== MARK || fstatSync(this.#file).size !== this.#start + count * ENTRY) {
      closeSync(this.#file)
      throw new Error(`${path} is damaged`)
    }
    const slots = Buffer.alloc(length)
    readSync(this.#file, slots, 0, length, HEAD)
    this.#slots = new Uint32Array(slots.buffer, slots.byteOffset, length / 4)
  }

  /** Calls back with each id of the hash, ascending; at most `most`. */
  each(hash: number, most: number, take: (id: number) => void): void {
    const slot = hash >>> (32 - this.#bits)
    const first = this.#slots[slot] as number
    const length = ((this.#slots[slot + 1] as number) - first) * ENTRY
    if (length === 0) return
    if (this.#buffer.length < length) this.#buffer = Buffer.allocUnsafe(length * 2)
    const read = readSync(this.#file, this.#buffer, 0, length, this.#start + first * ENTRY)
    let taken = 0
    for (let at = 0; at + ENTRY <= read && taken < most; at += ENTRY) {
      const found = this.#buffer.readUInt32LE(at)
      if (found > hash) return
      if (found !== hash) continue
      take(this.#buffer.readUInt32LE(at + 4))
      taken++
    }
  }

  close(): void {
    closeSync(this.#file)
  }
}
