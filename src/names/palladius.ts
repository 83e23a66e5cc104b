import { spellCyrillic, spellings } from './phonemes.ts'

/**
 * Palladius: the Russian spelling of Chinese syllables, both ways. Built from initials and finals as reference works give
 * them (401 syllables of pinyin without tones), with the irregular ones listed; the table is our own.
 */
const INITIALS: Readonly<Record<string, string>> = {
  b: 'б',
  p: 'п',
  m: 'м',
  f: 'ф',
  d: 'д',
  t: 'т',
  n: 'н',
  l: 'л',
  g: 'г',
  k: 'к',
  h: 'х',
  j: 'цз',
  q: 'ц',
  x: 'с',
  zh: 'чж',
  ch: 'ч',
  sh: 'ш',
  r: 'ж',
  z: 'цз',
  c: 'ц',
  s: 'с',
}

const OPEN: Readonly<Record<string, string>> = {
  a: 'а',
  o: 'о',
  e: 'э',
  ai: 'ай',
  ei: 'эй',
  ao: 'ао',
  ou: 'оу',
  an: 'ань',
  en: 'энь',
  ang: 'ан',
  eng: 'эн',
  ong: 'ун',
  u: 'у',
  ua: 'уа',
  uo: 'о',
  uai: 'уай',
  ui: 'уй',
  uan: 'уань',
  un: 'унь',
  uang: 'уан',
  i: 'и',
  ia: 'я',
  ie: 'е',
  iao: 'яо',
  iu: 'ю',
  ian: 'янь',
  in: 'инь',
  iang: 'ян',
  ing: 'ин',
  iong: 'юн',
  ü: 'юй',
  üe: 'юэ',
  üan: 'юань',
  ün: 'юнь',
}

// which finals follow which initials, in pinyin
const FINALS: Readonly<Record<string, string>> = {
  b: 'a o ai ei ao an en ang eng i ie iao ian in ing u',
  p: 'a o ai ei ao ou an en ang eng i ie iao ian in ing u',
  m: 'a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u',
  f: 'a o ei ou an en ang eng u',
  d: 'a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un',
  t: 'a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un',
  n: 'a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan ü üe',
  l: 'a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un ü üe',
  g: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  k: 'a e ai ao ou an en ang eng ong u ua uo uai ui uan un uang',
  h: 'a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang',
  j: 'i ia ie iao iu ian in iang ing iong ü üe üan ün',
  q: 'i ia ie iao iu ian in iang ing iong ü üe üan ün',
  x: 'i ia ie iao iu ian in iang ing iong ü üe üan ün',
  zh: 'a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang',
  ch: 'a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang',
  sh: 'a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang',
  r: 'e i ao ou an en ang eng ong u uo ui uan un',
  z: 'a e i ai ei ao ou an en ang eng ong u uo ui uan un',
  c: 'a e i ai ao ou an en ang eng ong u uo ui uan un',
  s: 'a e i ai ao ou an en ang eng ong u uo ui uan un',
}

const WHOLE =
  'a а ai ай an ань ang ан ao ао e э ei эй en энь er эр o о ou оу wa ва wai вай wan вань wang ван wei вэй wen вэнь ' +
  'weng вэн wo во wu у ya я yan янь yang ян yao яо ye е yi и yin инь ying ин yong юн you ю yu юй yuan юань yue юэ yun юнь'

const toRussian = new Map<string, string>()
const toPinyin = new Map<string, string>()

function enter(pinyin: string, russian: string): void {
  const plain = pinyin.replace('ü', 'u')
  if (!toRussian.has(pinyin)) toRussian.set(pinyin, russian)
  if (!toRussian.has(plain)) toRussian.set(plain, russian)
  if (!toPinyin.has(russian)) toPinyin.set(russian, plain)
}

for (const [initial, finals] of Object.entries(FINALS)) {
  const hissing = ['zh', 'ch', 'sh', 'r', 'z', 'c', 's'].includes(initial)
  for (const final of finals.split(' ')) {
    const pinyin = 'jqx'.includes(initial) ? initial + final.replace('ü', 'u') : initial + final
    let ending = OPEN[final] as string
    if (final === 'i' && hissing) ending = 'zcs'.includes(initial) ? 'ы' : 'и'
    else if (final === 'ui' && 'gkh'.includes(initial)) ending = 'уэй'
    else if (final === 'o' && 'bpmf'.includes(initial)) ending = 'о'
    enter(pinyin, (INITIALS[initial] as string) + ending)
  }
}
const whole = WHOLE.split(' ')
for (let at = 0; at < whole.length; at += 2) enter(whole[at] as string, whole[at + 1] as string)
// written so that хуэй does not sound like an oath
toPinyin.set('хой', 'hui')
// the same syllables with е after a consonant, and i-readings with э, as the press writes them
for (const [russian, pinyin] of [...toPinyin]) {
  const press = russian.replace(/э(?=[йн])/u, 'е')
  if (press !== russian && russian.length > 2 && !toPinyin.has(press)) toPinyin.set(press, pinyin)
}

