import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bibtex } from '../../../src/readers/bibtex/index.ts'
import { stopwatch } from '../../support/stopwatch.ts'

/** keys with their fields as written, and what was found wrong */
function read(text: string) {
  const parts = bibtex.read({ path: 'a.bib', format: 'bibtex', text, encoding: 'utf-8' })
  if (parts.kind !== 'library') throw new Error('no library')
  return {
    entries: parts.entries.map(({ key, fields }) => [key, ...fields.map(({ name, value }) => `${name}=${value}`)]),
    troubles: parts.troubles.map(({ code, span }) => [code, text.slice(span?.start, span?.end)]),
    comments: parts.comments.map((comment) => comment.text),
    parts,
  }
}

describe('well-formed BibTeX', () => {
  it('is read with delimiters, macros, comments and preamble', () => {
    const text = `% citelint-disable-next-line citations/undefined -- known
@string{jot = "Journal of " # things}
@string(things = {Things})
@preamble{"\\newcommand{\\x}{@misc{no}}"}
@comment{citelint-disable lists/order}
Free text with a mail address: someone@example.org
@Article{roe2020,
  Author = "Roe, {J"}. and {World Bank}",
  title = {Braces {inside} and an @ and @misc{nothing}},
  journal = jot, year = 2020, month = 3 # "~" # mar,
}
@book(doe, title = {In (parentheses)}, year = 1999)
`
    const { entries, troubles, comments } = read(text)
    expect(entries).toEqual([
      [
        'roe2020',
        'Author=Roe, {J"}. and {World Bank}',
        'title=Braces {inside} and an @ and @misc{nothing}',
        'journal=jot',
        'year=2020',
        'month=3 # "~" # mar',
      ],
      ['doe', 'title=In (parentheses)', 'year=1999'],
    ])
    expect(troubles).toEqual([['bibtex-undefined-string', 'things']])
    expect(comments).toEqual([
      ' citelint-disable-next-line citations/undefined -- known',
      'citelint-disable lists/order',
    ])
  })

  it('leaves entries alone that are commented out', () => {
    expect(read('%@misc{a, title={x}}\n@comment{@misc{b, title={x}}}\n@misc{c, % why\n title={x}}').entries).toEqual([
      ['c', 'title=x'],
    ])
  })

  it('is silent about nothing', () => {
    for (const text of ['', '  \n', '% only a comment\n'])
      expect(read(text)).toMatchObject({ entries: [], troubles: [] })
    expect(read('# Title\n\nA manuscript.').troubles).toEqual([['bibtex-no-entries', '# Title\n\nA manuscript.']])
  })
})

describe('damaged BibTeX', () => {
  const next = '\n@misc{next,\n  title = {Next}\n}\n'

  it('an unclosed brace in a value costs nothing else', () => {
    const { entries, troubles } = read(
      `@article{a,\n  title = {Open,\n  author = {Roe, Jane},\n  year = 2020\n}\n${next}`,
    )
    expect(entries).toEqual([
      ['a', 'title=Open', 'author=Roe, Jane', 'year=2020'],
      ['next', 'title=Next'],
    ])
    expect(troubles).toEqual([['bibtex-unclosed-value', '{Open']])
  })

  it('an unclosed quote likewise', () => {
    const { entries, troubles } = read(
      `@article{a,\n  title = "Open,\n  author = "Roe, Jane",\n  year = 2020\n}\n${next}`,
    )
    expect(entries.map(([key]) => key)).toEqual(['a', 'next'])
    expect(troubles.length).toBeGreaterThan(0)
  })

  it('an entry that is never closed ends where the next begins', () => {
    const { entries, troubles } = read(`@article{a,\n  title = {Open},\n  year = {2020}\n${next}`)
    expect(entries).toEqual([
      ['a', 'title=Open', 'year=2020'],
      ['next', 'title=Next'],
    ])
    expect(troubles).toEqual([['bibtex-unclosed-entry', '@article{a,']])
  })

  it('missing commas', () => {
    expect(read(`@misc{a\n title = {T}\n year = {2020}\n}${next}`)).toMatchObject({
      entries: [
        ['a', 'title=T', 'year=2020'],
        ['next', 'title=Next'],
      ],
      troubles: [
        ['bibtex-missing-comma', 'a'],
        ['bibtex-missing-comma', ''],
      ],
    })
    expect(read('@misc{a title = {T}}').entries).toEqual([['a', 'title=T']])
  })

  it('a brace too many', () => {
    expect(read(`@misc{a,\n title = {T}},\n year = {2020}\n}${next}`)).toMatchObject({
      entries: [
        ['a', 'title=T', 'year=2020'],
        ['next', 'title=Next'],
      ],
      troubles: [['bibtex-extra-brace', '}']],
    })
  })

  it('no key, no value, no quotes, no equals sign', () => {
    expect(read('@misc{, title={T}}')).toMatchObject({
      entries: [['', 'title=T']],
      troubles: [['bibtex-missing-key', '']],
    })
    expect(read('@misc{title={T}}')).toMatchObject({
      entries: [['', 'title=T']],
      troubles: [['bibtex-missing-key', '']],
    })
    expect(read('@misc{a, note = , title={T}}')).toMatchObject({
      entries: [['a', 'note=', 'title=T']],
      troubles: [['bibtex-missing-value', '=']],
    })
    expect(read('@misc{a, doi = 10.5555/abc, year = in press, title={T}}')).toMatchObject({
      entries: [['a', 'doi=10.5555/abc', 'year=in press', 'title=T']],
      troubles: [
        ['bibtex-unquoted-value', '10.5555/abc'],
        ['bibtex-unquoted-value', 'in press'],
      ],
    })
    expect(read('@misc{a, nonsense, title={T}}')).toMatchObject({
      entries: [['a', 'title=T']],
      troubles: [['bibtex-stray-text', 'nonsense']],
    })
  })

  it('keeps every repeated field and key and takes the first', () => {
    const { entries, troubles, parts } = read('@misc{a, year=2019, year=2020}\n@misc{a, year=2021}')
    expect(entries).toEqual([
      ['a', 'year=2019', 'year=2020'],
      ['a', 'year=2021'],
    ])
    expect(troubles).toEqual([
      ['bibtex-duplicate-field', 'year'],
      ['bibtex-duplicate-key', 'a'],
    ])
    expect(parts.entries.map(({ csl }) => csl.issued)).toEqual([{ 'date-parts': [[2019]] }, { 'date-parts': [[2021]] }])
  })

  it('an accent in quotes that is not braced', () => {
    expect(read('@misc{a, author = "G\\"odel, Kurt", year=1931}').entries).toEqual([
      ['a', 'author=G\\"odel, Kurt', 'year=1931'],
    ])
  })

  it('keys called like the inside of JavaScript (F149)', () => {
    const keys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const text = keys.map((key) => `@misc{${key}, __proto__ = {x}, constructor = {y}, title={T}}`).join('\n')
    expect(read(text).entries.map(([key]) => key)).toEqual(keys)
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('x')
    expect(({} as Record<string, unknown>).title).toBeUndefined()
  })

  it('lone surrogates and zeros (F140, F141)', () => {
    const { entries, parts } = read(
      '@misc{a\ud800, title={T\udc00\0}, url={https://example.org/\ud800}, doi={10.5555/\ud800}}',
    )
    expect(entries[0]?.[0]).toBe('a\ud800')
    expect(() => encodeURIComponent(JSON.stringify(parts))).not.toThrow()
  })
})

