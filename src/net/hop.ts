import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Dispatcher } from 'undici'
import type { Lines } from './lines.ts'
import { NetTrouble, troubleOf } from './trouble.ts'

export interface HopRequest {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** decoded bytes of the body */
  readonly largest: number
  /** what becomes of a longer body: its beginning is kept, or it is an error */
  readonly beyond: 'cut' | 'refuse'
  readonly deadlineMs: number
  readonly signal?: AbortSignal | undefined
  /** called when the head of the answer is there */
  readonly onHead?: () => void
}

/** One answer, no redirect followed. */
export interface Hop {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly bytes: Uint8Array
  readonly isCut: boolean
}

const DECODERS: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}
export const ENCODINGS = 'gzip, deflate, br'
const MOST_ENCODINGS = 2

/** Sends one GET and reads the answer within a time and a number of bytes; throws a `NetTrouble`. */
export async function sendHop(lines: Lines, request: HopRequest): Promise<Hop> {
  const { url, headers, deadlineMs, signal } = request
  if (signal?.aborted) throw new NetTrouble('not-asked', 'interrupted')
  const line = lines.take(url.origin)
  let isDropped = false
  const drop = (): void => {
    isDropped = true
    lines.drop(line)
  }
  let end: (trouble: NetTrouble) => void = () => {}
  const ended = new Promise<never>((_, reject) => {
    end = reject
  })
  ended.catch(() => {})
  const stop = (trouble: NetTrouble) => (): void => {
    end(trouble)
    drop()
  }
  const interrupt = stop(new NetTrouble('not-asked', 'interrupted'))
  const timer = setTimeout(stop(new NetTrouble('timeout', 'deadline')), deadlineMs)
  signal?.addEventListener('abort', interrupt, { once: true })
  try {
    const answer = line.dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: { ...headers, 'accept-encoding': ENCODINGS },
    })
    answer.catch(() => {})
    const reading = answer.then((response) => {
      request.onHead?.()
      return readResponse(response, request)
    })
    reading.catch(() => {})
    const hop = await Promise.race([reading, ended])
    if (hop.isCut) drop()
    else if (!isDropped) lines.release(line)
    return hop
  } catch (error) {
    drop()
    throw troubleOf(error)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', interrupt)
  }
}

async function readResponse(response: Dispatcher.ResponseData, { largest, beyond }: HopRequest): Promise<Hop> {
  const headers = new Map<string, string>()
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined) headers.set(name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value)
  }
  const { bytes, isCut } = await readBody(response.body, headers.get('content-encoding') ?? '', largest)
  if (isCut && beyond === 'refuse') throw new NetTrouble('failed', 'too-large')
  return { status: response.statusCode, headers, bytes, isCut }
}

/** Decoded bytes are counted: a small answer may unpack to a huge one. */
async function readBody(
  body: Readable,
  encoding: string,
  largest: number,
): Promise<{ readonly bytes: Uint8Array; readonly isCut: boolean }> {
  const codings = encoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
  body.on('error', () => {})
  if (codings.length > MOST_ENCODINGS || codings.some((coding) => DECODERS[coding] === undefined)) {
    body.destroy()
    throw new NetTrouble('failed', 'bad-encoding')
  }
  const decoders = codings
    .reverse()
    .map((coding) => (DECODERS[coding] as () => NodeJS.ReadWriteStream)() as unknown as Readable)
  let source: Readable = body
  for (const decoder of decoders) {
    const from = source
    decoder.on('error', () => {})
    from.on('error', (error) => decoder.destroy(error))
    from.pipe(decoder as unknown as NodeJS.WritableStream)
    source = decoder
  }
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of source as AsyncIterable<Uint8Array>) {
    const room = largest - length
    if (part.length > room) {
      parts.push(part.subarray(0, room))
      for (const stream of [...decoders, body]) stream.destroy()
      return { bytes: joined(parts), isCut: true }
    }
    parts.push(part)
    length += part.length
  }
  return { bytes: joined(parts), isCut: false }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
