import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moduleOf } from '../../src/reference-parser/tagger/assembler.ts'
import { kernelBytes } from '../../src/reference-parser/tagger/kernel-bytes.ts'
import { kernels, packMatrix } from '../../src/reference-parser/tagger/kernels.ts'
import { routines } from '../../src/reference-parser/tagger/routines.ts'
import { bits, gates, groupSize, memory as held, weightBytes } from '../../src/reference-parser/tagger/shape.ts'
import { Tagger } from '../../src/reference-parser/tagger/tagger.ts'

const memory = new WebAssembly.Memory({ initial: 4 })
const made = kernels(memory)

/** Puts numbers into memory at an address. */
function put(at: number, numbers: Int8Array | Int16Array | Int32Array | Float32Array): void {
  new Uint8Array(memory.buffer).set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), at)
}

describe('the kernels of the tagger', () => {
  it('are what the assembler makes of their routines', () => {
    expect(kernelBytes).toBe(Buffer.from(moduleOf(routines)).toString('base64'))
  })

  it('multiply as a loop in JavaScript does', () => {
    const short = fc.integer({ min: -32767, max: 32767 })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 40 }),
        fc.infiniteStream(short),
        (pairs, outputs, stream) => {
          const take = (): number => stream.next().value as number
          const inputs = 2 * pairs
          const x = Int16Array.from({ length: inputs }, () => take() >> 6)
          const weights = Int16Array.from({ length: inputs * outputs }, () => take() >> 6)
          const groups = Math.ceil(outputs / groupSize)
          const bias = Int32Array.from({ length: groups * groupSize }, () => take() * 1000)
          const packed = packMatrix(inputs, outputs, (input, output) => weights[input * outputs + output] as number)
          const [xAt, outAt, matrixAt] = [0, 1024, 4096]
          put(xAt, x)
          put(outAt, bias)
          put(matrixAt, packed)
          made.multiply(xAt, matrixAt, outAt, pairs, groups)
          const expected = Int32Array.from({ length: outputs }, (_, output) =>
            x.reduce(
              (sum, value, input) => sum + value * (weights[input * outputs + output] as number),
              bias[output] as number,
            ),
          )
          expect(new Int32Array(memory.buffer, outAt, outputs)).toEqual(expected)
        },
      ),
    )
  })

  it('gather rows, and stop at the limits of shorts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 }),
        fc.boolean(),
        (rows, full) => {
          const table = Int8Array.from({ length: 10 * 32 }, (_, index) => ((index * 37) % 255) - 127)
          const start = Int16Array.from({ length: 32 }, (_, index) => (full ? 32700 : index))
          put(
            0,
            Int32Array.from(rows, (row) => 4096 + 32 * row),
          )
          put(1024, start)
          put(4096, table)
          made.gather(0, rows.length, 1024, 2)
          const expected = start.map((value, index) =>
            rows.reduce(
              (sum, row) => Math.max(-32768, Math.min(32767, sum + (table[32 * row + index] as number))),
              value,
            ),
          )
          expect(new Int16Array(memory.buffer, 1024, 32)).toEqual(expected)
        },
      ),
    )
  })

  it('remember as the formula says', () => {
    const sums = Int32Array.from(
      { length: gates },
      (_, index) => Math.round(((index * 7919) % 1300) / 100 - 6.5) * 2 ** bits.gateSum,
    )
    const cells = Float32Array.from({ length: held }, (_, index) => (index % 13) / 4 - 1.5)
    put(0, sums)
    put(4096, cells)
    made.remember(0, 4096, 8192)
    const of = (which: number, index: number): number => (sums[which * held + index] as number) / 2 ** bits.gateSum
    const logistic = (x: number): number => 1 / (1 + Math.exp(-x))
    const [now, out] = [new Float32Array(memory.buffer, 4096, held), new Int16Array(memory.buffer, 8192, held)]
    for (let index = 0; index < held; index++) {
      const kept = logistic(of(1, index)) * (cells[index] as number)
      const cell = kept + logistic(of(0, index)) * Math.tanh(of(3, index))
      expect(now[index]).toBeCloseTo(cell, 3)
      expect((out[index] as number) / 2 ** bits.memory).toBeCloseTo(logistic(of(2, index)) * Math.tanh(cell), 2)
    }
  })
})

describe('the tagger', () => {
  it('refuses weights of another size', () => {
    expect(() => new Tagger(new Uint8Array(weightBytes - 1))).toThrow('another network')
  })
})
