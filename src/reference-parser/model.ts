import { labelCount } from './labels.ts'
import { secondTemplates } from './second-look.ts'
import { templates } from './templates.ts'
import { transitionClasses } from './transitions.ts'

/** What a model file says of itself. */
export interface ModelHeader {
  readonly format: 2
  readonly labels: number
  readonly templates: number
  readonly secondTemplates: number
  readonly features: number
  readonly weights: number
  /** bytes of the lengths of the buckets, and of the buckets */
  readonly lengthBytes: number
  readonly bucketBytes: number
  /** worth of one unit of a stored weight */
  readonly step: number
  readonly sources: readonly string[]
  readonly licences: readonly string[]
  readonly command: string
  readonly date: string
  readonly seed: number
  readonly scores: Readonly<Record<string, number>>
  /** field to probabilities at equal steps of the raw confidence from 0 to 1 */
  readonly calibration: Readonly<Record<string, readonly number[]>>
}

/**
 * The weights nearly as they lie in the file: features are spread over buckets by their hash, and a bucket holds, one after
 * another, the last byte of a feature's key, the length of what follows, and the bytes of its weights (see `codeOf`). That a
 * feature is unknown one word of a small table tells; a known one costs one reach more into memory. The few features that have
 * many weights are met most often: they have a row of their own, and their bytes only say which.
 */
export interface Model {
  readonly header: ModelHeader
  /** a bucket: where it begins in `bytes` × 512 + which keys it may hold (see `traceOf`); one more at the end */
  readonly buckets: Uint32Array
  readonly bytes: Uint8Array
  /** weights of a feature of `denseBytes` bytes or more, two labels a number (see `lanes`) */
  readonly rows: Int32Array
  /** of the first and of the second look, by class of the token, label before, label */
  readonly first: Int8Array
  readonly second: Int8Array
}

const magic = 0x50524c43 // CLRP
const transitionSize = transitionClasses * labelCount * labelCount

/** Bits of a feature's hash that are kept, and those of them that choose its bucket: two features in a hundred share a key. */
const keyBits = 26
export const bucketBits = 18
const bucketCount = 1 << bucketBits

/** The place of a bucket in the file and what it may hold share a word: 23 bits and these. */
export const traceBits = 9

export function keyOf(hash: number): number {
  return hash >>> (32 - keyBits)
}

/** Which of its bucket's marks a feature sets, by the last byte of its key. */
export function traceOf(rest: number): number {
  return (rest * traceBits) >> 8
}

/** Weights of one and two units come in one byte with their label, larger ones in a byte more. */
const shortWeights = [0, -2, -1, 1, 2]
const forms = shortWeights.length

/** What a byte of weights says: the label, and the weight, 0 where the next byte has it. */
export const codeLabels: Uint8Array = Uint8Array.from({ length: 256 }, (_, code) => Math.floor(code / forms))
export const codeWeights: Int8Array = Int8Array.from({ length: 256 }, (_, code) => shortWeights[code % forms] as number)

/** A feature with this many bytes of weights has a row. */
export const denseBytes = 32

/**
 * A row adds up two labels at once: the weight of an even label lies in the lower half of a number and that of the next one in
 * the upper half, each `bias` too large, so that no sum runs into its neighbour.
 */
export const lanes: number = (labelCount + 1) >> 1
export const bias = 128

/** The bytes of one weight. */
function codeOf(label: number, weight: number): number[] {
  const form = shortWeights.indexOf(weight)
  return form > 0 ? [label * forms + form] : [label * forms, weight & 255]
}

/**
 * Reads a model file: magic, length of the header, header (JSON), transitions of both looks, the length of each bucket (seven bits a byte),
 * the buckets. Throws where the bytes are no model of this program.
 */
export function loadModel(file: Uint8Array): Model {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (file.byteLength < 8 || view.getUint32(0, true) !== magic) {
    throw new Error('These bytes are no reference parser model')
  }
  const start = 8 + view.getUint32(4, true)
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, start))) as ModelHeader
  if (
    header.format !== 2 ||
    header.labels !== labelCount ||
    header.templates !== templates.size ||
    header.secondTemplates !== secondTemplates.size
  ) {
    throw new Error('This reference parser model belongs to another version of citelint')
  }
  const lengths = start + 2 * transitionSize
  const from = lengths + header.lengthBytes
  if (file.byteLength < from + header.bucketBytes) throw new Error('This reference parser model is cut off')
  const bytes = file.slice(from, from + header.bucketBytes)
  const first = new Int8Array(file.buffer, file.byteOffset + start, transitionSize)
  const second = new Int8Array(file.buffer, file.byteOffset + start + transitionSize, transitionSize)
  const { buckets, dense } = bucketsOf(file, lengths, bytes)
  return { header, buckets, bytes, rows: rowsOf(bytes, dense), first, second }
}

