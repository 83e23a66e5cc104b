/** FIPS 180-4: the fractional parts of the cube roots of the first 64 primes, and of the square roots of the first eight. */
const primes = firstPrimes(64)
const rounds = primes.map((prime) => fraction(Math.cbrt(prime)))
const initial = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))

/** SHA-256 of an ASCII text in base64: what a content security policy names a style or a script by. */
export function sha256(text: string): string {
  const state = Int32Array.from(initial)
  const padded = pad(text)
  const words = new Int32Array(64)
  for (let block = 0; block < padded.length; block += 64) {
    for (let index = 0; index < 16; index++) {
      const at = block + index * 4
      words[index] =
        (byte(padded, at) << 24) | (byte(padded, at + 1) << 16) | (byte(padded, at + 2) << 8) | byte(padded, at + 3)
    }
    for (let index = 16; index < 64; index++) {
      const early = word(words, index - 15)
      const late = word(words, index - 2)
      const left = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
      const right = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
      words[index] = word(words, index - 16) + left + word(words, index - 7) + right
    }
    compress(state, words)
  }
  return base64([...state].flatMap((value) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]))
}

function compress(state: Int32Array, words: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let index = 0; index < 64; index++) {
    const high = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const first = (h + high + ((e & f) ^ (~e & g)) + (rounds[index] as number) + word(words, index)) | 0
    const low = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  for (const [index, value] of [a, b, c, d, e, f, g, h].entries()) state[index] = word(state, index) + value
}

function pad(text: string): Uint8Array {
  const bytes = new Uint8Array(((text.length + 72) >> 6) << 6)
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index)
  bytes[text.length] = 0x80
  new DataView(bytes.buffer).setUint32(bytes.length - 4, text.length * 8)
  return bytes
}

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] as number
}

function word(words: Int32Array, at: number): number {
  return words[at] as number
}

function turn(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by))
}

function fraction(value: number): number {
  return ((value - Math.floor(value)) * 2 ** 32) | 0
}

function firstPrimes(count: number): readonly number[] {
  const found: number[] = []
  for (let number = 2; found.length < count; number++) {
    if (found.every((prime) => number % prime !== 0)) found.push(number)
  }
  return found
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(bytes: readonly number[]): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.slice(at, at + 3)
    const group = (first << 16) | ((second ?? 0) << 8) | (third ?? 0)
    text += alphabet.charAt(group >> 18) + alphabet.charAt((group >> 12) & 63)
    text += second === undefined ? '=' : alphabet.charAt((group >> 6) & 63)
    text += third === undefined ? '=' : alphabet.charAt(group & 63)
  }
  return text
}
