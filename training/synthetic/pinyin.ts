import type { Random } from '../random.ts'
import { englishTitle } from './romanised.ts'
import * as words from './words/pinyin.ts'
import { doi } from './work.ts'
import { Writer } from './writer.ts'

type NameForm = (family: string, given: string) => string

const initials = (given: string, cut: string): string =>
  given
    .split('-')
    .map((part) => `${part[0]?.toUpperCase()}.`)
    .join(cut)

/** The ways in which lists write a romanised Chinese name. */
const nameForms: readonly NameForm[] = [
  (family, given) => `${family} ${given}`,
  (family, given) => `${family.toUpperCase()} ${given}`,
  (family, given) => `${family}, ${initials(given, '-')}`,
  (family, given) => `${family} ${initials(given, '').replace(/\./g, '')}`,
  (family, given) => `${family.toUpperCase()} ${initials(given, ' ').replace(/\./g, '')}`,
  (family, given) => `${family} ${initials(given, '')}`,
  (family, given) => `${initials(given, '-')} ${family}`,
  (family, given) => `${family}, ${given}`,
  (family, given) => `${given} ${family}`,
]

/** Names of a romanised list, with what follows them. */
function names(random: Random): { text: string; rest: string } {
  const form = random.pick(nameForms)
  const people = Array.from({ length: random.pick([1, 1, 2, 2, 3, 3]) }, () =>
    form(random.pick(words.families), random.pick(words.given)),
  )
  const and = random.pick([', ', ', ', ' and ', ', & ', ', and ', '; '])
  const text =
    people.length > 1
      ? people.slice(0, -1).join(and === '; ' ? '; ' : ', ') + and + people.at(-1)
      : (people[0] as string)
  return { text, rest: random.chance(0.2) ? random.pick([', et al', ' et al.', ', et al.']) : '' }
}

/** A Chinese work in Latin letters: pinyin or translated title, GB/T 7714 or APA. */
export function pinyin(random: Random): Writer {
  const writer = new Writer()
  const { text, rest } = names(random)
  const year = String(random.between(1985, 2024))
  const dated = random.chance(0.4)
  writer.put('author', text).mark(rest)
  if (dated) {
    const [open, close] = random.pick([
      [' (', '). '],
      [' (', ') '],
      ['. ', '. '],
    ]) as [string, string]
    writer.mark(open).put('date', year).mark(close)
  }
  if (!dated) writer.mark(random.pick(['. ', '. ', ', ', ': ']))
  const romanised = random.chance(0.5)
  writer.put('title', romanised ? random.pick(words.titles) : englishTitle(random))
  if (romanised && random.chance(0.65)) writer.mark(' [').put('translated-title', englishTitle(random)).mark(']')
  const isBook = random.chance(0.3)
  const standard = random.chance(0.5)
  if (standard)
    writer
      .mark(random.pick(['[', ' [']))
      .put('genre', isBook ? 'M' : 'J')
      .mark(']')
  if (isBook) {
    writer.mark('. ').put('place', random.pick(words.places)).mark(': ').put('publisher', random.pick(words.publishers))
    if (!dated) writer.mark(', ').put('date', year)
  } else serial(random, writer, year, dated)
  if (random.chance(0.35))
    writer.mark(random.pick([' (in Chinese)', '. (in Chinese)', ' [in Chinese]', ' (In Chinese)']))
  writer.mark(random.chance(0.85) ? '.' : '')
  if (random.chance(0.15)) writer.mark(random.pick([' doi: ', ' DOI: ', ' https://doi.org/'])).put('doi', doi(random))
  return writer
}

function serial(random: Random, writer: Writer, year: string, dated: boolean): void {
  const first = random.between(1, 400)
  writer
    .mark(random.pick(['. ', ', ', '. ']))
    .put('journal', random.pick(words.journals))
    .mark(', ')
  if (!dated) writer.put('date', year).mark(', ')
  if (random.chance(0.75)) writer.put('volume', String(random.between(1, 60)))
  writer
    .mark('(')
    .put('issue', String(random.between(1, 12)))
    .mark(')')
    .mark(random.pick([': ', ', ', ':', ', pp. ']))
  writer.put('page', `${first}${random.pick(['-', '–', '—'])}${first + random.between(2, 20)}`)
}

/** The English version that many Chinese journals demand under the Chinese entry. */
export function echo(random: Random, writer: Writer, year: number): void {
  const { text, rest } = names(random)
  writer
    .mark(random.pick([' ', '\n', ' // ', ' [']))
    .put('note', `${text}${rest}`)
    .mark('. ')
    .put('translated-title', englishTitle(random))
  writer
    .mark(random.pick(['[J]. ', '. ', ' [J]. ', ', ']))
    .put(
      'note',
      `${random.pick(words.journals)}, ${year}, ${random.between(1, 40)}(${random.between(1, 12)}): ${random.between(1, 99)}-${random.between(100, 140)}`,
    )
  writer.mark(random.pick(['.', '. (in Chinese)', ' (in Chinese)', ' (in Chinese).', ']']))
}
