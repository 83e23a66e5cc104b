import type { Citation } from '../../../model/citation.ts'
import type { Document } from '../../../model/document.ts'
import type { Edit } from '../../../model/finding.ts'
import type { ListItem } from '../../../model/reference.ts'
import type { Span } from '../../../model/source.ts'
import type { Counted } from './count.ts'

/** Edits that give each item the number that is meant; items that lost theirs get one where `typeLost` says so. */
export function renumberItems(
  { source }: Document,
  entries: readonly Counted[],
  { typeLost }: { readonly typeLost: boolean },
): readonly Edit[] {
  return entries.flatMap(({ item, printed, meant, typed }): Edit[] => {
    if (!typed) {
      const at = textStart(source.text, item)
      return typeLost ? [{ span: { ...item.span, start: at, end: at }, text: `${meant}. ` }] : []
    }
    const span = digitsOf(source.text, item)
    return printed === meant || span === undefined ? [] : [{ span, text: String(meant) }]
  })
}

/** Edits that make numeric citations follow their entries: old number to new one. Locators are left alone. */
export function renumberCitations(
  { source }: Document,
  citations: readonly Citation[],
  numbers: ReadonlyMap<number, number>,
): readonly Edit[] {
  const seen = new Set<number>()
  return citations.flatMap(({ span, cited }): Edit[] => {
    const meant = new Set(cited.numbers ?? [])
    const text = source.text.slice(span.start, span.end)
    const head = /^[^\d]{0,8}\d{1,4}(?:[^\p{L}\d]{1,5}\d{1,4}(?![\d.]))?/u.exec(text)?.[0] ?? ''
    return [...head.matchAll(/\d+/g)].flatMap(({ 0: digits, index }): Edit[] => {
      const start = span.start + index
      const next = numbers.get(Number(digits))
      if (next === undefined || next === Number(digits) || !meant.has(Number(digits)) || seen.has(start)) return []
      seen.add(start)
      return [{ span: { ...span, start, end: start + digits.length }, text: String(next) }]
    })
  })
}

/** An edit that joins an item to the one before it, or undefined where more than space and a mark stands between them. */
export function joinItems({ source }: Document, before: ListItem, item: ListItem): Edit | undefined {
  const { text } = source
  const from = before.span.end
  const to = textStart(text, item)
  if (to <= from || text.slice(from, item.span.start).trim() !== '') return undefined
  const tail = text.slice(Math.max(0, from - 40), from)
  const hyphen = /\p{L}[-‐]$/u.test(tail) && /^\p{Ll}/u.test(text.slice(to, to + 2))
  const address = /(?:https?:\/\/|10\.\d{4})\S*[/_=&?%-]$/.test(tail)
  return {
    span: { ...item.span, start: hyphen ? from - 1 : from, end: to },
    text: hyphen || address ? '' : ' ',
  }
}

/** Where the text of an item begins, behind its mark. */
export function textStart(text: string, { span, marker }: ListItem): number {
  let at = marker?.end ?? span.start
  while (at < span.end && /\s/.test(text[at] as string)) at++
  return at
}

function digitsOf(text: string, { marker }: ListItem): Span | undefined {
  if (marker === undefined) return undefined
  const found = /\d+/.exec(text.slice(marker.start, marker.end))
  if (found === null) return undefined
  const start = marker.start + found.index
  return { ...marker, start, end: start + found[0].length }
}
