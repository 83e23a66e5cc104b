import { pinyin } from 'pinyin-pro'
import { surnameAtHead, surnameReadings } from './surnames.ts'

const MOST_READINGS = 4

/** The readings of a Han word in pinyin without tones, syllables joined. */
export function givenReading(han: string): string {
  return pinyin(han, { toneType: 'none', type: 'array', v: true }).join('').replaceAll('v', 'ü')
}

/** First letters of the syllables of a Han given name: 志远 → Z, Y. */
export function givenInitials(han: string): readonly string[] {
  return pinyin(han, { toneType: 'none', type: 'array' }).map((syllable) => (syllable[0] ?? '').toUpperCase())
}

/** Family and given name of a Han name, family first; one character, or no known surname, is family alone. */
export function splitHan(han: string): { readonly family: string; readonly given?: string } {
  const family = surnameAtHead(han) ?? (han.length <= 4 ? han.slice(0, 1) : han)
  const given = han.slice(family.length)
  return given === '' ? { family } : { family, given }
}

/** Readings of a Han surname, the usual one first. */
export function familyReadings(han: string): readonly string[] {
  const known = surnameReadings(han)
  if (known !== undefined) return known
  const read = pinyin(han, { toneType: 'none', type: 'array', surname: 'head', v: true }).join('').replaceAll('v', 'ü')
  return read === '' ? [] : [read].slice(0, MOST_READINGS)
}
