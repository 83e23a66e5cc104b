import type { Random } from '../random.ts'
import type { Vocabulary } from './cyrillic-works.ts'
import type { Name, Work } from './work.ts'
import { Writer } from './writer.ts'

/** What a language puts where in lists after GOST 7.1, GOST R 7.0.5, GOST R 7.0.100 and DSTU 8302. */
export interface Manner {
  readonly pageMarks: readonly string[]
  /** written after the pages, as Kazakh does */
  readonly pageTails: readonly string[]
  readonly volumes: readonly string[]
  readonly volumeTails: readonly string[]
  readonly issues: readonly string[]
  readonly issueTails: readonly string[]
  readonly extents: readonly string[]
  readonly edited: readonly string[]
  readonly translated: readonly string[]
  readonly electronic: readonly string[]
  readonly links: readonly string[]
  /** around the date of access */
  readonly accessed: readonly (readonly [string, string])[]
  readonly others: readonly string[]
  readonly within: readonly string[]
  readonly text: readonly string[]
  readonly years: readonly string[]
  readonly of: string
}

/** The choices that a whole list shares. */
interface Habit {
  /** between areas: `. – ` and its kin */
  readonly area: string
  readonly slashes: string
  readonly colon: string
  readonly dash: string
  readonly initials: (name: Name) => string
  readonly direct: (name: Name) => string
  readonly names: string
  readonly responsible: boolean
}

function habit(random: Random): Habit {
  const area = random.pick(['. – ', '. – ', '. — ', '. - ', '. ', '. ', '.– ', '.–', '. −', ' – ', ', ', '.-'])
  const gap = random.pick([' ', ' ', '', '\u00a0'])
  const comma = random.chance(0.15) ? ',' : ''
  const full = random.chance(0.1)
  const given = full && random.chance(0.3)
  const bare = random.chance(0.04)
  const initials = (name: Name): string =>
    bare ? name.initials.replace(/[. ]/g, '') : name.initials.replace(/ /g, gap)
  return {
    area,
    slashes: random.pick([' // ', ' // ', ' // ', '// ', ' //', ' / / ']),
    colon: random.pick([': ', ': ', ' : ', ':']),
    dash: random.pick(['–', '–', '-', '-', '—', ' – ', '‒']),
    initials: (name) =>
      given
        ? `${name.given.split(' ')[0]} ${name.family}`
        : full
          ? `${name.family}${comma} ${name.given}`
          : `${name.family}${comma} ${initials(name)}`,
    direct: (name) =>
      full ? `${name.given} ${name.family}` : `${initials(name)}${random.chance(0.9) ? ' ' : ''}${name.family}`,
    names: random.pick([', ', ', ', ', ', '; ']),
    responsible: random.chance(0.28),
  }
}

/** An entry after GOST or DSTU, in the manner of a language. */
export function gost(random: Random, work: Work, manner: Manner, words: Vocabulary): Writer {
  const writer = new Writer()
  const style = habit(random)
  const page = { ...style, manner, words, random }
  if (work.kind === 'law') law(writer, work, page)
  else if (work.kind === 'archive') archive(writer, work, page)
  else {
    opening(writer, work, page)
    bodies[work.kind]?.(writer, work, page)
    ending(writer, work, page)
  }
  if (random.chance(0.85)) writer.mark('.')
  return writer
}

type Page = Habit & { readonly manner: Manner; readonly words: Vocabulary; readonly random: Random }

