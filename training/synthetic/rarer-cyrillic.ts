import type { Random } from '../random.ts'
import { cyrillicName, cyrillicTitle, type Vocabulary } from './cyrillic-works.ts'
import { type Manner, pad } from './gost.ts'
import { filled, journalVariant, longer, type Rarities, raritiesOf } from './titles.ts'
import { digits, doi, isbn, type Name, url } from './work.ts'
import { Writer } from './writer.ts'

interface Desk {
  readonly random: Random
  readonly words: Vocabulary
  readonly manner: Manner
  readonly more: Rarities
  readonly area: string
  readonly colon: string
  readonly slashes: string
  readonly dash: string
  readonly year: number
  name(): Name
  title(): string
  /** `Иванов И. И.` */
  turned(name: Name): string
  /** `И. И. Иванов` */
  straight(name: Name): string
}

/** Works that lists hold now and then: volumes, standards, patents, entries of encyclopaedias, reviews, reprints, several containers. */
export function rarerCyrillic(random: Random, words: Vocabulary, manner: Manner, isKazakh: boolean): Writer {
  const gap = random.pick([' ', '', ' ', '\u00a0'])
  const comma = random.chance(0.3) ? ',' : ''
  const desk: Desk = {
    random,
    words,
    manner,
    more: raritiesOf(words),
    area: random.pick(['. – ', '. – ', '. — ', '. - ', '. ', '. ', '.– ', ', ', '.-', ' – ']),
    colon: random.pick([': ', ' : ', ': ']),
    slashes: random.pick([' // ', ' // ', '// ', ' //', ' / / ']),
    dash: random.pick(['–', '–', '-', '—']),
    year: random.chance(0.8) ? random.between(1985, 2024) : random.between(1890, 1985),
    name: () => double(random, cyrillicName(random, words, isKazakh), words),
    title: () => {
      const plain = cyrillicTitle(random, words, isKazakh)
      return random.chance(0.45) ? longer(random, words, plain) : plain
    },
    turned: ({ family, initials }) => `${family}${comma} ${initials.replace(/ /g, gap)}`,
    straight: ({ family, initials }) => `${initials.replace(/ /g, gap)} ${family}`,
  }
  const writer = new Writer()
  random.pick(makers)(writer, desk)
  if (random.chance(0.85)) writer.mark('.')
  return writer
}

function double(random: Random, name: Name, words: Vocabulary): Name {
  if (!random.chance(0.08)) return name
  return { ...name, family: `${name.family}-${random.pick(words.families)}` }
}

function authors(writer: Writer, desk: Desk, most = 3): void {
  const { random } = desk
  const count = random.pick([1, 1, 1, 2, 2, most])
  const names = Array.from({ length: count }, desk.name)
  writer.put('author', names.map(desk.turned).join(random.pick([', ', ', ', '; '])))
  writer.mark(random.pick([' ', ' ', '. ', ', ']))
}

function imprint(writer: Writer, desk: Desk, date = String(desk.year)): void {
  const { random, words, area, colon } = desk
  writer.mark(area).put('place', random.pick(words.places))
  if (random.chance(0.88)) writer.mark(colon).put('publisher', random.pick(words.publishers))
  writer.mark(random.pick([', ', ', ', area])).put('date', date)
}

function pages(writer: Writer, desk: Desk): void {
  const { random, manner, area, dash } = desk
  const first = random.between(3, 400)
  const range = random.chance(0.9) ? `${first}${dash}${first + random.between(1, 30)}` : String(first)
  const tailed = manner.pageTails.length > 1 && random.chance(0.5)
  writer
    .mark(area)
    .mark(tailed ? '' : random.pick(manner.pageMarks))
    .put('page', range)
  if (tailed) writer.mark(random.pick(manner.pageTails.filter((tail) => tail !== '')))
}

function extent(writer: Writer, desk: Desk): void {
  const { random, manner, area } = desk
  writer
    .mark(area)
    .put('extent', String(random.between(40, 800)))
    .mark(random.pick(manner.extents))
}

/** `Т. 2`, `2-кітап`: the mark outside, the number inside. */
function part(writer: Writer, desk: Desk): void {
  const { random, more, words } = desk
  const text = filled(random, words, random.pick(more.parts))
  const found = /\d+|[IVX]+(?![\p{L}])/u.exec(text)
  if (found === null) return
  writer
    .mark(text.slice(0, found.index))
    .put('volume', found[0])
    .mark(text.slice(found.index + found[0].length))
}

