/**
 * Weighted edits between two spellings: what fingers, eyes and schemes confuse is cheap. Weights after
 * the usual error studies (Christen 2006; Kolak and Resnik): a doubled letter 0.35, neighbours swapped 0.6, one vowel for
 * another or letters of one sound 0.55, what looks alike in print 0.5, a silent letter 0.7, a neighbouring key 0.75, all
 * others 1; half a unit more on the first letter.
 */
const LONGEST = 48

const pairs = (list: string): ReadonlySet<string> =>
  new Set(list.split(' ').flatMap((pair) => [pair, [...pair].reverse().join('')]))

const ALIKE = pairs('iy jy ij vw sz kq kc qc cs gh SX cC ыи иі еэ ей гґ гғ кқ нң уұ уү оө аә хһ зс дт бп вф жш zc fv')
const SHAPES = pairs('li l1 un ce il tl 0o rt ft hb vy ин шщ нп лп тг ьб ео гт')
const VOWELS = new Set('aeiouyаеёиоуыэюяіїєәөұү')
const SILENT = new Set("hjye'ʹьъй")
const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю']
const NEIGHBOURS: ReadonlySet<string> = new Set(
  KEYS.flatMap((row) => [...row].slice(1).flatMap((key, index) => [`${row[index]}${key}`, `${key}${row[index]}`])),
)
/** Two letters that print as one, and the one. */
const FUSED: Readonly<Record<string, string>> = { rn: 'm', cl: 'd', li: 'h', vv: 'w', nn: 'm', ii: 'u', ри: 'п' }

function substitution(left: string, right: string): number {
  if (left === right) return 0
  const pair = left + right
  if (SHAPES.has(pair)) return 0.5
  if (ALIKE.has(pair) || (VOWELS.has(left) && VOWELS.has(right))) return 0.55
  return NEIGHBOURS.has(pair) ? 0.75 : 1
}

/** Letters that have a number of their own in the table of substitutions; all others cost 1 for each other. */
const LETTERS = "abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґәғқңөұүһSXC01'ʹ"
const NUMBERS = new Map([...LETTERS].map((letter, index) => [letter.charCodeAt(0), index]))
const SIZE = LETTERS.length
const SUBSTITUTIONS = Float64Array.from({ length: SIZE * SIZE }, (_, at) =>
  substitution(LETTERS[Math.floor(at / SIZE)] as string, LETTERS[at % SIZE] as string),
)

/** Number of the one letter that two numbered letters print as; −1 for none. */
const FUSIONS = new Int16Array(SIZE * SIZE).fill(-1)
for (const [pair, one] of Object.entries(FUSED)) {
  const [left, right, whole] = [pair.charCodeAt(0), pair.charCodeAt(1), one.charCodeAt(0)].map((code) =>
    NUMBERS.get(code),
  )
  if (left !== undefined && right !== undefined && whole !== undefined) FUSIONS[left * SIZE + right] = whole
}

/** A letter's number by its code; 255 for what has none. */
const HIGHEST = Math.max(...NUMBERS.keys())
const NUMBER_OF = new Uint8Array(HIGHEST + 1).fill(255)
for (const [code, number] of NUMBERS) NUMBER_OF[code] = number
const IS_SILENT = new Uint8Array(256)
for (const letter of SILENT) IS_SILENT[NUMBERS.get(letter.charCodeAt(0)) ?? 255] = 1
IS_SILENT[255] = 0

/** A spelling taken apart once: codes, numbers, and what each letter costs if it is one too many. */
class Letters {
  readonly codes = new Uint16Array(LONGEST + 1)
  readonly numbers = new Uint8Array(LONGEST + 1)
  readonly extra = new Float64Array(LONGEST + 1)
  length = 0
  #text = ''

