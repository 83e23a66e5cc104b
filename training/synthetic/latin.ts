import type { Random } from '../random.ts'
import { pad } from './gost.ts'
import type { Name, Work } from './work.ts'
import { Writer } from './writer.ts'

type NameForm = (name: Name) => string

const compact = (name: Name): string => name.initials.replace(/[. ]/g, '')
const tight = (name: Name): string => name.initials.replace(/ /g, '')

/** How styles write a name: APA, IEEE, Vancouver, Harvard, BibTeX plain, MLA, DIN, ABNT… */
const inverted: readonly NameForm[] = [
  (name) => `${name.family}, ${name.initials}`,
  (name) => `${name.family}, ${tight(name)}`,
  (name) => `${name.family} ${compact(name)}`,
  (name) => `${name.family} ${tight(name)}`,
  (name) => `${name.family}, ${name.given}`,
  (name) => `${name.family.toUpperCase()}, ${name.initials}`,
  (name) => `${name.family.toUpperCase()} ${compact(name)}`,
  (name) => `${name.family.toUpperCase()}, ${name.given}`,
  (name) => `${name.family} ${name.initials}`,
  (name) => `${name.family}, ${compact(name)}`,
]
const direct: readonly NameForm[] = [
  (name) => `${name.initials} ${name.family}`,
  (name) => `${tight(name)} ${name.family}`,
  (name) => `${name.given} ${name.family}`,
  (name) => `${compact(name)} ${name.family}`,
  (name) => `${name.initials} ${name.family.toUpperCase()}`,
]

const ands = [' and ', ', and ', ' & ', ', & ', ', ', ' und ', ' et ', ' y ', ' e ', '; ', ' en ', ' ve ', ' i ']

interface Style {
  readonly first: NameForm
  readonly rest: NameForm
  readonly editor: NameForm
  readonly between: string
  readonly and: string
  readonly year: 'front' | 'middle' | 'end'
  readonly quotes: readonly [string, string]
  readonly cut: string
  readonly dash: string
  readonly abbreviate: boolean
}

function styleOf(random: Random): Style {
  const turned = random.chance(0.62)
  const first = turned ? random.pick(inverted) : random.pick(direct)
  // MLA and Chicago turn only the first name
  const rest = turned && random.chance(0.2) ? random.pick(direct.slice(0, 3)) : first
  const semicolons = turned && random.chance(0.2)
  return {
    first,
    rest,
    editor: random.pick(direct),
    between: semicolons ? '; ' : ', ',
    and: semicolons ? random.pick(['; ', '; and ', '; & ']) : random.pick(ands),
    year: random.pick(['front', 'front', 'middle', 'end', 'end']),
    quotes: random.pick([
      ['', ''],
      ['', ''],
      ['', ''],
      ['', ''],
      ['“', '”'],
      ['"', '"'],
      ['‘', '’'],
      ["'", "'"],
      ['« ', ' »'],
      ['«', '»'],
      ['„', '“'],
      ['``', "''"],
    ]) as [string, string],
    cut: random.pick(['. ', '. ', '. ', ', ', ', ', ': ']),
    dash: random.pick(['–', '–', '-', '-', '—', ' – ', '--']),
    abbreviate: random.chance(0.2),
  }
}

/** A Latin-script entry in a style drawn piece by piece, so that no style of the world is foreign to it. */
export function latin(random: Random, work: Work): Writer {
  const writer = new Writer()
  const style = styleOf(random)
  const hasNames = head(random, writer, work, style)
  const dated = style.year === 'front' && hasNames
  if (dated) {
    const suffix = random.chance(0.07) ? random.pick(['a', 'b', 'c']) : ''
    const [open, close] = random.pick([
      [' (', '). '],
      [' (', ') '],
      [' (', '), '],
      ['. ', '. '],
      [', ', '. '],
      [', ', ', '],
      [' ', '. '],
      [' (', '): '],
      [', ', ': '],
      [' [', ']. '],
    ]) as [string, string]
    writer.mark(open).put('date', `${work.year}${suffix}`).mark(close)
  } else if (hasNames) writer.mark(random.pick(['. ', ', ', ': ', '. ', ' - ']))
  title(random, writer, work, style)
  bodies[work.kind]?.(random, writer, work, style, dated)
  ending(random, writer, work)
  return writer
}

