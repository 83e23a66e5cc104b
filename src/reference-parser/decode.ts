import { attributes } from './attributes.ts'
import { labelCount } from './labels.ts'
import type { Model } from './model.ts'
import { templateCount, writeFeatures } from './templates.ts'
import type { Tokens } from './tokens.ts'
import { allowed, transitionClass, transitionClasses } from './transitions.ts'

/** The best labels of a token sequence, and how probable stretches of them are. */
export interface Decoded {
  readonly labels: Uint8Array
  /** probability that the tokens `first` to `last` have just these labels and the field ends there on both sides */
  probability(first: number, last: number): number
}

/** Paths whose score falls this much behind the best one so far are not followed. */
const beam = 9

/** Decodes with one model; work arrays are kept between calls. */
export class Decoder {
  readonly #model: Model
  /** scores of transitions, and their exponentials; forbidden ones are -Infinity and 0 */
  readonly #transitions = new Float64Array(transitionClasses * labelCount * labelCount)
  readonly #factors = new Float64Array(transitionClasses * labelCount * labelCount)
  readonly #row = new Int32Array(templateCount)

  constructor(model: Model) {
    this.#model = model
    for (let index = 0; index < this.#transitions.length; index++) {
      const from = Math.floor(index / labelCount) % labelCount
      const to = index % labelCount
      const score = allowed(from, to)
        ? (model.transitions[index] as number) * model.header.step
        : Number.NEGATIVE_INFINITY
      this.#transitions[index] = score
      this.#factors[index] = Math.exp(score)
    }
  }

