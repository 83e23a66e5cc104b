import type { Document } from '../../../model/document.ts'
import type { Reference } from '../../../model/reference.ts'
import { familyOf, makersOf, yearOf } from '../../../text/csl.ts'
import { fold } from '../../../text/fold.ts'
import { headNames } from '../../lists/parallel/makers.ts'

// `2014` and `2015` of `20142015`, too: two citations that lost what stood between them
const YEAR =
  /(?<!\d)(?:1[5-9]|20)\d\d(?=\D|$|(?:1[5-9]|20)\d\d(?!\d))|(?<=(?<!\d)(?:1[5-9]|20)\d\d)(?:1[5-9]|20)\d\d(?!\d)/g
const BEFORE = 90
/** A surname so close before some other year is likely cited by the year of another edition. */
const CLOSE = 24
const WORD = /[\p{L}\p{M}'’-]{2,}/gu
const LONG_WORD = /\p{L}[\p{L}\p{M}]{3,}/gu
/** What a title in the text must share with the beginning of an entry. */
const PHRASE_WORDS = 4
const LEAST_PHRASE = 12
/** Letters that a name may have lost at its end: an accented one is often read as none. */
const LOST = 2
const NUMBERS = /\[([\d\s,;–-]{1,60})\]|(?<=[\s.,;:)\]”"»%])([⁰¹²³⁴-⁹]{1,3}(?:\s?[˒,–⁻-]\s?[⁰¹²³⁴-⁹]{1,3}){0,20})/g
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const WIDEST = 30

/** What the text outside the lists names, read once in linear time. */
interface Named {
  /** words before a year, as `roe 2004`, and of each year the words */
  readonly dated: ReadonlySet<string>
  readonly byYear: ReadonlyMap<string, readonly string[]>
  /** words that stand shortly before any year */
  readonly close: ReadonlySet<string>
  /** the long words of the text, between single spaces */
  readonly words: string
  readonly numbers: ReadonlySet<number>
}

/**
 * Whether the text outside the lists cites an entry in some form that was not recognised: it names a maker of the entry
 * shortly before its year, a maker whom no other entry has before another year, the title at its head, or its number in
 * brackets or raised.
 */
export function mentionsOf(document: Document): (reference: Reference) => boolean {
  const named = readNames(document)
  const bearers = new Map<string, number>()
  for (const reference of document.references) {
    const own = new Set([...makersOf(reference.csl).map(familyOf), ...namesOf(reference)].map(lastWord))
    for (const name of own) bearers.set(name, (bearers.get(name) ?? 0) + 1)
  }
  return (reference) => {
    const years = new Set([yearOf(reference.csl) ?? '', ...(reference.passage.text.slice(0, 1500).match(YEAR) ?? [])])
    const names = namesOf(reference)
      .map(lastWord)
      .filter((name) => name !== '')
    if (names.some((name) => [...years].some((year) => isDated(name, year, named)))) return true
    if (names.some((name) => named.close.has(name) && bearers.get(name) === 1)) return true
    if (reference.number !== undefined && named.numbers.has(reference.number)) return true
    return isTitled(reference, named)
  }
}

function readNames({ blocks, lists, source, citations }: Document): Named {
  const within = (start: number, end: number): boolean =>
    lists.some(({ span }) => start >= span.start && end <= span.end)
  const dated = new Set<string>()
  const byYear = new Map<string, string[]>()
  const close = new Set<string>()
  const words: string[] = []
  for (const { passage, span } of blocks) {
    if (within(span.start, span.end)) continue
    for (const { 0: year, index } of passage.text.matchAll(YEAR)) {
      const before = passage.text.slice(Math.max(0, index - BEFORE), index)
      for (const { 0: word, index: at } of before.matchAll(WORD)) {
        const folded = fold(word)
        dated.add(`${folded} ${year}`)
        byYear.set(year, [...(byYear.get(year) ?? []).slice(-400), folded])
        if (before.length - at - word.length <= CLOSE && /^\p{Lu}/u.test(word)) close.add(folded)
      }
    }
    words.push(...(fold(passage.text).match(LONG_WORD) ?? []), '·')
  }
  // raised figures are marks of notes or of institutes where the citations have brackets
  const forms = citations.filter(({ kind }) => kind === 'numeric').map(({ text }) => isRaised(text))
  const numbers = new Set<number>()
  for (const { 1: bracketed, 2: raised, index } of source.text.matchAll(NUMBERS)) {
    if (within(index, index + 1) || !forms.includes(raised !== undefined)) continue
    for (const number of numbersOf(bracketed ?? lowered(raised ?? ''))) numbers.add(number)
  }
  return { dated, byYear, close, words: ` ${words.join(' ')} `, numbers }
}

function isRaised(text: string): boolean {
  return /^[⁰¹²³⁴-⁹]/.test(text)
}

function lowered(text: string): string {
  return text
    .replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(RAISED.indexOf(digit)))
    .replace(/[˒⁻]/g, (mark) => (mark === '⁻' ? '-' : ','))
}

/** `5, 7–9` as numbers. */
function numbersOf(text: string): readonly number[] {
  return text.split(/[,;]/).flatMap((part) => {
    const [from = 0, to = from] = (part.match(/\d{1,4}/g) ?? []).map(Number)
    if (from === 0 || to < from || to - from > WIDEST) return []
    return Array.from({ length: to - from + 1 }, (_, index) => from + index)
  })
}

/** The first maker as read, the surname at the head, and the first word, which is a surname where both were misread. */
function namesOf({ csl, passage }: Reference): readonly string[] {
  const [maker] = makersOf(csl)
  const head = /^[^\p{L}]{0,4}(\p{Lu}[\p{L}\p{M}’'-]+)(?=,? \p{L}{1,4}[,.]? )/u.exec(passage.text.slice(0, 60))?.[1]
  return [maker === undefined ? '' : familyOf(maker), headNames(passage.text)[0]?.family ?? '', head ?? '']
}

function lastWord(name: string): string {
  return (fold(name).match(WORD) ?? []).at(-1) ?? ''
}

function isDated(name: string, year: string, { dated, byYear }: Named): boolean {
  if (dated.has(`${name} ${year}`)) return true
  if (name.length < 6) return false
  return (byYear.get(year) ?? []).some(
    (word) => word !== name && word.startsWith(name) && word.length - name.length <= LOST,
  )
}

/** Entries that begin with a title or a body: its first long words stand in the text, in order. */
function isTitled({ passage }: Reference, { words }: Named): boolean {
  if ((headNames(passage.text)[0]?.initials ?? '') !== '') return false
  const [head = ''] = passage.text.slice(0, 200).split(/[.:(]\s/u)
  const own = (fold(head).match(LONG_WORD) ?? []).slice(0, PHRASE_WORDS)
  const phrase = own.join(' ')
  return own.length >= 2 && phrase.length >= LEAST_PHRASE && words.includes(` ${phrase} `)
}
