import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTitles, type TitleVerdict, withoutMarkup } from '../../../src/text/titles.ts'
import { stopwatch } from '../../support/stopwatch.ts'

describe('titles', () => {
  test.each<readonly [TitleVerdict, string, readonly string[]]>([
    ['same', 'Literate machines', ['Literate Machines.']],
    ['same', 'LITERATE MACHINES & THEIR READERS', ['Literate machines and their readers']],
    ['same', 'On H2O and α-decay', ['On H<sub>2</sub>O and alpha-decay']],
    ['same', 'A {Bayesian} model of $\\alpha$ decay', ['A Bayesian Model of α Decay']],
    ['same', 'The colour of behaviour analysed', ['The color of behavior analyzed']],
    ['same', 'Health care of cities', ['Healthcare of cities']],
    ['same', 'Literate machines &amp;amp; readers', ['Literate machines & readers']],
    ['same', 'Literate machines', ['RETRACTED: Literate machines']],
    ['same', 'Читающие машины: Ёлки', ['Читающие машины. Елки']],
    ['same', 'Literate machines: a history', ['Literate machines', 'Literate machines: a history']],
    ['part', 'Literate machines: a history of reading', ['Literate machines']],
    ['part', 'Literate machines', ['Literate machines: a history of reading']],
    ['part', 'Читающие машины = Literate machines', ['Literate machines']],
    ['slips', 'Literate mashines and their readers', ['Literate machines and their readers']],
    ['changed', 'Literate machines towards their readers', ['Literate machines for their readers']],
    ['changed', 'Rivers of the north in 2019', ['Rivers of the north in 2018']],
    [
      'changed',
      'Literate machines: a history of writing',
      ['Literate machines', 'Literate machines: a history of reading'],
    ],
    ['changed', '城市供水系统研究', ['城市供水评价研究']],
    ['different', 'Literate machines and their readers', ['The migration of invented birds']],
    ['unknown', 'Literate machines', ['Читающие машины']],
    ['unknown', 'Issledovaniya chitayushchikh mashin', ['Studies of reading machines']],
    [
      'unknown',
      'Les machines qui lisent et la lecture dans le monde',
      ['Machines that read and the reading of the world'],
    ],
    ['unknown', '', ['Literate machines']],
  ])('%s: %s | %s', (verdict, ours, theirs) => {
    expect(compareTitles(ours, theirs).verdict).toBe(verdict)
  })

  test('name the words that differ', () => {
    expect(compareTitles('Machines towards their readers here', ['Machines for their readers here']).differing).toEqual(
      [['towards', 'for']],
    )
  })

  test('never throw, and are the same as themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ maxLength: 200 }), (one, other) => {
        expect(['same', 'unknown']).toContain(compareTitles(one, [one]).verdict)
        expect(compareTitles(one, [other]).likeness).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test.each(['<', '{', '&amp;', '\\alpha ', 'a ', '[', 'RETRACTED: ', '<i>', '的'])(
    'are quick on 100,000 units of %j',
    (part) => {
      const long = part.repeat(100_000 / part.length)
      const spent = stopwatch()
      compareTitles(long, [`${long}x`])
      withoutMarkup(long)
      expect(spent()).toBeLessThan(1500)
    },
  )
})
