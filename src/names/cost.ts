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

/** Cost of turning one folded spelling into the other; spellings longer than 48 letters are compared by their heads. */
export function editCost(left: string, right: string): number {
  if (left === right) return 0
  const a = left.slice(0, LONGEST)
  const b = right.slice(0, LONGEST)
  const width = b.length + 1
  const cost = new Float64Array((a.length + 1) * width)
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      if (i === 0 && j === 0) continue
      const first = i <= 1 && j <= 1 ? 0.5 : 0
      let best = Number.POSITIVE_INFINITY
      if (i > 0 && j > 0) {
        const step = substitution(a[i - 1] as string, b[j - 1] as string)
        best = (cost[(i - 1) * width + j - 1] as number) + step + (step > 0 ? first : 0)
      }
      if (i > 0)
        best = Math.min(
          best,
          (cost[(i - 1) * width + j] as number) + indel(a[i - 1] as string, a[i - 2], a[i]) + (i === 1 ? 0.5 : 0),
        )
      if (j > 0)
        best = Math.min(
          best,
          (cost[i * width + j - 1] as number) + indel(b[j - 1] as string, b[j - 2], b[j]) + (j === 1 ? 0.5 : 0),
        )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (cost[(i - 2) * width + j - 2] as number) + 0.6 + (i === 2 ? 0.5 : 0))
      }
      if (i > 1 && j > 0 && FUSED[a.slice(i - 2, i)] === b[j - 1])
        best = Math.min(best, (cost[(i - 2) * width + j - 1] as number) + 0.5)
      if (j > 1 && i > 0 && FUSED[b.slice(j - 2, j)] === a[i - 1])
        best = Math.min(best, (cost[(i - 1) * width + j - 2] as number) + 0.5)
      cost[i * width + j] = best
    }
  }
  return Math.round((cost[a.length * width + b.length] as number) * 100) / 100
}
