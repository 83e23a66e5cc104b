import type { Found } from './found.ts'
import { directionIn } from './lexicon/directions.ts'
import {
  beginsHedge,
  endsHedge,
  hanHedgeBefore,
  hedgeAfterOf,
  hedgeOf,
  hedgesAfter,
  hedgesBefore,
} from './lexicon/hedges.ts'
import { isHan, isLetter, type Plain, skipSpaces, skipSpacesLeft, wordEnd, wordStart } from './plain.ts'
import type { Scan } from './scan.ts'

/**
 * Joins what belongs together: hedges to their number, the ends of a range to one quantity, and the unit at the end of a list
 * to its members (`1,2, 1,5 и 1,9 млрд`). The quantities come back in order.
 */
export function joinNumbers(plain: Plain, { found: all, years }: Scan, language: string): Found[] {
  for (let index = all.length - 2; index >= 0; index--) borrow(plain, all[index] as Found, all[index + 1] as Found)
  const found = all.filter((quantity) => quantity.year === undefined || quantity.elided === true)
  for (let index = found.length - 1; index >= 0; index--) {
    const { year } = found[index] as Found
    if (year !== undefined) years.splice(year, 1)
  }
  const joined: Found[] = []
  for (let index = 0; index < found.length; index++) {
    const quantity = found[index] as Found
    const next = found[index + 1]
    const range = next === undefined ? undefined : rangeOf(plain, quantity, next, language)
    if (range !== undefined) {
      joined.push(range)
      index++
    } else if (next !== undefined && isError(plain.text, quantity.end, next.start)) {
      joined.push({
        ...next,
        start: quantity.start,
        from: quantity.from,
        printed: quantity.printed,
        decimals: quantity.decimals,
        digits: quantity.digits,
        sign: quantity.sign,
        error: next.printed,
      })
      index++
    } else if (!(quantity.kind === 'points' && quantity.words && quantity.end === quantity.to)) joined.push(quantity)
  }
  for (const quantity of joined) {
    const hedge = hedgeBefore(plain, quantity) ?? hedgeAfter(plain, quantity)
    if (hedge !== undefined) quantity.hedge = hedge
  }
  return joined
}

/** `12 ± 3`. */
function isError(text: string, end: number, start: number): boolean {
  return start - end <= 3 && /^ ?± ?$/.test(text.slice(end, start))
}

/** What may stand between the members of a list or the ends of a change. */
const SEPARATORS = new Set([
  ...[
    ',',
    'из',
    'of',
    '，',
    ';',
    '、',
    '和',
    '与',
    '及',
    '或',
    'and',
    'or',
    'и',
    'или',
    'және',
    'мен',
    'to',
    'до',
    'by',
    'x',
    '×',
    '*',
    '至',
    '到',
  ],
  ...[
    ', and',
    ', or',
    ', и',
    '–',
    '—',
    '-',
    '~',
    '±',
    '增至',
    '升至',
    '降至',
    '减至',
    '增加到',
    '下降到',
    '上升到',
    '减少到',
  ],
])

