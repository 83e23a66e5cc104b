import iconv from 'iconv-lite'
import { decodeAs } from './labels.ts'

/** What no encoding writes the same way twice: shifts depend on what came before. */
const STATEFUL: ReadonlySet<string> = new Set(['iso-2022-jp', 'replacement', 'x-user-defined'])

export type Encoded =
  | { readonly bytes: Uint8Array }
  /** offset of the first character that the encoding has no bytes for; undefined where the encoding cannot be written at all */
  | { readonly unwritable: number | undefined }

/**
 * The bytes of a text in an encoding (label of the Encoding Standard), with a byte order mark where wanted. What comes back
 * reads as exactly the text that was given, or there are no bytes.
 */
export function encode(text: string, encoding: string, withBom: boolean): Encoded {
  if (STATEFUL.has(encoding)) return { unwritable: undefined }
  const body = encodeBody(text, encoding)
  if (body === undefined) return { unwritable: undefined }
  const back = decodeAs(body, encoding).text
  if (back !== text) return { unwritable: firstDifference(back, text) }
  return { bytes: withBom ? concat(MARKS[encoding] ?? [], body) : body }
}

const MARKS: Readonly<Record<string, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
}

/** Labels that iconv-lite knows by another name; its `gbk` and `big5` lack what the standard adds to them. */
const NAMES: Readonly<Record<string, string>> = { 'x-mac-cyrillic': 'maccyrillic', ibm866: 'cp866' }

function encodeBody(text: string, encoding: string): Uint8Array | undefined {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  const table = singleBytes(encoding)
  if (table !== undefined) return Uint8Array.from(text, (sign) => table.get(sign) ?? 0x3f)
  const name = NAMES[encoding] ?? encoding
  return iconv.encodingExists(name) ? iconv.encode(text, name, { addBOM: false }) : undefined
}

/** The inverse of an encoding whose characters are a byte each, as it is read here. */
function singleBytes(encoding: string): ReadonlyMap<string, number> | undefined {
  const table = new Map<string, number>()
  for (let byte = 0; byte < 256; byte++) {
    const { text } = decodeAs(Uint8Array.of(byte), encoding)
    // a byte that says nothing alone begins a pair in the encodings of East Asia; single holes are left out
    if (text.length === 1 && text !== '\ufffd') table.set(text, byte)
  }
  return table.size >= LEAST_CHARACTERS && !encoding.startsWith('utf-16') ? table : undefined
}

/** Every encoding of single bytes has more characters than this, every other fewer (Shift_JIS: 191). */
const LEAST_CHARACTERS = 200

function firstDifference(left: string, right: string): number {
  let at = 0
  while (at < left.length && left[at] === right[at]) at++
  return Math.min(at, right.length)
}

function concat(head: readonly number[], body: Uint8Array): Uint8Array {
  const all = new Uint8Array(head.length + body.length)
  all.set(head)
  all.set(body, head.length)
  return all
}
