import { attributes } from './attributes.ts'
import { Candidates } from './candidates.ts'
import { columnList } from './columns.ts'
import { labelCount } from './labels.ts'
import { Lattice } from './lattice.ts'
import { bucketBits, codeLabels, codeWeights, type Model, traceBits, traceOf } from './model.ts'
import { secondLook, secondTemplates, sureness, surest } from './second-look.ts'
import { type TemplateSet, templates } from './templates.ts'
import type { Tokens } from './tokens.ts'
import { allowed, transitionClass } from './transitions.ts'

/** Score of a transition that cannot be: finite, so that every sequence has a path. */
const forbidden = -40

/** Paths whose score falls this much behind the best one so far are not followed. */
const beam = 9

/** Scores of transitions, and their exponentials, by class of the token, label before, label. */
interface Steps {
  readonly scores: Float64Array
  readonly factors: Float64Array
}

function stepsOf(transitions: Int8Array, step: number): Steps {
  const scores = Float64Array.from(transitions, (weight, index) =>
    allowed(Math.floor(index / labelCount) % labelCount, index % labelCount) ? weight * step : forbidden,
  )
  return { scores, factors: scores.map(Math.exp) }
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

  constructor(model: Model) {
    this.model = model
    this.#first = stepsOf(model.first, model.header.step)
    this.#second = stepsOf(model.second, model.header.step)
  }

  decode(tokens: Tokens): Lattice {
    const columns = attributes(tokens)
    const bases = Int32Array.from(
      { length: tokens.count },
      (_, token) => transitionClass(columns.coarse[token] as number) * labelCount * labelCount,
    )
    const scores = new Float64Array(tokens.count * labelCount)
    const first = this.#look(columnList(columns), templates, scores, bases, this.#first)
    const sure = Uint8Array.from({ length: tokens.count }, (_, token) => sureness(first.marginal(token)))
    if (sure.every((level) => level === surest)) return first
    return this.#look(secondLook(columns, first.labels, sure), secondTemplates, scores, bases, this.#second)
  }

  /** Adds the scores of a set of templates to `scores`, and finds the best path through them. */
  #look(
    columns: readonly Int32Array[],
    set: TemplateSet,
    scores: Float64Array,
    bases: Int32Array,
    steps: Steps,
  ): Lattice {
    const count = bases.length
    const candidates = new Candidates(count)
    for (let token = 0; token < count; token++) {
      set.write(columns, count, token, this.#row)
      this.#score(set.size, scores, token * labelCount)
      candidates.choose(token, scores)
    }
    const labels = viterbi(scores, bases, steps.scores, candidates)
    return new Lattice(scores, bases, steps.factors, candidates, labels)
  }

  /** Adds up the weights of the token's features. */
  #score(size: number, scores: Float64Array, base: number): void {
    const { buckets, bytes, header } = this.model
    const row = this.#row
    const sums = this.#sums
    sums.fill(0)
    for (let template = 0; template < size; template++) {
      const hash = row[template] as number
      const bucket = hash >>> (32 - bucketBits)
      const rest = (hash >>> (24 - bucketBits)) & 255
      const word = buckets[bucket] as number
      if (((word >>> traceOf(rest)) & 1) === 0) continue
      const end = (buckets[bucket + 1] as number) >>> traceBits
      for (let at = word >>> traceBits; at < end; at += 2 + (bytes[at + 1] as number)) {
        if (bytes[at] !== rest) continue
        const last = at + 1 + (bytes[at + 1] as number)
        for (let byte = at + 2; byte <= last; byte++) {
          const code = bytes[byte] as number
          const label = codeLabels[code] as number
          const weight = codeWeights[code] as number
          // a large weight has a byte of its own, with a sign
          sums[label] = (sums[label] as number) + (weight === 0 ? ((bytes[++byte] as number) << 24) >> 24 : weight)
        }
        break
      }
    }
    for (let label = 0; label < labelCount; label++)
      scores[base + label] = (scores[base + label] as number) + (sums[label] as number) * header.step
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
