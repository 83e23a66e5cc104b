import type { Figure } from '../figures.ts'
import { toBase } from '../lexicon/units.ts'
import { meant, overlap } from './relation.ts'

/** Whether two figures may stand for one value, rounding, units and hedges respected. */
export function agree(first: Figure, second: Figure): boolean {
  const interval = (figure: Figure): readonly [number, number] => {
    const [low, high] = meant(figure)
    return [toBase(low, figure.unit), toBase(high, figure.unit)]
  }
  const [low, high] = interval(first)
  const [from, to] = interval(second)
  return overlap(low, high, from, to)
}

/** How many times the first the second is, in one unit. */
export function ratioOf(first: Figure, second: Figure): number {
  return toBase(second.value, second.unit) / toBase(first.value, first.unit)
}
