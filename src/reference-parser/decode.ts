import { attributes } from './attributes.ts'
import { Candidates } from './candidates.ts'
import { columnList } from './columns.ts'
import { labelCount } from './labels.ts'
import { Lattice } from './lattice.ts'
import { filterPlace, keyOf, type Model } from './model.ts'
import { templates } from './templates.ts'
import type { Tokens } from './tokens.ts'
import { allowed, transitionClass, transitionClasses } from './transitions.ts'

/** Score of a transition that cannot be: finite, so that every sequence has a path. */
const forbidden = -40

/** Paths whose score falls this much behind the best one so far are not followed. */
const beam = 9

/** Labels tokens by a linear-chain conditional random field. */
export class Decoder {
  readonly model: Model
  /** scores of transitions, and their exponentials */
  readonly #transitions = new Float64Array(transitionClasses * labelCount * labelCount)
  readonly #factors = new Float64Array(transitionClasses * labelCount * labelCount)
  readonly #row = new Int32Array(templates.size)

  constructor(model: Model) {
    this.model = model
    for (let index = 0; index < this.#transitions.length; index++) {
      const from = Math.floor(index / labelCount) % labelCount
      const to = index % labelCount
      const score = allowed(from, to) ? (model.transitions[index] as number) * model.header.step : forbidden
      this.#transitions[index] = score
      this.#factors[index] = Math.exp(score)
    }
  }

  decode(tokens: Tokens): Lattice {
    const columns = attributes(tokens)
    const list = columnList(columns)
    const scores = new Float64Array(tokens.count * labelCount)
    const bases = new Int32Array(tokens.count)
    const candidates = new Candidates(tokens.count)
    for (let token = 0; token < tokens.count; token++) {
      templates.write(list, tokens.count, token, this.#row)
      this.#score(scores, token * labelCount)
      bases[token] = transitionClass(columns.coarse[token] as number) * labelCount * labelCount
      candidates.choose(token, scores)
    }
    const labels = viterbi(scores, bases, this.#transitions, candidates)
    return new Lattice(scores, bases, this.#factors, candidates, labels)
  }

  /** Adds up the weights of the token's features. */
  #score(scores: Float64Array, base: number): void {
    const { filter, slots, pairs, header } = this.model
    const row = this.#row
    const mask = (slots.length >> 1) - 1
    for (let template = 0; template < row.length; template++) {
      const key = keyOf(row[template] as number)
      const place = filterPlace(key)
      if (((filter[place >>> 5] as number) & (1 << (place & 31))) === 0) continue
      let slot = key & mask
      let found = slots[2 * slot + 1] as number
      while (found !== 0 && slots[2 * slot] !== key) {
        slot = (slot + 1) & mask
        found = slots[2 * slot + 1] as number
      }
      let at = (found >>> 6) * 2
      for (const end = at + (found & 63) * 2; at < end; at += 2) {
        const label = base + (pairs[at] as number)
        scores[label] = (scores[label] as number) + (pairs[at + 1] as number)
      }
    }
    for (let label = base; label < base + labelCount; label++) scores[label] = (scores[label] as number) * header.step
  }
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
