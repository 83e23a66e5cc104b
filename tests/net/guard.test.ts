import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, connect, createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Query } from '../../src/model/query.ts'
import { type Guard, publicGuard, refusalOf } from '../../src/net/public-address.ts'
import { html } from '../support/registry-server/faults.ts'
import { loopbackGuard, names } from '../support/registry-server/guard.ts'
import { online } from './online.ts'

/** Counts connections on every address of this machine: none may come. */
const trap = createServer((socket) => {
  connections++
  socket.destroy()
})
let connections = 0
let port = 0

beforeAll(async () => {
  await new Promise<void>((resolve) => trap.listen(0, '::', resolve))
  port = (trap.address() as AddressInfo).port
  // the trap works at all
  await new Promise<void>((resolve) => connect(port, '127.0.0.1').on('close', () => resolve()))
  expect(connections).toBe(1)
  connections = 0
})
afterAll(() => void trap.close())

const link = (url: string): Query => ({ kind: 'link', url })
/** As strict as the program's own, but for the port of the trap. */
const strict: Guard = { ...publicGuard, allowsPort: () => true }

describe('addresses that are not public', () => {
  it.each([
    ['F099', 'http://127.0.0.1:PORT/'],
    ['F099', 'http://10.0.0.1:PORT/'],
    ['F099', 'http://169.254.169.254/latest/meta-data/'],
    ['F099', 'http://[::1]:PORT/'],
    ['F099', 'http://0.0.0.0:PORT/'],
    ['F100', 'http://2130706433:PORT/'],
    ['F100', 'http://0x7f.1:PORT/'],
    ['F100', 'http://0177.0.0.1:PORT/'],
    ['F100', 'http://127.1:PORT/'],
    ['F100', 'http://１２７.０.０.１:PORT/'],
    ['F101', 'http://[::ffff:127.0.0.1]:PORT/'],
    ['F101', 'http://[::ffff:7f00:1]:PORT/'],
    ['F101', 'http://[::127.0.0.1]:PORT/'],
    ['F101', 'http://[::ffff:0:127.0.0.1]:PORT/'],
    ['F101', 'http://[64:ff9b::7f00:1]:PORT/'],
    ['F101', 'http://[2002:7f00:1::]:PORT/'],
    ['F108', 'http://good.example.org@127.0.0.1:PORT/'],
    ['F108', 'http://user:pw@example.org:PORT/'],
    ['F109', 'http://127.0.\t0.1:PORT/'],
    ['F109', 'http://local\nhost:PORT/'],
    ['F115', 'http://localhost:PORT/'],
    ['F115', 'http://localhost.:PORT/'],
    ['F115', 'http://a.localhost:PORT/'],
    ['F115', 'http://printer.local:PORT/'],
    ['F115', 'http://db.internal:PORT/'],
    ['F115', 'http://intranet:PORT/'],
  ])('%s: %s is refused before any connection', async (_, url) => {
    const { registry } = await online({}, { guard: strict, resolve: names({}) })
    const [answer] = await registry.ask([link(url.replace('PORT', String(port)))])
    expect(answer).toMatchObject({ state: 'unknown', why: 'refused' })
    expect(connections).toBe(0)
  })

  it('F101: an address with a zone is no public one', () => {
    for (const address of [
      'fe80::1%eth0',
      '::ffff:10.0.0.1',
      '64:ff9b:1::1',
      'fd00::1',
      'fec0::1',
      'ff02::1',
      '3fff::1',
      '100::1',
    ]) {
      expect(publicGuard.allowsAddress(address)).toBe(false)
    }
    for (const address of ['93.184.216.34', '2606:2800:220:1::1', '8.8.8.8', '1.1.1.1'])
      expect(publicGuard.allowsAddress(address)).toBe(true)
    for (const address of ['', 'example.org', '1.2.3', '999.1.1.1'])
      expect(publicGuard.allowsAddress(address)).toBe(false)
  })

  it('F107: only the ports of the web', () => {
    for (const port of ['22', '25', '6379', '8080'])
      expect(refusalOf(new URL(`http://example.org:${port}/`), publicGuard)).toBe('port')
    expect(refusalOf(new URL('https://example.org/'), publicGuard)).toBeUndefined()
    expect(refusalOf(new URL('http://example.org:443/'), publicGuard)).toBeUndefined()
  })

  it.each([
    ['F102', { 'evil.example.org': ['127.0.0.9'] }],
    ['F102', { 'evil.example.org': ['10.1.2.3'] }],
    ['F103', { 'evil.example.org': ['93.184.216.34', '127.0.0.9'] }],
    ['F114', { 'evil.example.org': ['::ffff:127.0.0.9'] }],
  ])('%s: a name that leads to %j is refused whole', async (_, table) => {
    const { registry } = await online({}, { guard: loopbackGuard, resolve: names(table as Record<string, string[]>) })
    const [answer] = await registry.ask([link(`http://evil.example.org:${port}/`)])
    expect(answer).toEqual({ state: 'unknown', why: 'refused', detail: 'private-address' })
    expect(connections).toBe(0)
  })

  it('F104: the address that was looked at is the one that is connected to', async () => {
    let lookups = 0
    const { registry, server } = await online(
      { pages: { '/page': (_, response) => html(response, 200, '<title>Page</title>') } },
      {
        resolve: async () => {
          lookups++
          return lookups === 1 ? ['127.0.0.1'] : ['127.0.0.9']
        },
      },
    )
    const url = `http://rebind.example.org:${server.port}`
    expect(await registry.ask([link(`${url}/page`)])).toMatchObject([{ state: 'found', value: { verdict: 'alive' } }])
    expect(lookups).toBe(1)
  })

  it('F105 F106: no redirect leads to where no link may', async () => {
    const targets = [
      'http://169.254.169.254/latest/',
      `http://private.example.org/`,
      'file:///etc/passwd',
      'gopher://example.org/',
      'data:text/html,x',
      'http://user:pw@site.example.org/',
    ]
    const pages = Object.fromEntries(
      targets.map((location, index) => [
        `/to/${index}`,
        (_: unknown, response: import('node:http').ServerResponse) => void response.writeHead(302, { location }).end(),
      ]),
    )
    const { registry, server } = await online(
      { pages },
      { resolve: names({ 'site.example.org': ['127.0.0.1'], 'private.example.org': ['127.0.0.9'] }) },
    )
    for (const index of targets.keys()) {
      const [answer] = await registry.ask([link(`http://site.example.org:${server.port}/to/${index}`)])
      expect([targets[index], answer]).toEqual([
        targets[index],
        { state: 'unknown', why: 'refused', detail: 'unsafe-redirect' },
      ])
    }
    expect(server.ledger.length).toBe(targets.length)
  })

  it('F112: credentials stay at the origin that they are for', async () => {
    const { registry, server } = await online(
      {
        crossrefWork: (doi) => ({ DOI: doi, title: ['T'] }),
        pages: {
          '/openalex/works/doi:10.5555/a': (_, response) =>
            void response.writeHead(302, { location: `http://elsewhere.example.org:${server.port}/landing` }).end(),
        },
      },
      { openalexKey: 'SECRET', resolve: names({ 'elsewhere.example.org': ['127.0.0.1'] }) },
    )
    await registry.ask([{ kind: 'work', doi: '10.5555/a' }])
    const landing = server.ledger.find(({ url }) => url === '/landing')
    expect(landing).toBeDefined()
    expect(JSON.stringify(landing?.headers)).not.toContain('SECRET')
  })
})

