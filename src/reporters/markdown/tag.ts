import { Safe, type Tag, tagOf } from '../tagged.ts'
import { harmless } from '../terminal/glyphs.ts'

/**
 * Markdown in which a value is nothing but its words, on one line: no mark, link, image, HTML or heading, no mention that
 * pings somebody and no number that becomes a reference to an issue. (Mentions are found in the rendered text, where a
 * backslash no longer shows: a zero-width space parts the sign from the name.)
 */
export const md: Tag<'markdown'> = tagOf('markdown', (text) =>
  harmless(text.replace(/\s+/g, ' '))
    .replace(/[\\`*_{}[\]()<>#+.!|~$&:=^-]/g, '\\$&')
    .replace(/@|\\#(?=\d)/g, '$&&#8203;'),
)

/** A value as it stands, in backticks: nothing in there is a mark, a mention or a link. */
export function code(text: string): Safe<'markdown'> {
  // a bar would end the cell of a table even within backticks
  const plain = harmless(text.replace(/\s+/g, ' ')).replaceAll('|', '¦')
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$|^ .* $/.test(plain) || plain === '' ? ' ' : ''
  return new Safe('markdown', `${fence}${pad}${plain}${pad}${fence}`)
}
