import { labelCount } from './labels.ts'

/** Labels whose own score is this much below the best of their token are not tried. */
const margin = 7

/** For each token the labels worth trying: `lists` from `token × labelCount`, `sizes` of them. */
export class Candidates {
  readonly count: number
  readonly lists: Uint8Array
  readonly sizes: Uint8Array

  constructor(count: number) {
    this.count = count
    this.lists = new Uint8Array(count * labelCount)
    this.sizes = new Uint8Array(count)
  }

  choose(token: number, scores: Float64Array): void {
    const base = token * labelCount
    let best = Number.NEGATIVE_INFINITY
    for (let label = base; label < base + labelCount; label++) best = Math.max(best, scores[label] as number)
    const least = best - margin
    let size = 0
    for (let label = 0; label < labelCount; label++) {
      if ((scores[base + label] as number) >= least) this.lists[base + size++] = label
    }
    this.sizes[token] = size
  }
}
