import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/model/block.ts'
import { readLedger } from '../../src/numbers/index.ts'
import { verbatim } from '../../src/text/passage.ts'
import { stopwatch } from '../support/stopwatch.ts'

function ledgerOf(text: string, language = 'en'): ReturnType<typeof readLedger> {
  const blocks: Block[] = text.split('\n\n').map((paragraph) => {
    const start = text.indexOf(paragraph)
    const span = { path: 'm.md', start, end: start + paragraph.length }
    return { kind: 'paragraph', passage: verbatim('m.md', text, span.start, span.end), span }
  })
  return readLedger({
    blocks,
    languages: blocks.map(() => language),
    sections: [],
    language,
    citations: [],
    skipped: () => false,
  })
}

function brief(text: string, language = 'en'): readonly string[] {
  return ledgerOf(text, language).quantities.map(
    ({ text: words, value, unit, period }) => `${words} | ${value} ${unit} | ${period}`,
  )
}

describe('the ledger', () => {
  test('values, units and periods of a sentence', () => {
    expect(brief('Exports were $960 million in 2020, $1.85 billion in 2021 and about 14 % more in 2022.')).toEqual([
      '$960 million | 960000000 USD | 2020',
      '$1.85 billion | 1850000000 USD | 2021',
      '14 % | 14 % | 2022',
    ])
  })

  test('a year by turns belongs to its own figure', () => {
    expect(
      brief('The office spread 1,200 tonnes in the winter of 2005 and 1,500 tonnes in the winter of 2020.'),
    ).toEqual(['1,200 tonnes | 1200 t | 2005', '1,500 tonnes | 1500 t | 2020'])
  })

  test('parts of a year', () => {
    expect(brief('In January–September 2021 trade reached $13.5 billion.')).toEqual([
      '$13.5 billion | 13500000000 USD | 2021 01-09',
    ])
  })

  test.each([
    ['en', 'Parts of 27 firms, 7 schools and 20 farms make 54 places in all.', 'sum true 27 + 7 + 20 = 54'],
    ['en', 'We sold 1.4 million tonnes for $280 million.', ''],
    [
      'en',
      'Trade was $15.8 billion (+6.8%), of which exports $9.4 billion (+17.7%) and imports $6.4 billion (−6%).',
      'sum true $9.4 billion + $6.4 billion = 15.8 billion',
    ],
    ['en', 'The town ranks fifth after Aven, Borg, Cale and Dunmore.', 'rank true 4 named before it, so place 5'],
    ['ru', 'Продано 18,4 млрд из 23 млрд тенге, или 80 %.', 'share true 18,4 млрд / 23 млрд тенге = 78.1 to 82.0 %'],
    ['zh', '会员由366增至412，增长12.6%。', 'percent-change true (412 − 366) / 366 = 12.6 %'],
  ])('what holds is kept: %s %s', (language, text, relation) => {
    const relations = ledgerOf(text, language).relations.map(
      ({ kind, holds, computation }) => `${kind} ${holds} ${computation}`,
    )
    if (relation === '') expect(relations).toEqual([])
    else expect(relations).toContain(relation)
  })

  test('shares that are no partition say nothing', () => {
    expect(ledgerOf('Доля увеличилась до 85% углеводородов и 13% нефти.', 'ru').relations).toEqual([])
    expect(ledgerOf('В 2005 г. 82% вложений пришлось на сырьё, а 14% – на стройку.', 'ru').relations).toEqual([])
  })

  test('ids are unique and spans lie in the text', () => {
    const text = 'Of 420 respondents, 84 (20%) had a car, t(28) = 2.20, p = .036.\n\nTwo thirds rose from 3 to 5 km.'
    const { quantities } = ledgerOf(text)
    expect(new Set(quantities.map(({ id }) => id)).size).toBe(quantities.length)
    for (const { span, text: words } of quantities)
      expect(text.slice(span.start, span.end).length).toBeLessThanOrEqual(words.length + 40)
  })

  test('any text is read', () => {
    const pieces = fc.constantFrom(
      ...'1 2,3 4.5 % млн $ € 亿 万 三 百分之 ( ) [ ] – - ± × 10^5 от до from to между and и , . : ; p = t(28) χ² F(2,3) half a third вдвое үш екі п. п. 2020 г. Table № İ 😀 \n'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 60 }),
        fc.constantFrom('en', 'ru', 'kk', 'zh', 'de'),
        (words, language) => {
          for (const glue of ['', ' ']) {
            const { quantities } = ledgerOf(words.join(glue), language)
            for (const { span } of quantities) expect(span.end).toBeGreaterThanOrEqual(span.start)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test.each([
    ['digits', '1'.repeat(100_000)],
    ['groups', '1 '.repeat(50_000)],
    ['commas', '1,'.repeat(50_000)],
    ['brackets', '[1'.repeat(50_000)],
    ['percent', '1% '.repeat(33_000)],
    ['money', '$1 million of '.repeat(7_000)],
    ['letters', 'a'.repeat(100_000)],
    ['number words', 'two hundred '.repeat(8_000)],
    ['statistics', 't(1) = 1, p '.repeat(8_000)],
    ['p', 'p = .05 '.repeat(12_000)],
    ['han numerals', '三百'.repeat(50_000)],
    ['intervals', '95% CI '.repeat(14_000)],
    ['spaces', ' '.repeat(100_000)],
    ['years', 'in 2010 and 2015 '.repeat(6_000)],
    ['names', 'Aven, Borg, rank '.repeat(6_000)],
  ])('100,000 units of %s take no more than their length', (_, text) => {
    const spent = stopwatch()
    ledgerOf(text)
    expect(spent()).toBeLessThan(8000)
  })
})
