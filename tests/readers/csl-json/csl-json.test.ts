import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cslJson } from '../../../src/readers/csl-json/index.ts'
import { stopwatch } from '../../support/stopwatch.ts'

function read(text: string) {
  const parts = cslJson.read({ path: 'a.json', format: 'csl-json', text, encoding: 'utf-8' })
  if (parts.kind !== 'library') throw new Error('no library')
  return {
    csl: parts.entries.map(({ csl }) => csl),
    written: parts.entries.map(({ fields }) => fields.map(({ name, value }) => `${name}=${value}`)),
    troubles: parts.troubles.map(({ code, fatal }) => (fatal ? `${code}!` : code)),
    parts,
  }
}

describe('CSL-JSON', () => {
  it('is read with the place of every field', () => {
    const text =
      '[{"id": "a", "type": "book", "title": "T \\"q\\"", "volume": 3,\n "author": [{"family":"Roe"}, {"literal": "WHO"}], "issued": {"date-parts": [["2020", 5]]}}]'
    const { csl, written, parts, troubles } = read(text)
    expect(csl).toEqual([
      {
        id: 'a',
        type: 'book',
        title: 'T "q"',
        volume: '3',
        author: [{ family: 'Roe' }, { literal: 'WHO' }],
        issued: { 'date-parts': [[2020, 5]] },
      },
    ])
    expect(written).toEqual([
      [
        'id=a',
        'type=book',
        'title=T \\"q\\"',
        'volume=3',
        'author=[{"family":"Roe"}, {"literal": "WHO"}]',
        'issued={"date-parts": [["2020", 5]]}',
      ],
    ])
    expect(troubles).toEqual([])
    expect(parts.entries[0]?.keySpan).toEqual({ path: 'a.json', start: 9, end: 10 })
  })

  it('stands alone, under `references` or `items`, and may be Crossref’s', () => {
    expect(read('{"id": "a", "type": "book"}').csl).toEqual([{ id: 'a', type: 'book' }])
    expect(read('{"references": [{"id": "a"}]}').csl).toEqual([{ id: 'a', type: 'document' }])
    expect(
      read(
        '{"message": {"type": "journal-article", "title": ["T"], "container-title": ["J"], "id": 7, "issued": {"date-parts": [[null]]}}}',
      ).csl,
    ).toEqual([{ id: '7', type: 'article-journal', title: 'T', 'container-title': 'J' }])
  })

  it('gives what can be read of broken JSON, with the place', () => {
    const { csl, troubles, parts } = read('[{"id": "a", "title": "T",},\n {"id": "b" "title": "U"}')
    expect(csl).toEqual([
      { id: 'a', type: 'document', title: 'T' },
      { id: 'b', type: 'document', title: 'U' },
    ])
    expect(troubles).toEqual(['json-syntax', 'json-syntax'])
    expect(parts.troubles[0]).toEqual({
      code: 'json-syntax',
      message: 'This is no JSON here: comma expected',
      span: { path: 'a.json', start: 41, end: 48 },
    })
  })

  it('tells repeats, missing ids and what is no item', () => {
    expect(read('[{"id":"a","title":"x","title":"y"},{"id":"a"},{"title":"z"},3]').troubles).toEqual([
      'csl-duplicate-field',
      'csl-duplicate-id',
      'csl-missing-id',
      'csl-not-an-item',
    ])
    expect(read('{"hello": 1}').troubles).toEqual(['csl-no-items'])
    expect(read('').troubles).toEqual([])
  })

  it('depth and size have limits (F151)', () => {
    const spent = stopwatch()
    expect(read('['.repeat(100_000)).troubles).toEqual(['limit!'])
    expect(read(`[{"id":"a","title":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`).troubles).toEqual(['limit!'])
    expect(read(`[${'1,'.repeat(10_000_000)}1]`).troubles).toEqual(['limit!'])
    expect(read(`[{"id":"a","title":"${'['.repeat(100_000)}"}]`).troubles).toEqual([])
    expect(spent()).toBeLessThan(10_000)
  })

  it('names of JavaScript’s own (F149) and lone surrogates (F140)', () => {
    const { csl, parts } = read('[{"id":"__proto__","__proto__":{"x":1},"constructor":"c","title":"\\ud800"}]')
    expect(csl[0]?.id).toBe('__proto__')
    expect(({} as Record<string, unknown>).x).toBeUndefined()
    expect(JSON.stringify(parts)).toContain('\\ud800')
  })

  it('never throws; every prefix is read; spans slice back', () => {
    const fixture =
      '[{"id":"a","title":"T\\u0041","author":[{"family":"R"}],"issued":{"raw":"2020"}, "n": null},{"id":2}]'
    for (let end = 0; end <= fixture.length; end++) {
      const text = fixture.slice(0, end)
      for (const { fields } of read(text).parts.entries) {
        for (const { value, span, name, nameSpan } of fields) {
          expect(text.slice(span.start, span.end)).toBe(value)
          expect(text.slice(nameSpan.start, nameSpan.end)).toBe(name)
        }
      }
    }
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc.json().map((json) => `[{"id":1,"author":${json},"issued":${json}}]`),
        ),
        (text) => read(text).csl.length >= 0,
      ),
    )
  })
})
