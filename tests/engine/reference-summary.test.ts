import { describe, expect, it } from 'vitest'
import { summarizeReferences } from '../../src/engine/reference-summary.ts'
import { check } from '../../src/index.ts'
import type { Registry } from '../../src/model/query.ts'

const LIBRARY = `@article{sici, author={Roe, Ann}, title={Literate Machines of Old}, journal={J}, year={2004}, doi={10.5555/0022-0949(200401)10:1<1::AID-EX1>3.0.CO;2-B}}
@article{spaced, author={Doe, Bob}, title={Proofs that Run by Themselves}, journal={J}, year={2006}, doi={10.5555/ jir.2006.15}}
@article{prefixed, author={Poe, Carl}, title={Lists that Hold their Numbers}, journal={J}, year={2008}, doi={https://doi.org/10.5555/jir.2008.25}}
@article{unknown, author={Lee, Dan}, title={Numbers that Count for Something}, journal={J}, year={2009}, doi={10.5555/jir.2009.9}}
@article{lacking, author={Roe, Ann}, title={Literate machines and those who read them aloud}, journal={Journal of Invented Results}, year={2004}, volume={2}, pages={5--9}}
@book{book, author={Ulm, Eva}, title={Editorial}, publisher={Lakewood}, year={1996}}
`
const BY = { source: 'Crossref', asOf: '2026-01-02' } as const
const CSL = {
  id: '10.5555/jir.12',
  type: 'article-journal',
  title: 'Literate Machines and Those Who Read Them Aloud',
  author: [{ family: 'Roe', given: 'Ann' }],
  issued: { 'date-parts': [[2004]] },
  DOI: '10.5555/jir.12',
}

/** Knows one work, and that one DOI is not registered. */
const registry: Registry = {
  ask: async (queries) =>
    queries.map((query) => {
      if (query.kind === 'search' && query.text.startsWith('Roe. Literate machines and')) {
        return { state: 'found', value: [{ csl: CSL, score: 90 }], ...BY } as never
      }
      if (query.kind === 'work') {
        const absent = JSON.stringify(query).includes('10.5555/jir.2009.9')
        return (absent ? { state: 'absent', ...BY } : { state: 'unknown', why: 'offline' }) as never
      }
      return { state: 'unknown', why: 'offline' } as never
    }),
}

const labels = (part: readonly { readonly label: string }[]): readonly string[] => part.map(({ label }) => label)

describe('summarizeReferences', () => {
  it('sums up in the parts of editorialbot, and is right about SICI DOIs, prefixes and titles alone', async () => {
    const { files } = await check([], { libraries: [{ path: 'paper.bib', text: LIBRARY }] })
    const { ok, missing, invalid, without } = summarizeReferences(files)
    expect(labels(ok)).toEqual(['sici', 'prefixed', 'unknown'])
    expect(labels(missing)).toEqual([])
    expect(invalid).toEqual([
      {
        label: 'spaced',
        why: 'The DOI `10.5555/ jir.2006.15` has a space or line break inside',
      },
    ])
    expect(labels(without)).toEqual(['lacking', 'book'])
  })

  it('knows missing and unregistered DOIs where a registry answers', async () => {
    const { files } = await check([], { libraries: [{ path: 'paper.bib', text: LIBRARY }], registry })
    const { missing, invalid } = summarizeReferences(files)
    expect(missing.map(({ label, doi }) => [label, doi])).toEqual([['lacking', '10.5555/jir.12']])
    expect(labels(invalid)).toEqual(['spaced', 'unknown'])
  })
})
