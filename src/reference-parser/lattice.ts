import { labelCount } from './labels.ts'
import type { Paths } from './paths.ts'

/** The best path through the labels of a token sequence, and how probable it and its neighbours are. */
export class Lattice {
  readonly labels: Uint8Array
  readonly #paths: Paths
  readonly #classes: Uint8Array
  readonly #factors: Float64Array
  /** sums over all paths up to and from a label of a token, each token's scaled to one; exponentials of the scores */
  readonly #forward: Float64Array
  readonly #backward: Float64Array
  readonly #local: Float64Array

  /** `classes` choose the transitions into each token; `factors` are the exponentials of their scores. */
  constructor(paths: Paths, classes: Uint8Array, factors: Float64Array) {
    this.labels = paths.best
    this.#paths = paths
    this.#classes = classes
    this.#factors = factors
    const size = paths.starts[paths.starts.length - 1] as number
    this.#forward = new Float64Array(size)
    this.#backward = new Float64Array(size)
    this.#local = new Float64Array(size)
    this.#ahead()
    this.#back()
  }

  #ahead(): void {
    const { starts, labels, scores } = this.#paths
    const [forward, local, factors] = [this.#forward, this.#local, this.#factors]
    let before = 0
    for (let token = 0; token < this.labels.length; token++) {
      const from = starts[token] as number
      const end = starts[token + 1] as number
      const table = this.#table(token)
      let highest = Number.NEGATIVE_INFINITY
      for (let index = from; index < end; index++) {
        const score = scores[index] as number
        if (score > highest) highest = score
      }
      let sum = 0
      for (let index = from; index < end; index++) {
        const to = labels[index] as number
        let ways = token === 0 ? (factors[table + to] as number) : 0
        for (let other = before; other < from; other++)
          ways += (forward[other] as number) * (factors[table + (labels[other] as number) * labelCount + to] as number)
        const own = Math.exp((scores[index] as number) - highest)
        local[index] = own
        forward[index] = ways * own
        sum += ways * own
      }
      for (let index = from; index < end; index++) forward[index] = (forward[index] as number) / sum
      before = from
    }
  }

  #back(): void {
    const { starts, labels } = this.#paths
    const [forward, backward, local, factors] = [this.#forward, this.#backward, this.#local, this.#factors]
    const count = this.labels.length
    if (count === 0) return
    backward.fill(1, starts[count - 1])
    for (let token = count - 2; token >= 0; token--) {
      const from = starts[token] as number
      const end = starts[token + 1] as number
      const last = starts[token + 2] as number
      const table = this.#table(token + 1)
      let sum = 0
      for (let index = from; index < end; index++) {
        const row = table + (labels[index] as number) * labelCount
        let ways = 0
        for (let other = end; other < last; other++)
          ways +=
            (factors[row + (labels[other] as number)] as number) *
            (local[other] as number) *
            (backward[other] as number)
        backward[index] = ways
        sum += ways * (forward[index] as number)
      }
      // scaled so that forward × backward of a token sums to one
      for (let index = from; index < end; index++) backward[index] = (backward[index] as number) / sum
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

  /** Where the transitions into a token begin. */
  #table(token: number): number {
    return (this.#classes[token] as number) * labelCount * labelCount
  }

  #state(token: number, label: number): number {
    const { starts, labels } = this.#paths
    const end = starts[token + 1] as number
    for (let index = starts[token] as number; index < end; index++) {
      if (labels[index] === label) return (this.#forward[index] as number) * (this.#backward[index] as number)
    }
    return 0
  }

  /** Probability of `to` at `token` given `from` just before it. */
  #step(token: number, from: number, to: number): number {
    const { starts, labels } = this.#paths
    const row = this.#table(token) + from * labelCount
    const end = starts[token + 1] as number
    let all = 0
    let one = 0
    for (let index = starts[token] as number; index < end; index++) {
      const label = labels[index] as number
      const way =
        (this.#factors[row + label] as number) * (this.#local[index] as number) * (this.#backward[index] as number)
      all += way
      if (label === to) one = way
    }
    return all === 0 ? 0 : one / all
  }
}