function volumeIssue(writer: Writer, desk: Desk): void {
  const { random, manner, area } = desk
  const joint = random.pick([', ', ', ', area])
  const hasVolume = random.chance(0.45)
  if (hasVolume)
    writer
      .mark(area)
      .mark(random.pick(manner.volumes))
      .put('volume', String(random.between(1, 90)))
      .mark(random.pick(manner.volumeTails))
  if (!random.chance(hasVolume ? 0.7 : 0.95)) return
  writer
    .mark(hasVolume ? joint : area)
    .mark(random.pick(manner.issues))
    .put('issue', issue(random))
  // the running number in brackets is no part of the issue
  if (random.chance(0.3)) writer.mark(`${random.pick([' ', ''])}(${random.between(13, 240)})`)
  writer.mark(random.pick(manner.issueTails))
}

function issue(random: Random): string {
  const number = random.between(1, 12)
  return random.pick([
    `${number}`,
    `${number}`,
    `${number}`,
    `${number}-${number + 1}`,
    `${number}/${random.between(1, 3)}`,
  ])
}

function online(writer: Writer, desk: Desk): void {
  const { random, manner, area, year } = desk
  writer.mark(area).mark(random.pick(manner.links)).put('url', url(random))
  if (!random.chance(0.75)) return
  const [before, behind] = random.pick(manner.accessed)
  const date = `${pad(random.between(1, 28))}.${pad(random.between(1, 12))}.${Math.max(2003, year)}`
  writer.mark(before).put('accessed', date).mark(behind)
}

const makers: readonly ((writer: Writer, desk: Desk) => void)[] = [
  /** an article whose title has years, names and full stops; its journal a series, a city, abbreviations */
  article,
  article,
  article,
  article,
  book,
  book,
  volumes,
  volumes,
  chapter,
  chapter,
  chapter,
  proceedings,
  proceedings,
  thesis,
  standard,
  patent,
  entry,
  review,
  electronic,
  electronic,
  reprint,
]

function article(writer: Writer, desk: Desk): void {
  const { random, words, more, area, slashes } = desk
  authors(writer, desk, 4)
  writer.put('title', desk.title())
  const electronicFirst = random.chance(0.12)
  if (electronicFirst) writer.mark(random.pick(desk.manner.electronic))
  const journal = random.pick(words.journals)
  writer
    .mark(random.chance(0.08) ? '. ' : slashes)
    .put('journal', random.chance(0.5) ? journalVariant(random, words, journal) : journal)
  if (random.chance(0.04)) {
    writer.mark(` ${random.pick(more.pressed)}`)
    return
  }
  const late = random.chance(0.1)
  if (!late)
    writer
      .mark(area)
      .put('date', String(desk.year))
      .mark(random.chance(0.08) ? ` ${desk.manner.of}` : '')
  volumeIssue(writer, desk)
  if (late)
    writer
      .mark(random.pick([' (', ', ']))
      .put('date', String(desk.year))
      .mark(')')
  pages(writer, desk)
  if (random.chance(0.15))
    writer
      .mark(area)
      .mark(random.pick(['DOI: ', 'doi: ', 'DOI ']))
      .put('doi', doi(random))
  else if (electronicFirst || random.chance(0.1)) online(writer, desk)
}

function book(writer: Writer, desk: Desk): void {
  const { random, words, more, area, colon } = desk
  const alone = random.chance(0.7)
  if (alone) authors(writer, desk)
  writer.put('title', desk.title()).mark(colon).put('genre', random.pick(more.kinds))
  if (!alone || random.chance(0.25)) {
    writer
      .mark(random.pick([' / ', ' / ', '. ', ', ']))
      .mark(random.pick(desk.manner.edited))
      .put(
        'editor',
        Array.from({ length: random.pick([1, 1, 2]) }, desk.name)
          .map(desk.straight)
          .join(', '),
      )
  }
  if (random.chance(0.3)) writer.mark(area).put('edition', random.pick(words.editions))
  imprint(writer, desk)
  if (random.chance(0.7)) extent(writer, desk)
  if (random.chance(0.3)) writer.mark(`${area}(`).put('collection', random.pick(words.collections)).mark(')')
  if (random.chance(0.15)) writer.mark(`${area}ISBN `).put('isbn', isbn(random))
}

function volumes(writer: Writer, desk: Desk): void {
  const { random, more, colon, area, words } = desk
  authors(writer, desk)
  writer.put('title', desk.title())
  if (random.chance(0.3)) writer.mark(colon).put('genre', random.pick(more.kinds))
  if (random.chance(0.6))
    writer.mark(random.pick([colon, '. ', ', '])).mark(filled(random, words, random.pick(more.volumesOf)))
  const early = random.chance(0.5)
  if (early) {
    writer.mark(random.pick(['. ', area, ' ']))
    part(writer, desk)
  }
  imprint(writer, desk)
  if (!early) {
    writer.mark(area)
    part(writer, desk)
  }
  if (random.chance(0.6)) extent(writer, desk)
  else pages(writer, desk)
}

