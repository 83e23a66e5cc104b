import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

interface Labelled {
  readonly id: string
  readonly lang: string
}

interface GoldName {
  readonly family?: string
  readonly given?: string
  readonly literal?: string
  readonly 'non-dropping-particle'?: string
}

interface GoldReference extends Labelled {
  readonly raw: string
  readonly damage?: string
  readonly gold: Readonly<Record<string, unknown>>
}

interface GoldStatistic {
  readonly kind: string
  readonly df1?: number
  readonly df2?: number
  readonly value: number
  readonly p?: number
  readonly pComparison: string
  readonly tail?: string
  readonly start: number
  readonly end: number
  readonly consistent: boolean
  readonly decisionError?: boolean
}

interface GoldQuantity {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly value: number
  readonly unit: string
  readonly kind: string
  readonly magnitude?: string
  readonly low?: number
  readonly high?: number
  readonly hedge?: string
  readonly elided?: boolean
}

type StatisticsLine = Labelled & { readonly text: string; readonly stats: readonly GoldStatistic[] }
type QuantitiesLine = Labelled & { readonly text: string; readonly quantities: readonly GoldQuantity[] }

function readLines<T>(path: string): readonly T[] {
  const url = new URL(`../../evaluation/${path}`, import.meta.url)
  return readFileSync(url, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
}

function perLanguage(lines: readonly Labelled[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { lang } of lines) counts[lang] = (counts[lang] ?? 0) + 1
  return counts
}

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

/** Letters, marks and digits alone, as the scorer of references folds them, without spaces. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

const textFields = [
  'title',
  'translated-title',
  'container-title',
  'collection-title',
  'volume',
  'issue',
  'page',
  'publisher',
  'publisher-place',
  'edition',
  'genre',
  'number',
  'number-of-pages',
  'DOI',
  'URL',
  'ISBN',
  'archive',
  'archive_location',
] as const

function goldTexts(gold: Readonly<Record<string, unknown>>): readonly string[] {
  const names = ['author', 'editor', 'translator'].flatMap((field) => (gold[field] ?? []) as readonly GoldName[])
  const issued = gold.issued as { readonly 'date-parts': readonly (readonly number[])[] } | undefined
  return [
    ...names.flatMap((name) => Object.values(name) as string[]),
    ...textFields.flatMap((field) => (gold[field] === undefined ? [] : [gold[field] as string])),
    ...(issued === undefined ? [] : [String(issued['date-parts'][0]?.[0])]),
  ]
}

describe('the multilingual references', () => {
  const references = readLines<GoldReference>('references/multilingual.jsonl')

  test('cover the languages, a fifth of them damaged', () => {
    const counts = perLanguage(references)
    const sum = (...langs: readonly string[]) => langs.reduce((total, lang) => total + (counts[lang] ?? 0), 0)
    expect(references.length).toBeGreaterThanOrEqual(400)
    expect(sum('ru')).toBeGreaterThanOrEqual(80)
    expect(sum('kk')).toBeGreaterThanOrEqual(80)
    expect(sum('zh')).toBeGreaterThanOrEqual(80)
    expect(sum('uk')).toBeGreaterThanOrEqual(40)
    expect(sum('ru-Latn', 'kk-Latn', 'zh-Latn', 'uk-Latn', 'other-Latn')).toBeGreaterThanOrEqual(80)
    expect(sum('ja', 'ko', 'tr', 'pl', 'de', 'fr')).toBeGreaterThanOrEqual(40)
    expect(references.filter(({ damage }) => damage !== undefined).length).toBeGreaterThan(references.length / 5)
  })

  test('are all different', () => {
    expect(repeated(references.map(({ id }) => id))).toEqual([])
    expect(repeated(references.map(({ raw }) => raw))).toEqual([])
  })

  test('hold every gold value in their text', () => {
    const strays = references.flatMap(({ id, raw, gold }) =>
      goldTexts(gold)
        .filter((text) => text !== text.trim() || folded(text) === '' || !folded(raw).includes(folded(text)))
        .map((text) => `${id}: ${text}`),
    )
    expect(strays).toEqual([])
  })

  test('name people by family or as a whole', () => {
    const bare = references.flatMap(({ id, gold }) =>
      ['author', 'editor', 'translator']
        .flatMap((field) => (gold[field] ?? []) as readonly GoldName[])
        .filter(({ family, literal }) => (family === undefined) === (literal === undefined))
        .map((name) => `${id}: ${JSON.stringify(name)}`),
    )
    expect(bare).toEqual([])
  })
})

describe('the test statistics', () => {
  const lines = readLines<StatisticsLine>('numbers/gold/statistics.jsonl')
  const stats = lines.flatMap(({ id, text, stats }) => stats.map((stat) => ({ id, text, stat })))

  test('are enough in each language, a third of them wrong', () => {
    const counts = perLanguage(lines.flatMap(({ id, lang, stats }) => stats.map(() => ({ id, lang }))))
    expect(stats.length).toBeGreaterThanOrEqual(200)
    for (const lang of ['en', 'ru', 'kk', 'zh']) expect(counts[lang]).toBeGreaterThanOrEqual(40)
    const wrong = stats.filter(({ stat }) => !stat.consistent).length
    expect(wrong / stats.length).toBeGreaterThan(0.3)
    expect(wrong / stats.length).toBeLessThan(0.4)
    expect(stats.filter(({ stat }) => stat.tail !== undefined).length).toBeGreaterThanOrEqual(15)
    expect(lines.filter(({ stats }) => stats.length === 0).length).toBeGreaterThanOrEqual(20)
    expect(repeated(lines.map(({ text }) => text))).toEqual([])
  })

  test('slice back to a letter, a value and a p', () => {
    const odd = stats.filter(({ text, stat }) => {
      const slice = text.slice(stat.start, stat.end).normalize('NFKC').replaceAll('·', '.').replaceAll(',', '.')
      const digits = String(Math.abs(stat.value)).replace(/^0\./, '.')
      return !/^[*$]?(?:[tFrzZQχ]|chi|хи|卡方)/u.test(slice) || slice !== slice.trim() || !slice.includes(digits)
    })
    expect(odd.map(({ id }) => id)).toEqual([])
  })

  test('have the degrees of freedom of their kind, and decision errors only where they are wrong', () => {
    const needed: Readonly<Record<string, number>> = { t: 1, r: 1, chi2: 1, Q: 1, F: 2, z: 0 }
    for (const { id, stat } of stats) {
      const given = [stat.df1, stat.df2].filter((df) => df !== undefined).length
      expect([id, given]).toEqual([id, needed[stat.kind]])
      expect(stat.pComparison === 'ns').toBe(stat.p === undefined)
      if (stat.decisionError) expect(stat.consistent).toBe(false)
      if (stat.tail !== undefined) expect(stat.consistent).toBe(true)
    }
  })
})

describe('the quantities', () => {
  const lines = readLines<QuantitiesLine>('numbers/gold/quantities.jsonl')
  const all = lines.flatMap(({ id, text, quantities }) => quantities.map((quantity) => ({ id, text, quantity })))

  test('come from enough sentences in each language, some without any', () => {
    const counts = perLanguage(lines)
    expect(lines.length).toBeGreaterThanOrEqual(300)
    for (const lang of ['en', 'ru', 'kk', 'zh']) expect(counts[lang]).toBeGreaterThanOrEqual(70)
    expect(lines.filter(({ quantities }) => quantities.length === 0).length).toBeGreaterThanOrEqual(40)
    expect(repeated(lines.map(({ text }) => text))).toEqual([])
  })

  test('slice back to their text, in order and apart', () => {
    for (const { id, text, quantities } of lines) {
      let last = 0
      for (const quantity of quantities) {
        expect([id, text.slice(quantity.start, quantity.end)]).toEqual([id, quantity.text])
        expect(quantity.text).toBe(quantity.text.trim())
        expect(quantity.start).toBeGreaterThanOrEqual(last)
        last = quantity.end
      }
    }
  })

  test('use the kinds, hedges and units of the README', () => {
    const kinds = ['count', 'money', 'percent', 'points', 'ratio', 'share', 'measure']
    const hedges = ['about', 'nearly', 'over', 'under', 'at-least', 'at-most', undefined]
    for (const { id, text, quantity } of all) {
      expect(kinds).toContain(quantity.kind)
      expect(hedges).toContain(quantity.hedge)
      expect([id, quantity.unit === '']).toEqual([id, quantity.kind === 'count' || quantity.kind === 'share'])
      if (quantity.magnitude !== undefined) expect(text.toLowerCase()).toContain(quantity.magnitude.toLowerCase())
      if (quantity.elided) expect(quantity.magnitude).toBeDefined()
      if (quantity.low === undefined || quantity.high === undefined) continue
      expect(quantity.value).toBeCloseTo((quantity.low + quantity.high) / 2, 6)
      expect(quantity.low).toBeLessThan(quantity.high)
    }
  })
})