function borrow(plain: Plain, quantity: Found, next: Found): void {
  if (next.unit === '' && !next.magnitude) return
  if (quantity.year !== undefined) {
    // 1400, 1700 and 2100 tenge; but in 2019, 17.4 per cent
    if (next.to - next.from !== 4 || next.decimals > 0 || next.unit === '' || next.magnitude) return
    if (
      /(?:^|[ (])(?:in|since|by|during|until|of|в|с|к|до|по) $/u.test(
        plain.lower.slice(Math.max(0, quantity.start - 8), quantity.start),
      )
    )
      return
  }
  if (next.year !== undefined && next.elided !== true) return
  if (quantity.words || next.words || next.start - quantity.end > 12) return
  const gap = plain.lower.slice(quantity.end, next.start)
  const between = (quantity.ending === undefined ? gap : gap.slice(quantity.ending.length + 1)).trim()
  if (!SEPARATORS.has(between) && !(between === '' && quantity.ending !== undefined)) return
  if ((between === 'из' || between === 'of') && !quantity.magnitude) return
  if (quantity.magnitude) {
    // from 5.2 million to 4.9 million tonnes: only the unit is borrowed
    if (quantity.unit !== '' || next.unit.startsWith('x')) return
    quantity.unit = next.unit
    quantity.kind = next.kind
    return
  }
  const mixed = quantity.unit !== '' && quantity.unit !== next.unit
  if (mixed || next.unit.startsWith('x')) return
  if (quantity.unit !== '' && (!next.magnitude || between === ',' || between === ';' || between === '、')) return
  // a full number beside a small one with a magnitude: `$500 and $1.2 billion`
  if (next.magnitude && quantity.printed > 50 * Math.max(1, next.printed)) return
  if (between === ',' && language3(quantity, next)) return
  quantity.unit = next.unit
  quantity.kind = next.kind
  quantity.power = next.power
  quantity.magnitude = next.magnitude
  quantity.factor = next.factor
  quantity.elided = true
}

/** `12, 5 %` written with a stray space would be read as a list; nothing else tells them apart, so lists win. */
function language3(quantity: Found, next: Found): boolean {
  return quantity.decimals === 0 && next.kind === 'measure' && next.unit === 'year' && quantity.printed > 31
}

function rangeOf(plain: Plain, low: Found, high: Found, language: string): Found | undefined {
  if (high.start - low.end > 10 || high.kind === 'share') return undefined
  if (low.sign * low.printed * 10 ** low.power >= high.printed * 10 ** high.power) return undefined
  if (low.unit !== '' && low.unit !== high.unit) return undefined
  const gap = plain.lower.slice(low.end, high.start)
  const ending = low.ending === undefined ? '' : `-${low.ending}`
  const between = gap.slice(ending.length).trim()
  // most neighbours have a comma between them
  if (between === ',') return undefined
  const before = wordBefore(plain, low.start)
  const dash =
    between === '–' || between === '—' || between === '-' || between === '~' || between === '～' || between === '−'
  const words =
    (between === 'to' && before !== 'from' && low.decimals === high.decimals) ||
    ((between === 'and' || between === 'и' || between === '和') && (before === 'between' || before === 'между')) ||
    (between === 'до' && before === 'от' && !changes(plain, low.start)) ||
    ((between === '至' || between === '到') && !/[由从自]/.test(plain.text[low.start - 1] ?? '')) ||
    (language === 'kk' &&
      /^[днт][еа]н$/.test(low.ending ?? '') &&
      plain.lower.startsWith('дейін', skipSpaces(plain.text, high.end)) &&
      !changes(plain, low.start))
  if (!dash && !words) return undefined
  if (dash && (gap.length > 3 || high.sign < 0)) return undefined
  return {
    ...high,
    start: low.start,
    from: low.from,
    printed: low.printed,
    decimals: Math.min(low.decimals, high.decimals),
    digits: low.digits,
    sign: low.sign,
    power: low.magnitude ? low.power : high.power,
    upper: { printed: high.printed, decimals: high.decimals, power: high.power },
  }
}

/** Whether a verb of rise or fall stands in the same sentence, near the number: then two figures are a change, no range. */
function changes(plain: Plain, at: number): boolean {
  return directionIn(plain.lower, Math.max(0, at - 60), Math.min(plain.lower.length, at + 90)) !== undefined
}

function wordBefore({ text, lower }: Plain, at: number): string {
  const end = skipSpacesLeft(text, at)
  return lower.slice(wordStart(text, end), end)
}

function hedgeBefore(plain: Plain, quantity: Found): Found['hedge'] {
  const { text, lower } = plain
  let at = skipSpacesLeft(text, quantity.start)
  const mark = text[at - 1]
  if (mark === undefined) return undefined
  if ('~≈∼<>≤≥'.includes(mark)) return hedgesBefore.get(mark)
  if (isHan(text.charCodeAt(at - 1))) return hanHedgeBefore(text, at)
  const words: string[] = []
  for (let count = 0; count < 3; count++) {
    const start = hyphenatedStart(text, at)
    if (start === at) break
    const word = lower.slice(start, at)
    // `the some`, `all about`: only next to the number
    if (count === 0 && !endsHedge(word)) return undefined
    words.unshift(word)
    at = skipSpacesLeft(text, start)
    if (!isLetter(text.charCodeAt(at - 1))) break
  }
  return words.length === 0 ? undefined : hedgeOf(words, hedgesBefore)
}

function hyphenatedStart(text: string, at: number): number {
  let start = wordStart(text, at)
  if (text[start - 1] === '-') start = wordStart(text, start - 1)
  return start
}

function hedgeAfter(plain: Plain, quantity: Found): Found['hedge'] {
  const { text, lower } = plain
  const ending = quantity.ending ?? ''
  // жиырмадай: the ending itself says "about"
  if (/^[дт][ае]й$/.test(lower.slice(quantity.end - 3, quantity.end)) && quantity.unit === '') return 'about'
  let at = quantity.end
  if (ending !== '' && lower.startsWith(`-${ending}`, at)) at += ending.length + 1
  if (isHan(text.charCodeAt(at))) {
    const measured = isHan(text.charCodeAt(at + 1)) ? 1 : 0
    for (const from of [at, at + measured]) {
      for (let length = 2; length > 0; length--) {
        const hedge = hedgesAfter.get(text.slice(from, from + length))
        if (hedge !== undefined && !(text[from] === '多' && from > at)) return hedge
      }
    }
    return undefined
  }
  if (text[at] === ',') at++
  const words: string[] = []
  for (let count = 0; count < 3; count++) {
    const start = skipSpaces(text, at)
    const end = wordEnd(text, start)
    if (end === start) break
    const word = lower.slice(start, end)
    if (count === 0 && !beginsHedge(word)) return undefined
    words.push(word)
    at = end
  }
  const hedge = words.length === 0 ? undefined : hedgeAfterOf(words)
  // аса, артық and кем compare with what stands in the ablative: 30-дан артық
  const compares = words[0] === 'аса' || words[0] === 'артық' || (words[0] === 'кем' && words[1] !== 'емес')
  return compares && !/[тнд][еа]н$/.test(`${lower.slice(Math.max(0, quantity.end - 4), quantity.end)}${ending}`)
    ? undefined
    : hedge
}
