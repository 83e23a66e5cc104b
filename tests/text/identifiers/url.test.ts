import { describe, expect, it } from 'vitest'
import {
  diagnoseUrl,
  findIdentifiers,
  findUrls,
  normaliseUrl,
  trimClosing,
} from '../../../src/text/identifiers/index.ts'
import { stopwatch } from '../../support/stopwatch.ts'

function urls(text: string) {
  return findUrls(text).map(({ start, end, value, damages }) => ({
    raw: text.slice(start, end),
    value,
    damages: damages.map(({ kind, start: from, end: to, fixed }) => [kind, text.slice(from, to), fixed]),
  }))
}
const raw = (text: string) => urls(text).map((url) => [url.raw, ...url.damages])

describe('URLs as they stand', () => {
  it('leaves the marks of the sentence alone and keeps balanced parentheses', () => {
    expect(raw('See https://example.org/a_(b), or (https://example.org/c). «https://example.org/d»')).toEqual([
      ['https://example.org/a_(b)'],
      ['https://example.org/c'],
      ['https://example.org/d'],
    ])
  })

  it('allows hosts and paths of any script', () => {
    expect(raw('https://пример.example/Статья_о_чём-то?я=1 далее')).toEqual([
      ['https://пример.example/Статья_о_чём-то?я=1'],
    ])
    expect(raw('http://www.example.org/新闻.html，访问')).toEqual([['http://www.example.org/新闻.html']])
    expect(raw('http://www.example.org/a访问')).toEqual([['http://www.example.org/a']])
  })

  it('normalises scheme, host and escapes', () => {
    expect(normaliseUrl('HTTPS://Example.ORG:443/A b#c')).toBe('https://example.org/A%20b')
    expect(normaliseUrl('mailto:a@example.org')).toBeUndefined()
    expect(normaliseUrl('https://example.org/\ud800')).toBe('https://example.org/%EF%BF%BD')
    expect(normaliseUrl('http://')).toBeUndefined()
  })

  it('tells a DOI’s address once', () => {
    expect(findIdentifiers('https://doi.org/10.5555/abc').map(({ scheme }) => scheme)).toEqual(['doi'])
    expect(findIdentifiers('https://example.org/doi/10.5555/abc').map(({ scheme }) => scheme)).toEqual(['url', 'doi'])
  })
})

describe('URLs and their damage', () => {
  it('sees spaces inside', () => {
    expect(raw('https:// example.org/a')).toEqual([['https:// example.org/a', ['space-inside', ' ', '']]])
    expect(raw('https://www. example.org/a b')).toEqual([['https://www. example.org/a', ['space-inside', ' ', '']]])
    expect(raw('https://example.org/news/ 2020/01/a.html is')).toEqual([
      ['https://example.org/news/ 2020/01/a.html', ['space-inside', ' ', '']],
    ])
    expect(raw('https://example.org/a-\nb-c.html')).toEqual([
      ['https://example.org/a-\nb-c.html', ['space-inside', '\n', '']],
    ])
    expect(raw('Https://example.org/a/147825702 115423 (accessed)')).toEqual([
      [
        'Https://example.org/a/147825702 115423',
        ['odd-case', 'Https://', 'https://'],
        ['space-inside', ' ', undefined],
      ],
    ])
    expect(raw('https://example.org/ and then')).toEqual([['https://example.org/']])
    expect(raw('https://example.org/ (accessed 2020)')).toEqual([['https://example.org/']])
    expect(raw('https://example.org/a. Next sentence.')).toEqual([['https://example.org/a']])
    expect(raw('https://example.org/ https://example.org/b')).toEqual([
      ['https://example.org/'],
      ['https://example.org/b'],
    ])
  })

  it('sees what is cut off', () => {
    expect(raw('https://example.org/long-')).toEqual([['https://example.org/long-', ['cut-off', '-', undefined]]])
    expect(raw('https://example.org/a/…')).toEqual([['https://example.org/a/', ['cut-off', '…', undefined]]])
    expect(raw('https://example.org/a/...')).toEqual([['https://example.org/a/', ['cut-off', '...', undefined]]])
    expect(raw('https://example/a')).toEqual([['https://example/a', ['missing-tld', 'example', undefined]]])
  })

  it('sees wrong schemes; an odd case is only that', () => {
    expect(raw('htp://example.org/a')).toEqual([['htp://example.org/a', ['wrong-scheme', 'htp://', 'http://']]])
    expect(raw('https//example.org/a')).toEqual([['https//example.org/a', ['wrong-scheme', 'https//', 'https://']]])
    expect(raw('http:/example.org/a')).toEqual([['http:/example.org/a', ['wrong-scheme', 'http:/', 'http://']]])
    expect(raw('Https://example.org/a')).toEqual([['Https://example.org/a', ['odd-case', 'Https://', 'https://']]])
    expect(raw('http://https://example.org')).toEqual([
      ['http://https://example.org', ['doubled-prefix', 'http://https://', 'https://']],
    ])
    expect(raw('The http/2 protocol and http: the rest, ftp or https')).toEqual([])
  })

  it('unescapes underscores', () => {
    expect(urls('https://example.org/a\\_b')).toEqual([
      { raw: 'https://example.org/a\\_b', value: 'https://example.org/a_b', damages: [['latex-escape', '\\_', '_']] },
    ])
  })

  it('sees look-alike letters in the host only', () => {
    expect(raw('https://ехаmple.org/а')).toEqual([
      [
        'https://ехаmple.org/а',
        ['lookalike-letter', 'е', 'e'],
        ['lookalike-letter', 'х', 'x'],
        ['lookalike-letter', 'а', 'a'],
      ],
    ])
  })

  it('diagnoses a field', () => {
    expect(diagnoseUrl('https://example.org/a b')).toEqual({
      value: 'https://example.org/a',
      damages: [{ kind: 'space-inside', start: 21, end: 23 }],
      isFiller: false,
    })
    expect(diagnoseUrl('see the site')).toEqual({
      damages: [{ kind: 'not-an-identifier', start: 0, end: 12 }],
      isFiller: false,
    })
  })
})

