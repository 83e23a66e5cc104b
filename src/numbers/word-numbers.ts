import type { Found } from './found.ts'
import { denominators, numberWord, ratioWords } from './lexicon/words.ts'
import { isLetter, type Plain, skipSpaces, wordEnd, wordStart } from './plain.ts'
import { readTail } from './tail.ts'

/** A quantity in words that begins with the word `[at, end)`: twelve villages, полтора миллиона тонн, үштен екісі, doubled. */
export function readWordQuantity(plain: Plain, at: number, end: number, language: string): Found | undefined {
  const { text, lower } = plain
  if (isLetter(text.charCodeAt(at - 1)) || text[at - 1] === '-') return undefined
  const word = lower.slice(at, end)
  const head = numberWord(word, language)
  if (head === undefined && !ratioWords.has(word) && !(language === 'ru' && mayBeFraction(word))) return undefined
  if (PRONOUNS.has(word)) return undefined
  if (head?.joins === 'article' && language === 'en' && !goesOn(plain, end)) return undefined
  const ratio = ratioWords.get(word)
  if (ratio !== undefined) return made(at, end, ratio, { unit: 'x', kind: 'ratio' })
  return fractionAt(plain, at, end, word, language) ?? wordsAt(plain, at, end, language)
}

/** Whether the word after an English article can make a number of it: a million, a third, one in five. */
function goesOn(plain: Plain, end: number): boolean {
  const next = following(plain, end)
  return (
    next !== undefined &&
    (next.word === 'in' || numberWord(next.word, 'en') !== undefined || denominators.has(next.word))
  )
}

function mayBeFraction(word: string): boolean {
  return denominators.has(word) || word.startsWith('кажд')
}

/** Kazakh forms of the pronoun ол that look like the numeral он. */
const PRONOUNS = new Set(['онда', 'онан', 'оны', 'оның', 'онымен', 'он-лайн'])

function made(start: number, end: number, value: number, rest: Partial<Found>): Found {
  return {
    start,
    end,
    from: start,
    to: end,
    printed: value,
    decimals: 0,
    digits: '',
    sign: 1,
    unit: '',
    kind: 'count',
    power: 0,
    magnitude: false,
    factor: 1,
    words: true,
    ...rest,
  }
}

interface Word {
  readonly start: number
  readonly end: number
  readonly word: string
}

/** The next word after one space or hyphen. */
function following({ text, lower }: Plain, end: number): Word | undefined {
  const start = text[end] === '-' || text[end] === ' ' ? end + 1 : end
  const last = wordEnd(text, start)
  return start === end || last === start ? undefined : { start, end: last, word: lower.slice(start, last) }
}

function fractionAt(plain: Plain, at: number, end: number, word: string, language: string): Found | undefined {
  const next = following(plain, end)
  if (language === 'ru') {
    const alone = denominators.get(word)
    if (alone !== undefined && (word.startsWith('тр') || word.startsWith('четверт'))) {
      if (next?.word === 'века') return undefined
      return scaledShare(plain, at, end, 1 / alone) ?? share(at, end, 1 / alone)
    }
    if (alone !== undefined && (next?.word === 'часть' || next?.word === 'части')) return share(at, next.end, 1 / alone)
    if (word.startsWith('кажд') && next !== undefined) {
      const every = EVERY.find(([stem]) => next.word.startsWith(stem))?.[1]
      if (every !== undefined) return share(at, next.end, 1 / every)
    }
  }
  if (next === undefined) return undefined
  const head = numberWord(word, language)
  if (head === undefined) return undefined
  if (language === 'kk') {
    if (!/^[тд][еа]н$|^[нд][еа]н$/.test(head.ending)) return undefined
    const part = /^бір(?:і|ін|іне|інде|інен|інің)$/.test(next.word) ? 1 : possessed(next.word)
    return part === undefined ? undefined : share(at, next.end, part / head.value)
  }
  const under = denominators.get(next.word)
  if (
    under !== undefined &&
    (language === 'ru' || plain.lower.startsWith(' of ', next.end) || head.value > 1 || word === 'one')
  ) {
    return scaledShare(plain, at, next.end, head.value / under) ?? share(at, next.end, head.value / under)
  }
  if (word === 'one' && next.word === 'in') {
    const whole = following(plain, next.end)
    const value = whole === undefined ? undefined : numberWord(whole.word, 'en')?.value
    if (whole !== undefined && value !== undefined && value > 1) return share(at, whole.end, 1 / value)
  }
  return undefined
}

