import type { Random } from '../random.ts'
import type { Vocabulary } from './cyrillic-works.ts'
import { type Manner, pad } from './gost.ts'
import type { Work } from './work.ts'
import { Writer } from './writer.ts'

/** Author and date first, as in APA and Harvard, in Cyrillic script; and the plain sentences of journals without GOST. */
export function authorDate(random: Random, work: Work, manner: Manner, words: Vocabulary): Writer {
  const writer = new Writer()
  const comma = random.chance(0.7) ? ',' : ''
  const gap = random.pick([' ', ' ', ''])
  const and = random.pick([' & ', ', & ', ', ', ' и ', ' және ', ' та '])
  const people = work.people.map(({ family, initials }) => `${family}${comma} ${initials.replace(/ /g, gap)}`)
  const joined =
    work.body !== undefined
      ? work.body
      : people.length > 1
        ? `${people.slice(0, -1).join(', ')}${and}${people.at(-1)}`
        : (people[0] ?? '')
  const suffix = random.chance(0.08) ? random.pick(['а', 'б', 'a', 'b']) : ''
  const round = random.chance(0.85)
  if (joined !== '') writer.put('author', joined).mark(' ')
  else writer.put('title', work.title).mark('. ')
  writer
    .mark(round ? '(' : '')
    .put('date', `${work.year}${suffix}`)
    .mark(round ? ')' : '')
    .mark(random.pick(['. ', '. ', ' ', ': ', ', ']))
  if (joined !== '') {
    const quoted = random.chance(0.12)
    writer
      .mark(quoted ? '«' : '')
      .put('title', work.title)
      .mark(quoted ? '»' : '')
      .mark(random.pick(['. ', '. ', ', ']))
  }
  const dash = random.pick(['–', '-', '—'])
  const range = `${work.first}${dash}${work.last}`
  switch (work.kind) {
    case 'article':
    case 'newspaper':
      writer.put('journal', work.container).mark(', ')
      if (work.volume !== undefined) writer.mark(random.pick(['', '', 'Т. '])).put('volume', work.volume)
      if (work.issue !== undefined) {
        if (work.volume === undefined) writer.mark(random.pick(['№ ', '', '(№'])).put('issue', work.issue)
        else
          writer
            .mark(random.pick(['(', ' (', '(№ ']))
            .put('issue', work.issue)
            .mark(')')
      }
      if (work.volume !== undefined || work.issue !== undefined) writer.mark(', ')
      writer.mark(random.pick(['', '', random.pick(manner.pageMarks).toLowerCase()])).put('page', range)
      break
    case 'chapter':
    case 'conference':
      writer.mark(random.pick(['В кн.: ', '// ', 'В ', 'Кітапта: '])).put('container', work.container)
      if (work.editors.length > 0)
        writer
          .mark(' (')
          .put('editor', work.editors.map((name) => `${name.initials} ${name.family}`).join(', '))
          .mark(random.pick([', ред.)', ' (ред.))', ', Ред.)']))
      if (random.chance(0.7))
        writer
          .mark(` (${random.pick(manner.pageMarks).toLowerCase()}`)
          .put('page', range)
          .mark(')')
      writer.mark('. ').put('place', work.place).mark(': ').put('publisher', work.publisher)
      break
    case 'web':
      if (random.chance(0.5)) writer.put('container', work.container).mark('. ')
      writer.mark(random.pick(manner.links)).put('url', work.url)
      if (random.chance(0.5)) {
        const [before, behind] = random.pick(manner.accessed)
        writer
          .mark(before)
          .put('accessed', `${pad(work.day)}.${pad(work.month)}.${Math.max(2005, work.year)}`)
          .mark(behind)
      }
      return writer
    case 'thesis':
      writer.mark('[').put('genre', work.genre).mark(']. ').put('publisher', work.publisher)
      break
    default:
      writer.with('(', 'edition', work.edition, '). ')
      writer.put('place', work.place).mark(': ').put('publisher', work.publisher)
  }
  if (random.chance(0.9)) writer.mark('.')
  if (work.doi !== undefined) writer.mark(random.pick([' https://doi.org/', ' doi: ', ' DOI: '])).put('doi', work.doi)
  if (random.chance(0.05)) writer.mark(` ${random.pick(words.monthsGenitive)}`)
  return writer
}
