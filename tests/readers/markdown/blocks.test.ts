import { describe, expect, test } from 'vitest'
import { markers, outline, read } from './reading.ts'

describe('healed text', () => {
  test.each([
    [
      'entities and escapes',
      'Fish &amp; chips, 5 &lt; 6, a\\_b, &copy; &#x4e2d;',
      ['paragraph||Fish & chips, 5 < 6, a_b, © 中'],
    ],
    ['lines of a paragraph', 'One  \ntwo\\\nthree\nfour<br>five', ['paragraph||One two three four five']],
    ['lines under CRLF and CR', 'One\r\ntwo\rthree', ['paragraph||One two three']],
    ['quotation marks of lines', '> One\n> two\n>     > three\nlazy', ['quote||One two > three lazy']],
    ['emphasis, code and maths', 'An *old **and** grey* `x@y` $a_b$ sea', ['paragraph||An old and grey   sea']],
    ['letters outside the first plane', '𝒜 *𠮷野家* &amp; 😀', ['paragraph||𝒜 𠮷野家 & 😀']],
    [
      'links show their text',
      '[Tides](https://example.org) <https://example.org/a> www.example.org',
      ['paragraph||Tides https://example.org/a www.example.org'],
    ],
    [
      'numbers that a definition makes links',
      'So [12].\n\n[12]: https://example.org/x',
      ['paragraph||So [12].', 'item|1|https://example.org/x'],
    ],
    [
      'headings',
      '# One {#sec:one .x}\n\nTwo\n===\n\n## Three ##',
      ['heading|1|One', 'heading|1|Two', 'heading|2|Three'],
    ],
    ['a paragraph above a rule is no heading', 'Long text\nof two lines\n---\n', ['paragraph||Long text of two lines']],
    [
      'captions',
      '![A tide](tide.png){width=50%}\n\nTable: Tides by year\n',
      ['caption||A tide', 'caption||Table: Tides by year'],
    ],
    ['maths on lines of its own', '$$\nx\n+ y\n$$\n\nText', ['math||$$\nx\n+ y\n$$', 'paragraph||Text']],
    ['an unclosed $$ swallows nothing', '$$ x\n\nText', ['paragraph||$$ x', 'paragraph||Text']],
    ['divs of pandoc', '::: {#refs}\nText\n:::\n', ['paragraph||Text']],
    ['HTML', '<p>One\n<b>two</b></p>\n\n<script>\nno()\n</script>', ['paragraph||One two']],
  ])('%s', (_, text, expected) => {
    expect(outline(text)).toEqual(expected)
  })
})

describe('lists', () => {
  test('a number typed behind a bullet is the number of that item', () => {
    const text = '- 12. Lind, A. Tides.\n- 13. (access date 1 May 2020)\n- Ek, B. Moons.\n'
    expect(outline(text)).toEqual(['item|1|Lind, A. Tides.', 'item|1|(access date 1 May 2020)', 'item|1|Ek, B. Moons.'])
    expect(markers(text)).toEqual([
      ['- 12.', 12],
      ['- 13.', 13],
      ['-', null, 'bullet'],
    ])
  })

  test.each([
    [
      'brackets',
      '* [12] Lind\n* \\[13\\] Ek',
      ['item|1|Lind', 'item|1|Ek'],
      [
        ['* [12]', 12],
        ['* [13]', 13],
      ],
    ],
    ['an escaped mark', '- 12\\. Lind', ['item|1|Lind'], [['- 12.', 12]]],
    [
      'numbers as typed',
      '1. One\n1. Two\n7) Seven',
      ['item|1|One', 'item|1|Two', 'item|1|Seven'],
      [
        ['1.', 1],
        ['1.', 1],
        ['7)', 7],
      ],
    ],
    [
      'nested lists',
      '- One\n  - Two\n\n  more',
      ['item|1|One', 'item|2|Two', 'paragraph|1|more'],
      [
        ['-', null],
        ['-', null],
      ],
    ],
    [
      'paragraphs',
      '[12] Lind\n\n13\\. Ek\n\n2019\\. A year',
      ['paragraph||[12] Lind', 'paragraph||13. Ek', 'paragraph||2019. A year'],
      [
        ['[12]', 12],
        ['13.', 13],
      ],
    ],
    [
      'an empty item',
      '1. One\n2.\n3. Three',
      ['item|1|One', 'item|1|', 'item|1|Three'],
      [
        ['1.', 1],
        ['2.', 2],
        ['3.', 3],
      ],
    ],
  ])('%s', (_, text, blocks, marks) => {
    expect(outline(text)).toEqual(blocks)
    expect(markers(text)).toEqual(marks)
  })

  test('the place of a typed number', () => {
    const text = '> - 13\\. Ek'
    const marker = read(text).blocks[0]?.marker
    expect(text.slice(marker?.span.start, marker?.span.end)).toBe('- 13\\.')
    expect(text.slice(marker?.numberSpan?.start, marker?.numberSpan?.end)).toBe('13')
  })
})

test('tables are rows of cells, with their place in the document', () => {
  const rows = read('| Year | Tide |\n|---|---|\n| 2010 | a \\| b |\n\nText\n\n|x|\n|-|\n').blocks
  expect(rows.map(({ kind, table, head, cells }) => [kind, table, head, cells?.map(({ text }) => text)])).toEqual([
    ['row', 0, true, ['Year', 'Tide']],
    ['row', 0, undefined, ['2010', 'a | b']],
    ['paragraph', undefined, undefined, undefined],
    ['row', 1, true, ['x']],
  ])
})

test('links have a text and a target, each with its place', () => {
  const text =
    'See [the *tide*](<https://example.org/a b> "t"), <https://example.org/c> and [it][1].\n\n[1]: https://example.org/d'
  const links = read(text).links.map((link) => ({
    url: link.url,
    text: link.text,
    at: text.slice(link.textSpan.start, link.textSpan.end),
    to: text.slice(link.urlSpan.start, link.urlSpan.end),
  }))
  expect(links).toEqual([
    { url: 'https://example.org/a b', text: 'the tide', at: 'the *tide*', to: 'https://example.org/a b' },
    {
      url: 'https://example.org/c',
      text: 'https://example.org/c',
      at: 'https://example.org/c',
      to: 'https://example.org/c',
    },
    { url: 'https://example.org/d', text: 'it', at: 'it', to: 'https://example.org/d' },
  ])
})

test('a target is given as written, whatever it looks like', () => {
  const text = '[a](https://example.org/$x$?q=@a_b_c) <https://example.org/$y$>'
  expect(read(text).links.map(({ url }) => url)).toEqual([
    'https://example.org/$x$?q=@a_b_c',
    'https://example.org/$y$',
  ])
})

test('comments are kept with their text and place', () => {
  const text = '<!-- one -->\n\nText <!-- two\nlines --> more\n\n<div><!-- three --></div>'
  expect(
    read(text).comments.map((comment) => [comment.text, text.slice(comment.span.start, comment.span.end)]),
  ).toEqual([
    ['one', '<!-- one -->'],
    ['two\nlines', '<!-- two\nlines -->'],
    ['three', '<!-- three -->'],
  ])
  expect(read('Text [@lind] <!-- open\n\nmore').troubles).toEqual([
    {
      code: 'comment-unclosed',
      message: 'This comment is never closed; what follows is read as text',
      span: { path: 'paper.md', start: 13, end: 17 },
    },
  ])
})
