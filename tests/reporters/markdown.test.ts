import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { toMarkdown, toStepSummary } from '../../src/reporters/markdown/index.ts'
import { code, md } from '../../src/reporters/markdown/tag.ts'
import { HOSTILE, hostileReport } from './hostile.ts'
import { file, finding, report, rich } from './sample.ts'

const parse = (text: string): Nodes => unified().use(remarkParse).use(remarkGfm).parse(text)
function* nodes(node: Nodes): Iterable<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* nodes(child)
}
const kinds = (text: string): readonly string[] => [...new Set([...nodes(parse(text))].map(({ type }) => type))].sort()
const plain = (text: string): string =>
  [...nodes(parse(text))].map((node) => ('value' in node ? node.value : '')).join('')

test('a letter', () => {
  expect(`\n${[...toMarkdown(rich)].join('')}`).toMatchSnapshot()
})

test('a step summary', () => {
  expect(`\n${[...toStepSummary(rich)].join('')}`).toMatchSnapshot()
})

test('o_md_summary: a value is nothing but its words', () => {
  for (const words of [
    ...HOSTILE,
    '- x',
    '+ x',
    '1. x',
    '2) x',
    '# x',
    '> x',
    '===',
    '---',
    '    x',
    '[^1]: x',
    '![x]',
    '~~x~~',
    'me@example.org',
  ]) {
    expect(
      kinds(md`- ${words}`.text).filter(
        (kind) => !['inlineCode', 'list', 'listItem', 'paragraph', 'root', 'text'].includes(kind),
      ),
    ).toEqual([])
    expect(kinds(md`| a |\n|---|\n| ${words} |`.text)).not.toContain('html')
    expect(
      [...nodes(parse(md`| a |\n|---|\n| ${words} |`.text))].filter(({ type }) => type === 'tableCell'),
    ).toHaveLength(2)
  }
  expect(md`${'Roe_[1] *said* @maintainer #12 <b>'}`.text).toBe(
    'Roe\\_\\[1\\] \\*said\\* @&#8203;maintainer \\#&#8203;12 \\<b\\>',
  )
  expect(md`${'See https://example.org/a_b, or www.example.org'}`.text).toBe(
    'See `https://example.org/a_b,` or `www.example.org`',
  )
  expect(plain(md`${'2 < 3 & 4 > 1 \\ 5'}`.text)).toBe('2 < 3 & 4 > 1 \\ 5')
  expect(code('a `b` ``c``').text).toBe('``` a `b` ``c`` ```')
  expect(code('a|b').text).toBe('`a¦b`')
})

test('o_md_summary: no report pings, links or loads anything', () => {
  for (const words of HOSTILE) {
    for (const text of [
      [...toMarkdown(hostileReport(words))].join(''),
      [...toStepSummary(hostileReport(words))].join(''),
    ]) {
      const found = [...nodes(parse(text))]
      const types = found.map(({ type }) => type)
      for (const type of [
        'html',
        'image',
        'link',
        'linkReference',
        'imageReference',
        'definition',
        'footnoteDefinition',
        'code',
      ]) {
        expect(types).not.toContain(type)
      }
      const texts = found.flatMap((node) => (node.type === 'text' ? [node.value] : [])).join('\n')
      expect(texts).not.toMatch(/(?:^|\W)@[\w-]|(?:^|\s)#\d/)
    }
  }
})

test('a summary of very many findings stays below the limit of GitHub', () => {
  const path = 'a.md'
  const many = Array.from({ length: 5000 }, (_, index) =>
    finding({ path, start: 0, end: 4 }, { fingerprint: `f${index}`, message: 'm'.repeat(300) }),
  )
  const text = [...toStepSummary(report([file({ path, text: 'text' }, { findings: many })]))].join('')
  expect(text.length).toBeLessThan(200_000)
  expect(text).toContain('4900 more are in the whole report.')
})
