import type { CslName } from '../../model/csl.ts'
import { decodeTex } from './tex.ts'

/**
 * Reads a BibTeX name list: names between ` and ` outside braces, each `First von Last`, `von Last, First` or
 * `von Last, Jr, First` (Patashnik, BibTeXing, 1988, section 4). A name wholly in braces is a body's own name. `others` is no
 * name. More than two commas are no name of one person: the text is kept as it stands.
 */
export function parseNames(value: string): CslName[] {
  const names: CslName[] = []
  for (const written of splitNames(value)) {
    const name = parseName(written)
    if (name !== undefined) names.push(name)
  }
  return names
}

/** Does the list end with `and others`? */
export function endsWithOthers(value: string): boolean {
  return /(?:^|\s)and\s{1,80}others\s{0,80}$/i.test(value.slice(-200))
}

/** The names of a list as written, TeX untouched. */
export function splitNames(value: string): string[] {
  const words = splitOutsideBraces(value, isSpace)
  const names: string[] = []
  let from = 0
  const push = (end: number): void => {
    const name = value.slice(from, end).trim()
    if (name !== '') names.push(name)
  }
  for (const word of words) {
    if (word.end - word.start !== 3 || value.slice(word.start, word.end).toLowerCase() !== 'and') continue
    push(word.start)
    from = word.end
  }
  push(value.length)
  return names
}

function parseName(written: string): CslName | undefined {
  if (/^others\.?$/i.test(written)) return undefined
  if (isWhollyBraced(written)) {
    const literal = decodeTex(written)
    return literal === '' ? undefined : { literal }
  }
  const labelled = extendedName(written)
  if (labelled !== undefined) return labelled
  const parts = splitOutsideBraces(written, (unit) => unit === COMMA).map(({ start, end }) =>
    written.slice(start, end).trim(),
  )
  if (parts.length > 3) {
    const literal = decodeTex(written)
    return literal === '' ? undefined : { literal }
  }
  if (parts.length <= 1) return firstVonLast(wordsOf(parts[0] ?? ''))
  const family = wordsOf(parts[0] as string)
  const particle = particleEnd(family, 0)
  const given = decodeTex(parts.at(-1) as string)
  const suffix = parts.length === 3 ? decodeTex(parts[1] as string) : ''
  return assemble(given, family.slice(0, particle), family.slice(particle), suffix)
}

function firstVonLast(words: readonly string[]): CslName | undefined {
  let von = 0
  while (von < words.length - 1 && caseOf(words[von] as string) !== 'lower') von++
  const hasParticle = von < words.length - 1
  const end = hasParticle ? particleEnd(words, von) : words.length - 1
  const start = hasParticle ? von : end
  return assemble(words.slice(0, start).map(decodeTex).join(' '), words.slice(start, end), words.slice(end), '')
}

/** The last lower-case word before the last word ends the particle. */
function particleEnd(words: readonly string[], from: number): number {
  let end = from
  for (let at = from; at < words.length - 1; at++) if (caseOf(words[at] as string) === 'lower') end = at + 1
  return end
}

function assemble(
  given: string,
  particle: readonly string[],
  family: readonly string[],
  suffix: string,
): CslName | undefined {
  const name: CslName = {}
  const last = decodeTex(family.join(' '))
  if (last !== '') name.family = last
  if (given !== '') name.given = given
  if (particle.length > 0) name['non-dropping-particle'] = decodeTex(particle.join(' '))
  if (suffix !== '') name.suffix = suffix
  if (name.family === undefined && name.given === undefined) return undefined
  return name
}

/** BibLaTeX's `family=Roe, given=Jane, prefix=van`. */
function extendedName(written: string): CslName | undefined {
  if (!/^(?:family|given|prefix|suffix|giveni|useprefix)\s?=/.test(written)) return undefined
  const name: CslName = {}
  for (const { start, end } of splitOutsideBraces(written, (unit) => unit === COMMA)) {
    const [label = '', ...rest] = written.slice(start, end).split('=')
    const variable = EXTENDED[label.trim()]
    if (variable !== undefined) name[variable] = decodeTex(rest.join('='))
  }
  return name
}

const EXTENDED: Readonly<Record<string, 'family' | 'given' | 'suffix' | 'non-dropping-particle'>> = {
  family: 'family',
  given: 'given',
  suffix: 'suffix',
  prefix: 'non-dropping-particle',
}

const COMMA = 44

function isSpace(unit: number): boolean {
  return unit <= 32 || unit === 0xa0 || unit === 126
}

function wordsOf(part: string): string[] {
  return splitOutsideBraces(part, isSpace).map(({ start, end }) => part.slice(start, end))
}

/** A word's case is that of its first letter outside braces, or inside a `{\accent}` at the word's beginning. */
function caseOf(word: string): 'upper' | 'lower' | 'none' {
  const plain = word.startsWith('{') && !word.startsWith('{\\') ? '' : word.replace(/\\[\p{L}]+ ?|[{}\\"'`^~=.]/gu, '')
  const letter = /\p{L}/u.exec(plain)?.[0]
  if (letter === undefined || letter.toLowerCase() === letter.toUpperCase()) return 'none'
  return letter === letter.toLowerCase() ? 'lower' : 'upper'
}

function isWhollyBraced(text: string): boolean {
  if (!text.startsWith('{') || !text.endsWith('}') || text.startsWith('{\\')) return false
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 123) depth++
    else if (unit === 125) depth--
    if (depth === 0) return at === text.length - 1
  }
  return false
}

/** Stretches between separators that stand outside braces. */
function splitOutsideBraces(
  text: string,
  isSeparator: (unit: number) => boolean,
): { readonly start: number; readonly end: number }[] {
  const stretches: { start: number; end: number }[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 123) depth++
    else if (unit === 125) depth = Math.max(0, depth - 1)
    if (at < text.length && (depth > 0 || !isSeparator(unit))) continue
    if (at > start) stretches.push({ start, end: at })
    start = at + 1
  }
  return stretches
}
