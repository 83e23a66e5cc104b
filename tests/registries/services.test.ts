import { describe, expect, it } from 'vitest'
import { arxivRequest, readArxiv } from '../../src/registries/arxiv.ts'
import { readDataciteBatch, readDataciteSingle } from '../../src/registries/datacite.ts'
import {
  agenciesRequest,
  handleRequest,
  readAgencies,
  readHandle,
  readNegotiated,
} from '../../src/registries/doi-org.ts'
import type { Reply } from '../../src/registries/exchange.ts'
import { openalexRequest, readOpenalex } from '../../src/registries/openalex.ts'
import { converterRequest, pubmedRequest, readConverter, readPubmed } from '../../src/registries/pubmed.ts'
import { readWayback, waybackRequest } from '../../src/registries/wayback.ts'
import { dataciteWork } from '../support/registry-server/works.ts'
import { stopwatch } from '../support/stopwatch.ts'

const json = (status: number, body: unknown): Reply => ({
  status,
  type: 'application/json',
  text: JSON.stringify(body),
})
const page = (status: number): Reply => ({
  status,
  type: 'text/html',
  text: '<html><title>Just a moment...</title></html>',
})
const value = (type: string, data: string) => ({ index: 1, type, data: { format: 'string', value: data } })
const BASE = 'https://service.example.org'

describe('doi.org', () => {
  const handle = (body: object, status = 200) => readHandle(json(status, body), '10.5555/abc')

  it('F001 F003 F007: registered with an address, without one, or as an alias', () => {
    expect(handleRequest(BASE, '10.5555/abc').url).toBe(`${BASE}/api/handles/10.5555/abc?type=URL&type=HS_ALIAS`)
    expect(handle({ responseCode: 1, handle: '10.5555/ABC', values: [value('URL', 'https://example.org/')] })).toEqual({
      state: 'found',
      value: { url: 'https://example.org/', isDeleted: false },
    })
    expect(handle({ responseCode: 200, handle: '10.5555/abc', values: [] })).toEqual({
      state: 'found',
      value: { isDeleted: false },
    })
    expect(handle({ responseCode: 1, handle: '10.5555/abc', values: [value('HS_ALIAS', '10.5555/New')] })).toEqual({
      state: 'found',
      value: { alias: '10.5555/new', isDeleted: false },
    })
    expect(
      handle({
        responseCode: 1,
        handle: '10.5555/abc',
        values: [value('URL', 'https://www.crossref.org/_deleted-doi/')],
      }),
    ).toMatchObject({ value: { isDeleted: true } })
  })

  it('F002 F004 F005 F006 F008: missing only by its own word', () => {
    expect(handle({ responseCode: 100, handle: '10.5555/abc' }, 404)).toEqual({ state: 'absent' })
    for (const status of [200, 500]) {
      expect(handle({ responseCode: 2, handle: '10.5555/abc' }, status)).toEqual({
        state: 'unknown',
        why: 'failed',
        detail: 'handle-code-2',
      })
    }
    for (const status of [200, 404]) {
      expect(readHandle(page(status), '10.5555/abc')).toEqual({ state: 'unknown', why: 'failed', detail: 'unreadable' })
    }
    expect(handle({ responseCode: 1, handle: '10.5555/other', values: [] })).toEqual({
      state: 'unknown',
      why: 'failed',
      detail: 'bad-answer',
    })
  })

  it('F009 F010: agencies are matched by DOI and not by place', () => {
    const dois = Array.from({ length: 50 }, (_, index) => `10.5555/${index}`)
    expect(agenciesRequest(BASE, dois.slice(0, 2)).url).toBe(`${BASE}/doiRA/10.5555/0,10.5555/1`)
    const rows = dois.map((DOI, index) =>
      index % 20 === 7 ? { DOI, status: 'DOI does not exist' } : { DOI, RA: index % 2 ? 'Crossref' : 'DataCite' },
    )
    const readings = readAgencies(json(200, rows.reverse()), dois)
    expect(readings.get('10.5555/7')).toEqual({ state: 'found', value: 'missing' })
    expect(readings.get('10.5555/27')).toEqual({ state: 'found', value: 'missing' })
    expect(readings.get('10.5555/8')).toEqual({ state: 'found', value: { name: 'DataCite' } })
    expect(readings.get('10.5555/9')).toEqual({ state: 'found', value: { name: 'Crossref' } })
    const odd = readAgencies(
      json(200, [
        { DOI: '10.5555/A', status: 'Unknown' },
        { DOI: '10.5555/b', status: 'Invalid DOI' },
        { DOI: '10.5555/stranger', RA: 'Crossref' },
      ]),
      ['10.5555/a', '10.5555/b', '10.5555/c'],
    )
    expect([...odd]).toEqual([
      ['10.5555/a', { state: 'unknown', why: 'failed', detail: 'bad-answer' }],
      ['10.5555/b', { state: 'found', value: 'invalid' }],
      ['10.5555/c', { state: 'unknown', why: 'failed', detail: 'bad-answer' }],
    ])
    expect(readAgencies(page(200), ['10.5555/a']).get('10.5555/a')).toMatchObject({ state: 'unknown' })
  })

  it('reads what other agencies give, and refuses another work', () => {
    const item = {
      type: 'article-journal',
      DOI: '10.5555/ABC',
      title: 'Тростник',
      author: [{ family: 'Ли', given: 'А.' }],
      issued: { 'date-parts': [[2019]] },
    }
    expect(readNegotiated(json(200, item), '10.5555/abc', 'mEDRA')).toMatchObject({
      state: 'found',
      value: { agency: 'mEDRA', csl: { title: 'Тростник', author: [{ family: 'Ли', given: 'А.' }] } },
    })
    expect(readNegotiated(json(200, { ...item, DOI: '10.5555/x' }), '10.5555/abc', 'mEDRA')).toMatchObject({
      detail: 'bad-answer',
    })
    expect(readNegotiated(page(404), '10.5555/abc', 'mEDRA')).toEqual({ state: 'absent' })
  })
})

