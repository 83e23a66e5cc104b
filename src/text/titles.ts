import { distance } from './distance.ts'
import { languageOf } from './language.ts'
import { wordsOfTitle } from './title-words.ts'

export { withoutMarkup, wordsOfTitle } from './title-words.ts'

/**
 * How two titles stand to each other. `same`: alike but for conventions (case, marks, spelling habits, markup); `part`: one
 * holds the other (a subtitle left out, a translation added); `slips`: alike but for misspelled words; `changed`: the same
 * words for the most part; `different`; `unknown`: they cannot be compared (another script, a translation, nothing there).
 */
export type TitleVerdict = 'same' | 'part' | 'slips' | 'changed' | 'different' | 'unknown'

export interface TitleComparison {
  readonly verdict: TitleVerdict
  /** share of the words that agree, by letters, 0 to 1 */
  readonly likeness: number
  /** the words that do not agree, ours and theirs */
  readonly differing: readonly (readonly [ours: string, theirs: string])[]
}

const UNKNOWN: TitleComparison = { verdict: 'unknown', likeness: 0, differing: [] }
/** Titles that share this many of their letters are the same one changed. */
const CHANGED = 0.6

const RANK: Readonly<Record<TitleVerdict, number>> = {
  same: 5,
  part: 4,
  slips: 3,
  changed: 2,
  different: 1,
  unknown: 0,
}

/** The best that a title compares with any of several forms of another. Time grows with the product of their words (at most 100 each). */
export function compareTitles(ours: string, theirs: readonly string[]): TitleComparison {
  let best = UNKNOWN
  for (const one of theirs) {
    const compared = comparePair(ours, one)
    const isBetter =
      RANK[compared.verdict] > RANK[best.verdict] ||
      (compared.verdict === best.verdict && compared.likeness > best.likeness)
    if (isBetter) best = compared
    if (best.verdict === 'same') break
  }
  // the main title agrees and the subtitle does not
  if (best.verdict === 'part') {
    const longer = theirs
      .map((one) => comparePair(ours, one))
      .find(({ verdict, likeness }) => isNearly(verdict, likeness))
    if (longer !== undefined) return longer
  }
  // a form in another language says nothing against the ones that were compared, and the other way round
  const isOpen = theirs.some((one) => comparePair(ours, one).verdict === 'unknown')
  return best.verdict === 'different' && isOpen ? UNKNOWN : best
}

/** Too like to be another subtitle, and not the same. */
function isNearly(verdict: TitleVerdict, likeness: number): boolean {
  return verdict === 'slips' || (verdict === 'changed' && likeness >= 0.75)
}

function comparePair(ours: string, theirs: string): TitleComparison {
  const left = wordsOfTitle(ours)
  const right = wordsOfTitle(theirs)
  if (left.length === 0 || right.length === 0) return UNKNOWN
  const [one, other] = [left.join(''), right.join('')]
  if (one === other) return { verdict: 'same', likeness: 1, differing: [] }
  if (scriptOf(one) !== scriptOf(other)) return UNKNOWN
  const compared = align(left, right)
  if (compared.verdict === 'different' && !inOneLanguage(ours, theirs)) return UNKNOWN
  return compared
}

type Script = 'han' | 'cyrillic' | 'latin' | 'other'

function scriptOf(text: string): Script {
  const count = (letters: RegExp): number => (text.slice(0, 200).match(letters) ?? []).length
  const han = count(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const cyrillic = count(/\p{Script=Cyrillic}/gu)
  const latin = count(/\p{Script=Latin}/gu)
  // one ideograph says as much as two or three letters
  const most = Math.max(han * 3, cyrillic, latin)
  if (most === 0) return 'other'
  return most === han * 3 ? 'han' : most === cyrillic ? 'cyrillic' : 'latin'
}

/** Romanised Slavic words, as they end or as they are spelled: `issledovaniya`, `razvitie`, `sotsialnogo`. */
const ROMANISED =
  /(?:iya|iia|ija|iyu|yye|yi|yy|iy|ij|ogo|ykh|ikh|nie|nije|niye|niya|nii|stvo|stva|osti|skaya|skoy|skogo|tsii|cii)$|kh|shch|zh|iu|ya$/

/** Both are plainly of one language, so that their disagreeing means something. */
function inOneLanguage(ours: string, theirs: string): boolean {
  const [left, right] = [languageOf(ours), languageOf(theirs)]
  if (left !== undefined && right !== undefined) return left === right
  return !isRomanised(ours) && !isRomanised(theirs)
}

function isRomanised(title: string): boolean {
  const words = wordsOfTitle(title).filter((word) => word.length > 3)
  const romanised = words.filter((word) => ROMANISED.test(word))
  return words.length > 0 && romanised.length * 4 >= words.length
}

/** Aligns the words (longest common subsequence, weighted by letters) and judges what is left. */
function align(left: readonly string[], right: readonly string[]): TitleComparison {
  const pairs = matching(left, right)
  const agreeing = pairs.reduce((sum, [i]) => sum + weight(left[i] as string), 0)
  const total = Math.max(sumOf(left), sumOf(right))
  const likeness = agreeing / total
  if (holds(left, right, pairs)) return { verdict: 'part', likeness, differing: [] }
  const gaps = gapsOf(left, right, pairs)
  const differing = gaps.flatMap((gap) => differences(gap))
  if (differing.length === 0) return { verdict: 'same', likeness: 1, differing }
  const slipped = differing.every(([ours, theirs]) => isSlip(ours, theirs))
  const slips = differing.reduce((sum, [ours]) => sum + weight(ours), 0)
  if (slipped && likeness + slips / total >= CHANGED) return { verdict: 'slips', likeness, differing }
  if (likeness >= CHANGED) return { verdict: 'changed', likeness, differing }
  return { verdict: 'different', likeness, differing }
}

const weight = (word: string): number => word.length

const sumOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + weight(word), 0)

