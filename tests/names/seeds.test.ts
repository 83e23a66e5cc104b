import { describe, expect, test } from 'vitest'
import { rules } from '../../src/rules/index.ts'
import { checkTexts } from '../support/example.ts'
import { readShared, sharedFolder } from '../support/shared.ts'

const folder = sharedFolder('seeds')
const own = rules.filter(({ id }) => /^(?:citations|names)\//.test(id))

/** Rule, severity and line of each finding, in order; nothing of the text. */
async function found(name: string): Promise<readonly string[]> {
  const source = readShared(folder as string, name)
  const report = await checkTexts(own, [source])
  const line = (offset: number): number => source.text.slice(0, offset).split('\n').length
  return report.files.flatMap(({ findings }) =>
    findings.map(({ ruleId, severity, span }) => `${line(span.start)} ${ruleId} ${severity}`),
  )
}

describe.skipIf(folder === undefined)('names of the two seeds', () => {
  test('the Russian one: four names that no entry has, and a given name cited as a surname', async () => {
    expect(await found('000_5475edef5b860754.txt')).toEqual([
      '55 citations/author error',
      '55 names/given-as-family warning',
      '57 citations/author error',
      '79 citations/author error',
      '111 citations/author error',
    ])
  })

  test('the English one: one person in one office under two spellings', async () => {
    expect(await found('003_a657e0b1b6a11810.txt')).toEqual(['133 names/person warning'])
  })
})
