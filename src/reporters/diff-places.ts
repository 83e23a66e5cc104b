import type { Report } from '../model/report.ts'
import type { Span } from '../model/source.ts'
import { Sources } from './sources.ts'

export interface DiffPosition {
  readonly line: number
  /** from 1 */
  readonly column: number
}

export interface DiffPlace {
  readonly start: DiffPosition
  readonly end: DiffPosition
}

/** UTF-16 units between two known byte counts. */
const stride = 4096

interface Known {
  readonly text: string
  /** offsets at which lines begin */
  readonly starts: readonly number[]
  /** bytes of UTF-8 before every `stride`th unit; counted when first asked for */
  bytes?: readonly number[]
}

/**
 * Places as Git and the programs around it count them: only LF ends a line. The report's own places (Places) also end one at
 * a lone CR, U+2028 and U+2029.
 */
export class DiffPlaces {
  readonly #sources: Sources<Known>

  constructor(report: Report) {
    this.#sources = new Sources(report, knownOf)
  }

  /** Columns in UTF-16 units. */
  of({ path, start, end }: Span): DiffPlace {
    const file = this.#file(path)
    const place = (offset: number): DiffPosition => {
      const line = lineOf(file, offset)
      return { line, column: offset - (file.starts[line - 1] as number) + 1 }
    }
    return { start: place(start), end: place(end) }
  }

  /** Columns in bytes of UTF-8. */
  inBytes({ path, start, end }: Span): DiffPlace {
    const file = this.#file(path)
    const place = (offset: number): DiffPosition => {
      const line = lineOf(file, offset)
      return { line, column: bytesBefore(file, offset) - bytesBefore(file, file.starts[line - 1] as number) + 1 }
    }
    return { start: place(start), end: place(end) }
  }

  #file(path: string): Known {
    return this.#sources.of(path) ?? knownOf('')
  }
}

function knownOf(text: string): Known {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return { text, starts }
}

function lineOf({ starts }: Known, offset: number): number {
  let low = 0
  let high = starts.length
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) <= offset) low = middle
    else high = middle
  }
  return low + 1
}

function bytesBefore(file: Known, offset: number): number {
  file.bytes ??= checkpoints(file.text)
  const index = Math.min(Math.floor(Math.max(offset, 0) / stride), file.bytes.length - 1)
  return (file.bytes[index] as number) + bytesOf(file.text, index * stride, offset)
}

function checkpoints(text: string): readonly number[] {
  const sums = [0]
  for (let at = 0; at + stride <= text.length; at += stride) {
    sums.push((sums.at(-1) as number) + bytesOf(text, at, at + stride))
  }
  return sums
}

/** Bytes of a range. A pair of surrogates counts with its first half; a half alone is written as U+FFFD, three bytes. */
function bytesOf(text: string, start: number, end: number): number {
  let count = 0
  for (let at = start; at < Math.min(end, text.length); at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) count += 1
    else if (unit < 0x800) count += 2
    else if (isHigh(unit) && isLow(text.charCodeAt(at + 1))) count += 4
    else if (!isLow(unit) || at === 0 || !isHigh(text.charCodeAt(at - 1))) count += 3
  }
  return count
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}
