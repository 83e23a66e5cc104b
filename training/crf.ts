import { labelCount } from '../src/reference-parser/labels.ts'
import { allowed, transitionClasses } from '../src/reference-parser/transitions.ts'

export const transitionSize: number = transitionClasses * labelCount * labelCount

/** Labels whose factor at a token is this small beside the best one's, and that are wrong, are left out of its sums. */
const negligible = 1e-6

/** The tokens of one example: their labels and the classes that choose their transitions, from `start` on. */
export interface Sequence {
  readonly labels: Uint8Array
  readonly classes: Uint8Array
  readonly start: number
  readonly count: number
}

/**
 * The likelihood of label sequences under a linear-chain conditional random field (Lafferty, McCallum, Pereira 2001), and its
 * gradients, by the sums over all sequences forward and backward (Rabiner 1989, scaled at each token).
 */
export class Chain {
  /** class × label before × label; what may not follow has factor nought */
  readonly transitions: Float32Array = new Float32Array(transitionSize)
  /** gradients of the loss, added up until they are taken */
  readonly gradients: Float32Array = new Float32Array(transitionSize)
  readonly #factors = new Float64Array(transitionSize)
  readonly #local: Float64Array
  readonly #forward: Float64Array
  readonly #active: Uint8Array
  readonly #sizes: Uint8Array
  readonly #backward = new Float64Array(labelCount)
  readonly #behind = new Float64Array(labelCount)

  constructor(longest: number) {
    this.#local = new Float64Array(longest * labelCount)
    this.#forward = new Float64Array(longest * labelCount)
    this.#active = new Uint8Array(longest * labelCount)
    this.#sizes = new Uint8Array(longest)
    this.refresh()
  }

  /** Takes over changed transitions. */
  refresh(): void {
    for (let index = 0; index < transitionSize; index++) {
      const from = Math.floor(index / labelCount) % labelCount
      this.#factors[index] = allowed(from, index % labelCount) ? Math.exp(this.transitions[index] as number) : 0
    }
  }

  /**
   * The loss of one example in natural logarithms; `scores` and the gradients of the loss by them, which are written, are
   * token × `stride`.
   */
  loss(sequence: Sequence, scores: Float32Array, gradients: Float32Array, stride: number): number {
    const { count } = sequence
    let loss = 0
    for (let token = 0; token < count; token++) loss += this.#ahead(sequence, scores, token, stride)
    const behind = this.#behind.fill(0)
    const end = (count - 1) * labelCount
    for (let index = 0; index < (this.#sizes[count - 1] as number); index++)
      behind[this.#active[end + index] as number] = 1
    for (let token = count - 1; token >= 0; token--) {
      this.#believe(sequence, gradients, token, stride)
      this.#back(sequence, token)
    }
    return loss
  }

  /** Sums up to a token, scaled to one, over the labels that count there; answers the token's share of the loss. */
  #ahead({ labels, classes, start }: Sequence, scores: Float32Array, token: number, stride: number): number {
    const [local, forward, active, factors] = [this.#local, this.#forward, this.#active, this.#factors]
    const base = token * labelCount
    const table = (classes[start + token] as number) * labelCount * labelCount
    const gold = labels[start + token] as number
    const before = token === 0 ? 0 : (labels[start + token - 1] as number)
    const from = token * stride
    let highest = Number.NEGATIVE_INFINITY
    for (let label = 0; label < labelCount; label++) highest = Math.max(highest, scores[from + label] as number)
    const transition = this.transitions[table + before * labelCount + gold] as number
    const truth = (scores[from + gold] as number) - highest + transition
    let sum = 0
    let size = 0
    for (let to = 0; to < labelCount; to++) {
      const factor = Math.exp((scores[from + to] as number) - highest)
      if (factor < negligible && to !== gold) continue
      let ways = token === 0 ? (factors[table + to] as number) : 0
      if (token > 0) {
        const earlier = base - labelCount
        for (let index = 0; index < (this.#sizes[token - 1] as number); index++) {
          const other = active[earlier + index] as number
          ways += (forward[earlier + other] as number) * (factors[table + other * labelCount + to] as number)
        }
      }
      if (ways * factor < negligible && to !== gold) continue
      local[base + to] = factor
      forward[base + to] = ways * factor
      sum += ways * factor
      active[base + size++] = to
    }
    this.#sizes[token] = size
    for (let index = 0; index < size; index++) {
      const to = base + (active[base + index] as number)
      forward[to] = (forward[to] as number) / sum
    }
    return Math.log(sum) - truth
  }

  /** What is believed of the labels of a token, less the truth: the gradient by its scores. */
  #believe({ labels, start }: Sequence, gradients: Float32Array, token: number, stride: number): void {
    const [forward, active, behind] = [this.#forward, this.#active, this.#behind]
    const base = token * labelCount
    const size = this.#sizes[token] as number
    gradients.fill(0, token * stride, (token + 1) * stride)
    let sum = 0
    for (let index = 0; index < size; index++) {
      const label = active[base + index] as number
      sum += (forward[base + label] as number) * (behind[label] as number)
    }
    for (let index = 0; index < size; index++) {
      const label = active[base + index] as number
      gradients[token * stride + label] = ((forward[base + label] as number) * (behind[label] as number)) / sum
    }
    const gold = token * stride + (labels[start + token] as number)
    gradients[gold] = (gradients[gold] as number) - 1
  }

  /** Expected transitions into a token, and the backward sums of the token before it. */
  #back({ labels, classes, start }: Sequence, token: number): void {
    const [local, forward, active, factors] = [this.#local, this.#forward, this.#active, this.#factors]
    const [behind, backward] = [this.#behind, this.#backward]
    const base = token * labelCount
    const table = (classes[start + token] as number) * labelCount * labelCount
    const gold = labels[start + token] as number
    const before = token === 0 ? 0 : (labels[start + token - 1] as number)
    const size = this.#sizes[token] as number
    const earlier = base - labelCount
    const earlierSize = token === 0 ? 1 : (this.#sizes[token - 1] as number)
    for (let index = 0; index < size; index++) {
      const label = active[base + index] as number
      behind[label] = (local[base + label] as number) * (behind[label] as number)
    }
    let normal = 0
    for (let other = 0; other < earlierSize; other++) {
      const from = token === 0 ? 0 : (active[earlier + other] as number)
      const row = table + from * labelCount
      let ways = 0
      for (let index = 0; index < size; index++) {
        const to = active[base + index] as number
        ways += (factors[row + to] as number) * (behind[to] as number)
      }
      backward[from] = ways
      normal += ways * (token === 0 ? 1 : (forward[earlier + from] as number))
    }
    for (let other = 0; other < earlierSize; other++) {
      const from = token === 0 ? 0 : (active[earlier + other] as number)
      const share = (token === 0 ? 1 : (forward[earlier + from] as number)) / normal
      if (share * normal < 1e-9) continue
      const row = table + from * labelCount
      for (let index = 0; index < size; index++) {
        const to = active[base + index] as number
        const expected = share * (factors[row + to] as number) * (behind[to] as number)
        this.gradients[row + to] = (this.gradients[row + to] as number) + expected
      }
    }
    const pair = table + before * labelCount + gold
    this.gradients[pair] = (this.gradients[pair] as number) - 1
    for (let other = 0; other < earlierSize; other++) {
      const from = token === 0 ? 0 : (active[earlier + other] as number)
      behind[from] = (backward[from] as number) / normal
    }
  }
}
