import type { Random } from '../random.ts'
import { cyrillicWork, type Vocabulary } from './cyrillic-works.ts'
import { pad } from './gost.ts'
import { romanisations, romanise } from './romanise.ts'
import * as english from './words/english.ts'
import type { Work } from './work.ts'
import { Writer } from './writer.ts'

export function englishTitle(random: Random): string {
  const context = random.chance(0.6) ? random.pick(english.contexts) : ''
  const core = `${random.pick(english.heads)} of ${random.pick(english.objects)}`
  return context.startsWith(':') ? core + context : `${core} ${context}`.trim()
}

/** An entry of a `References` list: a Cyrillic or Chinese work in Latin letters, with or without [English translation]. */
export function romanised(random: Random, words: Vocabulary, language: 'Russian' | 'Kazakh' | 'Ukrainian'): Writer {
  const work = cyrillicWork(random, words, language === 'Kazakh')
  const scheme = random.below(romanisations)
  const latin = (text: string): string => romanise(text, scheme)
  const gap = random.pick([' ', ' ', ''])
  const comma = random.chance(0.35) ? ',' : ''
  const people = work.people.map((name) => {
    const family = latin(name.family)
    // `Юрий` gives `Yu.` or `Iu.` in most schemes: the first letters of the romanised letter
    const initials = name.initials
      .split(' ')
      .map((part) =>
        part
          .split('-')
          .map((one) => `${latin(one.replace('.', ''))}.`)
          .join('-'),
      )
      .join(gap)
    return `${family}${comma} ${initials}`
  })
  const writer = new Writer()
  const joint = random.pick([', ', ', ', ', ', '; ', ' and '])
  const author =
    comma === ',' && people.length > 1 && random.chance(0.6)
      ? `${people.slice(0, -1).join(', ')}${random.pick([', & ', ' & ', ', and '])}${people.at(-1)}`
      : people.join(joint)
  const dateFirst = random.chance(0.4)
  if (author !== '') {
    writer.put('author', author)
    if (random.chance(0.05)) writer.mark(random.pick([' et al.', ' i dr.', ', et al.']))
    writer.mark(' ')
  }
  if (author !== '' && dateFirst)
    writer
      .mark('(')
      .put('date', String(work.year))
      .mark(random.pick(['). ', ') ', '), ']))
  const translation = englishTitle(random)
  const bracketed = random.chance(0.62)
  const [quote, unquote] = random.chance(0.08) ? ['“', '”'] : ['', '']
  writer.mark(quote).put('title', latin(work.title)).mark(unquote)
  if (bracketed)
    writer
      .mark(' [')
      .put('translated-title', translation)
      .mark(random.chance(0.1) ? '.]' : ']')
  if (work.genre !== undefined && work.kind === 'thesis')
    writer
      .mark('. ')
      .put(
        'genre',
        random.pick([
          'Cand. sci. diss.',
          'Dis. kand. ekon. nauk',
          'PhD dissertation',
          'Dr. philos. sci. diss. abstr.',
          'Diss. Dr. Sci.',
          'Extended abstract of Doctor’s thesis',
        ]),
      )
  body(random, writer, work, latin, dateFirst && author !== '')
  if (random.chance(0.4))
    writer.mark(
      random.pick([
        ` (in ${language})`,
        ` [in ${language}]`,
        ` (In ${language.slice(0, 4)}.)`,
        ` (in ${language}).`,
        ` [in ${language}].`,
      ]),
    )
  else if (random.chance(0.8)) writer.mark('.')
  return writer
}

