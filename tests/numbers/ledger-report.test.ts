import { expect, test } from 'vitest'
import { toLedger } from '../../src/reporters/ledger.ts'
import { rules } from '../../src/rules/index.ts'
import { checkTexts, sourceFile } from '../support/example.ts'

test('the ledger shows every quantity with its slots and every relation with its computation', async () => {
  const text =
    'Exports fell from $960 million in 2020 to $1.85 billion in 2021.\n\nOf 420 respondents, 84 (20%) agreed.\n'
  const report = await checkTexts(rules, [sourceFile('m.md', 'markdown', text)])
  expect([...toLedger(report)].join('')).toBe(`m.md
  1:19  $960 million   960000000 USD   money    2020  Exports        falls
  1:43  $1.85 billion  1850000000 USD  money    2021  Exports        falls
  3:4   420            420             count          respondents
  3:21  84             84              count          agreed
  3:25  20%            20 %            percent        respondents

  2 relations checked, 1 holds
  ✗ 1  direction  $960 million to $1.85 billion is a rise
  ✓ 3  share  84 / 420 = 20.0 %

`)
})
