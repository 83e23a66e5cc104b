import { inlineHead, sectionWord } from '../../text/section-words.ts'

/** How sure it is that a line is a heading: `marked` says so, `known` and `capitals` look like one, `short` may be one. */
export interface HeadingLook {
  readonly sort: 'known' | 'capitals' | 'numbered' | 'short'
  readonly level: number
}

const longest = 160

/** What a line without marks looks like; undefined where it is no heading by itself. */
export function headingLook(text: string): HeadingLook | undefined {
  if (text.length > longest || !/\p{L}/u.test(text)) return undefined
  const plain = text.replace(/^[*_]{1,3}|[*_]{1,3}$/g, '')
  if (sectionWord(plain) !== undefined) return { sort: 'known', level: depthOf(plain) ?? 2 }
  if (/[,;.!?…]$/.test(plain) && !/^(?:\d|[IVX]+\.)/.test(plain)) return undefined
  if (looksLikeAddress(plain)) return undefined
  if (isCapitals(plain)) return { sort: 'capitals', level: 2 }
  const depth = depthOf(plain)
  if (depth !== undefined && plain.length <= 100 && !/[.,;:!?]$/.test(plain) && !/\d{4}/.test(plain))
    return { sort: 'numbered', level: depth }
  if (!/^[\p{Lu}\p{Lo}«“"„]/u.test(plain) || plain.length > 100 || /[:]$/.test(plain)) return undefined
  if (inlineHead(plain) !== undefined) return undefined
  return { sort: 'short', level: 2 }
}

/** `2.1 Data` is of level 3, `2. Data` of level 2; undefined without a number. */
function depthOf(text: string): number | undefined {
  const match = /^(?:(\d{1,2}(?:\.\d{1,2}){0,3})\.?|[IVX]{1,5}\.)\s+(?=[\p{Lu}\p{Lo}«“"])/u.exec(text)
  if (match === null) return undefined
  return 1 + (match[1]?.split('.').length ?? 1)
}

/** E-mail, telephone, affiliations, people with initials: lines that stand alone in the front matter. */
function looksLikeAddress(text: string): boolean {
  if (/@|https?:|www\.|\bISSN\b|\bDOI\b|doi\.org|\+\d{2}|\d{5}/i.test(text)) return true
  if (/\p{Lu}\.\s?\p{Lu}?\.?\s?\p{Lu}\p{Ll}|\p{Lu}\p{Ll}+,? \p{Lu}\.(?:\s|$|,)/u.test(text)) return true
  return (text.match(/,/g)?.length ?? 0) >= 2
}

function isCapitals(text: string): boolean {
  const letters = text.match(/\p{Lu}|\p{Ll}/gu) ?? []
  if (letters.length < 4 || 2 * (text.match(/\d/g)?.length ?? 0) > letters.length) return false
  return letters.filter((letter) => /\p{Lu}/u.test(letter)).length >= 0.9 * letters.length
}
