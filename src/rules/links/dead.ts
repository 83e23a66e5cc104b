import type { LinkRecord } from '../../model/query.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { accessDay, askLinks, linkEvidence, lookedUpLinks, replaceLink } from '../cited-links.ts'

const entry = (url: string): string =>
  `See [1].\n\n## References\n\n1. Roe A. Literate machines. 2004. URL: ${url} (accessed: 01.02.2020).\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n`
const URL_ = 'https://example.org/machines'
const QUERY = { kind: 'link', url: URL_ } as const
const FOUND = { state: 'found', source: 'the host', asOf: '2026-01-02' } as const
const COPY = 'https://web.archive.org/web/20200203040506/https://example.org/machines'

export const deadLink: DocumentRule = {
  id: 'links/dead',
  summary: 'Every link leads to a page.',
  why: 'What stood behind a dead link cannot be read or checked any more.',
  cannotSee:
    'Pages that the host hides from programs, and pages that changed. One failure is not enough: a page is dead when it was missing twice or is declared gone.',
  severity: 'warning',
  messages: {
    gone: 'The link {url} is dead: {why}',
    archived: 'The link {url} is dead: {why}; a copy of {date} is archived',
  },

  ask: askLinks,

  *check(document, answers, _, { accept }) {
    for (const link of lookedUpLinks(document, answers, accept)) {
      const { record, url, text, span, reference, others } = link
      if (!isDead(record)) continue
      const copy = archivedCopy(record)
      const why = reasonOf(record)
      const accessed = accessDay(reference)
      const fix = copy && replaceLink(link, 'Link the archived copy', copy.url)
      yield {
        span,
        messageId: copy === undefined ? 'gone' : 'archived',
        data: { url: text, why, ...(copy === undefined ? {} : { date: copy.date }) },
        subject: url,
        note:
          copy === undefined
            ? 'Find where the page went, or an archived copy of it.'
            : `The copy nearest to ${accessed === undefined ? 'today' : `the day of access (${accessed})`}: ${copy.url}`,
        related: others.map((other) => ({ span: other.span, message: 'the same link' })),
        evidence: [linkEvidence(link, 'page', why)],
        ...(fix === undefined ? {} : { fixes: [fix] }),
        ...(reference === undefined ? {} : { concerns: [reference.id] }),
      }
    }
  },

  examples: [
    {
      title: 'a page that is there',
      manuscript: entry(URL_),
      answers: [{ query: QUERY, answer: { ...FOUND, value: { status: 200, finalUrl: URL_, verdict: 'alive' } } }],
    },
    {
      title: 'a dead page with a copy',
      manuscript: entry(`⟦${URL_}⟧`),
      says: [`The link ${URL_} is dead: not found; a copy of 2020-02-03 is archived`],
      answers: [
        {
          query: QUERY,
          answer: {
            ...FOUND,
            value: {
              status: 404,
              finalUrl: URL_,
              verdict: 'dead',
              signs: ['not-found-twice'],
              archived: { url: COPY, date: '2020-02-03' },
            },
          },
        },
      ],
      fixed: entry(COPY),
    },
    {
      title: 'one failure, a host that turns programs away, a copy elsewhere than at the archive',
      manuscript: entry(URL_),
      answers: [
        {
          query: QUERY,
          answer: { ...FOUND, value: { status: 403, finalUrl: URL_, verdict: 'unsure' } },
        },
      ],
    },
    {
      title: 'a page that is gone for good, and a copy that is not the archive’s',
      manuscript: entry(`⟦${URL_}⟧`),
      says: [`The link ${URL_} is dead: gone for good`],
      answers: [
        {
          query: QUERY,
          answer: {
            ...FOUND,
            value: {
              status: 410,
              finalUrl: URL_,
              verdict: 'dead',
              signs: ['gone'],
              archived: { url: 'https://example.org/web/20200203040506/x', date: '2020-02-03' },
            },
          },
        },
      ],
    },
    {
      title: 'nobody could look',
      manuscript: entry(URL_),
      answers: [{ query: QUERY, answer: { state: 'unknown', why: 'offline' } }],
    },
  ],
}

/** Without a verdict only a declared end counts. */
function isDead({ verdict, status }: LinkRecord): boolean {
  return verdict === undefined ? status === 410 : verdict === 'dead'
}

function reasonOf({ status, signs = [] }: LinkRecord): string {
  if (signs.includes('no-such-host')) return 'there is no such host'
  if (signs.includes('gone') || status === 410) return 'gone for good'
  if (signs.includes('failing-for-days')) return 'the host has failed for days'
  return status === 404 || status === 0 ? 'not found' : `the host answers ${status}`
}

/** Only addresses of the archive itself are handed on. */
function archivedCopy({ archived }: LinkRecord): LinkRecord['archived'] {
  if (archived === undefined) return undefined
  return /^https?:\/\/web\.archive\.org\/web\/\d{14}(?:id_|if_)?\/https?:\/\/\S{1,2000}$/.test(archived.url)
    ? archived
    : undefined
}
