import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../src/model/finding.ts'
import { rules } from '../../../src/rules/index.ts'
import { applyEdits } from '../../../src/text/edits.ts'
import { checkTexts, sourceFile } from '../../support/example.ts'
import { readShared, sharedFolder } from '../../support/shared.ts'

const folder = sharedFolder('seeds')
const mine = rules.filter(({ id }) => /^(?:lists|time|references|citations)\//.test(id))

async function found(name: string): Promise<{ text: string; findings: readonly Finding[] }> {
  const source = readShared(folder as string, name)
  const report = await checkTexts(mine, [source])
  return { text: source.text, findings: report.files.flatMap((file) => file.findings) }
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

describe.skipIf(folder === undefined)('the lists of the English seed', () => {
  const name = '003_a657e0b1b6a11810.txt'

  test('one split entry is the cause, with the mapping of the numbers', async () => {
    const { text, findings } = await found(name)
    const roots = findings.filter(({ ruleId, severity }) => ruleId === 'lists/split-entry' && severity === 'error')
    expect(roots).toHaveLength(1)
    expect(roots[0]?.data).toMatchObject({ number: 13, entry: '12', mapping: '14 → 13, the last item → 14' })
    expect(lineOf(text, roots[0]?.span.start ?? 0)).toBe(241)
  })

  test('what follows from it is folded under it; what does not stays', async () => {
    const { text, findings } = await found(name)
    const uncited = findings.filter(({ ruleId }) => ruleId === 'references/uncited')
    expect(uncited.map(({ span, foldedInto }) => [lineOf(text, span.start), foldedInto !== undefined])).toEqual([
      [227, false],
      [243, true],
    ])
  })

  test('the torn tail of entry 4 shifts nothing, and the lost numbers are told once', async () => {
    const { text, findings } = await found(name)
    const torn = findings.filter(({ messageId }) => messageId === 'torn')
    expect(torn.map(({ span, data }) => [lineOf(text, span.start), data.entry])).toEqual([[232, '4']])
    const lost = findings.filter(({ ruleId }) => ruleId === 'lists/numbering')
    expect(lost.map(({ data }) => data.numbers)).toEqual(['5, 9, 11, 14'])
  })

  test('the repair leaves a list of 14 numbered entries', async () => {
    const { text, findings } = await found(name)
    const edits = findings.flatMap(({ ruleId, fixes = [] }) =>
      ruleId === 'lists/split-entry' || ruleId === 'lists/numbering' ? fixes.flatMap((fix) => fix.edits) : [],
    )
    const repaired = applyEdits(text, edits)
    const report = await checkTexts(mine, [sourceFile(name, 'text', repaired)])
    const after = report.files.flatMap((file) => file.findings).filter(({ ruleId }) => ruleId.startsWith('lists/'))
    expect(after).toEqual([])
  })
})

describe.skipIf(folder === undefined)('the parallel lists of the Russian seed', () => {
  const name = '000_5475edef5b860754.txt'

  test('every difference that the file proves is found at its place, and nothing else', async () => {
    const { text, findings } = await found(name)
    const lists = findings.filter(({ ruleId }) => ruleId.startsWith('lists/'))
    expect(lists.map(({ ruleId, span, data }) => [ruleId, lineOf(text, span.start), data.field ?? data.ours])).toEqual([
      ['lists/counterpart-differs', 133, 'address'],
      ['lists/counterpart-differs', 137, 'author'],
      ['lists/counterpart-differs', 144, 'author'],
      ['lists/counterpart-differs', 150, 'author'],
      ['lists/romanisation', 163, 'mezhdru'],
      ['lists/counterpart-differs', 169, 'what is set in italics'],
      ['lists/counterpart-differs', 170, 'address'],
    ])
  })

  test('a source that is older than its claim', async () => {
    const { text, findings } = await found(name)
    const older = findings.filter(({ ruleId }) => ruleId.startsWith('time/'))
    expect(older.map(({ span, messageId }) => [lineOf(text, span.start), messageId])).toEqual([
      [79, 'older'],
      [105, 'era'],
    ])
  })
})