describe('DataCite', () => {
  it('F060 F061: a record, a hidden one, none', () => {
    expect(readDataciteSingle(json(200, { data: dataciteWork('10.5555/data') }), '10.5555/DATA')).toMatchObject({
      state: 'found',
      value: {
        agency: 'DataCite',
        csl: {
          title: 'Counts of reeds',
          author: [{ family: 'Pérez', given: 'Ana' }, { literal: 'Reed Survey Group' }],
          issued: { 'date-parts': [[2021]] },
        },
        relations: [{ type: 'is-supplement-to', doi: '10.5555/abc' }],
      },
    })
    for (const state of [{ state: 'registered' }, { isActive: false }]) {
      expect(
        readDataciteSingle(json(200, { data: dataciteWork('10.5555/data', state) }), '10.5555/data'),
      ).toMatchObject({
        value: { standing: 'hidden' },
      })
    }
    expect(readDataciteSingle(json(404, { errors: [{ status: '404', title: 'gone' }] }), '10.5555/data')).toEqual({
      state: 'absent',
    })
    expect(readDataciteSingle(page(404), '10.5555/data')).toMatchObject({ state: 'unknown' })
    expect(readDataciteSingle(json(200, { data: dataciteWork('10.5555/other') }), '10.5555/data')).toMatchObject({
      detail: 'bad-answer',
    })
    expect(
      [...readDataciteBatch(json(200, { data: [dataciteWork('10.5555/data')] }), ['10.5555/Data', '10.5555/none'])].map(
        ([doi, { state }]) => [doi, state],
      ),
    ).toEqual([
      ['10.5555/data', 'found'],
      ['10.5555/none', 'absent'],
    ])
  })
})

