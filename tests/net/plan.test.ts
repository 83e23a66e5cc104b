import { describe, expect, it } from 'vitest'
import type { Query } from '../../src/model/query.ts'
import { createPlanner } from '../../src/net/plan.ts'

const store = {
  read: (key: string) =>
    key === 'work 10.5555/kept'
      ? { at: 1000, value: { state: 'absent', source: 'doi.org', asOf: '2026-11-22' } }
      : undefined,
  write: () => {},
}

describe('a plan', () => {
  it('is the requests that a run would begin with, each question once, what is kept left out', async () => {
    const planner = createPlanner({ store, now: 2000 })
    const queries: readonly Query[] = [
      { kind: 'work', doi: '10.5555/B' },
      { kind: 'work', doi: '10.5555/b' },
      { kind: 'work', doi: '10.5555/a' },
      { kind: 'work', doi: '10.5555/c,d' },
      { kind: 'work', doi: '10.5555/kept' },
      { kind: 'work', doi: '10.5281/zenodo.1' },
      { kind: 'work', doi: '10.48550/arXiv.2401.00001' },
      { kind: 'work', doi: '10/abc12' },
      { kind: 'work', doi: 'n/a' },
      { kind: 'link', url: 'https://example.org/page#part' },
      { kind: 'link', url: 'https://doi.org/10.5555/a' },
      { kind: 'link', url: 'mailto:roe@example.org' },
      { kind: 'identifier', scheme: 'pmid', value: '111' },
      { kind: 'identifier', scheme: 'isbn', value: '9780306406157' },
    ]
    const answers = await planner.ask(queries)
    expect(answers.map(({ state }) => state).filter((state) => state !== 'unknown')).toEqual(['absent'])
    const select = /&select=[^&]+/
    expect(planner.requests().map(({ url }) => url.replace(select, ''))).toEqual([
      'https://api.crossref.org/works?filter=doi%3A10.5555%2Fa%2Cdoi%3A10.5555%2Fb&rows=2',
      'https://api.crossref.org/works/10.5555/c%2Cd',
      'https://doi.org/doiRA/10.5281/zenodo.1',
      'https://doi.org/api/handles/10/abc12?type=URL&type=HS_ALIAS',
      'https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi?db=pubmed&id=111&retmode=json&tool=citelint',
      'https://export.arxiv.org/api/query?id_list=2401.00001&max_results=1',
      'https://example.org/page',
    ])
  })
})
