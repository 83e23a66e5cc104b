import { type AnyAnswer, type Query, type Registry, storeKey } from '../model/query.ts'
import type { AnswerStore } from '../model/store.ts'
import { arxivOfDoi } from '../registries/arxiv.ts'
import { askedDoi } from '../registries/asked-doi.ts'
import { crossrefSearch, fitsBatch } from '../registries/crossref.ts'
import { handleRequest } from '../registries/doi-org.ts'
import { BASES, type Bases, type Request } from '../registries/exchange.ts'
import { nextStep } from '../registries/routing.ts'
import { freshnessOf, keptAnswer } from './ages.ts'
import type { BatchKind } from './batch.ts'
import { desksOf } from './desks.ts'
import { firstPageRequest } from './page-request.ts'

export interface PlanOptions {
  readonly store?: AnswerStore | undefined
  readonly maxAgeDays?: number | undefined
  readonly refresh?: boolean | undefined
  readonly mailto?: string | undefined
  readonly bases?: Partial<Bases> | undefined
  readonly links?: boolean | undefined
  readonly now: number
  /** what an open question is told: the run is planned, or has no network */
  readonly why?: 'not-asked' | 'offline' | undefined
}

export interface Planner extends Registry {
  /** the requests that a run would begin with; what follows depends on the answers */
  requests(): readonly Request[]
}

/** A registry that sends nothing and notes what would be sent. It answers from what is kept, otherwise `not-asked`. */
export function createPlanner(options: PlanOptions): Planner {
  const bases = { ...BASES, ...options.bases }
  const open = new Map<string, Query>()
  return {
    async ask(queries) {
      return queries.map((query): AnyAnswer => {
        const key = storeKey(query)
        const kept = options.store?.read(key)
        const isFresh =
          freshnessOf(query, kept, options.now, options.maxAgeDays) === 'fresh' && options.refresh !== true
        const answer = isFresh ? keptAnswer(kept) : undefined
        const isSent = query.kind !== 'link' || options.links !== false
        if (answer === undefined && isSent) open.set(key, query)
        return answer ?? { state: 'unknown', why: options.why ?? 'not-asked' }
      })
    },
    requests: () =>
      requestsFor(
        [...open.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, query]) => query),
        bases,
        options.mailto,
      ),
  }
}

function requestsFor(queries: readonly Query[], bases: Bases, mailto: string | undefined): readonly Request[] {
  const desks = desksOf(bases, mailto)
  const dois = queries.flatMap((query) => (query.kind === 'work' ? (askedDoi(query.doi) ?? []) : []))
  const first = (ask: string): readonly string[] =>
    dois.filter((doi) => {
      if (arxivOfDoi(doi) !== undefined) return false
      const step = nextStep({ doi })
      return 'ask' in step && step.ask === ask
    })
  const ids = (scheme: string): readonly string[] =>
    queries.flatMap((query) => (query.kind === 'identifier' && query.scheme === scheme ? [query.value] : []))
  const crossref = first('crossref')
  return [
    ...chunked(crossref.filter(fitsBatch), desks.crossref),
    ...chunked(
      crossref.filter((doi) => !fitsBatch(doi)),
      desks.crossrefAlone,
    ),
    ...chunked(first('agency'), desks.agencies),
    ...first('handle').map((doi) => handleRequest(bases['doi.org'], doi)),
    ...chunked(ids('pmid'), desks.pubmed),
    ...chunked(ids('pmcid'), desks.converter),
    ...chunked([...new Set([...ids('arxiv'), ...dois.flatMap((doi) => arxivOfDoi(doi) ?? [])])], desks.arxiv),
    ...queries.flatMap((query) => (query.kind === 'search' ? [crossrefSearch(bases.crossref, query.text)] : [])),
    ...queries.flatMap((query) => (query.kind === 'link' ? (firstPageRequest(query.url) ?? []) : [])),
  ]
}

function chunked<Value>(keys: readonly string[], desk: BatchKind<Value>): readonly Request[] {
  const requests: Request[] = []
  for (let rest = keys; rest.length > 0; ) {
    const taken = rest.slice(0, desk.size(rest))
    requests.push(desk.request(taken, keys.length === 1 ? 'single' : 'list'))
    rest = rest.slice(taken.length)
  }
  return requests
}
