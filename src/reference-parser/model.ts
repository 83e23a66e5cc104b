import type { ModelFile } from '../model/parser.ts'
import { labelCount } from './labels.ts'
import { weightBytes } from './tagger/shape.ts'
import { transitionClasses } from './transitions.ts'

/** What a model file says of itself. */
export interface ModelHeader {
  readonly format: 3
  readonly labels: number
  readonly weightBytes: number
  /** worth of one unit of a stored transition */
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

export interface Model {
  readonly header: ModelHeader
  /** by class of the token, label before, label */
  readonly transitions: Int8Array
  /** writes those of the network that scores labels to where they are used; see `tagger/shape.ts` */
  readonly weights: (into: Uint8Array) => void
}

const magic = 0x50524c43 // CLRP
const transitionSize = transitionClasses * labelCount * labelCount

/**
 * Reads a model file: magic, length of the header, header (JSON), transitions, weights. Throws where the bytes are no model of
 * this program. The weights are most of it and stay where they are until they are asked for.
 */
export function loadModel(model: Uint8Array | ModelFile): Model {
  const file = model instanceof Uint8Array ? fileOf(model) : model
  const start = new DataView(new ArrayBuffer(8))
  if (file(new Uint8Array(start.buffer), 0) < 8 || start.getUint32(0, true) !== magic) {
    throw new Error('These bytes are no reference parser model')
  }
  const length = start.getUint32(4, true)
  const header = JSON.parse(new TextDecoder().decode(part(file, 8, length))) as ModelHeader
  if (header.format !== 3 || header.labels !== labelCount || header.weightBytes !== weightBytes) {
    throw new Error('This reference parser model belongs to another version of citelint')
  }
  const transitions = new Int8Array(part(file, 8 + length, transitionSize).buffer)
  const from = 8 + length + transitionSize
  part(file, from + weightBytes - 1, 1) // or it throws
  return { header, transitions, weights: (into) => void file(into, from) }
}

function fileOf(bytes: Uint8Array): ModelFile {
  return (into, at) => {
    const part = bytes.subarray(at, at + into.length)
    into.set(part)
    return part.length
  }
}

function part(file: ModelFile, at: number, length: number): Uint8Array<ArrayBuffer> {
  // the last byte first: a length that is no length would ask for gigabytes
  if (file(new Uint8Array(1), at + length - 1) < 1) throw new Error('This reference parser model is cut off')
  const bytes = new Uint8Array(length)
  file(bytes, at)
  return bytes
}

type About = Omit<ModelHeader, 'format' | 'labels' | 'weightBytes'>
type Stored = Pick<Model, 'transitions'> & { readonly weights: Uint8Array }

/** The bytes of a model; the counterpart of `loadModel`. */
export function saveModel(about: About, { transitions, weights }: Stored): Uint8Array {
  const header: ModelHeader = { ...about, format: 3, labels: labelCount, weightBytes: weights.length }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const bytes = new Uint8Array(8 + text.length + transitions.length + weights.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, magic, true)
  view.setUint32(4, text.length, true)
  bytes.set(text, 8)
  bytes.set(new Uint8Array(transitions.buffer, transitions.byteOffset, transitions.length), 8 + text.length)
  bytes.set(weights, 8 + text.length + transitions.length)
  return bytes
}
