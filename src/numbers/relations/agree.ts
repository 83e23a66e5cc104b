import type { Figure } from '../figures.ts'
import { toBase } from '../lexicon/units.ts'
import { meant, overlap } from './relation.ts'

/** Whether two figures may stand for one value, rounding, units and hedges respected. */
export function agree(first: Figure, second: Figure): boolean {
  const [low, high] = meant(first)
  const [from, to] = meant(second)
  if (first.unit === '' && second.unit === '') return overlap(low, high, from, to)
  return overlap(toBase(low, first.unit), toBase(high, first.unit), toBase(from, second.unit), toBase(to, second.unit))
}

/** How many times the first the second is, in one unit. */
export function ratioOf(first: Figure, second: Figure): number {
  return toBase(second.value, second.unit) / toBase(first.value, first.unit)
}
