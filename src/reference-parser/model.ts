import { labelCount } from './labels.ts'
import { templateCount } from './templates.ts'
import { transitionClasses } from './transitions.ts'

/** What a model file says of itself. */
export interface ModelHeader {
  readonly format: 1
  readonly labels: number
  readonly templates: number
  readonly features: number
  readonly weights: number
  /** bytes of the coded feature hashes */
  readonly keyBytes: number
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

/** The weights, ready to look features up. */
export interface Model {
  readonly header: ModelHeader
  /** open addressing, two entries a slot: the feature's hash, and its row plus one (0 is an empty slot) */
  readonly slots: Int32Array
  /** where the weights of a row begin; one more at the end */
  readonly rows: Int32Array
  readonly labels: Uint8Array
  readonly weights: Int8Array
  /** by class of the token, label before, label */
  readonly transitions: Int8Array
}

const magic = 0x50524c43 // CLRP

/**
 * Reads a model file: magic, length of the header, header (JSON), feature hashes in ascending order (differences, seven bits
 * a byte), lengths of the rows, labels, weights, transitions. Throws where the bytes are no model of this program.
 */
export function loadModel(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== magic)
    throw new Error('These bytes are no reference parser model')
  const headerLength = view.getUint32(4, true)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerLength))) as ModelHeader
  if (header.format !== 1 || header.labels !== labelCount || header.templates !== templateCount) {
    throw new Error('This reference parser model belongs to another version of citelint')
  }
  const { features, weights } = header
  const keys = 8 + headerLength
  const lengths = keys + header.keyBytes
  const labels = lengths + features
  const values = labels + weights
  const transitions = values + weights
  const rows = new Int32Array(features + 1)
  for (let row = 0; row < features; row++) rows[row + 1] = (rows[row] as number) + (bytes[lengths + row] as number)
  return {
    header,
    slots: slotsOf(bytes, keys, features),
    rows,
    labels: bytes.subarray(labels, labels + weights),
    weights: signed(bytes, values, weights),
    transitions: signed(bytes, transitions, transitionClasses * labelCount * labelCount),
  }
}

function signed(bytes: Uint8Array, from: number, length: number): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset + from, length)
}

function slotsOf(bytes: Uint8Array, from: number, features: number): Int32Array {
  let size = 1024
  while (size < features * 2) size *= 2
  const slots = new Int32Array(size * 2)
  const mask = size - 1
  let at = from
  let key = 0
  for (let row = 0; row < features; row++) {
    let difference = 0
    let shift = 0
    let byte = 0
    do {
      byte = bytes[at++] as number
      difference += (byte & 127) * 2 ** shift
      shift += 7
    } while (byte > 127)
    key += difference
    let slot = key & mask
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask
    slots[2 * slot] = key | 0
    slots[2 * slot + 1] = row + 1
  }
  return slots
}

/** The bytes of a model; the counterpart of `loadModel`. `hashes` ascend as unsigned numbers. */
export function saveModel(
  header: Omit<ModelHeader, 'format' | 'labels' | 'templates' | 'features' | 'weights' | 'keyBytes'>,
  hashes: readonly number[],
  lengths: Uint8Array,
  labels: Uint8Array,
  weights: Int8Array,
  transitions: Int8Array,
): Uint8Array {
  const keys: number[] = []
  let last = 0
  for (const hash of hashes) {
    let difference = (hash >>> 0) - last
    last = hash >>> 0
    while (difference > 127) {
      keys.push((difference % 128) + 128)
      difference = Math.floor(difference / 128)
    }
    keys.push(difference)
  }
  const whole: ModelHeader = {
    format: 1,
    labels: labelCount,
    templates: templateCount,
    features: hashes.length,
    weights: weights.length,
    keyBytes: keys.length,
    ...header,
  }
  const text = new TextEncoder().encode(JSON.stringify(whole))
  const parts = [
    text,
    Uint8Array.from(keys),
    lengths,
    labels,
    new Uint8Array(weights.buffer),
    new Uint8Array(transitions.buffer),
  ]
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
