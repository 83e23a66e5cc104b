import { isHan, isLetter } from '../plain.ts'

/** Beginnings of words that say that something rose or fell, with what must not follow. */
const UP =
  'rose rise rising risen grew grow increase climb surge soar jump gain expand вырос выраст возрос возраст увелич повыс подня прирос расшир өсті өсуі өсіп өскен артты артқан артып ұлғай көбей жоғарыла көтеріл'
const DOWN =
  'fell fall declin decreas drop shrank shrink reduc lower plung dwindl dip slump снизи сниж упал упад сократ сокращ уменьш паде пони төменде азай кеміді кемі қысқар түсті'

const stems: ReadonlyMap<string, readonly (readonly [string, 'up' | 'down'])[]> = index()

function index(): Map<string, (readonly [string, 'up' | 'down'])[]> {
  const byStart = new Map<string, (readonly [string, 'up' | 'down'])[]>()
  const add = (words: string, direction: 'up' | 'down'): void => {
    for (const word of words.split(' ')) {
      const key = word.slice(0, 3)
      byStart.set(key, [...(byStart.get(key) ?? []), [word, direction]])
    }
  }
  add(UP, 'up')
  add(DOWN, 'down')
  return byStart
}

const HAN: readonly (readonly [string, 'up' | 'down'])[] = [
  ['增至', 'up'],
  ['增加', 'up'],
  ['增长', 'up'],
  ['升至', 'up'],
  ['上升', 'up'],
  ['提高', 'up'],
  ['上涨', 'up'],
  ['增到', 'up'],
  ['降至', 'down'],
  ['下降', 'down'],
  ['减至', 'down'],
  ['减少', 'down'],
  ['降低', 'down'],
  ['下跌', 'down'],
  ['跌至', 'down'],
  ['降到', 'down'],
]

/** Words that are no verb of change although they begin like one. */
const NOT = new Set(
  'lower increasingly growers grower fallow falls падеж возраст возраста возрасте возрастом возрастная возрастной возрастных возрасту росту'.split(
    ' ',
  ),
)

/** The direction that one lower-case word tells. */
export function directionOf(word: string): 'up' | 'down' | undefined {
  if (word.length < 3) return undefined
  const beginnings = stems.get(word.slice(0, 3))
  if (beginnings === undefined) return undefined
  for (const [stem, direction] of beginnings) {
    if (!word.startsWith(stem) || NOT.has(word)) continue
    if (stem === 'dip' && word !== 'dipped') continue
    if (stem === 'rise' && word.length > 6) continue
    return direction
  }
  return undefined
}

/** The first three letters of the words as numbers: most words need not be cut out. */
const beginnings: ReadonlySet<number> = new Set([...stems.keys()].map((start) => keyAt(start, 0)))

function keyAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 0x800 + text.charCodeAt(at + 1)) * 0x800 + text.charCodeAt(at + 2)
}

function mayTell(lower: string, at: number): boolean {
  return beginnings.has(keyAt(lower, at))
}

/** The last direction that a stretch of a lower-case text tells; undefined where none or both directions stand. */
export function directionIn(lower: string, start: number, end: number): 'up' | 'down' | undefined {
  let direction: 'up' | 'down' | undefined
  for (let at = start; at < end; ) {
    const code = lower.charCodeAt(at)
    const han = isHan(code)
    let last = at
    if (han) while (last < end && isHan(lower.charCodeAt(last))) last++
    else while (last < end && isLetter(lower.charCodeAt(last))) last++
    if (last - at > 1 && (han || mayTell(lower, at))) {
      const word = lower.slice(at, last)
      const found = han ? hanDirection(word) : directionOf(word)
      if (found !== undefined) {
        if (direction !== undefined && direction !== found) return undefined
        direction = found
      }
    }
    at = Math.max(last, at + 1)
  }
  return direction
}

function hanDirection(word: string): 'up' | 'down' | undefined {
  return HAN.find(([verb]) => word.includes(verb))?.[1]
}
