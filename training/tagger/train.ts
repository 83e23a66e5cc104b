import { paddedLabels } from '../../src/reference-parser/tagger/shape.ts'
import { Adam } from '../adam.ts'
import { Chain } from '../crf.ts'
import type { Dataset } from '../dataset.ts'
import type { Random } from '../random.ts'
import { Average } from './average.ts'
import { type Dense, type Dropout, Network } from './network.ts'
import type { Parameters } from './parameters.ts'

export interface TrainingPlan {
  readonly epochs: number
  readonly dropout: Dropout
  /** of the dense parameters and the transitions, and of the rows */
  readonly rate: number
  readonly rowRate: number
}

export interface Trained {
  readonly parameters: Parameters
  /** class × label before × label */
  readonly transitions: Float32Array
}

/** Examples whose gradients are added up before the dense parameters move. */
const batch = 8

/** A sum of gradients longer than this is shortened to it. */
const longestGradient = 50

/** Rates rise over this share of the training, and then fall in a straight line, but not below `least` of what they were. */
const rising = 0.02
const least = 0.2

/**
 * Trains the tagger by stochastic gradient descent of the loss of whole label sequences; what it answers is the mean of the
 * parameters over the last part of the training (Polyak, Juditsky 1992).
 */
export function trainTagger(
  dataset: Dataset,
  plan: TrainingPlan,
  random: Random,
  say: (line: string) => void,
): Trained {
  const { starts, labels, classes, rows } = dataset
  const longest = starts.subarray(1).reduce((most, end, index) => Math.max(most, end - (starts[index] as number)), 1)
  const network = new Network(longest, plan.dropout, random)
  const chain = new Chain(longest)
  const { parameters, gradients } = network
  const names = Object.keys(parameters) as Dense[]
  const optimisers = [
    ...names.map((name) => new Adam(parameters[name].values, gradients[name].values)),
    new Adam(chain.transitions, chain.gradients),
  ]
  const order = Array.from({ length: starts.length - 1 }, (_, index) => index).filter(
    (index) => starts[index] !== starts[index + 1],
  )
  const average = new Average([network.rows, ...names.map((name) => parameters[name].values), chain.transitions])
  const total = plan.epochs * order.length
  let done = 0
  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    const began = Date.now()
    let [loss, seen] = [0, 0]
    random.shuffle(order)
    for (const [turn, example] of order.entries()) {
      const start = starts[example] as number
      const count = (starts[example + 1] as number) - start
      const share = shareOfRate(done / total)
      const scores = network.forward(rows, start, count)
      loss += chain.loss({ labels, classes, start, count }, scores, network.scoreGradients, paddedLabels)
      network.backward(rows, start, count, plan.rowRate * share)
      seen += count
      done++
      if (turn % batch !== batch - 1) continue
      const scale = shortening(names.map((name) => gradients[name].values))
      for (const optimiser of optimisers) optimiser.step(plan.rate * share, scale)
      chain.refresh()
      average.note(done / total)
    }
    say(`  epoch ${epoch + 1}: loss a token ${(loss / seen).toFixed(4)}, ${((Date.now() - began) / 1000).toFixed(0)} s`)
  }
  average.take()
  return { parameters: network.result(), transitions: chain.transitions }
}

function shareOfRate(progress: number): number {
  return progress < rising ? progress / rising : Math.max(least, 1 - (progress - rising) / (1 - rising))
}

function shortening(gradients: readonly Float32Array[]): number {
  let square = 0
  for (const values of gradients) for (const value of values) square += value * value
  return square > longestGradient ** 2 ? longestGradient / Math.sqrt(square) : 1
}
