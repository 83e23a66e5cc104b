import type { Candidates } from './candidates.ts'
import { labelCount } from './labels.ts'

/** The best path through the labels of a token sequence, and how probable it and its neighbours are. */
export class Lattice {
  readonly labels: Uint8Array
  readonly #candidates: Candidates
  readonly #bases: Int32Array
  readonly #factors: Float64Array
  /** sums over all paths up to and from a token, each token's scaled to one; exponentials of the scores */
  readonly #forward: Float64Array
  readonly #backward: Float64Array
  readonly #local: Float64Array

  /** `candidates` are the labels that are followed at each token. */
  constructor(
    scores: Float64Array,
    bases: Int32Array,
    factors: Float64Array,
    candidates: Candidates,
    labels: Uint8Array,
  ) {
    this.labels = labels
    this.#candidates = candidates
    this.#bases = bases
    this.#factors = factors
    this.#forward = new Float64Array(scores.length)
    this.#backward = new Float64Array(scores.length)
    this.#local = new Float64Array(scores.length)
    this.#ahead(scores)
    this.#back()
  }

  #ahead(scores: Float64Array): void {
    const { count, lists, sizes } = this.#candidates
    const forward = this.#forward
    for (let token = 0; token < count; token++) {
      const base = token * labelCount
      const size = sizes[token] as number
      const table = this.#bases[token] as number
      let highest = Number.NEGATIVE_INFINITY
      for (let index = 0; index < size; index++)
        highest = Math.max(highest, scores[base + (lists[base + index] as number)] as number)
      let sum = 0
      for (let index = 0; index < size; index++) {
        const to = lists[base + index] as number
        let ways = token === 0 ? (this.#factors[table + to] as number) : 0
        for (let other = 0; other < (token === 0 ? 0 : (sizes[token - 1] as number)); other++) {
          const from = lists[base - labelCount + other] as number
          ways +=
            (forward[base - labelCount + from] as number) * (this.#factors[table + from * labelCount + to] as number)
        }
        const local = Math.exp((scores[base + to] as number) - highest)
        this.#local[base + to] = local
        forward[base + to] = ways * local
        sum += ways * local
      }
      for (let index = 0; index < size; index++) {
        const to = base + (lists[base + index] as number)
        forward[to] = (forward[to] as number) / sum
      }
    }
  }

  #back(): void {
    const { count, lists, sizes } = this.#candidates
    const backward = this.#backward
    const end = (count - 1) * labelCount
    for (let index = 0; index < (sizes[count - 1] ?? 0); index++) backward[end + (lists[end + index] as number)] = 1
    for (let token = count - 2; token >= 0; token--) {
      const base = token * labelCount
      const next = base + labelCount
      const table = this.#bases[token + 1] as number
      let sum = 0
      for (let index = 0; index < (sizes[token] as number); index++) {
        const from = lists[base + index] as number
        let ways = 0
        for (let other = 0; other < (sizes[token + 1] as number); other++) {
          const to = lists[next + other] as number
          ways +=
            (this.#factors[table + from * labelCount + to] as number) *
            (this.#local[next + to] as number) *
            (backward[next + to] as number)
        }
        backward[base + from] = ways
        sum += ways * (this.#forward[base + from] as number)
      }
      // scaled so that forward × backward of a token sums to one
      for (let index = 0; index < (sizes[token] as number); index++) {
        const from = base + (lists[base + index] as number)
        backward[from] = (backward[from] as number) / sum
      }
    }
  }

  /** Probability that the tokens `first` to `last` have just the labels of the best path, and the field ends on both sides. */
  probability(first: number, last: number): number {
    const field = this.labels[first] as number
    let probability = this.#state(first, field)
    if (first > 0) probability -= this.#state(first - 1, field) * this.#step(first, field, field)
    for (let token = first + 1; token <= last; token++) {
      probability *= this.#step(token, this.labels[token - 1] as number, this.labels[token] as number)
    }
    const end = this.labels[last] as number
    if (last + 1 < this.labels.length) probability *= 1 - this.#step(last + 1, end, end)
    return Math.min(1, Math.max(0, probability))
  }

  /** Probability that a token has the label of the best path. */
  marginal(token: number): number {
    return Math.min(1, Math.max(0, this.#state(token, this.labels[token] as number)))
  }

  #state(token: number, label: number): number {
    const at = token * labelCount + label
    return (this.#forward[at] as number) * (this.#backward[at] as number)
  }

  /** Probability of `to` at `token` given `from` just before it. */
  #step(token: number, from: number, to: number): number {
    const base = token * labelCount
    const row = (this.#bases[token] as number) + from * labelCount
    let all = 0
    let one = 0
    const { lists, sizes } = this.#candidates
    for (let index = 0; index < (sizes[token] as number); index++) {
      const label = lists[base + index] as number
      const at = base + label
      const way = (this.#factors[row + label] as number) * (this.#local[at] as number) * (this.#backward[at] as number)
      all += way
      if (label === to) one = way
    }
    return all === 0 ? 0 : one / all
  }
}
