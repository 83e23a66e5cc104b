import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  diagnoseDoi,
  findDois,
  findIdentifiers,
  isFillerDoi,
  mended,
  normaliseDoi,
} from '../../../src/text/identifiers/index.ts'
import { stopwatch } from '../../support/stopwatch.ts'

/** source under the span, normal form, and each damage with the text that it names */
function dois(text: string) {
  return findDois(text).map(({ start, end, value, damages }) => ({
    raw: text.slice(start, end),
    value,
    damages: damages.map(({ kind, start: from, end: to, fixed }) => [kind, text.slice(from, to), fixed]),
  }))
}
const clean = (raw: string, value: string) => [{ raw, value, damages: [] }]

describe('DOIs as they stand', () => {
  it('leaves the marks of the sentence alone (F013)', () => {
    for (const after of [').', ',', ';', '>', '"', '”', '»', '“', '’', '。', '，', '」', '؛'.slice(0, 0), '…', '."']) {
      expect(dois(`See (10.5555/abc.12${after} Then`)).toEqual(clean('10.5555/abc.12', '10.5555/abc.12'))
    }
  })

  it('keeps balanced parentheses', () => {
    expect(dois('10.1016/S0140-6736(97)11096-0).')).toEqual(
      clean('10.1016/S0140-6736(97)11096-0', '10.1016/s0140-6736(97)11096-0'),
    )
    expect(dois('(doi:10.5555/x(1))')).toEqual(clean('doi:10.5555/x(1)', '10.5555/x(1)'))
  })

  it('reads SICI suffixes whole (F015)', () => {
    expect(dois('https://doi.org/10.5555/0442(1996)009<3373:MCSDIO>2.0.CO;2.')).toEqual(
      clean('https://doi.org/10.5555/0442(1996)009<3373:MCSDIO>2.0.CO;2', '10.5555/0442(1996)009<3373:mcsdio>2.0.co;2'),
    )
    expect(dois('https://doi.org/10.5555/0442(1996)009%3C3373:MCSDIO%3E2.0.CO;2')[0]?.value).toBe(
      '10.5555/0442(1996)009<3373:mcsdio>2.0.co;2',
    )
    expect(dois('<https://doi.org/10.5555/abc>_.')[0]?.value).toBe('10.5555/abc')
    expect(diagnoseDoi('10/bqhp9z')).toEqual({ value: '10/bqhp9z', damages: [], isFiller: false })
    expect(dois('<10.5555/abc>')).toEqual(clean('10.5555/abc', '10.5555/abc'))
    expect(dois('<a>10.5555/abc</a>')).toEqual(clean('10.5555/abc', '10.5555/abc'))
  })

  it('has one form for three letter cases (F014)', () => {
    const forms = ['10.5555/AbC.ÄÖ', '10.5555/ABC.ÄÖ', 'https://doi.org/10.5555/abc.ÄÖ'].map(normaliseDoi)
    expect(forms).toEqual(['10.5555/abc.ÄÖ', '10.5555/abc.ÄÖ', '10.5555/abc.ÄÖ'])
  })

  it('keeps path-like suffixes as they are (F016)', () => {
    expect(normaliseDoi('10.1234/../../admin')).toBe('10.1234/../../admin')
    expect(normaliseDoi('10.1234/%2e%2e%2fx')).toBe('10.1234/%2e%2e%2fx')
  })

  it('takes fillers for no identifier (F017)', () => {
    for (const filler of ['unavailable', '0', 'n/a', '10.0000/xxxx', '-', '10.xxxx/abc', '10.5555/xxxxx']) {
      expect([filler, isFillerDoi(filler), diagnoseDoi(filler)]).toEqual([
        filler,
        true,
        { damages: [], isFiller: true },
      ])
    }
    expect(isFillerDoi('10.5555/xxa')).toBe(false)
  })

  it('finds the DOI in a publisher’s link', () => {
    expect(dois('https://journal.example.org/doi/full/10.5555/abc.1/full?x=1')).toEqual(
      clean('10.5555/abc.1/full', '10.5555/abc.1'),
    )
  })

  it('ends before Russian and Chinese words', () => {
    expect(dois('DOI 10.5555/abc.12. Дата обращения: 01.02.2020')).toEqual(
      clean('DOI 10.5555/abc.12', '10.5555/abc.12'),
    )
    expect(dois('doi：10.5555/abc-12，第3页')).toEqual(clean('doi：10.5555/abc-12', '10.5555/abc-12'))
  })

  it('does not take section numbers, dates and versions for DOIs', () => {
    expect(dois('version 10.12345/2 is 110.1234/x and a10.1234/x')).toEqual([
      { raw: '10.12345/2', value: '10.12345/2', damages: [] },
    ])
    expect(dois('10.5/12 or 10.123/4')).toEqual([])
  })
})

