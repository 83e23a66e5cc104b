import type { NameIndex } from '../names/index.ts'
import {
  isCorporate,
  isParticle,
  lemmas,
  parseName,
  pinyinOfPalladius,
  pinyinOfRespelled,
  surnameAtHead,
} from '../names/index.ts'
import { CONNECTORS, NO_NAME, PLACES, WORKS } from './lexicon.ts'
import { isCapitalised, isHan, isInitial, type Token, tokensOf } from './tokens.ts'

/** One author of a citation, with offsets in the text. */
export interface FoundName {
  readonly family: string
  readonly given?: string
  readonly from: number
  readonly to: number
}

export interface FoundNames {
  readonly names: readonly FoundName[]
  /** where the first name begins */
  readonly from: number
  readonly etAl: boolean
  /** joined by "and": surely persons */
  readonly joined: boolean
}

/** What the lists of a document know: which surnames its authors have. */
export interface Known {
  readonly index: NameIndex<string>
  readonly size: number
  /** as the lists write them */
  readonly listed: ReadonlySet<string>
  /** some are bodies, and some have names of several words */
  readonly bodies: boolean
  /** Chinese given names in pinyin, syllables joined */
  readonly givens: ReadonlySet<string>
}

/** Whether the lists have the name, in any script, case and spelling near enough to be meant. */
export function isKnown(name: string, known: Known, language: string): boolean {
  if (known.size === 0) return false
  return isKnownExactly(name, known, language) || known.index.hasNear(name, language)
}

export function isKnownExactly(name: string, known: Known, language: string): boolean {
  if (known.size === 0) return false
  if (known.listed.has(name) || known.index.find(name, language).length > 0) return true
  const bare = withoutParticles(name)
  return bare !== name && known.index.find(bare, language).length > 0
}

/** `van der Veen`: lists may have the surname with its particle apart. */
function withoutParticles(name: string): string {
  let rest = name
  for (let blank = rest.indexOf(' '); blank > 0 && isParticle(rest.slice(0, blank)); blank = rest.indexOf(' '))
    rest = rest.slice(blank + 1)
  return rest
}

const MOST_NAMES = 12
const MOST_WORDS = 4

const bare = (token: Token): string => token.text.toLowerCase().replace(/\.$/, '')

type Asked = { readonly known: Known; readonly language: string }

function isNamePart(token: Token, { known, language }: Asked): boolean {
  if (token.kind !== 'word' || !isCapitalised(token.text) || /\d/.test(token.text)) return false
  // "Исследование Чжоу": the word for the work at the head of a sentence
  if (WORKS.test(token.text)) return false
  // Grant, Page, May: words that are surnames too, where the lists have them
  return !NO_NAME.has(bare(token)) || isKnownExactly(token.text.replace(/\.$/, ''), known, language)
}

interface Chunk {
  readonly first: number
  readonly words: readonly Token[]
  readonly initials: readonly Token[]
}

/** The words of one name that end at token `last`, walking to the left. */
function chunkBefore(tokens: readonly Token[], last: number, asked: Asked): Chunk | undefined {
  const words: Token[] = []
  const initials: Token[] = []
  let at = last
  for (; at >= 0 && words.length + initials.length < MOST_WORDS; at--) {
    const token = tokens[at] as Token
    if (token.kind !== 'word') break
    // a full stop after a whole word ends the sentence before
    if (words.length + initials.length > 0 && /\p{L}{3}\.$/u.test(token.text)) break
    if (
      isInitial(token.text) &&
      !(token.text.length === 2 && !token.text.endsWith('.') && words.length === 0 && initials.length === 0 && at === 0)
    ) {
      if (NO_NAME.has(bare(token)) && !token.text.endsWith('.')) break
      initials.unshift(token)
    } else if (isNamePart(token, asked)) words.unshift(token)
    else if (words.length > 0 && isParticle(token.text) && token.text === token.text.toLowerCase()) words.unshift(token)
    else break
  }
  if (words.length === 1 && /^\p{Ll}/u.test((words[0] as Token).text)) words.shift()
  return words.length + initials.length === 0 ? undefined : { first: at + 1, words, initials }
}

/** Index of the token before a connector that stands before token `first`; `strong` where it is a word, `clause` after a comma. */
function beforeConnector(
  tokens: readonly Token[],
  first: number,
): { last: number; strong: boolean; clause: boolean } | undefined {
  let at = first - 1
  let strong = false
  const connector = tokens[at]
  if (connector === undefined) return undefined
  if (CONNECTORS.has(connector.text.toLowerCase())) {
    strong = true
    at--
  }
  const comma = tokens[at]
  if (comma !== undefined && /^[,，;；]$/.test(comma.text)) at--
  else if (!strong) return undefined
  return at < 0 ? undefined : { last: at, strong, clause: strong && at < first - 2 }
}

/**
 * Names that end right before token `end`, read from right to left. `commas`: names may be joined by commas alone, as they
 * are in parentheses; in running prose a comma joins only where an "and" follows.
 */
