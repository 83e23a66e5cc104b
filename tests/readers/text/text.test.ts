import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, ManuscriptParts } from '../../../src/model/block.ts'
import { text } from '../../../src/readers/text/index.ts'
import { stopwatch } from '../../support/stopwatch.ts'
import { fixtures } from './fixtures.ts'

function read(source: string): ManuscriptParts {
  return text.read({ path: 'a.txt', format: 'text', text: source, encoding: 'utf-8' }) as ManuscriptParts
}

function shown(source: string): readonly string[] {
  return read(source).blocks.map(({ kind, passage }) => `${kind}: ${passage.text}`)
}

/** Every piece that was kept reads as the source, the pieces are in order and cover the reading. */
function expectExact(source: string, blocks: readonly Block[]): void {
  for (const { passage, span, cells } of blocks) {
    expect(span.end).toBeGreaterThanOrEqual(span.start)
    for (const { text: reading, pieces } of [passage, ...(cells ?? [])]) {
      let at = 0
      let end = 0
      for (const piece of pieces) {
        expect(piece.at).toBe(at)
        expect(piece.start).toBeGreaterThanOrEqual(end)
        if (piece.length > 1 && piece.length === piece.end - piece.start) {
          const kept = reading.slice(piece.at, piece.at + piece.length)
          expect(kept.replace(/\s/g, ' ')).toBe(source.slice(piece.start, piece.end).replace(/\s/g, ' '))
        }
        at += piece.length
        end = piece.end
      }
      expect(at).toBe(reading.length)
    }
  }
}

describe('hard-wrapped lines', () => {
  test('a page break inside a sentence is healed, the running head and the page number left out', () => {
    const source = [
      'The harbour of the invented town was deepened in 1911, and the',
      'trade of the town doubled within a decade, as the customs',
      '',
      'Journal of Invented Harbours 12',
      '',
      '47',
      '',
      'records show. The railway came later and was never profit-',
      'able in the eyes of its owners. A real north-eastern hyphen',
      'stays, as does the north-',
      'eastern one at the end of a line.',
    ].join('\n')
    expect(shown(source)).toEqual([
      'paragraph: The harbour of the invented town was deepened in 1911, and the trade of the town doubled within a decade, as the customs',
      'paragraph: Journal of Invented Harbours 12',
      'running: 47',
      'paragraph: records show. The railway came later and was never profitable in the eyes of its owners. A real north-eastern hyphen stays, as does the north-eastern one at the end of a line.',
    ])
  })

  test('with a form feed beside it the head is furniture, and the sentence one again', () => {
    const page =
      'The harbour of the invented town was deepened in 1911, and the\nowners of the railway said that they had known it all along.\n'
    const source = `${page.repeat(6)}It was then that\n\fInvented Harbours 12\n\nthe war came. ${page}\n\fInvented Harbours 13\n\n${page.repeat(6)}`
    const blocks = shown(source)
    expect(blocks.filter((block) => block.startsWith('running'))).toEqual([
      'running: Invented Harbours 12',
      'running: Invented Harbours 13',
    ])
    expect(blocks[0]).toContain('It was then that the war came.')
  })

  test('indented first lines begin paragraphs', () => {
    const source = [
      '   The first paragraph is long enough to be wrapped at the margin of',
      'the page and ends here with a full stop at the very end of a line.',
      '   The second paragraph begins with an indent and goes on for a while',
      'until it ends too.',
    ].join('\n')
    expect(shown(source)).toEqual([
      'paragraph: The first paragraph is long enough to be wrapped at the margin of the page and ends here with a full stop at the very end of a line.',
      'paragraph: The second paragraph begins with an indent and goes on for a while until it ends too.',
    ])
  })
})

