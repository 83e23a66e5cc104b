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
  /** of the network that scores labels; see `tagger/shape.ts` */
  readonly weights: Uint8Array
}

const magic = 0x50524c43 // CLRP
const transitionSize = transitionClasses * labelCount * labelCount

/**
 * Reads a model file: magic, length of the header, header (JSON), transitions, weights. Throws where the bytes are no model of
 * this program.
 */
export function loadModel(file: Uint8Array): Model {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (file.byteLength < 8 || view.getUint32(0, true) !== magic) {
    throw new Error('These bytes are no reference parser model')
  }
  const start = 8 + view.getUint32(4, true)
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, start))) as ModelHeader
  if (header.format !== 3 || header.labels !== labelCount || header.weightBytes !== weightBytes) {
    throw new Error('This reference parser model belongs to another version of citelint')
  }
  const from = start + transitionSize
  if (file.byteLength < from + weightBytes) throw new Error('This reference parser model is cut off')
  const transitions = new Int8Array(file.buffer, file.byteOffset + start, transitionSize)
  return { header, transitions, weights: file.subarray(from, from + weightBytes) }
}

type About = Omit<ModelHeader, 'format' | 'labels' | 'weightBytes'>

/** The bytes of a model; the counterpart of `loadModel`. */
export function saveModel(about: About, { transitions, weights }: Omit<Model, 'header'>): Uint8Array {
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
