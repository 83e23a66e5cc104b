import { type Safe, type Tag, tagOf, type Value } from '../tagged.ts'

export type Html = Safe<'html'>
export type Content = Value<'html'>

/**
 * Obeyed by the reader's eye or by nothing that HTML knows: controls but tab and line ends, halves of surrogate pairs,
 * embeddings, overrides and isolates of direction. They are shown as escapes; joiners and marks that scripts need stay.
 */
const unseen = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069\u2028\u2029\ufff9-\ufffb]/gu
const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/** HTML in which a value is text, within an element or within a quoted attribute. */
export const html: Tag<'html'> = tagOf('html', (text) =>
  text.replace(/[&<>"'`]/g, (sign) => signs[sign] as string).replace(unseen, escaped),
)

function escaped(character: string): string {
  const code = character.charCodeAt(0)
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`
}

/** Text of a manuscript within our own: its direction cannot reach out. */
export function own(text: string): Html {
  return html`<bdi>${text}</bdi>`
}

/** Words of ours about a manuscript: what stands in backticks is quoted from it. */
export function worded(message: string): Content {
  const parts = message.split('`')
  // an odd backtick is one of the manuscript's
  if (parts.length % 2 === 0) return own(message)
  return parts.map((part, index) => (index % 2 === 1 ? html`<code>${own(part)}</code>` : own(part)))
}

/** A link that leaves the page; anything but http and https stays text. */
export function outward(url: string, text: string = url): Html {
  return /^https?:\/\/[^\s/]/i.test(url)
    ? html`<a class="out" href="${url}" rel="noopener noreferrer">${text}</a>`
    : own(text)
}

/** A language tag that browsers know (BCP 47), else nothing. */
export function languageAttribute(language: string | undefined): Html | undefined {
  return language !== undefined && language !== 'und' && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language)
    ? html` lang="${language}"`
    : undefined
}

export function joined(parts: readonly Content[], between: Content): Content {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [between, part]))
}
