import type { Field } from '../src/reference-parser/labels.ts'
import { after, labelOf, outside } from '../src/reference-parser/labels.ts'
import { type Tokens, tokenise } from '../src/reference-parser/tokens.ts'

export interface FieldSpan {
  readonly field: Field
  readonly start: number
  readonly end: number
}

/** One labelled reference to train on: spans of fields in its text; what no span covers is outside. */
export interface Example {
  readonly text: string
  readonly spans: readonly FieldSpan[]
  /** the data set, or `synthetic` */
  readonly source: string
}

/** The tokens of an example and the label of each. */
export function labelled(example: Example): { tokens: Tokens; labels: Uint8Array } {
  const tokens = tokenise(example.text)
  const labels = new Uint8Array(tokens.count)
  let next = 0
  const spans = [...example.spans].sort((a, b) => a.start - b.start)
  for (let index = 0; index < tokens.count; index++) {
    const start = tokens.starts[index] as number
    const end = tokens.ends[index] as number
    while (next < spans.length && (spans[next] as FieldSpan).end <= start) next++
    const span = spans[next]
    // a token that two fields share goes to the one that begins in it
    if (span !== undefined && span.start < end) labels[index] = labelOf(span.field)
    else labels[index] = index === 0 ? outside : after(labels[index - 1] as number)
  }
  return { tokens, labels }
}
