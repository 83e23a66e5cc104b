import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ManuscriptParts } from '../../src/model/block.ts'
import { text } from '../../src/readers/text/index.ts'
import { type FoundList, findReferenceLists } from '../../src/reference-list/index.ts'
import { fixtures } from '../readers/text/fixtures.ts'
import { stopwatch } from '../support/stopwatch.ts'

function find(source: string): readonly FoundList[] {
  const { blocks } = text.read({ path: 'a.txt', format: 'text', text: source, encoding: 'utf-8' }) as ManuscriptParts
  return findReferenceLists(blocks, { path: 'a.txt', source })
}

function entries(source: string): readonly string[] {
  return find(source).flatMap((list) => list.entries.map(({ passage }) => passage.text))
}

const one = 'Example, A. (2001). Counting clocks. Journal of Invented Towns, 3(2), 11-19.'
const two = 'Sample, B. (2003). Ships that nobody saw. Invented Press.'
const three = 'Third, C. & Sample, B. (2004). A town without a map. Journal of Invented Towns, 6(1), 1-9.'
const four = 'Fourth, D. (2005). Maps without a town. Maps, 1, 22-30. https://example.org/maps'

describe('the fixtures', () => {
  test('English: five items, three works and a half, one lost number', () => {
    const [list] = find(fixtures.english as string)
    expect([list?.heading, list?.language, list?.numbering]).toEqual(['REFERENCES:', 'en', 'typed'])
    expect(list?.items.map(({ number, entry, continues }) => [number, entry, continues])).toEqual([
      [1, 0, undefined],
      [2, 1, undefined],
      [undefined, 1, 'tail'],
      [undefined, 2, undefined],
      [4, 3, undefined],
      [5, 3, 'access-date'],
    ])
    expect(list?.entries.map(({ passage }) => passage.text)).toEqual([
      'Example, A. (2001). Counting clocks. Journal of Invented Towns, 3(2), 11-19. doi:10.5555/clocks.1',
      'Sample, B. & Example, A. (2003). Ships that nobody saw and the clocks that counted them. Invented Press.',
      'Third, C. (2004). A lost number. Journal of Invented Towns, 6(1), 1-9.',
      'The clocks of the town [Electronic resource] URL: https://example.org/clocks (access date: 08.02.2022)',
    ])
  })

  test('Russian: two lists; the numbered sentences of the body are none', () => {
    const lists = find(fixtures.russian as string)
    expect(
      lists.map(({ heading, language, numbering, entries: found }) => [heading, language, numbering, found.length]),
    ).toEqual([
      ['Литература', 'ru', 'typed', 3],
      ['References', 'en', 'typed', 3],
    ])
    expect(lists[0]?.entries.map(({ number }) => number)).toEqual([1, 2, 3])
  })

  test('Kazakh and Chinese', () => {
    expect(
      find(fixtures.kazakh as string).map(({ heading, language, entries: found }) => [heading, language, found.length]),
    ).toEqual([['Пайдаланылған әдебиеттер тізімі:', 'kk', 3]])
    expect(
      find(fixtures.chinese as string).map(({ heading, language, entries: found }) => [
        heading,
        language,
        found.length,
      ]),
    ).toEqual([['参考文献：', 'zh', 3]])
  })
})