describe('DOIs and their damage', () => {
  it('unescapes LaTeX (F012)', () => {
    expect(dois('10.5555/tacl\\_a\\_00276')).toEqual([
      {
        raw: '10.5555/tacl\\_a\\_00276',
        value: '10.5555/tacl_a_00276',
        damages: [
          ['latex-escape', '\\_', '_'],
          ['latex-escape', '\\_', '_'],
        ],
      },
    ])
  })

  it('sees spaces and line breaks inside', () => {
    expect(dois('doi:10.5555/ abc.12')).toEqual([
      { raw: 'doi:10.5555/ abc.12', value: '10.5555/abc.12', damages: [['space-inside', ' ', '']] },
    ])
    expect(dois('10.5555/j.abc-\n   2020.01 Next')).toEqual([
      { raw: '10.5555/j.abc-\n   2020.01', value: '10.5555/j.abc-2020.01', damages: [['space-inside', '\n   ', '']] },
    ])
    expect(dois('10.5555/j. abc.2020.01.001. Next')[0]?.value).toBe('10.5555/j.abc.2020.01.001')
    expect(dois('https://doi. org/10.5555/abc')).toEqual([
      {
        raw: 'https://doi. org/10.5555/abc',
        value: '10.5555/abc',
        damages: [['space-inside', 'https://doi. org/', 'https://doi.org/']],
      },
    ])
    expect(dois('10.5555/abc. 2020-01-05 and 10.5555/def. Accessed 2020')).toMatchObject([
      { raw: '10.5555/abc', damages: [] },
      { raw: '10.5555/def', damages: [] },
    ])
  })

  it('sees pages in the place of a DOI', () => {
    expect(dois('Journal, 3. DOI: 123–130.')).toEqual([
      { raw: 'DOI: 123–130', value: undefined, damages: [['page-for-doi', '123–130', undefined]] },
    ])
    expect(diagnoseDoi('45-67')).toEqual({ damages: [{ kind: 'page-for-doi', start: 0, end: 5 }], isFiller: false })
  })

  it('sees doubled prefixes, mirrors and wrong schemes', () => {
    expect(dois('https://doi.org/https://doi.org/10.5555/abc')).toEqual([
      {
        raw: 'https://doi.org/https://doi.org/10.5555/abc',
        value: '10.5555/abc',
        damages: [['doubled-prefix', 'https://doi.org/https://doi.org/', 'https://doi.org/']],
      },
    ])
    expect(dois('http://dx.doi.org/10.5555/abc')[0]?.damages).toEqual([
      ['http-doi-mirror', 'http://dx.doi.org/', 'https://doi.org/'],
    ])
    expect(dois('htp://doi.org/10.5555/abc')[0]?.damages).toEqual([
      ['wrong-scheme', 'htp://doi.org/', 'https://doi.org/'],
    ])
    expect(dois('Https://doi.org/10.5555/abc')[0]?.damages).toEqual([
      ['odd-case', 'Https://doi.org/', 'https://doi.org/'],
    ])
    expect(dois('doi: https://doi.org/10.5555/abc')[0]).toEqual({
      raw: 'doi: https://doi.org/10.5555/abc',
      value: '10.5555/abc',
      damages: [],
    })
  })

  it('sees look-alike letters, dashes and invisible characters', () => {
    expect(dois('10.5555/аbс.12')).toEqual([
      {
        raw: '10.5555/аbс.12',
        value: '10.5555/abc.12',
        damages: [
          ['lookalike-letter', 'а', 'a'],
          ['lookalike-letter', 'с', 'c'],
        ],
      },
    ])
    expect(dois('10.5555/abc–12')[0]).toMatchObject({ value: '10.5555/abc-12', damages: [['unicode-dash', '–', '-']] })
    expect(dois('10.5555/abc\u200b12')[0]).toMatchObject({ value: '10.5555/abc12' })
    expect(dois('doi:1О.5555/abc')[0]).toMatchObject({
      value: '10.5555/abc',
      damages: [['lookalike-letter', 'О', '0']],
    })
  })

  it('diagnoses a field', () => {
    expect(diagnoseDoi('10.5555/abc.')).toEqual({
      value: '10.5555/abc',
      damages: [{ kind: 'trailing-punctuation', start: 11, end: 12, fixed: '' }],
      isFiller: false,
    })
    expect(diagnoseDoi('https://example.org/x')).toEqual({
      damages: [{ kind: 'not-an-identifier', start: 0, end: 21 }],
      isFiller: false,
    })
  })
})

