import type { Passage } from '../../model/source.ts'
import { slicePassage } from '../../text/passage.ts'

/** Whether a stretch of source goes over a line end; long stretches do not count. */
export function breaksLine(source: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return end - start < 1000 && /[\r\n]/.test(source.slice(start, end))
}

/** Whether a paragraph is the caption of a table, in pandoc's two ways. */
export function isTableCaption(text: string, isBesideTable: boolean): boolean {
  return /^Table:\s/.test(text) || (isBesideTable && /^(?:table)?:\s/i.test(text))
}

/** A heading without pandoc's `{#id .class key=value}` at its end. */
export function withoutAttributes(passage: Passage): Passage {
  const { text } = passage
  const open = text.lastIndexOf('{')
  if (open < 0 || text.length - open > 300 || !/^\{(?:[#.][^{}]*|-)\}\s*$/.test(text.slice(open))) return passage
  return slicePassage(passage, 0, text.slice(0, open).trimEnd().length)
}
