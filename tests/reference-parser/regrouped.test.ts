import fc from 'fast-check'
import { expect, test } from 'vitest'
import { people } from '../../src/reference-parser/people.ts'
import { regrouped } from '../../src/reference-parser/regrouped.ts'
import { readMarked, writtenRuns } from '../support/marked.ts'

const cases: readonly (readonly [string, string])[] = [
  [
    '{container:Handbook of rivers, volume 402 of Lecture notes in water}, pages {page:1–9}',
    'container: Handbook of rivers | volume: 402 | collection: Lecture notes in water | page: 1–9',
  ],
  [
    '{title:The plain}. Vol. {volume:6 of Collected works}.',
    'title: The plain | volume: 6 | collection: Collected works',
  ],
  ['{container:Best of rivers}', 'container: Best of rivers'],
  ['Vol. {volume:23 Weirman}, {publisher:Stone and Company}', 'volume: 23 | publisher: Weirman, Stone and Company'],
  ['{journal:Annals} {volume:18} ({issue:31 October}): {page:2–3}', 'journal: Annals | volume: 18 | page: 2–3'],
  ['{volume:10}:{issue:10(5}):{page:1311}', 'volume: 10 | issue: 5 | page: 1311'],
  ['{journal:Annals}, № {issue:6(2}), {page:33}', 'journal: Annals | volume: 6 | issue: 2 | page: 33'],
  [
    '{title:Water}. In Proceedings of the {container:Society of Rivers}',
    'title: Water | container: Proceedings of the Society of Rivers',
  ],
  [
    '“{title:Water},” {container:8 July 2015, talk at the meeting}',
    'title: Water | date: 8 July 2015 | container: talk at the meeting',
  ],
  ['{title:Water}. ({journal:Russian) Annals} {volume:2}', 'title: Water | journal: Annals | volume: 2'],
  [
    '{journal:Proceedings of the Society} {page:2181 291-302}.',
    'journal: Proceedings of the Society | volume: 2181 | page: 291-302',
  ],
  ['{page:2445-2459 ,[,45} (1974)', 'page: 2445-2459'],
  [
    '{author:River Union}: {date:2030} {title:agenda for the plain}. {date:2015}.',
    'author: River Union | title: 2030 agenda for the plain | date: 2015',
  ],
  [
    '{author:Roe A.} {date:2005} {title:Rivers}. {date:2004}.',
    'author: Roe A. | date: 2005 | title: Rivers | date: 2004',
  ],
  ['{title:Treaty on rivers} ({date:1985}). Gazette, 15.11.{date:1985}', 'title: Treaty on rivers (1985) | date: 1985'],
  [
    '{title:Rivers} ({date:1985}). {journal:Annals}, {date:1985}',
    'title: Rivers | date: 1985 | journal: Annals | date: 1985',
  ],
  [
    '{title:The rivers abroad}. A journey of the century.York: Weir. {date:1992}',
    'title: The rivers abroad. A journey of the century | date: 1992',
  ],
  ['{title:The rivers abroad}. A journey.In: Annals. {date:1992}', 'title: The rivers abroad. A journey | date: 1992'],
  ['{title:The rivers abroad}. Weir Institute for the Water.{date:1992}', 'title: The rivers abroad | date: 1992'],
  ['{title:Water} ({accessed:May 27, 2013}): {page:1}', 'title: Water | date: May 27, 2013 | page: 1'],
  ['{title:Water} (retrieved {accessed:May 27, 2013})', 'title: Water | accessed: May 27, 2013'],
  ['{title:Acque}; {author:riedizione critica a cura di G. Rivi}, Roma', 'title: Acque | editor: G. Rivi'],
  ['{title:Acque}, {author:Prefazione di E. Monti}, Roma', 'title: Acque | note: Prefazione di E. Monti'],
  ['{title:Studi sulle acque, con prefazione di A. Rivi}, Roma', 'title: Studi sulle acque'],
  ['{title:Rivers of the plainarXiv :1612.00001}.', 'title: Rivers of the plain'],
  ['“{title:Waves in water} [Invited],” {journal:Annals}', 'title: Waves in water [Invited] | journal: Annals'],
  ['{title:Waves in water} [Text]. {journal:Annals}', 'title: Waves in water | journal: Annals'],
  [
    '{author:Roe A.}, 2007, in {editor:Stone B.}, eds, {title:Rivers of the plain}',
    'author: Roe A. | editor: Stone B. | container: Rivers of the plain',
  ],
]

test.each(cases)('%s', (marked, expected) => {
  const { text, runs } = readMarked(marked)
  expect(writtenRuns(text, regrouped(text, runs))).toBe(expected)
})

test('runs stay in order and inside the text', () => {
  const field = fc.constantFrom(
    'title',
    'date',
    'volume',
    'issue',
    'page',
    'journal',
    'container',
    'author',
    'publisher',
  )
  const words = fc.constantFrom(
    'Rivers',
    '12',
    '2015',
    '12 Weir',
    '4(5',
    'volume 3 of Notes',
    '14 May',
    'Proc. ',
    ' (',
    ')',
    '. ',
    ', ',
  )
  const part = fc.oneof(
    words,
    fc.tuple(field, words).map(([name, text]) => `{${name}:${text}}`),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const { text, runs } = readMarked(parts.join(''))
      let last = 0
      for (const { start, end } of regrouped(text, runs)) {
        expect(start).toBeGreaterThanOrEqual(last)
        last = start
        expect(end).toBeLessThanOrEqual(text.length)
        expect(start).toBeLessThanOrEqual(end)
      }
    }),
  )
})

test('given names in brackets, and families with a particle in the middle', () => {
  expect(people('Sauvage (V.), Rivière (J.-C.)').names).toEqual([
    { family: 'Sauvage', given: 'V.' },
    { family: 'Rivière', given: 'J.-C.' },
  ])
  expect(people('Riviere, Pietro di Osvaldo').names).toHaveLength(1)
})
