import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type TermKind, term } from './marks.ts'

/**
 * The independent styles and the locales of the CSL project (CC BY-SA 3.0, https://citationstyles.org/), as Debian's packages
 * `citation-style-language-styles` and `citation-style-language-locales` install them. They are read, never copied.
 */
const folder = '/usr/share/citation-style-language'

export const stylesAreHere: boolean = existsSync(`${folder}/styles`) && existsSync(`${folder}/locales`)

/** The names of all independent styles, sorted. */
export function styleNames(): string[] {
  return readdirSync(`${folder}/styles`)
    .filter((name) => name.endsWith('.csl'))
    .sort()
}

export function styleText(name: string): string {
  return marked(readFileSync(`${folder}/styles/${name}`, 'utf8'))
}

const locales = new Map<string, string>()

/** The words of a language; those of the United States where there are none. */
export function localeText(language: string): string {
  const known = locales.get(language)
  if (known !== undefined) return known
  const path = `${folder}/locales/locales-${language}.xml`
  const text = existsSync(path) ? marked(readFileSync(path, 'utf8')) : localeText('en-US')
  locales.set(language, text)
  return text
}

/** The language that a style is written for. */
export function languageOf(style: string): string {
  return /default-locale="([^"]+)"/.exec(style)?.[1] ?? 'en-US'
}

const ownTerms = /(<term\s+name="(month-\d\d|edition|no date|et-al)"[^>]*>)([\s\S]*?)(<\/term>)/g

/** Puts marks around the terms that belong to a field. */
function marked(xml: string): string {
  return xml.replace(ownTerms, (_, open: string, name: string, inner: string, end: string) => {
    const kind = (name.startsWith('month') ? 'month' : name) as TermKind
    // the processor looks at the first letter of "et al." to know whether a blank goes before it
    const free = kind === 'et-al' ? 1 : 0
    const around = (text: string): string => {
      const trimmed = text.trim()
      return trimmed.length <= free ? text : trimmed.slice(0, free) + term(kind, trimmed.slice(free))
    }
    const written = inner.includes('<')
      ? inner.replace(/(<(?:single|multiple)>)([^<]+)/g, (_all, tag: string, text: string) => tag + around(text))
      : around(inner)
    return open + written + end
  })
}
