import { expect, test } from 'vitest'
import type { Finding } from '../../../src/model/finding.ts'
import { rules } from '../../../src/rules/index.ts'
import { checkTexts, sourceFile } from '../../support/example.ts'

async function found(text: string): Promise<readonly Finding[]> {
  const mine = rules.filter(({ id }) => /^(?:lists|references|citations)\//.test(id))
  const report = await checkTexts(mine, [sourceFile('m.txt', 'text', text)])
  return report.files.flatMap((file) => file.findings)
}

const open = (findings: readonly Finding[]): readonly string[] =>
  findings
    .filter(({ foldedInto, severity }) => foldedInto === undefined && severity !== 'info')
    .map(({ ruleId, messageId }) => `${ruleId} ${messageId}`)

const ENTRIES = [
  'Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.',
  'Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.',
  'Poe C. Lists that hold // Journal of Invented Results. 2008. Vol. 6. P. 25–29.',
  'Lee D. Numbers that count // Journal of Invented Results. 2009. Vol. 7. P. 35–39.',
] as const

test('a gap explains the citation of the missing number', async () => {
  const text = `Roe [1], Doe [2], nobody [3], and Lee [4].\n\nReferences\n\n1. ${ENTRIES[0]}\n2. ${ENTRIES[1]}\n4. ${ENTRIES[3]}\n`
  expect(open(await found(text))).toEqual(['lists/numbering gap'])
})

test('a split entry explains what its numbers upset, not what no count mends', async () => {
  const [before, after] = ENTRIES[1].split(' Vol. ')
  const text = `Roe [1] built, Doe [2] proved, Poe [3] listed, and Lee [4] counted them. Others did not [9].\n\nReferences\n\n1. ${ENTRIES[0]}\n2. ${before}\n3. Vol. ${after}\n4. ${ENTRIES[2]}\n5. ${ENTRIES[3]}\n`
  expect([...open(await found(text))].sort()).toEqual(['citations/undefined number', 'lists/split-entry shifted'])
})

test('a number that stands twice explains why the second work seems uncited', async () => {
  const text = `Roe [1], Doe [2], Lee [3].\n\nReferences\n\n1. ${ENTRIES[0]}\n2. ${ENTRIES[1]}\n2. ${ENTRIES[2]}\n3. ${ENTRIES[3]}\n`
  expect(open(await found(text))).toEqual(['lists/numbering repeat'])
})
