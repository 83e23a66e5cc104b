import type { Draft } from '../../model/finding.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { shorten } from '../../text/csl.ts'
import { dayOf, eventDraft, eventOf, worksWith } from '../work-status.ts'
import { askWorks, evidenceOf, type Found, firstOfEach, foundWorks, placeOfId } from '../works.ts'

/** A title that publishers put a mark before, where no notice was ever recorded. */
const MARKED =
  /^\s{0,9}\[?(?:RETRACTED|WITHDRAWN|Retracted(?: Article| Paper)?|Withdrawn(?: Article| Paper)?|Retraction(?= ?:))\]?\s?[:：.—–-]/

/** What authors write in a comment when they take a preprint back. */
const WITHDRAWN = /\b(?:withdrawn|withdrawal|retracted)\b/i

const ENTRY =
  'See [1].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9. https://doi.org/⟦10.5555/jir.12⟧\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n'
const CSL = { id: '10.5555/jir.12', type: 'article-journal', title: 'Literate machines', DOI: '10.5555/jir.12' }
const QUERY = { kind: 'work', doi: '10.5555/jir.12' } as const
const FOUND = { state: 'found', source: 'Crossref', asOf: '2026-01-02' } as const

export const retractedWork: DocumentRule = {
  id: 'records/retracted',
  summary: 'No cited work has a recorded retraction, withdrawal or removal that the text passes over.',
  why: 'Readers take a cited work for standing; a conclusion that rests on a retracted one falls with it.',
  cannotSee: 'Notices that no registry recorded, works without an identifier, and why the work is cited.',
  severity: 'error',
  messages: {
    recorded: '{registry} recorded {article} {what} of entry {label} on {date}',
    later: '{registry} recorded {article} {what} of entry {label} on {date}, after the day of the manuscript',
    undated: '{registry} recorded {article} {what} of entry {label}',
    marked: 'The title of entry {label} at {registry} begins with “{mark}”',
    comment: '{registry} has a comment on entry {label}: “{comment}”',
    notice: 'Entry {label} is the notice of a retraction, not the work itself',
  },

  ask: askWorks,

  *check(document, answers) {
    const when = dayOf(document)
    for (const one of worksWith(document, answers, ['retraction'])) yield eventDraft(one, when)
    const all = [...foundWorks(document, answers)]
    const cited = new Set(all.map(({ id }) => id.toLowerCase()))
    for (const one of firstOfEach(all)) yield* withoutEvents(one, cited)
  },

  examples: [
    {
      title: 'a work that stands',
      manuscript: ENTRY.replace(/[⟦⟧]/g, ''),
      answers: [{ query: QUERY, answer: { ...FOUND, value: { csl: CSL } } }],
    },
    {
      title: 'a recorded retraction',
      manuscript: ENTRY,
      says: ['Retraction Watch recorded a retraction of entry 1 on 2010-02-06'],
      answers: [
        {
          query: QUERY,
          answer: {
            ...FOUND,
            value: {
              csl: CSL,
              updates: [
                { type: 'correction', doi: '10.5555/jir.14', date: '2017-01-01', source: 'publisher' },
                { type: 'retraction', doi: '10.5555/jir.13', date: '2010-02-06', source: 'retraction-watch' },
                { type: 'retraction', doi: '10.5555/jir.13', date: '2010-02-02', source: 'publisher' },
              ],
            },
          },
        },
      ],
    },
    {
      title: 'a preprint that its authors took back',
      manuscript: ENTRY,
      says: ['arXiv has a comment on entry 1: “This paper has been withdrawn by the authors”'],
      severity: 'warning',
      answers: [
        {
          query: QUERY,
          answer: {
            ...FOUND,
            source: 'arXiv',
            value: { csl: CSL, comment: 'This paper has been withdrawn by the authors' },
          },
        },
      ],
    },
    {
      title: 'retracted, then reinstated',
      manuscript: ENTRY.replace(/[⟦⟧]/g, ''),
      answers: [
        {
          query: QUERY,
          answer: {
            ...FOUND,
            value: {
              csl: CSL,
              updates: [
                { type: 'reinstatement', date: '2017-01-01' },
                { type: 'retraction', date: '2010-02-06' },
              ],
            },
          },
        },
      ],
    },
    {
      title: 'the entry says so itself: an info',
      manuscript: ENTRY.replace('Literate machines', '[Retracted] Literate machines'),
      says: ['Crossref recorded a retraction of entry 1 on 2010-02-06'],
      severity: 'info',
      answers: [
        {
          query: QUERY,
          answer: { ...FOUND, value: { csl: CSL, updates: [{ type: 'retraction', date: '2010-02-06' }] } },
        },
      ],
    },
    {
      title: 'after the day of the manuscript',
      manuscript: `---\ndate: 2009-05-01\n---\n\n${ENTRY}`,
      says: ['Crossref recorded a retraction of entry 1 on 2010-02-06, after the day of the manuscript'],
      answers: [
        {
          query: QUERY,
          answer: { ...FOUND, value: { csl: CSL, updates: [{ type: 'retraction', date: '2010-02-06' }] } },
        },
      ],
    },
    {
      title: 'a mark before the registered title, and nothing else',
      manuscript: ENTRY,
      says: ['The title of entry 1 at Crossref begins with “RETRACTED:”'],
      severity: 'warning',
      answers: [
        { query: QUERY, answer: { ...FOUND, value: { csl: { ...CSL, title: 'RETRACTED: Literate machines' } } } },
      ],
    },
    {
      title: 'the notice is cited instead of the work: an info',
      manuscript: ENTRY,
      says: ['Entry 1 is the notice of a retraction, not the work itself'],
      severity: 'info',
      answers: [
        {
          query: QUERY,
          answer: { ...FOUND, value: { csl: CSL, noticeOf: [{ type: 'retraction', doi: '10.5555/jir.2' }] } },
        },
      ],
    },
    {
      title: 'nobody could look',
      manuscript: ENTRY.replace(/[⟦⟧]/g, ''),
      answers: [{ query: QUERY, answer: { state: 'unknown', why: 'timeout' } }],
    },
  ],
}

