import { describe, expect, it } from 'vitest'
import { acceleratedClock } from '../../src/net/clock.ts'
import { memoryStore } from '../../src/net/memory-store.ts'
import { json } from '../support/registry-server/faults.ts'
import { urlValue } from '../support/registry-server/server.ts'
import { crossrefWork, dataciteWork } from '../support/registry-server/works.ts'
import { online } from './online.ts'

const work = (doi: string) => ({ kind: 'work', doi }) as const

describe('works', () => {
  it('are found, absent or unknown, each by the agency that has them', async () => {
    const { registry, server } = await online({
      crossref: new Map([['10.5555/abc', crossrefWork('10.5555/abc')]]),
      datacite: new Map([['10.5281/zenodo.1', dataciteWork('10.5281/zenodo.1')]]),
      agencies: new Map([
        ['10.5281/zenodo.1', 'DataCite'],
        ['10.1400/1', 'mEDRA'],
        ['10.5555/quiet', 'JaLC'],
      ]),
      negotiated: new Map([['10.1400/1', { type: 'book', DOI: '10.1400/1', title: 'Canne' }]]),
    })
    const dois = ['10.5555/ABC', '10.5281/zenodo.1', '10.1400/1', '10.5555/quiet', '10.5555/none', 'unavailable']
    const answers = await registry.ask(dois.map(work))
    expect(answers.map((answer) => (answer.state === 'unknown' ? answer : [answer.state, answer.source]))).toEqual([
      ['found', 'Crossref'],
      ['found', 'DataCite'],
      ['found', 'mEDRA'],
      ['found', 'doi.org'],
      ['absent', 'doi.org'],
      { state: 'unknown', why: 'unsupported', detail: 'not-a-doi' },
    ])
    expect(server.ledger.map(({ service, kind, dois }) => `${service} ${kind} ${dois.join(' ')}`).sort()).toEqual([
      'crossref list 10.5555/abc 10.5555/quiet 10.5555/none',
      'datacite single 10.5281/zenodo.1',
      'doi.org list 10.5281/zenodo.1 10.1400/1',
      'doi.org list 10.5555/quiet 10.5555/none',
      'doi.org single 10.1400/1',
      'doi.org single 10.5555/none',
      'doi.org single 10.5555/quiet',
    ])
  })

  it('F014: the same DOI in three letter cases is one question', async () => {
    const { registry, server } = await online({ crossrefWork: (doi) => crossrefWork(doi) })
    const answers = await registry.ask([work('10.5555/abc'), work('10.5555/ABC'), work('10.5555/Abc')])
    await registry.ask([work('10.5555/aBC')])
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(server.ledger.length).toBe(1)
  })

  it('F015: every byte of a DOI arrives', async () => {
    const doi = '10.5555/(sici)1096(199601)29:1<1::aid-x1>3.0.co;2-#%?é'
    const { registry, server } = await online({ crossrefWork: (asked) => crossrefWork(asked) })
    expect(await registry.ask([work(doi)])).toMatchObject([{ state: 'found', value: { csl: { DOI: doi } } }])
    expect(server.ledger.map(({ dois }) => dois)).toEqual([[doi]])
  })

  it('F007 F033: an alias leads to its work, a stranger’s record to nothing', async () => {
    const { registry } = await online({
      crossref: new Map([
        ['10.5555/new', crossrefWork('10.5555/new')],
        ['10.5555/old2', crossrefWork('10.5555/new')],
        ['10.5555/poisoned', crossrefWork('10.5555/stranger')],
      ]),
      agencies: new Map([['10.5555/old', 'Crossref']]),
      handles: new Map(
        ['10.5555/old', '10.5555/old2', '10/abc12'].map((doi) => [
          doi,
          {
            body: {
              responseCode: 1,
              handle: doi,
              values: [{ ...(urlValue('10.5555/new') as object), type: 'HS_ALIAS' }],
            },
          },
        ]),
      ),
    })
    const alias = {
      state: 'found',
      value: { standing: 'alias', primary: '10.5555/new', titles: ['On the growth of reeds'] },
    }
    expect(await registry.ask([work('10.5555/old')])).toMatchObject([alias])
    expect(await registry.ask([work('10.5555/old2')])).toMatchObject([alias])
    expect(await registry.ask([work('10/abc12')])).toMatchObject([alias])
    expect(await registry.ask([work('10.5555/poisoned')])).toEqual([
      { state: 'unknown', why: 'failed', detail: 'bad-answer' },
    ])
  })

  it('F127: only an answer whose DOI fits is kept', async () => {
    const store = memoryStore(acceleratedClock(1))
    const { registry } = await online(
      { crossref: new Map([['10.5555/victim', crossrefWork('10.5555/other')]]) },
      { store },
    )
    expect(await registry.ask([work('10.5555/victim')])).toMatchObject([{ state: 'unknown' }])
    await registry.ask([work('10.5555/none')])
    expect([store.read('work 10.5555/victim'), store.read('work 10.5555/other')]).toEqual([undefined, undefined])
    expect(store.read('work 10.5555/none')?.value).toMatchObject({ state: 'absent' })
  })

  it('a DOI with a comma is asked for alone, and a list that is refused is asked for whole', async () => {
    let lists = 0
    const { registry, server } = await online({
      crossrefWork: (doi) => crossrefWork(doi),
      pages: {
        '/crossref/works': (request, response) => {
          lists++
          if (request.url?.includes('select=')) {
            return json(response, 400, { status: 'failed', 'message-type': 'validation-failure', message: [] })
          }
          const items = ['10.5555/a', '10.5555/b'].map((doi) => crossrefWork(doi))
          return json(response, 200, { status: 'ok', 'message-type': 'work-list', message: { items } })
        },
      },
    })
    const answers = await registry.ask([work('10.5555/a'), work('10.5555/b'), work('10.5555/c,d')])
    expect(answers.map(({ state }) => state)).toEqual(['found', 'found', 'found'])
    expect(lists).toBe(2)
    expect(server.ledger.filter(({ service }) => service === 'crossref').map(({ dois }) => dois)).toEqual([
      ['10.5555/c,d'],
    ])
  })

  it('a list that is refused for one DOI is asked for one by one', async () => {
    const { registry, server } = await online({
      crossrefWork: (doi) => crossrefWork(doi),
      pages: {
        '/crossref/works': (_, response) =>
          json(response, 400, { status: 'failed', 'message-type': 'validation-failure', message: [] }),
      },
    })
    const answers = await registry.ask([work('10.5555/a'), work('10.5555/b')])
    expect(answers.map(({ state }) => state)).toEqual(['found', 'found'])
    expect(server.ledger.map(({ url }) => url.replace(/\?.*/, ''))).toEqual([
      '/crossref/works',
      '/crossref/works',
      '/crossref/works/10.5555/a',
      '/crossref/works/10.5555/b',
    ])
  })

  it('ids of PubMed, PMC and arXiv; an ISBN nobody knows', async () => {
    const feed = `<feed><entry><id>http://arxiv.org/abs/2401.00001v2</id><title>Reeds</title></entry></feed>`
    const { registry } = await online({
      pages: {
        '/pubmed/esummary.fcgi': (_, response) =>
          json(response, 200, { result: { uids: ['111'], '111': { uid: '111', title: 'Reeds.', pubdate: '2020' } } }),
        '/pmc/articles/': (_, response) =>
          json(response, 200, {
            records: [
              { 'requested-id': 'PMC1', pmid: 111 },
              { 'requested-id': 'PMC2', status: 'error', errmsg: 'Identifier not found in PMC' },
            ],
          }),
        '/arxiv/api/query': (_, response) =>
          void response.writeHead(200, { 'content-type': 'application/atom+xml' }).end(feed),
      },
    })
    const id = (scheme: 'pmid' | 'pmcid' | 'arxiv' | 'isbn', value: string) =>
      ({ kind: 'identifier', scheme, value }) as const
    const answers = await registry.ask([
      id('pmid', '111'),
      id('pmcid', 'PMC1'),
      id('pmcid', 'PMC2'),
      id('arxiv', '2401.00001'),
      id('arxiv', '2401.99999'),
      id('isbn', '9780306406157'),
    ])
    expect(
      answers.map((answer) => (answer.state === 'unknown' ? answer.why : `${answer.state} ${answer.source}`)),
    ).toEqual(['found PubMed', 'found PubMed', 'unsupported', 'found arXiv', 'absent arXiv', 'unsupported'])
  })

  it('F059: a preprint has the titles of all its versions', async () => {
    const entry = (id: string, title: string, year: number): string =>
      `<entry><id>http://arxiv.org/abs/${id}</id><published>${year}-01-01T00:00:00Z</published><title>${title}</title></entry>`
    const versions: Readonly<Record<string, string>> = {
      '2401.00001': entry('2401.00001v3', 'Reeds at last', 2024),
      '2401.00001v1': entry('2401.00001v1', 'Rushes', 2024),
      '2401.00001v2': entry('2401.00001v2', 'Reeds', 2024),
    }
    const { registry, server } = await online({
      pages: {
        '/arxiv/api/query': (request, response) => {
          const ids = new URL(request.url ?? '', 'http://x').searchParams.get('id_list')?.split(',') ?? []
          const entries = ids.map((id) => versions[id] ?? '').join('')
          response.writeHead(200, { 'content-type': 'application/atom+xml' }).end(`<feed>${entries}</feed>`)
        },
      },
    })
    const titles = ['Reeds at last', 'Rushes', 'Reeds']
    const answers = await registry.ask([
      { kind: 'identifier', scheme: 'arxiv', value: '2401.00001' },
      work('10.48550/arXiv.2401.00001'),
    ])
    expect(answers).toMatchObject([
      { state: 'found', source: 'arXiv', value: { titles } },
      { state: 'found', source: 'arXiv', value: { titles } },
    ])
    expect(server.ledger.length).toBeLessThanOrEqual(3)
    const [version] = await registry.ask([{ kind: 'identifier', scheme: 'arxiv', value: '2401.00001v1' }])
    expect(version).toMatchObject({ value: { titles: ['Rushes'] } })
  })

  it('F036: a search is one reference, and its candidates come as they are', async () => {
    const { registry, server } = await online({
      crossref: new Map([['10.5555/abc', { ...crossrefWork('10.5555/abc'), score: 12 }]]),
    })
    const query = { kind: 'search', text: 'Pérez A. On reeds. 2020.' } as const
    expect(await registry.ask([query, query])).toMatchObject([
      { state: 'found', value: [{ score: 12 }] },
      { state: 'found' },
    ])
    expect(server.ledger.length).toBe(1)
    expect(new URL(server.ledger[0]?.url ?? '', 'http://x').searchParams.get('query.bibliographic')).toBe(query.text)
  })
})

