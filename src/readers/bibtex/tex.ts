import '@citation-js/plugin-bibtex'
import { plugins } from '@citation-js/core'
import { JOURNAL_MACROS } from './journals.ts'

/** citation-js reads braces by recursion: deeper ones are left out of its sight. */
const DEEPEST = 60
const SPECIAL = /[\\{}$~]|--|''|``/

/**
 * The text that a TeX value stands for: accents composed, braces gone, dashes and quotes set, white space folded.
 * What cannot be read as TeX keeps its words.
 */
export function decodeTex(value: string): string {
  if (!SPECIAL.test(value)) return foldBlanks(value)
  if (value.length > 20_000 || depthOf(value) > DEEPEST) return foldBlanks(stripTex(value))
  const journal = /^\s{0,9}\\([a-z]{2,8})\s{0,9}$/.exec(value)?.[1]
  if (journal !== undefined && Object.hasOwn(JOURNAL_MACROS, journal)) return JOURNAL_MACROS[journal] as string
  return foldBlanks(withoutCommands(withoutMarkup(asText(value) ?? stripTex(value))))
}

/** Commands that citation-js leaves standing: spaces are spaces, others keep their name, which is mostly what they print. */
function withoutCommands(text: string): string {
  // an accent over TeX's dotless i or j stands for the plain letter with that accent
  const composed = text.replace(/[ıȷ](?=\p{M})/gu, (letter) => (letter === 'ı' ? 'i' : 'j')).normalize('NFC')
  if (!composed.includes('\\')) return composed
  return composed
    .replace(/\\(?:ensuremath|protect|mathrm|text|hspace\*?)\b ?/g, '')
    .replace(/\\odot\b ?/g, '⊙')
    .replace(/\\[ ,;:~]/g, ' ')
    .replace(/\\[-!/@]/g, '')
    .replace(/\\(?=\p{L})/gu, '')
}

/** citation-js as a witness for one value, or undefined where it gives up. */
function asText(value: string): string | undefined {
  try {
    const properties = { title: value }
    const items = plugins.input.data([{ type: 'misc', label: 'x', properties }], '@biblatex/entries+list')
    const title = (items as readonly { readonly title?: unknown }[])[0]?.title
    return typeof title === 'string' ? title : undefined
  } catch {
    return undefined
  }
}

/** How deep the braces of a value go; TeX commands are not looked at. */
export function depthOf(value: string): number {
  let depth = 0
  let deepest = 0
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at)
    if (unit === 123) deepest = Math.max(deepest, ++depth)
    else if (unit === 125) depth--
  }
  return deepest
}

/** Braces, `$` and the names of commands left out; escaped signs stay as the signs they stand for. */
export function stripTex(value: string): string {
  return value
    .replace(/\\([&%$#_{}])/g, (_, sign: string) => `\u0001${sign.charCodeAt(0)};`)
    .replace(/\\[\p{L}]+\*?[ \t]?/gu, '')
    .replace(/\\[^\p{L}\s]/gu, '')
    .replace(/[{}$]/g, '')
    .replace(/~/g, ' ')
    .replace(/\u0001(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
}

/** A DOI or URL as typed in TeX: escapes undone, nothing else changed. */
export function verbatimTex(value: string): string {
  return value
    .replace(/\\(?:url|href|path|doi)\s?\{/g, '')
    .replace(/\\?\{?\\?(?:textasciitilde|sim|~)(?:\{\}|\s)?\}?/g, (all) => (all.startsWith('~') ? all : '~'))
    .replace(/\\textunderscore(?:\{\}| )?/g, '_')
    .replace(/\{?\\([&%$#_])\}?/g, '$1')
    .replace(/[{}]/g, '')
    .trim()
}

const TAGS = /<\/?(?:i|b|sup|sub|span)(?: (?:class|style)="[^"<>]{0,60}")?>/g

function withoutMarkup(text: string): string {
  return text.includes('<') ? text.replace(TAGS, '') : text
}

export function foldBlanks(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim()
}