function opening(writer: Writer, work: Work, page: Page): void {
  const { random, manner } = page
  const many = work.people.length > 3
  const titleFirst = many && random.chance(0.4)
  if (work.people.length > 0 && !titleFirst) {
    const shown = many && random.chance(0.6) ? work.people.slice(0, random.pick([1, 3])) : work.people
    const rest = shown.length < work.people.length ? random.pick(manner.others) : ''
    writer.put('author', shown.map(page.initials).join(page.names))
    if (rest !== '') writer.mark(rest)
    const dated = random.chance(0.06)
    if (dated)
      writer
        .mark(random.pick([' (', '. ']))
        .put('date', String(work.year))
        .mark(random.pick(['). ', ') ']))
    else
      writer.mark(
        random
          .pick([' ', ' ', '. ', '. ', ': ', ', '])
          .replace(
            /^\. /,
            shown.at(-1) !== undefined && page.initials(shown.at(-1) as Name).endsWith('.') ? ' ' : '. ',
          ),
      )
  }
  const quoted = random.chance(0.04)
  writer
    .mark(quoted ? '«' : '')
    .put('title', work.title)
    .mark(quoted ? '»' : '')
  if (random.chance(0.1) && work.kind !== 'web') writer.mark(random.pick(manner.text))
  if (work.kind === 'web' && random.chance(0.6)) writer.mark(random.pick(manner.electronic))
  if (work.kind === 'book' && random.chance(0.05))
    writer.mark(random.pick([' : в 2 т.', ': в 3 ч.', '. В 2 кн.', ' : в 5 т.', ' [Карты]', ' [Ноты]']))
  if (work.genre !== undefined && (work.kind === 'book' || work.kind === 'thesis')) {
    writer.with(page.colon, 'genre', work.genre)
    if (work.kind === 'thesis' && random.chance(0.5))
      writer
        .mark(random.pick([': ', ' : ', '. ']))
        .put(
          'id',
          `${random.pick(['08', '07', '12', '23', '10', '22', '13'])}.00.${random.pick(['01', '02', '05', '10', '14'])}`,
        )
  }
  if ((titleFirst || page.responsible) && work.people.length > 0) {
    writer.mark(' / ').put(
      'author',
      work.people
        .slice(0, titleFirst ? 4 : 3)
        .map(page.direct)
        .join(', '),
    )
    if (work.people.length > (titleFirst ? 4 : 3)) writer.mark(random.pick(manner.others))
    if (work.editors.length > 0 && work.kind === 'book') writer.mark(' ; ')
  } else if (work.editors.length > 0 && work.kind === 'book') writer.mark(random.pick([' / ', ' / ', '. ', ', ']))
  if (work.editors.length > 0 && work.kind === 'book') editors(writer, work, page)
  if (work.translators.length > 0 && work.kind === 'book') {
    writer
      .mark(random.pick([' ; ', '. ', ' / ']))
      .mark(random.pick(manner.translated))
      .put('translator', work.translators.map(page.direct).join(', '))
  }
}

function editors(writer: Writer, work: Work, page: Page): void {
  writer.mark(page.random.pick(page.manner.edited)).put('editor', work.editors.map(page.direct).join(', '))
}

const bodies: Readonly<Record<string, (writer: Writer, work: Work, page: Page) => void>> = {
  article(writer, work, page) {
    serial(writer, work, page, 'journal')
    const { random } = page
    if (random.chance(0.12) && work.volume !== undefined) {
      // `2012. 5(3). С. 4–9`
      writer.mark(page.area).put('date', String(work.year)).mark(page.area).put('volume', work.volume)
      if (work.issue !== undefined) writer.mark('(').put('issue', work.issue).mark(')')
    } else {
      writer.mark(page.area)
      if (random.chance(0.93)) date(writer, work, page)
      else writer.put('date', String(work.year))
      volumeIssue(writer, work, page)
    }
    pages(writer, work, page)
  },
  newspaper(writer, work, page) {
    serial(writer, work, page, 'journal')
    const { random } = page
    writer.mark(page.area)
    const month = page.words.monthsGenitive[work.month - 1] as string
    const form = random.below(3)
    if (form === 0) writer.put('date', `${work.year}${page.area}${work.day} ${month}`)
    else if (form === 1) writer.put('date', `${work.day} ${month} ${work.year}`)
    else writer.put('date', `${pad(work.day)}.${pad(work.month)}.${work.year}`)
    if (random.chance(0.4))
      writer
        .mark(page.area)
        .mark(random.pick(page.manner.issues))
        .put('issue', String(random.between(1, 290)))
    if (random.chance(0.5)) {
      writer
        .mark(page.area)
        .mark(random.pick(page.manner.pageMarks))
        .put('page', String(random.between(1, 12)))
      writer.mark(random.pick(page.manner.pageTails))
    }
  },
  book(writer, work, page) {
    const { random } = page
    writer.with(page.area, 'edition', work.edition)
    imprint(writer, work, page)
    if (random.chance(0.15) && work.volume !== undefined) {
      writer
        .mark(page.area)
        .mark(random.pick(page.manner.volumes))
        .put('volume', work.volume)
        .mark(random.pick(page.manner.volumeTails))
    }
    if (random.chance(0.72))
      writer.mark(page.area).put('extent', String(work.extent)).mark(random.pick(page.manner.extents))
    else if (random.chance(0.5)) pages(writer, work, page)
    if (work.collection !== undefined) writer.mark(`${page.area}(`).put('collection', work.collection).mark(')')
  },
  report(writer, work, page) {
    imprint(writer, work, page)
    if (page.random.chance(0.6))
      writer.mark(page.area).put('extent', String(work.extent)).mark(page.random.pick(page.manner.extents))
  },
  chapter(writer, work, page) {
    const { random } = page
    writer.mark(random.chance(0.35) ? random.pick(page.manner.within) : page.slashes).put('container', work.container)
    if (work.editors.length > 0) {
      writer.mark(random.pick([' / ', ' / ', '. ', ', ']))
      editors(writer, work, page)
    }
    imprint(writer, work, page)
    if (work.volume !== undefined && random.chance(0.3))
      writer
        .mark(page.area)
        .mark(random.pick(page.manner.volumes))
        .put('volume', work.volume)
        .mark(random.pick(page.manner.volumeTails))
    pages(writer, work, page)
  },
  conference(writer, work, page) {
    const { random } = page
    writer.mark(random.chance(0.1) ? random.pick(page.manner.within) : page.slashes).put('container', work.container)
    if (random.chance(0.3)) {
      const month = page.words.monthsGenitive[work.month - 1] as string
      writer.mark(
        ` (${random.pick(page.words.places)}, ${work.day}${page.dash}${Math.min(28, work.day + 2)} ${month} ${work.year} ${page.manner.of})`,
      )
    }
    if (work.editors.length > 0 && random.chance(0.4)) {
      writer.mark(' / ')
      editors(writer, work, page)
    }
    imprint(writer, work, page)
    if (work.volume !== undefined && random.chance(0.4))
      writer
        .mark(page.area)
        .mark(random.pick(page.manner.volumes))
        .put('volume', work.volume)
        .mark(random.pick(page.manner.volumeTails))
    pages(writer, work, page)
  },
  thesis(writer, work, page) {
    const { random } = page
    writer.mark(page.area).put('place', work.place)
    if (random.chance(0.35)) writer.with(page.colon, 'publisher', work.publisher)
    writer.mark(', ').put('date', String(work.year))
    if (random.chance(0.75))
      writer.mark(page.area).put('extent', String(work.extent)).mark(random.pick(page.manner.extents))
  },
  web(writer, work, page) {
    const { random } = page
    if (random.chance(0.45)) {
      writer.mark(page.slashes).put('container', work.container)
      if (random.chance(0.5))
        writer
          .mark(page.area)
          .put('date', random.chance(0.5) ? String(work.year) : `${pad(work.day)}.${pad(work.month)}.${work.year}`)
    } else if (random.chance(0.4)) writer.mark(page.area).put('date', String(work.year))
    link(writer, work, page)
  },
}

