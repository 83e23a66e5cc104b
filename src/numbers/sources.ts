import type { Plain } from './plain.ts'
import type { Skip } from './scan.ts'

/** Words that name where a figure comes from, up to the next comma. */
const CUE =
  /(?:according to|as reported by|reported by|data (?:of|from)|statistics (?:of|from)|по данным|согласно данным|согласно|по оценкам|по оценке|по сведениям|据|根据)\s*([\p{L}\p{N} .'’«»"()&-]{3,120})/u

/** Bracketed names right behind a figure: `(World Bank)`. */
const BRACKET = /^[^.;()]{0,40}\((\p{Lu}[\p{L} .&’'-]{1,60})\)/u

/**
 * The source that a sentence names (`according to the World Bank, …`), folded to its words; with `near` only a name in brackets
 * behind a figure. Empty where none is named.
 */
export function sourceIn(
  { text, lower }: Plain,
  start: number,
  end: number,
  citations: readonly Skip[],
  near = false,
): string {
  const stretch = text.slice(start, Math.min(end, start + 600))
  if (near) {
    const name = stretch.includes('(') ? BRACKET.exec(stretch)?.[1] : undefined
    if (name !== undefined) return folded(name)
    const cited = citations.find(([from]) => from >= start && from < end)
    return cited === undefined ? '' : folded(text.slice(cited[0], cited[1]))
  }
  const cue = CUE.exec(lower.slice(start, Math.min(end, start + 600)))
  if (cue !== null) {
    const name = (cue[1] as string).split(/,| of the | in \d| на | за \d|，/)[0] as string
    return folded(name)
  }
  const cited = citations.find(([from, to]) => from < end && to > start)
  return cited === undefined ? '' : folded(text.slice(cited[0], cited[1]))
}

function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:the|of|for)\b/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** Whether two named sources are the same, as far as their words tell: an abbreviation equals the initials. */
export function sameSource(left: string, right: string): boolean {
  if (left === right) return true
  const mine = new Set(left.split(' '))
  const theirs = right.split(' ')
  const shared = theirs.filter((word) => mine.has(word) && word.length > 1).length
  if (shared * 2 > Math.min(mine.size, theirs.length)) return true
  return initials(left) === right || initials(right) === left
}

function initials(name: string): string {
  return name
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('')
}
