import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findIdentifiers,
  isIsbn,
  isIssn,
  isOrcid,
  normaliseArxiv,
  normaliseIsbn,
  normaliseIssn,
  normaliseOrcid,
  normalisePmcid,
  normalisePmid,
} from '../../../src/text/identifiers/index.ts'

const found = (text: string) =>
  findIdentifiers(text).map(({ scheme, value, start, end, damages }) => [
    scheme,
    value,
    text.slice(start, end),
    ...damages.map(({ kind, fixed }) => [kind, fixed]),
  ])

describe('check digits', () => {
  // published examples: ISO 2108 and 3297 manuals, ORCID's own test record
  it('are those of the standards', () => {
    expect(
      ['0-306-40615-2', '978-0-306-40615-7', '0-8044-2957-X', '9780306406158', '0-306-40615-3'].map(isIsbn),
    ).toEqual([true, true, true, false, false])
    expect(['0378-5955', '2434-561X', '0378-5954'].map(isIssn)).toEqual([true, true, false])
    expect(
      ['0000-0002-1825-0097', '0000-0001-5109-3700', '0000-0002-1694-233X', '0000-0002-1825-0098'].map(isOrcid),
    ).toEqual([true, true, true, false])
  })

  it('see every wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digits = [...'9780306406157']
        digits[place] = String((Number(digits[place]) + shift) % 10)
        expect(isIsbn(digits.join(''))).toBe(false)
      }),
    )
  })
})

it('normal forms', () => {
  expect(normaliseIsbn('ISBN-10: 0-306-40615-2')).toBe('9780306406157')
  expect(normaliseIsbn('978-0-306-40615-7')).toBe('9780306406157')
  expect(normaliseIsbn('12345')).toBeUndefined()
  expect(normaliseIssn('ISSN 03785955')).toBe('0378-5955')
  expect(normaliseOrcid('https://orcid.org/0000-0002-1825-0097')).toBe('0000-0002-1825-0097')
  expect(normaliseArxiv('arXiv:2101.00001v2')).toBe('2101.00001')
  expect(normaliseArxiv('https://arxiv.org/abs/hep-th/9901001')).toBe('hep-th/9901001')
  expect(normalisePmid('PMID: 0123')).toBe('123')
  expect(normalisePmcid('PMCID: PMC12345')).toBe('PMC12345')
})

it('are found in references', () => {
  expect(found('ISBN 978-0-306-40615-7, 978-0-306-40615-8. ISSN 0378-5955; eISSN: 2434-561Х')).toEqual([
    ['isbn', '9780306406157', 'ISBN 978-0-306-40615-7'],
    ['isbn', '9780306406158', '978-0-306-40615-8', ['check-digit', undefined]],
    ['issn', '0378-5955', 'ISSN 0378-5955'],
    ['issn', '2434-561X', 'eISSN: 2434-561Х', ['lookalike-letter', 'X']],
  ])
  expect(found('ISBN 5-17-003311-1 arXiv:2101.00001v2 PMID: 123456 PMC654321 (0000-0002-1825-0097)')).toEqual([
    ['isbn', '9785170033119', 'ISBN 5-17-003311-1', ['check-digit', undefined]],
    ['arxiv', '2101.00001', 'arXiv:2101.00001v2'],
    ['pmid', '123456', 'PMID: 123456'],
    ['pmcid', 'PMC654321', 'PMC654321'],
    ['orcid', '0000-0002-1825-0097', '0000-0002-1825-0097'],
  ])
})
