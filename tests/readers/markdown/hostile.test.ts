import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markdown, tooDeepForMarkdown } from '../../../src/readers/markdown/index.ts'
import { stopwatch } from '../../support/stopwatch.ts'
import { misplaced, read } from './reading.ts'

const FIXTURE = readFileSync(new URL('./fixtures/tides.md', import.meta.url), 'utf8').replace(/\r\n/g, '\n')

const MARKS = fc.constantFrom(
  ...[
    '@a',
    '[',
    ']',
    '(',
    ')',
    '*',
    '_',
    '`',
    '$',
    '$$',
    '\\',
    '&amp;',
    '&',
    '<',
    '>',
    '<!--',
    '-->',
    '\n',
    '\r\n',
    '\n\n',
  ],
  ...[
    '> ',
    '- ',
    '1. ',
    '[^1]',
    '[^1]: ',
    '^[',
    ': ',
    '|',
    '|-|',
    '---\n',
    '# ',
    '@{',
    '}',
    ';',
    '    ',
    '\t',
    '~',
    'x',
    ' ',
  ],
  ...[
    'é',
    '𝒜',
    '\ud800',
    '\udc00',
    '\0',
    '\uFEFF',
    '\u2028',
    'http://a.b/c',
    'a@b.cd',
    '\\cite{',
    '[12]',
    '\\begin{align}',
  ],
)
const SOUP = fc.array(MARKS, { maxLength: 60 }).map((marks) => marks.join(''))

describe('any text', () => {
  test('is read, and every piece leads back to it', () => {
    fc.assert(
      fc.property(fc.oneof(SOUP, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const parts = read(text)
        expect(parts.troubles.filter(({ fatal }) => fatal)).toEqual([])
        expect(misplaced(parts, text)).toEqual([])
      }),
      { numRuns: 1500 },
    )
  })

  test('is read whatever prefix of a manuscript it is', () => {
    for (let end = 0; end <= FIXTURE.length; end++) {
      const text = FIXTURE.slice(0, end)
      const parts = read(text)
      expect(parts.troubles.filter(({ fatal }) => fatal)).toEqual([])
      expect(misplaced(parts, text)).toEqual([])
    }
  })

  test('says the same under CRLF', () => {
    const said = (text: string): unknown => {
      const parts = read(text)
      return [parts.blocks.map(({ kind, passage }) => [kind, passage.text]), parts.marked.map(({ key }) => key)]
    }
    const windows = FIXTURE.replace(/\n/g, '\r\n')
    expect(misplaced(read(windows), windows)).toEqual([])
    expect(JSON.parse(JSON.stringify(said(windows)).replaceAll('\\r\\n', '\\n'))).toEqual(said(FIXTURE))
  })
})

describe('heaps of marks', () => {
  test.each([
    '*a_ ',
    '[',
    '> ',
    '>',
    '- ',
    '1. ',
    '- 1. ',
    '> - ',
    '](',
    '![',
    '`a``',
    '_',
    '[@a; ',
    '@a [',
    'a\n===\n',
  ])('100,000 units of “%s” are left to the plain-text reader, or read', (mark) => {
    const text = mark.repeat(Math.ceil(100_000 / mark.length))
    const spent = stopwatch()
    const { troubles } = markdown.read({ path: 'a.md', format: 'markdown', text, encoding: 'utf-8' }) as ReturnType<
      typeof read
    >
    expect(spent()).toBeLessThan(20_000)
    expect(troubles.every(({ code }) => code === 'read-as-plain-text')).toBe(true)
  })

  test.each([
    [
      'a long reference list',
      Array.from({ length: 2000 }, (_, n) => `${n + 1}. Lind, A. *Sea* [Online] _x_`).join('\n'),
    ],
    ['a long table', `|a|b|\n|-|-|\n${'| **a** | *b* [1] |\n'.repeat(2000)}`],
    ['long prose', 'Tides *turn* [@lind] and `turn`.\n\n'.repeat(5000)],
    ['deep but honest lists', '- a\n  - b\n    - c\n      - d\n        - e\n'],
  ])('%s is Markdown', (_, text) => {
    expect(tooDeepForMarkdown(text)).toBe(false)
  })

  test('a key, a group and a brace that never end take no time', () => {
    const spent = stopwatch()
    for (const mark of ['@{', '@a ', '@a:', 'a@b.c ', '$a ', '\\cite{', '<a ', '&am'])
      read(mark.repeat(20_000 / mark.length))
    expect(spent()).toBeLessThan(30_000)
  })
})
