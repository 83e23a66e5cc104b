import { labelCount } from '../src/reference-parser/labels.ts'
import { keyOf, type Weights } from '../src/reference-parser/model.ts'
import type { Trained } from './crf.ts'

export interface Pruning {
  /** worth of one unit of a stored weight */
  readonly step: number
  /** weights smaller than this are left out */
  readonly least: number
}

/** Rounds the weights to steps and leaves the small ones out. Of features that share a key the first by hash stays. */
export function stored(hashes: Int32Array, trained: Trained, { step, least }: Pruning): Weights {
  const order = Array.from({ length: hashes.length }, (_, feature) => feature).sort(
    (a, b) => ((hashes[a] as number) >>> 0) - ((hashes[b] as number) >>> 0),
  )
  const keys: number[] = []
  const lengths: number[] = []
  const labels: number[] = []
  const weights: number[] = []
  for (const feature of order) {
    const key = keyOf(hashes[feature] as number)
    if (keys.at(-1) === key) continue
    const before = labels.length
    for (let label = 0; label < labelCount; label++) {
      const weight = trained.features[feature * labelCount + label] as number
      if (Math.abs(weight) < least) continue
      labels.push(label)
      weights.push(rounded(weight / step))
    }
    if (labels.length === before) continue
    keys.push(key)
    lengths.push(labels.length - before)
  }
  return {
    keys,
    lengths: Uint8Array.from(lengths),
    labels: Uint8Array.from(labels),
    weights: Int8Array.from(weights),
    transitions: Int8Array.from(trained.transitions, (weight) => rounded(weight / step)),
  }
}

function rounded(value: number): number {
  return Math.max(-127, Math.min(127, Math.round(value)))
}
