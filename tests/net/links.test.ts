import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import type { Query } from '../../src/model/query.ts'
import { acceleratedClock } from '../../src/net/clock.ts'
import { memoryStore } from '../../src/net/memory-store.ts'
import { ended } from '../cli/citelint.ts'
import { html, json, plain } from '../support/registry-server/faults.ts'
import { names } from '../support/registry-server/guard.ts'
import type { Page, ServerOptions } from '../support/registry-server/server.ts'
import { online } from './online.ts'

const SITES = { 'site.example.org': ['127.0.0.1'], 'other.example.net': ['127.0.0.1'], '127.0.0.1': ['127.0.0.1'] }
const SITE = 'http://site.example.org'

const status =
  (code: number, body = '<title>Page</title>', headers: Record<string, string> = {}): Page =>
  (_, response) =>
    html(response, code, body, headers)
const moved =
  (code: number, location: string): Page =>
  (_, response) =>
    void response.writeHead(code, { location }).end()

async function visit(
  pages: Record<string, Page>,
  path = '/page',
  options: Parameters<typeof online>[1] & ServerOptions = {},
) {
  const { registry, server } = await online(
    { pages, factor: options.factor ?? 50 },
    { resolve: names(SITES), ...options },
  )
  const [answer] = await registry.ask([{ kind: 'link', url: `${SITE}:${server.port}${path}` }])
  return { answer, server, registry, visits: server.ledger.filter(({ service }) => service === 'web').length }
}

const alive = { state: 'found', value: { verdict: 'alive' } }
const unknown = (why: string, detail: string) => ({ state: 'unknown', why, detail })

