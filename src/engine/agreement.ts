import type { Cited } from '../model/citation.ts'
import { caseLanguages, comparePersons, lemmas, type NameComparison, type PersonName } from '../names/index.ts'
import type { Entry } from './entries.ts'

export type Differs = 'year' | 'author' | 'suffix' | 'coauthor'

/** How well one entry fits a citation of authors and a year. */
export interface Fit {
  readonly reference: string
  readonly differs: readonly Differs[]
  readonly probability: number
  /** for choosing among entries; higher is better */
  readonly score: number
}

/** What is known of each cited name and each entry. */
export type Matches = ReadonlyMap<Entry, Match>

export interface Match {
  /** index among the makers of the entry */
  readonly position: number
  readonly comparison: NameComparison
  readonly name: PersonName
  readonly given: GivenFit
}

/** Given names, where both are spelled out; all else counts as `same`. */
export type GivenFit = 'same' | 'near' | 'other'

export function givenFit(cited: PersonName, listed: PersonName): GivenFit {
  if (cited.given === undefined || listed.given === undefined) return 'same'
  let best: GivenFit = 'other'
  for (const given of [cited.given, ...inCases(cited.given)]) {
    const { verdict, why } = comparePersons({ ...cited, given }, listed)
    if (why !== 'given' && !(why === 'initials' && cited.script === 'han')) return 'same'
    if (verdict === 'near') best = 'near'
  }
  return best
}

/** What a given name in Cyrillic may be a case of. */
function inCases(given: string): readonly string[] {
  if (!/^\p{Script=Cyrillic}{3,}$/u.test(given)) return []
  return caseLanguages(given).flatMap((language) => lemmas(given, language))
}

/** Below this an entry is not said to be meant. */
export const BELIEVED = 0.6
const MOST_FITS = 8

export type YearFit = 'same' | 'adjacent' | 'other'

export function yearFit(year: number | undefined, entry: Entry): YearFit {
  if (year === undefined || entry.year === year) return 'same'
  if (entry.year === undefined) return entry.years.size === 0 || entry.years.has(year) ? 'same' : 'other'
  return Math.abs(entry.year - year) === 1 || slipped(String(entry.year), String(year)) ? 'adjacent' : 'other'
}

/** One digit typed wrong in the last two, or the last two swapped. */
function slipped(left: string, right: string): boolean {
  if (left.length !== 4 || right.length !== 4 || left.slice(0, 2) !== right.slice(0, 2)) return false
  return left[2] === right[3] && left[3] === right[2]
}

/** Whether the cited names are the entry's: all of them, or the first ones with "et al.". */
export function coauthorsFit(cited: Cited, entry: Entry, found: readonly Matches[]): 'same' | 'missing' | 'other' {
  const count = cited.names?.length ?? 0
  if (found.slice(1).some((matches) => !matches.has(entry))) return 'other'
  if (entry.makers.length === 0 || cited.etAl === true) return 'same'
  return entry.makers.length > count && entry.makers.length < 4 ? 'missing' : 'same'
}

interface Agreement {
  readonly year: YearFit
  readonly shared: number
  readonly missing: number
  readonly position: number
  readonly suffix: boolean
  readonly coauthors: 'same' | 'missing' | 'other'
  readonly given: GivenFit
}

/** How likely an entry that has the first name is the one that is meant. */
export function likelihood({ year, shared, missing, position, suffix, coauthors, given }: Agreement): number {
  let chance = year === 'same' ? 0.99 : year === 'adjacent' ? 0.8 : shared > 0 ? 0.7 : 0.3
  if (missing > 0) chance *= shared > 0 || year === 'same' ? 0.8 : 0.5
  if (given !== 'same') chance *= given === 'near' ? 0.97 : 0.65
  if (coauthors === 'missing') chance *= 0.97
  if (position > 0 && shared === 0) chance *= 0.65
  if (suffix) chance *= 0.8
  return chance
}

export function toFit(
  entry: Entry,
  differs: readonly Differs[],
  chance: number,
  shared: number,
  position: number,
): Fit {
  return {
    reference: entry.reference.id,
    differs,
    probability: chance,
    score: chance + shared * 0.1 - position * 0.01 - differs.length * 0.05,
  }
}

/** Several works of one author and year: told apart by their letters, or by their order where the list has none. */
export function lettered(cited: Cited, fits: readonly Fit[], byId: ReadonlyMap<string, Entry>): readonly Fit[] {
  const { suffix } = cited
  if (fits.length < 2) return fits
  const right = fits.filter(({ differs }) => !differs.includes('suffix'))
  if (suffix === undefined) return fits
  const exact = right.filter(({ reference }) => byId.get(reference)?.suffix === suffix)
  return exact.length > 0 ? exact : right.length > 0 ? right : fits
}

/** The best fits: more than one only where they are as good as each other. */
export function top(fits: readonly Fit[]): readonly Fit[] {
  const ordered = [...fits].sort((left, right) => right.score - left.score)
  const [best] = ordered
  if (best === undefined) return []
  return ordered.filter(({ score }) => best.score - score < 0.02).slice(0, MOST_FITS)
}
