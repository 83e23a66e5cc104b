import type { Link } from '../../model/block.ts'
import type { Draft } from '../../model/finding.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { findDois, findUrls, normaliseUrl } from '../../text/identifiers/index.ts'

/** Hosts that lead somewhere else by trade: what they show cannot be compared with where they lead. */
const FORWARDING =
  /^(?:(?:dx\.)?doi\.org|hdl\.handle\.net|t\.co|bit\.ly|tinyurl\.com|goo\.gl|ow\.ly|clck\.ru|vk\.cc|purl\.org|n2t\.net|w3id\.org|perma\.cc|web\.archive\.org|archive\.(?:org|today|ph|is))$/

export const linkText: DocumentRule = {
  id: 'identifiers/link-text',
  summary: 'A link that shows an address leads to that address.',
  why: 'Readers on paper follow the printed address and readers on screen the hidden one; they end up in two places.',
  cannotSee: 'Which of the two is meant, and addresses that differ but lead to one page.',
  severity: 'warning',
  messages: {
    differs: 'The link shows {shown} and leads to {target}',
  },

  *check(document) {
    for (const link of document.links) yield* differing(link)
  },

  examples: [
    {
      title: 'shown and meant alike',
      manuscript:
        'See [www.example.org/a](https://example.org/a/), [example.org](https://example.org/b) and [10.5555/jir.12](https://doi.org/10.5555/JIR.12).\n',
    },
    {
      title: 'another page',
      manuscript: 'See [⟦https://example.org/data/2019⟧](https://example.org/data/2018).\n',
      says: ['The link shows https://example.org/data/2019 and leads to https://example.org/data/2018'],
    },
    {
      title: 'another DOI',
      manuscript: 'See [⟦https://doi.org/10.5555/jir.12⟧](https://doi.org/10.5555/jir.21).\n',
      says: ['The link shows https://doi.org/10.5555/jir.12 and leads to https://doi.org/10.5555/jir.21'],
    },
    {
      title: 'words for an address, and an address cut short for print',
      manuscript:
        'See [the data](https://example.org/data/2018) and [example.org/data/…](https://example.org/data/2018).\n',
    },
  ],
}

function* differing({ text, url, textSpan, urlSpan, span }: Link): Iterable<Draft> {
  const shown = text.trim()
  // a long text is prose that happens to hold an address
  if (shown === '' || shown.length > 2000 || /\s/.test(shown) || /…|\.\.\./.test(shown)) return
  if (!(differsAsDoi(shown, url) ?? differsAsUrl(shown, url))) return
  yield {
    span: textSpan.end > textSpan.start ? textSpan : span,
    messageId: 'differs',
    data: { shown, target: url },
    subject: `${shown} ${url}`,
    note: 'Make the two agree.',
    related: [{ span: urlSpan, message: 'the address behind the text' }],
    evidence: [{ about: 'address', ours: shown, theirs: url, source: 'the target of the link' }],
  }
}

/** Two DOIs are compared; undefined where one of the two is none. */
function differsAsDoi(shown: string, url: string): boolean | undefined {
  const first = findDois(shown)[0]
  const second = findDois(url)[0]
  if (first?.value === undefined || second?.value === undefined) return undefined
  // a resolver takes what follows for the DOI, also where only the address escapes it
  return first.value !== second.value && !decoded(url).toLowerCase().includes(first.value)
}

function differsAsUrl(shown: string, url: string): boolean {
  const found = findUrls(shown)[0]
  if (found === undefined || found.start > 0 || found.end < shown.length || found.damages.length > 0) return false
  const left = partsOf(found.value)
  const right = partsOf(normaliseUrl(url))
  if (left === undefined || right === undefined) return false
  if (FORWARDING.test(left.host) || FORWARDING.test(right.host)) return false
  if (left.host !== right.host) return true
  if (left.path !== right.path) return left.path !== ''
  // a query that was left out for print is no other page
  return left.query !== '' && right.query !== '' && left.query !== right.query
}

interface Parts {
  readonly host: string
  readonly path: string
  readonly query: string
}

function partsOf(href: string | undefined): Parts | undefined {
  if (href === undefined) return undefined
  const { hostname, pathname, search } = new URL(href)
  const path = decoded(pathname).replace(/\/(?:index\.html?)?$/, '')
  return { host: hostname.replace(/^(?:www|m)\./, ''), path, query: search }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