describe('proxies', () => {
  it('F110: those of the environment are not used', async () => {
    const before = process.env.HTTP_PROXY
    process.env.HTTP_PROXY = `http://127.0.0.1:${port}`
    try {
      const { registry } = await online({ crossrefWork: (doi) => ({ DOI: doi, title: ['T'] }) })
      expect(await registry.ask([{ kind: 'work', doi: '10.5555/a' }])).toMatchObject([{ state: 'found' }])
      expect(connections).toBe(0)
    } finally {
      if (before === undefined) delete process.env.HTTP_PROXY
      else process.env.HTTP_PROXY = before
    }
  })

  it('F110: before a proxy names and literals are still judged', async () => {
    const { registry } = await online({}, { guard: strict, proxy: `http://127.0.0.1:${port}` })
    for (const url of ['http://127.0.0.1/', 'http://localhost/', 'http://db.internal/']) {
      expect(await registry.ask([link(url)])).toMatchObject([{ state: 'unknown', why: 'refused' }])
    }
    expect(connections).toBe(0)
  })

  it('F110: the one that is named is used, and resolves the names', async () => {
    const asked: string[] = []
    const proxy = createHttpServer()
    const { registry, server } = await online(
      { crossrefWork: (doi) => ({ DOI: doi, title: ['T'] }) },
      {
        bases: { crossref: 'http://api.example.org/crossref' },
        proxy: await new Promise<string>((resolve) => {
          proxy.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`))
        }),
        resolve: names({}),
      },
    )
    proxy.on('connect', (request, client) => {
      asked.push(request.url ?? '')
      const upstream = connect(server.port, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n')
        upstream.pipe(client).pipe(upstream)
      })
      upstream.on('error', () => client.destroy())
      client.on('error', () => upstream.destroy())
    })
    expect(await registry.ask([{ kind: 'work', doi: '10.5555/a' }])).toMatchObject([{ state: 'found' }])
    expect(asked).toEqual(['api.example.org:80'])
    proxy.close()
    proxy.closeAllConnections()
  })

  it('F111: one that stays silent is left when time is up', async () => {
    const silent = createServer(() => {})
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    try {
      const proxy = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
      const { registry } = await online({}, { proxy, deadlineMs: 300 })
      const begun = performance.now()
      expect(await registry.ask([{ kind: 'work', doi: '10.5555/a' }])).toEqual([
        { state: 'unknown', why: 'timeout', detail: 'deadline' },
      ])
      expect(performance.now() - begun).toBeLessThan(6000)
    } finally {
      silent.close()
    }
  })
})
