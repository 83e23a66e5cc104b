import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readArxiv } from '../../src/registries/arxiv.ts'
import { readCrossrefBatch, readCrossrefSearch, readCrossrefSingle } from '../../src/registries/crossref.ts'
import { readDataciteBatch, readDataciteSingle } from '../../src/registries/datacite.ts'
import { readAgencies, readHandle, readNegotiated } from '../../src/registries/doi-org.ts'
import type { Reading, Reply } from '../../src/registries/exchange.ts'
import { readOpenalex } from '../../src/registries/openalex.ts'
import { readConverter, readPubmed } from '../../src/registries/pubmed.ts'
import { readWayback } from '../../src/registries/wayback.ts'
import { crossrefWork, dataciteWork } from '../support/registry-server/works.ts'

const DOI = '10.5555/a'

/** Every reader, as one that gives the readings of a reply. */
const READERS: Readonly<Record<string, (reply: Reply) => Iterable<Reading<unknown>>>> = {
  crossref: (reply) => [
    readCrossrefSingle(reply, DOI),
    readCrossrefSearch(reply),
    ...readCrossrefBatch(reply, [DOI]).values(),
  ],
  datacite: (reply) => [readDataciteSingle(reply, DOI), ...readDataciteBatch(reply, [DOI]).values()],
  doi: (reply) => [readHandle(reply, DOI), readNegotiated(reply, DOI, 'JaLC'), ...readAgencies(reply, [DOI]).values()],
  pubmed: (reply) => [...readPubmed(reply, ['1']).values(), ...readConverter(reply, ['PMC1']).values()],
  arxiv: (reply) => readArxiv(reply, ['2401.00001']).values(),
  openalex: (reply) => [readOpenalex(reply, DOI)],
  wayback: (reply) => [readWayback(reply, 'https://example.org/')],
}

/** Right replies of which one part was replaced by anything. */
const damaged = fc
  .tuple(
    fc.jsonValue({ maxDepth: 3 }),
    fc.nat(60),
    fc.constantFrom<unknown>(
      { status: 'ok', 'message-type': 'work', message: crossrefWork(DOI) },
      { status: 'ok', 'message-type': 'work-list', message: { items: [crossrefWork(DOI)] } },
      { data: dataciteWork(DOI) },
      { responseCode: 1, handle: DOI, values: [{ type: 'URL', data: { value: 'https://example.org/' } }] },
      [{ DOI, RA: 'Crossref' }],
      {
        result: {
          uids: ['1'],
          '1': { uid: '1', title: 'T', authors: [{ name: 'Roe A' }], articleids: [], references: [] },
        },
      },
      { records: [{ 'requested-id': 'PMC1', pmid: 1 }] },
      { archived_snapshots: { closest: { available: true, status: '200', url: 'x' } } },
    ),
  )
  .map(([value, index, body]) => {
    const text = JSON.stringify(body)
    const places = [...text.matchAll(/:/g)].map((match) => match.index + 1)
    const at = places[index % Math.max(1, places.length)] ?? 0
    let seen = 0
    return JSON.stringify(JSON.parse(text, (_, part) => (seen++ === index % 20 ? value : part))) ?? text.slice(0, at)
  })

describe('readers', () => {
  it.each(Object.entries(READERS))('%s never throws and says something of every question', (_, read) => {
    fc.assert(
      fc.property(
        fc.constantFrom(200, 301, 400, 403, 404, 429, 500),
        fc.oneof(damaged, fc.string(), fc.json()),
        (status, text) => {
          for (const reading of read({ status, type: 'application/json', text })) {
            expect(['found', 'absent', 'unknown']).toContain(reading.state)
            if (status !== 200) expect(reading.state).not.toBe('found')
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('never take a page of HTML for an answer', () => {
    for (const read of Object.values(READERS)) {
      for (const status of [200, 403, 429, 500, 503]) {
        const states = [...read({ status, type: 'text/html', text: '<html><title>Sign in to WLAN</title></html>' })]
        expect(states.map(({ state }) => state).filter((state) => state !== 'unknown')).toEqual([])
      }
    }
  })
})
