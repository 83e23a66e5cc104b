import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCitations } from '../../src/citations/index.ts'
import type { Block, BlockKind } from '../../src/model/block.ts'
import { verbatim } from '../../src/text/passage.ts'
import { stopwatch } from '../support/stopwatch.ts'

const FAMILIES = [
  'Stone',
  'Perouse',
  'Roe',
  'Doe',
  'Lee',
  'Gao',
  'Wang',
  'Wu',
  'Chen',
  'Ветров',
  'Жүнісова',
  '张明',
  'Bisek',
  'Putz',
  'Sun',
  'Nabina',
  'Ministry of Foreign Affairs of the Republic of Erewhon',
  'Exampleinvest',
  'World Bank',
]

interface Asked {
  readonly language?: string
  readonly kind?: BlockKind
  readonly numbered?: boolean
  readonly families?: readonly string[]
}

function sites(
  text: string,
  { language = 'en', kind = 'paragraph', numbered = true, families = FAMILIES }: Asked = {},
) {
  const block: Block = { kind, passage: verbatim('a.md', text), span: { path: 'a.md', start: 0, end: text.length } }
  return findCitations([block], { languages: [language], skip: () => false, knownFamilies: families, numbered })
}

/** What is cited, in short: `text → names year suffix … locator`. */
function cited(text: string, asked: Asked = {}): readonly string[] {
  return sites(text, asked).map((site) => {
    const { names = [], year, suffix = '', etAl, locator, numbers, ibid } = site.cited
    const who = names.map((name) => name.family).join(' + ') + (etAl === true ? ' et al.' : '')
    const what =
      numbers !== undefined ? numbers.join(' ') : ibid === true ? 'ibid.' : `${who} ${year ?? 'n.d.'}${suffix}`
    return `${text.slice(site.span.start, site.span.end)} → ${what}${locator === undefined ? '' : ` @ ${locator}`}`
  })
}

describe('in brackets', () => {
  test.each<[string, readonly string[], Asked?]>([
    ['x (Stone, 2012; Perouse, 2016) y', ['Stone, 2012 → Stone 2012', 'Perouse, 2016 → Perouse 2016']],
    ['(Gao, Wang, 2011)', ['(Gao, Wang, 2011) → Gao + Wang 2011']],
    [
      '(Roe & Doe 2019a, b, p. 5; see also Lee et al., 2020)',
      [
        'Roe & Doe 2019a → Roe + Doe 2019a',
        'b, p. 5 → Roe + Doe 2019b @ p. 5',
        'see also Lee et al., 2020 → Lee et al. 2020',
      ],
    ],
    ['(Roe, J., & Doe, K., 2012)', ['(Roe, J., & Doe, K., 2012) → Roe + Doe 2012']],
    ['(Roe, 2010, 2012)', ['Roe, 2010 → Roe 2010', '2012 → Roe 2012']],
    ['(Roe, 2012, Doe, 2013)', ['Roe, 2012 → Roe 2012', 'Doe, 2013 → Doe 2013']],
    ['(Roe; Doe, 2012)', ['(Roe; Doe, 2012) → Roe + Doe 2012']],
    ['(e.g., Roe, 2012; cf. Doe, 2013: 45)', ['e.g., Roe, 2012 → Roe 2012', 'cf. Doe, 2013: 45 → Doe 2013 @ 45']],
    ['(first described by Roe, 2012)', ['(first described by Roe, 2012) → Roe 2012']],
    ['(AIC, Roe, 1973)', ['(AIC, Roe, 1973) → Roe 1973']],
    ['(Roe, n.d.)', ['(Roe, n.d.) → Roe n.d.']],
    ['(Quimby, 2011)', ['(Quimby, 2011) → Quimby 2011']],
    ['(Andrews, 2010; Inman et al., 2018)', ['Andrews, 2010 → Andrews 2010', 'Inman et al., 2018 → Inman et al. 2018']],
    ['(Ветров, 2012, с. 15)', ['(Ветров, 2012, с. 15) → Ветров 2012 @ с. 15'], { language: 'ru' }],
    ['(см.: Ветров и др., 2012)', ['(см.: Ветров и др., 2012) → Ветров et al. 2012'], { language: 'ru' }],
    ['[Ветров 2012: 15]', ['[Ветров 2012: 15] → Ветров 2012 @ 15'], { language: 'ru' }],
    ['(Жүнісова және т.б., 2019)', ['(Жүнісова және т.б., 2019) → Жүнісова et al. 2019'], { language: 'kk' }],
    ['如此（张明等，2017）。', ['（张明等，2017） → 张明 et al. 2017'], { language: 'zh' }],
    [
      '(Ministry of Foreign Affairs of the Republic of Erewhon, 2019)',
      [
        '(Ministry of Foreign Affairs of the Republic of Erewhon, 2019) → Ministry of Foreign Affairs of the Republic of Erewhon 2019',
      ],
    ],
    ['(Exampleinvest, 2019)', ['(Exampleinvest, 2019) → Exampleinvest 2019']],
    ['(Всемирный банк, 2019)', ['(Всемирный банк, 2019) → Всемирный банк 2019'], { language: 'ru' }],
  ])('%s', (text, expected, asked = {}) => expect(cited(text, asked)).toEqual(expected))
})

