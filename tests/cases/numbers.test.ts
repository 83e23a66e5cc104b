import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runJob } from '../../src/engine/pipeline.ts'
import { loadReader } from '../../src/readers/index.ts'
import { createReferenceParser } from '../../src/reference-parser/index.ts'
import { rules } from '../../src/rules/index.ts'
import { NOTHING_ACCEPTED, sourceFile } from '../support/example.ts'
import { manuscriptOf, READ, rowsOf, SILENT, VERDICTS } from '../support/number-cases.ts'
import { sharedFolder } from '../support/shared.ts'

const folder = sharedFolder('data/cases')
/** The shared table where it is here, and our own. */
const rows = [
  ...(folder === undefined ? [] : rowsOf(join(folder, 'numbers.tsv'))),
  ...rowsOf(new URL('numbers.tsv', import.meta.url)),
  ...rowsOf(new URL('numbers-second.tsv', import.meta.url)),
]

const numbers = rules.filter(({ id }) => id.startsWith('numbers/'))

async function check(manuscript: string): Promise<Awaited<ReturnType<typeof runJob>>['file']> {
  const source = sourceFile('m.md', 'markdown', manuscript)
  const settings = { rules: {}, accept: NOTHING_ACCEPTED }
  const tools = { reader: loadReader, rules: numbers, parser: createReferenceParser() }
  return (await runJob({ source, libraries: [], missingLibraries: [], settings }, tools)).file
}

describe('cases of numbers', () => {
  test.each(rows.map((row) => [row.id, row.verdict, row] as const))('%s is %s', async (id, verdict, row) => {
    const { findings, quantities } = await check(manuscriptOf(row))
    const said = findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`)
    const expected = VERDICTS[verdict]
    if (expected === undefined) {
      expect(SILENT).toContain(verdict)
      expect(said).toEqual([])
    } else {
      expect(expected).toEqual(expect.arrayContaining(said))
      if (verdict !== 'UNSURE') expect(said.length).toBeGreaterThan(0)
    }
    if (READ[id] !== undefined) expect(quantities.map(({ value, unit }) => `${value} ${unit}`)).toEqual(READ[id])
  })
})
