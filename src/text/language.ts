import type { Block } from '../model/block.ts'
import { sectionWord } from './section-words.ts'

/** Letters are counted in this many units from the start: enough to tell, and the cost stays bounded. */
const sample = 4000

const functionWords: Readonly<Record<string, string>> = {
  en: 'the of and to in is that for with on as by are was from this which at be has have were its their an not or',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch werden aus einer wird zur',
  fr: 'le la les de des et du en dans un une est que pour qui par sur au aux ce cette avec sont ou ses été plus dont',
  es: 'el la los las de del y en un una que es por para con se su al como más lo sus este esta entre son fue sobre',
  it: 'il la i gli le di del della dei e in un una che è per con si da al dalla nel nella sono come più delle anche ha',
  pt: 'o a os as de do da dos das e em um uma que é por para com se ao na no nas nos como mais sua são foi entre pela',
  tr: 've bir bu için ile de da olarak olan daha çok gibi ise en kadar sonra göre arasında tarafından üzerinde',
  pl: 'i w z na do się jest nie że o od po przez oraz za to dla jak są był jego ich które który między',
  nl: 'de het een van en in is dat op te zijn met voor niet aan er door als naar uit ook bij werd worden',
}

const wordLanguages: ReadonlyMap<string, readonly string[]> = wordTable()

function wordTable(): Map<string, string[]> {
  const table = new Map<string, string[]>()
  for (const [language, words] of Object.entries(functionWords)) {
    for (const word of words.split(' ')) table.set(word, [...(table.get(word) ?? []), language])
  }
  return table
}

/** Letters that only one of the languages told apart here has, or nearly so. */
const tellingLetters: readonly (readonly [string, RegExp])[] = [
  ['de', /[äß]/g],
  ['es', /[ñ¿¡]/g],
  ['pt', /[ãõ]/g],
  ['tr', /[şğıİ]/g],
  ['pl', /[łąęśźżć]/g],
  ['fr', /[œùêëîï]/g],
]

/** Blocks that hold the scripts below. */
const otherScripts = /[\u0370-\u03ff\u0530-\u06ff\u0e00-\u0e7f\u10a0-\u10ff\u1f00-\u1fff]/

/** Scripts that name their language well enough. */
const scriptLanguages: readonly (readonly [string, RegExp])[] = [
  ['el', /\p{Script=Greek}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['th', /\p{Script=Thai}/gu],
]

/**
 * The language of a text (ISO 639-1) by its script and letters, or undefined where too little speaks for any.
 * Kazakh is told from Russian by its own letters (2 % of the Cyrillic ones), Ukrainian by і, ї, є, ґ; languages in Latin
 * letters by their function words. Addresses do not count.
 */
export function languageOf(text: string): string | undefined {
  const words = text
    .slice(0, sample)
    .split(/\s+/)
    .filter((word) => !/:\/\/|www\.|@|^10\.\d/.test(word))
  const plain = words.join(' ').toLowerCase()
  const latin = count(plain, /\p{Script=Latin}/gu)
  const cyrillic = count(plain, /\p{Script=Cyrillic}/gu)
  const han = count(plain, /\p{Script=Han}/gu)
  const kana = count(plain, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const hangul = count(plain, /\p{Script=Hangul}/gu)
  const others = (otherScripts.test(plain) ? scriptLanguages : scriptLanguages.slice(0, 1)).map(
    ([language, letters]) => ({ language, letters: count(plain, letters) }),
  )
  const other = others.reduce((most, next) => (next.letters > most.letters ? next : most))
  const alphabetic = latin + cyrillic + other.letters
  if (alphabetic + han + kana + hangul === 0) return undefined
  // one Han character or syllable says about as much as three letters
  if (3 * (han + kana) > alphabetic && han + kana > hangul) return kana * 20 > han + kana ? 'ja' : 'zh'
  if (3 * hangul > alphabetic) return 'ko'
  if (other.letters > latin + cyrillic) return other.letters > 1 ? other.language : undefined
  if (cyrillic * 2 > latin) return cyrillic < 2 ? undefined : cyrillicLanguage(plain, cyrillic)
  return latinLanguage(plain)
}

function cyrillicLanguage(plain: string, letters: number): string {
  const kazakh = count(plain, /[әғқңөұүһ]/g)
  if (kazakh * 50 >= letters) return 'kk'
  if (count(plain, /ў/g) > 0) return 'be'
  if (count(plain, /[їєґі]/g) * 100 >= letters) return 'uk'
  return 'ru'
}

function latinLanguage(plain: string): string | undefined {
  const scores = new Map<string, number>()
  const add = (language: string, points: number): void => {
    scores.set(language, (scores.get(language) ?? 0) + points)
  }
  for (const word of plain.split(/[^\p{L}]+/u)) for (const language of wordLanguages.get(word) ?? []) add(language, 1)
  if (/[^\u0000-\u007f]/.test(plain)) {
    for (const [language, letters] of tellingLetters) add(language, Math.min(4, count(plain, letters)))
  }
  let best: string | undefined
  let most = 0
  for (const [language, score] of scores) {
    if (score <= most) continue
    most = score
    best = language
  }
  if (most >= 2) return best
  return most === 1 && (scores.get('en') ?? 0) === 1 ? 'en' : undefined
}

/**
 * The language of each block, by index. Short blocks take that of a neighbour in the same script; a known heading
 * (`References`, `Литература`) has its own. A text in no language that can be told counts as English.
 */
export function blockLanguages(blocks: readonly Block[]): readonly string[] {
  const certain = blocks.map(({ kind, passage }) => {
    if (kind === 'heading') return sectionWord(passage.text)?.language
    if (kind === 'code' || kind === 'math' || kind === 'comment' || kind === 'running') return undefined
    return passage.text.length < 60 ? undefined : languageOf(passage.text)
  })
  const before = neighbours(certain, blocks)
  const after = neighbours(certain.toReversed(), blocks.toReversed()).toReversed()
  const owns = blocks.map(({ passage }, index) => certain[index] ?? languageOf(passage.text))
  const usual = majority(certain) ?? majority(owns) ?? 'en'
  return blocks.map(({ kind }, index) => {
    const sure = certain[index]
    if (sure !== undefined) return sure
    const near = kind === 'heading' ? [after[index], before[index]] : [before[index], after[index]]
    const own = owns[index]
    if (own === undefined) return near.find((language) => language !== undefined) ?? usual
    // a short text without special letters may be in any language of its script
    if (!unmarked.has(own)) return own
    return near.find((language) => language !== undefined && scriptOf(language) === scriptOf(own)) ?? own
  })
}

/** Languages whose short texts show nothing that their neighbours in the same script have not. */
const unmarked: ReadonlySet<string> = new Set(['ru', 'en'])

/** For each place the last language that was certain before it, headings aside. */
function neighbours(certain: readonly (string | undefined)[], blocks: readonly Block[]): (string | undefined)[] {
  let last: string | undefined
  return certain.map((language, index) => {
    const known = last
    if (language !== undefined && blocks[index]?.kind !== 'heading') last = language
    return known
  })
}

function majority(languages: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>()
  for (const language of languages) if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts].reduce<readonly [string | undefined, number]>(
    (most, next) => (next[1] > most[1] ? next : most),
    [undefined, 0],
  )[0]
}

function scriptOf(language: string): string {
  if (['ru', 'kk', 'uk', 'be'].includes(language)) return 'Cyrillic'
  if (['zh', 'ja', 'ko', 'el', 'ar', 'he', 'ka', 'hy', 'th'].includes(language)) return language
  return 'Latin'
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
