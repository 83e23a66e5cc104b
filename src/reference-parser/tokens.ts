import { classOf, digit, letter, space } from './characters.ts'

export const word = 0
export const number = 1
export const character = 2
export const punctuation = 3
export const url = 4
export const doi = 5

/** A reference cut into tokens: letter runs, digit runs, single ideographs, single marks, whole URLs and DOIs. */
export interface Tokens {
  readonly text: string
  readonly count: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly kinds: Uint8Array
}

const kindOfClass: readonly number[] = [punctuation, word, number, character, punctuation]

/** Cuts a text into at most `limit` tokens; linear in its length. */
export function tokenise(text: string, limit = 4000): Tokens {
  const room = Math.min(text.length, limit)
  const starts = new Int32Array(room)
  const ends = new Int32Array(room)
  const kinds = new Uint8Array(room)
  let count = 0
  let at = 0
  while (at < text.length && count < room) {
    const kind = classOf(text.charCodeAt(at))
    if (kind === space) {
      at++
      continue
    }
    if (text.charCodeAt(at) === 60) {
      const tag = tagEnd(text, at)
      if (tag > at) {
        at = tag
        continue
      }
    }
    let end = identifierEnd(text, at)
    let token = end > at && text.charCodeAt(at) === 49 ? doi : url
    if (end === at) {
      end = kind === letter || kind === digit ? runEnd(text, at, kind) : at + width(text, at)
      token = kindOfClass[kind] as number
    }
    starts[count] = at
    ends[count] = end
    kinds[count] = token
    count++
    at = end
  }
  return { text, count, starts, ends, kinds }
}

export function tokenText(tokens: Tokens, index: number): string {
  return tokens.text.slice(tokens.starts[index] as number, tokens.ends[index] as number)
}

/** The end of a tag that a converter left in the text, `<i>` or `</italic>`, or `at`. */
export function tagEnd(text: string, at: number): number {
  return at + (/^<\/?[a-z]{1,10}>/i.exec(text.slice(at, at + 13))?.[0].length ?? 0)
}

function width(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit < 0xdc00 && at + 1 < text.length ? 2 : 1
}

function runEnd(text: string, at: number, kind: number): number {
  let end = at + 1
  while (end < text.length && classOf(text.charCodeAt(end)) === kind) end++
  return end
}

const opener = /^(?:https?:\/\/?|ftp:\/\/|www\.|(?:dx\.)?doi\.org\/|10\.\d{4,9}\/)/i

/** The end of a URL or a DOI that begins at `at`, or `at`. */
function identifierEnd(text: string, at: number): number {
  const unit = text.charCodeAt(at) | 32
  // h, f, w, d and 1: the only first letters of an opener
  if (unit !== 104 && unit !== 102 && unit !== 119 && unit !== 100 && text.charCodeAt(at) !== 49) return at
  const found = opener.exec(text.slice(at, at + 24))
  if (found === null) return at
  let end = at + found[0].length
  // a blank typed or scanned after the scheme: "http:// dx.doi.org/…"
  if (found[0].endsWith('/') && text.charCodeAt(end) === 32 && /^ [\w.-]{2,40}[./]/.test(text.slice(end, end + 42)))
    end++
  let depth = 0
  let body = end
  for (; body < text.length; body++) {
    const next = text.charCodeAt(body)
    if (isBreak(next)) {
      if (!continues(text, body)) break
      continue
    }
    if (next === 40) depth++
    if (next === 41 && --depth < 0) break
  }
  while (body > end && isTail(text.charCodeAt(body - 1))) body--
  return body - end < 2 ? at : body
}

function isBreak(unit: number): boolean {
  if (unit <= 32 || unit === 34 || unit === 60 || unit === 62 || unit === 93 || unit === 125) return true
  return unit > 0x7f && (classOf(unit) !== letter || unit >= 0x3000)
}

/** A URL broken by one blank right after a slash, hyphen, underscore or equals sign, before something that is no word. */
function continues(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 32) return false
  const before = text[at - 1] as string
  if (!'/-_='.includes(before)) return false
  return /^ (?=[\w.%-]*[\d/_])[a-z0-9][\w.%/-]{2,}/.test(text.slice(at, at + 40))
}

const tails = new Set([...'.,;:!?\'"*»”’…'].map((one) => one.charCodeAt(0)))

function isTail(unit: number): boolean {
  return tails.has(unit)
}

/** Whether a blank stands before the token. */
export function spaced(tokens: Tokens, index: number): boolean {
  return index > 0 && (tokens.starts[index] as number) > (tokens.ends[index - 1] as number)
}
