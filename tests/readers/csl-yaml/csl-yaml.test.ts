import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cslYaml } from '../../../src/readers/csl-yaml/index.ts'

function read(text: string) {
  const parts = cslYaml.read({ path: 'a.yaml', format: 'csl-yaml', text, encoding: 'utf-8' })
  if (parts.kind !== 'library') throw new Error('no library')
  return {
    csl: parts.entries.map(({ csl }) => csl),
    written: parts.entries.map(({ fields }) => fields.map(({ name, value }) => `${name}=${value}`)),
    troubles: parts.troubles.map(({ code, fatal }) => (fatal ? `${code}!` : code)),
    comments: parts.comments.map(({ text: comment }) => comment),
    parts,
  }
}

describe('CSL-YAML', () => {
  it('is read as pandoc writes it', () => {
    const { csl, written, troubles, comments } = read(`---
# citelint-disable lists/order
references:
- id: roe2020
  type: article-journal
  title: "A title: with a colon"
  author:
  - family: Roe
    given: Jane
  issued:
    - year: 2020
      month: 5
  volume: 010
  DOI: 10.5555/abc
...
`)
    expect(csl).toEqual([
      {
        id: 'roe2020',
        type: 'article-journal',
        title: 'A title: with a colon',
        author: [{ family: 'Roe', given: 'Jane' }],
        issued: { 'date-parts': [[2020, 5]] },
        volume: '10',
        DOI: '10.5555/abc',
      },
    ])
    expect(written[0]?.filter((field) => !field.startsWith('author') && !field.startsWith('issued'))).toEqual([
      'id=roe2020',
      'type=article-journal',
      'title=A title: with a colon',
      'volume=010',
      'DOI=10.5555/abc',
    ])
    expect(troubles).toEqual([])
    expect(comments).toEqual([' citelint-disable lists/order'])
  })

  it('goes on after a mistake', () => {
    const { csl, troubles } = read('- id: a\n  title: "open\n- id: b\n  title: T\n  title: U\n')
    expect(csl.length).toBeGreaterThan(0)
    expect(troubles).toContain('yaml-syntax')
    expect(read('- id: a\n  title: T\n  title: U\n- id: a\n').troubles).toEqual([
      'csl-duplicate-field',
      'csl-duplicate-id',
    ])
    expect(read('hello').troubles).toEqual(['csl-no-items'])
    expect(read('').troubles).toEqual([])
  })

  it('alias bombs, merge keys and tags (F150)', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
      .split('')
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`)
      .join('\n')}\nreferences:\n- id: x\n  title: *i\n`
    expect(read(bomb).troubles).toEqual(['limit'])
    expect(read('base: &b {publisher: P}\nreferences:\n- <<: *b\n  id: a\n').csl).toEqual([
      { id: 'a', type: 'document', publisher: 'P' },
    ])
    expect(read('- id: a\n  title: !!js/function "function(){}"\n').csl).toEqual([
      { id: 'a', type: 'document', title: 'function(){}' },
    ])
    expect(read('- &x\n  id: a\n  note: *x\n').csl.length).toBe(1)
  })

  it('depth has a limit (F139)', () => {
    for (const text of ['['.repeat(100_000), '- '.repeat(100_000), '{a: '.repeat(100_000), '? '.repeat(50_000)]) {
      expect(read(text).troubles).toEqual(['limit!'])
    }
  })

  it('never throws; every prefix is read; spans slice back', () => {
    const fixture =
      '# c\nreferences:\n- id: a\n  title: \'T\'\n  note: |\n    long\n    text\n  author: [{family: R}]\n- {id: b, title: "x y"}\n'
    for (let end = 0; end <= fixture.length; end++) {
      const text = fixture.slice(0, end)
      for (const { fields } of read(text).parts.entries) {
        for (const { value, span } of fields) expect(text.slice(span.start, span.end)).toBe(value)
      }
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => read(text).csl.length >= 0))
    const piece = fc.constantFrom(
      '- ',
      'id: ',
      'a',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '"',
      ':',
      '#',
      '? ',
      '<<: ',
      '!!x ',
      '|',
      '>',
    )
    fc.assert(fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => read(pieces.join('')).csl.length >= 0))
  })
})