/** What there is to say of a record that tells of no event: a notice, or a mark in the title. */
function* withoutEvents(one: Found, cited: ReadonlySet<string>): Iterable<Draft> {
  const { reference, record, id, source } = one
  const about = (record.noticeOf ?? []).filter((update) => eventOf(update) === 'retraction')
  const base = { span: placeOfId(reference, id), concerns: [reference.id] }
  const [work] = about
  if (work !== undefined) {
    // whoever cites both knows what it is
    if (about.some(({ doi }) => doi !== undefined && cited.has(doi.toLowerCase()))) return
    yield {
      ...base,
      messageId: 'notice',
      data: { label: reference.label },
      severity: 'info',
      subject: `${id} notice`,
      evidence: [
        evidenceOf(one, 'kind of the work', 'cited as a work', `a notice about ${work.doi ?? 'another work'}`),
      ],
    }
    return
  }
  if (record.comment !== undefined && WITHDRAWN.test(record.comment) && !WITHDRAWN.test(reference.passage.text)) {
    yield {
      ...base,
      messageId: 'comment',
      data: { label: reference.label, registry: source, comment: shorten(record.comment, 120) },
      severity: 'warning',
      confidence: 'likely',
      subject: `${id} comment`,
      note: 'Read the comment, and decide whether the work may still be cited for this.',
      evidence: [evidenceOf(one, 'comment', 'cited as a work that stands', record.comment)],
    }
    return
  }
  const mark = MARKED.exec(record.csl.title ?? '')?.[0].trim()
  if (mark === undefined || record.updates?.length || /retract|withdrawn/i.test(reference.passage.text)) return
  yield {
    ...base,
    messageId: 'marked',
    data: { label: reference.label, registry: source, mark },
    severity: 'warning',
    confidence: 'likely',
    subject: `${id} marked`,
    note: 'Look the work up at its publisher.',
    evidence: [evidenceOf(one, 'title', reference.csl.title ?? '', record.csl.title ?? '')],
  }
}
