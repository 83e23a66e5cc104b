import type { Definition, Link, LinkReference } from 'mdast'
import { endOf, startOf } from './syntax.ts'

interface Stretch {
  readonly start: number
  readonly end: number
}

/** Where the target of a link stands: behind `](` or, in an address typed as such, the text itself. */
export function targetOfLink(source: string, link: Link | LinkReference, text: Stretch): Stretch {
  if (source[startOf(link)] !== '[') return text
  const end = endOf(link)
  const label = source.indexOf('](', text.end)
  if (label < 0 || label >= end) return text
  return destination(source, label + 2, end - 1)
}

/** Where the target of `[label]: target "title"` stands. */
export function targetOfDefinition(source: string, definition: Definition): Stretch {
  const end = endOf(definition)
  const label = source.indexOf(']:', startOf(definition))
  return label < 0 || label >= end ? { start: startOf(definition), end } : destination(source, label + 2, end)
}

/** A destination as CommonMark has it: `<…>`, or up to white space. */
function destination(source: string, from: number, limit: number): Stretch {
  let start = from
  while (start < limit && /[\s>]/.test(source[start] as string)) start += 1
  if (source[start] === '<') {
    const close = source.indexOf('>', start)
    return { start: start + 1, end: close < 0 || close > limit ? limit : close }
  }
  let end = start
  while (end < limit && !/\s/.test(source[end] as string)) end += 1
  return { start, end }
}
