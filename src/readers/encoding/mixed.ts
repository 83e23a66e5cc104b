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
  for (const { start, end, kind } of stretches) {
    const high = highBytes(bytes, start, end)
    if (kind !== 'other') good += plausible(bytes.subarray(start, end)) ? high : 0
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
    const text = decodeAs(body, stretch.kind === 'other' ? (legacy ?? 'utf-8') : 'utf-8').text
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
  /** `damaged` is UTF-8 with a few bad bytes in it, `other` another encoding */
  readonly kind: 'utf-8' | 'damaged' | 'other'
}

/** Lines, and the words of lines that are themselves of both kinds; neighbours of one kind joined. */
function stretchesOf(bytes: Uint8Array): Stretch[] {
  const stretches: { start: number; end: number; kind: Stretch['kind'] }[] = []
  const add = (start: number, end: number, kind: Stretch['kind']): void => {
    const last = stretches.at(-1)
    if (last !== undefined && last.kind === kind) last.end = end
    else stretches.push({ start, end, kind })
  }
  let start = 0
  while (start < bytes.length) {
    const lineFeed = bytes.indexOf(10, start)
    const end = lineFeed < 0 ? bytes.length : lineFeed + 1
    if (firstBadByte(bytes, start, end) < 0) add(start, end, 'utf-8')
    else {
      const words = wordsOf(bytes, start, end)
      const isBoth =
        highIn(bytes, words, 'other') <= 2 * (highIn(bytes, words, 'utf-8') + highIn(bytes, words, 'damaged'))
      if (!isBoth) add(start, end, 'other')
      else for (const word of words) add(word.start, word.end, word.kind)
    }
    start = end
  }
  return stretches
}

/** A line cut after each run of high bytes; each run judged alone. */
function wordsOf(bytes: Uint8Array, from: number, to: number): Stretch[] {
  const words: Stretch[] = []
  let at = from
  while (at < to) {
    let start = at
    while (start < to && (bytes[start] as number) < 0x80) start++
    let end = start
    while (end < to && (bytes[end] as number) >= 0x80) end++
    words.push({ start: at, end, kind: kindOf(bytes, start, end) })
    at = end
  }
  return words
}

function kindOf(bytes: Uint8Array, start: number, end: number): Stretch['kind'] {
  let good = 0
  for (let at = start; at < end; ) {
    const length = sequenceLength(bytes, at, end)
    good += length
    at += Math.max(1, length)
  }
  if (good === end - start) return plausible(bytes.subarray(start, end)) ? 'utf-8' : 'other'
  return good >= 4 && good >= 0.6 * (end - start) && plausible(bytes.subarray(start, end)) ? 'damaged' : 'other'
}

function highIn(bytes: Uint8Array, words: readonly Stretch[], kind: Stretch['kind']): number {
  let high = 0
  for (const word of words) if (word.kind === kind) high += highBytes(bytes, word.start, word.end)
  return high
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
  return likely >= 0.6 * high
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