function head(random: Random, writer: Writer, work: Work, style: Style): boolean {
  if (work.body !== undefined) {
    writer.put('author', work.body)
    return true
  }
  const asEditors = work.people.length === 0 && work.editors.length > 0 && work.kind === 'book'
  const names = asEditors ? work.editors : work.people
  if (names.length === 0) return false
  const shown = names.length > 3 && random.chance(0.45) ? names.slice(0, random.pick([1, 3, 3])) : names
  const written = shown.map((name, index) => (index === 0 ? style.first : style.rest)(name))
  const cut = shown.length < names.length
  const text =
    written.length === 1 || cut
      ? written.join(style.between)
      : written.slice(0, -1).join(style.between) + style.and + written.at(-1)
  writer.put(asEditors ? 'editor' : 'author', text)
  if (cut) writer.mark(random.pick([', et al.', ' et al.', ' et al', ', et al', ' and others', ' u.a.', ', et al..']))
  if (asEditors)
    writer.mark(
      random.pick([
        ' (Eds.)',
        ' (eds)',
        ', eds.',
        ' (Ed.)',
        ', ed.',
        ' (Hrsg.)',
        ' (dir.)',
        ', editors',
        ' (a cura di)',
        ' (eds.)',
        ' (Hg.)',
        ' (coord.)',
      ]),
    )
  return true
}

function title(random: Random, writer: Writer, work: Work, style: Style): void {
  const [open, close] = work.kind === 'book' && random.chance(0.7) ? ['', ''] : style.quotes
  const inside = close !== '' && random.chance(0.4)
  const question = /[?!]$/.test(work.title)
  writer.mark(open).put('title', work.title)
  const mark = style.cut.trim()
  if (inside && !question) writer.mark(mark).mark(close).mark(' ')
  else writer.mark(close).mark(question ? ' ' : style.cut)
}

function year(random: Random, writer: Writer, work: Work): void {
  const months = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ]
  const month = months[work.month - 1] as string
  const form = random.below(12)
  if (form === 0) writer.put('date', `${month} ${work.year}`)
  else if (form === 1) writer.put('date', `${month.slice(0, 3)}. ${work.year}`)
  else writer.put('date', String(work.year))
}

type Body = (random: Random, writer: Writer, work: Work, style: Style, dated: boolean) => void

