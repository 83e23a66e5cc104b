import type { Citation } from '../../src/model/citation.ts'
import type { Document } from '../../src/model/document.ts'
import { cyrillicRenderings } from '../../src/names/index.ts'

/** One planted slip: the text with it, where it is, and the rules that should see it. */
export interface Plant {
  readonly kind: string
  readonly across: boolean
  readonly text: string
  readonly start: number
  readonly end: number
  readonly expects: readonly string[]
}

/** Numbers from 0 to 1, the same for one seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю']
const PRINT: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['cl', 'd'],
  ['d', 'cl'],
  ['li', 'h'],
  ['l', 'i'],
  ['u', 'n'],
  ['n', 'u'],
  ['e', 'c'],
  ['и', 'н'],
  ['н', 'и'],
  ['ш', 'щ'],
  ['п', 'н'],
]
const SCHEMES: readonly (readonly [string, string])[] = [
  ['sch', 'sh'],
  ['kh', 'h'],
  ['zh', 'z'],
  ['ts', 'c'],
  ['ia', 'ie'],
  ['ya', 'ye'],
]

type Slip = (word: string, chance: () => number) => string | undefined

const at = (word: string, chance: () => number, from = 1): number =>
  from + Math.floor(chance() * Math.max(1, word.length - from))

export const SLIPS: Readonly<Record<string, Slip>> = {
  keyboard(word, chance) {
    const place = at(word, chance)
    const row = ROWS.find((keys) => keys.includes((word[place] ?? '').toLowerCase()))
    const index = row?.indexOf((word[place] ?? '').toLowerCase()) ?? -1
    const key = row?.[index + 1] ?? row?.[index - 1]
    return key === undefined ? undefined : word.slice(0, place) + key + word.slice(place + 1)
  },
  print(word) {
    const pair = PRINT.find(([from]) => word.indexOf(from) > 0)
    if (pair === undefined) return undefined
    const place = word.indexOf(pair[0], 1)
    return word.slice(0, place) + pair[1] + word.slice(place + pair[0].length)
  },
  transposition(word, chance) {
    const place = at(word.slice(0, -1), chance)
    const [one, other] = [word[place], word[place + 1]]
    if (one === undefined || other === undefined || one === other) return undefined
    return word.slice(0, place) + other + one + word.slice(place + 2)
  },
  doubled(word, chance) {
    const place = at(word, chance)
    return word.slice(0, place) + (word[place] ?? '') + word.slice(place)
  },
  dropped(word, chance) {
    const place = at(word, chance)
    return word[place] === word[place - 1] ? undefined : word.slice(0, place) + word.slice(place + 1)
  },
  romanisation(word) {
    const pair = SCHEMES.find(([from]) => word.slice(1).includes(from))
    return pair === undefined || !/(?:ov|ev|in|sky|skii|enko|ova|eva|ina)$/i.test(word)
      ? undefined
      : word.slice(0, 1) + word.slice(1).replace(pair[0], pair[1])
  },
}

const AUTHOR = ['citations/author', 'citations/undefined', 'citations/missing-coauthor', 'names/given-as-family']

/** Citations by one name that an entry agrees with, and that are printed once in the text with this name. */
export function usable(document: Document): readonly Citation[] {
  return document.citations.filter(
    ({ links, cited }) =>
      links.length === 1 && links[0]?.reason === 'name-year' && (cited.names?.[0]?.family.length ?? 0) >= 5,
  )
}

/** A slip of the kind in the name of one citation; undefined where it does not apply. */
export function misspelt(
  document: Document,
  citation: Citation,
  kind: string,
  chance: () => number,
): Plant | undefined {
  const [name] = citation.cited.names ?? []
  if (name === undefined || /\s/.test(name.family)) return undefined
  const start = document.source.text.indexOf(name.family, name.span.start)
  if (start < 0 || start + name.family.length > name.span.end) return undefined
  const wrong = SLIPS[kind]?.(name.family, chance)
  if (wrong === undefined || wrong === name.family) return undefined
  return planted(document, kind, false, start, name.family.length, wrong, AUTHOR)
}

/** The name in Cyrillic with a slip, where the text has it in Latin letters. */
export function across(document: Document, citation: Citation, kind: string, chance: () => number): Plant | undefined {
  const [name] = citation.cited.names ?? []
  if (name === undefined || !/^[A-Z][a-z]{4,}$/.test(name.family)) return undefined
  const start = document.source.text.indexOf(name.family, name.span.start)
  const [rendered] = cyrillicRenderings(name.family)
  if (start < 0 || start + name.family.length > name.span.end || rendered === undefined) return undefined
  const typed = rendered[0]?.toUpperCase() + rendered.slice(1)
  const wrong = typed.length < 5 ? undefined : SLIPS[kind]?.(typed, chance)
  if (wrong === undefined || wrong === typed) return undefined
  return planted(document, kind, true, start, name.family.length, wrong, AUTHOR)
}

/** Another year: a digit off, the last two swapped, or some years away. */
export function redated(document: Document, citation: Citation, chance: () => number): Plant | undefined {
  const { year } = citation.cited
  const span = citation.yearSpan
  if (year === undefined || span === undefined) return undefined
  const start = document.source.text.indexOf(String(year), span.start)
  if (start !== span.start) return undefined
  const other = [year + 1, year - 1, year - 2, year + 3, year - 10][Math.floor(chance() * 5)] as number
  return planted(document, 'year', false, start, 4, String(other), ['citations/year', 'citations/undefined'])
}

/** One of two co-authors left out. */
export function bereft(document: Document, citation: Citation): Plant | undefined {
  const [first, second] = citation.cited.names ?? []
  if (first === undefined || second === undefined || citation.cited.names?.length !== 2) return undefined
  if (citation.cited.etAl === true || second.span.start <= first.span.end) return undefined
  const { start } = { start: first.span.end }
  return planted(document, 'co-author', false, start, second.span.end - start, '', [
    'citations/missing-coauthor',
    'citations/undefined',
  ])
}

function planted(
  { source }: Document,
  kind: string,
  isAcross: boolean,
  start: number,
  length: number,
  wrong: string,
  expects: readonly string[],
): Plant {
  const text = source.text.slice(0, start) + wrong + source.text.slice(start + length)
  return { kind, across: isAcross, text, start, end: start + wrong.length, expects }
}