/** Index pairs of the words that agree, in order; the heaviest common subsequence. */
function matching(left: readonly string[], right: readonly string[]): readonly (readonly [number, number])[] {
  const width = right.length + 1
  const best = new Uint32Array((left.length + 1) * width)
  const agrees = (i: number, j: number): boolean => isSameWord(left[i] as string, right[j] as string)
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const skip = Math.max(best[(i + 1) * width + j] as number, best[i * width + j + 1] as number)
      const take = agrees(i, j) ? (best[(i + 1) * width + j + 1] as number) + weight(left[i] as string) : 0
      best[i * width + j] = Math.max(skip, take)
    }
  }
  const pairs: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const here = best[i * width + j] as number
    if (agrees(i, j) && here === (best[(i + 1) * width + j + 1] as number) + weight(left[i] as string)) {
      pairs.push([i, j])
      i++
      j++
    } else if (here === (best[(i + 1) * width + j] as number)) i++
    else j++
  }
  return pairs
}

/** British and American habits, plurals of Latin words left alone: `-ise`/`-ize`, `-our`/`-or`, `ae`/`e`, `-re`/`-er`. */
function habit(word: string): string {
  return word
    .replace(/is(e[ds]?|ing|ations?|ers?)$/, 'iz$1')
    .replace(/ys(e[ds]?|ing|ers?)$/, 'yz$1')
    .replace(/our(s|ed|al|ally|ing|ite|ites|able)?$/, 'or$1')
    .replace(/tre(s?)$/, 'ter$1')
    .replace(/bre(s?)$/, 'ber$1')
    .replace(/ogue(s?)$/, 'og$1')
    .replace(/ae|oe/g, 'e')
    .replace(/ell(ing|ed|ers?)$/, 'el$1')
    .replace(/ence(s?)$/, 'ense$1')
    .replace(/ue/g, 'u')
}

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true
  if (one.length < 4 || other.length < 4 || Math.abs(one.length - other.length) > 2) return false
  return habit(one) === habit(other)
}

/** One title stands whole inside the other, with enough of it to mean it. */
function holds(
  left: readonly string[],
  right: readonly string[],
  pairs: readonly (readonly [number, number])[],
): boolean {
  const [short, side] = left.length <= right.length ? [left, 1 as const] : [right, 0 as const]
  if (pairs.length !== short.length || left.length === right.length) return false
  const places = pairs.map((pair) => pair[side])
  const isUnbroken = (places.at(-1) as number) - (places[0] as number) === places.length - 1
  const isHan = scriptOf(short.join('')) === 'han'
  const isEnough = isHan ? short.length >= 4 : (short.length >= 2 && sumOf(short) >= 12) || sumOf(short) >= 16
  return isUnbroken && isEnough
}

interface Gap {
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
}

function gapsOf(
  left: readonly string[],
  right: readonly string[],
  pairs: readonly (readonly [number, number])[],
): readonly Gap[] {
  const gaps: Gap[] = []
  let [i, j] = [0, 0]
  for (const [toI, toJ] of [...pairs, [left.length, right.length] as const]) {
    if (toI > i || toJ > j) gaps.push({ ours: left.slice(i, toI), theirs: right.slice(j, toJ) })
    i = toI + 1
    j = toJ + 1
  }
  return gaps
}

/** What two gaps differ in: nothing where only word breaks or signs without letters differ. */
function differences({ ours, theirs }: Gap): readonly (readonly [string, string])[] {
  const [one, other] = [ours.join(''), theirs.join('')]
  if (one === other) return []
  // formulas and lone letters are lost on the way to a registry
  const isNothing = (text: string): boolean => text === ''
  if ((isNothing(one) || isNothing(other)) && (one + other).length <= 2 && !/[\d\p{Script=Han}]/u.test(one + other))
    return []
  if (/^(?:the|an?)?$/.test(one) && /^(?:the|an?)?$/.test(other)) return []
  if (ours.length === theirs.length) {
    return ours.flatMap((word, index): (readonly [string, string])[] => {
      const their = theirs[index] as string
      return isSameWord(word, their) || isArticle(word, their) ? [] : [[word, their]]
    })
  }
  return [[ours.join(' '), theirs.join(' ')]]
}

function isArticle(one: string, other: string): boolean {
  return /^(?:the|an?)$/.test(one) && /^(?:the|an?)$/.test(other)
}

/** One or two letters off in a word of some length. Numbers have no slips. */
export function isSlip(one: string, other: string): boolean {
  const length = Math.max(one.length, other.length)
  if (length < 4 || /\d/.test(one + other)) return false
  const limit = length >= 8 ? 2 : 1
  return distance(one, other, limit) <= limit
}