const bodies: Readonly<Record<string, Body>> = {
  article: serial,
  newspaper(random, writer, work, style, dated) {
    writer.put('journal', work.container).mark(', ')
    const month = random.pick(['January', 'March', 'May', 'July', 'October', 'Dezember', 'avril', 'giugno'])
    writer.put(
      'date',
      random.pick(
        [`${work.day} ${month} ${work.year}`, `${month} ${work.day}, ${work.year}`, `${work.day} ${month}`].slice(
          0,
          dated ? 3 : 2,
        ),
      ),
    )
    if (random.chance(0.6))
      writer
        .mark(random.pick([', p. ', ', S. ', ', ', ', pp. ']))
        .put('page', `${random.pick(['', '', 'A', 'B'])}${random.between(1, 40)}`)
    if (style.abbreviate && random.chance(0.3)) writer.mark('.')
    else writer.mark('.')
  },
  book(random, writer, work, _style, dated) {
    const cut = random.pick(['. ', ', ', ' '])
    undo(random, writer, work)
    writer.with('', 'edition', work.edition, random.pick(['. ', ', ']))
    if (random.chance(0.06) && work.volume !== undefined)
      writer
        .mark(random.pick(['vol. ', 'Vol. ', 'Bd. ', 't. ', 'tomo ']))
        .put('volume', work.volume)
        .mark(', ')
    if (work.collection !== undefined && random.chance(0.4))
      writer.mark('(').put('collection', work.collection).mark(')').mark(cut)
    imprint(random, writer, work, dated)
    const tail = random.below(10)
    if (tail === 0)
      writer
        .mark(random.pick(['. ', ', ']))
        .put('extent', String(work.extent))
        .mark(random.pick([' p.', ' pp.', 'p.', ' S.', ' pages.']))
    else if (tail === 1)
      writer
        .mark(random.pick([', p. ', ', pp. ', ', S. ']))
        .put('page', `${work.first}-${work.last}`)
        .mark('.')
    else if (tail === 2) writer.mark(', ').put('extent', String(work.extent)).mark('p.')
    else if (random.chance(0.8)) writer.mark('.')
  },
  report(random, writer, work, _style, dated) {
    if (work.genre !== undefined) {
      writer.put('genre', work.genre)
      if (random.chance(0.6))
        writer
          .mark(random.pick([' ', ' No. ', ' no. ', ' ']))
          .put(
            'id',
            random.pick([
              `${random.between(10, 999)}`,
              `TR-${random.between(10, 99)}-${random.between(1, 30)}`,
              `${work.year}-${random.between(1, 60)}`,
            ]),
          )
      writer.mark(random.pick(['. ', ', ']))
    }
    imprint(random, writer, work, dated)
    if (random.chance(0.8)) writer.mark('.')
  },
  thesis(random, writer, work, _style, dated) {
    const [open, close] = random.pick([
      ['', ''],
      ['(', ')'],
      ['[', ']'],
      ['', ''],
    ]) as [string, string]
    writer
      .mark(open)
      .put('genre', work.genre)
      .mark(close)
      .mark(random.pick([', ', '. ', ' ']))
      .put('publisher', work.publisher)
    if (random.chance(0.4)) writer.mark(', ').put('place', work.place)
    if (!dated) {
      writer.mark(', ')
      year(random, writer, work)
    }
    writer.mark('.')
  },
  chapter(random, writer, work, style, dated) {
    within(random, writer, work, style)
    const pages = `${work.first}${style.dash}${work.last}`
    const early = random.chance(0.35)
    if (early)
      writer
        .mark(random.pick([' (pp. ', ' (p. ', ' (S. ', ' (']))
        .put('page', pages)
        .mark(')')
    writer.mark(random.pick(['. ', ', ', ' (', '. ']))
    imprint(random, writer, work, dated)
    if (!early && random.chance(0.8))
      writer
        .mark(random.pick([', pp. ', ', ', ': ', ', p. ', ', S. ', '. pp. ', ', pp ', '). ', ', s. ']))
        .put('page', pages)
    writer.mark('.')
  },
  conference(random, writer, work, style, dated) {
    writer
      .mark(random.pick(['In ', 'In: ', 'in ', '', 'In Proc. ', 'in: ', 'Presented at the ', 'In Proceedings of the ']))
      .put('container', work.container)
    if (random.chance(0.25)) writer.mark(', ').put('place', work.place)
    const pages = `${work.first}${style.dash}${work.last}`
    const order = random.chance(0.5)
    if (!order && !dated) {
      writer.mark(random.pick([', ', ' (', '. ']))
      year(random, writer, work)
    }
    if (random.chance(0.8))
      writer.mark(random.pick([', pp. ', ', pages ', ' (pp. ', ', ', ', p. ', '. ', ': '])).put('page', pages)
    if (random.chance(0.45)) {
      writer.mark(random.pick(['. ', ', '])).put('publisher', work.publisher)
      if (random.chance(0.3)) writer.mark(', ').put('place', work.place)
    }
    if (order && !dated) {
      writer.mark(random.pick([', ', '. ']))
      year(random, writer, work)
    }
    writer.mark('.')
  },
  web(random, writer, work, _style, dated) {
    if (random.chance(0.4)) writer.put('container', work.container).mark(random.pick(['. ', ', ']))
    if (!dated && random.chance(0.5)) {
      year(random, writer, work)
      writer.mark('. ')
    }
    writer
      .mark(
        random.pick([
          'Retrieved from ',
          'Available at: ',
          'URL: ',
          '',
          'Available from: ',
          'http ',
          'Online: ',
          '<',
          'Disponible en: ',
          'Disponível em: ',
          'Verfügbar unter: ',
        ]),
      )
      .put('url', work.url)
    const accessed = Math.max(2000, work.year)
    if (random.chance(0.5)) {
      const [before, behind] = random.pick([
        [' (accessed ', ')'],
        ['. Accessed ', '.'],
        [' [Accessed ', ']'],
        [' (last visited ', ')'],
        [', retrieved ', ''],
        [' [Zugriff: ', ']'],
        [' (consulté le ', ')'],
        [' Acesso em: ', '.'],
        [' (abgerufen am ', ')'],
        [' (accessed on ', ')'],
        [' [cited ', ']'],
      ]) as [string, string]
      writer
        .mark(before)
        .put(
          'accessed',
          random.pick([
            `${work.day} March ${accessed}`,
            `${pad(work.day)}.${pad(work.month)}.${accessed}`,
            `${accessed}-${pad(work.month)}-${pad(work.day)}`,
            `May ${work.day}, ${accessed}`,
            `${work.day} Jul ${accessed}`,
          ]),
        )
        .mark(behind)
    }
  },
}

