import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  batchSize,
  crossrefBatch,
  crossrefSearch,
  crossrefSingle,
  readCrossrefSearch,
  readCrossrefSingle,
} from '../../src/registries/crossref.ts'
import { crossrefRecord } from '../../src/registries/crossref-record.ts'
import type { Reply } from '../../src/registries/exchange.ts'
import { plainText } from '../../src/registries/markup.ts'
import { crossrefWork } from '../support/registry-server/works.ts'
import { stopwatch } from '../support/stopwatch.ts'

const work = (fields: object): Reply => ({
  status: 200,
  type: 'application/json',
  text: JSON.stringify({
    status: 'ok',
    'message-type': 'work',
    message: { ...crossrefWork('10.5555/abc'), ...fields },
  }),
})

function recordOf(fields: object) {
  const reading = readCrossrefSingle(work(fields), '10.5555/ABC')
  if (reading.state !== 'found') throw new Error(`it is ${reading.state}`)
  return reading.value
}

describe('requests', () => {
  it('F015 F016 F014: put every byte of a DOI into the path, and nothing climbs out of it', () => {
    const path = (doi: string): string =>
      crossrefSingle('https://api.example.org', doi).url.slice('https://api.example.org'.length)
    expect(path('10.1002/(SICI)1096(199601)29:1<1::AID-X1>3.0.CO;2-#')).toBe(
      '/works/10.1002/(SICI)1096(199601)29%3A1%3C1%3A%3AAID-X1%3E3.0.CO%3B2-%23',
    )
    expect(path('10.1234/a b%?c')).toBe('/works/10.1234/a%20b%25%3Fc')
    for (const doi of ['10.1234/../../admin', '10.1234/%2e%2e%2fx', '10.1234/..', '10.1234//x', '10.1234/%2E/./x']) {
      const { pathname } = new URL(crossrefSingle('https://api.example.org', doi).url)
      expect(pathname.startsWith('/works/10.1234')).toBe(true)
      expect(decodeURIComponent(pathname)).toBe(`/works/${doi}`)
    }
    expect(path('10.1234/\ud800')).toBe('/works/10.1234/%EF%BF%BD')
  })

  it('hold fifty DOIs in one list, fewer where they are long', () => {
    const dois = Array.from({ length: 120 }, (_, index) => `10.5555/${index}`)
    expect(batchSize(dois)).toBe(50)
    expect(batchSize(dois.map((doi) => `${doi}${'ж'.repeat(100)}`))).toBeLessThan(10)
    const { searchParams } = new URL(crossrefBatch('https://api.example.org', ['10.5555/a&b', '10.5555/c(d)']).url)
    expect(searchParams.get('filter')).toBe('doi:10.5555/a&b,doi:10.5555/c(d)')
    expect(searchParams.get('rows')).toBe('2')
    expect(searchParams.get('select')).toContain('updated-by')
  })

  it('send one reference and nothing else for a search', () => {
    const { searchParams } = new URL(crossrefSearch('https://api.example.org', 'Pérez, A.\n On   reeds. 2020').url)
    expect(searchParams.get('query.bibliographic')).toBe('Pérez, A. On reeds. 2020')
  })
})

