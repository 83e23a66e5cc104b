import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsv, toCsvPages } from '../../src/reporters/csv.ts'
import { HOSTILE, hostileReport } from './hostile.ts'
import { file, finding, report, rich } from './sample.ts'

/** RFC 4180. */
function parse(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; at = pattern.lastIndex) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found === null) throw new Error(`no cell at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`)
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}
const csv = (one: Parameters<typeof toCsv>[0]) => [...toCsv(one)].join('')
const cell = (message: string) =>
  parse(
    csv(
      report([
        file({ path: 'a.md', text: 'x' }, { findings: [finding({ path: 'a.md', start: 0, end: 1 }, { message })] }),
      ]),
    ),
  )[1]?.[6]

test('findings as rows', () => {
  expect(`\n${csv(rich).replaceAll('\r', '')}`).toMatchSnapshot()
})

test('o_csv: nothing that a spreadsheet would compute, numbers stay numbers, rows stay rows', () => {
  expect(['=1+1', '+1+1', '-1+1', '@sum', '\tx', '\rx', '＝1', ' =1', '\u00a0=1', '%x', '|x'].map(cell)).toEqual([
    ...["'=1+1", "'+1+1", "'-1+1", "'@sum", "'\tx", "'\rx", "'＝1", "' =1", "'\u00a0=1", "'%x", "'|x"],
  ])
  expect(['-5', '+5.25', '2014', 'a=b', 'x, "y"\nz', "it's"].map(cell)).toEqual([
    '-5',
    '+5.25',
    '2014',
    'a=b',
    'x, "y"\nz',
    "it's",
  ])
  const rows = parse(csv(hostileReport(HOSTILE.join('\n'))))
  expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([13]))
  expect(
    rows.flat().filter((one) => /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(one) && !/^[+-]?\d+(?:\.\d+)?$/.test(one)),
  ).toEqual([])
})

test('any words come back as they went, but for what is tamed or made visible', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (words) => {
      expect([words, `'${words}`]).toContain(cell(words))
    }),
  )
})

test('a folder: a row for each manuscript, a table for each', () => {
  const pages = [...toCsvPages(rich)].map(([name, text]) => [name, [...text].join('')] as const)
  expect(pages.map(([name]) => name)).toEqual([
    'index.csv',
    'manuscripts/lighthouses-en.md.csv',
    'manuscripts/灯塔.md.csv',
  ])
  expect(parse(pages[0]?.[1] ?? '').map((row) => [row[0], row[5], row[6], row[7], row[11]])).toEqual([
    ['path', 'errors', 'warnings', 'infos', 'not checked'],
    ['manuscripts/lighthouses-en.md', '1', '2', '0', '12 DOIs: offline'],
    ['manuscripts/灯塔.md', '1', '0', '1', '1 DOI: offline; links: offline'],
  ])
})
