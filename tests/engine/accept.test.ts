import { expect, test } from 'vitest'
import type { Settings } from '../../src/model/settings.ts'
import { rules } from '../../src/rules/index.ts'
import { checkTexts, NOTHING_ACCEPTED, sourceFile } from '../support/example.ts'

const PAPER =
  'Machines read (Quimbly, 2004), and prove (Doe, 2006).\n\n## References\n\nQuimby, A. (2004). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n'

async function said(accept: Partial<Settings['accept']>): Promise<readonly string[]> {
  const settings = { accept: { ...NOTHING_ACCEPTED, ...accept } }
  const report = await checkTexts(rules, [sourceFile('m.md', 'markdown', PAPER)], [], { settings })
  return report.files.flatMap((file) => file.findings.map((finding) => finding.ruleId))
}

test('a pair of forms that is accepted is no finding, in either order', async () => {
  expect(await said({})).toContain('citations/author')
  expect(await said({ pairs: [['Quimbly', 'Quimby']] })).not.toContain('citations/author')
  expect(await said({ pairs: [['Quimby', 'Quimbly']] })).not.toContain('citations/author')
  expect(await said({ pairs: [['Quimby', 'Quigley']] })).toContain('citations/author')
})

test('a name that is accepted is right as it is', async () => {
  expect(await said({ names: ['Quimbly'] })).not.toContain('citations/author')
})
