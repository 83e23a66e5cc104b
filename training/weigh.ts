import { labelCount } from '../src/reference-parser/labels.ts'
import { keyOf, type Weights } from '../src/reference-parser/model.ts'
import type { Trained } from './crf.ts'

export interface Pruning {
  /** worth of one unit of a stored weight */
  readonly step: number
  /** weights smaller than this are left out, of features that some forty tokens have */
  readonly least: number
}

/** What training found for the features of one look: their hashes, and feature × label. */
export interface Look {
  readonly hashes: Int32Array
  /** how many tokens have each feature */
  readonly counts: Int32Array
  readonly trained: Trained
}

/** A small weight of a feature that is met often matters more than one of a rare feature: the limit falls with the count. */
function limit(least: number, count: number): number {
  return least * Math.min(2, Math.max(0.6, (40 / count) ** 0.25))
}

/** Rounds the weights to steps and leaves the small ones out. Of features that share a key the first by hash stays. */
export function stored(first: Look, second: Look, { step, least }: Pruning): Weights {
  const entries = [first, second].flatMap(({ hashes, counts, trained }) =>
    Array.from(hashes, (hash, feature) => ({
      hash: hash >>> 0,
      from: feature * labelCount,
      weights: trained.features,
      least: limit(least, counts[feature] as number),
    })),
  )
  entries.sort((a, b) => a.hash - b.hash)
  const keys: number[] = []
  const lengths: number[] = []
  const labels: number[] = []
  const weights: number[] = []
  for (const entry of entries) {
    const key = keyOf(entry.hash)
    if (keys.at(-1) === key) continue
    const before = labels.length
    for (let label = 0; label < labelCount; label++) {
      const weight = entry.weights[entry.from + label] as number
      if (Math.abs(weight) < entry.least) continue
      labels.push(label)
      weights.push(rounded(weight / step))
    }
    if (labels.length === before) continue
    // a feature with nothing but one weight of one unit costs three bytes and says next to nothing
    if (labels.length === before + 1 && Math.abs(weights[before] as number) <= 1) {
      labels.pop()
      weights.pop()
      continue
    }
    keys.push(key)
    lengths.push(labels.length - before)
  }
  return {
    keys,
    lengths: Uint8Array.from(lengths),
    labels: Uint8Array.from(labels),
    weights: Int8Array.from(weights),
    first: Int8Array.from(first.trained.transitions, (weight) => rounded(weight / step)),
    second: Int8Array.from(second.trained.transitions, (weight) => rounded(weight / step)),
  }
}

function rounded(value: number): number {
  return Math.max(-127, Math.min(127, Math.round(value)))
}
