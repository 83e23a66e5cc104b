import {
  addFloats,
  advance,
  type Code,
  constant,
  divideFloats,
  everywhere,
  floats,
  get,
  greatest,
  least,
  loadVector,
  nearestShorts,
  type Routine,
  repeat,
  set,
  storeVector,
  timesFloats,
} from './assembler.ts'
import { bits, memory } from './shape.ts'

const [sums, cells, out, left, sum, square, cell, first] = [0, 1, 2, 3, 4, 5, 6, 7]
const eights = [0, 1]

/** Leaves coefficients of ascending powers of `square` as a polynomial on the stack (Horner's scheme). */
function polynomial(coefficients: readonly number[]): Code {
  return coefficients
    .slice(0, -1)
    .reduceRight(
      (value, coefficient) => addFloats(timesFloats(value, get(square)), everywhere(coefficient)),
      everywhere(coefficients.at(-1) as number),
    )
}

/**
 * The hyperbolic tangent by the seventh convergent of its continued fraction (Lambert 1768); beyond 4.97, where that reaches
 * one, it stays there. Off by 1e-4 at most. Overwrites `sum` and `square`.
 */
function tangent(value: Code): Code {
  return [
    ...set(sum, greatest(least(value, everywhere(4.97)), everywhere(-4.97))),
    ...set(square, timesFloats(get(sum), get(sum))),
    ...divideFloats(timesFloats(get(sum), polynomial([135135, 17325, 378, 1])), polynomial([135135, 62370, 3150, 28])),
  ]
}

/** The logistic function, which is the tangent of half the argument moved between nought and one. */
function logistic(value: Code): Code {
  return addFloats(timesFloats(tangent(timesFloats(value, everywhere(0.5))), everywhere(0.5)), everywhere(0.5))
}

/**
 * remember(sums, cells, out): the next state of a long short-term memory. From the fixed-point sums of its input, forget and
 * output gates and its candidate, and from its cells, which change, its output as shorts.
 */
export const remember: Routine & { name: 'remember' } = {
  name: 'remember',
  parameters: 3,
  integers: 1,
  vectors: 5,
  body: [
    ...set(left, constant(memory / 8)),
    ...repeat(
      left,
      eights.flatMap((half) => {
        const at = 16 * half
        const argument = (which: number): Code =>
          timesFloats(floats(loadVector(get(sums), 4 * memory * which + at)), everywhere(2 ** -bits.gateSum))
        return [
          ...set(cell, timesFloats(logistic(argument(1)), loadVector(get(cells), at))),
          ...set(first + half, logistic(argument(0))),
          ...set(cell, addFloats(get(cell), timesFloats(get(first + half), tangent(argument(3))))),
          ...storeVector(get(cells), get(cell), at),
          ...set(first + half, logistic(argument(2))),
          ...set(first + half, timesFloats(get(first + half), tangent(get(cell)))),
          ...set(first + half, timesFloats(get(first + half), everywhere(2 ** bits.memory))),
        ]
      }),
      storeVector(get(out), nearestShorts(get(first), get(first + 1))),
      advance(sums, 32),
      advance(cells, 32),
      advance(out, 16),
    ),
  ],
}
