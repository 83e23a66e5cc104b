import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readCrossrefBatch, readCrossrefSearch, readCrossrefSingle } from '../../src/registries/crossref.ts'
import { crossrefRecord } from '../../src/registries/crossref-record.ts'
import type { Reply } from '../../src/registries/exchange.ts'
import { plainText } from '../../src/registries/markup.ts'
import { sharedFolder } from '../support/shared.ts'

const folder = sharedFolder('data/recorded/crossref')

interface Exchange {
  readonly request: { readonly uri: string }
  readonly response: {
    readonly body: { readonly string: string | Buffer }
    readonly status: { readonly code: number }
    readonly headers: Readonly<Record<string, readonly string[]>>
  }
}

// biome-ignore lint/suspicious/noExplicitAny: recorded bodies are whatever the service sent
type Work = Readonly<Record<string, any>>

function replyOf({ response }: Exchange): Reply {
  const { string } = response.body
  const text = typeof string === 'string' ? string : gunzipSync(string).toString('utf8')
  return { status: response.status.code, type: response.headers['content-type']?.[0] ?? '', text }
}

const exchanges: readonly { readonly name: string; readonly exchange: Exchange }[] =
  folder === undefined
    ? []
    : readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .flatMap((name) => {
          const recorded = parse(readFileSync(join(folder, name), 'utf8'), { maxAliasCount: 0 })
          return recorded.interactions.map((exchange: Exchange) => ({ name, exchange }))
        })

function worksOf({ exchange }: { exchange: Exchange }): readonly Work[] {
  try {
    const body = JSON.parse(replyOf(exchange).text)
    if (body['message-type'] === 'work') return [body.message]
    if (body['message-type'] === 'work-list') return body.message.items
    return body.DOI === undefined ? [] : [body]
  } catch {
    return []
  }
}

describe.skipIf(folder === undefined)('the recorded exchanges', () => {
  const works = exchanges.flatMap(worksOf).filter((work) => work.DOI !== undefined)

  it('are looked at', () => {
    expect(exchanges.length).toBeGreaterThan(50)
    expect(works.length).toBeGreaterThan(200)
  })

  it('lose no author, title, year, page or relation', () => {
    const lost: string[] = []
    for (const work of works) {
      const record = crossrefRecord(work)
      const doi = work.DOI as string
      if (record === undefined) {
        lost.push(`${doi}: everything`)
        continue
      }
      const { csl, titles = [], years = [], relations = [], otherRelations = [], updates = [], venues = [] } = record
      const title = [work.title].flat()[0]
      if (title !== undefined && title !== '' && csl.title !== plainText(title)) lost.push(`${doi}: title`)
      for (const subtitle of work.subtitle ?? []) {
        if (!titles.some((one) => one.endsWith(plainText(subtitle)))) lost.push(`${doi}: subtitle`)
      }
      const named = (work.author ?? []).filter((one: Work) => one.family ?? one.name ?? one.given)
      if ((csl.author ?? []).length !== named.length) lost.push(`${doi}: authors`)
      for (const [index, { family, given, name, suffix }] of named.entries()) {
        const author = csl.author?.[index]
        const isSame =
          family === undefined
            ? author?.literal === plainText(name ?? given)
            : author?.family === plainText(family) &&
              (author.given ?? '') === plainText(given ?? '') &&
              author.suffix === suffix
        if (!isSame) lost.push(`${doi}: ${family ?? name}`)
      }
      for (const date of ['issued', 'published', 'published-print', 'published-online', 'posted']) {
        const year = work[date]?.['date-parts']?.[0]?.[0]
        if (year != null && !years.includes(year)) lost.push(`${doi}: ${date}`)
      }
      if (work.page !== undefined && csl.page !== work.page) lost.push(`${doi}: page`)
      for (const field of ['volume', 'issue'] as const) {
        if (work[field] !== undefined && csl[field] !== work[field]) lost.push(`${doi}: ${field}`)
      }
      for (const venue of [work['container-title'] ?? []].flat()) {
        if (!venues.includes(plainText(venue))) lost.push(`${doi}: venue`)
      }
      const related = Object.values(work.relation ?? {}).flat().length
      if (relations.length + otherRelations.length !== related) lost.push(`${doi}: relations`)
      if (updates.length !== (work['updated-by'] ?? []).length) lost.push(`${doi}: updates`)
    }
    expect(lost).toEqual([])
  })

  it('are read as what they say: a work, a list, absent, or unreadable', () => {
    const states: Record<string, number> = {}
    for (const { exchange } of exchanges) {
      const { uri } = exchange.request
      if (!uri.startsWith('https://api.crossref.org/works')) continue
      const reply = replyOf(exchange)
      const single = /\/works\/([^?]+)$/.exec(uri)?.[1]
      const isAgency = uri.endsWith('/agency') || uri.includes('/transform')
      const reading =
        single === undefined || isAgency
          ? readCrossrefSearch(reply)
          : readCrossrefSingle(reply, decodeURIComponent(single))
      const kind = single === undefined ? 'list' : isAgency ? 'other' : 'single'
      const state = reading.state === 'unknown' ? `unknown ${reading.detail}` : reading.state
      states[`${kind}: ${state}`] = (states[`${kind}: ${state}`] ?? 0) + 1
    }
    expect(states).toMatchObject({
      'single: found': expect.any(Number),
      'single: absent': 2,
      'list: found': expect.any(Number),
    })
    expect(Object.keys(states).filter((state) => state.includes('bad-answer') && !state.startsWith('other'))).toEqual(
      [],
    )
  })

  it('give the same record from a list as alone', () => {
    const alone = works.filter((work) => work.author !== undefined).slice(0, 20)
    const reply: Reply = {
      status: 200,
      type: 'application/json',
      text: JSON.stringify({ status: 'ok', 'message-type': 'work-list', message: { items: alone } }),
    }
    const readings = readCrossrefBatch(
      reply,
      alone.map(({ DOI }) => DOI),
    )
    for (const work of alone) {
      expect(readings.get(work.DOI.toLowerCase())).toEqual({ state: 'found', value: crossrefRecord(work) })
    }
  })
})
