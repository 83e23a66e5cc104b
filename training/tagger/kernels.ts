import {
  addFloat,
  addFloats,
  advance,
  assemble,
  type Code,
  constant,
  each,
  get,
  lane,
  loadFloat,
  loadSplat,
  loadVector,
  type Routine,
  repeat,
  set,
  storeFloat,
  storeVector,
  times,
  timesFloats,
  zeros,
} from '../../src/reference-parser/tagger/assembler.ts'

/** Products of vectors and matrices, input × output, of 32-bit floats; addresses in bytes, outputs in multiples of 16. */
export interface Kernels {
  /** y += x × matrix; the matrix is `outputs` wide */
  product(x: number, matrix: number, y: number, inputs: number, outputs: number): void
  /** dx += matrix × dy */
  transposed(dy: number, matrix: number, dx: number, inputs: number, outputs: number): void
  /** gradient += x × dy, each with each */
  outer(x: number, dy: number, gradient: number, inputs: number, outputs: number): void
}

/** Sixteen outputs at a time: how many such groups there are, into a local. */
const countGroups = (group: number, outputs: number): Code => set(group, [...get(outputs), ...constant(4), 0x76])

const product: Routine & { name: 'product' } = (() => {
  const [x, matrix, y, inputs, outputs, group, left, at, row, stride] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  const [first, input] = [10, 14]
  return {
    name: 'product',
    parameters: 5,
    integers: 5,
    vectors: 5,
    body: [
      ...countGroups(group, outputs),
      ...set(stride, times(get(outputs), constant(4))),
      ...repeat(
        group,
        each((index) => set(first + index, loadVector(get(y), 16 * index))),
        set(at, get(x)),
        set(row, get(matrix)),
        set(left, get(inputs)),
        repeat(
          left,
          set(input, loadSplat(get(at))),
          each((index) =>
            set(
              first + index,
              addFloats(get(first + index), timesFloats(get(input), loadVector(get(row), 16 * index))),
            ),
          ),
          advance(at, 4),
          advance(row, get(stride)),
        ),
        each((index) => storeVector(get(y), get(first + index), 16 * index)),
        advance(y, 64),
        advance(matrix, 64),
      ),
    ],
  }
})()

const transposed: Routine & { name: 'transposed' } = (() => {
  const [dy, matrix, dx, inputs, outputs, left, at] = [0, 1, 2, 3, 4, 5, 6]
  const first = 7
  const sum = addFloats(addFloats(get(first), get(first + 1)), addFloats(get(first + 2), get(first + 3)))
  const total = addFloat(
    addFloat(lane(get(first), 0), lane(get(first), 1)),
    addFloat(lane(get(first), 2), lane(get(first), 3)),
  )
  return {
    name: 'transposed',
    parameters: 5,
    integers: 2,
    vectors: 4,
    body: repeat(
      inputs,
      each((index) => set(first + index, zeros)),
      set(at, get(dy)),
      countGroups(left, outputs),
      repeat(
        left,
        each((index) =>
          set(
            first + index,
            addFloats(
              get(first + index),
              timesFloats(loadVector(get(at), 16 * index), loadVector(get(matrix), 16 * index)),
            ),
          ),
        ),
        advance(at, 64),
        advance(matrix, 64),
      ),
      set(first, sum),
      storeFloat(get(dx), addFloat(loadFloat(get(dx)), total)),
      advance(dx, 4),
    ),
  }
})()

const outer: Routine & { name: 'outer' } = (() => {
  const [x, dy, gradient, inputs, outputs, left, at, input] = [0, 1, 2, 3, 4, 5, 6, 7]
  return {
    name: 'outer',
    parameters: 5,
    integers: 2,
    vectors: 1,
    body: repeat(
      inputs,
      set(input, loadSplat(get(x))),
      set(at, get(dy)),
      countGroups(left, outputs),
      repeat(
        left,
        each((index) =>
          storeVector(
            get(gradient),
            addFloats(loadVector(get(gradient), 16 * index), timesFloats(get(input), loadVector(get(at), 16 * index))),
            16 * index,
          ),
        ),
        advance(at, 64),
        advance(gradient, 64),
      ),
      advance(x, 4),
    ),
  }
})()

export function kernels(memory: WebAssembly.Memory): Kernels {
  return assemble(memory, [product, transposed, outer]) as unknown as Kernels
}
