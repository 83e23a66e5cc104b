import { describe, expect, test } from 'vitest'
import { cited, keys, read } from './reading.ts'

describe('pandoc citations', () => {
  test('a group has one citation for each item, with prefix, locator and suffix', () => {
    expect(cited('Tides turn [see @lind2010, pp. 33-35, 38-39 and elsewhere; also -@ek99, chap. 3].')).toEqual([
      {
        kind: 'key',
        key: 'lind2010',
        prefix: 'see',
        locator: '33-35, 38-39',
        suffix: 'and elsewhere',
        text: '@lind2010',
        group: '[see @lind2010, pp. 33-35, 38-39 and elsewhere; also -@ek99, chap. 3]',
      },
      {
        kind: 'key',
        key: 'ek99',
        prefix: 'also',
        locator: 'chap. 3',
        suppressAuthor: true,
        text: '-@ek99',
        group: '[see @lind2010, pp. 33-35, 38-39 and elsewhere; also -@ek99, chap. 3]',
      },
    ])
  })

  test('a narrative key takes the bracket behind it as its locator', () => {
    expect(cited('As @roe [p. 4] says')).toEqual([
      { kind: 'key', key: 'roe', narrative: true, locator: '4', text: '@roe', group: '@roe [p. 4]' },
    ])
    expect(cited('As @roe [@lind] says')).toEqual([
      { kind: 'key', key: 'roe', narrative: true, text: '@roe' },
      { kind: 'key', key: 'lind', text: '@lind', group: '[@lind]' },
    ])
  })

  test('a braced key holds anything; a locator may stand in braces', () => {
    expect(cited('[@{https://example.org/a_b?c=(d)}] and [@ek, {pp. iv, vi-xi}, with care]')).toEqual([
      {
        kind: 'key',
        key: 'https://example.org/a_b?c=(d)',
        text: '@{https://example.org/a_b?c=(d)}',
        group: '[@{https://example.org/a_b?c=(d)}]',
      },
      {
        kind: 'key',
        key: 'ek',
        locator: 'iv, vi-xi',
        suffix: 'with care',
        text: '@ek',
        group: '[@ek, {pp. iv, vi-xi}, with care]',
      },
    ])
  })

  test.each([
    ['punctuation inside, never at the end', 'So @a:b.c-d_e+f/g. And @h;', ['a:b.c-d_e+f/g', 'h']],
    ['two marks in a row end a key', '@lind--more', ['lind']],
    ['a possessive', "@lind's view", ['lind']],
    ['emphasis around and inside words', '*@lind_2010_tides* and __@ek__', ['lind_2010_tides', 'ek']],
    ['underscores before emphasis', '_@lind_ and _see @ek_99_ and __@a_b__', ['lind', 'ek_99', 'a_b']],
    ['letters of any script', '[@линд2010; @林2011; @é]', ['линд2010', '林2011', 'é']],
    ['names of object members', '[@__proto__; @constructor]', ['__proto__', 'constructor']],
    ['a group over two lines of a quotation', '> so [@lind,\n> p. 3; @ek]', ['lind', 'ek']],
    ['two keys in one item', '[@lind, @ek]', ['lind', 'ek']],
    ['an item without a key: the keys are narrative', '[@lind; and others]', ['lind']],
    ['a key that looks like an address', 'so -@lind.2010b and [-@ek.abc]', ['lind.2010b', 'ek.abc']],
    ['a key that a definition makes a link', '[@lind] here\n\n[@lind]: https://example.org', ['lind']],
    [
      'headings, cells, items, captions',
      '# A [@a]\n\n|x|\n|-|\n|[@b]|\n\n- [@c]\n\n![d [@d]](d.png)',
      ['a', 'b', 'c', 'd'],
    ],
    ['HTML blocks', '<div>\nText [@lind] <b title="@no">@ek</b>\n</div>', ['lind', 'ek']],
    [
      'LaTeX commands',
      '\\citep[see][p. 3]{lind, ek} \\citet*{roe} \\cites{no} \\citealp{a_b_c}',
      ['lind', 'ek', 'roe', 'a_b_c'],
    ],
    ['dollars that are no maths', 'spent $5 million [@lind] and $6 million [@ek]', ['lind', 'ek']],
  ])('%s', (_, text, expected) => {
    expect(keys(text)).toEqual(expected)
  })

  test.each([
    ['code', '`@lind` and\n\n```\n[@ek]\n```'],
    ['indented code', '    [@ek]'],
    ['maths', '$x_@lind$ and $$\n@ek\n+ @roe\n$$ and \\begin{align}[@a]\\end{align}'],
    ['e-mail addresses', 'anna.lind@example.org, <bo@example.org>, [Bo](mailto:bo@example.org)'],
    ['addresses', 'https://example.org/@lind and <https://example.org/@ek> and [x](https://example.org/@roe "@ek")'],
    ['texts of links', '[@lind](https://example.org/lind)'],
    ['escapes', '\\@lind'],
    ['comments', '<!-- [@lind] --> text <!-- @ek -->'],
    [
      'cross-references',
      '@fig:one [@tbl:a; @sec:b] @eq:c @lst:d @fig-one @tbl-two @sec-three @eq-four @lst-five @thm-six',
    ],
    ['a lone mark', '@ and [@] and @. and @@'],
  ])('%s cite nothing', (_, text) => {
    expect(cited(text)).toEqual([])
  })

  test('identifiers cite by themselves', () => {
    expect(cited('[@doi:10.5555/abc.d; @pmid:123] @arxiv:2001.00001')).toEqual([
      {
        kind: 'identifier',
        scheme: 'doi',
        key: '10.5555/abc.d',
        text: '@doi:10.5555/abc.d',
        group: '[@doi:10.5555/abc.d; @pmid:123]',
      },
      { kind: 'identifier', scheme: 'pmid', key: '123', text: '@pmid:123', group: '[@doi:10.5555/abc.d; @pmid:123]' },
      { kind: 'identifier', scheme: 'arxiv', key: '2001.00001', narrative: true, text: '@arxiv:2001.00001' },
    ])
    expect(cited('So [@tides].\n\n[@tides]: doi:10.5555/tides')).toEqual([
      { kind: 'identifier', scheme: 'doi', key: '10.5555/tides', text: '@tides', group: '[@tides]' },
    ])
  })
})

describe('notes', () => {
  test('a note mark, its note, an inline note, and a mark whose note is missing', () => {
    const text = 'One[^1] two^[Three [@ek].] four[^lost].\n\n[^1]: Five @lind.\n\n    Six.\n'
    expect(cited(text)).toEqual([
      { kind: 'note', key: '1', text: '[^1]' },
      { kind: 'note', key: '^1', text: '^[Three [@ek].]' },
      { kind: 'key', key: 'ek', text: '@ek', group: '[@ek]' },
      { kind: 'note', key: 'lost', text: '[^lost]' },
      { kind: 'key', key: 'lind', narrative: true, text: '@lind' },
    ])
    expect(read(text).blocks.map(({ kind, label, passage }) => [kind, label, passage.text])).toEqual([
      ['paragraph', undefined, 'One two four[^lost].'],
      ['note', '^1', 'Three [@ek].'],
      ['note', '1', 'Five @lind.'],
      ['note', '1', 'Six.'],
    ])
  })
})
