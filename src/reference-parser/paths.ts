import { labelCount, outside } from './labels.ts'
import { transitionClasses } from './transitions.ts'

/** Paths whose score falls this much behind the best one so far are not followed. */
const beam = 7

/** The labels worth following at each token: those of token `t` stand from `starts[t]` to `starts[t + 1]`. */
export interface Paths {
  readonly starts: Int32Array
  readonly labels: Uint8Array
  /** the score of each by itself */
  readonly scores: Float64Array
  /** the label of each token on the best path */
  readonly best: Uint8Array
}

/** Scores of transitions, by class of the token, label before, label. */
export interface Transitions {
  readonly scores: Float64Array
  /** the highest score of any transition to a label, by class of the token, label */
  readonly highest: Float64Array
}

export function transitionsOf(scores: Float64Array): Transitions {
  const highest = new Float64Array(transitionClasses * labelCount).fill(Number.NEGATIVE_INFINITY)
  for (let index = 0, row = 0; index < scores.length; row++) {
    const bounds = Math.floor(row / labelCount) * labelCount
    for (let label = 0; label < labelCount; label++, index++) {
      if ((scores[index] as number) > (highest[bounds + label] as number))
        highest[bounds + label] = scores[index] as number
    }
  }
  return { scores, highest }
}

/**
 * The best path through the scores, token × label (Viterbi 1967), and the labels that some path near it runs through.
 * `classes` choose the transitions into each token.
 */
export function search(
  scores: Float64Array,
  classes: Uint8Array,
  { scores: transitions, highest }: Transitions,
): Paths {
  const count = classes.length
  const starts = new Int32Array(count + 1)
  let labels = new Uint8Array(6 * count + labelCount)
  let before = new Uint8Array(labels.length)
  let kept = new Float64Array(labels.length)
  const tried = new Uint8Array(labelCount)
  const origins = new Uint8Array(labelCount)
  let totals = new Float64Array(labelCount)
  // before the first token there is but one label, the outside
  let earlier = new Float64Array(labelCount)
  let earlierLabels: Uint8Array = Uint8Array.of(outside)
  let from = 0
  let size = 1
  let end = 0
  for (let token = 0; token < count; token++) {
    const base = token * labelCount
    const table = (classes[token] as number) * labelCount * labelCount
    const bounds = (classes[token] as number) * labelCount
    // the best path so far reaches each label at some score; what cannot come near the best of these is not tried
    let leader = 0
    for (let other = 1; other < size; other++)
      if ((earlier[other] as number) > (earlier[leader] as number)) leader = other
    const lead = earlier[leader] as number
    const row = table + (earlierLabels[from + leader] as number) * labelCount
    let reached = Number.NEGATIVE_INFINITY
    for (let to = 0; to < labelCount; to++) {
      const score = (transitions[row + to] as number) + (scores[base + to] as number)
      if (score > reached) reached = score
    }
    let best = lead + reached
    const least = reached - beam
    let tries = 0
    for (let to = 0; to < labelCount; to++) {
      if ((highest[bounds + to] as number) + (scores[base + to] as number) < least) continue
      let total = Number.NEGATIVE_INFINITY
      let origin = 0
      for (let other = 0; other < size; other++) {
        const label = earlierLabels[from + other] as number
        const score = (earlier[other] as number) + (transitions[table + label * labelCount + to] as number)
        if (score <= total) continue
        total = score
        origin = other
      }
      total += scores[base + to] as number
      if (total > best) best = total
      tried[tries] = to
      origins[tries] = origin
      totals[tries++] = total
    }
    starts[token] = end
    if (end + tries > labels.length) {
      labels = grown(labels, new Uint8Array(2 * labels.length))
      before = grown(before, new Uint8Array(labels.length))
      kept = grown(kept, new Float64Array(labels.length))
    }
    from = end
    for (let index = 0; index < tries; index++) {
      if ((totals[index] as number) < best - beam) continue
      labels[end] = tried[index] as number
      before[end] = origins[index] as number
      kept[end] = scores[base + (tried[index] as number)] as number
      totals[end - from] = totals[index] as number
      end++
    }
    size = end - from
    earlierLabels = labels
    ;[earlier, totals] = [totals, earlier]
  }
  starts[count] = end
  return { starts, labels, scores: kept, best: traced(starts, labels, before, earlier) }
}

/** Goes back along the best path; `totals` are those of the labels of the last token. */
function traced(starts: Int32Array, labels: Uint8Array, before: Uint8Array, totals: Float64Array): Uint8Array {
  const count = starts.length - 1
  const path = new Uint8Array(count)
  if (count === 0) return path
  let last = 0
  const size = (starts[count] as number) - (starts[count - 1] as number)
  for (let index = 1; index < size; index++) {
    if ((totals[index] as number) > (totals[last] as number)) last = index
  }
  for (let token = count - 1; token >= 0; token--) {
    const at = (starts[token] as number) + last
    path[token] = labels[at] as number
    last = before[at] as number
  }
  return path
}

function grown<Numbers extends Uint8Array | Float64Array>(old: Numbers, larger: Numbers): Numbers {
  larger.set(old)
  return larger
}
