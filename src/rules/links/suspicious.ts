import type { LinkSign } from '../../model/query.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { askLinks, linkEvidence, lookedUpLinks } from '../cited-links.ts'

const entry = (url: string): string =>
  `See [1].\n\n## References\n\n1. Roe A. Literate machines. 2004. URL: ${url} (accessed: 01.02.2020).\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n`
const URL_ = 'https://example.org/machines/12'
const QUERY = { kind: 'link', url: URL_ } as const
const FOUND = { state: 'found', source: 'the host', asOf: '2026-01-02' } as const

/** What each sign means for the reader; the first that is there is told. */
const SIGNS: readonly (readonly [LinkSign, string])[] = [
  ['parked', 'to a domain that is for sale'],
  ['soft-404', 'to a page that the host also gives for addresses that cannot exist'],
  ['redirected-to-home', 'to the start page of its host'],
  ['other-domain', 'to another domain'],
  ['tls-problem', 'to a host whose certificate is not valid'],
]

export const suspiciousLink: DocumentRule = {
  id: 'links/suspicious',
  summary: 'A link leads to the page that was cited and not to a stand-in.',
  why: 'Start pages, parked domains and friendly error pages answer as if all were well.',
  cannotSee: 'What the page said when it was cited.',
  severity: 'info',
  messages: {
    leads: 'The link {url} seems to lead {where}',
  },

  ask: askLinks,

  *check(document, answers, _, { accept }) {
    for (const link of lookedUpLinks(document, answers, accept)) {
      const { record, url, text, span, reference, others } = link
      const sign = SIGNS.find(([name]) => record.signs?.includes(name))
      if (sign === undefined || record.verdict === 'dead' || record.verdict === 'restricted') continue
      const where = sign[1]
      yield {
        span,
        messageId: 'leads',
        data: { url: text, where },
        confidence: 'likely',
        subject: `${url} ${sign[0]}`,
        note: 'Open the link and see whether it shows what is cited.',
        related: others.map((other) => ({ span: other.span, message: 'the same link' })),
        evidence: [
          linkEvidence(
            link,
            'page',
            record.title === undefined ? record.finalUrl : `“${record.title}” at ${record.finalUrl}`,
          ),
        ],
        ...(reference === undefined ? {} : { concerns: [reference.id] }),
      }
    }
  },

  examples: [
    {
      title: 'a friendly error page',
      manuscript: entry(`⟦${URL_}⟧`),
      says: [`The link ${URL_} seems to lead to a page that the host also gives for addresses that cannot exist`],
      answers: [
        {
          query: QUERY,
          answer: { ...FOUND, value: { status: 200, finalUrl: URL_, verdict: 'unsure', signs: ['soft-404'] } },
        },
      ],
    },
    {
      title: 'a page that is there',
      manuscript: entry(URL_),
      answers: [{ query: QUERY, answer: { ...FOUND, value: { status: 200, finalUrl: URL_, verdict: 'alive' } } }],
    },
    {
      title: 'nobody could look',
      manuscript: entry(URL_),
      answers: [{ query: QUERY, answer: { state: 'unknown', why: 'blocked' } }],
    },
  ],
}
