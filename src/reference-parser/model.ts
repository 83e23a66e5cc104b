import { labelCount } from './labels.ts'
import { templates } from './templates.ts'
import { transitionClasses } from './transitions.ts'

/** What a model file says of itself. */
export interface ModelHeader {
  readonly format: 1
  readonly labels: number
  readonly templates: number
  readonly features: number
  readonly weights: number
  /** bytes of the coded feature keys, and of the coded weights */
  readonly keyBytes: number
  readonly weightBytes: number
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
 * The weights, laid out for looking up: most features of a token are unknown, which the filter tells at once, and a known one
 * costs two reaches into memory.
 */
export interface Model {
  readonly header: ModelHeader
  /** one bit a hashed feature: unset means unknown */
  readonly filter: Int32Array
  /** open addressing, two entries a slot: the feature's key, and its first weight × 64 + how many weights (0: empty slot) */
  readonly slots: Int32Array
  /** label and weight in turn */
  readonly pairs: Int8Array
  /** by class of the token, label before, label */
  readonly transitions: Int8Array
}

const magic = 0x50524c43 // CLRP
const transitionSize = transitionClasses * labelCount * labelCount

/** Bits of a feature's hash that are kept: two features in a hundred share their key with another. */
const keyBits = 26

export function keyOf(hash: number): number {
  return hash >>> (32 - keyBits)
}

/**
 * Reads a model file: magic, length of the header, header (JSON), feature keys in ascending order (differences, seven bits a
 * byte), how many weights each has (a byte), the weights (see `codeOf`), transitions. Throws where the bytes are no model of
 * this program.
 */
export function loadModel(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== magic) {
    throw new Error('These bytes are no reference parser model')
  }
  const keys = 8 + view.getUint32(4, true)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, keys))) as ModelHeader
  if (header.format !== 1 || header.labels !== labelCount || header.templates !== templates.size) {
    throw new Error('This reference parser model belongs to another version of citelint')
  }
  const lengths = keys + header.keyBytes
  const weights = lengths + header.features
  const transitions = new Int8Array(bytes.buffer, bytes.byteOffset + weights + header.weightBytes, transitionSize)
  return {
    header,
    ...lookup(bytes, keys, lengths, header.features),
    pairs: pairsOf(bytes, weights, header.weights),
    transitions,
  }
}

/** Weights of one and two units come in one byte with their label, larger ones in a byte more. */
const shortWeights = [-2, -1, 1, 2]

function pairsOf(bytes: Uint8Array, from: number, count: number): Int8Array {
  const pairs = new Int8Array(2 * count)
  let at = from
  for (let index = 0; index < 2 * count; index += 2) {
    const code = bytes[at++] as number
    const form = code % 5
    pairs[index] = (code - form) / 5
    pairs[index + 1] = form === 0 ? (bytes[at++] as number) : (shortWeights[form - 1] as number)
  }
  return pairs
}

function codesOf(labels: Uint8Array, weights: Int8Array): Uint8Array {
  const codes: number[] = []
  for (const [index, label] of labels.entries()) {
    const weight = weights[index] as number
    const form = shortWeights.indexOf(weight) + 1
    codes.push(label * 5 + form)
    if (form === 0) codes.push(weight & 255)
  }
  return Uint8Array.from(codes)
}

const filterBits = 23

/** Where the filter keeps its bit for a key. */
export function filterPlace(key: number): number {
  return Math.imul(key, 0x9e3779b1 | 0) >>> (32 - filterBits)
}

function lookup(bytes: Uint8Array, from: number, lengths: number, features: number): Pick<Model, 'slots' | 'filter'> {
  let size = 1024
  while (size < features * 2) size *= 2
  const slots = new Int32Array(size * 2)
  const filter = new Int32Array(1 << (filterBits - 5))
  const mask = size - 1
  let at = from
  let key = 0
  let start = 0
  for (let row = 0; row < features; row++) {
    let shift = 0
    let byte = 0
    do {
      byte = bytes[at++] as number
      key += (byte & 127) << shift
      shift += 7
    } while (byte > 127)
    let slot = key & mask
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask
    const length = bytes[lengths + row] as number
    slots[2 * slot] = key
    slots[2 * slot + 1] = start * 64 + length
    start += length
    const place = filterPlace(key)
    filter[place >>> 5] = (filter[place >>> 5] as number) | (1 << (place & 31))
  }
  return { slots, filter }
}

/** What training hands over; `keys` ascend. */
export interface Weights {
  readonly keys: readonly number[]
  readonly lengths: Uint8Array
  readonly labels: Uint8Array
  readonly weights: Int8Array
  readonly transitions: Int8Array
}

type About = Omit<ModelHeader, 'format' | 'labels' | 'templates' | 'features' | 'weights' | 'keyBytes' | 'weightBytes'>

/** The bytes of a model; the counterpart of `loadModel`. */
export function saveModel(about: About, { keys, lengths, labels, weights, transitions }: Weights): Uint8Array {
  const differences = differencesOf(keys)
  const codes = codesOf(labels, weights)
  const header: ModelHeader = {
    format: 1,
    labels: labelCount,
    templates: templates.size,
    features: keys.length,
    weights: weights.length,
    keyBytes: differences.length,
    weightBytes: codes.length,
    ...about,
  }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const parts = [text, differences, lengths, codes, new Uint8Array(transitions.buffer)]
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

function differencesOf(keys: readonly number[]): Uint8Array {
  const coded: number[] = []
  let last = 0
  for (const key of keys) {
    let difference = key - last
    last = key
    while (difference > 127) {
      coded.push((difference & 127) | 128)
      difference >>>= 7
    }
    coded.push(difference)
  }
  return Uint8Array.from(coded)
}
