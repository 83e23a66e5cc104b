import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Bases } from '../../../src/registries/exchange.ts'
import { FAULTS, html, json, plain } from './faults.ts'
import { type Entry, type Limit, Meter } from './ledger.ts'

export interface ServerOptions {
  /** how many times faster than the wall its clock runs */
  readonly factor?: number
  /** of every answer, in milliseconds of its clock */
  readonly latencyMs?: number
  /** by DOI in lower case */
  readonly crossref?: ReadonlyMap<string, unknown>
  /** what the list and the look-up of any DOI give, where `crossref` has none */
  readonly crossrefWork?: (doi: string) => unknown
  readonly datacite?: ReadonlyMap<string, unknown>
  /** agency, or a state as doi.org words it; by DOI in lower case */
  readonly agencies?: ReadonlyMap<string, string>
  /** answers of the handle API: a whole body with its status */
  readonly handles?: ReadonlyMap<string, { readonly status?: number; readonly body: unknown }>
  /** CSL-JSON that content negotiation gives */
  readonly negotiated?: ReadonlyMap<string, unknown>
  readonly headers?: Readonly<Record<string, string>>
  /** everything else, by path: pages of the web, and services without a part of their own */
  readonly pages?: Readonly<Record<string, Page>>
}

export type Page = (request: IncomingMessage, response: ServerResponse, visit: number) => void

export interface RegistryServer {
  readonly port: number
  readonly bases: Bases
  readonly ledger: readonly Entry[]
  /** requests that the limits did not allow */
  broken(): readonly Entry[]
  close(): Promise<void>
}

/** As Crossref tells them since December 2025. */
export const CROSSREF_LIMITS: Readonly<Record<string, Limit>> = {
  'public-single': { limit: 5, intervalMs: 1000, concurrency: 1 },
  'polite-single': { limit: 10, intervalMs: 1000, concurrency: 3 },
  'public-array': { limit: 1, intervalMs: 1000, concurrency: 1 },
  'polite-array': { limit: 3, intervalMs: 1000, concurrency: 3 },
}

