import type { Report } from '../model/report.ts'
import type { Span } from '../model/source.ts'
import { LineIndex, type Position } from '../text/lines.ts'
import { Sources } from './sources.ts'

/** Both ends of a span with lines and columns from 1 and offsets from 0, in UTF-16 units of the decoded text. */
export interface Place {
  readonly start: Position
  readonly end: Position
}

interface Known {
  readonly text: string
  readonly lines: LineIndex
}

const nothing: Known = { text: '', lines: new LineIndex('') }

/** Lines and columns of the files of one report; an index is made when a file is first asked for. */
export class Places {
  readonly #sources: Sources<Known>

  constructor(report: Report) {
    this.#sources = new Sources(report, (text) => ({ text, lines: new LineIndex(text) }))
  }

  /** decoded text of a file of the report; undefined for any other */
  text(path: string): string | undefined {
    return this.#sources.of(path)?.text
  }

  /** A file that is not in the report counts as one long line, so that the offsets still lead to the place. */
  lines(path: string): LineIndex {
    return (this.#sources.of(path) ?? nothing).lines
  }

  of(span: Span): Place {
    const lines = this.lines(span.path)
    return { start: lines.position(span.start), end: lines.position(span.end) }
  }
}