describe('any text', () => {
  it('is read in linear time (F138)', () => {
    for (const text of [
      `10.5555/a${' .'.repeat(100_000)}x`,
      `10.5555/a${'.'.repeat(100_000)}`,
      '10.5555/'.repeat(20_000),
      'doi: '.repeat(20_000),
      `doi:${' '.repeat(100_000)}`,
      'https://doi.org/'.repeat(10_000),
      `10.5555/${'('.repeat(100_000)}`,
      `10.5555/(1996)${'<'.repeat(100_000)}`,
    ]) {
      const spent = stopwatch()
      findDois(text)
      expect(spent()).toBeLessThan(1000)
    }
  })

  it('never throws, spans are in order and mending gives the value', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        '10.5555/',
        'doi:',
        'https://doi.org/',
        ' ',
        '(',
        ')',
        '<',
        '>',
        '\\_',
        'а',
        '–',
        '.',
        'http',
        '://',
        '978',
        'ISSN ',
        '\ud800',
        '%',
        'www.',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        for (const { start, end, damages } of findIdentifiers(text)) {
          expect(start >= 0 && start < end && end <= text.length).toBe(true)
          expect(typeof mended(text, start, end, damages)).toBe('string')
          for (const damage of damages) expect(damage.start >= start && damage.end <= end + 3).toBe(true)
        }
        diagnoseDoi(text)
      }),
    )
  })
})

it.each([
  ['doi:101-110. 10.5555/abc', '10.5555/abc', 'doi:10.5555/abc'],
  ['doi:101-110. doi: 10.5555/abc', '10.5555/abc', 'doi: 10.5555/abc'],
  ['DOI: 101–110, https://doi.org/10.5555/abc', '10.5555/abc', 'DOI: https://doi.org/10.5555/abc'],
])('pages before the DOI: %s', (text, value, fixed) => {
  const found = findDois(text)
  expect(found.map((one) => one.value)).toEqual([value])
  const [one] = found
  expect(one?.damages.map(({ kind }) => kind)).toEqual(['page-for-doi'])
  expect(mended(text, 0, text.length, one?.damages ?? [])).toBe(fixed)
})

it('a publisher’s link may end with a slash', () => {
  expect(findDois('https://example.org/articles/10.5555/abc.15/ .')).toMatchObject([
    { value: '10.5555/abc.15', damages: [] },
  ])
})