describe('pages that answer', () => {
  it('F065 F068: 200 is alive, and only GET is asked', async () => {
    const head: Page = (request, response) =>
      html(response, request.method === 'GET' ? 200 : 405, '<title>Reeds &amp; rushes</title>')
    const { answer, visits } = await visit({ '/page': head })
    expect(answer).toMatchObject({
      state: 'found',
      source: 'site.example.org',
      value: { status: 200, title: 'Reeds & rushes', verdict: 'alive' },
    })
    expect(visits).toBe(1)
  })

  it('F085: a fragment is the reader’s own business and is not sent', async () => {
    const { answer, server } = await visit({ '/page': status(200) }, '/page#no-such-anchor')
    expect(answer).toMatchObject(alive)
    expect(server.ledger.map(({ url }) => url)).toEqual(['/page'])
  })

  it('F067: 410 is dead when the net is there', async () => {
    const { answer } = await visit({ '/page': status(410) })
    expect(answer).toMatchObject({ state: 'found', value: { status: 410, verdict: 'dead', signs: ['gone'] } })
  })

  it('F066: 404 is dead when it comes again', async () => {
    const twice = await visit({ '/page': status(404) })
    expect(twice.answer).toMatchObject({
      state: 'found',
      value: { status: 404, verdict: 'dead', signs: ['not-found-twice'] },
    })
    expect(twice.visits).toBeGreaterThanOrEqual(2)
    const [first, second] = twice.server.ledger.filter(({ url }) => url === '/page')
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(4000)
    const once = await visit({
      '/page': (_, response, before) => html(response, before === 0 ? 404 : 200, '<title>Page</title>'),
    })
    expect(once.answer).toMatchObject(alive)
  })

  it('F066: or when it came on an earlier day', async () => {
    const store = memoryStore(acceleratedClock(1))
    const { server, registry } = await visit({ '/other': status(200) }, '/other', { store })
    store.write(`days missing ${SITE}:${server.port}/gone`, ['2026-01-02'])
    expect(await registry.ask([{ kind: 'link', url: `${SITE}:${server.port}/gone` }])).toMatchObject([
      { value: { verdict: 'dead' } },
    ])
    expect(server.ledger.filter(({ url }) => url === '/gone').length).toBe(1)
  })

  it.each([
    ['F069', 403, '<title>Just a moment...</title>', 'blocked', 'http-403'],
    ['F073', 999, '', 'blocked', 'http-999'],
    ['F075', 451, '', 'blocked', 'legal'],
    ['F069', 406, '', 'blocked', 'http-406'],
  ])('%s: %i is no verdict', async (_, code, body, why, detail) => {
    const { answer, visits } = await visit({ '/page': status(code, body) })
    expect([answer, visits]).toEqual([unknown(why, detail), 1])
  })

  it('F069: a challenge is no verdict, whatever its status', async () => {
    const challenge = { '/page': status(404, '<title>Just a moment...</title>', { 'cf-mitigated': 'challenge' }) }
    expect((await visit(challenge)).answer).toEqual(unknown('blocked', 'challenge'))
  })

  it('F070 F098: 429 pauses the host and is then alive', async () => {
    const { answer, server } = await visit({
      '/page': (_, response, before) =>
        before === 0 ? plain(response, 429, '', { 'retry-after': '2' }) : html(response, 200, 'x'),
    })
    expect(answer).toMatchObject(alive)
    const [first, second] = server.ledger.filter(({ url }) => url === '/page')
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(2000)
  })

  it('F071: a pause of a day is not waited for, and not cut short', async () => {
    const { answer, visits, server, registry } = await visit({
      '/page': status(429, '', { 'retry-after': '86400' }),
      '/b': status(200),
    })
    expect([answer, visits]).toEqual([unknown('rate-limited', 'http-429'), 1])
    expect(await registry.ask([{ kind: 'link', url: `${SITE}:${server.port}/b` }])).toEqual([
      unknown('rate-limited', 'long-pause'),
    ])
    expect(server.ledger.length).toBe(1)
  })

  it.each(['-5', '1e99', 'soon', 'Sun, 22 Nov 2020 00:01:00 GMT'])(
    'F072: Retry-After %s is none, and there is no busy loop',
    async (header) => {
      const { answer, visits } = await visit({ '/page': status(429, '', { 'retry-after': header }) })
      expect([answer, visits]).toEqual([unknown('rate-limited', 'http-429'), 3])
    },
  )

  it('F074: behind a login', async () => {
    expect((await visit({ '/page': status(401) })).answer).toMatchObject({ value: { verdict: 'restricted' } })
    const pages = { '/page': moved(302, '/login?next=/page'), '/login': status(200, '<title>Sign in</title>') }
    expect((await visit(pages)).answer).toMatchObject({ value: { verdict: 'restricted' } })
  })

  it('F076 F077: a server in trouble is asked again, and never dead at once', async () => {
    const soon: Page = (_, response, before) => html(response, before < 2 ? 503 : 200, 'x')
    expect((await visit({ '/page': soon })).answer).toMatchObject(alive)
    const store = memoryStore(acceleratedClock(1))
    const { answer, server, visits } = await visit({ '/page': status(500) }, '/page', { store })
    expect([answer, visits]).toEqual([unknown('failed', 'http-500'), 3])
    store.write(`days failing ${SITE}:${server.port}/page`, ['2026-01-02', '2026-01-05'])
    const later = await online({ pages: { '/page': status(500) }, factor: 50 }, { resolve: names(SITES), store })
    store.write(`days failing ${SITE}:${later.server.port}/page`, ['2026-01-02', '2026-01-05'])
    expect(await later.registry.ask([{ kind: 'link', url: `${SITE}:${later.server.port}/page` }])).toMatchObject([
      { value: { verdict: 'dead', signs: ['failing-for-days'] } },
    ])
  })

  it('F078 F079: a page that says “not found” is held against an address that nobody made', async () => {
    const missing = '<title>Page not found</title>'
    const all: Page = status(200, missing)
    const { server, registry } = await online(
      {
        pages: new Proxy(
          {},
          { get: (_, path) => (String(path).startsWith('/soft/') ? all : path === '/honest/page' ? all : undefined) },
        ),
        factor: 50,
      },
      { resolve: names(SITES) },
    )
    const ask = async (path: string) =>
      (await registry.ask([{ kind: 'link', url: `${SITE}:${server.port}${path}` }]))[0]
    expect(await ask('/soft/page')).toMatchObject({ value: { verdict: 'alive', signs: ['soft-404'] } })
    expect(await ask('/honest/page')).toMatchObject(alive)
    expect(await ask('/honest/page')).not.toMatchObject({ value: { signs: ['soft-404'] } })
    const specification = `<title>OWL reference</title>${'The element has been removed. '.repeat(1000)}`
    const { answer, visits } = await visit({ '/page': status(200, specification) })
    expect(answer).toMatchObject(alive)
    expect(visits).toBe(1)
  })

  it('F080 F081 F082: where redirects lead', async () => {
    const deep = { '/a/b/c': moved(301, '/'), '/': status(200) }
    expect((await visit(deep, '/a/b/c')).answer).toMatchObject({
      value: { verdict: 'alive', signs: ['redirected-to-home'] },
    })
    const away: Record<string, Page> = {
      '/page': (request, response) =>
        void response
          .writeHead(302, { location: `http://other.example.net:${request.headers.host?.split(':')[1]}/sale` })
          .end(),
      '/sale': status(200, '<title>This domain is for sale</title>'),
    }
    expect((await visit(away)).answer).toMatchObject({ value: { signs: ['other-domain', 'parked'] } })
    const { answer, server } = await visit({ '/page': moved(308, '/new/page'), '/new/page': status(200) })
    expect(answer).toMatchObject({ value: { verdict: 'alive', movedTo: `${SITE}:${server.port}/new/page` } })
    const temporary = await visit({ '/page': moved(302, '/new/page'), '/new/page': status(200) })
    expect(temporary.answer).not.toMatchObject({ value: { movedTo: expect.anything() } })
  })

  it('F083 F084: redirects without end', async () => {
    expect((await visit({ '/page': moved(302, '/page') })).answer).toEqual(unknown('failed', 'redirect-loop'))
    const chain = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`/c/${index}`, moved(302, `/c/${index + 1}`)]),
    )
    const { answer, visits } = await visit(chain, '/c/0')
    expect([answer, visits]).toEqual([unknown('failed', 'too-many-redirects'), 11])
  })

  it('F091: of a huge file only the beginning is read', async () => {
    let sent = 0
    const endless: Page = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/pdf' })
      const more = (): void => {
        while (sent < 2 ** 31) {
          sent += 65536
          if (!response.write(Buffer.alloc(65536))) return void response.once('drain', more)
        }
      }
      more()
    }
    const { answer } = await visit({ '/page': endless })
    expect(answer).toMatchObject(alive)
    expect(sent).toBeLessThan(64 * 2 ** 20)
  })

  it('F092: other schemes and resolvers are not fetched', async () => {
    const { registry, server } = await online({}, { resolve: names(SITES) })
    const urls = [
      'ftp://example.org/x',
      'mailto:a@example.org',
      'tel:1',
      'javascript:alert(1)',
      'data:text/plain,x',
      'doi:10.5555/a',
      'hdl:1/2',
      'https://doi.org/10.5555/a',
      'not a url',
    ]
    const answers = await registry.ask(urls.map((url): Query => ({ kind: 'link', url })))
    expect(answers.every((answer) => answer.state === 'unknown' && answer.why === 'unsupported')).toBe(true)
    expect(server.ledger).toEqual([])
  })

  it('F093 F094 F095: a dead page comes with the copy nearest to its access date', async () => {
    const copy = (url: string) => ({
      archived_snapshots: { closest: { available: true, status: '200', timestamp: '20200101000000', url } },
    })
    const { registry, server } = await online(
      {
        pages: {
          '/page': status(410),
          '/wayback-machine/wayback/available': (request, response) => {
            const { searchParams } = new URL(request.url ?? '', 'http://x')
            json(response, 200, copy(`http://web.archive.org/web/20200101000000/${searchParams.get('url')}`))
          },
        },
        factor: 50,
      },
      { resolve: names(SITES) },
    )
    const url = `${SITE}:${server.port}/page`
    expect(await registry.ask([{ kind: 'link', url, accessed: '2020-01-15' }])).toMatchObject([
      {
        value: {
          verdict: 'dead',
          archived: { date: '2020-01-01', url: `https://web.archive.org/web/20200101000000/${url}` },
        },
      },
    ])
    expect(server.ledger.find(({ url }) => url.includes('wayback'))?.url).toContain('timestamp=20200115')
    await registry.ask([
      { kind: 'link', url, accessed: '2019' },
      { kind: 'link', url, accessed: '2020-01-15' },
    ])
    expect(server.ledger.filter(({ url }) => url === '/page').length).toBe(1)
    expect(
      server.ledger.filter(({ url }) => url.includes('timestamp=')).map(({ url }) => /timestamp=(\d+)/.exec(url)?.[1]),
    ).toEqual(['20200115', '2019'])
  })
})