describe('any text', () => {
  it('is read in linear time (F138)', () => {
    expect(trimClosing(`x${' .'.repeat(100_000)}x`, 0, 200_002)).toBe(200_002)
    for (const text of [
      `https://example.org/${' .'.repeat(100_000)}x`,
      `https://example.org/a${'.'.repeat(100_000)}`,
      'https://'.repeat(20_000),
      'http '.repeat(20_000),
      `https://${'a.'.repeat(50_000)}`,
      `https://${'a-'.repeat(50_000)}`,
      'www.'.repeat(20_000),
      `https:${' '.repeat(100_000)}`,
      `https://example.org/${'('.repeat(100_000)}`,
    ]) {
      const spent = stopwatch()
      findUrls(text)
      expect(spent()).toBeLessThan(1000)
    }
  })
})

describe('an address with a blank inside', () => {
  it.each([
    ['https://example.org/a/1478 15423 (access date: 1.2.2024)', 'https://example.org/a/1478 15423', false],
    ['https://example.org/doc/ 34567 (дата обращения: 1.2.2024)', 'https://example.org/doc/ 34567', true],
    ['https://example.org/rus/K150 0000414', 'https://example.org/rus/K150 0000414', false],
    ['https://example.org/d?id=12 &page=4 (accessed 2024)', 'https://example.org/d?id=12 &page=4', true],
    ['https://example.org/d/%D0%B0 %B1.html', 'https://example.org/d/%D0%B0 %B1.html', true],
    ['https://exa mple.org/rus (accessed 2024)', 'https://exa mple.org/rus', false],
  ])('%s', (text, found, isCertain) => {
    const [url] = findUrls(text)
    expect(text.slice(url?.start, url?.end)).toBe(found)
    expect(url?.damages.map(({ kind, fixed }) => [kind, fixed])).toEqual([['space-inside', isCertain ? '' : undefined]])
  })

  it.each([
    'https://example.org/docs 2024 (accessed 1.2.2024)',
    'https://example.org/docs 12 Jan 2024',
    'https://example.org/docs. 2023. P. 5',
    'https://example.org/docs some words (accessed 2024)',
  ])('ends before a word or a year: %s', (text) => {
    const [url] = findUrls(text)
    expect(text.slice(url?.start, url?.end)).toBe('https://example.org/docs')
  })
})
