import type { DocumentRule } from '../../model/rule.ts'
import { doiFix, searchOf, soleMatch } from '../search-results.ts'
import { addressOf, placeOf, questionOf } from '../works.ts'

const ENTRY =
  'See [@roe2004].\n\n## References\n\nRoe, A. (2004). Literate machines and those who read them aloud. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs. *Journal of Invented Results*, 4(2), 15–19.\n'
const LIBRARY =
  '@article{roe2004, author={Roe, Ann}, title={Literate machines and those who read them aloud}, journal={Journal of Invented Results}, year={2004}, volume={2}, pages={5--9}}'
const MANUSCRIPT = '---\nbibliography: refs.bib\n---\n\nSee [@roe2004].'
const QUERY = {
  kind: 'search',
  text: 'Roe. Literate machines and those who read them aloud. Journal of Invented Results. 2004',
} as const
const CSL = {
  id: '10.5555/jir.12',
  type: 'article-journal',
  title: 'Literate Machines and Those Who Read Them Aloud',
  author: [{ family: 'Roe', given: 'Ann' }],
  issued: { 'date-parts': [[2004]] },
  DOI: '10.5555/jir.12',
}
const BY = { source: 'Crossref', asOf: '2026-01-02' } as const

export const missingDoi: DocumentRule = {
  id: 'records/doi-missing',
  summary: 'A work that has a DOI is cited with it.',
  why: 'A DOI takes the reader to the work in one step and lets others count the citation.',
  cannotSee: 'Works that the search did not find, and those whose description fits two records.',
  severity: 'info',
  messages: {
    missing: '{registry} knows entry {label} as {doi}',
  },

  *ask({ references }) {
    for (const reference of references) {
      const search = questionOf(reference) === undefined ? searchOf(reference) : undefined
      if (search !== undefined) yield search
    }
  },

  *check({ references }, answers) {
    for (const reference of references) {
      if (questionOf(reference) !== undefined) continue
      const match = soleMatch(reference, answers)
      if (match === undefined) continue
      const { doi, source, asOf, record } = match
      const fix = doiFix(reference, doi)
      yield {
        span: placeOf(reference, 'title', 'ti', 't1'),
        messageId: 'missing',
        data: { registry: source, label: reference.label, doi },
        subject: `${reference.label} ${doi}`,
        evidence: [
          {
            about: 'DOI',
            ours: 'none',
            theirs: doi,
            source,
            asOf,
            url: addressOf(doi),
            computation: `title, authors and year agree with “${record.csl.title}”`,
          },
        ],
        ...(fix === undefined ? {} : { fixes: [fix] }),
        concerns: [reference.id],
      }
    }
  },

  examples: [
    {
      title: 'a library entry without the DOI that the registry knows',
      manuscript: MANUSCRIPT,
      bibliography: LIBRARY.replace(
        '{Literate machines and those who read them aloud}',
        '{⟦Literate machines and those who read them aloud⟧}',
      ),
      says: ['Crossref knows entry roe2004 as 10.5555/jir.12'],
      fixedBibliography: LIBRARY.replace('roe2004, ', 'roe2004, doi = {10.5555/jir.12}, '),
      answers: [{ query: QUERY, answer: { state: 'found', ...BY, value: [{ csl: CSL, score: 80 }] } }],
    },
    {
      title: 'the same title by somebody else',
      manuscript: MANUSCRIPT,
      bibliography: LIBRARY,
      answers: [
        {
          query: QUERY,
          answer: {
            state: 'found',
            ...BY,
            value: [{ csl: { ...CSL, author: [{ family: 'Poe', given: 'Cyd' }] }, score: 80 }],
          },
        },
      ],
    },
    {
      title: 'two records of one description',
      manuscript: MANUSCRIPT,
      bibliography: LIBRARY,
      answers: [
        {
          query: QUERY,
          answer: {
            state: 'found',
            ...BY,
            value: [
              { csl: CSL, score: 80 },
              { csl: { ...CSL, DOI: '10.5555/pre.12' }, score: 79 },
            ],
          },
        },
      ],
    },
    {
      title: 'nobody could look',
      manuscript: ENTRY,
      answers: [{ query: QUERY, answer: { state: 'unknown', why: 'offline' } }],
    },
  ],
}
