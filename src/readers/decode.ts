import type { Trouble } from '../model/source.ts'
import { binaryKind } from './encoding/binary.ts'
import { guessLegacy, guessUtf16 } from './encoding/guess.ts'
import { decodeAs, labelOf } from './encoding/labels.ts'
import { decodeMixed, firstBadByte } from './encoding/mixed.ts'

export interface Decoded {
  /** without byte order mark; empty for binary input */
  readonly text: string
  /** label as in the WHATWG Encoding Standard */
  readonly encoding: string
  readonly hadBom: boolean
  readonly troubles: readonly Trouble[]
}

const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
]

/**
 * The text of a file's bytes. A byte order mark decides; then what was declared; then UTF-8 if every byte fits; then the
 * bytes themselves: UTF-16 by its zeros, a legacy encoding by its letters. Whatever had to be guessed or replaced is a
 * trouble, with a span in the text under `path`. Never throws.
 */
export function decode(bytes: Uint8Array, declared?: string, path = ''): Decoded {
  const mark = MARKS.find(({ bytes: sign }) => sign.every((byte, index) => bytes[index] === byte))
  if (mark !== undefined) {
    const body = bytes.subarray(mark.bytes.length)
    const decoded = mark.encoding === 'utf-8' ? utf8(body, path) : whole(body, mark.encoding, path)
    return { ...decoded, hadBom: true }
  }
  const kind = binaryKind(bytes)
  if (kind !== undefined) return binary(`This is ${kind}, not text`)
  const label = declared === undefined ? undefined : labelOf(declared)
  if (label !== undefined && label !== 'utf-8') return whole(bytes, label, path)
  const decoded = label === 'utf-8' ? utf8(bytes, path) : undeclared(bytes, path)
  if (declared === undefined || label !== undefined) return decoded
  const unknown = trouble('encoding', `The declared encoding \`${declared.slice(0, 60)}\` is not known`)
  return { ...decoded, troubles: [unknown, ...decoded.troubles] }
}

function undeclared(bytes: Uint8Array, path: string): Decoded {
  const zeros = countZeros(bytes)
  if (zeros > 0) return withZeros(bytes, zeros, path)
  if (firstBadByte(bytes) < 0) return utf8(bytes, path)
  const mixed = decodeMixed(bytes)
  if (mixed !== undefined) return mixedText(mixed, path)
  const encoding = guessLegacy(bytes)
  const text = decodeAs(bytes, encoding).text
  return {
    text,
    encoding,
    hadBom: false,
    troubles: [trouble('encoding', `Not UTF-8 and no encoding declared: read as ${encoding}`)],
  }
}

function withZeros(bytes: Uint8Array, zeros: number, path: string): Decoded {
  const encoding = guessUtf16(bytes)
  if (encoding !== undefined) {
    const message = `No byte order mark and no encoding declared: read as ${encoding}`
    const decoded = whole(bytes, encoding, path)
    return { ...decoded, troubles: [trouble('encoding', message), ...decoded.troubles] }
  }
  // a stray zero in a long text is damage, not another kind of file
  if (zeros * 1000 > bytes.length || firstBadByte(bytes) >= 0)
    return binary(`This is no text: ${zeros} of its bytes are zero`)
  const decoded = utf8(bytes, path)
  const start = decoded.text.indexOf('\0')
  const message = `The text holds ${zeros} zero ${zeros === 1 ? 'byte' : 'bytes'}`
  return {
    ...decoded,
    troubles: [...decoded.troubles, { code: 'nul-bytes', message, span: { path, start, end: start + 1 } }],
  }
}

function utf8(bytes: Uint8Array, path: string): Decoded {
  if (firstBadByte(bytes) < 0)
    return { text: decodeAs(bytes, 'utf-8').text, encoding: 'utf-8', hadBom: false, troubles: [] }
  const mixed = decodeMixed(bytes, true)
  return mixed === undefined ? whole(bytes, 'utf-8', path) : mixedText(mixed, path)
}

function mixedText(mixed: NonNullable<ReturnType<typeof decodeMixed>>, path: string): Decoded {
  const { text, badByte, start, end, legacy } = mixed
  const rest = legacy === undefined ? 'replaced' : `read as ${legacy}`
  const message = `Not all of this is UTF-8: byte ${badByte} is the first that is not; such bytes were ${rest}`
  return {
    text,
    encoding: 'utf-8',
    hadBom: false,
    troubles: [{ code: 'mixed-encoding', message, span: { path, start, end } }],
  }
}

/** All of the bytes in one encoding that is known; what does not fit becomes U+FFFD and a trouble. */
function whole(bytes: Uint8Array, encoding: string, path: string): Decoded {
  const { text, exact } = decodeAs(bytes, encoding)
  if (exact) return { text, encoding, hadBom: false, troubles: [] }
  const start = Math.max(0, text.indexOf('\ufffd'))
  const message = `Some bytes are no ${encoding}; they were replaced`
  const span = { path, start, end: Math.min(text.length, start + 1) }
  return { text, encoding, hadBom: false, troubles: [{ code: 'mixed-encoding', message, span }] }
}

function binary(message: string): Decoded {
  return { text: '', encoding: 'utf-8', hadBom: false, troubles: [{ code: 'binary-input', message, fatal: true }] }
}

function trouble(code: string, message: string): Trouble {
  return { code, message }
}

function countZeros(bytes: Uint8Array): number {
  let zeros = 0
  for (const byte of bytes) if (byte === 0) zeros++
  return zeros
}
