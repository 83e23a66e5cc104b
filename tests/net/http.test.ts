import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/net/charset.ts'
import { toldPace } from '../../src/net/governor.ts'
import { retryAfterMs } from '../../src/net/retry.ts'
import { crossrefWork } from '../support/registry-server/works.ts'
import { online } from './online.ts'

const fault = (name: string) => ({ kind: 'work', doi: `10.5555/fault.${name}` }) as const

async function ask(name: string, deadlineMs = 1000) {
  const { registry, server } = await online(
    { agencies: new Map([[`10.5555/fault.${name}`, 'Crossref']]) },
    { deadlineMs },
  )
  const [answer] = await registry.ask([fault(name)])
  return { answer, requests: server.ledger.length, notes: registry.notes() }
}

const unknown = (why: string, detail: string) => ({ state: 'unknown', why, detail })

describe('answers that are none', () => {
  it.each([
    ['F005', 'html200', 'failed', 'unreadable'],
    ['F006', 'html404', 'failed', 'unreadable'],
    ['F023', 'rejected', 'failed', 'request-rejected'],
    ['F025', 'failed200', 'failed', 'bad-answer'],
    ['F035', 'huge', 'failed', 'too-large'],
    ['F117', 'bigheaders', 'failed', 'headers-too-large'],
    ['F118', 'bomb', 'failed', 'too-large'],
    ['F119', 'sixcodings', 'failed', 'bad-encoding'],
    ['F121', 'garbage', 'failed', 'protocol'],
    ['F122', 'smuggle', 'failed', 'protocol'],
    ['F083', 'redirectloop', 'failed', 'redirect-loop'],
  ])('%s %s: once, and unknown', async (_, name, why, detail) => {
    const { answer, requests } = await ask(name, 15_000)
    expect(answer).toEqual(unknown(why, detail))
    expect(requests).toBe(1)
  })

  it.each([
    ['F090', 'reset', 'failed', 'cut-off'],
    ['F120', 'cut', 'failed', 'cut-off'],
    ['F004', '500', 'failed', 'server-error'],
    ['F116', 'drip', 'timeout', 'deadline'],
    ['F111', 'silent', 'timeout', 'deadline'],
  ])('%s %s: tried again, then unknown', async (_, name, why, detail) => {
    const { answer, requests } = await ask(name, 400)
    expect(answer).toEqual(unknown(why, detail))
    expect(requests).toBe(3)
  })

  it('F035 F118: memory stays flat while a bomb is refused', async () => {
    const before = process.memoryUsage().rss
    await ask('bomb', 15_000)
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(300)
  })
})

