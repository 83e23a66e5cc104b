import type { Field } from './labels.ts'
import { fieldOf } from './labels.ts'
import type { Tokens } from './tokens.ts'

/** Neighbouring tokens of one field; offsets of the text, tokens inclusive. */
export interface Run {
  readonly field: Field
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
  readonly confidence: number
}

/** How sure the labels of the tokens `first` to `last` are. */
export type Certainty = (first: number, last: number) => number

/** Runs of the labelled tokens in order; a field broken by at most two outside tokens is one run. */
export function runsOf(tokens: Tokens, labels: ArrayLike<number>, certainty: Certainty): Run[] {
  const found: { field: Field; first: number; last: number }[] = []
  for (let index = 0; index < tokens.count; index++) {
    const field = fieldOf(labels[index] as number)
    if (field === undefined) continue
    const last = found.at(-1)
    if (last !== undefined && last.field === field && index - last.last <= bridge(field)) last.last = index
    else found.push({ field, first: index, last: index })
  }
  return found.map(({ field, first, last }) => ({
    field,
    first,
    last,
    start: tokens.starts[first] as number,
    end: tokens.ends[last] as number,
    confidence: certainty(first, last),
  }))
}

function bridge(field: Field): number {
  return field === 'url' || field === 'doi' ? 1 : 3
}
