import {
  add,
  addIntegers,
  addShorts,
  advance,
  assemble,
  dotShorts,
  each,
  get,
  highShorts,
  load,
  loadSplat,
  loadVector,
  lowShorts,
  type Routine,
  repeat,
  set,
  storeVector,
} from './assembler.ts'
import { remember } from './memory.ts'
import { groupSize } from './shape.ts'

/** The inner loops of the tagger over a memory; all addresses are in bytes. */
export interface Kernels {
  /** out[0 … 16 × groups) += matrix × x: 16-bit numbers, in pairs, and 32-bit sums; see `packMatrix` for the order of the matrix */
  multiply(x: number, matrix: number, out: number, pairs: number, groups: number): void
  /** out[0 … 16 × blocks) += each of the rows of bytes whose addresses are listed; 16-bit sums that stop at their limits */
  gather(rows: number, count: number, out: number, blocks: number): void
  /** The next state of a memory; see `memory.ts`. */
  remember(sums: number, cells: number, out: number): void
}

const multiply: Routine & { name: 'multiply' } = (() => {
  const [x, matrix, out, pairs, groups, at, left] = [0, 1, 2, 3, 4, 5, 6]
  const [first, pair] = [7, 11]
  return {
    name: 'multiply',
    parameters: 5,
    integers: 2,
    vectors: 5,
    body: repeat(
      groups,
      each((lane) => set(first + lane, loadVector(get(out), 16 * lane))),
      set(at, get(x)),
      set(left, get(pairs)),
      repeat(
        left,
        set(pair, loadSplat(get(at))),
        each((lane) =>
          set(first + lane, addIntegers(get(first + lane), dotShorts(get(pair), loadVector(get(matrix), 16 * lane)))),
        ),
        advance(at, 4),
        advance(matrix, 64),
      ),
      each((lane) => storeVector(get(out), get(first + lane), 16 * lane)),
      advance(out, 64),
    ),
  }
})()

const gather: Routine & { name: 'gather' } = (() => {
  const [rows, count, out, blocks, at, left, offset, low, high, row] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  return {
    name: 'gather',
    parameters: 4,
    integers: 3,
    vectors: 3,
    body: repeat(
      blocks,
      set(low, loadVector(get(out))),
      set(high, loadVector(get(out), 16)),
      set(at, get(rows)),
      set(left, get(count)),
      repeat(
        left,
        set(row, loadVector(add(load(get(at)), get(offset)))),
        set(low, addShorts(get(low), lowShorts(get(row)))),
        set(high, addShorts(get(high), highShorts(get(row)))),
        advance(at, 4),
      ),
      storeVector(get(out), get(low)),
      storeVector(get(out), get(high), 16),
      advance(out, 32),
      advance(offset, 16),
    ),
  }
})()

export function kernels(memory: WebAssembly.Memory): Kernels {
  return assemble(memory, [multiply, gather, remember]) as unknown as Kernels
}

/**
 * A matrix, input × output, in the order in which `multiply` reads it: groups of 16 outputs; in a group the inputs two by two;
 * for each pair the 16 outputs, of each the weights of both inputs. The number of inputs is even.
 */
export function packMatrix(
  inputs: number,
  outputs: number,
  weight: (input: number, output: number) => number,
): Int16Array {
  const groups = Math.ceil(outputs / groupSize)
  const packed = new Int16Array(groups * groupSize * inputs)
  let at = 0
  for (let group = 0; group < groups; group++) {
    for (let input = 0; input < inputs; input += 2) {
      for (let output = group * groupSize; output < (group + 1) * groupSize; output++) {
        packed[at++] = output < outputs ? weight(input, output) : 0
        packed[at++] = output < outputs ? weight(input + 1, output) : 0
      }
    }
  }
  return packed
}
