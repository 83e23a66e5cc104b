import { labelCount } from './labels.ts'

/** How many classes of tokens the transitions tell apart: words by case, numbers, links and each common mark. */
export const transitionClasses = 12

const classOfCoarse: Readonly<Record<number, number>> = {
  1: 1,
  2: 2,
  3: 3,
  4: 4,
  5: 5,
  6: 6,
  7: 5,
  8: 6,
  9: 7,
  10: 7,
  11: 7,
  15: 8,
  14: 8,
  20: 9,
  30: 10,
  31: 11,
  32: 11,
}

/** The class of a token that has this `coarse` column. */
export function transitionClass(coarse: number): number {
  return classOfCoarse[coarse] ?? 0
}

/** What stands outside follows its own field only; the outside before any field follows nothing but itself. */
export function allowed(from: number, to: number): boolean {
  if (to === 0) return from === 0
  if (to % 2 === 1) return true
  return from === to || from === to - 1
}

/** For each label the labels that may stand before it. */
export const predecessors: readonly Uint8Array[] = Array.from({ length: labelCount }, (_, to) =>
  Uint8Array.from(Array.from({ length: labelCount }, (_, from) => from).filter((from) => allowed(from, to))),
)
