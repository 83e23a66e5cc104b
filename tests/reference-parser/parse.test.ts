import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createReferenceParser, loadModel } from '../../src/reference-parser/index.ts'
import { stopwatch } from '../support/stopwatch.ts'

const bytes = readFileSync(new URL('../../src/reference-parser/model.bin', import.meta.url))
const parser = createReferenceParser(bytes)

/** The fields that a test speaks of. */
function fieldsOf(text: string, names: readonly string[]): object {
  const csl: Record<string, unknown> = parser.parse(text)?.csl ?? {}
  return Object.fromEntries(names.map((name) => [name, csl[name]]))
}

describe('references of many languages and styles', () => {
  test.each([
    [
      'Stone, A., & Roe, B. (2012). Rivers of the northern plain. Journal of Water Studies, 3(1), 4–9. https://doi.org/10.5555/jws.2012.31',
      {
        type: 'article-journal',
        author: [
          { family: 'Stone', given: 'A.' },
          { family: 'Roe', given: 'B.' },
        ],
        title: 'Rivers of the northern plain',
        'container-title': 'Journal of Water Studies',
        issued: { 'date-parts': [[2012]] },
        volume: '3',
        issue: '1',
        page: '4-9',
        DOI: '10.5555/jws.2012.31',
      },
    ],
    [
      'Иванцов И. И., Пестова А. А. Развитие приграничной торговли // Вопросы экономики. – 2012. – Т. 5, № 3. – С. 45–67.',
      {
        type: 'article-journal',
        author: [
          { family: 'Иванцов', given: 'И. И.' },
          { family: 'Пестова', given: 'А. А.' },
        ],
        title: 'Развитие приграничной торговли',
        'container-title': 'Вопросы экономики',
        issued: { 'date-parts': [[2012]] },
        volume: '5',
        issue: '3',
        page: '45-67',
      },
    ],
    [
      'Иванцов И. И. Степные дороги: история и современность. – М.: Наука, 2010. – 350 с.',
      {
        type: 'book',
        author: [{ family: 'Иванцов', given: 'И. И.' }],
        title: 'Степные дороги: история и современность',
        'publisher-place': 'М',
        publisher: 'Наука',
        issued: { 'date-parts': [[2010]] },
        'number-of-pages': '350',
        page: undefined,
      },
    ],
    [
      'Қасымбай А. Б. Ауыл шаруашылығының дамуы // ҚазҰУ хабаршысы. – 2015. – №2. – 12-19 б.',
      {
        author: [{ family: 'Қасымбай', given: 'А. Б.' }],
        title: 'Ауыл шаруашылығының дамуы',
        'container-title': 'ҚазҰУ хабаршысы',
        issued: { 'date-parts': [[2015]] },
        issue: '2',
        page: '12-19',
      },
    ],
    [
      'Шевчик Т. Г. Розвиток сільського господарства. Економіка України. 2018. № 4. С. 12–20.',
      {
        author: [{ family: 'Шевчик', given: 'Т. Г.' }],
        title: 'Розвиток сільського господарства',
        'container-title': 'Економіка України',
        issue: '4',
        page: '12-20',
      },
    ],
    [
      '张宁, 李娜. 丝绸之路经济带研究[J]. 国际问题研究, 2015, 12(3): 45-60.',
      {
        type: 'article-journal',
        author: [
          { family: '张', given: '宁' },
          { family: '李', given: '娜' },
        ],
        title: '丝绸之路经济带研究',
        'container-title': '国际问题研究',
        issued: { 'date-parts': [[2015]] },
        volume: '12',
        issue: '3',
        page: '45-60',
        genre: undefined,
      },
    ],
    [
      'Ivantsov I.I. Razvitie torgovli [Development of trade]. Voprosy ekonomiki, 2012, no. 3, pp. 45–67. (in Russian)',
      {
        author: [{ family: 'Ivantsov', given: 'I.I.' }],
        title: 'Razvitie torgovli',
        'translated-title': 'Development of trade',
        'container-title': 'Voprosy ekonomiki',
        issue: '3',
        page: '45-67',
      },
    ],
    [
      'Развитие торговли [Электронный ресурс]. – URL: https://example.org/trade (дата обращения: 12.03.2020).',
      {
        title: 'Развитие торговли',
        URL: 'https://example.org/trade',
        accessed: { 'date-parts': [[2020, 3, 12]] },
        issued: undefined,
      },
    ],
  ])('%s', (text, fields) => {
    expect(fieldsOf(text, Object.keys(fields))).toEqual(fields)
  })
})

test.each(['', ' ', 'a', '😀', '😀😀😀😀', '12345', '.,;:', 'x'.repeat(1_000_000), 'а, б. '.repeat(200_000)])(
  'no reference: %j',
  (text) => {
    const spent = stopwatch()
    expect(parser.parse(text)).toBeNull()
    expect(spent()).toBeLessThan(1000)
  },
)

test('a sentence is none, or is hardly believed', () => {
  for (const text of [
    'We measured the water of the river every morning.',
    'Мы измеряли воду реки каждое утро.',
    '我们每天早上测量河水。',
  ]) {
    expect(parser.parse(text)?.confidence ?? 0).toBeLessThan(0.5)
  }
})

test('never throws, and every field stands in the text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'Stone, A.',
      ' (2012). ',
      '№ 3',
      ' // ',
      '«',
      '[J]',
      'https://example.org/',
      '10.5555/',
      '–',
      '等',
      ' et al.',
      '\n',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      for (const { start, end, confidence } of parser.parse(text)?.fields ?? []) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 300, seed: 7 },
  )
})

test('the longest text that is read takes no more than its length', () => {
  for (const unit of ['a ', '. ', '(', '«', 'А. ', '1 ', '10.5555/', 'http://a/ ', '王', 'ed. ', ', и др.']) {
    const spent = stopwatch()
    parser.parse(unit.repeat(Math.floor(6000 / unit.length)))
    expect(spent()).toBeLessThan(5000)
  }
})

test('without a model the parser reads by patterns, and says so by its confidence', () => {
  const read = createReferenceParser().parse('Stone, A. (2012). Rivers of the plain. Journal of Water, 3(1), 4–9.')
  expect(read?.csl).toMatchObject({
    author: [{ family: 'Stone', given: 'A.' }],
    title: 'Rivers of the plain',
    volume: '3',
    issue: '1',
    page: '4-9',
  })
  expect(read?.confidence).toBe(0.5)
})

test('bytes that are no model are refused', () => {
  expect(() => loadModel(new Uint8Array([1, 2, 3]))).toThrow('no reference parser model')
})

test('the model says where it comes from, and fits the package', () => {
  const { header } = loadModel(bytes)
  expect(header.sources.length).toBe(header.licences.length)
  expect(header.command).toBe('npm run train')
  expect(bytes.length).toBeLessThanOrEqual(5_000_000)
})
