/** Known slips of the hand between two printed numbers. */
export type Slip = 'transposed' | 'digit' | 'power' | 'lost-digit'

/**
 * The slip that turns the digits of one number into those of the other: two neighbouring digits exchanged, one digit typed
 * wrong, one lost or doubled, or the same digits with another power of ten. Digits are given without point and leading zeros.
 */
export function slipBetween(left: string, right: string, ratio: number): Slip | undefined {
  const [mine, theirs] = [trimZeros(left), trimZeros(right)]
  if (mine === theirs && mine !== '') return isPower(ratio) ? 'power' : undefined
  if (left.length < 2 || right.length < 2) return undefined
  if (left.length === right.length) {
    const differing = [...left].flatMap((digit, index) => (digit === right[index] ? [] : [index]))
    if (differing.length === 2) {
      const [first = 0, second = 0] = differing
      const swapped = left[first] === right[second] && left[second] === right[first]
      return swapped && second - first <= 2 ? 'transposed' : undefined
    }
    return differing.length === 1 && left.length >= 3 ? 'digit' : undefined
  }
  const [long, short] = left.length > right.length ? [left, right] : [right, left]
  if (long.length !== short.length + 1 || short.length < 3) return undefined
  for (let at = 0; at < long.length; at++) if (long.slice(0, at) + long.slice(at + 1) === short) return 'lost-digit'
  return undefined
}

function trimZeros(digits: string): string {
  let end = digits.length
  while (end > 1 && digits[end - 1] === '0') end--
  return digits.slice(0, end)
}

/** Whether a ratio is ten, a hundred, a thousand… or their inverse. */
export function isPower(ratio: number): boolean {
  const power = Math.log10(Math.abs(ratio))
  return Math.abs(power) > 0.5 && Math.abs(power - Math.round(power)) < 1e-6
}

/** All numbers that the exchange of two neighbouring digits makes of a printed one. */
export function transpositionsOf(text: string): readonly number[] {
  const found: number[] = []
  const places = [...text].flatMap((unit, index) => (/\d/.test(unit) ? [index] : []))
  for (let index = 1; index < places.length; index++) {
    const [first, second] = [places[index - 1] as number, places[index] as number]
    const units = [...text]
    ;[units[first], units[second]] = [units[second] as string, units[first] as string]
    const value = Number(units.join(''))
    if (Number.isFinite(value) && units.join('') !== text) found.push(value)
  }
  return found
}

export const slipWords: Readonly<Record<Slip, string>> = {
  transposed: 'two digits are exchanged',
  digit: 'one digit differs',
  power: 'the digits are the same, the power of ten is not',
  'lost-digit': 'one digit is lost or doubled',
}

/** What a slip is, as the note of a finding. */
export function slipNote(slip: Slip): string {
  return `${slipWords[slip]}.`.replace(/^./, (letter) => letter.toUpperCase())
}

/** Shorter numbers differ in one digit from too many others. */
const LEAST_DIGITS = 4

/**
 * All numbers that differ from a printed one of four and more digits in one digit, but not the last: a difference there is often a
 * rounding.
 */
export function digitsReplaced(text: string): readonly number[] {
  const places = [...text].flatMap((unit, index) => (/\d/.test(unit) ? [index] : []))
  if (places.length < LEAST_DIGITS) return []
  return places.slice(0, -1).flatMap((place, at) =>
    [...'0123456789'].flatMap((digit) => {
      if (digit === text[place] || (at === 0 && digit === '0')) return []
      return [Number(`${text.slice(0, place)}${digit}${text.slice(place + 1)}`)]
    }),
  )
}
