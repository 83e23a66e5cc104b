import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ris } from '../../../src/readers/ris/index.ts'
import { stopwatch } from '../../support/stopwatch.ts'

function read(text: string) {
  const parts = ris.read({ path: 'a.ris', format: 'ris', text, encoding: 'utf-8' })
  if (parts.kind !== 'library') throw new Error('no library')
  return {
    csl: parts.entries.map(({ csl }) => csl),
    troubles: parts.troubles.map(({ code, span }) => [code, text.slice(span?.start, span?.end)]),
    parts,
  }
}

describe('RIS', () => {
  it('is read with all its tags', () => {
    const { csl, troubles, parts } = read(
      'TY  - JOUR\r\nID  - roe2020\r\nAU  - Roe, Jane\r\nAU  - Ford, Henry, Jr.\r\nA1  - World Bank\r\nTI  - A title over\r\n  two lines\r\nJO  - J. Things\r\nT2  - Journal of Things\r\nPY  - 2020//\r\nDA  - 2020/05/12/\r\nVL  - 3\r\nIS  - 2\r\nSP  - 10\r\nEP  - 15\r\nSN  - 0378-5955\r\nDO  - https://doi.org/10.5555/abc\r\nUR  - https://example.org/a\r\nER  - \r\n',
    )
    expect(csl).toEqual([
      {
        id: 'roe2020',
        type: 'article-journal',
        author: [
          { family: 'Roe', given: 'Jane' },
          { family: 'Ford', given: 'Henry', suffix: 'Jr.' },
          { literal: 'World Bank' },
        ],
        title: 'A title over two lines',
        'container-title': 'Journal of Things',
        issued: { 'date-parts': [[2020, 5, 12]] },
        volume: '3',
        issue: '2',
        page: '10-15',
        ISSN: '0378-5955',
        DOI: '10.5555/abc',
        URL: 'https://example.org/a',
      },
    ])
    expect(troubles).toEqual([])
    expect(parts.entries[0]?.fields[5]).toMatchObject({ name: 'TI', value: 'A title over\r\n  two lines' })
  })

  it('of a book knows series and pages', () => {
    expect(read('TY  - BOOK\nTI  - B\nT2  - Series\nSP  - 320\nSN  - 978-0-306-40615-7\nER  - \n').csl).toEqual([
      {
        id: '1',
        type: 'book',
        title: 'B',
        'collection-title': 'Series',
        'number-of-pages': '320',
        ISBN: '978-0-306-40615-7',
      },
    ])
  })

  it('survives damage', () => {
    const { csl, troubles } = read(
      'junk\nTY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\nER  - \nTI  - Three\nER  - \nER  - \n',
    )
    expect(csl.map(({ title }) => title)).toEqual(['One', 'Two', 'Three'])
    expect(troubles).toEqual([
      ['ris-stray-text', 'junk'],
      ['ris-unclosed-entry', 'TY'],
      ['ris-missing-type', 'TI'],
      ['ris-stray-text', 'ER'],
    ])
    expect(read('Hello').troubles).toEqual([
      ['ris-stray-text', 'Hello'],
      ['ris-no-entries', 'Hello'],
    ])
    expect(read('').troubles).toEqual([])
  })

  it('keeps odd keys (F149) and never throws', () => {
    expect(read('TY  - constructor\nID  - __proto__\nER  - ').csl).toEqual([{ id: '__proto__', type: 'document' }])
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.constantFrom('TY  - ', 'ER  - ', 'AU  - ', 'DA  - ', '\n', '\r\n', 'JOUR', ',', '2020/', 'SP  - '),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('')
        for (const { fields, keySpan, key, span } of read(text).parts.entries) {
          for (const { value, span: at } of fields) expect(text.slice(at.start, at.end)).toBe(value)
          expect(
            span.end <= text.length &&
              (keySpan.end === keySpan.start || text.slice(keySpan.start, keySpan.end) === key),
          ).toBe(true)
        }
      }),
    )
  })

  it('is read in linear time', () => {
    const spent = stopwatch()
    for (const text of [
      'TY  - JOUR\n'.repeat(50_000),
      `TY  - JOUR\nTI  - ${'word\n'.repeat(100_000)}`,
      `TY${' '.repeat(100_000)}`,
      ' '.repeat(100_000),
    ])
      read(text)
    expect(spent()).toBeLessThan(4000)
  })
})