describe('pages that do not answer', () => {
  it('F086: a name that does not exist is dead when others do', async () => {
    const { registry } = await online({ factor: 50 }, { resolve: names(SITES) })
    expect(await registry.ask([{ kind: 'link', url: 'http://gone.example.com/' }])).toMatchObject([
      { state: 'found', value: { status: 0, verdict: 'dead', signs: ['no-such-host'] } },
    ])
  })

  it('F087 F090: a name server in trouble or a closed door is no verdict', async () => {
    const failing = async (): Promise<never> => {
      throw Object.assign(new Error('getaddrinfo EAI_AGAIN'), { code: 'EAI_AGAIN' })
    }
    const one = await online({ factor: 50 }, { resolve: failing })
    expect(await one.registry.ask([{ kind: 'link', url: 'http://site.example.org/' }])).toEqual([
      unknown('failed', 'name-not-resolved'),
    ])
    const two = await online({ factor: 50 }, { resolve: names(SITES) })
    expect(await two.registry.ask([{ kind: 'link', url: 'http://site.example.org:1/' }])).toEqual([
      unknown('failed', 'connection-refused'),
    ])
  })

  it('F088: without a network nothing is dead', async () => {
    const { registry, server } = await online(
      { factor: 50 },
      { resolve: names({}), bases: { 'doi.org': 'http://doi.example.org', wayback: 'http://wb.example.org' } },
    )
    const queries = Array.from(
      { length: 30 },
      (_, index): Query => ({ kind: 'link', url: `http://host${index}.example${index}.org/` }),
    )
    const answers = await registry.ask(queries)
    expect(answers.filter(({ state }) => state !== 'unknown')).toEqual([])
    expect(answers.filter((answer) => answer.state === 'unknown' && answer.why === 'offline').length).toBeGreaterThan(
      10,
    )
    expect(server.ledger).toEqual([])
  })

  it('F089: a certificate that is wrong is told, and the page is not dead; a right one opens the page', async () => {
    const place = mkdtempSync(join(tmpdir(), 'citelint-tls-'))
    onTestFinished(() => rmSync(place, { recursive: true, force: true }))
    const [key, cert] = [join(place, 'key.pem'), join(place, 'cert.pem')]
    const asked = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
    const named = ['-subj', '/CN=site.example.org', '-addext', 'subjectAltName=DNS:site.example.org']
    execFileSync('openssl', [...asked, ...named, '-keyout', key, '-out', cert], { stdio: 'ignore' })
    let requests = 0
    const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) => {
      requests++
      response.end('<title>Page</title>')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const ask = async (name: string, env: Record<string, string>): Promise<unknown> => {
      const settings = { dist: inject('modules'), url: `https://${name}:${port}/`, name }
      const program = [join(import.meta.dirname, 'ask-link.js'), JSON.stringify(settings)]
      const child = spawn(process.execPath, program, { env: { PATH: process.env.PATH ?? '', ...env } })
      return JSON.parse((await ended(child)).stdout)
    }
    const trusted = { NODE_EXTRA_CA_CERTS: cert }
    const problem = { state: 'found', value: { status: 0, verdict: 'unsure', signs: ['tls-problem'] } }
    expect(await ask('site.example.org', {})).toMatchObject(problem)
    expect(await ask('other.example.org', trusted)).toMatchObject(problem)
    expect(requests).toBe(0)
    expect(await ask('site.example.org', trusted)).toMatchObject({
      state: 'found',
      value: { status: 200, verdict: 'alive', title: 'Page' },
    })
  })
})