describe('PubMed', () => {
  const summary = {
    uid: '12345678',
    pubdate: '2020 Feb 3',
    epubdate: '2019 Dec 30',
    source: 'J Ex',
    fulljournalname: 'Journal of Examples',
    authors: [
      { name: 'van der Berg JA', authtype: 'Author' },
      { name: 'Reed Group', authtype: 'CollectiveName' },
    ],
    title: 'On the growth of reeds.',
    volume: '3',
    issue: '1',
    pages: '1-9',
    articleids: [{ idtype: 'doi', value: '10.5555/ABC' }],
    pubtype: ['Journal Article', 'Retracted Publication'],
    references: [{ reftype: 'Retraction in', refsource: 'J Ex. 2021;4:2', pmid: 23456789 }],
  }

  it('F062: reads summaries; an error at one id is that id’s alone', () => {
    const result = {
      uids: ['12345678', '9'],
      '12345678': summary,
      '9': { uid: '9', error: 'something else' },
      '10': { uid: '10', error: 'cannot get document summary' },
    }
    const readings = readPubmed(json(200, { result }), ['12345678', '9', '10', '11'])
    expect(readings.get('12345678')).toEqual({
      state: 'found',
      value: {
        csl: {
          id: 'pmid:12345678',
          type: 'article-journal',
          title: 'On the growth of reeds',
          author: [{ family: 'van der Berg', given: 'J. A.' }, { literal: 'Reed Group' }],
          issued: { 'date-parts': [[2020]] },
          'container-title': 'Journal of Examples',
          volume: '3',
          issue: '1',
          page: '1-9',
          DOI: '10.5555/abc',
          PMID: '12345678',
        },
        agency: 'PubMed',
        titles: ['On the growth of reeds'],
        years: [2019, 2020],
        venues: ['Journal of Examples', 'J Ex'],
        updates: [{ type: 'retraction', source: 'pubmed', label: 'J Ex. 2021;4:2', recordId: '23456789' }],
      },
    })
    expect(['9', '10', '11'].map((id) => readings.get(id)?.state)).toEqual(['unknown', 'absent', 'unknown'])
    expect(pubmedRequest(BASE, ['1', '2'], 'editor@example.org').url).toBe(
      `${BASE}/esummary.fcgi?db=pubmed&id=1%2C2&retmode=json&tool=citelint&email=editor%40example.org`,
    )
  })

  it('F063: “not in PMC” says nothing about an article', () => {
    const records = [
      { 'requested-id': 'PMC1', pmcid: 'PMC1', pmid: 111, doi: '10.5555/abc' },
      { 'requested-id': 'PMC2', status: 'error', errmsg: 'Identifier not found in PMC' },
    ]
    expect([...readConverter(json(200, { records }), ['pmc1', 'PMC2'])]).toEqual([
      ['PMC1', { state: 'found', value: { doi: '10.5555/abc', pmid: '111' } }],
      ['PMC2', { state: 'unknown', why: 'unsupported', detail: 'not-in-pmc' }],
    ])
    expect(converterRequest(BASE, ['PMC1']).url).toBe(`${BASE}/articles/?ids=PMC1&format=json&tool=citelint`)
  })
})

