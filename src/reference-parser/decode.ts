import { attributes } from './attributes.ts'
import { Candidates } from './candidates.ts'
import { type Columns, columnList } from './columns.ts'
import { labelCount } from './labels.ts'
import { Lattice } from './lattice.ts'
import {
  bias,
  bucketBits,
  codeLabels,
  codeWeights,
  denseBytes,
  lanes,
  type Model,
  traceBits,
  traceOf,
} from './model.ts'
import { secondLook, secondTemplates, sureness, surest } from './second-look.ts'
import { type TemplateSet, templates } from './templates.ts'
import type { Tokens } from './tokens.ts'
import { allowed, transitionClass, transitionClasses } from './transitions.ts'

/** Score of a transition that cannot be: finite, so that every sequence has a path. */
const forbidden = -40

/** Paths whose score falls this much behind the best one so far are not followed. */
const beam = 9

/** Scores of transitions, and their exponentials, by class of the token, label before, label. */
export interface Steps {
  readonly scores: Float64Array
  readonly factors: Float64Array
}

/** `step` is what one unit of a transition is worth. */
export function stepsOf(transitions: ArrayLike<number>, step: number): Steps {
  const scores = new Float64Array(transitions.length).fill(forbidden)
  const factors = new Float64Array(transitions.length).fill(Math.exp(forbidden))
  for (let table = 0; table < transitionClasses; table++) {
    for (let from = 0; from < labelCount; from++) {
      const row = (table * labelCount + from) * labelCount
      for (let to = 0; to < labelCount; to++) {
        if (!allowed(from, to)) continue
        const score = (transitions[row + to] as number) * step
        scores[row + to] = score
        factors[row + to] = Math.exp(score)
      }
    }
  }
  return { scores, factors }
}

/**
 * Labels tokens by a linear-chain conditional random field, and where that leaves doubt by a second one, whose features see
 * what the first made of the whole entry and whose scores are added to the first one's.
 */
export class Decoder {
  readonly model: Model
  readonly #first: Steps
  readonly #second: Steps
  readonly #row = new Int32Array(Math.max(templates.size, secondTemplates.size))
  readonly #sums = new Int32Array(labelCount)
  readonly #pairs = new Int32Array(lanes)

  constructor(model: Model) {
    this.model = model
    this.#first = stepsOf(model.first, model.header.step)
    this.#second = stepsOf(model.second, model.header.step)
  }

  decode(tokens: Tokens): Lattice {
    const columns = attributes(tokens)
    const bases = basesOf(columns)
    const scores = new Float64Array(tokens.count * labelCount)
    this.#add(scores, columnList(columns), templates)
    const first = search(scores, bases, this.#first)
    const sure = surenessOf(first)
    if (sure.every((level) => level === surest)) return first
    this.#add(scores, secondLook(columns, first.labels, sure), secondTemplates)
    return search(scores, bases, this.#second)
  }

  /** Adds to the scores of each token the weights of its features. */
  #add(scores: Float64Array, columns: readonly Int32Array[], set: TemplateSet): void {
    const count = scores.length / labelCount
    for (let token = 0; token < count; token++) {
      set.write(columns, count, token, this.#row)
      this.#score(set.size, scores, token * labelCount)
    }
  }

  /** Adds up the weights of the token's features. */
  #score(size: number, scores: Float64Array, base: number): void {
    const { buckets, bytes, rows, header } = this.model
    const row = this.#row
    const sums = this.#sums
    const pairs = this.#pairs
    sums.fill(0)
    pairs.fill(0)
    let dense = 0
    for (let template = 0; template < size; template++) {
      const hash = row[template] as number
      const bucket = hash >>> (32 - bucketBits)
      const rest = (hash >>> (24 - bucketBits)) & 255
      const word = buckets[bucket] as number
      if (((word >>> traceOf(rest)) & 1) === 0) continue
      const end = (buckets[bucket + 1] as number) >>> traceBits
      let at = word >>> traceBits
      while (at < end && bytes[at] !== rest) at += 2 + (bytes[at + 1] as number)
      if (at >= end) continue
      const length = bytes[at + 1] as number
      at += 2
      if (length >= denseBytes) {
        const from =
          ((bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16)) * lanes
        for (let lane = 0; lane < lanes; lane++) pairs[lane] = (pairs[lane] as number) + (rows[from + lane] as number)
        dense++
        continue
      }
      for (const last = at + length; at < last; at++) {
        const code = bytes[at] as number
        const label = codeLabels[code] as number
        const weight = codeWeights[code] as number
        // a large weight has a byte of its own, with a sign
        sums[label] = (sums[label] as number) + (weight === 0 ? ((bytes[++at] as number) << 24) >> 24 : weight)
      }
    }
    const { step } = header
    const excess = dense * bias
    for (let label = 0; label < labelCount; label++) {
      const pair = pairs[label >> 1] as number
      const lane = label % 2 === 0 ? pair & 0xffff : pair >>> 16
      scores[base + label] = (scores[base + label] as number) + (lane - excess + (sums[label] as number)) * step
    }
  }
}

/** Where the transitions into each token begin. */
export function basesOf({ coarse }: Columns): Int32Array {
  return coarse.map((one) => transitionClass(one) * labelCount * labelCount)
}

/** The best path through the scores, token × label, and what is probable beside it. */
export function search(scores: Float64Array, bases: Int32Array, steps: Steps): Lattice {
  const candidates = new Candidates(bases.length)
  for (let token = 0; token < bases.length; token++) candidates.choose(token, scores)
  const labels = viterbi(scores, bases, steps.scores, candidates)
  return new Lattice(scores, bases, steps.factors, candidates, labels)
}

/** How sure each label of the best path is, in steps. */
export function surenessOf(lattice: Lattice): Uint8Array {
  return lattice.labels.map((_, token) => sureness(lattice.marginal(token)))
}

/** The best path; leaves among the candidates those labels that some path near the best one runs through. */
function viterbi(
  scores: Float64Array,
  bases: Int32Array,
  transitions: Float64Array,
  { count, lists, sizes }: Candidates,
): Uint8Array {
  const back = new Uint8Array(count * labelCount)
  let totals = new Float64Array(labelCount)
  let earlier = new Float64Array(labelCount)
  let before: Uint8Array = Uint8Array.of(0)
  let size = 1
  for (let token = 0; token < count; token++) {
    const base = token * labelCount
    const table = bases[token] as number
    let best = Number.NEGATIVE_INFINITY
    for (let index = 0; index < (sizes[token] as number); index++) {
      const to = lists[base + index] as number
      let highest = Number.NEGATIVE_INFINITY
      for (let other = 0; other < size; other++) {
        const from = before[other] as number
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
    for (let index = 0; index < (sizes[token] as number); index++) {
      const label = lists[base + index] as number
      if ((totals[label] as number) >= best - beam) lists[base + kept++] = label
    }
    sizes[token] = kept
    before = lists.subarray(base, base + kept)
    size = kept
    ;[earlier, totals] = [totals, earlier]
  }
  const labels = new Uint8Array(count)
  let last = before[0] as number
  for (let index = 0; index < size; index++) {
    const label = before[index] as number
    if ((earlier[label] as number) > (earlier[last] as number)) last = label
  }
  for (let token = count - 1; token >= 0; token--) {
    labels[token] = last
    last = back[token * labelCount + last] as number
  }
  return labels
}
