import { expect, test } from 'vitest'
import { outline, read } from './reading.ts'

function front(text: string): unknown {
  return JSON.parse(
    JSON.stringify(read(text).metadata, (_, value) => (value?.pieces === undefined ? value : value.text)),
  )
}

test('title, authors, abstract, language, date, libraries and nocite', () => {
  const text = `---
title: 'Tides: a study'
authors:
  - name: Anna Lind
    affiliation: 1
  - given-names: Bo
    surname: Ek
  - Carl Roe
abstract: |
  First line [@lind]
  and second.
lang: en-GB
date: 2020-05-01
bibliography: [refs.bib, "more refs.json"]
nocite: |
  @ek, @*
---
# Text
`
  expect(front(text)).toEqual({
    title: 'Tides: a study',
    authors: ['Anna Lind', 'Bo Ek', 'Carl Roe'],
    abstract: 'First line [@lind] and second.',
    language: 'en-GB',
    date: '2020-05-01',
    bibliography: [
      { path: 'refs.bib', span: { path: 'paper.md', start: 216, end: 224 } },
      { path: 'more refs.json', span: { path: 'paper.md', start: 227, end: 241 } },
    ],
    nocite: ['ek', '*'],
  })
  expect(text.slice(216, 224)).toBe('refs.bib')
  expect(text.slice(227, 241)).toBe('more refs.json')
  expect(outline(text)).toEqual(['heading|1|Text'])
  expect(read(text).marked.map(({ key, span }) => [key, text.slice(span.start, span.end)])).toEqual([['lind', '@lind']])
})

test('a plain author, CRLF, and `...` at the end', () => {
  expect(front('---\r\nauthor: Anna Lind\r\nbibliography: refs.bib\r\n...\r\n\r\nText')).toEqual({
    authors: ['Anna Lind'],
    bibliography: [{ path: 'refs.bib', span: { path: 'paper.md', start: 38, end: 46 } }],
    nocite: [],
  })
})

test('what is malformed is a trouble with its place; the rest is kept', () => {
  const text = '---\ntitle: "Tides\nbibliography: refs.bib\n---\n\nText'
  expect(read(text).troubles.map(({ code }) => code)).toEqual(['front-matter-malformed'])
  expect(outline(text)).toEqual(['paragraph||Text'])
})

test.each([
  ['an alias bomb', `---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\ntitle: *c\n---\nText`],
  ['merge keys', '---\nbase: &b {title: x}\n<<: *b\n---\nText'],
  ['tags', '---\ntitle: !!js/function "function () {}"\nauthor: !thing x\n---\nText'],
  ['an alias to nothing', '---\ntitle: *none\n---\nText'],
  ['deep nesting', `---\ntitle: ${'['.repeat(2500)}\n---\nText`],
  ['no YAML at all', '---\n%%%\n\t@\n---\nText'],
  ['a name of an object member', '---\n__proto__: {title: x}\nconstructor: y\n---\nText'],
])('%s is harmless', (_, text) => {
  expect(outline(text)).toEqual(['paragraph||Text'])
})

test('a rule at the start is no front matter', () => {
  expect(outline('---\n\nText')).toEqual(['paragraph||Text'])
})
