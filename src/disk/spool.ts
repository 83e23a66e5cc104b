import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'

/** Results that were worked out and are wanted again later. What does not fit into the memory lies in a file. */
export interface Spool {
  /** keeps bytes; the ticket gets them back */
  put(key: string, bytes: Uint8Array): number
  get(ticket: number): Uint8Array
  /** the ticket of what was kept under a key, by this run or by one before it that was ended early */
  find(key: string): number | undefined
  /** `done`: nobody will want them any more */
  close(done: boolean): void
}

export interface SpoolOptions {
  /** bytes to be held in memory; default 32 MB */
  readonly memory?: number
  /** a file that outlives the run when that is ended early; without one, a temporary file in this folder */
  readonly journal?: string
  readonly temporary: string
}

interface Place {
  /** in memory */
  bytes?: Uint8Array
  readonly at: number
  readonly length: number
}

const MEMORY = 32 * 1024 * 1024
const HEAD = new TextEncoder().encode('citelint run 1\n')
/** of a record: length of the key, length of the bytes, sum of both */
const PREFIX = 12

export function openSpool({ memory = MEMORY, journal, temporary }: SpoolOptions): Spool {
  const places: Place[] = []
  const keys = new Map<string, number>()
  let held = 0
  let end = 0
  let file: number | undefined
  if (journal !== undefined) {
    mkdirSync(dirname(journal), { recursive: true })
    file = openSync(journal, constants.O_RDWR | constants.O_CREAT, 0o600)
    end = recover(file, places, keys)
  }

  function onDisk(): number {
    if (file !== undefined) return file
    const path = join(temporary, `citelint-${process.pid}-${Date.now().toString(36)}.spool`)
    file = openSync(path, 'wx+', 0o600)
    // the file has no name from now on: it goes when the process goes, however that ends
    if (process.platform !== 'win32') rmSync(path)
    return file
  }

  function append(key: string, bytes: Uint8Array): Place {
    const name = new TextEncoder().encode(key)
    const record = new Uint8Array(PREFIX + name.length + bytes.length)
    const view = new DataView(record.buffer)
    view.setUint32(0, name.length)
    view.setUint32(4, bytes.length)
    record.set(name, PREFIX)
    record.set(bytes, PREFIX + name.length)
    // a file without a name is never recovered
    if (journal !== undefined) view.setUint32(8, sumOf(record.subarray(PREFIX)))
    const target = onDisk()
    for (let done = 0; done < record.length; ) done += writeSync(target, record, done, record.length - done, end + done)
    const place = { at: end + PREFIX + name.length, length: bytes.length }
    end += record.length
    return place
  }

  return {
    put(key, bytes) {
      const inMemory = journal === undefined && held + bytes.length <= memory
      if (inMemory) held += bytes.length
      const place: Place = inMemory ? { bytes, at: 0, length: bytes.length } : append(key, bytes)
      keys.set(key, places.length)
      return places.push(place) - 1
    },
    get(ticket) {
      const place = places[ticket]
      if (place === undefined) throw new RangeError(`nothing was kept as ${ticket}`)
      return place.bytes ?? readAt(onDisk(), place.at, place.length)
    },
    find: (key) => keys.get(key),
    close(done) {
      if (file !== undefined) closeSync(file)
      file = undefined
      if (journal !== undefined && done) rmSync(journal, { force: true })
    },
  }
}

/** Reads what an earlier run wrote, up to the first record that is not whole, and cuts the rest off. */
function recover(file: number, places: Place[], keys: Map<string, number>): number {
  const { size } = fstatSync(file)
  const head = size < HEAD.length ? undefined : readAt(file, 0, HEAD.length)
  if (head === undefined || Buffer.compare(head, HEAD) !== 0) {
    ftruncateSync(file, 0)
    writeSync(file, HEAD, 0, HEAD.length, 0)
    fsyncSync(file)
    return HEAD.length
  }
  let at = HEAD.length
  while (at + PREFIX <= size) {
    const view = new DataView(readAt(file, at, PREFIX).buffer)
    const [key, bytes] = [view.getUint32(0), view.getUint32(4)]
    if (at + PREFIX + key + bytes > size) break
    const record = readAt(file, at + PREFIX, key + bytes)
    if (sumOf(record) !== view.getUint32(8)) break
    keys.set(new TextDecoder().decode(record.subarray(0, key)), places.length)
    places.push({ at: at + PREFIX + key, length: bytes })
    at += PREFIX + key + bytes
  }
  ftruncateSync(file, at)
  return at
}

function readAt(file: number, at: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  for (let done = 0; done < length; ) {
    const read = readSync(file, bytes, done, length - done, at + done)
    if (read === 0) throw new Error('results that were kept on the disk are gone')
    done += read
  }
  return bytes
}

/** Fletcher's sum of 32 bits: tells a torn record from a whole one. */
function sumOf(bytes: Uint8Array): number {
  let low = 0
  let high = 0
  for (const byte of bytes) {
    low = (low + byte + 1) & 0xffff
    high = (high + low) & 0xffff
  }
  return ((high << 16) | low) >>> 0
}