  take(text: string): this {
    if (text === this.#text) return this
    const { codes, numbers, extra } = this
    const length = Math.min(text.length, LONGEST)
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at)
      codes[at] = code
      numbers[at] = code <= HIGHEST ? (NUMBER_OF[code] as number) : 255
    }
    for (let at = 0; at < length; at++) {
      const code = codes[at]
      const doubled = (at > 0 && codes[at - 1] === code) || (at + 1 < length && codes[at + 1] === code)
      extra[at] = (doubled ? 0.35 : IS_SILENT[numbers[at] as number] === 1 ? 0.7 : 1) + (at === 0 ? 0.5 : 0)
    }
    this.length = length
    this.#text = text
    return this
  }
}

// two spellings and three rows of the table of costs, used over and over: the work is done before anybody else can ask
const LEFT = new Letters()
const RIGHT = new Letters()
const ROWS = [new Float64Array(LONGEST + 2), new Float64Array(LONGEST + 2), new Float64Array(LONGEST + 2)] as const

/**
 * Cost of turning one folded spelling into the other, or infinity once it is sure to be more than `limit`. Spellings longer
 * than 48 letters are compared by their heads.
 */
export function editCost(left: string, right: string, limit: number = Number.POSITIVE_INFINITY): number {
  if (left === right) return 0
  // the cheapest letter too many costs 0.35
  const apart = Math.abs(Math.min(left.length, LONGEST) - Math.min(right.length, LONGEST))
  if (apart * 0.35 > limit) return Number.POSITIVE_INFINITY
  const cost = Math.round(tableCost(LEFT.take(left), RIGHT.take(right), limit) * 100) / 100
  return cost > limit ? Number.POSITIVE_INFINITY : cost
}

function tableCost(a: Letters, b: Letters, limit: number): number {
  let [before, previous, current] = ROWS as readonly [Float64Array, Float64Array, Float64Array]
  const width = b.length
  const { codes: one, numbers: ours, extra: tooMany } = a
  const { codes: other, numbers: theirs, extra: missing } = b
  previous[0] = 0
  for (let j = 1; j <= width; j++) previous[j] = (previous[j - 1] as number) + (missing[j - 1] as number)
  let leastBefore = 0
  for (let i = 1; i <= a.length; i++) {
    const code = one[i - 1] as number
    const number = ours[i - 1] as number
    const extra = tooMany[i - 1] as number
    const row = number * SIZE
    const pair =
      i > 1 && number !== 255 && ours[i - 2] !== 255 ? (FUSIONS[(ours[i - 2] as number) * SIZE + number] as number) : -1
    let least = (previous[0] as number) + extra
    current[0] = least
    for (let j = 1; j <= width; j++) {
      const code2 = other[j - 1] as number
      const number2 = theirs[j - 1] as number
      let best = previous[j - 1] as number
      if (code !== code2) {
        best += number === 255 || number2 === 255 ? 1 : (SUBSTITUTIONS[row + number2] as number)
        if (i === 1 && j === 1) best += 0.5
      }
      const without = (previous[j] as number) + extra
      if (without < best) best = without
      const within = (current[j - 1] as number) + (missing[j - 1] as number)
      if (within < best) best = within
      if (j > 1) {
        if (i > 1 && code === other[j - 2] && one[i - 2] === code2) {
          const swapped = (before[j - 2] as number) + (i === 2 ? 1.1 : 0.6)
          if (swapped < best) best = swapped
        }
        if (
          number2 !== 255 &&
          theirs[j - 2] !== 255 &&
          FUSIONS[(theirs[j - 2] as number) * SIZE + number2] === number
        ) {
          const split = (previous[j - 2] as number) + 0.5
          if (split < best) best = split
        }
      }
      if (pair === number2 && pair >= 0) {
        const fused = (before[j - 1] as number) + 0.5
        if (fused < best) best = fused
      }
      current[j] = best
      if (best < least) least = best
    }
    // a step may reach over one row, never over two
    if (least > limit && leastBefore > limit) return Number.POSITIVE_INFINITY
    leastBefore = least
    const spare = before
    before = previous
    previous = current
    current = spare
  }
  return previous[width] as number
}
