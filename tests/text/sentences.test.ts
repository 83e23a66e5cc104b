import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentences } from '../../src/text/sentences.ts'
import { stopwatch } from '../support/stopwatch.ts'

function split(text: string): readonly string[] {
  return sentences(text).map(({ start, end }) => text.slice(start, end))
}

test.each([
  ['One ends. Another begins! A third? Yes.', ['One ends.', 'Another begins!', 'A third?', 'Yes.']],
  [
    'Dr. J. R. Example et al. counted 3.5 clocks, e.g. old ones. Then he left.',
    ['Dr. J. R. Example et al. counted 3.5 clocks, e.g. old ones.', 'Then he left.'],
  ],
  ['See fig. 2 and p. 7. It is "here." So there.', ['See fig. 2 and p. 7.', 'It is "here."', 'So there.']],
  [
    'В 2002 г. был заключён договор, и т.д. А. А. Примеров (см. рис. 2) был там. Рост составил 5 млн. долл. США.',
    [
      'В 2002 г. был заключён договор, и т.д.',
      'А. А. Примеров (см. рис. 2) был там.',
      'Рост составил 5 млн. долл. США.',
    ],
  ],
  ['Это было в 2002 г. Потом всё изменилось.', ['Это было в 2002 г.', 'Потом всё изменилось.']],
  ['Экспорт 2 млрд. теңгеге артты. Бұл 2020 ж. болды.', ['Экспорт 2 млрд. теңгеге артты.', 'Бұл 2020 ж. болды.']],
  ['贸易增长了。港口也扩大了！“是吗？”他说。', ['贸易增长了。', '港口也扩大了！', '“是吗？”', '他说。']],
  ['1. A list number stays. Yes.', ['1. A list number stays.', 'Yes.']],
  ['', []],
])('%s', (text, expected) => {
  expect(split(text)).toEqual(expected)
})

test('sentences are in order, do not overlap, and leave out only space', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      let end = 0
      for (const sentence of sentences(text)) {
        expect(text.slice(end, sentence.start).trim()).toBe('')
        expect(sentence.end).toBeGreaterThan(sentence.start)
        end = sentence.end
      }
      expect(text.slice(end).trim()).toBe('')
    }),
  )
})

test('hostile texts take linear time', () => {
  const spent = stopwatch()
  for (const text of [
    '.'.repeat(300_000),
    ' .'.repeat(200_000),
    'a'.repeat(1_000_000),
    '"'.repeat(300_000),
    'A. '.repeat(200_000),
  ])
    sentences(text)
  expect(spent()).toBeLessThan(2000)
})