describe('arXiv', () => {
  const entry = (id: string, title: string, more = ''): string =>
    `<entry><id>http://arxiv.org/abs/${id}</id><updated>2024-03-01T00:00:00Z</updated><published>2023-12-31T00:00:00Z</published>
     <title>${title}</title><author><name>Ana Pérez</name></author><author><name>Consortium</name></author>${more}</entry>`
  const feed = (...entries: readonly string[]): Reply => ({
    status: 200,
    type: 'application/atom+xml',
    text: `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>q</title>${entries.join('')}</feed>`,
  })

  it('F056 F059: matches entries by id and version; a missing one is absent', () => {
    const reply = feed(
      entry('2401.00002v3', 'Second &amp; last'),
      entry('2401.00001v1', 'First'),
      entry('hep-th/9901001v2', 'Old'),
    )
    const readings = readArxiv(reply, ['2401.00001v1', '2401.00002', '2401.00003', '2401.00001', 'hep-th/9901001'])
    expect(
      [...readings].map(([id, reading]) => [id, reading.state === 'found' ? reading.value.csl.title : reading.state]),
    ).toEqual([
      ['2401.00001v1', 'First'],
      ['2401.00002', 'Second & last'],
      ['2401.00003', 'absent'],
      ['2401.00001', 'First'],
      ['hep-th/9901001', 'Old'],
    ])
    expect(arxivRequest(BASE, ['2401.00001v1', '2401.00002']).url).toBe(
      `${BASE}/api/query?id_list=2401.00001v1%2C2401.00002&max_results=2`,
    )
  })

  it('F057 F058: an error is no paper; a comment is handed on', () => {
    const error = '<entry><id>http://arxiv.org/api/errors#incorrect_id</id><title>Error</title></entry>'
    expect(readArxiv(feed(error), ['x']).get('x')).toEqual({ state: 'unknown', why: 'failed', detail: 'bad-answer' })
    const more =
      '<arxiv:comment xmlns:arxiv="x">This paper has been withdrawn</arxiv:comment><arxiv:doi>10.5555/Pub</arxiv:doi>'
    expect(readArxiv(feed(entry('2401.00001v2', 'T', more)), ['2401.00001']).get('2401.00001')).toMatchObject({
      value: {
        comment: 'This paper has been withdrawn',
        relations: [{ type: 'is-preprint-of', doi: '10.5555/pub' }],
        csl: {
          author: [{ family: 'Pérez', given: 'Ana' }, { literal: 'Consortium' }],
          DOI: '10.48550/arxiv.2401.00001',
        },
        years: [2023, 2024],
      },
    })
    expect(readArxiv(page(200), ['x']).get('x')).toMatchObject({ state: 'unknown' })
  })

  it('reads hostile feeds in linear time', () => {
    const spent = stopwatch()
    readArxiv({ status: 200, type: '', text: `<feed>${'<entry>'.repeat(100_000)}</feed>` }, ['2401.00001'])
    readArxiv(feed(entry('2401.00001v1', '<'.repeat(100_000))), ['2401.00001'])
    expect(spent()).toBeLessThan(2000)
  })
})

describe('the Wayback Machine', () => {
  const closest = (fields: object) =>
    json(200, {
      archived_snapshots: {
        closest: {
          available: true,
          status: '200',
          timestamp: '20200101000000',
          url: 'http://web.archive.org/web/20200101000000/http://www.example.org/page',
          ...fields,
        },
      },
    })
  const read = (reply: Reply) => readWayback(reply, 'https://example.org/page')

  it('F093 F094 F095: only a good copy of this page is one', () => {
    expect(read(closest({}))).toEqual({
      state: 'found',
      value: { url: 'https://web.archive.org/web/20200101000000/http://www.example.org/page', date: '2020-01-01' },
    })
    expect(read(json(200, { archived_snapshots: {} }))).toEqual({ state: 'absent' })
    expect(read(json(200, {}))).toMatchObject({ state: 'unknown' })
    for (const fields of [
      { status: '404' },
      { available: false },
      { url: 'javascript:alert(1)' },
      { url: 'https://evil.example.org/web/20200101000000/https://example.org/page' },
      { url: 'http://web.archive.org/web/20200101000000/https://elsewhere.example.org/page' },
      { url: 'http://web.archive.org/web/2020/https://example.org/page' },
      { url: 'http://web.archive.org/web/20200101000000/https://example.org/other' },
    ]) {
      expect(read(closest(fields))).toEqual({ state: 'absent' })
    }
    expect(waybackRequest(BASE, 'https://example.org/a?b=c', '2020-03').url).toBe(
      `${BASE}/wayback/available?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc&timestamp=202003`,
    )
  })
})

describe('OpenAlex', () => {
  it('F064 F113: keeps the key out of the address', () => {
    const request = openalexRequest(BASE, '10.5555/abc', 'SECRET')
    expect(request.url).not.toContain('SECRET')
    expect(readOpenalex(json(200, { doi: 'https://doi.org/10.5555/ABC', is_retracted: true }), '10.5555/abc')).toEqual({
      state: 'found',
      value: { isRetracted: true },
    })
    expect(
      readOpenalex(json(200, { doi: 'https://doi.org/10.5555/x', is_retracted: true }), '10.5555/abc'),
    ).toMatchObject({ state: 'unknown' })
    expect(readOpenalex(json(429, {}), '10.5555/abc')).toEqual({ state: 'unknown', why: 'rate-limited' })
  })
})