describe('replies', () => {
  it('F022 F004: only the service’s own words make a work absent', () => {
    const read = (status: number, text: string) =>
      readCrossrefSingle({ status, type: 'text/plain', text }, '10.5555/abc')
    expect(read(404, 'Resource not found.')).toEqual({ state: 'absent' })
    expect(read(404, '<html>proxy</html>')).toEqual({ state: 'unknown', why: 'failed', detail: 'unreadable' })
    expect(read(200, '<html>Just a moment...</html>')).toEqual({
      state: 'unknown',
      why: 'failed',
      detail: 'unreadable',
    })
    expect(read(200, '{"status":"failed","message-type":"work","message":{}}')).toEqual({
      state: 'unknown',
      why: 'failed',
      detail: 'bad-answer',
    })
    expect(
      read(400, '{"status":"failed","message-type":"validation-failure","message":[{"type":"unknown-parameter"}]}'),
    ).toEqual({
      state: 'unknown',
      why: 'failed',
      detail: 'request-rejected',
    })
    expect(read(429, 'slow down')).toEqual({ state: 'unknown', why: 'rate-limited' })
  })

  it('F027 F028: an empty title or date is none', () => {
    for (const title of [[''], [], undefined]) expect(recordOf({ title }).csl.title).toBeUndefined()
    const none = { 'date-parts': [[null]] }
    const undated = recordOf({ issued: none, 'published-print': none })
    expect(undated.csl.issued).toBeUndefined()
    expect(undated.years).toBeUndefined()
  })

  it('F029 F030: all years and both forms of a title may be cited', () => {
    const dates = {
      issued: { 'date-parts': [[2019, 12, 30]] },
      'published-online': { 'date-parts': [[2019, 12, 30]] },
      'published-print': { 'date-parts': [[2020, 2]] },
      created: { 'date-parts': [[2019, 12, 1]] },
    }
    expect(recordOf(dates).years).toEqual([2019, 2020])
    expect(
      recordOf({
        created: { 'date-parts': [[2002, 1, 1]] },
        issued: { 'date-parts': [[1984]] },
        'published-print': undefined,
      }).years,
    ).toEqual([1984])
    expect(recordOf({ title: ['Reeds'], subtitle: ['A study'] }).titles).toEqual(['Reeds', 'Reeds: A study'])
  })

  it('F031: markup goes, signs stay, entities are decoded twice at most', () => {
    expect(plainText('The <i>Phragmites</i> &amp;amp; H<sub>2</sub>O: p &lt; 0.05')).toBe(
      'The Phragmites & H2O: p < 0.05',
    )
    expect(plainText('<mml:math><mml:mi>x</mml:mi><mml:mo>=</mml:mo></mml:math> of <jats:italic>y</jats:italic>')).toBe(
      'x= of y',
    )
    expect(plainText('Generic <T> types, a < b and c > d')).toBe('Generic <T> types, a < b and c > d')
    expect(plainText('&amp;amp;amp;')).toBe('&amp;')
    expect(plainText('caf&eacute; &#x416;&#1078; &nosuch; &#0;')).toBe('café Жж &nosuch;')
  })

  it('F032: an organisation is an author', () => {
    expect(
      recordOf({ author: [{ name: 'The Reed Group' }, { given: 'Ana', family: 'Pérez', suffix: 'Jr.' }, {}] }).csl
        .author,
    ).toEqual([{ literal: 'The Reed Group' }, { family: 'Pérez', given: 'Ana', suffix: 'Jr.' }])
  })

  it('F033: another DOI in the answer is told', () => {
    const reading = readCrossrefSingle(work({ DOI: '10.5555/other' }), '10.5555/abc')
    expect(reading).toMatchObject({ state: 'found', value: { isOther: true, csl: { DOI: '10.5555/other' } } })
  })

  it('F034: keys of objects are only keys', () => {
    const text = `{"status":"ok","message-type":"work","message":{"DOI":"10.5555/abc","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":"x","relation":{"__proto__":[{"id":"10.5555/p","id-type":"doi"}]},"title":["T"]}}`
    const reading = readCrossrefSingle({ status: 200, type: 'application/json', text }, '10.5555/abc')
    expect(reading).toMatchObject({ state: 'found', value: { csl: { title: 'T' } } })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })

  it('F038 F039 F040 F041 F045: updates of this work and notices about others are kept apart, with source and date', () => {
    const retraction = {
      DOI: '10.5555/NOTICE',
      type: 'retraction',
      label: 'Retraction',
      source: 'retraction-watch',
      'record-id': '4036',
      updated: { 'date-parts': [[2021, 2, 6]] },
    }
    const publisher = {
      ...retraction,
      source: 'publisher',
      'record-id': undefined,
      updated: { 'date-parts': [[2021, 1]] },
    }
    expect(recordOf({ 'updated-by': [publisher, retraction] }).updates).toEqual([
      {
        type: 'retraction',
        doi: '10.5555/notice',
        date: '2021-02-06',
        label: 'Retraction',
        source: 'retraction-watch',
        recordId: '4036',
      },
      { type: 'retraction', doi: '10.5555/notice', date: '2021-01', label: 'Retraction', source: 'publisher' },
    ])
    const self = recordOf({ 'update-to': [{ ...retraction, DOI: '10.5555/Abc' }] })
    expect([self.updates?.length, self.noticeOf]).toEqual([1, undefined])
    const notice = recordOf({ 'update-to': [retraction] })
    expect([notice.updates, notice.noticeOf?.length]).toEqual([undefined, 1])
    for (const type of ['expression_of_concern', 'expression-of-concern', 'Expression of concern']) {
      expect(recordOf({ 'updated-by': [{ DOI: '10.5555/n', type }] }).updates?.[0]?.type).toBe('expression-of-concern')
    }
  })

  it('F054 F055: relations by DOI, by address, by arXiv id and by anything else', () => {
    const relation = {
      'is-preprint-of': [
        { 'id-type': 'doi', id: 'https://doi.org/10.5555/Published', 'asserted-by': 'subject' },
        { 'id-type': 'uri', id: 'https://arxiv.org/abs/2401.00001v2' },
        { 'id-type': 'arxiv', id: 'hep-th/9901001' },
        { 'id-type': 'pmid', id: '12345' },
        { 'id-type': 'uri', id: 'https://example.org/x' },
      ],
    }
    expect(recordOf({ relation })).toMatchObject({
      relations: [
        { type: 'is-preprint-of', doi: '10.5555/published' },
        { type: 'is-preprint-of', doi: '10.48550/arxiv.2401.00001' },
        { type: 'is-preprint-of', doi: '10.48550/arxiv.hep-th/9901001' },
      ],
      otherRelations: [
        { type: 'is-preprint-of', scheme: 'pmid', id: '12345' },
        { type: 'is-preprint-of', scheme: 'uri', id: 'https://example.org/x' },
      ],
    })
  })

  it('F036 F037: a search gives candidates; totals are not looked at', () => {
    const items = [{ ...crossrefWork('10.5555/abc'), score: 31.4 }, { noDoi: true }]
    const text = JSON.stringify({
      status: 'ok',
      'message-type': 'work-list',
      message: { 'total-results': 9999, items },
    })
    const reading = readCrossrefSearch({ status: 200, type: 'application/json', text })
    expect(reading).toMatchObject({ state: 'found', value: [{ score: 31.4, csl: { DOI: '10.5555/abc' } }] })
  })

  it('never throws, whatever a record holds', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        fc.constantFrom(...Object.keys(crossrefWork('10.5555/a')), 'relation', 'updated-by', 'update-to'),
        (value, key) => {
          crossrefRecord({ ...crossrefWork('10.5555/a'), [key]: value })
        },
      ),
      { numRuns: 300 },
    )
  })

  it('takes hostile titles in linear time', () => {
    for (const text of ['<'.repeat(100_000), '<i '.repeat(50_000), '&amp;'.repeat(50_000), `${' '.repeat(100_000)}x`]) {
      const spent = stopwatch()
      plainText(text)
      expect(spent()).toBeLessThan(1000)
    }
  })
})