describe('limits of services', () => {
  it('F018 F020: single look-ups and lists have paces of their own, as the headers tell', async () => {
    const { registry, server } = await online({ crossrefWork: (doi) => crossrefWork(doi), latencyMs: 20 })
    await Promise.all(
      Array.from({ length: 30 }, (_, index) => registry.ask([{ kind: 'work', doi: `10.5555/x,${index}` }])),
    )
    await registry.ask(Array.from({ length: 200 }, (_, index) => ({ kind: 'work', doi: `10.5555/${index}` })))
    expect(server.broken()).toEqual([])
    const count = (kind: string) => server.ledger.filter((entry) => entry.kind === kind).length
    expect([count('single'), count('list')]).toEqual([30, 4])
  })

  it('F019: a mail address that is not recognised is said once, and the slow pace is kept', async () => {
    const { registry, server } = await online({
      crossrefWork: (doi) => crossrefWork(doi),
      headers: { 'x-api-pool': 'public-single', 'x-rate-limit-limit': '5', 'x-concurrency-limit': '1' },
    })
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => registry.ask([{ kind: 'work', doi: `10.5555/x,${index}` }])),
    )
    expect(registry.notes()).toEqual(['Crossref did not recognise --mailto and serves at the public pace'])
    const times = server.ledger.map(({ at }) => at)
    expect(
      Math.max(...times.map((at) => times.filter((one) => one >= at && one < at + 1000).length)),
    ).toBeLessThanOrEqual(5)
  })

  it('F021: nonsense in a header changes nothing', () => {
    const fallback = { limit: 5, intervalMs: 1000, concurrency: 1 }
    const told = (limit: string, interval = '1s', concurrency = '3') =>
      toldPace(
        new Map([
          ['x-rate-limit-limit', limit],
          ['x-rate-limit-interval', interval],
          ['x-concurrency-limit', concurrency],
        ]),
        fallback,
      )
    for (const limit of ['abc', '-1', '1e9', '10, 10', '', '0', '1000000000']) expect(told(limit)).toBeUndefined()
    expect(told('10')).toEqual({ limit: 10, intervalMs: 1000, concurrency: 3 })
    expect(told('10', 'soon')).toBeUndefined()
    expect(told('10', '1s', 'many')).toEqual({ limit: 10, intervalMs: 1000, concurrency: 1 })
  })

  it('F024: after 429 all wait, then all are answered', async () => {
    for (const name of ['429once', '429plain']) {
      const { registry, server } = await online({ agencies: new Map([[`10.5555/fault.${name}`, 'Crossref']]) })
      expect(await registry.ask([fault(name)])).toMatchObject([{ state: 'found', value: { isBare: true } }])
      const [first, second] = server.ledger.filter(({ service }) => service === 'crossref')
      if (name === '429once') expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(2000)
    }
  })

  it('F026: a service that refuses is not asked again', async () => {
    const { registry, server } = await online()
    expect(await registry.ask([fault('403')])).toMatchObject([{ state: 'unknown', why: 'blocked' }])
    expect(await registry.ask([{ kind: 'work', doi: '10.5555/a' }])).toMatchObject([
      { state: 'unknown', why: 'blocked' },
    ])
    expect(server.ledger.length).toBe(1)
    expect(registry.notes()).toEqual(['crossref refuses to answer (HTTP 403) and is not asked again in this run'])
  })

  it('F071 F072: Retry-After is obeyed whole, or not at all', () => {
    const now = Date.parse('2026-11-22T00:00:00Z')
    expect(retryAfterMs('2', now)).toBe(2000)
    expect(retryAfterMs('86400', now)).toBe(86_400_000)
    expect(retryAfterMs('Sun, 22 Nov 2026 00:01:00 GMT', now)).toBe(60_000)
    for (const nonsense of ['-5', '1e99', 'soon', 'Sun, 22 Nov 2020 00:01:00 GMT', '', undefined, '9'.repeat(30)]) {
      expect(retryAfterMs(nonsense, now)).toBeUndefined()
    }
  })

  it('says who asks', async () => {
    const { registry, server } = await online({ crossrefWork: (doi) => crossrefWork(doi) })
    await registry.ask([{ kind: 'work', doi: '10.5555/a' }])
    expect(server.ledger[0]?.headers['user-agent']).toBe('citelint/test (mailto:editor@example.org)')
    expect(server.ledger[0]?.url).not.toContain('mailto')
  })
})

describe('F123: the text of a page', () => {
  const page = (title: string, meta = '') => `<html><head>${meta}<title>${title}</title></head></html>`
  const cp1251 = (text: string) =>
    Uint8Array.from([...text], (sign) => {
      const code = sign.charCodeAt(0)
      return code < 128 ? code : code - 0x410 + 0xc0
    })
  const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))

  it('is decoded as it says, as it is, or not at all', () => {
    const text = page('Тростник')
    expect(decodeText(cp1251(text), 'text/html; charset=windows-1251')).toBe(text)
    const named = page('Тростник', '<meta charset="windows-1251">')
    expect(decodeText(cp1251(named), 'text/html')).toBe(named)
    expect(decodeText(cp1251(named), 'text/html; charset=utf-8')).toBe(named)
    expect(decodeText(cp1251(text), 'text/html')).toBeUndefined()
    expect(decodeText(utf16(text), 'text/html; charset=iso-8859-1')).toBe(text)
    expect(decodeText(new TextEncoder().encode(text), 'text/html; charset=iso-8859-1')).toBe(text)
    expect(decodeText(Uint8Array.from([0xc2, 0xab, 0xd6, 0xd0]), 'text/html; charset=gb18030')).toBe('芦中')
    expect(decodeText(new TextEncoder().encode(text).subarray(0, 32), undefined)).toBeDefined()
    expect(decodeText(cp1251(text), 'text/html; charset=nonsense')).toBeUndefined()
  })
})
