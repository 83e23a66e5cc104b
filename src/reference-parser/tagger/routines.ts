import {
  add,
  addIntegers,
  addShorts,
  advance,
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

/** The functions of `Kernels`, of which `kernel-bytes.ts` is the module. */
export const routines: readonly Routine[] = [multiply, gather, remember]
