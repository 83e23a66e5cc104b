import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { secondWork } from '../../../src/rules/lists/counting/second-work.ts'
import { strays } from '../../../src/rules/lists/counting/strays.ts'
import { compareMakers, headNames } from '../../../src/rules/lists/parallel/makers.ts'
import { isSlipOf, romanise, spelledAs } from '../../../src/rules/lists/parallel/spelling.ts'
import { accessDates, isReal, printed } from '../../../src/rules/time/dates/access.ts'
import { stopwatch } from '../../support/stopwatch.ts'

describe('romanisations', () => {
  test.each([
    ['щука', 'shchuka'],
    ['щука', 'ŝuka'],
    ['между', 'mezhdu'],
    ['между', 'meždu'],
    ['хлеб', 'khleb'],
    ['хлеб', 'hleb'],
    ['объём', 'obyom'],
    ['объём', "ob'em"],
    ['экономика', 'jekonomika'],
    ['цифры', 'tsifry'],
    ['цифры', 'cifry'],
    ['жәдігерлер', 'zhadigerler'],
  ])('%s is %s', (cyrillic, latin) => {
    expect(
      spelledAs(cyrillic, latin)
        ?.map(([, way]) => way)
        .join(''),
    ).toBe(latin)
  })

  test.each([
    ['между', 'mezhdru'],
    ['велосипед', 'velsiped'],
    ['хлеб', 'khelb'],
    ['письмо', "pis'no"],
  ])('%s is not %s, but nearly', (cyrillic, latin) => {
    expect(spelledAs(cyrillic, latin)).toBeUndefined()
    expect(isSlipOf(cyrillic, latin)).toBe(true)
  })

  test('every word is spelled by its common romanisation', () => {
    const word = fc.string({ unit: fc.constantFrom(...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'), maxLength: 40 })
    fc.assert(fc.property(word, (cyrillic) => spelledAs(cyrillic, romanise(cyrillic)) !== undefined))
  })
})

describe('makers at the head of an entry', () => {
  test.each([
    ['Roe, A., & Doe, B. C. (2004). Literate machines.', ['Roe', 'Doe']],
    ['Ветров А. А., Лугова Б. Б. Доказательства // Вестник. 2006.', ['Ветров', 'Лугова']],
    ['Roe A, Doe BC. Literate machines. J Inv Res. 2004;2:5-9.', ['Roe', 'Doe']],
    ['A. Roe and B. Doe, Literate machines, 2004.', ['Roe', 'Doe']],
    ['Roe, A. Doe, B. Doe, B. (1999) Literate machines.', ['Roe', 'Doe', 'Doe']],
    ['Office of Counts (2019). Counted machines.', ['Office of Counts']],
    ['Literate machines. Larkport, 2004.', []],
  ])('%s', (text, families) => {
    expect(headNames(text).map(({ family }) => family)).toEqual(families)
  })

  test('a dropped and a misspelt one', () => {
    const left = headNames('Quimby, A., Vance, C. (2004). Literate machines.')
    const right = headNames('Quimbly, A. (2004). Literate machines.')
    expect(
      compareMakers(left, right).map(({ kind, left: one, right: two }) => [kind, one?.family, two?.family]),
    ).toEqual([
      ['spelling', 'Quimby', 'Quimbly'],
      ['dropped', 'Vance', undefined],
    ])
  })
})

test('strays are as few as can be, and the rest is in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 }), (values) => {
      const out = new Set(strays(values))
      const rest = values.filter((_, index) => !out.has(index))
      expect(rest).toEqual([...rest].sort((left, right) => left - right))
    }),
  )
  expect(strays([1, 2, 9, 3, 4])).toEqual([2])
})

test('access dates as they are printed', () => {
  const read = (text: string): readonly string[] => accessDates(text).map((date) => `${printed(date)} ${isReal(date)}`)
  expect(read('URL: https://example.org (access date: 08.02.2022)')).toEqual(['2022-02-08 true'])
  expect(read('(дата обращения: 31.02.2016)')).toEqual(['2016-02-31 false'])
  expect(read('(қаралған күні: 30.02.2017)')).toEqual(['2017-02-30 false'])
  expect(read('Accessed on 12 March 2018.')).toEqual(['2018-03-12 true'])
  expect(read('[2019-04-20]. http://example.org')).toEqual(['2019-04-20 true'])
  expect(read('accessed 12/31/2016')).toEqual(['2016-12-31 true'])
  expect(read('Retrieved from https://example.org/2019')).toEqual([])
})

describe('hostile text', () => {
  const hostile = [
    'Roe, A. ',
    'A. ',
    '. Roe A. 2004. ',
    '(((',
    '10.5555/',
    'https://example.org/',
    '2004 ',
    '，．',
    '  ',
  ].map((part) => part.repeat(Math.ceil(100_000 / part.length)))
  test.each(hostile.map((text) => [text.slice(0, 12), text] as const))('%s is read in time', (_, text) => {
    const spent = stopwatch()
    secondWork(text.slice(0, 3000))
    secondWork(text)
    headNames(text)
    accessDates(text)
    expect(spent()).toBeLessThan(2000)
  })
})
