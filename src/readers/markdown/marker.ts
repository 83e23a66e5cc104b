import type { Marker } from '../../model/block.ts'
import type { Passage } from '../../model/source.ts'
import { spanOf } from '../../text/passage.ts'

/** `[12]`, `(12)`, `12.`, `12)` at the start of a reading; a year or a decimal number is none. */
const TYPED = /^\s*(?:\[(\d{1,4})\](?!\s*[[(])|\((\d{1,3})\)(?=\s)|(\d{1,3})(?:[.)](?=\s|$|\p{L})|[．、]))/u
const LIST_MARK = /(?:[-+*]|(\d{1,9})[.)])/y

/** The typed list number that a text begins with, and how much of the reading it takes, the space behind it included. */
export function typedMarker(passage: Passage): { readonly marker: Marker; readonly length: number } | null {
  const match = TYPED.exec(passage.text)
  if (match === null) return null
  const number = (match[1] ?? match[2] ?? match[3]) as string
  const written = match[0].trimStart()
  const from = match[0].length - written.length
  const digits = from + written.indexOf(number)
  const behind = passage.text.slice(match[0].length, match[0].length + 20)
  return {
    marker: {
      text: written,
      span: spanOf(passage, from, match[0].length),
      number: Number(number),
      numberSpan: spanOf(passage, digits, digits + number.length),
    },
    length: match[0].length + behind.length - behind.trimStart().length,
  }
}

/** The mark of a list item that begins at `at`; with `from`, the marks of the lists around it that begin on its line. */
export function listMarker(path: string, source: string, at: number, from: number = at): Marker {
  LIST_MARK.lastIndex = at
  const match = LIST_MARK.exec(source)
  const end = match === null ? at : LIST_MARK.lastIndex
  const digits = match?.[1]
  const marker = { text: source.slice(from, end), span: { path, start: from, end } }
  if (digits === undefined) return marker
  return { ...marker, number: Number(digits), numberSpan: { path, start: at, end: at + digits.length } }
}

/** A list mark and the number typed behind it, as in `* [12]`. */
export function joinMarkers(outer: Marker, inner: Marker): Marker {
  return { ...inner, text: `${outer.text} ${inner.text}`, span: { ...outer.span, end: inner.span.end } }
}

/** The `[12]:` before an address at `start`. */
export function definitionMarker(path: string, source: string, start: number, label: string): Marker {
  const end = source.indexOf(']:', start) + 2
  const digits = source.indexOf(label, start)
  return {
    text: source.slice(start, end),
    span: { path, start, end },
    number: Number(label),
    numberSpan: { path, start: digits, end: digits + label.length },
  }
}
