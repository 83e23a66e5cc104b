import { labelCount } from '../../src/reference-parser/labels.ts'
import { packMatrix } from '../../src/reference-parser/tagger/kernels.ts'
import {
  bits,
  gates,
  memory,
  offsets,
  paddedLabels,
  weightBytes,
  width,
} from '../../src/reference-parser/tagger/shape.ts'

/** The numbers that training finds: matrices are input × output. */
export interface Parameters {
  readonly rows: Float32Array
  readonly rowBias: Float32Array
  readonly window: Float32Array
  readonly windowBias: Float32Array
  readonly forward: Float32Array
  readonly forwardBias: Float32Array
  readonly backward: Float32Array
  readonly backwardBias: Float32Array
  /** both memories × padded labels */
  readonly score: Float32Array
  readonly scoreBias: Float32Array
}

/** The parameters as the tagger reads them: fixed-point numbers, in the order of `shape.ts`. */
export function stored(parameters: Parameters): Uint8Array {
  const bytes = new Uint8Array(weightBytes)
  const put = (part: keyof typeof offsets, numbers: Int8Array | Int16Array | Int32Array): void =>
    bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), offsets[part])
  const { rows, rowBias, window, windowBias, score, scoreBias } = parameters
  put(
    'rows',
    Int8Array.from(rows, (value) => fixed(value, bits.row, 127)),
  )
  put(
    'rowBias',
    Int16Array.from(rowBias, (value) => fixed(value, bits.row)),
  )
  put(
    'window',
    matrix(window, 3 * width, width, width, () => bits.window),
  )
  put(
    'windowBias',
    Int32Array.from(windowBias, (value) => fixed(value, bits.windowSum, 2 ** 31 - 1)),
  )
  for (const direction of ['forward', 'backward'] as const) {
    const weightBits = (input: number): number => (input < width ? bits.tokenWeight : bits.memoryWeight)
    put(direction, matrix(parameters[direction], width + memory, gates, gates, weightBits))
    const bias = parameters[`${direction}Bias`]
    put(
      `${direction}Bias`,
      Int32Array.from(bias, (value) => fixed(value, bits.gateSum, 2 ** 31 - 1)),
    )
  }
  put(
    'score',
    matrix(score, 2 * memory, labelCount, paddedLabels, () => bits.score),
  )
  put(
    'scoreBias',
    Int32Array.from(scoreBias, (value) => fixed(value, bits.scoreSum, 2 ** 31 - 1)),
  )
  return bytes
}

function matrix(
  weights: Float32Array,
  inputs: number,
  outputs: number,
  stride: number,
  bitsOf: (input: number) => number,
): Int16Array {
  return packMatrix(inputs, outputs, (input, output) =>
    fixed(weights[input * stride + output] as number, bitsOf(input)),
  )
}

function fixed(value: number, bits: number, most = 32767): number {
  return Math.max(-most, Math.min(most, Math.round(value * 2 ** bits)))
}
