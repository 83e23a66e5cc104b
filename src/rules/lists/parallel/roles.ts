import type { Reference } from '../../../model/reference.ts'
import { sourceOffset } from '../../../text/passage.ts'
import type { Alignment, Token } from './tokens.ts'

const ITALIC = /(?<![\w*\\])(\*{1,2}|_)(?=[^\s*_])[^*_\n]{2,300}?(?<=[^\s*_\\])\1(?![\w*])/gu
const LEAST = 3

/** A part of the title is set off in one list, and the part that holds it in the other. */
export interface RoleDifference {
  readonly left: string
  readonly right: string
}

/** Compares what is set in italics: the same words of both lists must be. `source` is the text of the file. */
export function roleDifference(
  { left, right, partners }: Alignment,
  [original, repeated]: readonly [Reference, Reference],
  source: string,
): RoleDifference | undefined {
  const ours = italicOf(original, left, source)
  const theirs = italicOf(repeated, right, source)
  if (ours.size < LEAST || theirs.size < LEAST) return undefined
  let onlyOurs = 0
  let onlyTheirs = 0
  let both = 0
  for (const [index, partner] of partners.entries()) {
    const one = ours.has(left[index] as Token)
    const two = partner >= 0 && theirs.has(right[partner] as Token)
    if (partner < 0 || (!one && !two)) continue
    if (one && two) both++
    else if (one) onlyOurs++
    else onlyTheirs++
  }
  if (both > 0 || onlyOurs < LEAST || onlyTheirs < LEAST) return undefined
  return { left: words(ours), right: words(theirs) }
}

function words(tokens: ReadonlySet<Token>): string {
  return [...tokens].map(({ text }) => text).join(' ')
}

function italicOf(reference: Reference, tokens: readonly Token[], source: string): ReadonlySet<Token> {
  const { span, passage } = reference
  const runs = [...source.slice(span.start, Math.min(span.end, span.start + 4000)).matchAll(ITALIC)].map(
    ({ 0: text, index }) => ({
      start: span.start + index,
      end: span.start + index + text.length,
    }),
  )
  if (runs.length === 0) return new Set()
  return new Set(
    tokens.filter((token) => {
      const at = sourceOffset(passage, token.start)
      return runs.some(({ start, end }) => at >= start && at < end)
    }),
  )
}
