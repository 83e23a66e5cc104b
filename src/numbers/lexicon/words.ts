import { isEnding } from './inflection.ts'

/** A word of a spelled-out number: how it joins the words before it. */
export interface NumberWord {
  readonly value: number
  /** `add` twenty, five; `scale` hundred, thousand; `half` полтора, жарым; `dozen` */
  readonly joins: 'add' | 'scale' | 'half' | 'article'
}

/** A number word as found in a text; `ending` is what a Kazakh one carries (`жүзден`). */
type FoundWord = NumberWord & { readonly ending: string }

type Table = ReadonlyMap<string, FoundWord>

function table(rows: Readonly<Record<string, string>>, joins: NumberWord['joins'] = 'add'): [string, FoundWord][] {
  return Object.entries(rows).flatMap(([value, words]) =>
    words.split(' ').map((word): [string, FoundWord] => [word, { value: Number(value), joins, ending: '' }]),
  )
}

const english: Table = new Map([
  ...table({
    2: 'two',
    3: 'three',
    4: 'four',
    5: 'five',
    6: 'six',
    7: 'seven',
    8: 'eight',
    9: 'nine',
    10: 'ten',
    11: 'eleven',
    12: 'twelve',
    13: 'thirteen',
    14: 'fourteen',
    15: 'fifteen',
    16: 'sixteen',
    17: 'seventeen',
    18: 'eighteen',
    19: 'nineteen',
    20: 'twenty',
    30: 'thirty',
    40: 'forty',
    50: 'fifty',
    60: 'sixty',
    70: 'seventy',
    80: 'eighty',
    90: 'ninety',
  }),
  ...table(
    { 12: 'dozen', 100: 'hundred', 1000: 'thousand', 1e6: 'million', 1e9: 'billion', 1e12: 'trillion' },
    'scale',
  ),
  ...table({ 1: 'a an one' }, 'article'),
  ...table({ 0.5: 'half' }, 'half'),
])

const russian: Table = new Map([
  ...table({
    2: 'два две двух двум двумя',
    3: 'три трех трёх трем трём тремя',
    4: 'четыре четырех четырёх четырем четырём четырьмя',
    5: 'пять пяти пятью',
    6: 'шесть шести шестью',
    7: 'семь семи семью',
    8: 'восемь восьми восемью',
    9: 'девять девяти девятью',
    10: 'десять десяти десятью',
    11: 'одиннадцать одиннадцати',
    12: 'двенадцать двенадцати',
    13: 'тринадцать тринадцати',
    14: 'четырнадцать четырнадцати',
    15: 'пятнадцать пятнадцати',
    16: 'шестнадцать шестнадцати',
    17: 'семнадцать семнадцати',
    18: 'восемнадцать восемнадцати',
    19: 'девятнадцать девятнадцати',
    20: 'двадцать двадцати',
    30: 'тридцать тридцати',
    40: 'сорок сорока',
    50: 'пятьдесят пятидесяти',
    60: 'шестьдесят шестидесяти',
    70: 'семьдесят семидесяти',
    80: 'восемьдесят восьмидесяти',
    90: 'девяносто девяноста',
    100: 'сто ста',
    200: 'двести двухсот',
    300: 'триста трехсот трёхсот',
    400: 'четыреста четырехсот',
    500: 'пятьсот пятисот',
    600: 'шестьсот шестисот',
    700: 'семьсот семисот',
    800: 'восемьсот восьмисот',
    900: 'девятьсот девятисот',
    500000: 'полмиллиона полумиллиона',
    500000000: 'полмиллиарда полумиллиарда',
  }),
  ...table({ 2: 'двое', 3: 'трое' }),
  ...table({ 1.5: 'полтора полторы полутора' }),
  ...table({ 12: 'дюжина дюжины дюжину дюжин', 1000: 'тысяча тысячи тысяч тысячу тысячам тысячами' }, 'scale'),
  ...table(
    {
      1e6: 'миллион миллиона миллионов миллионам',
      1e9: 'миллиард миллиарда миллиардов',
      1e12: 'триллион триллиона триллионов',
    },
    'scale',
  ),
  ...table({ 1: 'один одна одно одного одной одном' }, 'article'),
])