/** Finds the buckets, and where the features lie that have rows. */
function bucketsOf(file: Uint8Array, lengths: number, bytes: Uint8Array): { buckets: Uint32Array; dense: number[] } {
  const buckets = new Uint32Array(bucketCount + 1)
  const dense: number[] = []
  let read = lengths
  let at = 0
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    let end = at + (file[read++] as number)
    if (end - at > 127) end += ((file[read++] as number) - 1) << 7
    let word = at << traceBits
    while (at < end) {
      const length = bytes[at + 1] as number
      word |= 1 << traceOf(bytes[at] as number)
      if (length >= denseBytes) dense.push(at)
      at += 2 + length
    }
    buckets[bucket] = word
  }
  buckets[bucketCount] = at << traceBits
  return { buckets, dense }
}

/** Makes the rows, and writes into the bytes of each of their features which one it has. */
function rowsOf(bytes: Uint8Array, dense: readonly number[]): Int32Array {
  const rows = new Int32Array(dense.length * lanes).fill(bias * 0x10001)
  for (const [row, at] of dense.entries()) {
    const end = at + 2 + (bytes[at + 1] as number)
    for (let byte = at + 2; byte < end; byte++) {
      const code = bytes[byte] as number
      const label = codeLabels[code] as number
      const short = codeWeights[code] as number
      const weight = short === 0 ? ((bytes[++byte] as number) << 24) >> 24 : short
      const lane = row * lanes + (label >> 1)
      rows[lane] = (rows[lane] as number) + (label % 2 === 0 ? weight : weight * 0x10000)
    }
    bytes[at + 2] = row & 255
    bytes[at + 3] = (row >> 8) & 255
    bytes[at + 4] = row >> 16
  }
  return rows
}

/** What training hands over; `keys` ascend. */
export interface Weights {
  readonly keys: readonly number[]
  readonly lengths: Uint8Array
  readonly labels: Uint8Array
  readonly weights: Int8Array
  readonly first: Int8Array
  readonly second: Int8Array
}

type About = Omit<
  ModelHeader,
  'format' | 'labels' | 'templates' | 'secondTemplates' | 'features' | 'weights' | 'lengthBytes' | 'bucketBytes'
>

/** The bytes of a model; the counterpart of `loadModel`. */
export function saveModel(about: About, weights: Weights): Uint8Array {
  const { lengths, buckets } = packed(weights)
  const header: ModelHeader = {
    ...about,
    format: 2,
    labels: labelCount,
    templates: templates.size,
    secondTemplates: secondTemplates.size,
    features: weights.keys.length,
    weights: weights.weights.length,
    lengthBytes: lengths.length,
    bucketBytes: buckets.length,
  }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const parts = [text, Uint8Array.from(weights.first), Uint8Array.from(weights.second), lengths, buckets]
  const bytes = new Uint8Array(8 + parts.reduce((sum, part) => sum + part.length, 0))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, magic, true)
  view.setUint32(4, text.length, true)
  let at = 8
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function packed({ keys, lengths, labels, weights }: Weights): { lengths: Uint8Array; buckets: Uint8Array } {
  const sizes: number[] = []
  const buckets: number[] = []
  let row = 0
  let weight = 0
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    const start = buckets.length
    for (; row < keys.length && (keys[row] as number) >>> (keyBits - bucketBits) === bucket; row++) {
      const codes: number[] = []
      const end = weight + (lengths[row] as number)
      for (; weight < end; weight++) codes.push(...codeOf(labels[weight] as number, weights[weight] as number))
      buckets.push((keys[row] as number) & 255, codes.length, ...codes)
    }
    const size = buckets.length - start
    if (size < 128) sizes.push(size)
    else sizes.push((size & 127) | 128, size >> 7)
  }
  return { lengths: Uint8Array.from(sizes), buckets: Uint8Array.from(buckets) }
}
