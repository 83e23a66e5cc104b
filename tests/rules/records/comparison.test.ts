import { describe, expect, test } from 'vitest'
import type { CslItem, CslName } from '../../../src/model/csl.ts'
import type { WorkRecord } from '../../../src/model/query.ts'
import { compareAuthors } from '../../../src/rules/author-lists.ts'
import { differingFields, sameVenue } from '../../../src/rules/record-fields.ts'
import { stopwatch } from '../../support/stopwatch.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** `Roe, Ann; Doe, B.` */
function names(text: string): CslName[] {
  return text.split('; ').map((name) => {
    const [family = '', given] = name.split(', ')
    return given === undefined ? { literal: family } : { family, given }
  })
}

function kinds(ours: string, theirs: string, isOpen = false): string {
  const { verdict, differences } = compareAuthors(names(ours), names(theirs), { isOpen })
  return [verdict, ...differences.map(({ kind, at }) => `${kind} ${at}`)].join(' ')
}

describe('authors', () => {
  test.each([
    ['Roe, A.; Delgado, B.', 'Roe, Ann; Delgado, Beatriz'],
    ['Muller, J.; Sorensen, K.; Lukasik, P.; Thorsson, N.', 'Müller, J.; Sørensen, K.; Łukasik, P.; Þórsson, N.'],
    ['van der Berg, J.', 'Van Der Berg, J.'],
    ['Berg, J. van der', 'van der Berg, J.'],
    ['García, M.', 'García López, María'],
    ['Fernández Ruiz, D.', 'Fernández-Ruiz, Diana'],
    ['Al Rashid, E.', 'Al-Rashid, Emil'],
    ['Smith, B.', 'Smith, William'],
    ['Smith, Robert', 'Smith, Bob'],
    ['Smith, Q.', 'Smith, John Q.'],
    ['Pope, H.', 'Pope Jr., Harrison'],
    ['Vetrov, A.; Shcherbakova, E.', 'Ветров, Алексей Андреевич; Щербакова, Елена Яковлевна'],
    ['Zhukov, Yuri', 'Жуков, Юрий Ефимович'],
    ['Wang, J.; Lü, Z.', '王, 建国; 吕, 志强'],
    ['Jing-Dong, Wang', 'Wang, Jingdong'],
  ])('%s is %s', (ours, theirs) => {
    expect(kinds(ours, theirs)).toBe('same')
    expect(kinds(theirs, ours)).toBe('same')
  })

  test.each([
    ['differs spelling 0', 'Rovan, A.; Delgado, B.', 'Rowan, A.; Delgado, B.'],
    ['differs given 1', 'Rowan, A.; Delgado, K.', 'Rowan, A.; Delgado, B.'],
    ['differs missing 1', 'Rowan, A.; Petersen, C.', 'Rowan, A.; Delgado, B.; Petersen, C.'],
    ['differs extra 2', 'Rowan, A.; Delgado, B.; Petersen, C.', 'Rowan, A.; Delgado, B.'],
    ['differs order 1', 'Delgado, B.; Rowan, A.', 'Rowan, A.; Delgado, B.'],
    ['differs replaced 1', 'Rowan, A.; Okafor, E.', 'Rowan, A.; Delgado, B.'],
    ['none', 'Okafor, E.', 'Rowan, A.; Delgado, B.'],
    ['same', 'Rowan, A.; Delgado, B.', 'Rowan, A.'],
    ['same', 'Rowan, A.', 'Rowan, A.; The Readers of Machines'],
  ])('%s: %s | %s', (verdict, ours, theirs) => {
    expect(kinds(ours, theirs)).toBe(verdict)
  })

  test('"et al." may leave out, not misspell', () => {
    expect(kinds('Rowan, A.', 'Rowan, A.; Delgado, B.', true)).toBe('same')
    expect(kinds('Rovan, A.', 'Rowan, A.; Delgado, B.', true)).toBe('differs spelling 0')
  })

  test('of hundreds are compared in a moment', () => {
    const many = Array.from(
      { length: 3000 },
      (_, index): CslName => ({
        family: `Roe${LETTERS[index % 26]}${LETTERS[Math.floor(index / 26) % 26]}${LETTERS[Math.floor(index / 676)]}`,
        given: 'A.',
      }),
    )
    const spent = stopwatch()
    expect(compareAuthors(many, many.toReversed(), { isOpen: false }).verdict).not.toBe('same')
    expect(spent()).toBeLessThan(3000)
  })
})

describe('fields', () => {
  const differ = (
    ours: Partial<CslItem>,
    theirs: Partial<CslItem>,
    more: Partial<WorkRecord> = {},
  ): readonly string[] => {
    const csl = { id: 'x', type: 'article-journal', ...theirs }
    return differingFields({ id: 'x', type: 'article-journal', ...ours }, { csl, ...more }).map(({ field }) => field)
  }
  const dated = (year: number): Partial<CslItem> => ({ issued: { 'date-parts': [[year]] } })

  test.each([
    [{ volume: 'XII' }, { volume: '12' }],
    [{ volume: '012' }, { volume: '12' }],
    [
      { volume: '2004', issue: '3' },
      { volume: '3', ...dated(2004) },
    ],
    [{ volume: '7' }, { issue: '7' }],
    [{ issue: '2 (34)' }, { issue: '34' }],
    [{ issue: '1-2' }, { issue: '1' }],
    [{ issue: 'Suppl. 1' }, { issue: 'S1' }],
    [{ page: '123–34' }, { page: '123-134' }],
    [{ page: 'С. 15–29' }, { page: '15-29' }],
    [{ page: '123' }, { page: '123-134' }],
    [{ page: '125' }, { page: '123-134' }],
    [{ page: 'e0123456' }, { page: '1-12' }],
    [{ page: 'e123' }, { page: 'e123-e129' }],
    [{ page: 'xii–xv' }, { page: '3-4' }],
    [{}, { page: '3-4', volume: '2' }],
    [dated(2005), dated(2004)],
    [dated(2003), dated(2004)],
  ])('%j agrees with %j', (ours, theirs) => {
    expect(differ(ours, theirs)).toEqual([])
  })

  test.each([
    ['volume', { volume: '13' }, { volume: '12' }],
    ['volume', { volume: '10', issue: '7' }, { volume: '7', issue: '7' }],
    ['issue', { volume: '2', issue: '4' }, { volume: '2', issue: '3' }],
    ['page', { page: '51–69' }, { page: '15-29' }],
    ['page', { page: '15–39' }, { page: '15-29' }],
    ['year', dated(2007), dated(2004)],
  ])('%s: %j contradicts %j', (field, ours, theirs) => {
    expect(differ(ours as Partial<CslItem>, theirs as Partial<CslItem>)).toEqual([field])
  })

  test('a year next to one of several known ones is wrong', () => {
    expect(differ(dated(2005), dated(2004), { years: [2003, 2004] })).toEqual(['year'])
    expect(differ(dated(2003), dated(2004), { years: [2003, 2004] })).toEqual([])
  })

  test.each([
    ['J. Invent. Results', 'Journal of Invented Results', true],
    ['JIR', 'Journal of Invented Results', true],
    ['Proc. Natl. Ex. Soc.', 'Proceedings of the National Example Society', true],
    ['Вестник примеров', 'Journal of Invented Results', undefined],
    ['Annals of Imaginary Geography', 'Journal of Invented Results', false],
  ])('%s | %s: %s', (one, other, same) => {
    expect(sameVenue(one, other)).toBe(same)
  })
})