/** Some styles put the translator after the title of a book. */
function undo(random: Random, writer: Writer, work: Work): void {
  if (work.translators.length === 0) return
  const [name] = work.translators as [Name]
  writer
    .mark(random.pick(['Translated by ', 'Trans. ', 'trans. ', 'Trad. ', 'trad. di ', 'Übers. v. ']))
    .put('translator', `${name.initials} ${name.family}`)
    .mark(random.pick(['. ', ', ']))
}

function serial(random: Random, writer: Writer, work: Work, style: Style, dated: boolean): void {
  writer.mark(random.chance(0.1) ? random.pick(['In: ', 'in: ', 'in ', 'In ']) : '').put('journal', work.container)
  const pages =
    work.article ?? (random.chance(0.9) ? `${work.first}${style.dash}${shortened(random, work)}` : String(work.first))
  const end = style.year === 'end' && !dated
  const dateNow = !dated && !end
  const form = random.below(9)
  const issue = (open: string, close: string): void => {
    if (work.issue !== undefined) writer.mark(open).put('issue', work.issue).mark(close)
  }
  if (dateNow && form < 4) {
    // Vancouver: 2012;5(3):45-67
    writer.mark(random.pick(['. ', ' ', ', ', ' (']))
    year(random, writer, work)
    writer.mark(random.pick([';', '; ', ', ', ') ', ', ']))
  } else writer.mark(random.pick([' ', ', ', ', ', '. ']))
  const volume = work.volume
  if (form % 3 === 0 && volume !== undefined) {
    writer
      .mark(random.pick(['vol. ', 'Vol. ', 'vol.', 'v. ', 'Vol ', 'Bd. ', 'Jg. ', 't. ', 'v.']))
      .put('volume', volume)
    issue(
      random.pick([
        ', no. ',
        ', No. ',
        ', n. ',
        ' no. ',
        ', Heft ',
        ', n° ',
        ', H. ',
        ', nr. ',
        ', issue ',
        ' (',
        ' Issue ',
        ', núm. ',
        ' #',
      ]),
      '',
    )
  } else if (volume !== undefined) {
    writer.put('volume', volume)
    const [open, close] = random.pick([
      ['(', ')'],
      ['(', ')'],
      [' (', ')'],
      ['.', ''],
      [':', ''],
      [', ', ''],
      ['/', ''],
      [', no. ', ''],
      [' no. ', ''],
    ]) as [string, string]
    issue(open, close)
  } else issue(random.pick(['no. ', 'n° ', 'Nr. ', '(', 'n. ']), '')
  if (dateNow && form >= 4) {
    writer.mark(random.pick([' (', ', ']))
    year(random, writer, work)
    writer.mark(random.pick(['): ', '), ', ', ', ': ']))
  } else
    writer.mark(random.pick([', ', ': ', ':', ', pp. ', ', p. ', ', S. ', ' pp. ', ' ', ', s. ', ', págs. ', ' p. ']))
  writer.put('page', pages)
  if (end) {
    const [open, close] = random.pick([
      [', ', '.'],
      [' (', ').'],
      [' (', ')'],
      ['. ', '.'],
      [', (', ').'],
      [', ', ''],
    ]) as [string, string]
    writer.mark(open)
    year(random, writer, work)
    writer.mark(close)
  } else if (random.chance(0.85)) writer.mark('.')
}

