import type { Report } from '../model/report.ts'
import type { Span } from '../model/source.ts'
import { LineIndex, type Position } from '../text/lines.ts'

/** Both ends of a span with lines and columns from 1 and offsets from 0, in UTF-16 units of the decoded text. */
export interface Place {
  readonly start: Position
  readonly end: Position
}

/** Lines and columns of the files of one report; an index is made when a file is first asked for. */
export class Places {
  readonly #texts: ReadonlyMap<string, string>
  readonly #lines = new Map<string, LineIndex>()

  constructor(report: Report) {
    this.#texts = new Map(report.files.map(({ source }) => [source.path, source.text]))
  }

  /** decoded text of a file of the report; undefined for any other */
  text(path: string): string | undefined {
    return this.#texts.get(path)
  }

  /** A file that is not in the report counts as one long line, so that the offsets still lead to the place. */
  lines(path: string): LineIndex {
    const known = this.#lines.get(path)
    if (known !== undefined) return known
    const made = new LineIndex(this.#texts.get(path) ?? '')
    this.#lines.set(path, made)
    return made
  }

  of(span: Span): Place {
    const lines = this.lines(span.path)
    return { start: lines.position(span.start), end: lines.position(span.end) }
  }
}