function body(random: Random, writer: Writer, work: Work, latin: (text: string) => string, dated: boolean): void {
  const cut = random.pick(['. ', '. ', '. ', ', ', ' // ', '. – ', ' – '])
  const dash = random.pick(['–', '-', '—', '–'])
  const pages = `${work.first}${dash}${work.last}`
  const tag = (): void => {
    if (random.chance(0.35)) writer.mark(' [').mark(random.pick(english.containers)).mark(']')
  }
  switch (work.kind) {
    case 'article':
    case 'newspaper':
    case 'law':
    case 'archive':
      writer.mark(cut).put('journal', latin(work.container.replace(/[«»]/g, '')))
      tag()
      numbers(random, writer, work, pages, dated)
      break
    case 'chapter':
    case 'conference':
      writer.mark(random.pick([' // ', '. In: ', '. In ', '. ', '. V kn.: '])).put('container', latin(work.container))
      tag()
      imprint(random, writer, work, dated)
      writer.mark(random.pick([', pp. ', '. P. ', '. pp. ', ', p. ', '. S. ', ' – P. '])).put('page', pages)
      break
    case 'web':
      if (random.chance(0.4)) writer.mark('. ').put('container', latin(work.container))
      writer
        .mark(random.pick(['. Available at: ', '. URL: ', '. Retrieved from ', ' Available at: ', ' – URL: ']))
        .put('url', work.url)
      if (random.chance(0.65)) {
        writer
          .mark(random.pick([' (accessed ', ' (accessed: ', ' (data obrashcheniya: ', ', accessed ']))
          .put(
            'accessed',
            random.pick([
              `${pad(work.day)}.${pad(work.month)}.${Math.max(2004, work.year)}`,
              `${work.day} ${random.pick(['March', 'May', 'July', 'October'])} ${Math.max(2004, work.year)}`,
            ]),
          )
          .mark(')')
      }
      break
    default:
      if (work.editors.length > 0)
        writer
          .mark(random.pick([' / pod red. ', '. Ed. by ', ' / ed. by ']))
          .put('editor', work.editors.map((name) => `${latin(name.initials)} ${latin(name.family)}`).join(', '))
      imprint(random, writer, work, dated)
      if (random.chance(0.75))
        writer
          .mark(random.pick(['. ', ', ', ' – ']))
          .put('extent', String(work.extent))
          .mark(random.pick([' p.', ' p', ' s.', ' pp.']))
  }
  if (work.doi !== undefined)
    writer.mark(random.pick(['. DOI: ', '. doi: ', '. https://doi.org/', ', DOI ', '. doi:'])).put('doi', work.doi)
}

function numbers(random: Random, writer: Writer, work: Work, pages: string, dated: boolean): void {
  const form = random.below(4)
  if (form === 0) {
    // APA
    writer.mark(', ')
    if (work.volume !== undefined) writer.put('volume', work.volume)
    if (work.issue !== undefined)
      writer
        .mark(work.volume === undefined ? '' : '(')
        .put('issue', work.issue)
        .mark(work.volume === undefined ? '' : ')')
    if (!dated) writer.mark(', ').put('date', String(work.year))
    writer.mark(', ').put('page', pages)
    return
  }
  if (form === 3) {
    writer.mark(random.pick([' – ', '. – ', '. '])).put('date', String(work.year))
    if (work.volume !== undefined) writer.mark(random.pick(['. – T. ', '. Vol. ', '. T. '])).put('volume', work.volume)
    if (work.issue !== undefined) writer.mark(random.pick([', № ', '. № ', ' – № ', '. No. '])).put('issue', work.issue)
    writer.mark(random.pick(['. P. ', '. – S. ', ' – P. ', '. S. ', '. pp. '])).put('page', pages)
    return
  }
  if (!dated) writer.mark(random.pick([', ', '. '])).put('date', String(work.year))
  if (work.volume !== undefined)
    writer.mark(random.pick([', vol. ', '; vol. ', ', Vol. ', '. Vol. '])).put('volume', work.volume)
  if (work.issue !== undefined)
    writer.mark(random.pick([', no. ', ', no. ', ', No. ', ', issue ', ', iss. ', ', № '])).put('issue', work.issue)
  writer.mark(random.pick([', pp. ', ', pp. ', ', p. ', '. pp. ', ': '])).put('page', pages)
}

function imprint(random: Random, writer: Writer, work: Work, dated: boolean): void {
  writer.mark('. ').put('place', random.pick(english.cities))
  if (random.chance(0.85))
    writer.mark(random.pick([': ', ', ', ' : '])).put('publisher', random.pick(english.publishers))
  if (!dated) writer.mark(random.pick([', ', ', ', '. '])).put('date', String(work.year))
}
