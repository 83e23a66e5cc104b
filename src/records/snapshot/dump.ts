import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'

/** A JSON text that is no list of lines must fit one string. In bytes. */
const LARGEST_WHOLE = 256 * 1024 * 1024
const LONGEST_LINE = 64 * 1024 * 1024

export class DumpError extends Error {
  override readonly name = 'DumpError'
}

/**
 * The objects of a dump, in order, the first `skip` left out: lines of JSON (`.jsonl`, `.ndjson`), a list, or an object with
 * `items` or `data`; each also compressed (`.gz`). Lines are read as they come, whatever the size of the file.
 */
export async function* readDump(path: string, skip = 0): AsyncGenerator<unknown, void, undefined> {
  let form: 'lines' | 'whole' | undefined
  let whole = ''
  let count = 0
  for await (const line of linesOf(path)) {
    if (form === undefined) {
      if (line.trim() === '') continue
      form = isObject(line) ? 'lines' : 'whole'
    }
    if (form === 'whole') {
      whole += `${line}\n`
      if (whole.length > LARGEST_WHOLE) throw new DumpError(`${path} is too large for one JSON text; give it as lines`)
      continue
    }
    if (line === '' || line === '\r') continue
    count++
    if (count <= skip && count > 1) continue
    const value = parsed(line, path, count)
    const items = itemsOf(value)
    if (items === undefined) {
      if (count > skip) yield value
      continue
    }
    // the one line of the older form
    yield* items.slice(skip)
    return
  }
  if (form !== 'whole') return
  const value = parsed(whole, path, 1)
  yield* (itemsOf(value) ?? [value]).slice(skip)
}

function isObject(line: string): boolean {
  if (!line.trimStart().startsWith('{')) return false
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

function parsed(text: string, path: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DumpError(`${path} is damaged or cut: line ${line} is no JSON`)
  }
}

/** The list that a reply or a file of the older form holds. */
function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return undefined
  const { items, data } = value as { items?: unknown; data?: unknown }
  if (Array.isArray(items)) return items
  return Array.isArray(data) ? data : undefined
}

async function* linesOf(path: string): AsyncGenerator<string, void, undefined> {
  try {
    yield* splitLines(path)
  } catch (error) {
    if (error instanceof DumpError) throw error
    throw new DumpError(`${path} is damaged or cut: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function* splitLines(path: string): AsyncGenerator<string, void, undefined> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 })
  const stream = path.endsWith('.gz') ? file.pipe(createGunzip({ chunkSize: 1 << 18 })) : file
  // an error of the file does not pass through the pipe by itself
  if (stream !== file) file.on('error', (error) => stream.destroy(error))
  let pending: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let start = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, start)) {
      if (pending.length === 0) yield chunk.toString('utf8', start, at)
      else {
        pending.push(chunk.subarray(start, at))
        yield Buffer.concat(pending).toString('utf8')
        pending = []
      }
      length = 0
      start = at + 1
    }
    if (start < chunk.length) pending.push(chunk.subarray(start))
    length += chunk.length - start
    if (length > LARGEST_WHOLE || (length > LONGEST_LINE && !path.includes('.json'))) {
      throw new DumpError(`${path} has a line of more than ${LONGEST_LINE / 2 ** 20} MB`)
    }
  }
  if (pending.length > 0) yield Buffer.concat(pending).toString('utf8')
}
