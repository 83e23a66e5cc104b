import { fold } from '../text/fold.ts'
import { kunrei } from './japanese.ts'
import { pinyinOfPalladius } from './palladius.ts'
import { coarse, spellings } from './phonemes.ts'
import { familyReadings, givenReading } from './pinyin.ts'
import { soundings, specialRendering } from './practical.ts'
import { cleanName, type NameScript, scriptOf } from './script.ts'
import { surnameAtHead } from './surnames.ts'
import { pinyinOfWadeGiles } from './wade-giles.ts'

/** Everything by which one word of a name is found again in another spelling or script. */
export interface NameKeys {
  readonly script: NameScript
  /** letters only, folded */
  readonly folded: string
  /** phonemes under the likely schemes of romanisation, the common one first; at most six */
  readonly spelled: readonly string[]
  /** class keys: equal for every romanisation of one Cyrillic name; at most six */
  readonly keys: readonly string[]
  /** Latin, and perhaps a Slavic name in some romanisation */
  readonly isRomanised: boolean
}

const EASTERN =
  /(?:[oeё]v|[oe]va|in|ina|yn|yna|sk(?:y|yy|iy|ij|ii|i|aya|aia|aja)|enko|chuk|uk|yuk|bay|bai|bek|uly|kyzy|ets|its|ich|yan)$/i

/** Polish and German names are at home in Latin letters. */
const WESTERN = /[csr]z|[rlb]ich$/i

const MOST = 6
const LETTERS = /[^\p{L}']+/gu
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', đ: 'dj' }
/** Letters with a stroke or without a dot, which Unicode does not take apart. */
const STROKES: Readonly<Record<string, string>> = { ł: 'l', đ: 'd', ħ: 'h', ŧ: 't', ı: 'i' }

const cache = new Map<string, NameKeys>()
const CACHED = 8192

/** Keys of one surname or given name; words and hyphens inside are joined. */
export function nameKeys(name: string): NameKeys {
  const known = cache.get(name)
  if (known !== undefined) return known
  if (cache.size >= CACHED) cache.clear()
  const made = make(name)
  cache.set(name, made)
  return made
}

function make(name: string): NameKeys {
  const word = cleanName(name.slice(0, 120)).replace(LETTERS, '')
  const script = scriptOf(word)
  const spelled = new Set<string>()
  if (script === 'han') {
    const readings = hanReadings(word)
    for (const reading of readings) for (const one of spellings(reading).slice(0, 1)) spelled.add(one)
  } else {
    for (const one of spellings(word)) spelled.add(one)
    const lower = word.toLowerCase()
    if (script === 'cyrillic') {
      const pinyin = pinyinOfPalladius(lower)
      if (pinyin !== undefined) spelled.add(spellings(pinyin)[0] ?? '')
    } else {
      if (/[cjs]h|j|ts|fu|oo|ou|uu/.test(lower)) spelled.add(spellings(kunrei(lower))[0] ?? '')
      for (const pinyin of pinyinOfWadeGiles(cleanName(name))) spelled.add(spellings(pinyin)[0] ?? '')
      if (/[äöüøåđ]/.test(lower))
        spelled.add(spellings(lower.replace(/[äöüøåđ]/g, (letter) => UMLAUTS[letter] as string))[0] ?? '')
    }
  }
  spelled.delete('')
  // a scheme that only few use gives way to Palladius and umlauts, which come last
  const list = [...spelled]
  const kept = list.length <= MOST ? list : [...list.slice(0, MOST - 1), list[list.length - 1] as string]
  return {
    script,
    folded: /^[a-z]+$/i.test(word)
      ? word.toLowerCase()
      : fold(word).replace(/[łđħŧı']/g, (letter) => STROKES[letter] ?? ''),
    spelled: kept,
    keys: [...new Set(kept.map(coarse))],
    isRomanised: script === 'latin' && EASTERN.test(name) && !WESTERN.test(name),
  }
}

/** All that a Han surname, given name or whole name may be read as. */
function hanReadings(word: string): readonly string[] {
  const head = surnameAtHead(word)
  if (word.length <= 2 && (head === undefined || head === word)) return familyReadings(word)
  if (head === undefined || head === word) return [givenReading(word)]
  const rest = givenReading(word.slice(head.length))
  return [...new Set([...familyReadings(head).map((reading) => reading + rest), givenReading(word)])]
}

/** How a Latin name sounds to a Russian typist: phonemes and their class keys. Nothing for other scripts. */
export interface Sounding {
  readonly spelled: readonly string[]
  readonly keys: readonly string[]
}

const SILENT: Sounding = { spelled: [], keys: [] }
const sounded = new Map<string, Sounding>()

export function soundingOf(name: string): Sounding {
  const known = sounded.get(name)
  if (known !== undefined) return known
  if (sounded.size >= CACHED) sounded.clear()
  const word = cleanName(name.slice(0, 120)).replace(LETTERS, '')
  const made = scriptOf(word) === 'latin' ? sound(word) : SILENT
  sounded.set(name, made)
  return made
}

function sound(word: string): Sounding {
  const special = specialRendering(word)
  const spelled = [...new Set([...(special === undefined ? [] : spellings(special).slice(0, 1)), ...soundings(word)])]
  return { spelled, keys: [...new Set(spelled.map(coarse))] }
}

const SOFT = 'aeiouhv'

/** The consonants of a key, the first letter kept: what misspellings rarely touch. */
export function frame(key: string): string {
  let bones = key.slice(0, 1)
  let last = bones
  for (let at = 1; at < key.length; at++) {
    const letter = key[at] as string
    if (letter === last || SOFT.includes(letter)) continue
    bones += letter
    last = letter
  }
  return bones
}
