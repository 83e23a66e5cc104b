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

function indel(letter: string, before: string | undefined, after: string | undefined): number {
  if (letter === before || letter === after) return 0.35
  return SILENT.has(letter) ? 0.7 : 1
}

/** Letters that have a number of their own in the table of substitutions; all others cost 1 for each other. */
const LETTERS = "abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґәғқңөұүһSXC01'ʹ"
const NUMBERS = new Map([...LETTERS].map((letter, index) => [letter.charCodeAt(0), index]))
const SIZE = LETTERS.length
const SUBSTITUTIONS = Float64Array.from({ length: SIZE * SIZE }, (_, at) =>
  substitution(LETTERS[Math.floor(at / SIZE)] as string, LETTERS[at % SIZE] as string),
)

// three rows of the table of costs, used over and over: the work is done before anybody else can ask
const rows = [new Float64Array(LONGEST + 2), new Float64Array(LONGEST + 2), new Float64Array(LONGEST + 2)]

function substituted(left: number, right: number): number {
  if (left === right) return 0
  const [one, other] = [NUMBERS.get(left), NUMBERS.get(right)]
  return one === undefined || other === undefined ? 1 : (SUBSTITUTIONS[one * SIZE + other] as number)
}

/**
 * Cost of turning one folded spelling into the other, or infinity once it is sure to be more than `limit`. Spellings longer
 * than 48 letters are compared by their heads.
 */
export function editCost(left: string, right: string, limit: number = Number.POSITIVE_INFINITY): number {
  if (left === right) return 0
  const a = left.slice(0, LONGEST)
  const b = right.slice(0, LONGEST)
  // the cheapest letter too many costs 0.35
  if (Math.abs(a.length - b.length) * 0.35 > limit) return Number.POSITIVE_INFINITY
  let [before, previous, current] = rows as [Float64Array, Float64Array, Float64Array]
  let leastBefore = 0
  for (let i = 0; i <= a.length; i++) {
    let least = Number.POSITIVE_INFINITY
    for (let j = 0; j <= b.length; j++) {
      let best = i === 0 && j === 0 ? 0 : Number.POSITIVE_INFINITY
      if (i > 0 && j > 0) {
        const step = substituted(a.charCodeAt(i - 1), b.charCodeAt(j - 1))
        best = (previous[j - 1] as number) + step + (step > 0 && i === 1 && j === 1 ? 0.5 : 0)
      }
      if (i > 0 && (previous[j] as number) + 0.35 < best)
        best = Math.min(best, (previous[j] as number) + indel(a[i - 1] as string, a[i - 2], a[i]) + (i === 1 ? 0.5 : 0))
      if (j > 0 && (current[j - 1] as number) + 0.35 < best)
        best = Math.min(
          best,
          (current[j - 1] as number) + indel(b[j - 1] as string, b[j - 2], b[j]) + (j === 1 ? 0.5 : 0),
        )
      if (i > 1 && j > 1 && (before[j - 2] as number) + 0.6 < best && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] as number) + 0.6 + (i === 2 ? 0.5 : 0))
      if (i > 1 && j > 0 && (before[j - 1] as number) + 0.5 < best && FUSED[a.slice(i - 2, i)] === b[j - 1])
        best = (before[j - 1] as number) + 0.5
      if (j > 1 && i > 0 && (previous[j - 2] as number) + 0.5 < best && FUSED[b.slice(j - 2, j)] === a[i - 1])
        best = (previous[j - 2] as number) + 0.5
      current[j] = best
      if (best < least) least = best
    }
    // a step may reach over one row, never over two
    if (least > limit && leastBefore > limit) return Number.POSITIVE_INFINITY
    leastBefore = least
    ;[before, previous, current] = [previous, current, before]
  }
  const cost = Math.round((previous[b.length] as number) * 100) / 100
  return cost > limit ? Number.POSITIVE_INFINITY : cost
}
