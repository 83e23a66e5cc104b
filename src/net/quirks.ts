/** What is odd about some hosts: their answers say nothing about the page, or another address says it better. */
interface Quirk {
  readonly host: RegExp
  /** never fetched, and why */
  readonly skip?: string
  /** statuses that mean nothing there */
  readonly shrug?: readonly number[]
  /** the same page, lighter or more honest */
  readonly rewrite?: (url: URL) => string
}

const QUIRKS: readonly Quirk[] = [
  // resolvers: the handle says whether the DOI exists, the publisher's page says nothing
  { host: /^(?:dx\.|www\.)?doi\.org$|^hdl\.handle\.net$/, skip: 'resolver' },
  // they answer programs with 999, 403 or a login page, whatever the address
  {
    host: /(?:^|\.)(?:linkedin|facebook|instagram|x|twitter|researchgate|academia|quora)\.(?:com|net|edu)$/,
    skip: 'bots-refused',
  },
  // a search page answers 200 to everything, or 429 to programs
  { host: /^(?:www\.|scholar\.|books\.)?google\.[a-z.]{2,6}$/, skip: 'bots-refused' },
  // 404 to programs without a session, for pages that are there
  {
    host: /(?:^|\.)(?:jstor\.org|sciencedirect\.com|ssrn\.com|wiley\.com|tandfonline\.com|sagepub\.com)$/,
    shrug: [404, 410],
  },
  // a PDF is not needed to know that the paper is there
  {
    host: /^(?:www\.|export\.)?arxiv\.org$/,
    rewrite: ({ pathname }) => `https://arxiv.org${pathname.replace(/^\/pdf\//, '/abs/').replace(/\.pdf$/, '')}`,
  },
]

/** Why a page is never fetched; undefined where it is. */
export function skipOf(url: URL): string | undefined {
  return QUIRKS.find(({ host, skip }) => skip !== undefined && host.test(url.hostname))?.skip
}

export function isShrugged(url: URL, status: number): boolean {
  return QUIRKS.some(({ host, shrug }) => shrug?.includes(status) === true && host.test(url.hostname))
}

export function rewritten(url: URL): string {
  return (
    QUIRKS.find(({ host, rewrite }) => rewrite !== undefined && host.test(url.hostname))?.rewrite?.(url) ?? url.href
  )
}
