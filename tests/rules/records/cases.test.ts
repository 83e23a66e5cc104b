import { expect, test } from 'vitest'
import type { AnyAnswer, Query, WorkRecord } from '../../../src/model/query.ts'
import { rules } from '../../../src/rules/index.ts'
import { checkTexts, sourceFile } from '../../support/example.ts'

const own = rules.filter(({ id }) => /^(?:records|links)\//.test(id))
const ENTRY =
  'Rowan A., Delgado B. Literate machines and their readers // Journal of Invented Results. 2004. Vol. 2. P. 15–29. https://doi.org/10.5555/jir.12'
const CSL = {
  id: '10.5555/jir.12',
  type: 'article-journal',
  title: 'Literate machines and their readers',
  author: [
    { family: 'Rowan', given: 'Ann' },
    { family: 'Delgado', given: 'Bea' },
  ],
  issued: { 'date-parts': [[2004]] },
  volume: '2',
  page: '15-29',
  DOI: '10.5555/jir.12',
}

/** `rule severity` of every finding about a list of entries. */
async function told(
  records: Readonly<Record<string, Partial<WorkRecord>>>,
  entries: readonly string[] = [ENTRY],
): Promise<readonly string[]> {
  const list = entries.map((entry, index) => `${index + 1}. ${entry}`).join('\n')
  const text = `See [1-${entries.length + 1}].\n\n## References\n\n${list}\n${entries.length + 1}. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 1–9.\n`
  const answer = (query: Query): AnyAnswer => {
    const record = query.kind === 'work' ? records[query.doi] : undefined
    if (record === undefined) return { state: 'unknown', why: 'offline' }
    return { state: 'found', value: { csl: CSL, ...record }, source: 'Crossref', asOf: '2026-01-01' }
  }
  const registry = { ask: async (queries: readonly Query[]) => queries.map(answer) }
  const { files } = await checkTexts(own, [sourceFile('m.md', 'markdown', text)], [], { registry })
  return files.flatMap(({ findings }) => findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`))
}

const about = (record: Partial<WorkRecord>, entry: string = ENTRY): Promise<readonly string[]> =>
  told({ '10.5555/jir.12': record }, [entry])

/** Rows of the table of cases that rules decide. */
const CASES: readonly (readonly [
  id: string,
  what: string,
  record: Partial<WorkRecord>,
  says: readonly string[],
  entry?: string,
])[] = [
  ['F027', 'no title at the source', { csl: { ...CSL, title: '' } }, []],
  ['F028', 'no date at the source', { csl: { ...CSL, issued: {} } }, []],
  ['F029', 'the year online', { csl: CSL, years: [2003, 2004] }, [], ENTRY.replace('2004', '2003')],
  [
    'F030',
    'a subtitle',
    { titles: ['Literate machines and their readers', 'Literate machines and their readers: a history'] },
    [],
    ENTRY.replace('readers', 'readers: a history'),
  ],
  ['F031', 'markup in the title', { csl: { ...CSL, title: '<i>Literate</i> machines &amp;amp; their readers' } }, []],
  ['F032', 'a body among the authors', { csl: { ...CSL, author: [...CSL.author, { literal: 'The Readers' }] } }, []],
  ['F033', 'an alias', { standing: 'alias', primary: '10.5555/jir.2004' }, ['records/doi-unregistered info']],
  [
    'F038',
    'a retraction by Retraction Watch',
    { updates: [{ type: 'retraction', source: 'retraction-watch', date: '2010-01-01' }] },
    ['records/retracted error'],
  ],
  [
    'F039',
    'the notice itself',
    { noticeOf: [{ type: 'retraction', doi: '10.5555/jir.1' }] },
    ['records/retracted info'],
  ],
  [
    'F041',
    'two sources of one event',
    {
      updates: [
        { type: 'retraction', source: 'publisher', date: '2010-01-02' },
        { type: 'retraction', source: 'retraction-watch', date: '2010-01-01' },
      ],
    },
    ['records/retracted error'],
  ],
  [
    'F042',
    'retracted, then corrected',
    {
      updates: [
        { type: 'correction', date: '2017-01-01' },
        { type: 'retraction', date: '2011-01-01' },
      ],
    },
    ['records/retracted error'],
  ],
  [
    'F043',
    'retracted, then reinstated',
    {
      updates: [
        { type: 'reinstatement', date: '2017-01-01' },
        { type: 'retraction', date: '2011-01-01' },
      ],
    },
    ['records/corrected info'],
  ],
  [
    'F044',
    'a newer event of no known kind',
    {
      updates: [
        { type: 'other', date: '2017-01-01' },
        { type: 'retraction', date: '2011-01-01' },
      ],
    },
    ['records/retracted error'],
  ],
  ['F045', 'a concern, spelled with _', { updates: [{ type: 'expression_of_concern' }] }, ['records/concern warning']],
  ['F045', 'a concern, spelled with -', { updates: [{ type: 'expression-of-concern' }] }, ['records/concern warning']],
  [
    'F045',
    'a concern, spelled in words',
    { updates: [{ type: 'Expression of concern' }] },
    ['records/concern warning'],
  ],
  [
    'F046',
    'a mark before the title',
    { csl: { ...CSL, title: 'WITHDRAWN: Literate machines and their readers' } },
    ['records/retracted warning'],
  ],
  [
    'F047',
    'cited on purpose',
    { updates: [{ type: 'retraction', date: '2011-01-01' }] },
    ['records/retracted info'],
    ENTRY.replace('Literate', '[Retracted] Literate'),
  ],
  [
    'F054',
    'a preprint that appeared',
    { relations: [{ type: 'is-preprint-of', doi: '10.5555/jir.99' }] },
    ['records/published-version info'],
  ],
  [
    'F054',
    'a preprint that appeared at an address',
    { otherRelations: [{ type: 'is-preprint-of', scheme: 'uri', id: 'https://example.org/a' }] },
    ['records/published-version info'],
  ],
  ['F055', 'an article that has a preprint', { relations: [{ type: 'has-preprint', doi: '10.5555/pre.1' }] }, []],
]

test.each(CASES.map((one) => [`${one[0]}: ${one[1]}`, one] as const))('%s', async (_, [, , record, says, entry]) => {
  expect(await about(record, entry)).toEqual(says)
})

test('F047: the notice beside the work', async () => {
  const notice = ENTRY.replace('Literate', 'Notice about literate').replace('jir.12', 'jir.13')
  const update = { type: 'retraction', doi: '10.5555/jir.13', date: '2011-01-01' }
  const records = {
    '10.5555/jir.12': { updates: [update] },
    '10.5555/jir.13': { isBare: true, noticeOf: [{ type: 'retraction', doi: '10.5555/jir.12' }] },
  }
  expect(await told(records, [ENTRY, notice])).toEqual(['records/retracted info'])
})

test('one retracted work that is listed twice is one finding', async () => {
  const records = { '10.5555/jir.12': { updates: [{ type: 'retraction', date: '2011-01-01' }] } }
  expect(await told(records, [ENTRY, ENTRY])).toEqual(['records/retracted error'])
})

test('a bare record is compared with nothing', async () => {
  expect(
    await about({ csl: { ...CSL, title: 'The migration of birds', author: [{ family: 'Poe' }] }, isBare: true }),
  ).toEqual([])
})

test('a record of another work is one finding, not five', async () => {
  const other = {
    ...CSL,
    title: 'The migration of invented birds',
    author: [{ family: 'Poe', given: 'Cyd' }],
    volume: '9',
    page: '1-2',
  }
  expect(await about({ csl: other })).toEqual(['records/other-work error'])
})
