import { attributes } from '../src/reference-parser/attributes.ts'
import { inputs, rowsOf } from '../src/reference-parser/tagger/inputs.ts'
import { transitionClass } from '../src/reference-parser/transitions.ts'
import { type Example, labelled } from './example.ts'

/** Examples as numbers. */
export interface Dataset {
  /** where the tokens of each example begin; one more at the end */
  readonly starts: Int32Array
  readonly labels: Uint8Array
  readonly classes: Uint8Array
  /** the row of each input, token × input */
  readonly rows: Int32Array
}

export function datasetOf(examples: readonly Example[]): Dataset {
  const read = examples.map(labelled)
  const starts = new Int32Array(examples.length + 1)
  for (const [index, { tokens }] of read.entries()) starts[index + 1] = (starts[index] as number) + tokens.count
  const size = starts[examples.length] as number
  const [labels, classes] = [new Uint8Array(size), new Uint8Array(size)]
  const rows = new Int32Array(size * inputs.length)
  for (const [index, one] of read.entries()) {
    const start = starts[index] as number
    const { count } = one.tokens
    const columns = attributes(one.tokens)
    labels.set(one.labels, start)
    classes.set(Uint8Array.from(columns.coarse, transitionClass), start)
    rowsOf(columns, count, rows.subarray(start * inputs.length, (start + count) * inputs.length))
  }
  return { starts, labels, classes, rows }
}
