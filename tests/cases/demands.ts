import { readFileSync } from 'node:fs'
import type { Severity } from '../../src/model/finding.ts'
import { rules } from '../../src/rules/index.ts'
import { checkTexts, sourceFile } from '../support/example.ts'
import { manuscriptOf } from './rows.ts'

/** What a verdict of the tables asks of the check. */
interface Demand {
  /** one of these rules must speak */
  readonly says?: readonly string[]
  /** none of these may */
  readonly never?: readonly string[]
  /** none of the rules about names may be graver */
  readonly most: Severity
}

const NAMES = [
  'citations/author',
  'citations/missing-coauthor',
  'names/spelling',
  'names/swapped',
  'names/given-as-family',
  'names/person',
  'lists/counterpart-differs',
]
const UNLINKED = ['citations/undefined', 'citations/year']

const DEMANDS: Readonly<Record<string, Demand>> = {
  MISSPELLING: {
    says: ['citations/author', 'citations/missing-coauthor', 'names/spelling', 'lists/counterpart-differs'],
    most: 'error',
  },
  SWAP: { says: ['names/swapped'], most: 'warning' },
  WRONG_NAME: { says: ['names/given-as-family'], most: 'warning' },
  HOMOGLYPH: { says: ['names/spelling', 'citations/author'], most: 'warning' },
  MISSING_REFERENCE: { says: UNLINKED, most: 'warning' },
  MISSING_COUNTERPART: { says: ['lists/counterpart-missing'], most: 'warning' },
  AUTHOR_ORDER: { says: ['citations/author'], most: 'info' },
  UNSURE: { most: 'warning' },
  SAME: { most: 'info', never: UNLINKED },
  STYLE: { most: 'info', never: UNLINKED },
  AMBIGUOUS: { most: 'info', never: UNLINKED },
  DIFFERENT: { most: 'info' },
}

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }

/** The rows of a table with tabs, its head left out. */
export const rowsOf = (path: string): readonly (readonly string[])[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))

/** What of a row's verdict the check does not fulfil, with the manuscript and all that was said. */
export async function troubleWith(row: readonly string[]): Promise<string | undefined> {
  const [, left = '', right = '', verdict = '', why = ''] = row
  const manuscript = manuscriptOf(left, right, why)
  const report = await checkTexts(rules, [sourceFile('m.md', 'markdown', manuscript)])
  const findings = report.files.flatMap((file) => file.findings).filter(({ suppressed }) => !suppressed)
  const { says, never = [], most } = DEMANDS[verdict] as Demand
  const silent = says !== undefined && !findings.some(({ ruleId }) => says.includes(ruleId))
  const grave = findings.filter(
    ({ ruleId, severity }) => never.includes(ruleId) || (NAMES.includes(ruleId) && RANK[severity] > RANK[most]),
  )
  if (!silent && grave.length === 0) return undefined
  const said = findings.map(({ ruleId, severity, message }) => `${severity} ${ruleId}: ${message}`)
  return `${verdict}: ${silent ? `none of ${says?.join(', ')} speaks` : `too grave: ${grave.map(({ ruleId }) => ruleId).join(', ')}`}\n${said.join('\n')}\n\n${manuscript}`
}
