/** Where things stand: files, spans, and healed readings of them. */

export type Format = 'markdown' | 'text' | 'bibtex' | 'csl-json' | 'csl-yaml' | 'ris'

/** A file as read from disk or standard input: decoded text without its byte order mark. */
export interface SourceFile {
  /** relative to the working directory, with `/` */
  readonly path: string
  readonly format: Format
  readonly text: string
  /** label of the encoding the bytes were decoded from, as in the WHATWG Encoding Standard: `utf-8`, `windows-1251`… */
  readonly encoding: string
  /** what decoding had to guess or replace */
  readonly troubles?: readonly Trouble[]
}

/** A half-open range of UTF-16 offsets in the decoded text of a file. */
export interface Span {
  readonly path: string
  readonly start: number
  readonly end: number
}

/**
 * A healed reading of some source text: hyphenated words joined, hard line ends turned into spaces, entities and escapes
 * resolved, block quote marks left out. `pieces` lead back to the author's file.
 */
export interface Passage {
  readonly path: string
  readonly text: string
  readonly pieces: readonly Piece[]
}

/**
 * `text.slice(at, at + length)` was read from source `[start, end)`. Where both lengths are equal the two correspond unit
 * by unit; otherwise the piece corresponds as a whole (`&amp;` read as `&`, a line end read as a space, or `length` 0 for
 * source that is left out). Pieces are ordered by `at` and by `start`, and cover all of `text`.
 */
export interface Piece {
  readonly at: number
  readonly length: number
  readonly start: number
  readonly end: number
}

/** Something in the input that could not be read as intended. It never stops the rest. */
export interface Trouble {
  readonly code: string
  readonly message: string
  readonly span?: Span
  /** a trouble that means that part of the input was not read makes the run exit with 2 */
  readonly fatal?: boolean
}
