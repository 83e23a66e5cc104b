import type { Reference } from '../../../model/reference.ts'
import { compareFamilies } from '../../../names/index.ts'
import type { Place } from './differences.ts'

/** What an entry says twice, in the original and in a translation that stands in brackets after it, and not alike. */
export interface InnerDifference {
  readonly field: 'year' | 'pages' | 'author'
  readonly original: string
  readonly translated: string
  readonly inOriginal: Place
  readonly inTranslated: Place
}

const BRACKET = /\[([^[\]]{20,1000})\]/gu
const LATIN = /\p{Script=Latin}{2}/gu
const OTHER = /\p{Script=Han}{4}|\p{Script=Cyrillic}{4}/u
const YEAR = /(?<![\d–-])(?:19|20)\d\d(?![\d–-])/g
const PAGES = /(?<!\d)\d{1,5}\s?[-–]\s?\d{1,5}(?!\d)/g
const HAN_NAME = /^[\s"“]{0,2}(\p{Script=Han}{2,4})\s?[.,，．、]/u
const LATIN_NAME = /^[\s"“]{0,2}(\p{Lu}\p{Ll}{1,12} \p{Lu}\p{Ll}{1,12})\s?(?:[.,]|&|and\b)/u

/** Differences between the two halves of an entry; none where the bracket holds no translation of the whole entry. */
export function innerDifferences({ passage }: Reference): readonly InnerDifference[] {
  const text = passage.text.slice(0, 3000)
  for (const { 0: whole, 1: inside = '', index } of text.matchAll(BRACKET)) {
    const before = text.slice(0, index)
    if (!OTHER.test(before) || OTHER.test(inside) || (inside.match(LATIN) ?? []).length < 8) continue
    const at = index + whole.indexOf(inside)
    return [
      ...numbers('year', YEAR, before, inside, at),
      ...numbers('pages', PAGES, before, inside, at),
      ...author(before, inside, at),
    ]
  }
  return []
}

function numbers(
  field: 'year' | 'pages',
  form: RegExp,
  before: string,
  inside: string,
  at: number,
): readonly InnerDifference[] {
  const ours = [...before.matchAll(form)]
  const theirs = [...inside.matchAll(form)]
  const [one, two] = [ours.at(-1), theirs.at(-1)]
  if (one === undefined || two === undefined) return []
  const bare = (text: string): string => text.replace(/\s/g, '').replace('–', '-')
  const known = new Set(ours.map(([text]) => bare(text)))
  if (theirs.some(([text]) => known.has(bare(text)))) return []
  return [
    {
      field,
      original: one[0],
      translated: two[0],
      inOriginal: { start: one.index, end: one.index + one[0].length },
      inTranslated: { start: at + two.index, end: at + two.index + two[0].length },
    },
  ]
}

/** A Chinese name and its pinyin: another order or another scheme is no difference, a letter more or less is one. */
function author(before: string, inside: string, at: number): readonly InnerDifference[] {
  const one = HAN_NAME.exec(before)
  const two = LATIN_NAME.exec(inside)
  const [original, translated] = [one?.[1], two?.[1]]
  if (one === null || two === null || original === undefined || translated === undefined) return []
  if (compareFamilies(original, translated).verdict !== 'near') return []
  const [start, from] = [one[0].indexOf(original), at + two[0].indexOf(translated)]
  return [
    {
      field: 'author',
      original,
      translated,
      inOriginal: { start, end: start + original.length },
      inTranslated: { start: from, end: from + translated.length },
    },
  ]
}
