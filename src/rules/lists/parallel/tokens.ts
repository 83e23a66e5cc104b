import type { Reference } from '../../../model/reference.ts'
import { nameKeys } from '../../../names/index.ts'
import { fold } from '../../../text/fold.ts'
import { spelledAs } from './spelling.ts'

/** A word or a number of an entry; offsets are of the entry's passage. */
export interface Token {
  readonly kind: 'word' | 'number'
  readonly text: string
  readonly folded: string
  readonly start: number
  readonly end: number
  readonly script: 'latin' | 'cyrillic' | 'other'
}

/** Entries two by two, word by word. Tokens that have no partner stand in gaps, between those that have. */
export interface Alignment {
  readonly left: readonly Token[]
  readonly right: readonly Token[]
  /** partner of each left token, or −1 */
  readonly partners: readonly number[]
  readonly gaps: readonly Gap[]
}

/** What stands between two pairs; one side may be empty. */
export interface Gap {
  readonly left: readonly Token[]
  readonly right: readonly Token[]
}

const TOKEN = /\p{L}[\p{L}\p{M}]*(?:['’ʹʼ`´][\p{L}\p{M}]+)*['’ʹʼ`´]?|\d+/gu
/** With brackets inside, as in `10.5555/0022(73)90388-4`. */
const ADDRESS = /(?:https?:\/\/|www\.|\bdoi:?\s?|\b10\.\d{4,9}\/)(?:\([^\s()]{0,80}\)|[^\s>()\]])*/giu
const MOST = 220

/** Words and numbers of an entry, addresses left out. */
export function tokensOf({ passage }: Reference): readonly Token[] {
  const text = passage.text.slice(0, 4000).replace(ADDRESS, (address) => ' '.repeat(address.length))
  const tokens: Token[] = []
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    if (tokens.length >= MOST) break
    const kind = /^\d/.test(word) ? 'number' : 'word'
    tokens.push({
      kind,
      text: word,
      folded: fold(word).replace(/['’ʹʼ`´]/g, ''),
      start: index,
      end: index + word.length,
      script: scriptOf(word),
    })
  }
  return tokens
}

function scriptOf(word: string): Token['script'] {
  if (/^\p{Script=Latin}/u.test(word)) return 'latin'
  return /^\p{Script=Cyrillic}/u.test(word) ? 'cyrillic' : 'other'
}

/** Pairs equal tokens of two entries in order, as many as possible. */
export function alignTokens(left: readonly Token[], right: readonly Token[]): Alignment {
  const width = right.length + 1
  const best = new Uint16Array((left.length + 1) * width)
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const skipped = Math.max(best[(i + 1) * width + j] as number, best[i * width + j + 1] as number)
      const weight = weightOf(left[i] as Token, right[j] as Token)
      best[i * width + j] = weight > 0 ? Math.max(skipped, (best[(i + 1) * width + j + 1] as number) + weight) : skipped
    }
  }
  const partners: number[] = []
  const gaps: Gap[] = []
  let gap: { left: Token[]; right: Token[] } = { left: [], right: [] }
  const close = (): void => {
    if (gap.left.length + gap.right.length > 0) gaps.push(gap)
    gap = { left: [], right: [] }
  }
  let i = 0
  let j = 0
  while (i < left.length && j < right.length) {
    const weight = weightOf(left[i] as Token, right[j] as Token)
    if (weight > 0 && best[i * width + j] === (best[(i + 1) * width + j + 1] as number) + weight) {
      close()
      partners.push(j)
      i++
      j++
    } else if ((best[(i + 1) * width + j] as number) >= (best[i * width + j + 1] as number)) {
      gap.left.push(left[i++] as Token)
      partners.push(-1)
    } else gap.right.push(right[j++] as Token)
  }
  for (; i < left.length; i++) {
    gap.left.push(left[i] as Token)
    partners.push(-1)
  }
  gap.right.push(...right.slice(j))
  close()
  return { left, right, partners, gaps }
}

/** Long words weigh more than initials; 0 where two tokens are not the same. */
function weightOf(left: Token, right: Token): number {
  if (left.kind !== right.kind) return 0
  if (left.kind === 'number') return left.folded === right.folded ? 3 : 0
  if (!sameWord(left, right)) return 0
  return Math.min(left.text.length, right.text.length) > 2 ? 3 : 1
}

const remembered = new Map<string, boolean>()
const CACHED = 20000

/** The same word in one script, or a word and its romanisation under any scheme. */
export function sameWord(left: Token, right: Token): boolean {
  if (left.folded === right.folded) return true
  if (left.script === right.script || left.script === 'other' || right.script === 'other') return false
  const key = `${left.folded}|${right.folded}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  if (remembered.size >= CACHED) remembered.clear()
  const [cyrillic, latin] = left.script === 'cyrillic' ? [left, right] : [right, left]
  const same =
    sameInitial(cyrillic.text, latin.text) ||
    spelledAs(cyrillic.text, latin.text) !== undefined ||
    sameKey(cyrillic.text, latin.text)
  remembered.set(key, same)
  return same
}

function sameInitial(cyrillic: string, latin: string): boolean {
  if (cyrillic.length > 1 || latin.length > 2) return false
  return spelledAs(cyrillic, latin) !== undefined || spelledAs(cyrillic, latin[0] ?? '') !== undefined
}

/** Surnames that are no romanisation but the original of a transcription: Руссо, Rousseau. */
function sameKey(cyrillic: string, latin: string): boolean {
  if (cyrillic.length < 4) return false
  const { keys } = nameKeys(latin)
  return nameKeys(cyrillic).keys.some((key) => keys.includes(key))
}
