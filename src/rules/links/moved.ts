import type { DocumentRule } from '../../model/rule.ts'
import { askLinks, linkEvidence, lookedUpLinks, replaceLink } from '../cited-links.ts'

const entry = (url: string): string =>
  `See [1].\n\n## References\n\n1. Roe A. Literate machines. 2004. URL: ${url} (accessed: 01.02.2020).\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n`
const OLD = 'https://example.org/machines'
const NEW = 'https://example.org/library/machines'
const QUERY = { kind: 'link', url: OLD } as const
const FOUND = { state: 'found', source: 'the host', asOf: '2026-01-02' } as const

export const movedLink: DocumentRule = {
  id: 'links/moved',
  summary: 'A link has the address that its page has now.',
  why: 'Hosts forward old addresses for some years only.',
  cannotSee: 'Whether the new page says the same as the old one.',
  severity: 'info',
  messages: {
    moved: 'The page of {url} has moved for good to {target}',
  },

  ask: askLinks,

  *check(document, answers, _, { accept }) {
    for (const link of lookedUpLinks(document, answers, accept)) {
      const { record, url, text, span, reference, others } = link
      const target = record.movedTo
      const isOdd = record.signs?.some((sign) => sign !== 'tls-problem') ?? false
      if (target === undefined || record.verdict === 'dead' || isOdd || isSame(url, target)) continue
      const fix = replaceLink(link, 'Write the new address', target)
      yield {
        span,
        messageId: 'moved',
        data: { url: text, target },
        subject: `${url} ${target}`,
        related: others.map((other) => ({ span: other.span, message: 'the same link' })),
        evidence: [linkEvidence(link, 'address', target)],
        ...(fix === undefined ? {} : { fixes: [fix] }),
        ...(reference === undefined ? {} : { concerns: [reference.id] }),
      }
    }
  },

  examples: [
    {
      title: 'a page that moved for good',
      manuscript: entry(`⟦${OLD}⟧`),
      says: [`The page of ${OLD} has moved for good to ${NEW}`],
      answers: [
        { query: QUERY, answer: { ...FOUND, value: { status: 200, finalUrl: NEW, verdict: 'alive', movedTo: NEW } } },
        {
          query: { kind: 'link', url: NEW },
          answer: { ...FOUND, value: { status: 200, finalUrl: NEW, verdict: 'alive' } },
        },
      ],
      fixed: entry(NEW),
    },
    {
      title: 'forwarded for now, and a slash at the end',
      manuscript: entry(OLD),
      answers: [
        {
          query: QUERY,
          answer: { ...FOUND, value: { status: 200, finalUrl: `${OLD}/`, verdict: 'alive', movedTo: `${OLD}/` } },
        },
      ],
    },
    {
      title: 'nobody could look',
      manuscript: entry(OLD),
      answers: [{ query: QUERY, answer: { state: 'unknown', why: 'timeout' } }],
    },
  ],
}

/** A slash at the end, `www.`, `https` for `http` or a language added change nothing for the reader. */
function isSame(one: string, other: string): boolean {
  const bare = (url: string): string =>
    url
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/[?#].*$/s, '')
      .replace(/\/(?:index\.html?)?$/, '')
      .toLowerCase()
  return bare(one) === bare(other)
}