  decode(tokens: Tokens): Decoded {
    const columns = attributes(tokens)
    const scores = new Float64Array(tokens.count * labelCount)
    const bases = new Int32Array(tokens.count)
    for (let token = 0; token < tokens.count; token++) {
      writeFeatures(columns, tokens.count, token, this.#row)
      this.#score(scores, token * labelCount)
      bases[token] = transitionClass(columns.coarse[token] as number) * labelCount * labelCount
    }
    const { labels, active } = viterbi(scores, bases, this.#transitions, tokens.count)
    return { labels, probability: marginals(scores, bases, this.#factors, active, labels) }
  }

  /** Adds up the weights of the token's features. */
  #score(scores: Float64Array, base: number): void {
    const { slots, rows, labels, weights, header } = this.#model
    const mask = (slots.length >> 1) - 1
    for (const hash of this.#row) {
      let slot = hash & mask
      let row = slots[2 * slot + 1] as number
      while (row !== 0 && slots[2 * slot] !== hash) {
        slot = (slot + 1) & mask
        row = slots[2 * slot + 1] as number
      }
      if (row === 0) continue
      const end = rows[row] as number
      for (let at = rows[row - 1] as number; at < end; at++) {
        const label = base + (labels[at] as number)
        scores[label] = (scores[label] as number) + (weights[at] as number)
      }
    }
    for (let label = base; label < base + labelCount; label++) scores[label] = (scores[label] as number) * header.step
  }
}

/** The best path, and for each token the labels that were followed. */
function viterbi(
  scores: Float64Array,
  bases: Int32Array,
  transitions: Float64Array,
  count: number,
): { labels: Uint8Array; active: Uint8Array[] } {
  const back = new Uint8Array(count * labelCount)
  let totals = new Float64Array(labelCount)
  let earlier = new Float64Array(labelCount)
  const active: Uint8Array[] = []
  const list = new Uint8Array(labelCount)
  let before: Uint8Array = Uint8Array.of(0)
  for (let token = 0; token < count; token++) {
    const base = token * labelCount
    const table = bases[token] as number
    let best = Number.NEGATIVE_INFINITY
    for (let to = 0; to < labelCount; to++) {
      let highest = Number.NEGATIVE_INFINITY
      for (let index = 0; index < before.length; index++) {
        const from = before[index] as number
        const score = (earlier[from] as number) + (transitions[table + from * labelCount + to] as number)
        if (score <= highest) continue
        highest = score
        back[base + to] = from
      }
      const total = highest + (scores[base + to] as number)
      totals[to] = total
      if (total > best) best = total
    }
    let kept = 0
    for (let label = 0; label < labelCount; label++) if ((totals[label] as number) >= best - beam) list[kept++] = label
    before = list.slice(0, kept)
    active.push(before)
    ;[earlier, totals] = [totals, earlier]
  }
  const labels = new Uint8Array(count)
  let last = before[0] as number
  for (const label of before) if ((earlier[label] as number) > (earlier[last] as number)) last = label
  for (let token = count - 1; token >= 0; token--) {
    labels[token] = last
    last = back[token * labelCount + last] as number
  }
  return { labels, active }
}

/** Forward and backward sums, each token's scaled to one; gives the probability of stretches of the best path. */
function marginals(
  scores: Float64Array,
  bases: Int32Array,
  factors: Float64Array,
  active: readonly Uint8Array[],
  labels: Uint8Array,
): (first: number, last: number) => number {
  const count = active.length
  const forward = new Float64Array(count * labelCount)
  const backward = new Float64Array(count * labelCount)
  const local = new Float64Array(count * labelCount)
  let before: Uint8Array = Uint8Array.of(0)
  for (let token = 0; token < count; token++) {
    const base = token * labelCount
    const here = active[token] as Uint8Array
    let highest = Number.NEGATIVE_INFINITY
    for (const label of here) highest = Math.max(highest, scores[base + label] as number)
    let sum = 0
    for (const to of here) {
      let ways = 0
      for (const from of before) {
        const earlier = token === 0 ? 1 : (forward[base - labelCount + from] as number)
        ways += earlier * (factors[(bases[token] as number) + from * labelCount + to] as number)
      }
      local[base + to] = Math.exp((scores[base + to] as number) - highest)
      forward[base + to] = ways * (local[base + to] as number)
      sum += forward[base + to] as number
    }
    for (const to of here) forward[base + to] = (forward[base + to] as number) / sum
    before = here
  }
  for (const label of before) backward[(count - 1) * labelCount + label] = 1
  for (let token = count - 2; token >= 0; token--) {
    const base = token * labelCount
    let sum = 0
    for (const from of active[token] as Uint8Array) {
      let ways = 0
      for (const to of active[token + 1] as Uint8Array) {
        const next = base + labelCount + to
        ways +=
          (factors[(bases[token + 1] as number) + from * labelCount + to] as number) *
          (local[next] as number) *
          (backward[next] as number)
      }
      backward[base + from] = ways
      sum += ways * (forward[base + from] as number)
    }
    // scaled so that forward × backward of a token sums to one
    for (const from of active[token] as Uint8Array) backward[base + from] = (backward[base + from] as number) / sum
  }
  const state = (token: number, label: number): number =>
    (forward[token * labelCount + label] as number) * (backward[token * labelCount + label] as number)
  /** probability of `to` at `token` given `from` just before it */
  const step = (token: number, from: number, to: number): number => {
    const here = token * labelCount
    let all = 0
    let one = 0
    for (const label of active[token] as Uint8Array) {
      const way =
        (factors[(bases[token] as number) + from * labelCount + label] as number) *
        (local[here + label] as number) *
        (backward[here + label] as number)
      all += way
      if (label === to) one = way
    }
    return all === 0 ? 0 : one / all
  }
  return (first, last) => {
    const field = labels[first] as number
    let probability = state(first, field)
    if (first > 0) probability -= state(first - 1, field) * step(first, field, field)
    for (let token = first + 1; token <= last; token++)
      probability *= step(token, labels[token - 1] as number, labels[token] as number)
    if (last + 1 < count) probability *= 1 - step(last + 1, labels[last] as number, labels[last] as number)
    return Math.min(1, Math.max(0, probability))
  }
}
