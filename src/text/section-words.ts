import { fold } from './fold.ts'
import { type HeadingKind, headingTable } from './heading-table.ts'

export type { HeadingKind } from './heading-table.ts'

export interface SectionWord {
  readonly kind: HeadingKind
  /** ISO 639-1 of the heading's own words */
  readonly language: string
}

const known: ReadonlyMap<string, SectionWord> = tabulate()

function tabulate(): Map<string, SectionWord> {
  const map = new Map<string, SectionWord>()
  for (const [kind, languages] of Object.entries(headingTable)) {
    for (const [language, words] of Object.entries(languages)) {
      for (const word of words.split('|')) {
        for (const key of [accentedKey(word), headingKey(word)]) {
          if (key !== '' && !map.has(key)) map.set(key, { kind: kind as HeadingKind, language })
        }
      }
    }
  }
  return map
}

/** Longest heading that is looked up: the longest row of the table with its number, twice over for bilingual ones. */
const longest = 120

/**
 * What a heading announces, or undefined for one of no special kind. Numbers, marks, case, accents, a final colon or
 * full stop and letter-spacing do not count: `6. REFERENCES:`, `**Л И Т Е Р А Т У Р А**`, `Литература / References`.
 */
export function sectionWord(text: string): SectionWord | undefined {
  if (text.length > longest) return undefined
  const key = headingKey(text)
  // accents tell Portuguese from Spanish where they are typed
  const whole = known.get(accentedKey(text)) ?? known.get(key)
  if (whole !== undefined) return whole
  const parts = text.split(/[/|()（）]/).filter((part) => /\p{L}/u.test(part))
  if (parts.length < 2)
    return known.get(key.replace(/ [a-z0-9]$/, ''))?.kind === 'appendix' ? known.get(key.slice(0, -2)) : undefined
  const found = parts.map((part) => known.get(headingKey(part)))
  return found.every((word) => word !== undefined && word.kind === found[0]?.kind) ? found[0] : undefined
}

/**
 * A head that runs into its paragraph (`Abstract. In our…`, `Ключевые слова: …`, `【摘要】…`): what it announces and the
 * offset at which the text after it starts.
 */
export function inlineHead(text: string): { readonly word: SectionWord; readonly end: number } | undefined {
  const head = text.slice(0, 70)
  const bracketed = /^[[【［](.{1,20}?)[\]】］][ :：]{0,3}/u.exec(head)
  const bracketedWord = bracketed === null ? undefined : sectionWord(bracketed[1] as string)
  if (bracketed !== null && bracketedWord !== undefined) return { word: bracketedWord, end: bracketed[0].length }
  for (const mark of head.matchAll(/[.:：。]|\s[-–—]\s|[–—]/gu)) {
    const before = head.slice(0, mark.index)
    if (!/\p{L}/u.test(before)) continue
    const word = sectionWord(before)
    if (word === undefined) return undefined
    const rest = /^[\s.:：–—-]{0,6}/u.exec(text.slice(mark.index, mark.index + 6))?.[0].length ?? 0
    if (mark.index + rest >= text.length) return undefined
    // a sentence may begin with such a word: only a capital makes it a head
    return /^[\p{Ll}]/u.test(text) ? undefined : { word, end: mark.index + rest }
  }
  return undefined
}

/** Words of a heading as they are looked up. */
function headingKey(text: string): string {
  return keyOf(fold(text))
}

function accentedKey(text: string): string {
  return keyOf(text.normalize('NFC').toLowerCase())
}

function keyOf(plain: string): string {
  const words = plain
    .replace(/[’ʼ`]/g, "'")
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(
      /^(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivx]{1,5}(?=[.)])|[一二三四五六七八九十]{1,3}(?=[、.．]))[.)、．]?\s+(?=\p{L})/u,
      '',
    )
    .replace(/^[一二三四五六七八九十]{1,3}[、.．]\s*/u, '')
    .replace(/^\d{1,2}[.)、．](?=\p{L})/u, '')
    .split(/[^\p{L}\p{N}'・-]+/u)
    .filter((word) => word !== '')
  const spaced = words.length > 2 && words.every((word) => [...word].length === 1)
  const joined = words.join(spaced ? '' : ' ')
  return joined.replace(/(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])/gu, '')
}
