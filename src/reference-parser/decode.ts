import { attributes } from './attributes.ts'
import { Candidates } from './candidates.ts'
import type { Columns } from './columns.ts'
import { labelCount } from './labels.ts'
import { Lattice } from './lattice.ts'
import type { Model } from './model.ts'
import { Tagger } from './tagger/tagger.ts'
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
 * Labels tokens: a network scores the labels of each token, and a linear-chain conditional random field (Lafferty, McCallum,
 * Pereira 2001) over those scores finds the best sequence.
 */
export class Decoder {
  readonly model: Model
  readonly #tagger: Tagger
  readonly #steps: Steps

  constructor(model: Model) {
    this.model = model
    this.#tagger = new Tagger(model.weights)
    this.#steps = stepsOf(model.transitions, model.header.step)
  }

  decode(tokens: Tokens): Lattice {
    const columns = attributes(tokens)
    return search(this.#tagger.score(columns, tokens.count), basesOf(columns), this.#steps)
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
