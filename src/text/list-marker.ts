import type { Marker } from '../model/block.ts'
import type { Span } from '../model/source.ts'

/** What a list marker is made of, and the offset at which the item's text starts. */
export interface FoundMarker {
  readonly marker: Marker
  readonly end: number
}

const bullet = /[-–—*+•·▪▫‣◦●○■□►➢✓]/
const shape = new RegExp(
  `(?:(${bullet.source})[ \\t\\u00a0]{1,8})?(?:(\\d{1,4})[.)][ \\t\\u00a0]{1,8}|(\\d{1,3})[.)](?=[\\r\\n\\v\\f\\u2028\\u2029])|(\\d{1,4})[.)．、](?=[^\\s\\d.,)])|[\\[［](\\d{1,4})[\\]］][.]?[ \\t\\u00a0]{0,8}|[(（](\\d{1,4})[)）][ \\t\\u00a0]{1,8})?`,
  'y',
)
const bare = /[-–—•·▪▫‣◦●○■□►➢✓](?=\p{L})/uy

/**
 * The list marker at `at` of a source: `-`, `12.`, `12)`, `[12]`, `(12)`, or a bullet before one of these (`- 12.`).
 * A bullet stuck to a capital (`-Bank`) counts too; a lone mark without text after it does not.
 */
export function markerAt(path: string, source: string, at: number, end: number): FoundMarker | undefined {
  shape.lastIndex = at
  const match = shape.exec(source)
  if (match === null) return undefined
  const length = match[0].length
  const typed = match[2] ?? match[3] ?? match[4] ?? match[5] ?? match[6]
  if (length === 0) return stuck(path, source, at, end)
  if (at + length > end || (at + length === end && typed === undefined)) return undefined
  if (typed === undefined && match[1] === undefined) return undefined
  const text = match[0].trimEnd()
  const span: Span = { path, start: at, end: at + text.length }
  if (typed === undefined) return { marker: { text, span, bullet: true }, end: at + length }
  const numberStart = at + match[0].lastIndexOf(typed)
  const numberSpan: Span = { path, start: numberStart, end: numberStart + typed.length }
  return { marker: { text, span, number: Number(typed), numberSpan }, end: at + length }
}

function stuck(path: string, source: string, at: number, end: number): FoundMarker | undefined {
  bare.lastIndex = at
  if (at + 1 >= end || bare.exec(source) === null) return undefined
  if (source[at] !== '•' && !/\p{Lu}/u.test(source[at + 1] as string)) return undefined
  return { marker: { text: source[at] as string, span: { path, start: at, end: at + 1 }, bullet: true }, end: at + 1 }
}
