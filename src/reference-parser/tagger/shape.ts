import { labelCount } from '../labels.ts'
import { rowCount } from './inputs.ts'

/** Outputs that are worked on at once; what is multiplied is padded to whole groups. */
export const groupSize = 16

/** How many numbers describe a token, before and after its neighbours were looked at, and how many a direction remembers. */
export const width = 64
export const memory = 64

/** Input, forget and output gate and the candidate, `memory` numbers each. */
export const gates: number = 4 * memory

/** Scores of labels, padded to whole groups. */
export const paddedLabels: number = Math.ceil(labelCount / groupSize) * groupSize

/**
 * Fixed points: a number `x` is stored as `round(x × 2^bits)`. Those of inputs and weights of one matrix add up to those of
 * its sums; the weights for what comes from the neighbours and from the memory differ so that their sums agree.
 */
export const bits = {
  row: 6,
  window: 11,
  windowSum: 17,
  token: 8,
  tokenWeight: 11,
  memory: 10,
  memoryWeight: 9,
  gateSum: 19,
  score: 11,
  scoreSum: 21,
} as const

interface Part {
  readonly type: 'bytes' | 'shorts' | 'integers'
  readonly size: number
}

/** The parts of the weights in the order in which they lie in the file and in memory. */
const parts = {
  rows: { type: 'bytes', size: rowCount * width },
  rowBias: { type: 'shorts', size: width },
  window: { type: 'shorts', size: 3 * width * width },
  windowBias: { type: 'integers', size: width },
  forward: { type: 'shorts', size: (width + memory) * gates },
  forwardBias: { type: 'integers', size: gates },
  backward: { type: 'shorts', size: (width + memory) * gates },
  backwardBias: { type: 'integers', size: gates },
  score: { type: 'shorts', size: 2 * memory * paddedLabels },
  scoreBias: { type: 'integers', size: paddedLabels },
} as const satisfies Record<string, Part>

export type PartName = keyof typeof parts
export const partNames: readonly PartName[] = Object.keys(parts) as PartName[]

const sizes = { bytes: 1, shorts: 2, integers: 4 }

export const byteLengths: Readonly<Record<PartName, number>> = Object.fromEntries(
  partNames.map((name) => [name, sizes[parts[name].type] * parts[name].size]),
) as Record<PartName, number>

/** Where each part begins, in bytes; all are multiples of 16. */
export const offsets: Readonly<Record<PartName, number>> = (() => {
  let at = 0
  const found: Partial<Record<PartName, number>> = {}
  for (const name of partNames) {
    found[name] = at
    at += byteLengths[name]
  }
  return found as Record<PartName, number>
})()

export const weightBytes: number = partNames.reduce((sum, name) => sum + byteLengths[name], 0)
