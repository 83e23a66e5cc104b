import { labelCount } from '../src/reference-parser/labels.ts'
import { type ModelHeader, saveModel } from '../src/reference-parser/model.ts'
import type { Weights } from './crf.ts'
import type { Dataset } from './dataset.ts'

export interface Pruning {
  /** worth of one unit of a stored weight */
  readonly step: number
  /** weights smaller than this are left out */
  readonly least: number
}

type About = Omit<ModelHeader, 'format' | 'labels' | 'templates' | 'features' | 'weights' | 'keyBytes' | 'step'>

/** Rounds the weights to steps, leaves the small ones out, and writes the model file. */
export function pack(dataset: Dataset, trained: Weights, pruning: Pruning, about: About): Uint8Array {
  const { step, least } = pruning
  const order = Array.from({ length: dataset.hashes.length }, (_, feature) => feature)
    .filter((feature) => {
      const row = trained.features.subarray(feature * labelCount, (feature + 1) * labelCount)
      return row.some((weight) => Math.abs(weight) >= least)
    })
    .sort((a, b) => ((dataset.hashes[a] as number) >>> 0) - ((dataset.hashes[b] as number) >>> 0))
  const lengths = new Uint8Array(order.length)
  const labels: number[] = []
  const weights: number[] = []
  for (const [index, feature] of order.entries()) {
    for (let label = 0; label < labelCount; label++) {
      const weight = trained.features[feature * labelCount + label] as number
      if (Math.abs(weight) < least) continue
      labels.push(label)
      weights.push(rounded(weight / step))
      lengths[index] = (lengths[index] as number) + 1
    }
  }
  return saveModel(
    { ...about, step },
    order.map((feature) => dataset.hashes[feature] as number),
    lengths,
    Uint8Array.from(labels),
    Int8Array.from(weights),
    Int8Array.from(trained.transitions, (weight) => rounded(weight / step)),
  )
}

function rounded(value: number): number {
  return Math.max(-127, Math.min(127, Math.round(value)))
}