describe('ways to write a list', () => {
  test.each([
    ['one a line', [one, two, three, four].join('\n')],
    ['one a paragraph', [one, two, three, four].join('\n\n')],
    ['bulleted', [one, two, three, four].map((entry) => `* ${entry}`).join('\n')],
    ['numbered', [one, two, three, four].map((entry, index) => `${index + 1}. ${entry}`).join('\n')],
    ['bracketed', [one, two, three, four].map((entry, index) => `[${index + 1}] ${entry}`).join('\n')],
    ['numbered without a mark', [one, two, three, four].map((entry, index) => `${index + 1} ${entry}`).join('\n')],
    [
      'numbers on lines of their own',
      [one, two, three, four].map((entry, index) => `${index + 1}.\n${entry}`).join('\n'),
    ],
    ['labelled', [one, two, three, four].map((entry, index) => `[Ab0${index}] ${entry}`).join('\n')],
    ['run together', [one, two, three, four].map((entry, index) => `${index + 1}. ${entry}`).join(' ')],
    ['run into its heading', `: ${[one, two, three, four].map((entry, index) => `${index + 1}. ${entry}`).join(' ')}`],
    ['hard-wrapped and hanging', [one, two, three, four].map((entry) => wrap(entry, 44).join('\n    ')).join('\n')],
    [
      'hard-wrapped and numbered',
      [one, two, three, four].map((entry, index) => wrap(`${index + 1}. ${entry}`, 44).join('\n')).join('\n'),
    ],
    ['hard-wrapped without anything', [one, two, three, four].map((entry) => wrap(entry, 44).join('\n')).join('\n')],
    ['torn by a page', `${one}\n\n${two.slice(0, 30)}\n\n14\n\n${two.slice(30)}\n\n${three}\n\n${four}`],
  ])('%s', (_, list) => {
    const heading = list.startsWith(':') ? 'References' : 'References\n\n'
    expect(entries(`A town.\n\n${heading}${list}`)).toEqual([one, two, three, four])
  })

  test('without a heading, at the end of the text', () => {
    expect(entries(`There is a town.\n\n${[one, two, three, four].join('\n\n')}`)).toEqual([one, two, three, four])
    expect(entries(`There is a town, said Example (2001).\n\n${one}`)).toEqual([])
  })

  test.each([
    ['REFERENCES', 'en'],
    ['6. References', 'en'],
    ['## **Works Cited**', 'en'],
    ['R E F E R E N C E S', 'en'],
    ['Список использованных источников', 'ru'],
    ['СПИСОК ЛИТЕРАТУРЫ:', 'ru'],
    ['Әдебиеттер', 'kk'],
    ['Список використаних джерел', 'uk'],
    ['参 考 文 献', 'zh'],
    ['Literaturverzeichnis', 'de'],
    ['Références bibliographiques', 'fr'],
    ['Bibliografía', 'es'],
    ['Riferimenti bibliografici', 'it'],
    ['Referências', 'pt'],
    ['Kaynakça', 'tr'],
    ['Piśmiennictwo', 'pl'],
    ['引用・参考文献', 'ja'],
    ['참고문헌', 'ko'],
  ])('%s is a heading', (heading, language) => {
    const lists = find(`A town.\n\n${heading}\n\n${one}\n\n${two}\n`)
    expect(lists.map((list) => [list.language, list.entries.length])).toEqual([[language, 2]])
  })

  test('the list ends where something else begins', () => {
    for (const after of ['Appendix', 'About the authors', '## Supplement', 'Сведения об авторах']) {
      expect(
        entries(`References\n\n${one}\n\n${two}\n\n${after}\n\nAda Example lives in the town and counts its clocks.`),
      ).toEqual([one, two])
    }
  })

  test('two complete entries are never joined', () => {
    expect(entries(`References\n\n- ${two.slice(0, -1)}\n- ${three}`)).toEqual([two.slice(0, -1), three])
  })
})

function wrap(entry: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of entry.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

describe('any text', () => {
  test('never throws; items and entries are in order and slice back', () => {
    const part = fc.constantFrom(
      one,
      two,
      three,
      'References',
      'Литература',
      '1. ',
      '[2] ',
      '- ',
      '\n',
      '\n\n',
      ' ',
      'coun-\n',
      '(access date: 1.1.2020)',
      '12',
      '\f',
      'Appendix',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const source = parts.join('')
        for (const list of find(source)) {
          expect(list.items.map(({ entry }) => entry)).toEqual(
            list.items.map(({ entry }) => entry).sort((a, b) => a - b),
          )
          for (const { passage, span, markerSpan, number } of list.entries) {
            expect(span.start).toBeLessThanOrEqual(span.end)
            for (const { at, length, start, end } of passage.pieces) {
              if (length > 1 && length === end - start)
                expect(passage.text.slice(at, at + length).replace(/\s/g, ' ')).toBe(
                  source.slice(start, end).replace(/\s/g, ' '),
                )
            }
            if (markerSpan !== undefined && number !== undefined)
              expect(source.slice(markerSpan.start, markerSpan.end)).toContain(String(number))
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  test.each([
    ['headings', 'References\n\n'.repeat(30_000)],
    ['entries in one paragraph', `References\n\n${`${one} `.repeat(10_000)}`],
    [
      'numbered lines',
      `References\n\n${Array.from({ length: 30_000 }, (_, index) => `${index + 1}. ${one}`).join('\n')}`,
    ],
  ])('%s in linear time', (_, source) => {
    const spent = stopwatch()
    find(source)
    expect(spent()).toBeLessThan(4000)
  })
})

const seeds = new URL('../../../shared/seeds/', import.meta.url)

describe('the sample manuscripts', () => {
  const present = existsSync(seeds)
  if (!present) console.log('skipped: ../shared/seeds is not here')

  test.skipIf(!present)('every list and every entry is found', () => {
    const counts = ['000_5475edef5b860754.txt', '003_a657e0b1b6a11810.txt'].map((name) =>
      find(readFileSync(new URL(name, seeds), 'utf8')).map((list) => [list.items.length, list.entries.length]),
    )
    expect(counts).toEqual([
      [
        [19, 19],
        [19, 19],
      ],
      [[16, 14]],
    ])
  })
})
