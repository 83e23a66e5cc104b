/**
 * Japanese names: Hepburn and Kunrei in Latin letters, Polivanov in Cyrillic. After the published tables; our own digest.
 */
const SYLLABLES = /^(?:(?:[kgsztdnhbpmrwyjf]|sh|ch|ts|[kgsztdnhbpmr]y|kk|ss|ssh|tt|tch|pp)?[aeiou]|n(?![aeiouy]))+$/

/** Hepburn to Kunrei, and long vowels short. */
const KUNREI: readonly (readonly [RegExp, string])[] = [
  [/tch/g, 'tt'],
  [/sh(?=[aueo])/g, 'sy'],
  [/shi/g, 'si'],
  [/ch(?=[aueo])/g, 'ty'],
  [/chi/g, 'ti'],
  [/tsu/g, 'tu'],
  [/j(?=[aueo])/g, 'zy'],
  [/ji/g, 'zi'],
  [/fu/g, 'hu'],
  [/ou|oo/g, 'o'],
  [/uu/g, 'u'],
]

/** The word in Kunrei where it may be Japanese, else as it is. */
export function kunrei(word: string): string {
  if (!SYLLABLES.test(word)) return word
  let written = word
  for (const [from, to] of KUNREI) written = written.replace(from, to)
  return written
}

/** Whether two different folded spellings are one Japanese name in two systems. */
export function sameInJapanese(left: string, right: string): boolean {
  // both end in one vowel or n: most pairs are told apart by this alone
  if (left.at(-1) !== right.at(-1) || Math.abs(left.length - right.length) > 4) return false
  return left !== right && kunrei(left) === kunrei(right)
}

const POLIVANOV: readonly (readonly [RegExp, string])[] = [
  [/tch/g, 'tt'],
  [/sh/g, 's'],
  [/ch/g, 't'],
  [/ts/g, 'c'],
  [/(?<!d)z/g, 'dz'],
  [/j/g, 'dz'],
]

/** How a Russian text writes a Japanese name, in phonemes: Fujimoto, фудзимото; undefined for what is none by its sounds. */
export function polivanov(word: string): string | undefined {
  if (!SYLLABLES.test(word)) return undefined
  let written = word.replace(/(sh|ch|j)(?=[auo])/g, '$1y')
  for (const [from, to] of POLIVANOV) written = written.replace(from, to)
  return written
    .replace(/y(?=[auo])/g, 'j')
    .replace(/w/g, 'v')
    .replace(/(?<=[aou])i/g, 'j')
}
