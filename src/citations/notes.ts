import type { Draft, Prose } from './draft.ts'
import { PREFIX } from './lexicon.ts'
import { isKnownExactly } from './names.ts'

const PART = /[^;；]+/gu
const INITIALS = /^(?:\p{Lu}\p{Ll}?\.[\s-]?){1,3}\s?/u
const WORD = /^\p{Lu}[\p{L}\p{M}'’-]+/u
const YEAR = /(?<![\p{L}\d./№-])((?:1[5-9]|20)\d\d)([a-zа-г](?![\p{L}]))?(?!\d|\s?[-–—]\s?\d)/u
/** "The work of this author that was cited before." */
const CITED_BEFORE =
  /(?:op\.?\s?cit|loc\.?\s?cit|указ\.?\s?(?:соч|раб|изд)|цит\.?\s?соч|вказ\.?\s?(?:прац|тв)|зазнач\.?\s?(?:прац|тв)|аталған\s+еңбе|көрсетілген\s+еңбе|a\.\s?a\.\s?O\.)/iu
const REACH = 320
const NEAR = 60

/**
 * Works that a footnote cites in full or in short: `T. Barlow, Wells of the plain (Example Press, 2012), 5`; `Barlow 2012, 5`;
 * `Barlow, op. cit., 9`. Only where a part of the note begins with a surname that the lists have; whether the year is that of
 * an entry is seen when they are linked, and where it is not, nothing is said: notes cite works that no list has.
 */
export function noteCitations(prose: Prose): readonly Draft[] {
  const { text } = prose
  if (prose.known.size === 0) return []
  const found: Draft[] = []
  for (const { 0: part, index } of text.matchAll(PART)) {
    const draft = inPart(prose, part, index)
    if (draft !== undefined) found.push(draft)
  }
  return found
}

function inPart(prose: Prose, part: string, offset: number): Draft | undefined {
  let at = part.length - part.trimStart().length
  const prefix = PREFIX.exec(part.slice(at, at + 40))
  if (prefix !== null) at += prefix[0].length
  at += INITIALS.exec(part.slice(at))?.[0].length ?? 0
  const name = surnameAt(prose, part, at)
  if (name === undefined) return undefined
  const rest = part.slice(name.to, name.to + REACH)
  const from = offset + name.from
  const common = {
    kind: 'note' as const,
    from,
    names: [{ family: name.family, from, to: offset + name.to }],
    etAl: true,
    sure: 1,
  }
  const again = CITED_BEFORE.exec(rest.slice(0, NEAR))
  if (again !== null) {
    const to = offset + name.to + again.index + again[0].length
    return { ...common, to, group: [from, to] }
  }
  const year = YEAR.exec(rest)
  if (year === null) return undefined
  const start = offset + name.to + year.index
  const to = start + year[0].length
  return {
    ...common,
    to,
    group: [from, to],
    year: Number(year[1]),
    ...(year[2] === undefined ? {} : { suffix: year[2] }),
    yearAt: [start, to],
  }
}

/** The first word, or the second after a given name, where the lists have it as a surname. */
function surnameAt(
  { known, language }: Prose,
  part: string,
  at: number,
): { family: string; from: number; to: number } | undefined {
  const first = WORD.exec(part.slice(at))?.[0]
  if (first === undefined) return undefined
  if (isKnownExactly(first, known, language)) return { family: first, from: at, to: at + first.length }
  const next = at + first.length + 1
  const second = part[next - 1] === ' ' ? WORD.exec(part.slice(next))?.[0] : undefined
  if (second === undefined || !isKnownExactly(second, known, language)) return undefined
  return { family: second, from: next, to: next + second.length }
}
