import { readBytes } from '../disk/load.ts'
import { isSymbolicLink } from '../disk/place.ts'
import { Failure } from '../model/failure.ts'
import type { SourceFile } from '../model/source.ts'
import { decode } from '../readers/decode.ts'
import { encode } from '../readers/encoding/encode.ts'
import type { Input } from './session.ts'

/** A file as it lies on the disk. */
export interface Original {
  readonly input: Input
  readonly bytes: Uint8Array
  readonly source: SourceFile
  readonly hadBom: boolean
  /** why it cannot be written back as it was */
  readonly locked?: string
}

/** Reads a file for writing it back; undefined where it cannot be read, which the check reports. */
export async function openOriginal(input: Input): Promise<Original | undefined> {
  try {
    const bytes = await readBytes(input.absolute, { shown: input.path })
    const { text, encoding, hadBom, troubles } = decode(bytes, undefined, input.path)
    const source: SourceFile = {
      path: input.path,
      format: input.format,
      text,
      encoding,
      ...(troubles.length > 0 && { troubles }),
    }
    const locked = (await isSymbolicLink(input.absolute))
      ? 'it is a symbolic link'
      : lockedBy(bytes, text, encoding, hadBom)
    return { input, bytes, source, hadBom, ...(locked !== undefined && { locked }) }
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

/** Bytes that the text does not give back exactly are not ours to write. */
function lockedBy(bytes: Uint8Array, text: string, encoding: string, hadBom: boolean): string | undefined {
  const again = encode(text, encoding, hadBom)
  if ('bytes' in again && Buffer.compare(again.bytes, bytes) === 0) return undefined
  return `its bytes are not all ${encoding} and could not be written back as they are`
}

/** Why the encoding of a file cannot write a text, where it cannot. */
export function refusal(text: string, { source: { encoding }, hadBom }: Original): string | undefined {
  const encoded = encode(text, encoding, hadBom)
  if ('bytes' in encoded) return undefined
  const code = encoded.unwritable === undefined ? undefined : text.codePointAt(encoded.unwritable)
  const sign = code === undefined ? 'it' : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return `${encoding} cannot write ${sign}; convert the file to UTF-8 first`
}
