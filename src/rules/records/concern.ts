import type { DocumentRule } from '../../model/rule.ts'
import { dayOf, eventDraft, worksWith } from '../work-status.ts'
import { askWorks } from '../works.ts'

const ENTRY =
  'See [1].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9. https://doi.org/⟦10.5555/jir.12⟧\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n'
const CSL = { id: '10.5555/jir.12', type: 'article-journal', title: 'Literate machines', DOI: '10.5555/jir.12' }
const QUERY = { kind: 'work', doi: '10.5555/jir.12' } as const
const FOUND = { state: 'found', source: 'Crossref', asOf: '2026-01-02' } as const

export const concernedWork: DocumentRule = {
  id: 'records/concern',
  summary: 'No cited work stands under a recorded expression of concern that the text passes over.',
  why: 'A journal that doubts a work’s results says so in such a notice; readers want to know before they build on it.',
  cannotSee: 'Doubts that no registry recorded, and how they ended.',
  severity: 'warning',
  messages: {
    recorded: '{registry} recorded {article} {what} about entry {label} on {date}',
    later: '{registry} recorded {article} {what} about entry {label} on {date}, after the day of the manuscript',
    undated: '{registry} recorded {article} {what} about entry {label}',
  },

  ask: askWorks,

  *check(document, answers) {
    for (const one of worksWith(document, answers, ['concern'])) yield eventDraft(one, dayOf(document))
  },

  examples: [
    {
      title: 'a concern',
      manuscript: ENTRY,
      says: ['The publisher recorded an expression of concern about entry 1 on 2010-02-06'],
      answers: [
        {
          query: QUERY,
          answer: {
            ...FOUND,
            value: { csl: CSL, updates: [{ type: 'expression-of-concern', date: '2010-02-06', source: 'publisher' }] },
          },
        },
      ],
    },
    {
      title: 'a concern that a retraction ended is told by records/retracted',
      manuscript: ENTRY.replace(/[⟦⟧]/g, ''),
      answers: [
        {
          query: QUERY,
          answer: {
            ...FOUND,
            value: {
              csl: CSL,
              updates: [
                { type: 'retraction', date: '2011-02-06' },
                { type: 'expression-of-concern', date: '2010-02-06' },
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
