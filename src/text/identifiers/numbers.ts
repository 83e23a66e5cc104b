import { bareNumber } from './signs.ts'
import type { FoundIdentifier, IdentifierDamage, Scheme } from './types.ts'

/** ISBN-10: weights 10 to 1, the sum divisible by 11, X is ten. ISBN-13: weights 1 and 3, divisible by 10 (ISO 2108). */
export function isIsbn(text: string): boolean {
  const number = bareNumber(text)
  if (/^\d{9}[\dX]$/.test(number)) return weighted(number, (index) => 10 - index) % 11 === 0
  return /^97[89]\d{10}$/.test(number) && weighted(number, (index) => (index % 2 === 0 ? 1 : 3)) % 10 === 0
}

/** ISSN: weights 8 to 1, the sum divisible by 11, X is ten (ISO 3297). */
export function isIssn(text: string): boolean {
  const number = bareNumber(text)
  return /^\d{7}[\dX]$/.test(number) && weighted(number, (index) => 8 - index) % 11 === 0
}

/** ORCID: ISO 7064 MOD 11-2 over the first fifteen digits. */
export function isOrcid(text: string): boolean {
  const number = bareNumber(text)
  if (!/^\d{15}[\dX]$/.test(number)) return false
  let total = 0
  for (const digit of number.slice(0, 15)) total = ((total + Number(digit)) * 2) % 11
  return (12 - total) % 11 === digitOf(number[15] as string)
}

function weighted(number: string, weight: (index: number) => number): number {
  let sum = 0
  for (let index = 0; index < number.length; index++) sum += digitOf(number[index] as string) * weight(index)
  return sum
}

function digitOf(digit: string): number {
  return digit === 'X' ? 10 : Number(digit)
}

/** ISBN-13 without hyphens, also of an ISBN-10; undefined where the length is wrong. The check digit is not looked at. */
export function normaliseIsbn(text: string): string | undefined {
  const number = bareNumber(text.replace(/^\s{0,9}isbn(?:-1[03])?:?/i, ''))
  if (/^97[89]\d{10}$/.test(number)) return number
  if (!/^\d{9}[\dX]$/.test(number)) return undefined
  const body = `978${number.slice(0, 9)}`
  return body + ((10 - (weighted(body, (index) => (index % 2 === 0 ? 1 : 3)) % 10)) % 10)
}

/** `1234-567X`; undefined where the length is wrong. */
export function normaliseIssn(text: string): string | undefined {
  const number = bareNumber(text.replace(/^\s{0,9}[ep]?-?issn:?/i, ''))
  return /^\d{7}[\dX]$/.test(number) ? `${number.slice(0, 4)}-${number.slice(4)}` : undefined
}

/** `0000-0002-1825-0097`; undefined where the length is wrong. */
export function normaliseOrcid(text: string): string | undefined {
  const number = bareNumber(text.replace(/^\s{0,9}https?:\/\/(?:www\.)?orcid\.org\//i, ''))
  return /^\d{15}[\dX]$/.test(number) ? (number.match(/.{4}/g) ?? []).join('-') : undefined
}

interface NumberScheme {
  readonly scheme: Scheme
  readonly pattern: RegExp
  readonly isRight: (text: string) => boolean
  readonly normalise: (text: string) => string | undefined
}

const SEPARATOR = '[- \\u00a0\\u2010-\\u2015\\u2212]'
const NUMBERS: readonly NumberScheme[] = [
  {
    scheme: 'isbn',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])ISBN(?:${SEPARATOR}?1[03](?!\\d))?[\\s:：]{0,4}((?:\\d${SEPARATOR}?){9,12}[\\dXxХх])(?![\\p{L}\\p{N}])`,
      'giu',
    ),
    isRight: isIsbn,
    normalise: normaliseIsbn,
  },
  {
    scheme: 'isbn',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}./-])(97[89]${SEPARATOR}?(?:\\d${SEPARATOR}?){9}\\d)(?![\\p{L}\\p{N}/-])`,
      'gu',
    ),
    isRight: isIsbn,
    normalise: normaliseIsbn,
  },
  {
    scheme: 'issn',
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])[ep]?-?ISSN(?:${SEPARATOR}?L)?[\\s:：]{0,4}(\\d{4}${SEPARATOR}?\\d{3}[\\dXxХх])(?![\\p{L}\\p{N}])`,
      'giu',
    ),
    isRight: isIssn,
    normalise: normaliseIssn,
  },
  {
    scheme: 'orcid',
    pattern:
      /(?<![\p{L}\p{N}-])(?:https?:\/\/(?:www\.)?orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dXxХх])(?![\p{L}\p{N}-])/giu,
    isRight: isOrcid,
    normalise: normaliseOrcid,
  },
]

/** ISBN, ISSN and ORCID with their check digits tried. */
export function findNumbers(text: string): FoundIdentifier[] {
  const found: FoundIdentifier[] = []
  for (const { scheme, pattern, isRight, normalise } of NUMBERS) {
    for (const match of text.matchAll(pattern)) {
      const number = match[1] as string
      const value = normalise(number)
      const end = match.index + match[0].length
      const start = end - number.length
      if (value === undefined || found.some((other) => other.scheme === scheme && other.end === end)) continue
      const damages: IdentifierDamage[] = []
      const last = number.at(-1) as string
      if (/[Хх]/.test(last)) damages.push({ kind: 'lookalike-letter', start: end - 1, end, fixed: 'X' })
      if (!isRight(number)) damages.push({ kind: 'check-digit', start, end })
      found.push({ scheme, start: match.index, end, value, damages })
    }
  }
  return found
}
