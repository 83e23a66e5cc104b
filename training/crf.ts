import { labelCount } from '../src/reference-parser/labels.ts'
import { allowed, transitionClasses } from '../src/reference-parser/transitions.ts'
import type { Dataset } from './dataset.ts'
import type { Random } from './random.ts'

export interface TrainingPlan {
  readonly epochs: number
  /** share of features switched off at each token; without it the model leans on the words of the training sources */
  readonly dropout: number
  readonly rate: number
}

export interface Trained {
  /** feature × label */
  readonly features: Float32Array
  /** class × label before × label */
  readonly transitions: Float64Array
}

/** What training starts from besides nothing: scores that are added to those of the features, and transitions. */
export interface Ground {
  /** token × label */
  readonly scores: Float32Array
  readonly transitions: Float64Array
}

const transitionSize = transitionClasses * labelCount * labelCount
const batch = 8

/** Labels whose factor at a token is this small beside the best one's, and that are wrong, are left out of its sums. */
const negligible = 1e-6

/**
 * Trains a linear-chain conditional random field by stochastic gradient ascent of the likelihood, each weight with its own
 * rate (AdaGrad: Duchi, Hazan, Singer 2011). Features are dropped at random and the kept ones scaled up. Only the examples
 * that `isIncluded` says are looked at.
 */