function serial(writer: Writer, work: Work, page: Page, field: 'journal' | 'container'): void {
  const quoted = page.random.chance(0.05)
  const before =
    page.area === '. ' && page.random.chance(0.4)
      ? '. '
      : page.random.chance(0.06)
        ? page.random.pick(['. – ', ' - ', '. '])
        : page.slashes
  writer
    .mark(before)
    .mark(quoted ? '«' : '')
    .put(field, work.container)
    .mark(quoted ? '»' : '')
}

function date(writer: Writer, work: Work, page: Page): void {
  writer.put('date', String(work.year)).mark(page.random.chance(0.07) ? ` ${page.manner.of}` : '')
}

function volumeIssue(writer: Writer, work: Work, page: Page): void {
  const { random, manner } = page
  const joint = random.pick([', ', ', ', page.area, '. '])
  if (work.volume !== undefined)
    writer
      .mark(page.area)
      .mark(random.pick(manner.volumes))
      .put('volume', work.volume)
      .mark(random.pick(manner.volumeTails))
  if (work.issue !== undefined) {
    writer
      .mark(work.volume === undefined ? page.area : joint)
      .mark(random.pick(manner.issues))
      .put('issue', work.issue)
      .mark(random.pick(manner.issueTails))
  }
}

function pages(writer: Writer, work: Work, page: Page): void {
  const { random, manner } = page
  const range = random.chance(0.9) ? `${work.first}${page.dash}${work.last}` : String(work.first)
  const tailed = manner.pageTails.length > 1 && random.chance(0.5)
  writer
    .mark(page.area)
    .mark(tailed ? '' : random.pick(manner.pageMarks))
    .put('page', range)
  if (tailed) writer.mark(random.pick(manner.pageTails.filter((tail) => tail !== '')))
}

function imprint(writer: Writer, work: Work, page: Page): void {
  const { random } = page
  writer.mark(page.area).put('place', work.place)
  if (random.chance(0.86)) writer.with(page.colon, 'publisher', work.publisher)
  writer
    .mark(random.pick([', ', ', ', ', ', page.area]))
    .put('date', String(work.year))
    .mark(random.chance(0.05) ? ` ${page.manner.of}` : '')
}

