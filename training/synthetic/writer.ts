import type { Field } from '../../src/reference-parser/labels.ts'
import type { Example, FieldSpan } from '../example.ts'

/** Writes a reference piece by piece and remembers where each field stands. */
export class Writer {
  #text = ''
  readonly #spans: FieldSpan[] = []

  get length(): number {
    return this.#text.length
  }

  /** Words that belong to no field. */
  mark(text: string): this {
    this.#text += text
    return this
  }

  /** A field; nothing where there is no value. */
  put(field: Field, value: string | undefined): this {
    if (value === undefined || value === '') return this
    this.#spans.push({ field, start: this.#text.length, end: this.#text.length + value.length })
    this.#text += value
    return this
  }

  /** A field with marks around it; neither is written where there is no value. */
  with(before: string, field: Field, value: string | undefined, behind = ''): this {
    if (value === undefined || value === '') return this
    return this.mark(before).put(field, value).mark(behind)
  }

  build(): Example {
    return { text: this.#text, spans: this.#spans, source: 'synthetic' }
  }
}