function chapter(writer: Writer, desk: Desk): void {
  const { random, manner, more, words, slashes, colon, area } = desk
  authors(writer, desk)
  writer
    .put('title', desk.title())
    .mark(random.chance(0.45) ? random.pick(manner.within) : slashes)
    .put('container', desk.title())
  if (random.chance(0.4)) writer.mark(colon).put('genre', random.pick(more.kinds))
  if (random.chance(0.5))
    writer
      .mark(random.pick([' / ', ' / ', '. ', ' ; ', ', ', ' (']))
      .mark(random.pick(manner.edited))
      .put(
        'editor',
        Array.from({ length: random.pick([1, 1, 2, 3]) }, desk.name)
          .map(desk.straight)
          .join(', '),
      )
  if (random.chance(0.3)) {
    writer.mark(area)
    part(writer, desk)
  }
  if (random.chance(0.1)) writer.mark(`${area}(`).put('collection', random.pick(words.collections)).mark(')')
  imprint(writer, desk)
  pages(writer, desk)
}

function proceedings(writer: Writer, desk: Desk): void {
  const { random, words, slashes, manner, year, area, dash } = desk
  authors(writer, desk, 4)
  const container = random.pick(words.conferences).replace('{}', desk.title())
  writer
    .put('title', desk.title())
    .mark(random.chance(0.15) ? random.pick(manner.within) : slashes)
    .put('container', container)
  const day = random.between(1, 25)
  const month = words.monthsGenitive[random.below(12)] as string
  const place = random.pick(words.places)
  if (random.chance(0.5))
    writer.mark(
      random.pick([
        ` (${place}, ${day}${dash}${day + 2} ${month} ${year} ${manner.of})`,
        `, ${place}, ${day}${dash}${day + 2} ${month} ${year} ${manner.of}`,
        `. ${place}, ${day} ${month} ${year}`,
        ` (${day} ${month} ${year} ${manner.of}, ${place})`,
      ]),
    )
  if (random.chance(0.3)) {
    writer.mark(area)
    part(writer, desk)
  }
  imprint(writer, desk)
  pages(writer, desk)
}

function thesis(writer: Writer, desk: Desk): void {
  const { random, words, colon, area, year, more } = desk
  const { family, given, initials } = desk.name()
  const full = random.chance(0.5)
  const words_ = full ? given : initials
  writer
    .put('author', `${family}${random.chance(0.3) ? ',' : ''} ${words_}`)
    .mark(words_.endsWith('.') ? ' ' : random.pick(['. ', ' ', ': ']))
    .put('title', desk.title())
    .mark(colon)
    .put('genre', random.pick(words.degrees))
  if (random.chance(0.6))
    writer
      .mark(random.pick([' : ', ': ', '. ', ', ']))
      .put(
        'id',
        `${random.pick(['08', '07', '12', '23', '10', '5'])}.${pad(random.below(12))}.${pad(random.between(1, 15))}`,
      )
  if (random.chance(0.2)) writer.mark(random.pick(more.defended).replace('{y}', String(year)))
  if (random.chance(0.3)) writer.mark(' / ').put('author', desk.straight({ family, given, initials }))
  if (random.chance(0.35)) writer.mark(random.pick([' ; ', area])).put('publisher', random.pick(words.universities))
  writer.mark(area).put('place', random.pick(words.places)).mark(', ').put('date', String(year))
  if (random.chance(0.75)) extent(writer, desk)
}

function standard(writer: Writer, desk: Desk): void {
  const { random, more, area, year } = desk
  const number = `${random.pick(more.standards)} ${random.pick([digits(random, 4), digits(random, 5), `${random.between(2, 9)}.${random.between(1, 99)}`, `${random.between(1, 9)}.0.${digits(random, 3)}`])}${desk.dash}${random.pick([String(year), pad(year % 100)])}`
  const title = random.pick(more.standardTitles)
  if (random.chance(0.6))
    writer
      .put('id', number)
      .mark(random.pick(['. ', ' ', ' «']))
      .put('title', title)
  else
    writer
      .put('title', title)
      .mark(random.pick([': ', '. ', ' : ']))
      .put('id', number)
  if (random.chance(0.3))
    writer
      .mark(area)
      .mark(random.pick(['Введ. ', 'Введ. с ', 'Чинний від ']))
      .mark(`${pad(random.between(1, 28))}.07.${year}`)
  if (random.chance(0.85)) imprint(writer, desk)
  else writer.mark(area).put('date', String(year))
  if (random.chance(0.6)) extent(writer, desk)
}