describe('politeness', () => {
  it('F096: one at a time to a domain, with a gap', async () => {
    const pages = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`/p/${index}`, status(200)]))
    const { registry, server } = await online(
      { pages, factor: 50, latencyMs: 10 },
      { resolve: async () => ['127.0.0.1'] },
    )
    await registry.ask(
      Array.from(
        { length: 12 },
        (_, index): Query => ({ kind: 'link', url: `http://w${index % 3}.example.org:${server.port}/p/${index}` }),
      ),
    )
    const times = server.ledger.map(({ at }) => at)
    for (const [index, at] of times.slice(1).entries())
      expect(at - (times[index] as number)).toBeGreaterThanOrEqual(1000)
  })

  it('F096: many links of one host do not keep those of others waiting', async () => {
    const pages = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`/p/${index}`, status(200)]))
    const { registry, server } = await online({ pages, factor: 50 }, { resolve: async () => ['127.0.0.1'] })
    const crowd = Array.from(
      { length: 39 },
      (_, index): Query => ({ kind: 'link', url: `http://crowd.example.org:${server.port}/p/${index}` }),
    )
    await registry.ask([...crowd, { kind: 'link', url: `http://lone.example.net:${server.port}/p/39` }])
    expect(server.ledger.findIndex(({ url }) => url === '/p/39')).toBeLessThan(5)
  })

  it('F097: one address cited 500 times is one request', async () => {
    const { registry, server } = await online(
      { pages: { '/page': status(200) }, factor: 50 },
      { resolve: names(SITES) },
    )
    const query: Query = { kind: 'link', url: `${SITE}:${server.port}/page` }
    expect((await registry.ask(Array.from({ length: 500 }, () => query))).length).toBe(500)
    expect(server.ledger.length).toBe(1)
  })

  it('F126: a thousand hosts do not pile up', async () => {
    const { registry, server } = await online(
      { pages: { '/page': status(200) }, factor: 50 },
      { resolve: async () => ['127.0.0.1'] },
    )
    await registry.ask(
      Array.from(
        { length: 1000 },
        (_, index): Query => ({ kind: 'link', url: `http://h${index}.example${index}.org:${server.port}/page` }),
      ),
    )
    expect(server.ledger.length).toBe(1000)
  })
})