describe('what is kept', () => {
  it('F124 F125: is kept by question: no header of a server decides who may see it, and a page is no record', async () => {
    const kept = new Map<string, unknown>()
    const store = { read: () => undefined, write: (key: string, value: unknown) => void kept.set(key, value) }
    const { registry, server } = await online(
      {
        agencies: new Map([['10.1400/1', 'mEDRA']]),
        negotiated: new Map([['10.1400/1', { DOI: '10.1400/1', type: 'book', title: 'Canne' }]]),
        crossrefWork: (doi) => (doi === '10.5555/a' ? crossrefWork(doi) : undefined),
        headers: { 'cache-control': 'private="", no-cache=" authorization"', vary: 'Accept' },
      },
      { store, openalexKey: 'SECRET', resolve: async () => ['127.0.0.1'] },
    )
    const page = `http://resolver.example.org:${server.port}/doi/10.1400/1`
    await registry.ask([work('10.5555/a'), work('10.1400/1'), { kind: 'link', url: page }])
    expect([...kept.keys()].filter((key) => !key.startsWith('days')).sort()).toEqual([
      `link ${page}`,
      'work 10.1400/1',
      'work 10.5555/a',
    ])
    expect(JSON.stringify([...kept])).not.toContain('SECRET')
  })
})

describe('OpenAlex', () => {
  const page = (status: number, body: unknown, headers = {}) => ({
    '/openalex/works/doi:10.5555/a': (_: unknown, response: import('node:http').ServerResponse) =>
      json(response, status, body, headers),
  })

  it('is a hint, asked only with a key, which stands in no address', async () => {
    const body = { doi: 'https://doi.org/10.5555/a', is_retracted: true }
    const { registry, server } = await online(
      { crossrefWork: (doi) => crossrefWork(doi), pages: page(200, body) },
      { openalexKey: 'SECRET' },
    )
    expect(await registry.ask([work('10.5555/a')])).toMatchObject([{ state: 'found', value: { hints: ['OpenAlex'] } }])
    expect(server.ledger.some(({ headers }) => headers.authorization === 'Bearer SECRET')).toBe(true)
    expect(server.ledger.filter(({ url }) => url.includes('SECRET'))).toEqual([])
    const without = await online({ crossrefWork: (doi) => crossrefWork(doi), pages: page(200, body) })
    await without.registry.ask([work('10.5555/a')])
    expect(without.server.ledger.length).toBe(1)
  })

  it('F064: a budget that is used up switches it off without a pause of hours', async () => {
    const headers = { 'retry-after': '32400', 'x-ratelimit-remaining-usd': '0' }
    const { registry, server } = await online(
      { crossrefWork: (doi) => crossrefWork(doi), pages: page(429, {}, headers) },
      { openalexKey: 'SECRET' },
    )
    expect(await registry.ask([work('10.5555/a')])).toMatchObject([{ state: 'found' }])
    expect(await registry.ask([work('10.5555/b')])).toMatchObject([{ state: 'found' }])
    expect(server.ledger.filter(({ url }) => url.startsWith('/openalex')).length).toBe(1)
    expect(registry.notes()).toEqual(['openalex asked for a longer pause than a run takes'])
  })
})
