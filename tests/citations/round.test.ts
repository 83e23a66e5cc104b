import { expect, test } from 'vitest'
import { findCitations } from '../../src/citations/index.ts'
import type { Block } from '../../src/model/block.ts'
import { verbatim } from '../../src/text/passage.ts'

const span = { path: 'm', start: 0, end: 0 }
const blocksOf = (texts: readonly string[], kind: Block['kind'] = 'paragraph'): readonly Block[] =>
  texts.map((text) => ({ kind, passage: verbatim('m', text), span }) as Block)

function numbersIn(texts: readonly string[], entries = 12): readonly (readonly number[])[] {
  return findCitations(blocksOf(texts), {
    languages: texts.map(() => 'en'),
    skip: () => false,
    knownFamilies: ['Barlow'],
    numbered: true,
    entries,
  }).flatMap(({ cited }) => (cited.numbers === undefined ? [] : [cited.numbers]))
}

const CITING = ['Wells are old (1), and so are mills (2, 5).', 'Barlow (3) dug one (7–9).', 'Nobody dug more (11).']

test('numbers in round brackets count where a document cites by them', () => {
  expect(numbersIn(CITING)).toEqual([[1], [2], [5], [3], [7, 8, 9], [11]])
})

test('not beside square ones, not past the list, not in equations and enumerations', () => {
  expect(numbersIn([...CITING, 'Others say so [4], [6].'])).toEqual([[4], [6]])
  expect(numbersIn(CITING, 4)).toEqual([])
  expect(numbersIn([...CITING, 'We take equation (4) and (1) read it, (2) write it.']).length).toBe(6)
  expect(numbersIn(['Ways are: (1) reading, (2) writing, (3) counting and (4) resting.'])).toEqual([])
})

test('a footnote cites by the head of an entry, in short or in full', () => {
  const notes = [
    'T. Barlow, Wells of the plain (Example Press, 2012), 5.',
    'Barlow, op. cit., 9.',
    'It rained in March 2012.',
  ]
  const found = findCitations(blocksOf(notes, 'note'), {
    languages: notes.map(() => 'en'),
    skip: () => false,
    knownFamilies: ['Barlow'],
    numbered: false,
  })
  expect(found.map(({ kind, cited }) => [kind, cited.names?.[0]?.family, cited.year])).toEqual([
    ['note', 'Barlow', 2012],
    ['note', 'Barlow', undefined],
  ])
})