function ending(writer: Writer, work: Work, page: Page): void {
  const { random } = page
  if (work.kind === 'book' && random.chance(0.12)) writer.mark(page.area).mark('ISBN ').put('isbn', work.isbn)
  if (work.doi !== undefined) {
    const lead = random.pick(['DOI: ', 'DOI ', 'doi: ', 'DOI:', 'doi:', 'https://doi.org/', 'DOI: https://doi.org/'])
    writer
      .mark(page.area)
      .mark(lead.replace(/https:.*/, ''))
      .put('doi', `${/https.*/.exec(lead)?.[0] ?? ''}${work.doi}`)
  } else if (work.kind !== 'web' && random.chance(0.12)) link(writer, work, page)
}

function link(writer: Writer, work: Work, page: Page): void {
  const { random, manner } = page
  if (work.kind !== 'web' && random.chance(0.3)) writer.mark(random.pick(manner.electronic))
  writer.mark(page.area).mark(random.pick(manner.links)).put('url', work.url)
  if (random.chance(0.72)) {
    const [before, behind] = random.pick(manner.accessed)
    const month = page.words.monthsGenitive[work.month - 1] as string
    const year = Math.max(work.year, 2001) + random.below(3)
    writer
      .mark(before)
      .put(
        'accessed',
        random.pick([
          `${pad(work.day)}.${pad(work.month)}.${year}`,
          `${pad(work.day)}.${pad(work.month)}.${year}`,
          `${work.day} ${month} ${year}`,
        ]),
      )
    writer.mark(random.chance(0.1) ? ` ${manner.of}` : '').mark(behind)
  }
}

function law(writer: Writer, work: Work, page: Page): void {
  const { random, words } = page
  const kind = random.pick(words.lawKinds)
  const month = words.monthsGenitive[work.month - 1] as string
  const quoted = random.chance(0.4)
  const reversed = random.chance(0.4)
  const dated = (): void => {
    const form = random.below(3)
    if (form === 0) writer.mark(' от ').put('date', `${work.day} ${month} ${work.year}`).mark(` ${page.manner.of}`)
    else if (form === 1) writer.mark(' от ').put('date', `${pad(work.day)}.${pad(work.month)}.${work.year}`)
    else writer.mark(', ').put('date', String(work.year))
    if (random.chance(0.75))
      writer.mark(' № ').put('id', `${random.between(2, 500)}${random.pick(['-IV', '-ФЗ', '', '-V', '-III ЗРК', ''])}`)
  }
  if (reversed) {
    writer.put('genre', kind)
    dated()
    writer
      .mark(quoted ? ' «' : ' ')
      .put('title', work.title)
      .mark(quoted ? '»' : '')
  } else {
    writer
      .mark(quoted ? '«' : '')
      .put('title', work.title)
      .mark(quoted ? '»' : '')
      .mark(random.pick([': ', '. ', ' : ', ', ']))
      .put('genre', kind)
    dated()
  }
  if (random.chance(0.5)) {
    writer
      .mark(page.slashes)
      .put('container', random.pick(words.newspapers))
      .mark(page.area)
      .put('date', String(work.year))
    writer
      .mark(page.area)
      .mark('№ ')
      .put('issue', String(random.between(1, 250)))
    if (random.chance(0.3))
      writer
        .mark(page.area)
        .mark('Ст. ')
        .put('id', String(random.between(10, 5000)))
  } else if (random.chance(0.4)) link(writer, work, page)
}

function archive(writer: Writer, work: Work, page: Page): void {
  const { random, words } = page
  const cut = random.pick(['. ', ', ', '. ', '. – '])
  const kazakh = page.manner.others.some((other) => other.includes('т.б'))
  const [fund, list, file, leaf] =
    kazakh && random.chance(0.6)
      ? ['Қ.', 'Т.', 'І.', 'П.']
      : random.pick([
          ['Ф.', 'Оп.', 'Д.', 'Л.'],
          ['ф.', 'оп.', 'д.', 'л.'],
          ['Фонд', 'Опись', 'Дело', 'Лист'],
        ])
  if (random.chance(0.25)) writer.put('title', work.title).mark(page.slashes)
  writer.put(
    'archive',
    `${random.pick(words.archives)}${cut}${fund} ${random.between(1, 3000)}${cut}${list} ${random.between(1, 30)}${cut}${file} ${random.between(1, 900)}`,
  )
  if (random.chance(0.8))
    writer
      .mark(cut)
      .mark(`${leaf} `)
      .put(
        'page',
        `${random.between(1, 90)}${random.chance(0.4) ? `${page.dash}${random.between(91, 120)}` : ''}${random.chance(0.2) ? ' об' : ''}`,
      )
}

export function pad(value: number): string {
  return String(value).padStart(2, '0')
}
