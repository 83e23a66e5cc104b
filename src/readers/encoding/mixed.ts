import { guessLegacy } from './guess.ts'
import { decodeAs } from './labels.ts'

export interface Mixed {
  readonly text: string
  /** offset in bytes of the first byte that is no UTF-8, and its place in the text */
  readonly badByte: number
  readonly start: number
  readonly end: number
  /** what the other bytes were read as; undefined where they were replaced */
  readonly legacy: string | undefined
}

/** Fewer bytes than this say nothing of their encoding. */
const TELLING = 3
const ONE_BYTE = /^(?:windows-125\d|koi8|ibm866|iso-8859)/

/** Offset of the first byte that no UTF-8 text has there (RFC 3629), or -1. */
export function firstBadByte(bytes: Uint8Array, from = 0, to: number = bytes.length): number {
  let at = from
  while (at < to) {
    if ((bytes[at] as number) < 0x80) {
      at++
      continue
    }
    const length = sequenceLength(bytes, at, to)
    if (length === 0) return at
    at += length
  }
  return -1
}

/** Length of the UTF-8 sequence at a byte above 0x7F, 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number, to: number): number {
  const lead = bytes[at] as number
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
  if (length === 0 || at + length > to) return 0
  const second = bytes[at + 1] as number
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  if (second < low || second > high) return 0
  for (let index = 2; index < length; index++) if (((bytes[at + index] as number) & 0xc0) !== 0x80) return 0
  return length
}

/**
 * Text of which a part is UTF-8 and a part is not. Undefined where too little is UTF-8 for that to be the case (a tenth of
 * the bytes above 0x7F, in letters that texts are made of); with `sure`, the file is known to be meant as UTF-8.
 */
export function decodeMixed(bytes: Uint8Array, sure = false): Mixed | undefined {
  const badByte = firstBadByte(bytes)
  if (badByte < 0) return undefined
  const stretches = stretchesOf(bytes)
  let good = 0
  let bad = 0
  const others: Uint8Array[] = []
  for (const { start, end, valid } of stretches) {
    const high = highBytes(bytes, start, end)
    if (valid) good += plausible(bytes.subarray(start, end)) ? high : 0
    else {
      bad += high
      others.push(bytes.subarray(start, end))
    }
  }
  if (!sure && (good < 4 || good < 0.1 * (good + bad))) return undefined
  const legacy = bad < TELLING ? undefined : guessLegacy(concat(others))
  const parts: string[] = []
  let start = -1
  let length = 0
  for (const stretch of stretches) {
    const body = bytes.subarray(stretch.start, stretch.end)
    const text = stretch.valid ? decodeAs(body, 'utf-8').text : decodePart(body, legacy)
    if (start < 0 && badByte < stretch.end) {
      start = length + Math.min(text.length, placeInStretch(bytes, stretch.start, badByte))
    }
    parts.push(text)
    length += text.length
  }
  return { text: parts.join(''), badByte, start, end: Math.min(length, start + 1), legacy }
}

interface Stretch {
  readonly start: number
  readonly end: number
  readonly valid: boolean
}

/** Lines, neighbours of one kind joined. */
function stretchesOf(bytes: Uint8Array): Stretch[] {
  const stretches: { start: number; end: number; valid: boolean }[] = []
  let start = 0
  while (start < bytes.length) {
    const lineFeed = bytes.indexOf(10, start)
    const end = lineFeed < 0 ? bytes.length : lineFeed + 1
    const valid = firstBadByte(bytes, start, end) < 0
    const last = stretches.at(-1)
    if (last !== undefined && last.valid === valid) last.end = end
    else stretches.push({ start, end, valid })
    start = end
  }
  return stretches
}

/** A stretch that is not all UTF-8: where the other encoding has one byte a letter, each run of high bytes is judged alone. */
function decodePart(body: Uint8Array, legacy: string | undefined): string {
  if (legacy === undefined) return decodeAs(body, 'utf-8').text
  if (!ONE_BYTE.test(legacy)) return decodeAs(body, legacy).text
  const parts: string[] = []
  let at = 0
  while (at < body.length) {
    let end = at
    while (end < body.length && (body[end] as number) < 0x80) end++
    while (end < body.length && (body[end] as number) >= 0x80) end++
    const run = body.subarray(at, end)
    parts.push(decodeAs(run, firstBadByte(run) < 0 ? 'utf-8' : legacy).text)
    at = end
  }
  return parts.join('')
}

function placeInStretch(bytes: Uint8Array, start: number, badByte: number): number {
  return firstBadByte(bytes, start, badByte) < 0 ? decodeAs(bytes.subarray(start, badByte), 'utf-8').text.length : 0
}

const LIKELY =
  /[\u00a0-\u017f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff\u2000-\u22ff\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]/

/** Chinese in GB 2312 may by chance be UTF-8, but then of letters that hardly any text has. */
function plausible(body: Uint8Array): boolean {
  let high = 0
  let likely = 0
  for (const sign of decodeAs(body, 'utf-8').text) {
    if (sign.charCodeAt(0) < 0x80) continue
    high++
    if (LIKELY.test(sign)) likely++
  }
  return likely >= 0.8 * high
}

function highBytes(bytes: Uint8Array, start: number, end: number): number {
  let high = 0
  for (let at = start; at < end; at++) if ((bytes[at] as number) >= 0x80) high++
  return high
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