function patent(writer: Writer, desk: Desk): void {
  const { random, more, year } = desk
  const country = random.pick(['РФ', 'Российская Федерация', 'РК', 'Україна', 'СССР', 'ҚР', 'KZ', 'RU', ''])
  const number = digits(random, random.pick([5, 6, 7])).replace(/^0/, '2')
  writer
    .mark(`${random.pick(more.patents)} ${random.pick(['', '№ ', '№'])}`)
    .put('id', number)
    .mark(
      `${country === '' ? '' : ` ${country}`}${random.pick([', МПК ', ', МПК7 ', '. МПК '])}${random.pick([...'ABCEFGH'])}${pad(random.between(1, 47))}${random.pick(['C', 'B', 'K'])} ${random.between(1, 40)}/${pad(random.between(0, 60))}. `,
    )
    .put('title', desk.title())
    .mark(random.pick([' / ', ' / ', '. ']))
    .put(
      'author',
      Array.from({ length: random.pick([1, 2, 3]) }, desk.name)
        .map(random.chance(0.5) ? desk.straight : desk.turned)
        .join(', '),
    )
  if (random.chance(0.6))
    writer.mark(
      `${random.pick(['; ', ' ; '])}${random.pick(['заявл.', 'заявитель', 'өтінім'])} ${pad(random.between(1, 28))}.03.${year - 2}`,
    )
  writer
    .mark(random.pick(['; опубл. ', ' ; опубл. ', '. Опубл. ', '; жарияланған ']))
    .put('date', `${pad(random.between(1, 28))}.${pad(random.between(1, 12))}.${year}`)
  if (random.chance(0.5))
    writer.mark(random.pick([', Бюл. № ', '. Бюл. № ', ', Бюл. №'])).put('issue', String(random.between(1, 36)))
}

function entry(writer: Writer, desk: Desk): void {
  const { random, more, slashes, area } = desk
  if (random.chance(0.4)) authors(writer, desk, 1)
  writer
    .put('title', random.pick(more.entries))
    .mark(random.chance(0.8) ? slashes : '. ')
    .put('container', random.pick(more.encyclopedias))
  if (random.chance(0.4))
    writer
      .mark(random.pick([' / ', '. ']))
      .mark(random.pick(desk.manner.edited))
      .put('editor', desk.straight(desk.name()))
  const early = random.chance(0.4)
  if (early) {
    writer.mark(random.pick([area, ', ']))
    part(writer, desk)
  }
  imprint(writer, desk)
  if (!early && random.chance(0.6)) {
    writer.mark(area)
    part(writer, desk)
  }
  if (random.chance(0.75)) pages(writer, desk)
  else extent(writer, desk)
}

function review(writer: Writer, desk: Desk): void {
  const { random, more, words, slashes, area, colon } = desk
  authors(writer, desk, 1)
  const about = `${random.pick(more.reviews)}${desk.turned(desk.name())} ${desk.title()}${area}${random.pick(words.places)}${colon}${random.pick(words.publishers)}, ${desk.year - 1}`
  writer
    .put('title', about)
    .mark(slashes)
    .put('journal', random.pick(words.journals))
    .mark(area)
    .put('date', String(desk.year))
  volumeIssue(writer, desk)
  pages(writer, desk)
}

function electronic(writer: Writer, desk: Desk): void {
  const { random, words, manner, area, slashes, year } = desk
  if (random.chance(0.5)) authors(writer, desk, 2)
  writer.put('title', random.chance(0.3) ? random.pick(words.laws) : desk.title())
  if (random.chance(0.6)) writer.mark(random.pick(manner.electronic))
  if (random.chance(0.65))
    writer
      .mark(random.pick([slashes, slashes, ' : ', area]))
      .put('container', random.pick(random.chance(0.7) ? words.sites : words.newspapers))
  const date = `${pad(random.between(1, 28))}.${pad(random.between(1, 12))}.${year}`
  const spoken = `${random.between(1, 28)} ${words.monthsGenitive[random.below(12)]} ${year}`
  const form = random.below(4)
  if (form === 0) writer.mark(random.pick([area, ', '])).put('date', date)
  else if (form === 1) writer.mark(random.pick([area, ', '])).put('date', spoken)
  else if (form === 2) writer.mark(area).put('date', String(year))
  online(writer, desk)
}

function reprint(writer: Writer, desk: Desk): void {
  const { random, more, words, area, colon, year } = desk
  authors(writer, desk, 1)
  writer.put('title', desk.title())
  const first = random.between(1860, 1975)
  const form = random.below(3)
  if (form === 0) {
    // no date at all
    writer
      .mark(area)
      .put('place', random.pick(words.places))
      .mark(colon)
      .put('publisher', random.pick(words.publishers))
      .mark(', ')
      .mark(random.pick(more.undated))
  } else imprint(writer, desk, form === 1 ? `[${first}] ${Math.max(year, 1980)}` : `${Math.max(year, 1980)} [${first}]`)
  if (random.chance(0.6)) extent(writer, desk)
}
