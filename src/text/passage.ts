import type { Passage, Piece, Span } from '../model/source.ts'

/**
 * Collects a healed reading piece by piece, in source order.
 * `keep` copies source unit by unit; `replace` reads a stretch of source as something else (`''` leaves it out).
 */
export class PassageBuilder {
  readonly #path: string
  readonly #source: string
  readonly #pieces: Piece[] = []
  #text = ''

  constructor(path: string, source: string) {
    this.#path = path
    this.#source = source
  }

  /** length of the reading so far */
  get length(): number {
    return this.#text.length
  }

  keep(start: number, end: number): this {
    if (end <= start) return this
    const last = this.#pieces.at(-1)
    if (last !== undefined && last.end === start && last.length === last.end - last.start) {
      this.#pieces[this.#pieces.length - 1] = { ...last, length: last.length + end - start, end }
    } else {
      this.#pieces.push({ at: this.#text.length, length: end - start, start, end })
    }
    this.#text += this.#source.slice(start, end)
    return this
  }

  replace(start: number, end: number, text: string): this {
    if (text === this.#source.slice(start, end)) return this.keep(start, end)
    this.#pieces.push({ at: this.#text.length, length: text.length, start, end })
    this.#text += text
    return this
  }

  build(): Passage {
    return { path: this.#path, text: this.#text, pieces: this.#pieces }
  }
}

/** A passage that reads `[start, end)` of the source as it stands. */
export function verbatim(path: string, source: string, start = 0, end: number = source.length): Passage {
  return new PassageBuilder(path, source).keep(start, end).build()
}

/** The part `[from, to)` of a reading, as a passage of its own. Replaced stretches are kept whole. */
export function slicePassage(passage: Passage, from: number, to: number): Passage {
  const pieces: Piece[] = []
  for (let index = pieceAt(passage, from); index < passage.pieces.length; index++) {
    const piece = passage.pieces[index] as Piece
    if (piece.at >= to) break
    const first = Math.max(piece.at, from)
    const last = Math.min(piece.at + piece.length, to)
    if (last < first || (last === first && piece.length > 0)) continue
    const exact = piece.length === piece.end - piece.start
    pieces.push({
      at: first - from,
      length: last - first,
      start: exact ? piece.start + first - piece.at : piece.start,
      end: exact ? piece.start + last - piece.at : piece.end,
    })
  }
  return { path: passage.path, text: passage.text.slice(from, to), pieces }
}

/** Several passages of one file read as one, with `glue`, which stands for no source, between them. */
export function joinPassages(passages: readonly Passage[], glue = ' '): Passage {
  let text = ''
  const pieces: Piece[] = []
  for (const [index, passage] of passages.entries()) {
    if (index > 0 && glue !== '') {
      const end = pieces.at(-1)?.end ?? 0
      pieces.push({ at: text.length, length: glue.length, start: end, end })
      text += glue
    }
    for (const piece of passage.pieces) pieces.push({ ...piece, at: piece.at + text.length })
    text += passage.text
  }
  return { path: passages[0]?.path ?? '', text, pieces }
}

/**
 * Where `[from, to)` of a reading stands in the source: spans in order, one for each unbroken stretch of source. What was
 * read as something else (an entity, a line end read as a space) belongs to its stretch; what was left out breaks it.
 */
export function segmentsOf(passage: Passage, from: number, to: number): readonly Span[] {
  const segments: { start: number; end: number }[] = []
  for (const piece of slicePassage(passage, from, to).pieces) {
    if (piece.length === 0 || piece.start === piece.end) continue
    const last = segments.at(-1)
    if (last !== undefined && last.end === piece.start) last.end = piece.end
    else segments.push({ start: piece.start, end: piece.end })
  }
  return segments.map(({ start, end }) => ({ path: passage.path, start, end }))
}

/** The hull of `[from, to)` in the source. */
export function spanOf(passage: Passage, from = 0, to: number = passage.text.length): Span {
  const [whole] = passage.pieces
  // most of it is one stretch of source, unit by unit
  if (
    whole !== undefined &&
    passage.pieces.length === 1 &&
    whole.length === whole.end - whole.start &&
    from < to &&
    from >= whole.at &&
    to <= whole.at + whole.length
  ) {
    const shift = whole.start - whole.at
    return { path: passage.path, start: from + shift, end: to + shift }
  }
  const { pieces } = slicePassage(passage, from, to)
  const first = pieces.find((piece) => piece.length > 0) ?? pieces[0]
  const last = pieces.findLast((piece) => piece.length > 0) ?? pieces.at(-1)
  if (first === undefined || last === undefined) {
    const start = sourceOffset(passage, from)
    return { path: passage.path, start, end: start }
  }
  return { path: passage.path, start: first.start, end: last.end }
}

/** Source offset of the unit at `offset` of the reading. */
export function sourceOffset(passage: Passage, offset: number): number {
  const piece = passage.pieces[pieceAt(passage, offset)]
  if (piece === undefined) return passage.pieces.at(-1)?.end ?? 0
  return piece.length === piece.end - piece.start ? piece.start + offset - piece.at : piece.start
}

/** Offset in the reading of what stands at `offset` of the source; the nearest one after it if that was left out. */
export function readingOffset(passage: Passage, offset: number): number {
  let low = 0
  let high = passage.pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((passage.pieces[middle] as Piece).end <= offset) low = middle + 1
    else high = middle
  }
  const piece = passage.pieces[low]
  if (piece === undefined) return passage.text.length
  const exact = piece.length === piece.end - piece.start
  return piece.at + (exact ? Math.max(0, offset - piece.start) : 0)
}

/** Index of the first piece that reaches past `offset` of the reading. */
function pieceAt(passage: Passage, offset: number): number {
  let low = 0
  let high = passage.pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    const piece = passage.pieces[middle] as Piece
    if (piece.at + piece.length <= offset) low = middle + 1
    else high = middle
  }
  return low
}
