import { kernelBytes } from './kernel-bytes.ts'
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

export function kernels(memory: WebAssembly.Memory): Kernels {
  const bytes = Uint8Array.from(atob(kernelBytes), (character) => character.charCodeAt(0))
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } })
  return exports as unknown as Kernels
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