function shortened(random: Random, work: Work): string {
  const [first, last] = [String(work.first), String(work.last)]
  if (!random.chance(0.2) || first.length !== last.length || first.length < 3) return last
  let same = 0
  while (same < first.length - 1 && first[same] === last[same]) same++
  return last.slice(same)
}

function imprint(random: Random, writer: Writer, work: Work, dated: boolean): void {
  const form = random.below(9)
  if (form < 4)
    writer
      .put('place', work.place)
      .mark(random.pick([': ', ' : ', ', ']))
      .put('publisher', work.publisher)
  else if (form < 6)
    writer
      .put('publisher', work.publisher)
      .mark(random.pick([', ', ' (', '; ']))
      .put('place', work.place)
  else if (form === 6) writer.put('publisher', work.publisher)
  else if (form === 7)
    writer
      .mark('(')
      .put('place', work.place)
      .mark(random.pick([': ', ', ']))
      .put('publisher', work.publisher)
  else writer.put('place', work.place)
  if (dated) {
    if (form === 7) writer.mark(')')
    return
  }
  writer.mark(form === 8 ? random.pick([' ', ', ']) : random.pick([', ', ', ', ' ', '; ', '. ']))
  year(random, writer, work)
  if (form === 7) writer.mark(')')
}

function within(random: Random, writer: Writer, work: Work, style: Style): void {
  writer.mark(random.pick(['In ', 'In: ', 'in ', 'In ', 'in: ', 'Dans ', 'In ', '']))
  const editors = work.editors.map(style.editor)
  const text =
    editors.length === 1
      ? (editors[0] as string)
      : `${editors.slice(0, -1).join(', ')}${random.pick([' and ', ' & ', ', and ', ' und ', ' et ', ' e '])}${editors.at(-1)}`
  if (editors.length === 0) {
    writer.put('container', work.container)
    return
  }
  if (random.chance(0.55)) {
    writer
      .put('editor', text)
      .mark(
        random.pick([
          ' (Eds.), ',
          ' (eds.), ',
          ' (Ed.), ',
          ', eds., ',
          ' (eds) ',
          ' (Hrsg.), ',
          ' (Hg.): ',
          ', editors, ',
          ' (dir.), ',
          ' (a cura di), ',
          ' (eds.): ',
          ' (coords.), ',
          ' (Org.). ',
          ' (Hrsg.): ',
        ]),
      )
    writer.put('container', work.container)
  } else {
    writer
      .put('container', work.container)
      .mark(
        random.pick([
          ', ed. ',
          ', edited by ',
          ', eds. ',
          '. Ed. ',
          '. Edited by ',
          ', hrsg. v. ',
          ', a cura di ',
          ', édité par ',
          ' / ',
          '. Eds. ',
          ', a c. di ',
        ]),
      )
      .put('editor', text)
  }
}

function ending(random: Random, writer: Writer, work: Work): void {
  if (work.kind === 'web') return
  if (work.doi !== undefined) {
    const lead = random.pick([
      ' https://doi.org/',
      ' doi:',
      ' doi: ',
      ' DOI: ',
      ' http://dx.doi.org/',
      ' DOI ',
      ' doi.org/',
      ' [doi:',
      ', doi: ',
      ' DOI:',
    ])
    const linked = /(?:https?:|doi\.org).*/.exec(lead)?.[0] ?? ''
    writer
      .mark(lead.slice(0, lead.length - linked.length))
      .put('doi', linked + work.doi)
      .mark(lead.includes('[') ? ']' : random.chance(0.2) ? '.' : '')
  } else if (random.chance(0.08))
    writer.mark(random.pick([' Retrieved from ', ' URL: ', ' ', ' Available at ', ' <'])).put('url', work.url)
  else if (work.kind === 'book' && random.chance(0.06)) writer.mark(' ISBN ').put('isbn', work.isbn)
  if (random.chance(0.03)) writer.mark(' PMID: ').put('id', String(random.between(1000000, 39999999)))
  if (random.chance(0.03))
    writer
      .mark(' arXiv:')
      .put('id', `${pad(random.between(7, 24))}${pad(random.between(1, 12))}.${random.between(1000, 99999)}`)
}
