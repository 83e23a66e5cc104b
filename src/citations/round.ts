import type { Bracketed } from './brackets.ts'
import type { Draft, Prose } from './draft.ts'
import { ET_AL } from './lexicon.ts'
import { hanNameBefore, isKnownExactly } from './names.ts'
import { numbersIn, numericDrafts } from './numeric.ts'
import { isHan } from './tokens.ts'

/** What a number in round brackets belongs to if it is no citation. */
const NAMED =
  /(?:\b(?:eqs?|eqns?|equations?|figs?|figures?|tables?|sections?|steps?|cases?|types?|formulas?|formulae|models?|hypothes[ei]s|propositions?|lemmas?|theorems?|phases?|groups?|levels?|panels?|lines?|rows?|columns?|questions?|items?|numbers?)\.?|рис\.?|табл\.?|формул\p{L}*|уравнени\p{L}*|рівнян\p{L}*|теңдеу\p{L}*|пункт\p{L}*|式|图|表|公式)\s*$/iu
const MARKER = /(?:^|[:;,；，：]|[\s(](?:and|or|и|или|та|або|және|和|及))\s*$/iu
const CLOSED = /^\s?(?:[.,;:)）。，；：]|$)/u

/**
 * Numbers in round brackets: `(1)`, `(2, 5)`, `(3–5)`. Never sure by themselves: they count only in a document that has
 * a numbered list and cites in no other way, see `settled`. Marks of enumerations and the numbers of equations stay out.
 */
export function roundNumeric(prose: Prose, group: Bracketed): readonly Draft[] {
  const { text } = prose
  if (prose.strict || !prose.numbered || group.nests) return []
  const before = text.slice(Math.max(0, group.open - 40), group.open)
  const previous = before.at(-1) ?? ''
  const after = text.slice(group.close + 1, group.close + 4)
  const isSpaced = previous === ' ' || previous === '\u00a0' || isHan(previous) || /[.,”"»]/.test(previous)
  if (!isSpaced || NAMED.test(before) || /[\d=+*/^<>≤≥±%]\s*$/u.test(before)) return []
  const isClosed = CLOSED.test(after)
  if (MARKER.test(before) && !isClosed) return []
  // the number of a displayed equation stands alone at the end of its line
  if (/[=≤≥<>∑∫]/u.test(before) && text.slice(group.close + 1).trim() === '') return []
  const numbered = numbersIn(text, group)
  const { found } = numbered
  if (found.length === 0) return []
  const isSeveral = found.length > 1 || (found[0]?.numbers.length ?? 0) > 1 || found[0]?.locator !== undefined
  const isStrong = isClosed || isSeveral || followsName(prose, before, group.open)
  return numericDrafts(numbered, group, { round: isStrong ? ('strong' as const) : ('weak' as const), sure: 0 })
}

function followsName({ text, known, language }: Prose, before: string, at: number): boolean {
  if (ET_AL.test(before)) return true
  if (isHan(before.at(-1) ?? '')) return hanNameBefore(text, at, known) !== undefined
  const word = /(?<![\p{L}\p{M}])(\p{Lu}[\p{L}'’-]+)\s$/u.exec(before)?.[1]
  return word !== undefined && isKnownExactly(word, known, language)
}

/** Groups of round brackets that a document must have, and numbers in them, before they are its way of citing. */
const LEAST_STRONG = 4
const LEAST_NUMBERS = 4

/** Whether the round numbers are how a document cites: many, of entries that exist, and next to no other citations. */
export function citesInRounds(all: readonly Draft[], others: number, entries: number): boolean {
  const rounds = all.filter(({ round }) => round !== undefined)
  const strong = rounds.filter(({ round }) => round === 'strong')
  const groups = new Set(strong.map(({ group }) => group))
  const fitting = strong.filter(({ numbers }) => numbers?.every((number) => number <= entries))
  const distinct = new Set(fitting.flatMap(({ numbers = [] }) => numbers))
  if (groups.size < LEAST_STRONG || distinct.size < Math.max(LEAST_NUMBERS, entries * 0.2)) return false
  return fitting.length >= strong.length * 0.9 && strong.length * 2 >= rounds.length && others * 4 <= strong.length
}
