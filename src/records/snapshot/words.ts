import type { WorkRecord } from '../../model/query.ts'
import { fold } from '../../text/fold.ts'

/** Most words of a text that count. */
const MOST = 48
/** Words of a record that are paired, by rarity. */
const PAIRED = 5
const IDEOGRAPH = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/
const WORD = /[\p{L}\p{N}]+/gu

/** The words of a text, folded; each once. Ideographs have no spaces: every two neighbours are a word. */
export function wordsOf(text: string): readonly string[] {
  const words = new Set<string>()
  for (const [word] of plain(text).matchAll(WORD)) {
    if (words.size >= MOST) break
    if (!IDEOGRAPH.test(word)) {
      if (word.length > 1) words.add(word)
      continue
    }
    for (let at = 0; at + 1 < word.length && words.size < MOST; at++) words.add(word.slice(at, at + 2))
  }
  return [...words]
}

/** Most texts are plain letters; folding is for the others. */
function plain(text: string): string {
  const bare = text.includes('<') ? text.replace(/<\/?[a-z][^<>]{0,200}>/gi, '') : text
  for (let at = 0; at < bare.length; at++) if (bare.charCodeAt(at) > 0x7f) return fold(bare)
  return bare.toLowerCase()
}

/** FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/), mixed by the finisher of murmur3: 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return mix(hash)
}

function mix(lane: number): number {
  let value = lane
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

/** One number for two words, in any order. */
export function pairOf(one: number, other: number): number {
  const [low, high] = one < other ? [one, other] : [other, one]
  return mix(Math.imul(low, 0x9e3779b1) ^ (high >>> 0))
}

/** The words by which a record may be found, a set for each form of its title. Numbers stand in where words are few. */
export function keysOf({ csl, titles = [] }: WorkRecord): readonly (readonly number[])[] {
  const makers = csl.author ?? csl.editor ?? []
  const families = makers.slice(0, 2).flatMap(({ family, literal }) => wordsOf(family ?? literal ?? ''))
  const year = String(csl.issued?.['date-parts']?.[0]?.[0] ?? '')
  const numbers = [year, csl.page?.match(/\d{1,9}/)?.[0] ?? '', csl.volume ?? ''].filter((one) => /^\d{1,9}$/.test(one))
  const forms = [...new Set([csl.title ?? '', ...titles])].slice(0, 3)
  return forms.flatMap((form) => {
    const words = [...new Set([...wordsOf(form), ...families])]
    const all = words.length < PAIRED ? [...words, ...numbers] : words
    return all.length < 2 ? [] : [all.slice(0, MOST).map(hashOf)]
  })
}

/** The hashes of all pairs of the rarest words. `rarity` is lower for rarer words. */
export function pairsOf(
  words: readonly number[],
  rarity: (word: number) => number,
  most: number = PAIRED,
): readonly number[] {
  const chosen = [...words].sort((one, other) => rarity(one) - rarity(other) || one - other).slice(0, most)
  const pairs: number[] = []
  for (let i = 0; i < chosen.length; i++) {
    for (let j = i + 1; j < chosen.length; j++) pairs.push(pairOf(chosen[i] as number, chosen[j] as number))
  }
  return pairs
}
