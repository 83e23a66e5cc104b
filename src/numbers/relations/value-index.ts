import type { Figure } from '../figures.ts'
import { toBase } from '../lexicon/units.ts'
import { agree } from './agree.ts'
import { meant } from './relation.ts'

/** Figures whose intervals span more classes of size than this are kept in a list. */
const MOST_CLASSES = 6
/** Classes of size: eight to a power of e. */
const FINE = 8
/** A longer list of open intervals (`more than 30`) would make the search slow. */
const MOST_WIDE = 200

/** Figures by dimension and size, so that those that agree with one are found without looking at all. */
export class ValueIndex {
  readonly #classes = new Map<string, Figure[]>()
  readonly #wide = new Map<string, Figure[]>()

  constructor(figures: Iterable<Figure>) {
    for (const figure of figures) {
      const keys = keysOf(figure)
      if (keys === undefined) push(this.#wide, figure.dimension, figure)
      else for (const key of keys) push(this.#classes, key, figure)
    }
  }

  /** The figures that may stand for the same value; undefined where too many are open to tell. */
  agreeing(figure: Figure): readonly Figure[] | undefined {
    const wide = this.#wide.get(figure.dimension) ?? []
    const keys = keysOf(figure)
    if (keys === undefined || wide.length > MOST_WIDE) return undefined
    const found = new Set<Figure>()
    for (const key of keys)
      for (const other of this.#classes.get(key) ?? []) if (other !== figure && agree(figure, other)) found.add(other)
    for (const other of wide) if (other !== figure && agree(figure, other)) found.add(other)
    return [...found]
  }
}

function keysOf(figure: Figure): readonly string[] | undefined {
  const [low, high] = meant(figure).map((value) => toBase(value, figure.unit)) as [number, number]
  if (!(low > 0) || !Number.isFinite(high)) return undefined
  const [from, to] = [Math.floor(Math.log(low) * FINE), Math.floor(Math.log(high) * FINE)]
  if (to - from >= MOST_CLASSES) return undefined
  return Array.from({ length: to - from + 1 }, (_, at) => `${figure.dimension} ${from + at}`)
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
