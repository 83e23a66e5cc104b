import type { CslName } from '../../model/csl.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { familyOf, makersOf, shorten, yearOf } from '../../text/csl.ts'
import { nameText } from '../author-lists.ts'
import { doiFix, searchOf, soleMatch } from '../search-results.ts'
import { askWorks, comparedWorks, evidenceOf, placeOfId } from '../works.ts'

const ENTRY =
  'See [1].\n\n## References\n\n1. Roe A. Literate machines and their readers // Journal of Invented Results. 2004. Vol. 2. P. 5–9. https://doi.org/⟦10.5555/jir.12⟧\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n'
const CLEAN = ENTRY.replace(/[⟦⟧]/g, '')
const QUERY = { kind: 'work', doi: '10.5555/jir.12' } as const
const FOUND = { state: 'found', source: 'Crossref', asOf: '2026-01-02' } as const
const OTHER = {
  id: '10.5555/jir.12',
  type: 'article-journal',
  title: 'The migration of invented birds',
  author: [{ family: 'Poe', given: 'Cyd' }],
  DOI: '10.5555/jir.12',
}

export const otherWork: DocumentRule = {
  id: 'records/other-work',
  summary: 'The DOI of an entry belongs to the work that the entry describes.',
  why: 'The link takes the reader to somebody else’s work, and the citation is counted for that one.',
  cannotSee:
    'Records in another script whose authors agree, and which of the two is meant. Title and authors must both disagree.',
  severity: 'error',
  messages: {
    other: 'The DOI {doi} of entry {label} belongs to “{title}” by {authors}',
  },

  *ask(document, answers) {
    yield* askWorks(document)
    for (const { reference, verdict } of comparedWorks(document, answers)) {
      const search = verdict === 'other' ? searchOf(reference) : undefined
      if (search !== undefined) yield search
    }
  },

  *check(document, answers, _, { accept }) {
    for (const one of comparedWorks(document, answers)) {
      const { reference, id, record, verdict } = one
      const { csl } = record
      if (accept.dois.some((doi) => doi.toLowerCase() === id.toLowerCase())) continue
      // titles in two scripts say nothing; then nobody of the authors and a year far off must do
      const isFar = Math.abs(Number(yearOf(reference.csl)) - Number(yearOf(csl))) > 2
      if (verdict !== 'other' && !(verdict === 'unsure' && isFar)) continue
      const authors = makersOf(csl)
      const names = authors.slice(0, 2).map(familyOf).join(', ')
      const match = soleMatch(reference, answers)
      const fix = match === undefined || match.doi === id ? undefined : doiFix(reference, match.doi)
      const year = yearOf(csl)
      yield {
        span: placeOfId(reference, id),
        messageId: 'other',
        data: {
          doi: id,
          label: reference.label,
          title: shorten(csl.title ?? '', 80),
          authors: authors.length > 2 ? `${names} and others` : names,
        },
        confidence: verdict === 'other' ? 'certain' : 'likely',
        subject: id,
        note:
          match === undefined ? 'Look the DOI of this work up.' : `${match.source} knows this work as ${match.doi}.`,
        related: [{ span: reference.span, message: 'what the entry describes' }],
        evidence: [
          evidenceOf(one, 'title', reference.csl.title ?? '', csl.title ?? ''),
          evidenceOf(one, 'authors', namesOf(makersOf(reference.csl)), namesOf(authors)),
          ...(year === undefined ? [] : [evidenceOf(one, 'year', yearOf(reference.csl) ?? '', year)]),
        ],
        ...(fix === undefined ? {} : { fixes: [fix] }),
        concerns: [reference.id],
      }
    }
  },

  examples: [
    {
      title: 'another title and other authors',
      manuscript: ENTRY,
      says: ['The DOI 10.5555/jir.12 of entry 1 belongs to “The migration of invented birds” by Poe'],
      answers: [{ query: QUERY, answer: { ...FOUND, value: { csl: OTHER } } }],
    },
    {
      title: 'another title alone may be a translation: records/field tells of it',
      manuscript: CLEAN,
      answers: [
        { query: QUERY, answer: { ...FOUND, value: { csl: { ...OTHER, author: [{ family: 'Roe', given: 'Ann' }] } } } },
      ],
    },
    {
      title: 'the DOI of the journal or book',
      manuscript: CLEAN,
      answers: [
        { query: QUERY, answer: { ...FOUND, value: { csl: { ...OTHER, title: 'Journal of Invented Results' } } } },
      ],
    },
    {
      title: 'a record in another script by the same author',
      manuscript: CLEAN,
      answers: [
        {
          query: QUERY,
          answer: {
            ...FOUND,
            value: { csl: { ...OTHER, title: 'Читающие машины', author: [{ family: 'Ветров', given: 'А. А.' }] } },
          },
        },
      ],
    },
    {
      title: 'nobody could look',
      manuscript: CLEAN,
      answers: [{ query: QUERY, answer: { state: 'unknown', why: 'offline' } }],
    },
  ],
}

function namesOf(names: readonly CslName[]): string {
  const shown = names.slice(0, 5).map(nameText).join(', ')
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown
}
