import { PINYIN } from './palladius.ts'

/**
 * Wade–Giles: the romanisation of older books and of Taiwan, read as pinyin. Made from the syllables of pinyin by rule, after
 * the tables of the handbooks; the digest is our own. Where the marks of aspiration are left out a syllable has two readings.
 */
const INITIALS: readonly (readonly [RegExp, string])[] = [
  [/^zh/, 'ch'],
  [/^ch/, "ch'"],
  [/^sh/, 'sh'],
  [/^b/, 'p'],
  [/^p/, "p'"],
  [/^d/, 't'],
  [/^t/, "t'"],
  [/^g/, 'k'],
  [/^k/, "k'"],
  [/^j/, 'ch'],
  [/^q/, "ch'"],
  [/^x/, 'hs'],
  [/^r/, 'j'],
  [/^z/, 'ts'],
  [/^c/, "ts'"],
]
/** Whole syllables that the finals' rules do not give. */
const WHOLE: Readonly<Record<string, string>> = {
  zi: 'tzu',
  ci: "tz'u",
  si: 'ssu',
  zhi: 'chih',
  chi: "ch'ih",
  shi: 'shih',
  ri: 'jih',
  ge: 'ko',
  ke: "k'o",
  he: 'ho',
  er: 'erh',
  you: 'yu',
  ye: 'yeh',
  yue: 'yueh',
  yan: 'yen',
  yong: 'yung',
  gui: 'kuei',
  kui: "k'uei",
  guo: 'kuo',
  kuo: "k'uo",
  huo: 'huo',
  shuo: 'shuo',
}
const FINALS: readonly (readonly [RegExp, string])[] = [
  [/iong$/, 'iung'],
  [/ong$/, 'ung'],
  [/ian$/, 'ien'],
  [/(?<=[iüu])e$/, 'eh'],
  [/uo$/, 'o'],
]

function wadeGilesOf(pinyin: string): string {
  const whole = WHOLE[pinyin]
  if (whole !== undefined) return whole
  const umlaut = /^[jqx]u/.test(pinyin) ? pinyin.replace('u', 'ü') : pinyin
  const initial = INITIALS.find(([from]) => from.test(pinyin))
  let written = initial === undefined ? umlaut : umlaut.replace(initial[0], initial[1])
  for (const [from, to] of FINALS) written = written.replace(from, to)
  return written
}

const exact = new Map<string, string[]>()
const loose = new Map<string, string[]>()

function enter(map: Map<string, string[]>, written: string, pinyin: string): void {
  const known = map.get(written)
  if (known === undefined) map.set(written, [pinyin])
  else if (!known.includes(pinyin)) known.push(pinyin)
}

for (const pinyin of PINYIN) {
  const written = wadeGilesOf(pinyin)
  enter(exact, written, pinyin)
  enter(loose, written.replace("'", ''), pinyin)
}
// dots are left out more often than not; readings that need none come first
for (const pinyin of PINYIN) {
  const written = wadeGilesOf(pinyin).replace('ü', 'u')
  enter(exact, written, pinyin)
  enter(loose, written.replace("'", ''), pinyin)
}

const MOST = 4

/** Pinyin of a word in Wade–Giles, syllables apart by hyphens or one alone: `Te-hua` → dehua. Nothing where a part is none. */
export function pinyinOfWadeGiles(word: string): readonly string[] {
  let readings: readonly string[] = ['']
  for (const part of word.toLowerCase().split(/[-\s]/)) {
    if (part.length > 7) return []
    const found = part.includes("'") ? exact.get(part) : loose.get(part)
    if (found === undefined) return []
    readings = readings.flatMap((before) => found.map((one) => before + one)).slice(0, MOST)
  }
  return readings
}