/** All registries on one loopback port, each below a path of its own; limits are enforced and every request is written down. */
export async function startRegistryServer(options: ServerOptions = {}): Promise<RegistryServer> {
  const { factor = 1, latencyMs = 0, pages = {} } = options
  const start = performance.now()
  const now = (): number => (performance.now() - start) * factor
  const ledger: Entry[] = []
  const visits = new Map<string, number>()
  const meters = new Map<string, Meter>()

  const server = createServer({ maxHeaderSize: 64 * 1024 }, (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://registry.example.org')
    const path = pathname
    const visit = visits.get(path) ?? 0
    visits.set(path, visit + 1)
    const [, service = '', ...rest] = path.split('/')
    const call: Call = { request, response, path: rest.join('/'), searchParams, visit }
    const handler = SERVICES[service]
    if (handler === undefined || pages[path] !== undefined) {
      ledger.push(entryOf(request, 'web', 'single', []))
      const page = pages[path]
      if (page === undefined) html(response, 404, '<title>Nothing here</title>')
      else page(request, response, visit)
      return
    }
    handler(call)
  })

  function entryOf(request: IncomingMessage, service: string, kind: Entry['kind'], dois: readonly string[]): Entry {
    return { at: now(), service, kind, url: request.url ?? '', headers: request.headers, dois, status: 0 }
  }

  interface Call {
    readonly request: IncomingMessage
    readonly response: ServerResponse
    readonly path: string
    readonly searchParams: URLSearchParams
    readonly visit: number
  }

  /** Writes the request down, enforces the limit, waits, answers. */
  function serve(
    { request, response }: Call,
    service: string,
    kind: Entry['kind'],
    dois: readonly string[],
    answer: (headers: Record<string, string>) => void,
  ): void {
    const entry = entryOf(request, service, kind, dois)
    ledger.push(entry)
    response.on('finish', () => {
      entry.status = response.statusCode
    })
    const isPolite = /mailto:[^\s)]+@/.test(request.headers['user-agent'] ?? '')
    const pool = `${isPolite ? 'polite' : 'public'}-${kind === 'single' ? 'single' : 'array'}`
    const limit = service === 'crossref' ? CROSSREF_LIMITS[pool] : undefined
    const headers: Record<string, string> = {}
    if (limit !== undefined) {
      const meter = meters.get(pool) ?? new Meter()
      meters.set(pool, meter)
      const broke = meter.begin(entry.at, limit)
      // the place is free when the client has the answer, not when it has hung up
      let isOver = false
      const over = (): void => {
        if (!isOver) meter.end()
        isOver = true
      }
      response.on('finish', over)
      response.on('close', over)
      if (broke !== undefined) {
        entry.broke = broke
        plain(response, 429, 'Too many requests')
        return
      }
      headers['x-api-pool'] = pool
      headers['x-rate-limit-limit'] = String(limit.limit)
      headers['x-rate-limit-interval'] = '1s'
      headers['x-concurrency-limit'] = String(limit.concurrency)
      Object.assign(headers, options.headers)
    }
    const later = (): void => {
      const fault = dois.length === 1 ? /^10\.5555\/fault\.(.+)$/.exec(dois[0] as string)?.[1] : undefined
      const act = fault === undefined ? undefined : FAULTS[fault]
      const before = ledger.filter((one) => one !== entry && one.dois[0] === dois[0]).length
      if (act === undefined) answer(headers)
      else act(request, response, { doi: dois[0] as string, before, factor, answer: () => answer(headers) })
    }
    if (latencyMs === 0) later()
    else setTimeout(later, latencyMs / factor)
  }

  const workOf = (doi: string): unknown => options.crossref?.get(doi.toLowerCase()) ?? options.crossrefWork?.(doi)

  const SERVICES: Readonly<Record<string, (call: Call) => void>> = {
    crossref(call) {
      const { path, searchParams, response } = call
      if (path === 'works') {
        const filter = searchParams.get('filter') ?? ''
        const dois = filter === '' ? [] : filter.split(',').map((one) => one.replace(/^doi:/, ''))
        return serve(call, 'crossref', 'list', dois, (headers) => {
          const search = searchParams.get('query.bibliographic')
          const found = search === null ? dois.map(workOf) : [...(options.crossref?.values() ?? [])]
          const items = found.filter((work) => work !== undefined)
          const message = { 'total-results': items.length + call.visit * 7, items, 'items-per-page': 20 }
          json(response, 200, { status: 'ok', 'message-type': 'work-list', message }, headers)
        })
      }
      const doi = decodeURIComponent(path.replace(/^works\//, ''))
      return serve(call, 'crossref', 'single', [doi.toLowerCase()], (headers) => {
        const message = workOf(doi)
        if (message === undefined) return plain(response, 404, 'Resource not found.', headers)
        json(response, 200, { status: 'ok', 'message-type': 'work', message }, headers)
      })
    },
    doi(call) {
      const { path, response, request } = call
      if (path.startsWith('doiRA/')) {
        const dois = path.slice('doiRA/'.length).split(',').map(decodeURIComponent)
        return serve(call, 'doi.org', 'list', dois, () => {
          json(
            response,
            200,
            dois.map((doi) => {
              const agency =
                options.agencies?.get(doi.toLowerCase()) ?? (workOf(doi) === undefined ? undefined : 'Crossref')
              const isState = agency === 'Invalid DOI' || agency === 'Unknown'
              if (agency === undefined || isState) return { DOI: doi, status: agency ?? 'DOI does not exist' }
              return { DOI: doi, RA: agency }
            }),
          )
        })
      }
      if (path.startsWith('api/handles/')) {
        const doi = decodeURIComponent(path.slice('api/handles/'.length))
        return serve(call, 'doi.org', 'single', [doi.toLowerCase()], () => {
          const told = options.handles?.get(doi.toLowerCase())
          if (told !== undefined) return json(response, told.status ?? 200, told.body)
          const isThere = workOf(doi) !== undefined || options.agencies?.has(doi.toLowerCase()) || doi === '10.1000/182'
          if (!isThere) return json(response, 404, { responseCode: 100, handle: doi })
          json(response, 200, { responseCode: 1, handle: doi, values: [urlValue('https://journal.example.org/1')] })
        })
      }
      const doi = decodeURIComponent(path)
      return serve(call, 'doi.org', 'single', [doi.toLowerCase()], () => {
        const item = options.negotiated?.get(doi.toLowerCase())
        if (item === undefined || !(request.headers.accept ?? '').includes('citationstyles'))
          return html(response, 404, '<title>DOI Not Found</title>')
        json(response, 200, item)
      })
    },
    datacite(call) {
      const { path, searchParams, response } = call
      if (path === 'dois') {
        const dois = (searchParams.get('ids') ?? '').split(',')
        return serve(call, 'datacite', 'list', dois, () => {
          json(response, 200, { data: dois.flatMap((doi) => options.datacite?.get(doi.toLowerCase()) ?? []) })
        })
      }
      const doi = decodeURIComponent(path.replace(/^dois\//, ''))
      return serve(call, 'datacite', 'single', [doi.toLowerCase()], () => {
        const data = options.datacite?.get(doi.toLowerCase())
        if (data === undefined)
          return json(response, 404, {
            errors: [{ status: '404', title: "The resource you are looking for doesn't exist." }],
          })
        json(response, 200, { data })
      })
    },
  }

  await listening(server)
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  return {
    port,
    ledger,
    bases: {
      'doi.org': `${origin}/doi`,
      crossref: `${origin}/crossref`,
      datacite: `${origin}/datacite`,
      openalex: `${origin}/openalex`,
      pubmed: `${origin}/pubmed`,
      pmc: `${origin}/pmc`,
      arxiv: `${origin}/arxiv`,
      wayback: `${origin}/wayback-machine`,
    },
    broken: () => ledger.filter(({ broke }) => broke !== undefined),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export function urlValue(url: string): unknown {
  return { index: 1, type: 'URL', data: { format: 'string', value: url }, ttl: 86400 }
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
}
