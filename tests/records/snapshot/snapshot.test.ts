import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { description, random, type SyntheticWork, syntheticWorks } from '../../../evaluation/records/synthetic.ts'
import type { WorkRecord } from '../../../src/model/query.ts'
import {
  buildSnapshot,
  type Notice,
  type RecordSource,
  readDump,
  Snapshot,
  withSnapshot,
} from '../../../src/records/snapshot/index.ts'
import { pack, unpack } from '../../../src/records/snapshot/pack.ts'
import { crossrefRecord } from '../../../src/registries/crossref-record.ts'
import { fieldsOf } from '../../../src/registries/json.ts'

const folder = mkdtempSync(join(tmpdir(), 'citelint-snapshot-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function all(values: AsyncIterable<unknown>): Promise<readonly unknown[]> {
  const list: unknown[] = []
  for await (const value of values) list.push(value)
  return list
}

const DAYS = { today: '2026-11-22', asOf: '2026-11-01' }

function crossref(path: string): RecordSource {
  return {
    name: path,
    key: path,
    async *records(skip) {
      for await (const value of readDump(path, skip)) yield crossrefRecord(fieldsOf(value) ?? {})
    },
  }
}

async function built(name: string, works: readonly object[], notices: readonly Notice[] = []): Promise<Snapshot> {
  const dump = join(folder, `${name}.jsonl`)
  writeFileSync(dump, works.map((work) => `${JSON.stringify(work)}\n`).join(''))
  await buildSnapshot([crossref(dump)], notices, { output: join(folder, name), ...DAYS })
  return new Snapshot(join(folder, name))
}

const WORK = {
  DOI: '10.5555/JIR.12',
  type: 'journal-article',
  title: ['Literate machines'],
  subtitle: ['who reads them'],
  author: [{ family: 'Roe', given: 'Ann' }, { name: 'The Readers' }, { family: 'Doe' }],
  editor: [{ family: 'Poe', given: 'Cyd' }],
  issued: { 'date-parts': [[2004, 2, 1]] },
  'published-online': { 'date-parts': [[2003, 12]] },
  'container-title': ['Journal of Invented Results'],
  'short-container-title': ['J. Inv. Res.'],
  volume: '2',
  issue: '3',
  page: '15-29',
  ISSN: ['1234-5679'],
  publisher: 'Example Press',
  'updated-by': [
    { DOI: '10.5555/jir.13', type: 'correction', source: 'publisher', updated: { 'date-parts': [[2005, 1, 2]] } },
  ],
  relation: { 'has-preprint': [{ 'id-type': 'doi', id: '10.5555/pre.1' }] },
}

describe('a record', () => {
  test('is packed without loss', () => {
    const record = crossrefRecord(WORK) as WorkRecord
    expect(unpack(pack(record))).toEqual(record)
  })

  test.each([...syntheticWorks(50, 3)].map((work) => [work.DOI, work] as const))('%s', (_, work) => {
    const record = crossrefRecord(work) as WorkRecord
    expect(unpack(pack(record))).toEqual(record)
  })
})

describe('a dump', () => {
  const both = [WORK, { ...WORK, DOI: '10.5555/jir.14' }]
  test.each([
    ['lines', 'a.jsonl', both.map((work) => JSON.stringify(work)).join('\n')],
    ['lines with CRLF and blanks', 'b.jsonl', `${both.map((work) => JSON.stringify(work)).join('\r\n\r\n')}\r\n`],
    ['the older form', 'c.json', JSON.stringify({ items: both })],
    ['a list over many lines', 'd.json', JSON.stringify(both, undefined, 2)],
    ['a reply of DataCite', 'e.json', JSON.stringify({ data: both }, undefined, 2)],
  ])('%s, also compressed and from the second on', async (_, name, text) => {
    writeFileSync(join(folder, name), text)
    writeFileSync(join(folder, `${name}.gz`), gzipSync(text))
    for (const path of [join(folder, name), join(folder, `${name}.gz`)]) {
      expect(await all(readDump(path))).toEqual(both)
      expect(await all(readDump(path, 1))).toEqual(both.slice(1))
    }
  })

  test('that is cut says so', async () => {
    writeFileSync(join(folder, 'cut.jsonl'), `${JSON.stringify(WORK)}\n{"DOI": "10.5555/j`)
    await expect(all(readDump(join(folder, 'cut.jsonl')))).rejects.toThrow('line 2 is no JSON')
    writeFileSync(join(folder, 'cut.jsonl.gz'), gzipSync(JSON.stringify(WORK)).subarray(0, 60))
    await expect(all(readDump(join(folder, 'cut.jsonl.gz')))).rejects.toThrow(/unexpected end/)
  })
})

describe('a snapshot', () => {
  const works = [...syntheticWorks(3000)]

  test('finds by DOI in any case, and by a description with slips', async () => {
    const snapshot = await built('thousands', works)
    expect(snapshot.info).toMatchObject({ records: 3000, notices: 0, asOf: '2026-11-01' })
    for (const { DOI } of works) expect(snapshot.work(DOI.toUpperCase())?.csl.DOI).toBe(DOI)
    expect(snapshot.work('10.5555/none')).toBeUndefined()
    const next = random(5)
    const asked: readonly SyntheticWork[] = works.filter((_, index) => index % 5 === 0)
    const found = asked.filter((work) =>
      snapshot.search(description(work, next)).some(({ csl }) => csl.DOI === work.DOI),
    )
    expect(found.length / asked.length).toBeGreaterThan(0.99)
    expect(snapshot.search('')).toEqual([])
    expect(snapshot.search('#'.repeat(100_000))).toEqual([])
    snapshot.close()
  })

  test('keeps the later of two records of a DOI', async () => {
    const snapshot = await built('twice', [WORK, ...works.slice(0, 10), { ...WORK, title: ['Illiterate machines'] }])
    expect(snapshot.work('10.5555/jir.12')?.csl.title).toBe('Illiterate machines')
    snapshot.close()
  })

  test('finds Cyrillic and Chinese titles, and one of two words by its author and year', async () => {
    const title = (text: string, family: string, doi: string): object => ({
      ...{ DOI: doi, title: [text], author: [{ family }], issued: { 'date-parts': [[2004]] } },
    })
    const snapshot = await built('scripts', [
      ...works.slice(0, 500),
      title('Читающие машины и их читатели', 'Ветров', '10.5555/ru.1'),
      title('基于深度学习的虚构城市供水系统研究', '王', '10.5555/zh.1'),
      title('Editorial', 'Rowan', '10.5555/ed.1'),
      title('Editorial', 'Delgado', '10.5555/ed.2'),
    ])
    const first = (text: string): string | undefined => snapshot.search(text)[0]?.csl.DOI
    expect(first('Ветров А. А. Читающие машыны и их читатели // Вестник. 2004')).toBe('10.5555/ru.1')
    expect(first('王伟. 基于深度学习的虚构城市供水系统研究[J]. 虚构学报, 2004')).toBe('10.5555/zh.1')
    expect(first('Delgado. Editorial. 2004')).toBe('10.5555/ed.2')
    snapshot.close()
  })

  test('adds what Retraction Watch knows, also of works that it does not hold', async () => {
    const update = { type: 'retraction', doi: '10.5555/jir.13', date: '2010-02-06', source: 'retraction-watch' }
    const snapshot = await built(
      'noticed',
      [WORK],
      [
        { doi: '10.5555/jir.12', update },
        { doi: '10.5555/gone', pmid: '123', update },
      ],
    )
    expect(snapshot.work('10.5555/jir.12')?.updates?.map(({ type }) => type)).toEqual(['retraction', 'correction'])
    const bare = { csl: { id: '10.5555/gone', type: 'document', DOI: '10.5555/gone' }, updates: [update], isBare: true }
    expect(snapshot.work('10.5555/gone')).toMatchObject(bare)
    const asked = snapshot.answer({ kind: 'identifier', scheme: 'pmid', value: '123' })
    expect(asked).toMatchObject({ state: 'found', source: 'Retraction Watch (snapshot)', asOf: '2026-11-01' })
    snapshot.close()
  })

  test('goes on with an interrupted build to the same bytes', async () => {
    const dump = join(folder, 'many.jsonl')
    const many = [...syntheticWorks(52_000, 9)]
    writeFileSync(dump, many.map((work) => `${JSON.stringify(work)}\n`).join(''))
    const whole = join(folder, 'whole')
    await buildSnapshot([crossref(dump)], [], { output: whole, ...DAYS })
    const broken = join(folder, 'broken')
    let reads = 0
    const failing: RecordSource = {
      ...crossref(dump),
      async *records(skip) {
        for await (const record of crossref(dump).records(skip)) {
          if (++reads === 51_000) throw new Error('the power went')
          yield record
        }
      },
    }
    await expect(buildSnapshot([failing], [], { output: broken, ...DAYS })).rejects.toThrow('the power went')
    expect(() => new Snapshot(broken)).toThrow(/its build was not finished/)
    reads = 1_000_000
    await buildSnapshot([failing], [], { output: broken, ...DAYS })
    expect(reads - 1_000_000).toBe(2000)
    expect(readdirSync(broken).sort()).toEqual(readdirSync(whole).sort())
    for (const name of readdirSync(whole)) {
      expect(readFileSync(join(broken, name)).equals(readFileSync(join(whole, name))), name).toBe(true)
    }
  })

  test('says what is wrong with a folder', () => {
    const empty = join(folder, 'empty')
    mkdirSync(empty)
    expect(() => new Snapshot(empty)).toThrow('it has no snapshot.json')
    writeFileSync(join(empty, 'snapshot.json'), '{"format": 99}')
    expect(() => new Snapshot(empty)).toThrow('format 99, this version reads 1')
  })
})

test('what the snapshot does not hold goes to the next registry, in order', async () => {
  const snapshot = await built('first', [WORK])
  const asked: unknown[] = []
  const registry = withSnapshot(snapshot, {
    async ask(queries) {
      asked.push(...queries)
      return queries.map(() => ({ state: 'absent', source: 'doi.org', asOf: '2026-11-22' }))
    },
  })
  const answers = await registry.ask([
    { kind: 'work', doi: '10.5555/none' },
    { kind: 'work', doi: '10.5555/jir.12' },
    { kind: 'link', url: 'https://example.org/' },
  ])
  expect(answers.map(({ state }) => state)).toEqual(['absent', 'found', 'absent'])
  expect(asked).toEqual([
    { kind: 'work', doi: '10.5555/none' },
    { kind: 'link', url: 'https://example.org/' },
  ])
  snapshot.close()
})