describe('in the sentence', () => {
  test.each<[string, readonly string[], Asked?]>([
    ['Roe (2012) says', ['Roe (2012) → Roe 2012']],
    ['As Roe and Doe (2019, p. 4) argue', ['Roe and Doe (2019, p. 4) → Roe + Doe 2019 @ p. 4']],
    ['In Erewhon, Roe, Doe, and Lee (2012) say', ['Roe, Doe, and Lee (2012) → Roe + Doe + Lee 2012']],
    ['Quimby (2011) argues that', ['Quimby (2011) → Quimby 2011']],
    ["Roe's (2012) model and Roe's 2013 article", ["Roe's (2012) → Roe 2012", "Roe's 2013 → Roe 2013"]],
    ['World Bank (2019) shows', ['World Bank (2019) → World Bank 2019']],
    ['Lee et al., 2012 used', ['Lee et al., 2012 → Lee et al. 2012']],
    ['Статья Ву и Чена 2004 года освещает', ['Ву и Чена 2004 → Ву + Чена 2004'], { language: 'ru' }],
    ['в исследовании Стоуна 2012 года', ['Стоуна 2012 → Стоуна 2012'], { language: 'ru' }],
    ['Статьи Бисека и Путца 2018 г.', ['Бисека и Путца 2018 → Бисека + Путца 2018'], { language: 'ru' }],
    ['Исследование Цзин-Донга 2010 года', ['Цзин-Донга 2010 → Цзин-Донга 2010'], { language: 'ru' }],
    ['по мнению Стоуна (2010)', ['Стоуна (2010) → Стоуна 2010'], { language: 'ru' }],
    [
      'работы Ветрова 2012 г. и Стоуна 2013 г.',
      ['Ветрова 2012 → Ветрова 2012', 'Стоуна 2013 → Стоуна 2013'],
      { language: 'ru' },
    ],
    ['праця Ветрова 2012 року', ['Ветрова 2012 → Ветрова 2012'], { language: 'uk' }],
    ['«Жүнісованың (2019) еңбегі»', ['Жүнісованың (2019) → Жүнісованың 2019'], { language: 'kk' }],
    ['Жүнісованың 2019 жылғы еңбегі', ['Жүнісованың 2019 → Жүнісованың 2019'], { language: 'kk' }],
    [
      '张明和王宁（2017）指出',
      ['张明和王宁（2017） → 张明 + 王宁 2017'],
      { language: 'zh', families: ['张明', '王宁'] },
    ],
    ['根据张明（2017）的研究', ['张明（2017） → 张明 2017'], { language: 'zh' }],
  ])('%s', (text, expected, asked = {}) => expect(cited(text, asked)).toEqual(expected))
})

describe('by number', () => {
  test.each<[string, readonly string[]]>([
    ['so [1], and [2-4].', ['[1] → 1', '[2-4] → 2 3 4']],
    ['so [2–4, 7]', ['2–4 → 2 3 4', '7 → 7']],
    ['так [5, с. 12; 7]', ['5, с. 12 → 5 @ с. 12', '7 → 7']],
    ['so [5, p. 12]', ['[5, p. 12] → 5 @ p. 12']],
    ['солай [12, 3-б.]', ['[12, 3-б.] → 12 @ 3-б.']],
    ['如此［3］', ['［3］ → 3']],
    ['Roe et al. [7]', ['[7] → 7']],
    ['so [1], [3]–[5] show', ['[1] → 1', '[3]–[5] → 3 4 5']],
    ['так [12. С. 5] и [12: 5]', ['[12. С. 5] → 12 @ С. 5', '[12: 5] → 12 @ 5']],
    [
      'One can say of this that all of these were shown before.¹ And others did so as well²,³ in papers^4,5^',
      ['¹ → 1', '²,³ → 2 3', '^4,5^ → 4 5'],
    ],
    [
      '(ibid., p. 5) и (там же, с. 3) (сол жерде) （同上）',
      ['(ibid., p. 5) → ibid. @ p. 5', '(там же, с. 3) → ibid. @ с. 3', '(сол жерде) → ibid.', '（同上） → ibid.'],
    ],
  ])('%s', (text, expected) => expect(cited(text)).toEqual(expected))
})

