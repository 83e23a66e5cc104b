import type { WorkRecord } from '../../model/query.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { addressOf, askWorks, evidenceOf, firstOfEach, foundWorks, placeOfId } from '../works.ts'

const ENTRY =
  'See [1].\n\n## References\n\n1. Roe A. Literate machines. Preprint. 2004. https://doi.org/⟦10.5555/pre.12⟧\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n'
const CSL = { id: '10.5555/pre.12', type: 'article', title: 'Literate machines', DOI: '10.5555/pre.12' }
const QUERY = { kind: 'work', doi: '10.5555/pre.12' } as const
const FOUND = { state: 'found', source: 'Crossref', asOf: '2026-01-02' } as const

const APPEARED = /^is-?preprint-?of$|^is-?previous-?version-?of$/i

export const publishedVersion: DocumentRule = {
  id: 'records/published-version',
  summary: 'A preprint that has appeared is cited as it appeared.',
  why: 'The published work went through review and may say something else; journals ask for it.',
  cannotSee: 'Preprints whose registry does not name the published work, and reasons to cite the preprint.',
  severity: 'info',
  messages: {
    appeared: '{registry} records that the preprint of entry {label} has appeared as {published}',
  },

  ask: askWorks,

  *check(document, answers) {
    const all = [...foundWorks(document, answers)]
    const cited = new Set(all.map(({ id }) => id.toLowerCase()))
    for (const one of firstOfEach(all)) {
      const { reference, record, id, source } = one
      const published = publishedAs(record)
      if (published === undefined || published === id.toLowerCase() || cited.has(published)) continue
      const address = /^10\./.test(published) ? addressOf(published) : published
      yield {
        span: placeOfId(reference, id),
        messageId: 'appeared',
        data: { registry: source, label: reference.label, published },
        subject: `${id} ${published}`,
        note: `Cite ${address} where the published text says the same.`,
        evidence: [{ ...evidenceOf(one, 'version', id, published), url: address }],
        concerns: [reference.id],
      }
    }
  },

  examples: [
    {
      title: 'a preprint that has appeared',
      manuscript: ENTRY,
      says: ['Crossref records that the preprint of entry 1 has appeared as 10.5555/jir.12'],
      answers: [
        {
          query: QUERY,
          answer: { ...FOUND, value: { csl: CSL, relations: [{ type: 'is-preprint-of', doi: '10.5555/JIR.12' }] } },
        },
      ],
    },
    {
      title: 'an article that has a preprint',
      manuscript: ENTRY.replace(/[⟦⟧]/g, ''),
      answers: [
        {
          query: QUERY,
          answer: { ...FOUND, value: { csl: CSL, relations: [{ type: 'has-preprint', doi: '10.5555/pre.1' }] } },
        },
      ],
    },
    {
      title: 'nobody could look',
      manuscript: ENTRY.replace(/[⟦⟧]/g, ''),
      answers: [{ query: QUERY, answer: { state: 'unknown', why: 'rate-limited' } }],
    },
  ],
}

/** The DOI of the published work, else its address or other identifier. */
function publishedAs({ relations = [], otherRelations = [] }: WorkRecord): string | undefined {
  const doi = relations.find(({ type }) => APPEARED.test(type))?.doi
  if (doi !== undefined) return doi.toLowerCase()
  return otherRelations.find(({ type, scheme }) => APPEARED.test(type) && /^ur[il]$/i.test(scheme))?.id
}