describe('any text', () => {
  const fixture = `@string{x = "y"}\n@article{k1,\n author = {Roe, J{\\"o} and others},\n title = "A {B} \\$ $\\alpha$",\n year = 2020 # x,\n}\n% c\n@book(k2, title={x})\n@misc{k3, crossref={k1}}\n`

  it('every prefix of a fixture is read and spans slice back', () => {
    for (let end = 0; end <= fixture.length; end++) {
      const text = fixture.slice(0, end)
      const { parts } = read(text)
      for (const entry of parts.entries) {
        expect(text.slice(entry.keySpan.start, entry.keySpan.end)).toBe(entry.key)
        for (const { name, value, span, nameSpan } of entry.fields) {
          expect([text.slice(span.start, span.end), text.slice(nameSpan.start, nameSpan.end)]).toEqual([value, name])
          expect(span.start >= entry.span.start && span.end <= entry.span.end).toBe(true)
        }
      }
    }
  })

  it('never throws', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.constantFrom(
        '@',
        '@misc{k,',
        '{',
        '}',
        '"',
        '=',
        'title=',
        'author={',
        ',',
        '\n',
        '\n@book{b,',
        '#',
        '%',
        '\\',
        '$',
        '(',
        ')',
        'and',
        'year=',
        '@string{',
        '@comment{',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('')
        for (const { fields, span } of read(text).parts.entries) {
          expect(span.end <= text.length).toBe(true)
          for (const field of fields) expect(text.slice(field.span.start, field.span.end)).toBe(field.value)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('hostile texts are read in linear time, without recursion (F139)', () => {
    const n = 100_000
    for (const text of [
      `@a{k, title = ${'{'.repeat(n)}x${'}'.repeat(n)}}`,
      `@a{k, author = ${'{'.repeat(n)}`,
      '@a{'.repeat(n),
      '@comment{'.repeat(n),
      '@preamble{"x"}'.repeat(n),
      `@a{k, title = ${'a # '.repeat(n)}}`,
      `@a{k, author = {${'A and '.repeat(n / 10)}}}`,
      `@a{k, title = {${'$'.repeat(n)}}}`,
      `@a{k,${' '.repeat(n)}x`,
    ]) {
      const spent = stopwatch()
      read(text)
      expect(spent()).toBeLessThan(2000)
    }
  })

  it('macros that double cannot fill the memory', () => {
    const bomb = Array.from({ length: 60 }, (_, i) => `@string{a${i + 1} = a${i} # a${i}}`).join('\n')
    const { troubles } = read(`@string{a0 = "xx"}\n${bomb}\n@misc{k, title = a60}`)
    expect(troubles[0]?.[0]).toBe('limit')
  })

  it('ten thousand entries take linear time (F136)', () => {
    const entry = (i: number) => `@article{k${i},\n author = {Roe, Jane},\n title = {Work ${i}},\n year = {2010}\n}\n`
    const spent = stopwatch()
    expect(read(Array.from({ length: 10_000 }, (_, i) => entry(i)).join('')).entries.length).toBe(10_000)
    expect(spent()).toBeLessThan(20_000)
  })
})