const LONGEST_SYLLABLE = 6

/** The syllables of a joined word, longest first, or undefined where some part is no syllable. At most 24 letters. */
function syllables(word: string, table: ReadonlyMap<string, string>): readonly string[] | undefined {
  if (word.length === 0 || word.length > 24) return undefined
  // best[at] is the length of the syllable that ends at `at` in the reading with the fewest syllables
  const count = new Array<number>(word.length + 1).fill(Number.POSITIVE_INFINITY)
  const length = new Array<number>(word.length + 1).fill(0)
  count[0] = 0
  for (let at = 1; at <= word.length; at++) {
    for (let size = 1; size <= Math.min(LONGEST_SYLLABLE, at); size++) {
      const before = (count[at - size] as number) + 1
      if (before < (count[at] as number) && table.has(word.slice(at - size, at))) {
        count[at] = before
        length[at] = size
      }
    }
  }
  if (!Number.isFinite(count[word.length] as number)) return undefined
  const found: string[] = []
  for (let at = word.length; at > 0; at -= length[at] as number)
    found.unshift(word.slice(at - (length[at] as number), at))
  return found
}

function parts(word: string): readonly string[] {
  return word
    .toLowerCase()
    .replace(/[ъ']/g, '')
    .split(/[-\s]+/)
    .filter((part) => part !== '')
}

const segmented = new Map<string, readonly string[] | undefined>()
const REMEMBERED = 8192

/** Pinyin syllables of a Latin word such as `Jingdong` or `Jing-Dong`; undefined where it is not pinyin. */
export function pinyinSyllables(word: string): readonly string[] | undefined {
  if (segmented.has(word)) return segmented.get(word)
  if (segmented.size >= REMEMBERED) segmented.clear()
  const found = segment(word)
  segmented.set(word, found)
  return found
}

function segment(word: string): readonly string[] | undefined {
  const found = parts(word.replace(/v(?=$|e)/g, 'ü')).map((part) => syllables(part, toRussian))
  return found.length > 0 && found.every((part) => part !== undefined) ? found.flat() : undefined
}

/** Pinyin of a Russian word in Palladius (`Цзиндун` → `jingdong`); undefined where it is not Palladius. */
export function pinyinOfPalladius(word: string): string | undefined {
  const found = parts(word).map((part) => syllables(part, toPinyin))
  if (found.length === 0 || found.some((part) => part === undefined)) return undefined
  return found
    .flatMap((part) => part as readonly string[])
    .map((part) => toPinyin.get(part))
    .join('')
}

/**
 * Pinyin of a Russian word in which syllables are spelled after Palladius or after the Latin letters, in any mixture
 * (`Цзин-Донг` → jing, dong: дун is expected); undefined where a part is neither. Parts are told apart by hyphens.
 */
export function pinyinOfRespelled(word: string): readonly string[] | undefined {
  const found: string[] = []
  for (const part of parts(word)) {
    const syllable = toPinyin.get(part) ?? respelled().get(spellCyrillic(part))
    if (syllable === undefined) return undefined
    found.push(syllable)
  }
  return found.length === 0 ? undefined : found
}

let bySpelling: Map<string, string> | undefined

function respelled(): ReadonlyMap<string, string> {
  bySpelling ??= new Map([...toRussian.keys()].map((pinyin) => [spellings(pinyin)[0] ?? '', pinyin]))
  return bySpelling
}

/** Palladius of a pinyin word (`Zhanshu` → `чжаньшу`); undefined where it is not pinyin. */
export function palladiusOfPinyin(word: string): string | undefined {
  return pinyinSyllables(word)
    ?.map((part) => toRussian.get(part))
    .join('')
}

/** The syllables of pinyin, without tones; ü as it is where it is written so. */
export const PINYIN: readonly string[] = [...toRussian.keys()]

/** How many syllables the table knows, tones and ü aside. */
export const PALLADIUS_SYLLABLES: number = new Set([...toRussian.values()]).size