const kazakh: Table = new Map([
  ...table({
    2: 'екі',
    3: 'үш',
    4: 'төрт',
    5: 'бес',
    6: 'алты',
    7: 'жеті',
    8: 'сегіз',
    9: 'тоғыз',
    10: 'он',
    20: 'жиырма',
    30: 'отыз',
    40: 'қырық',
    50: 'елу',
    60: 'алпыс',
    70: 'жетпіс',
    80: 'сексен',
    90: 'тоқсан',
  }),
  ...table({ 100: 'жүз', 1000: 'мың', 1e6: 'миллион', 1e9: 'миллиард', 1e12: 'триллион' }, 'scale'),
  ...table({ 1: 'бір' }, 'article'),
  ...table({ 0.5: 'жарты жарым' }, 'half'),
])

const tables: Readonly<Record<string, Table>> = { en: english, ru: russian, kk: kazakh }

/** The number that a lower-case word tells. */
export function numberWord(word: string, language: string): FoundWord | undefined {
  const words = tables[language]
  const exact = words?.get(word)
  if (exact !== undefined) return exact
  if (language !== 'kk' || words === undefined || !mayBeNumber(language, word, 0, word.length)) return undefined
  for (let cut = 2; cut <= 5 && word.length - cut >= 2; cut++) {
    const found = words.get(word.slice(0, -cut))
    if (found !== undefined && isEnding(word.slice(-cut))) return { ...found, ending: word.slice(-cut) }
  }
  return undefined
}

/** Words that are a ratio by themselves. */
export const ratioWords: ReadonlyMap<string, number> = new Map([
  ['doubled', 2],
  ['doubling', 2],
  ['twofold', 2],
  ['tripled', 3],
  ['threefold', 3],
  ['quadrupled', 4],
  ['fourfold', 4],
  ['fivefold', 5],
  ['tenfold', 10],
  ['halved', 0.5],
  ['вдвое', 2],
  ['втрое', 3],
  ['вчетверо', 4],
  ['впятеро', 5],
  ['удвоился', 2],
  ['удвоилась', 2],
  ['удвоилось', 2],
  ['удвоились', 2],
  ['утроился', 3],
  ['утроилась', 3],
])

/** Fractions in words: the denominators. */
export const denominators: ReadonlyMap<string, number> = new Map([
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['sixth', 6],
  ['tenth', 10],
  ['tenths', 10],
  ['треть', 3],
  ['трети', 3],
  ['третей', 3],
  ['четверть', 4],
  ['четверти', 4],
  ['пятая', 5],
  ['пятую', 5],
  ['пятой', 5],
  ['пятых', 5],
  ['десятая', 10],
  ['десятую', 10],
  ['десятой', 10],
])

/** Lengths (as bits) of the words that tell a number or a ratio, by their first two letters; 0 stands for any length. */
type Beginnings = ReadonlyMap<number, number>

const ratios = [...ratioWords.keys()]
const beginnings: Readonly<Record<string, Beginnings>> = {
  en: beginningsOf([...english.keys(), ...ratios]),
  // каждый второй
  ru: beginningsOf([...russian.keys(), ...denominators.keys(), ...ratios], ['ка']),
  // endings follow
  kk: beginningsOf(ratios, [...kazakh.keys()]),
}
const others: Beginnings = beginningsOf(ratios)

function beginningsOf(words: readonly string[], open: readonly string[] = []): Beginnings {
  const lengths = new Map<number, number>()
  for (const word of words) {
    const key = keyAt(word, 0, word.length)
    lengths.set(key, (lengths.get(key) ?? 0) | (1 << word.length))
  }
  for (const word of open) lengths.set(keyAt(word, 0, word.length), -1)
  return lengths
}

function keyAt(text: string, at: number, end: number): number {
  return text.charCodeAt(at) * 0x10000 + (end - at > 1 ? text.charCodeAt(at + 1) : 0)
}

/** Whether the lower-case word `[at, end)` may tell a number or a ratio: most words need no look into the tables. */
export function mayBeNumber(language: string, lower: string, at: number, end: number): boolean {
  const lengths = (beginnings[language] ?? others).get(keyAt(lower, at, end))
  return lengths !== undefined && (lengths === -1 || (end - at < 32 && (lengths & (1 << (end - at))) !== 0))
}
