import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { check, extract, parse, VERSION } from '../src/index.ts'

const LIBRARY = '@book{roe2004, author={Roe, Ann}, title={Literate Machines}, year={2004}, publisher={Example Press}}'
const REFERENCE = 'Ветров А. А. Читаемые машины // Вестник примеров. 2004. № 2. С. 5–9.'

test('the version is that of package.json', () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  expect(VERSION).toBe(version)
})

test('check reads texts and says what does not agree', async () => {
  const report = await check([{ path: 'paper.md', text: '\uFEFFSee [@roe2004] and [@reo2004].' }], {
    libraries: [{ path: 'refs.bib', text: LIBRARY }],
  })
  expect(report.files.map((file) => file.source.path)).toEqual(['paper.md', 'refs.bib'])
  expect(report.files[0]?.findings.map((finding) => finding.message)).toEqual(['No reference has the key `reo2004`'])
  expect(report.summary).toMatchObject({ files: 2, references: 1, citations: 2, errors: 1, warnings: 0 })
})

test('parse reads one typed-out reference', () => {
  expect(parse(REFERENCE)?.csl).toMatchObject({
    type: 'article-journal',
    author: [{ family: 'Ветров', given: 'А. А.' }],
    issued: { 'date-parts': [[2004]] },
    page: '5-9',
  })
  expect(parse('')).toBeNull()
})

test('extract gives the references of a manuscript', async () => {
  const items = await extract({ path: 'paper.txt', text: `Машины читают [1].\n\nЛитература\n\n1. ${REFERENCE}\n` })
  expect(items.map((item) => item.title)).toEqual(['Читаемые машины'])
})

test('a path of no known format is refused with help', async () => {
  await expect(check([{ path: 'paper.xyz', text: '' }])).rejects.toMatchObject({ code: 'unknown-format' })
})
