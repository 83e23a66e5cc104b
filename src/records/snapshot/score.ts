import type { WorkRecord } from '../../model/query.ts'
import { distance } from '../../text/distance.ts'
import { wordsOf } from './words.ts'

/** Weight of a title beside the surnames and the year. */
const TITLE = 0.8
const FAMILY = 0.15
const YEAR = 0.05

/** How well a record fits a description, 0 to 1: the share of its title's letters, its first surnames and its year that are there. */
export function scoreOf(question: ReadonlySet<string>, { csl, titles = [], years = [] }: WorkRecord): number {
  const forms = [...new Set([csl.title ?? '', ...titles])].slice(0, 4)
  const title = Math.max(...forms.map((form) => share(question, wordsOf(form))))
  const makers = (csl.author ?? csl.editor ?? []).slice(0, 2)
  const families = makers.flatMap(({ family, literal }) => wordsOf(family ?? literal ?? ''))
  const dates = [...years, csl.issued?.['date-parts']?.[0]?.[0]].map(String)
  const inYear = dates.some((year) => question.has(year)) ? 1 : 0
  return TITLE * title + FAMILY * share(question, families) + YEAR * inYear
}

function share(question: ReadonlySet<string>, words: readonly string[]): number {
  let [agreeing, all] = [0, 0]
  for (const word of words) {
    all += word.length
    if (question.has(word)) agreeing += word.length
    else if (word.length >= 5 && isMisspelled(question, word)) agreeing += word.length * 0.7
  }
  return all === 0 ? 0 : agreeing / all
}

function isMisspelled(question: ReadonlySet<string>, word: string): boolean {
  const limit = word.length >= 8 ? 2 : 1
  for (const other of question) {
    if (Math.abs(other.length - word.length) > limit) continue
    // a slip in the first and in the last letter at once is rare
    if (other[0] !== word[0] && other.at(-1) !== word.at(-1)) continue
    if (distance(word, other, limit) <= limit) return true
  }
  return false
}
