import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Failure } from '../model/failure.ts'
import type { Format, SourceFile, Trouble } from '../model/source.ts'
import { followInside, kindOf, unreadable } from './place.ts'

/** What makes a text of bytes; `readers/decode.ts` is handed in, so that this folder knows no encodings. */
export type Decode = (
  bytes: Uint8Array,
  declared?: string,
  path?: string,
) => {
  readonly text: string
  readonly encoding: string
  readonly troubles?: readonly Trouble[]
}

export interface Found {
  /** as reports show it */
  readonly path: string
  readonly absolute: string
  readonly format: Format
}

export const LARGEST_FILE: number = 64 * 1024 * 1024

/** Reads and decodes a file. Fails with a `Failure` that names the file and the reason. */
export async function load(file: Found, decode: Decode, root: string): Promise<SourceFile> {
  const bytes = await readBytes(file.absolute, { shown: file.path, root })
  const { text, encoding, troubles } = decode(bytes, undefined, file.path)
  const source = { path: file.path, format: file.format, text, encoding }
  return troubles === undefined || troubles.length === 0 ? source : { ...source, troubles }
}

/**
 * The bytes of a regular file of at most `limit` bytes. What is no regular file (folder, pipe, socket, device) is refused
 * before it is opened, and again after: opening without waiting keeps a pipe put there in between from holding us.
 */
export async function readBytes(
  absolute: string,
  { shown = absolute, root, limit = LARGEST_FILE }: { shown?: string; root?: string; limit?: number } = {},
): Promise<Uint8Array> {
  const { kind, what } = await kindOf(absolute)
  if (kind === 'missing') throw new Failure('missing', `${shown} does not exist`)
  if (kind !== 'file') throw notAFile(shown, what)
  let handle: FileHandle | undefined
  try {
    const real = root === undefined ? absolute : await followInside(absolute, root)
    if (real === undefined) {
      throw new Failure(
        'outside',
        `${shown} is a symbolic link that leads out of the checked folder; it is not followed`,
      )
    }
    handle = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const { size, ...found } = await handle.stat().then((stats) => ({ size: stats.size, isFile: stats.isFile() }))
    if (!found.isFile) throw notAFile(shown, 'no regular file')
    if (size > limit) throw tooLarge(shown, limit, size)
    return await readAtMost(handle, size, limit, shown)
  } catch (error) {
    throw error instanceof Failure ? error : unreadable(shown, error)
  } finally {
    await handle?.close()
  }
}

async function readAtMost(handle: FileHandle, expected: number, limit: number, shown: string): Promise<Uint8Array> {
  let bytes: Buffer = Buffer.allocUnsafe(expected + 1)
  let length = 0
  for (;;) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, null)
    if (bytesRead === 0) return bytes.subarray(0, length)
    length += bytesRead
    if (length > limit) throw tooLarge(shown, limit)
    // a file that grows, or one of /proc that says it is empty
    if (length === bytes.length) bytes = Buffer.concat([bytes], Math.min(bytes.length * 2 + 4096, limit + 1))
  }
}

function notAFile(shown: string, what: string): Failure {
  return new Failure('not-a-file', `${shown} is ${what}, not a file that can be read`)
}

function tooLarge(shown: string, limit: number, size?: number): Failure {
  const megabytes = (bytes: number): string => `${Math.ceil(bytes / (1024 * 1024))} MB`
  const is = size === undefined ? 'more than the limit' : megabytes(size)
  return new Failure('too-large', `${shown} is not read: it has ${is}, the limit is ${megabytes(limit)}`, {
    help: 'Split the file, or check the manuscript without its data.',
  })
}