export function namesBefore(
  tokens: readonly Token[],
  end: number,
  options: { commas: boolean; known: Known; language: string; etAl: boolean },
): FoundNames | undefined {
  const names: FoundName[] = []
  let last = end - 1
  let from = -1
  let joined = false
  let pending: readonly Token[] = []
  while (last >= 0 && names.length < MOST_NAMES) {
    const chunk = chunkBefore(tokens, last, options)
    if (chunk === undefined) break
    if (chunk.words.length === 0) {
      // initials alone: the surname stands before a comma, or this is no name
      const comma = tokens[chunk.first - 1]
      if (comma?.text !== ',' || pending.length > 0) {
        const [only] = chunk.initials
        // a short body: EU, UN
        if (only === undefined || !/^\p{Lu}{2}$/u.test(only.text)) break
        names.unshift({ family: only.text, from: only.from, to: only.to })
        from = only.from
        break
      }
      pending = chunk.initials
      last = chunk.first - 2
      continue
    }
    const name = toName(chunk, pending, options)
    pending = []
    names.unshift(name)
    from = name.from
    const before = beforeConnector(tokens, chunk.first)
    if (before === undefined) break
    if (!before.strong && !options.commas && !joined && !options.etAl) break
    const next = chunkBefore(tokens, before.last, options)
    if (next === undefined) break
    // "in Springfield, and Roe (1998)": after a comma an "and" may begin another clause
    const isLoose = !before.strong || (before.clause && !mayBeMisspelt(next, options))
    if (isLoose && !options.commas && !belongs(next, names, options)) break
    if (before.strong) joined = true
    last = before.last
  }
  return names.length === 0 ? undefined : { names, from, etAl: options.etAl, joined }
}

function mayBeMisspelt({ words }: Chunk, { known, language }: Asked): boolean {
  const word = words.at(-1)
  return word !== undefined && isKnown(word.text, known, language)
}

/** In running prose a word before a comma is one of the authors if the lists have it as they have the others. */
function belongs(chunk: Chunk, names: readonly FoundName[], { known, language }: Asked): boolean {
  const [word] = chunk.words.slice(-1)
  if (word === undefined) return chunk.initials.length > 0
  if (isKnownExactly(word.text, known, language)) return true
  return !names.some((name) => isKnownExactly(name.family, known, language)) && !/ly$/.test(word.text)
}

function toName(chunk: Chunk, pending: readonly Token[], options: { known: Known; language: string }): FoundName {
  const all = [...chunk.words, ...chunk.initials].sort((left, right) => left.from - right.from)
  const from = (all[0] as Token).from
  const to = (all[all.length - 1] as Token).to
  const initials = [...chunk.initials, ...pending].map((token) => token.text).join(' ')
  const words = chunk.words.map((token) => token.text.replace(/['’]s$|['’]$/u, ''))
  const typed = words.join(' ').replace(/(?<=\p{L}{2})\.$/u, '')
  if (initials !== '' || words.length === 1)
    return { family: typed, ...(initials === '' ? {} : { given: initials }), from, to }
  if (isKnownExactly(typed, options.known, options.language) || isCorporate(typed)) return { family: typed, from, to }
  const { family, given, particle } = parseName(typed)
  const surname = particle === undefined ? family : `${particle} ${family}`
  return { family: surname, ...(given === undefined ? {} : { given }), from, to }
}

/** Whether the word may be a person or body at all: no month, no place that the lists do not have as an author. */
export function isPlausible(name: FoundName, known: Known, language: string): boolean {
  const lower = name.family.toLowerCase()
  if (!PLACES.has(lower)) return true
  return isKnownExactly(name.family, known, language)
}

/** `Цзин-Донга`: a Chinese name spelled in Cyrillic, with a hyphen, in some case; without one, if the lists have it as a given name. */
export function isRespelledChinese(word: string, language: string, { givens }: Known): boolean {
  if (givens.size > 0 && /^\p{Script=Cyrillic}{4,}$/u.test(word)) {
    const read = lemmas(word, language).map((lemma) => pinyinOfPalladius(lemma))
    if (read.some((pinyin) => pinyin !== undefined && givens.has(pinyin))) return true
  }
  if (!/\p{Script=Cyrillic}-\p{Script=Cyrillic}/u.test(word)) return false
  return lemmas(word, language).some((lemma) => (pinyinOfRespelled(lemma)?.length ?? 0) >= 2)
}

/** Whether the lists have the Han name, or its surname. */
export function isKnownHan(name: string, known: Known): boolean {
  const head = surnameAtHead(name)
  return isKnownExactly(name, known, 'zh') || (head !== undefined && isKnownExactly(head, known, 'zh'))
}

/** A Han name that ends at `end`: known authors first, else a surname of the table and one or two characters after a break. */
export function hanNameBefore(text: string, end: number, known: Known): { from: number; family: string } | undefined {
  let start = end
  while (start > 0 && end - start < 8 && isHan(text[start - 1] as string)) start--
  const run = text.slice(start, end)
  for (let length = Math.min(4, run.length); length >= 2; length--) {
    const name = run.slice(run.length - length)
    if (isKnownHan(name, known)) return { from: end - length, family: name }
  }
  // only where the run of characters is the name alone, or follows a word that introduces names
  const alone = run.replace(/^(?:根据|按照|正如|参见|见|如|据|和|与|及|、)/u, '')
  if (alone.length < 2 || alone.length > 4) return undefined
  const surname = surnameAtHead(alone)
  if (surname === undefined || alone.length - surname.length > 2) return undefined
  return { from: end - alone.length, family: alone }
}

/** Names of a group's item in Han: 张宁，王宁 */
export function hanNames(head: string, offset: number): readonly FoundName[] | undefined {
  const found: FoundName[] = []
  for (const match of head.matchAll(/[^、，,;；&\s和与及]+/gu)) {
    const name = match[0]
    const from = offset + match.index
    if (!isHan(name)) return undefined
    const person = name.length >= 2 && name.length <= 4 && surnameAtHead(name) !== undefined
    if (!person && !isCorporate(name)) return undefined
    found.push({ family: name, from, to: from + name.length })
  }
  return found.length === 0 ? undefined : found
}

export { tokensOf }
