import { corporateKeys, isCorporate } from '../names/index.ts'
import type { Prose } from './draft.ts'
import { ET_AL, PREFIX } from './lexicon.ts'
import {
  type FoundName,
  type FoundNames,
  hanNames,
  isKnown,
  isKnownExactly,
  isPlausible,
  namesBefore,
} from './names.ts'
import { isHan, tokensOf } from './tokens.ts'

/** The authors in front of a year in a group. */
export interface Head {
  readonly names: FoundNames
  /** 1 where form or list leave no doubt, 0.5 for a word that nothing but its capital speaks for */
  readonly sure: number
  readonly prefix?: string
  /** no comma before the year */
  readonly plain: boolean
}

const MOST_PREFIXES = 3

/** Offset after "see", "e.g." and the like. */
function afterPrefixes(text: string, from: number, to: number): number {
  let start = from
  for (let times = 0; times <= MOST_PREFIXES; times++) {
    while (start < to && /[\s,，]/u.test(text[start] as string)) start++
    const prefix = PREFIX.exec(text.slice(start, Math.min(to, start + 40)))
    if (prefix === null) break
    start += prefix[0].length
  }
  return Math.min(start, to)
}

/** Reads the names that stand in `[from, to)`, right before a year inside a group; undefined for anything else. */
export function readHead(prose: Prose, from: number, to: number): Head | undefined {
  const { text, known, language } = prose
  const start = afterPrefixes(text, from, to)
  const raw = text.slice(start, to)
  const others = ET_AL.exec(raw)
  const end = start + (others === null ? raw : raw.slice(0, others.index)).replace(/[\s,，:：(（[]{0,20}$/u, '').length
  if (end <= start) return undefined
  const prefix = text
    .slice(from, start)
    .replace(/^[\s,，;；]+/u, '')
    .trim()
  const plain = !/[,，:：]\s*$/u.test(raw)
  const made = (names: FoundNames, sure: number, before: string): Head =>
    before === '' ? { plain, names, sure } : { plain, names, sure, prefix: before }
  const head = text.slice(start, end)
  if (isHan(head)) {
    const names = hanNames(head, start)
    if (names === undefined) return undefined
    return made({ names, from: start, etAl: others !== null, joined: names.length > 1 }, 1, prefix)
  }
  const body = corporateHead(head, start, prose)
  if (body !== undefined)
    return made({ ...body.names, etAl: others !== null }, plain && body.sure < 1 ? 0.5 : body.sure, prefix)
  const tokens = tokensOf(text, start, end)
  const read = namesBefore(tokens, tokens.length, { commas: true, known, language, etAl: others !== null })
  if (read === undefined) return undefined
  const names = withoutLabel(read, prose)
  if (!names.names.every((name) => isPlausible(name, known, language))) return undefined
  // ВВП, ШОС: capitals in Cyrillic are a quantity or a place more often than an author
  const [only] = names.names
  if (only !== undefined && /^[А-ЯЁӘҒҚҢӨҰҮҺІ]{2,6}$/u.test(only.family) && !isKnown(only.family, known, language))
    return undefined
  const leftover = text.slice(start, read.from).trim()
  const listed = names.names.some((name) => isKnown(name.family, known, language))
  const several = names.names.length > 1 || names.etAl
  // "(Table 1, Roe and Doe, 2010)": authors of the lists, joined by a word, whatever stands before them
  const sound = names.joined && names.names.every((name) => isKnownExactly(name.family, known, language))
  if (!sound && /[\d)%(（[]/u.test(leftover)) return undefined
  if (leftover !== '' && !listed && !(several && /\p{Ll}$/u.test(leftover))) return undefined
  const sure = listed || several ? 1 : plain ? 0.5 : 0.8
  return made(names, sure, leftover === '' ? prefix : leftover)
}

/** `AIC, Akaike, 1973`: an abbreviation before the authors is none of them. */
function withoutLabel(found: FoundNames, { known, language }: Prose): FoundNames {
  const [first, ...rest] = found.names
  const [second] = rest
  if (first === undefined || second === undefined || !/^\p{Lu}[\p{Lu}\d-]{1,6}$/u.test(first.family)) return found
  if (
    isKnownExactly(first.family, known, language) ||
    !rest.some((name) => isKnownExactly(name.family, known, language))
  )
    return found
  return { ...found, names: rest, from: second.from }
}

/** A body as author: one that the lists have, or capitalised words with a cue such as Ministry or Банк among them. */
function corporateHead(head: string, from: number, prose: Prose): { names: FoundNames; sure: number } | undefined {
  const words = head.split(/\s+/)
  if (words.length > 16 || /^\p{Lu}[\p{L}'’-]+ (?:and|&|и|та|және|e|y|et|und) \p{Lu}[\p{L}'’-]+$/u.test(head))
    return undefined
  const plain = head.replace(/^the\s+/i, '')
  const listed =
    words.length > 1 &&
    prose.known.index
      .find(plain, prose.language)
      .some(({ name }) => name.corporate || corporateKeys(name.family)[0] === corporateKeys(plain)[0])
  if (!listed) {
    if (words.length < 2 || !isCorporate(plain) || !/^[\p{Lu}"«“]/u.test(plain) || /\d{3}|[.!?]\s/.test(plain))
      return undefined
    const small = words.filter((word) => /^\p{Ll}/u.test(word))
    const latin = /\p{Script=Latin}/u.test(plain)
    if (
      latin &&
      small.some((word) => !/^(?:of|the|for|and|on|in|de|la|du|des|und|für|der|di|del|e|y|et|to|at)$/.test(word))
    )
      return undefined
    if (!latin && small.length > 8) return undefined
    // "Smith, National Bank" or "Bank and Wilson": persons beside a body are left to the reading name by name
    if (/&/.test(plain)) return undefined
  }
  const name: FoundName = { family: plain, from: from + head.length - plain.length, to: from + head.length }
  return { names: { names: [name], from, etAl: false, joined: false }, sure: listed ? 1 : 0.8 }
}