describe('no citation', () => {
  test.each<[string, Asked?]>([
    ['China grew (2019) again'],
    ['(in 2019)'],
    ['[Violent] and [Electronic resource]'],
    ['[与邻为善, 以邻为伴]', { language: 'zh' }],
    ['the interval [0, 1], and x ∈ [1, 2]'],
    ['[95 % CI 1.2 to 3.4] and 95% CI [1, 5]'],
    ['(Figure 2) and (Fig. 2, 2010)'],
    ['(ШОС, 2001 г.)', { language: 'ru' }],
    ['(5 мая 2019)', { language: 'ru' }],
    ['(May 2019), (March 5, 2010), (since January 2017)'],
    ['(т. 5, 2010) и (см. табл. 2010)', { language: 'ru' }],
    ['($1.84 billion in 2020 and $1.85 billion in January-October 2021)'],
    ['(Beijing, 2015), Kazakhstan (2019)'],
    ['статья Конституции 1995 года, исследование Казахстана 2012 года', { language: 'ru' }],
    ['5 km² and 10⁻³ and x²'],
    ['(2000-2017) and (from 1999 to 2004) and (2019: 4.5; 2020: 3.1)'],
    ['(access date: 08.02.2022)'],
    ['[a link](http://example.org/Roe,2012)'],
    ['(ВВП, 2012), (Ветров, 1990-е)', { language: 'ru' }],
    ['(ҚР Конституциясы, 1995)', { language: 'kk' }],
    ['(Law No. 5, 2010) and (Windows 2000) and COVID-19 (2020)'],
    ['x[1] = y[2]'],
    ['in the year [2012]'],
    ['В 2019 году Министерство (МИИР) (2019)', { language: 'ru' }],
    ['| Roe | [1] | 2012 |', { kind: 'row' }],
    ['Roe, 2012', { kind: 'code' }],
  ])('%s', (text, asked = {}) => expect(cited(text, asked)).toEqual([]))
})

test('superscripts are no citations where the text cites in brackets', () => {
  const text = 'Everybody knows that it was shown to be so by many others before.¹ It was also said in papers [2], [3].'
  expect(cited(text)).toEqual(['[2] → 2', '[3] → 3'])
})

test('a citation broken over a healed line end has its span in the source', () => {
  const site = sites('x (Roe and\nDoe, 2012) y')[0]
  expect(site?.span).toEqual({ path: 'a.md', start: 2, end: 21 })
  expect(site?.yearSpan).toEqual({ path: 'a.md', start: 16, end: 20 })
  expect(site?.cited.names?.map(({ span }) => [span.start, span.end])).toEqual([
    [3, 6],
    [11, 14],
  ])
})

test('skipped blocks are not searched', () => {
  const block: Block = {
    kind: 'paragraph',
    passage: verbatim('a', '(Roe, 2012)'),
    span: { path: 'a', start: 0, end: 11 },
  }
  expect(findCitations([block], { languages: ['en'], skip: () => true, numbered: true })).toEqual([])
})

test('spans slice back to the text, in order, whatever the text', () => {
  const words = fc.constantFrom(
    'Roe',
    'Doe',
    '(',
    ')',
    '[',
    ']',
    '2012',
    '1',
    ',',
    ';',
    'and',
    'et al.',
    '张明',
    '（',
    '）',
    'с. 5',
    '–',
    'Статья',
    'Стоуна',
    'года',
    '¹',
    '^2^',
    '\n',
    'ibid.',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'binary' })), { maxLength: 40 }), (parts) => {
      const text = parts.join(' ')
      let last = 0
      for (const site of sites(text, { language: 'ru' })) {
        expect(site.text).toBe(text.slice(site.span.start, site.span.end))
        expect(site.span.start).toBeGreaterThanOrEqual(last)
        expect(site.span.end).toBeGreaterThan(site.span.start)
        last = site.span.end
      }
    }),
  )
})

test.each([
  '(',
  '[',
  '(Roe, ',
  'Roe and ',
  '[1,',
  '2012 ',
  'Roe (2012) ',
  'J. ',
  '(Roe, 2012) ',
  'Статья Ву 2004 года ',
  '张明（2017）',
  '张',
  '¹',
  ' ',
  ', ',
  'et al. ',
])('takes time in proportion to the text: %s', (unit) => {
  const text = unit.repeat(Math.ceil(100_000 / unit.length))
  const spent = stopwatch()
  sites(text, { language: 'ru' })
  expect(spent()).toBeLessThan(4000)
})
