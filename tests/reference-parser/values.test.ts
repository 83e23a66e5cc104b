import { expect, test } from 'vitest'
import { readDate } from '../../src/reference-parser/dates.ts'
import { readDoi, readUrl } from '../../src/reference-parser/identifiers.ts'
import { readNumber, readPages, splitVolume } from '../../src/reference-parser/locators.ts'

test.each([
  ['2012', { date: { 'date-parts': [[2012]] } }],
  ['2012a', { date: { 'date-parts': [[2012]] }, suffix: 'a' }],
  ['2012б', { date: { 'date-parts': [[2012]] }, suffix: 'б' }],
  ['12 марта 2015', { date: { 'date-parts': [[2015, 3, 12]] } }],
  ['12.03.2015', { date: { 'date-parts': [[2015, 3, 12]] } }],
  ['2015-03-12', { date: { 'date-parts': [[2015, 3, 12]] } }],
  ['2015年3月12日', { date: { 'date-parts': [[2015, 3, 12]] } }],
  ['May 7, 2015', { date: { 'date-parts': [[2015, 5, 7]] } }],
  ['2008–2010', { date: { 'date-parts': [[2008], [2010]] } }],
  ['[1956] 2001', { date: { 'date-parts': [[2001]] }, original: 1956 }],
  ['1956/2001', { date: { 'date-parts': [[2001]] }, original: 1956 }],
  ['in press', { date: { literal: 'in press' } }],
  ['б. г.', { date: { literal: 'б. г.' } }],
  ['n.d.', { date: { literal: 'n.d.' } }],
  ['２０１２', { date: { 'date-parts': [[2012]] } }],
])('date %s', (text, read) => {
  expect(readDate(text)).toEqual(read)
})

test('a text without a date has none', () => {
  expect(readDate('spring')).toBeUndefined()
})

test.each([
  ['pp. 45–67', '45-67'],
  ['С. 45—67', '45-67'],
  ['45–67 б.', '45-67'],
  ['第45-67页', '45-67'],
  ['S12-S19', 'S12-S19'],
  ['e10234', 'e10234'],
  ['123-8', '123-8'],
])('pages %s', (text, pages) => {
  expect(readPages(text)).toBe(pages)
})

test.each([
  ['Vol. 12', '12'],
  ['Т. 5', '5'],
  ['№ 3', '3'],
  ['第3期', '3'],
  ['XIV', 'XIV'],
])('number %s', (text, number) => {
  expect(readNumber(text)).toBe(number)
})

test('an issue typed into the volume', () => {
  expect(splitVolume('52(3)')).toEqual({ volume: '52', issue: '3' })
  expect(splitVolume('52')).toEqual({ volume: '52' })
})

test('identifiers glued to other text', () => {
  expect(readDoi('https://doi.org/10.5555/abc.12.')).toBe('10.5555/abc.12')
  expect(readDoi('10.5555/abc12PMID: 1234')).toBe('10.5555/abc12')
  expect(readUrl('http:// example.org/a/ b1.html.')).toBe('http://example.org/a/b1.html')
})
