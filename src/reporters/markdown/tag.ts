import { Safe, type Tag, tagOf, type Value } from '../tagged.ts'
import { harmless } from '../terminal/glyphs.ts'

/**
 * Markdown in which a value is nothing but its words, on one line: no mark, link, image, HTML or heading, no mention that
 * pings somebody and no number that becomes a reference to an issue. What would become a link by itself stands in backticks.
 */
export const md: Tag<'markdown'> = tagOf('markdown', (text) =>
  text
    .replace(/\s+/g, ' ')
    .split(' ')
    .map((word) => (linksItself(word) ? code(word).text : words(word)))
    .join(' ')
    // what begins a list, a rule or a definition, should the value stand first on its line
    .replace(/^( *)([-+=:!])/, '$1\\$2')
    .replace(/^( *\d+)([.)])/, '$1\\$2'),
)

/** An address or a mailbox: some renderers link them in whatever text is left once the marks are read. */
function linksItself(word: string): boolean {
  return word.includes('://') || /www\./i.test(word) || /[^@]@[^@.]+\./.test(word)
}

/** Mentions and numbers of issues are also found in the rendered text: a zero-width space parts the sign from the name. */
function words(word: string): string {
  return harmless(word)
    .replace(/[\\`*_{}[\]<>#|~$&]/g, '\\$&')
    .replace(/@|\\#(?=\d)/g, '$&&#8203;')
}

/** Words of ours about a manuscript: what stands in backticks is quoted from it. */
export function worded(message: string): Value<'markdown'> {
  const parts = message.split('`')
  // an odd backtick is one of the manuscript's
  if (parts.length % 2 === 0) return message
  return parts.map((part, index) => (index % 2 === 1 ? code(part) : part))
}

/** A value as it stands, in backticks: nothing in there is a mark, a mention or a link. */
export function code(text: string): Safe<'markdown'> {
  // a bar would end the cell of a table even within backticks
  const plain = harmless(text.replace(/\s+/g, ' ')).replaceAll('|', '¦')
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$|^ .* $/.test(plain) || plain === '' ? ' ' : ''
  return new Safe('markdown', `${fence}${pad}${plain}${pad}${fence}`)
}