/** A quarter of a million tonnes, четверть миллиона тонн. */
function scaledShare(plain: Plain, at: number, end: number, value: number): Found | undefined {
  const of = /^ (?:of an? )?(?=\p{L})/u.exec(plain.lower.slice(end, end + 8))
  if (of === null) return undefined
  const next = following(plain, end + of[0].length - 1)
  const language = of[0] === ' ' ? 'ru' : 'en'
  const scale = next === undefined ? undefined : numberWord(next.word, language)
  if (next === undefined || scale?.joins !== 'scale' || scale.value < 1000) return undefined
  const tail = readTail(plain, next.end, false)
  return made(at, tail.end, value * scale.value, {
    to: next.end,
    unit: tail.unit,
    kind: tail.kind,
    power: tail.power,
    factor: tail.factor,
  })
}

const EVERY: readonly (readonly [string, number])[] = [
  ['втор', 2],
  ['треть', 3],
  ['четверт', 4],
  ['пят', 5],
  ['десят', 10],
]

/** A Kazakh numeral in the possessive: екісі, үші, төртін. */
function possessed(word: string): number | undefined {
  for (const ending of ['сінің', 'сіне', 'сін', 'сі', 'інің', 'іне', 'ін', 'і', 'сы', 'ына', 'ын', 'ы']) {
    if (!word.endsWith(ending)) continue
    const value = numberWord(word.slice(0, -ending.length), 'kk')?.value
    if (value !== undefined) return value
  }
  return undefined
}

function share(start: number, end: number, value: number): Found {
  return made(start, end, Number(value.toFixed(9)), { kind: 'share' })
}

/** Number words one after another: twenty-five thousand, half a million, жүз жиырма мың, бір жарым. */
function wordsAt(plain: Plain, at: number, first: number, language: string): Found | undefined {
  const { text, lower } = plain
  let total = 0
  let section = 0
  let article = false
  let half = false
  let scaled = false
  let end = first
  let next: Word | undefined = { start: at, end: first, word: lower.slice(at, first) }
  let ending = ''
  let last = 0
  while (next !== undefined && ending === '') {
    const word = numberWord(next.word, language)
    if (word === undefined) {
      const joins: boolean = next.word === 'and' && total + section >= 100
      const after: Word | undefined = joins ? following(plain, next.end) : undefined
      if (after === undefined || numberWord(after.word, language)?.joins !== 'add') break
      next = after
      continue
    }
    if (word.joins === 'article') {
      if (next.start !== at && !half) break
      if (article) break
      article = true
    } else if (word.joins === 'half') {
      if (section > 0 || article) section = (section === 0 ? 1 : section) + 0.5
      else if (next.start !== at) break
      half = true
    } else if (word.joins === 'add') {
      if (article || (last !== 0 && last <= word.value)) break
      section += word.value
      last = word.value
    } else {
      scaled = true
      const scale = word.value
      const base = half && section === 0 ? 0.5 : section === 0 ? 1 : section
      if (scale === 100 || scale === 12) section = base * scale
      else {
        total += base * scale
        section = 0
      }
      last = scale === 100 ? 100 : 0
    }
    end = next.end
    ending = word.ending
    next = following(plain, end)
  }
  const value = total + section + (article && !scaled && !half ? 1 : 0)
  if (value === 0 || (half && !scaled && section < 1)) return undefined
  // «…, 20 – Министерству энергетики и один – центру»: one of a list
  const listed = language === 'ru' && /^ [–—] /.test(text.slice(end, end + 3))
  if (article && !scaled && !half && !listed) return undefined
  if (isOrdinalNeighbour(plain, at)) return undefined
  if (ending !== '' && /^(?:н|ы|і)/.test(ending) && value < 2) return undefined
  const tail = readTail(plain, end, false)
  if (tail.kind === 'ratio' && language === 'ru' && !/ в $/.test(lower.slice(Math.max(0, at - 3), at))) {
    return made(at, end, value, {})
  }
  const named = text[at] !== lower[at] && !startsSentence(text, at)
  if (named && tail.unit === '') return undefined
  return made(at, tail.end, value, {
    to: end,
    unit: tail.unit,
    kind: tail.kind,
    power: tail.power,
    factor: tail.factor,
    ...(ending === '' ? {} : { ending }),
  })
}

function startsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at).trim()
  return at === 0 || before === '' || /[.!?…:«"“(]$/.test(before)
}

/** `the seven of clubs` is counted, `part two` is not. */
function isOrdinalNeighbour({ text, lower }: Plain, at: number): boolean {
  const end = skipSpaces(text, at, 0) - 1
  const word = lower.slice(wordStart(text, end), end)
  return ['part', 'chapter', 'section', 'phase', 'grade', 'type', 'stage', 'step'].includes(word)
}