describe('marks', () => {
  test('light Markdown is read tolerantly', () => {
    const source = [
      '# A title with *emphasis*',
      '',
      '**Bold** words, a file\\_name, <https://example.org/a_b_c>, [a link](https://example.org/x\\_y), R&amp;D and 5 * 3 * 2.',
      '',
      '```',
      '[@not, a citation]',
      '```',
      '',
      '<!-- citelint-disable -->',
      '',
      '| Year | Tonnes |',
      '|------|-------:|',
      '| 1911 | 12 |',
      '',
      'REFERENCES:',
    ].join('\n')
    const parts = read(source)
    expect(parts.blocks.map(({ kind, passage, head }) => [kind, passage.text, head ?? false])).toEqual([
      ['heading', 'A title with emphasis', false],
      ['paragraph', 'Bold words, a file_name, https://example.org/a_b_c, a link, R&D and 5 * 3 * 2.', false],
      ['code', '```\n[@not, a citation]\n```', false],
      ['row', 'Year | Tonnes', true],
      ['row', '1911 | 12', false],
      ['heading', 'REFERENCES:', false],
    ])
    expect(parts.links.map(({ url, text: shownText }) => [url, shownText])).toEqual([
      ['https://example.org/a_b_c', 'https://example.org/a_b_c'],
      ['https://example.org/x_y', 'a link'],
    ])
    expect(parts.comments.map(({ text: comment }) => comment)).toEqual([' citelint-disable '])
    expect(parts.metadata.title?.text).toBe('A title with emphasis')
  })

  test('list markers, typed numbers, and a number that was lost', () => {
    const source = '- 1. First\n- 2. Second\n- Third\n- 4. (Fourth)\n\n• a bullet\n\n[5] a bracket\n\n(6) another'
    expect(
      read(source).blocks.map(({ kind, marker, passage }) => [
        kind,
        marker?.text,
        marker?.number,
        marker?.bullet,
        passage.text,
      ]),
    ).toEqual([
      ['item', '- 1.', 1, undefined, 'First'],
      ['item', '- 2.', 2, undefined, 'Second'],
      ['item', '-', undefined, true, 'Third'],
      ['item', '- 4.', 4, undefined, '(Fourth)'],
      ['item', '•', undefined, true, 'a bullet'],
      ['item', '[5]', 5, undefined, 'a bracket'],
      ['item', '(6)', 6, undefined, 'another'],
    ])
  })

  test('front matter names the library; keys are citations, accounts are not', () => {
    const parts = read('---\ntitle: "A title"\nbibliography: [a.bib, b.bib]\nlang: en\n---\n\nSee [@roe1999, p. 3].\n')
    expect(parts.metadata.title?.text).toBe('A title')
    expect(parts.metadata.bibliography.map(({ path }) => path)).toEqual(['a.bib', 'b.bib'])
    expect(parts.marked.map(({ key, locator }) => [key, locator])).toEqual([['roe1999', '3']])
    expect(read('Write to @roe or to roe@example.org.').marked).toEqual([])
  })
})

describe('any text', () => {
  test('every prefix of every fixture is read, and every kept piece slices back', () => {
    for (const source of Object.values(fixtures)) {
      for (let end = 0; end <= source.length; end += 7)
        expectExact(source.slice(0, end), read(source.slice(0, end)).blocks)
    }
  })

  test('line ends of any kind give the same readings', () => {
    for (const source of Object.values(fixtures)) {
      const expected = shown(source)
      for (const end of ['\r\n', '\r', '\u2028']) {
        const other = source.replaceAll('\n', end)
        expect(shown(other)).toEqual(expected.map((block) => block.replaceAll('\n', end)))
        expectExact(other, read(other).blocks)
      }
    }
  })

  test('hostile texts neither throw nor lose their spans', () => {
    const unit = fc.constantFrom(
      ...'aБ中.-*_[]()<>|#`~\\&\n\r\t\f \u00ad\ud83d\u200b0129:@!'.split(''),
      '<!--',
      '-->',
      '](',
      '```',
      '1. ',
      'References\n',
      '---\n',
    )
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 120 }), (units) => {
        const source = units.join('')
        expectExact(source, read(source).blocks)
      }),
      { numRuns: 400 },
    )
  })

  test.each([
    ['one long line', 'Lorem ipsum dolor sit amet, '.repeat(36_000)],
    ['full stops', ' .'.repeat(100_000)],
    ['empty items', '- \n'.repeat(100_000)],
    ['open links', '[a](b'.repeat(60_000)],
    ['open comments', '<!--'.repeat(60_000)],
    ['stars', '*a '.repeat(60_000)],
    ['fences that are never closed', '```a\n'.repeat(60_000)],
  ])('%s are read in linear time', (_, source) => {
    const spent = stopwatch()
    read(source)
    expect(spent()).toBeLessThan(3000)
  })
})