export function train(
  dataset: Dataset,
  plan: TrainingPlan,
  random: Random,
  say: (line: string) => void,
  isIncluded: (example: number) => boolean = () => true,
  ground?: Ground,
): Trained {
  const { width, starts, labels, classes, features, hashes } = dataset
  const weights = new Float32Array(hashes.length * labelCount)
  const squares = new Float32Array(hashes.length * labelCount)
  const transitions = Float64Array.from(ground?.transitions ?? new Float64Array(transitionSize))
  const transitionSquares = new Float64Array(transitionSize)
  const transitionGradient = new Float64Array(transitionSize)
  const factors = new Float64Array(transitionSize)
  refresh(transitions, factors)

  const longest = longestExample(starts)
  const kept = new Int32Array(longest * width)
  const keptStarts = new Int32Array(longest + 1)
  const local = new Float64Array(longest * labelCount)
  const forward = new Float64Array(longest * labelCount)
  const active = new Uint8Array(longest * labelCount)
  const activeSizes = new Uint8Array(longest)
  const backward = new Float64Array(labelCount)
  const behind = new Float64Array(labelCount)
  const scale = 1 / (1 - plan.dropout)
  const skip = 1 / Math.log(plan.dropout)
  const order = Array.from({ length: starts.length - 1 }, (_, index) => index).filter(isIncluded)
  let { rate } = plan

  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    const began = Date.now()
    random.shuffle(order)
    let loss = 0
    let seen = 0
    for (const [turn, example] of order.entries()) {
      const start = starts[example] as number
      const count = (starts[example + 1] as number) - start
      if (count === 0) continue
      loss += step(start, count)
      seen += count
      if (turn % batch === batch - 1) updateTransitions()
    }
    updateTransitions()
    rate = plan.rate * (1 - (0.9 * (epoch + 1)) / plan.epochs)
    say(`  epoch ${epoch + 1}: loss a token ${(loss / seen).toFixed(4)}, ${((Date.now() - began) / 1000).toFixed(0)} s`)
  }
  return { features: weights, transitions }

  /** One example: sums forward and backward, and moves the weights; answers its loss. */
  function step(start: number, count: number): number {
    let loss = 0
    for (let token = 0; token < count; token++) {
      scoreToken(start, token)
      loss += forwardStep(start, token)
    }
    behind.fill(0)
    const end = (count - 1) * labelCount
    for (let index = 0; index < (activeSizes[count - 1] as number); index++) behind[active[end + index] as number] = 1
    for (let token = count - 1; token >= 0; token--) {
      descend(start, token)
      backStep(start, token)
    }
    return loss
  }

  /** Draws the features of a token that are kept, and adds up their weights. */
  function scoreToken(start: number, token: number): void {
    const from = (start + token) * width
    let end = keptStarts[token] as number
    const base = token * labelCount
    for (let label = 0; label < labelCount; label++) local[base + label] = 0
    // how many features are passed over before the next one that is kept
    for (let at = from + gap(); at < from + width; at += 1 + gap()) {
      const feature = features[at] as number
      if (feature < 0) continue
      const row = feature * labelCount
      kept[end++] = row
      for (let label = 0; label < labelCount; label++)
        local[base + label] = (local[base + label] as number) + (weights[row + label] as number)
    }
    const given = (start + token) * labelCount
    for (let label = 0; label < labelCount; label++)
      local[base + label] =
        (local[base + label] as number) * scale + (ground === undefined ? 0 : (ground.scores[given + label] as number))
    keptStarts[token + 1] = end
  }

  function gap(): number {
    return Math.floor(Math.log(1 - random.next()) * skip)
  }

  /** Sums up to a token, scaled to one, over the labels that count there; answers the token's share of the loss. */
  function forwardStep(start: number, token: number): number {
    const base = token * labelCount
    const table = (classes[start + token] as number) * labelCount * labelCount
    const gold = labels[start + token] as number
    const before = token === 0 ? 0 : (labels[start + token - 1] as number)
    let highest = Number.NEGATIVE_INFINITY
    for (let label = 0; label < labelCount; label++) highest = Math.max(highest, local[base + label] as number)
    const truth = (local[base + gold] as number) - highest + (transitions[table + before * labelCount + gold] as number)
    let sum = 0
    let size = 0
    for (let to = 0; to < labelCount; to++) {
      const factor = Math.exp((local[base + to] as number) - highest)
      if (factor < negligible && to !== gold) continue
      let ways = token === 0 ? (factors[table + to] as number) : 0
      if (token > 0) {
        const earlier = base - labelCount
        for (let index = 0; index < (activeSizes[token - 1] as number); index++) {
          const from = active[earlier + index] as number
          ways += (forward[earlier + from] as number) * (factors[table + from * labelCount + to] as number)
        }
      }
      if (ways * factor < 1e-9 && to !== gold) continue
      local[base + to] = factor
      forward[base + to] = ways * factor
      sum += ways * factor
      active[base + size++] = to
    }
    activeSizes[token] = size
    for (let index = 0; index < size; index++) {
      const to = base + (active[base + index] as number)
      forward[to] = (forward[to] as number) / sum
    }
    return Math.log(sum) - truth
  }

  /** Moves the weights of a token's features towards its label and away from what is believed of it. */
  function descend(start: number, token: number): void {
    const base = token * labelCount
    const gold = labels[start + token] as number
    const size = activeSizes[token] as number
    let sum = 0
    for (let index = 0; index < size; index++) {
      const label = active[base + index] as number
      sum += (forward[base + label] as number) * (behind[label] as number)
    }
    for (let index = 0; index < size; index++) {
      const label = active[base + index] as number
      const believed = ((forward[base + label] as number) * (behind[label] as number)) / sum
      const gradient = ((label === gold ? 1 : 0) - believed) * scale
      if (gradient < 0.002 && gradient > -0.002) continue
      const square = gradient * gradient
      const end = keptStarts[token + 1] as number
      for (let at = keptStarts[token] as number; at < end; at++) {
        const weight = (kept[at] as number) + label
        const total = (squares[weight] as number) + square
        squares[weight] = total
        weights[weight] = (weights[weight] as number) + (rate * gradient) / Math.sqrt(total + 1)
      }
    }
  }

  /** Expected transitions into a token, and the backward sums of the token before it. */
  function backStep(start: number, token: number): void {
    const base = token * labelCount
    const table = (classes[start + token] as number) * labelCount * labelCount
    const gold = labels[start + token] as number
    const before = token === 0 ? 0 : (labels[start + token - 1] as number)
    const size = activeSizes[token] as number
    const earlier = base - labelCount
    const earlierSize = token === 0 ? 1 : (activeSizes[token - 1] as number)
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
        transitionGradient[row + to] =
          (transitionGradient[row + to] as number) - share * (factors[row + to] as number) * (behind[to] as number)
      }
    }
    const pair = table + before * labelCount + gold
    transitionGradient[pair] = (transitionGradient[pair] as number) + 1
    for (let other = 0; other < earlierSize; other++) {
      const from = token === 0 ? 0 : (active[earlier + other] as number)
      behind[from] = (backward[from] as number) / normal
    }
  }

  function updateTransitions(): void {
    for (let index = 0; index < transitionSize; index++) {
      const gradient = transitionGradient[index] as number
      if (gradient === 0) continue
      const total = (transitionSquares[index] as number) + gradient * gradient
      transitionSquares[index] = total
      const weight = (transitions[index] as number) + (rate * gradient) / Math.sqrt(total + 1)
      transitions[index] = weight
      if (factors[index] !== 0) factors[index] = Math.exp(weight)
      transitionGradient[index] = 0
    }
  }
}

function refresh(transitions: Float64Array, factors: Float64Array): void {
  for (let index = 0; index < transitionSize; index++) {
    const from = Math.floor(index / labelCount) % labelCount
    factors[index] = allowed(from, index % labelCount) ? Math.exp(transitions[index] as number) : 0
  }
}

function longestExample(starts: Int32Array): number {
  let longest = 0
  for (let index = 1; index < starts.length; index++)
    longest = Math.max(longest, (starts[index] as number) - (starts[index - 1] as number))
  return longest
}
