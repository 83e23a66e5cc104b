import type { DocumentRule } from '../../model/rule.ts'
import { dayOf, eventDraft, worksWith } from '../work-status.ts'
import { askWorks } from '../works.ts'

const ENTRY =
  'See [1].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9. https://doi.org/⟦10.5555/jir.12⟧\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n'
const CSL = { id: '10.5555/jir.12', type: 'article-journal', title: 'Literate machines', DOI: '10.5555/jir.12' }
const QUERY = { kind: 'work', doi: '10.5555/jir.12' } as const
const FOUND = { state: 'found', source: 'Crossref', asOf: '2026-01-02' } as const

export const correctedWork: DocumentRule = {
  id: 'records/corrected',
  summary: 'Who cites a work that was corrected or reinstated later has read the notice.',
  why: 'A correction may touch the very number that is cited.',
  cannotSee: 'What was corrected, and whether the text uses it.',
  severity: 'info',
  messages: {
    recorded: '{registry} recorded {article} {what} of entry {label} on {date}',
    later: '{registry} recorded {article} {what} of entry {label} on {date}, after the day of the manuscript',
    undated: '{registry} recorded {article} {what} of entry {label}',
  },

  ask: askWorks,

  *check(document, answers) {
    for (const one of worksWith(document, answers, ['correction', 'reinstatement'])) {
      yield eventDraft(one, dayOf(document))
    }
  },

  examples: [
    {
      title: 'an erratum',
      manuscript: ENTRY,
      says: ['Crossref recorded an erratum of entry 1 on 2010-02-06'],
      answers: [
        { query: QUERY, answer: { ...FOUND, value: { csl: CSL, updates: [{ type: 'erratum', date: '2010-02-06' }] } } },
      ],
    },
    {
      title: 'retracted, then reinstated',
      manuscript: ENTRY,
      says: ['Retraction Watch recorded a reinstatement of entry 1 on 2017-01-01'],
      answers: [
        {
          query: QUERY,
          answer: {
            ...FOUND,
            value: {
              csl: CSL,
              updates: [
                { type: 'reinstatement', date: '2017-01-01', source: 'retraction-watch' },
                { type: 'retraction', date: '2010-02-06', source: 'retraction-watch' },
              ],
            },
          },
        },
      ],
    },
    {
      title: 'nobody could look',
      manuscript: ENTRY.replace(/[⟦⟧]/g, ''),
      answers: [{ query: QUERY, answer: { state: 'unknown', why: 'offline' } }],
    },
  ],
}
