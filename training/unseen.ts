import { type Steps, search, stepsOf, surenessOf } from '../src/reference-parser/decode.ts'
import { labelCount } from '../src/reference-parser/labels.ts'
import { type TrainingPlan, train } from './crf.ts'
import type { Dataset, Looked } from './dataset.ts'
import type { Random } from './random.ts'

/** What a first look makes of examples that it was not trained on: labels, and the scores they came from, token × label. */
export interface Unseen extends Looked {
  readonly scores: Float32Array
}

/**
 * Trains on all parts of the data but one, in turn, and reads the part left out: what the second look is trained on has to
 * be as wrong as the first one will be.
 */
export function unseen(
  dataset: Dataset,
  parts: number,
  plan: TrainingPlan,
  random: Random,
  say: (line: string) => void,
): Unseen {
  const size = dataset.labels.length
  const made = { labels: new Uint8Array(size), sure: new Uint8Array(size), scores: new Float32Array(size * labelCount) }
  for (let part = 0; part < parts; part++) {
    say(`without part ${part + 1} of ${parts}`)
    const { features, transitions } = train(dataset, plan, random, say, (example) => example % parts !== part)
    const steps = stepsOf(transitions, 1)
    for (let example = part; example < dataset.starts.length - 1; example += parts)
      read(dataset, example, features, steps, made)
  }
  return made
}

function read(dataset: Dataset, example: number, features: Float32Array, steps: Steps, made: Unseen): void {
  const start = dataset.starts[example] as number
  const end = dataset.starts[example + 1] as number
  if (start === end) return
  const { width } = dataset
  for (let token = start; token < end; token++) {
    for (let at = token * width; at < (token + 1) * width; at++) {
      const row = (dataset.features[at] as number) * labelCount
      if (row < 0) continue
      for (let label = 0; label < labelCount; label++) {
        const score = token * labelCount + label
        made.scores[score] = (made.scores[score] as number) + (features[row + label] as number)
      }
    }
  }
  const bases = Int32Array.from(dataset.classes.subarray(start, end), (one) => one * labelCount * labelCount)
  const lattice = search(Float64Array.from(made.scores.subarray(start * labelCount, end * labelCount)), bases, steps)
  made.labels.set(lattice.labels, start)
  made.sure.set(surenessOf(lattice), start)
}
