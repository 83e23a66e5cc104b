import type { Request, Service } from '../registries/exchange.ts'
import { registrableDomain } from './domain.ts'
import type { Pace } from './governor.ts'

const second = (limit: number, concurrency: number): Pace => ({ limit, intervalMs: 1000, concurrency })

/**
 * Where every service begins: at what it promises to those whom it does not know, until its headers say more.
 * `named`: for those who give a mail address.
 */
export const PACES: Readonly<
  Record<Service, { readonly single: Pace; readonly list: Pace; readonly named?: { single: Pace; list: Pace } }>
> = {
  crossref: { single: second(5, 1), list: second(1, 1) },
  'doi.org': { single: second(5, 2), list: second(2, 1) },
  // 500 or 1000 requests in five minutes
  datacite: {
    single: { limit: 3, intervalMs: 2000, concurrency: 2 },
    list: { limit: 3, intervalMs: 2000, concurrency: 2 },
    named: { single: second(3, 2), list: second(3, 2) },
  },
  openalex: { single: second(5, 2), list: second(2, 1) },
  pubmed: { single: second(2, 1), list: second(2, 1) },
  pmc: { single: second(2, 1), list: second(2, 1) },
  arxiv: {
    single: { limit: 1, intervalMs: 3000, concurrency: 1 },
    list: { limit: 1, intervalMs: 3000, concurrency: 1 },
  },
  wayback: { single: second(1, 1), list: second(1, 1) },
  web: { single: second(1, 1), list: second(1, 1) },
}

/** Services that send away whoever does not give a mail address get it; the others see it too, in the User-Agent. */
export interface Limits {
  /** decoded bytes */
  readonly largest: number
  readonly beyond: 'cut' | 'refuse'
  readonly deadlineMs: number
  readonly redirects: number
}

const REGISTRY: Limits = { largest: 8 * 1024 * 1024, beyond: 'refuse', deadlineMs: 30_000, redirects: 5 }
const PAGE: Limits = { largest: 64 * 1024, beyond: 'cut', deadlineMs: 30_000, redirects: 10 }

export function limitsOf({ service }: Request): Limits {
  return service === 'web' ? PAGE : REGISTRY
}

/** Requests of one key share a governor: a service and a kind of request, or a domain of the web. */
export function governorKey({ service, kind, url }: Request): string {
  return service === 'web' ? `web ${registrableDomain(new URL(url).hostname)}` : `${service} ${kind}`
}
