/** Scripts that names are compared in; `mixed` is Latin and Cyrillic in one word. */
export type NameScript = 'latin' | 'cyrillic' | 'han' | 'mixed' | 'other'

const LATIN = /\p{Script=Latin}/u
const CYRILLIC = /\p{Script=Cyrillic}/u
const HAN = /\p{Script=Han}/u
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g
const APOSTROPHES = /[’‘ʼʹʻ′`´＇]/g
const HYPHENS = /[‐‑‒–—−－]/g

/** Plain letters are told by their codes; all others by their properties. */
export function scriptOf(text: string): NameScript {
  let ascii = false
  let russian = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80) ascii ||= (code | 32) >= 97 && (code | 32) <= 122
    else if (code >= 0x400 && code < 0x482) russian = true
    else return scriptByProperty(text)
  }
  if (ascii) return russian ? 'mixed' : 'latin'
  return russian ? 'cyrillic' : 'other'
}

function scriptByProperty(text: string): NameScript {
  const latin = LATIN.test(text)
  const cyrillic = CYRILLIC.test(text)
  if (latin && cyrillic) return 'mixed'
  if (HAN.test(text)) return 'han'
  if (latin) return 'latin'
  return cyrillic ? 'cyrillic' : 'other'
}

// nothing to clean: plain Latin or Russian letters, single spaces
const CLEAN = /^[A-Za-zА-Яа-я.,'-]+(?: [A-Za-zА-Яа-я.,'-]+)*$/

/** A name as typed, with one kind of apostrophe, hyphen and space, composed letters and nothing invisible. */
export function cleanName(text: string): string {
  if (CLEAN.test(text)) return text
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(APOSTROPHES, "'")
    .replace(HYPHENS, '-')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
}

// Letters of the two scripts that look alike in print.
const LATIN_LOOK = 'acekmoptxyihABCEHKMOPTXYIS'
const CYRILLIC_LOOK = 'асекмортхуіһАВСЕНКМОРТХУІЅ'

/** A word of mixed Latin and Cyrillic letters in the script that most of its telling letters are from; others as they are. */
export function unmixed(word: string): string {
  if (scriptOf(word) !== 'mixed') return word
  let latin = 0
  let cyrillic = 0
  for (const letter of word) {
    if (LATIN.test(letter)) latin += LATIN_LOOK.includes(letter) ? 1 : 4
    else if (CYRILLIC.test(letter)) cyrillic += CYRILLIC_LOOK.includes(letter) ? 1 : 4
  }
  const [from, to] = latin >= cyrillic ? [CYRILLIC_LOOK, LATIN_LOOK] : [LATIN_LOOK, CYRILLIC_LOOK]
  return [...word].map((letter) => to[from.indexOf(letter)] ?? letter).join('')
}
