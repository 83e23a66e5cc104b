import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { AnyAnswer, Query } from '../../src/model/query.ts'
import { freshnessOf } from '../../src/net/ages.ts'
import { readLine, writeLine } from '../../src/records/segment.ts'
import { openStore } from '../../src/records/store.ts'

function cache(): string {
  const folder = mkdtempSync(join(tmpdir(), 'citelint cache ё '))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'cache')
}

const NOW = Date.now()
const segments = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.ndjson'))

describe('a store', () => {
  it('gives back what was written, the newest, in this run and the next', () => {
    const folder = cache()
    let time = 1000
    const store = openStore(folder, () => time)
    expect(store.read('work 10.5555/a')).toBeUndefined()
    store.write('work 10.5555/a', { state: 'absent' })
    time = 2000
    store.write('work 10.5555/a', { state: 'found', text: 'Тростник\n"芦"' })
    expect(store.read('work 10.5555/a')).toEqual({ value: { state: 'found', text: 'Тростник\n"芦"' }, at: 2000 })
    store.close()
    expect(openStore(folder).read('work 10.5555/a')).toEqual({
      value: { state: 'found', text: 'Тростник\n"芦"' },
      at: 2000,
    })
    expect(segments(folder).length).toBe(1)
  })

  it('keeps any JSON value under any key', () => {
    const folder = cache()
    const store = openStore(folder)
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (key, value) => {
        store.write(key, value)
        expect(JSON.stringify(store.read(key)?.value)).toBe(JSON.stringify(value))
      }),
    )
    store.close()
  })

  it('F130: shows what another process writes meanwhile', () => {
    const folder = cache()
    let now = NOW
    const [one, other] = [openStore(folder, () => now), openStore(folder, () => now)]
    one.write('a', 1)
    other.write('b', 2)
    now += 120
    expect([one.read('b')?.value, other.read('a')?.value]).toEqual([2, 1])
    expect([one.notes(), other.notes()]).toEqual([[], []])
  })

  it('passes over a line that a killed process left half written, at every length', () => {
    const whole = writeLine({ key: 'a', at: 1, value: 'x' })
    const torn = writeLine({ key: 'b', at: 1, value: 'y' })
    for (let length = 0; length < torn.length; length++) {
      const folder = cache()
      mkdirSync(folder)
      writeFileSync(join(folder, 'answers-1-999999-x.ndjson'), whole + torn.slice(0, length))
      const store = openStore(folder)
      expect([store.read('a')?.value, store.read('b'), store.notes()]).toEqual(['x', undefined, []])
      store.write('c', 'z')
      store.close()
      const again = openStore(folder)
      expect([again.read('a')?.value, again.read('b'), again.read('c')?.value]).toEqual(['x', undefined, 'z'])
    }
  })

  it('F128: moves a damaged file aside and keeps its good lines', () => {
    const folder = cache()
    mkdirSync(folder)
    const name = 'answers-1-999999-x.ndjson'
    const noise = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)
    writeFileSync(join(folder, name), writeLine({ key: 'a', at: 1, value: 'x' }))
    appendFileSync(join(folder, name), noise)
    appendFileSync(join(folder, name), `\n${writeLine({ key: 'b', at: 1, value: 'y' })}`)
    const store = openStore(folder)
    expect([store.read('a')?.value, store.read('b')?.value]).toEqual(['x', 'y'])
    expect(store.notes().join()).toMatch(/^the cache held \d+ damaged lines?, not used$/)
    store.close()
    expect(existsSync(join(folder, name))).toBe(false)
    expect(existsSync(join(folder, `${name}.damaged`))).toBe(true)
    const again = openStore(folder)
    expect([again.read('a')?.value, again.read('b')?.value, again.notes()]).toEqual(['x', 'y', []])
  })

  it('a changed line is no line', () => {
    const line = writeLine({ key: 'work 10.5555/a', at: 1, value: { state: 'found' } }).trimEnd()
    expect(readLine(line)).toEqual({ key: 'work 10.5555/a', at: 1, value: { state: 'found' } })
    for (let index = 0; index < line.length; index++) {
      expect(readLine(line.slice(0, index) + (line[index] === 'x' ? 'y' : 'x') + line.slice(index + 1))).toBeUndefined()
    }
  })

  it('F129: files of another form are left alone', () => {
    const folder = cache()
    mkdirSync(folder)
    writeFileSync(join(folder, 'answers-2-1-x.ndjson'), 'newer\n')
    writeFileSync(join(folder, 'answers-0-1-x.ndjson'), 'older\n')
    const store = openStore(folder)
    expect([store.read('a'), store.notes()]).toEqual([undefined, []])
    expect(readdirSync(folder).length).toBe(2)
  })

  it.skipIf(process.getuid?.() === 0)('F131: a folder that cannot be written costs one note', () => {
    const folder = cache()
    mkdirSync(folder)
    chmodSync(folder, 0o500)
    const store = openStore(folder)
    store.write('a', 1)
    store.write('b', 2)
    expect([store.read('a')?.value, store.read('b')?.value, store.notes().length]).toEqual([1, 2, 1])
  })

  it('F131: a folder that is a file costs one note', () => {
    const folder = cache()
    writeFileSync(folder, '')
    const store = openStore(folder)
    store.write('a', 1)
    store.write('b', 2)
    store.close()
    expect([store.read('a')?.value, store.read('b')?.value, store.notes().length]).toEqual([1, 2, 1])
  })

  it('makes one segment of many whose writers are gone', () => {
    const folder = cache()
    mkdirSync(folder)
    for (let index = 0; index < 60; index++) {
      const lines = [0, 1, 2].map((one) => writeLine({ key: `k${(index + one) % 50}`, at: NOW + index, value: index }))
      writeFileSync(join(folder, `answers-1-${900_000 + index}-x.ndjson`), lines.join(''))
    }
    writeFileSync(join(folder, 'compacting.lock'), '')
    writeFileSync(join(folder, 'answers-1-999999-old.ndjson'), writeLine({ key: 'old', at: 1000, value: 1 }))
    utimesSync(join(folder, 'compacting.lock'), 0, 0)
    const before = openStore(folder)
    const values = Array.from({ length: 50 }, (_, index) => before.read(`k${index}`)?.value)
    before.close()
    expect(segments(folder).length).toBe(1)
    const after = openStore(folder)
    expect(Array.from({ length: 50 }, (_, index) => after.read(`k${index}`)?.value)).toEqual(values)
    expect(readFileSync(join(folder, segments(folder)[0] as string), 'utf8').split('\n').length).toBe(51)
  })
})

describe('the age of answers', () => {
  const day = 24 * 60 * 60 * 1000
  const now = Date.parse('2026-11-22T12:00:00Z')
  const work: Query = { kind: 'work', doi: '10.5555/a' }
  const link: Query = { kind: 'link', url: 'https://example.org' }
  const found = (value: object) => ({ state: 'found', value, source: 'x', asOf: '2026-11-22' }) as unknown as AnyAnswer
  const absent = { state: 'absent', source: 'x', asOf: '2026-11-22' }
  const fresh = (query: Query, value: unknown, at: number, most?: number) =>
    freshnessOf(query, { value, at }, now, most)

  it('F133: what comes from the future or long ago is not believed', () => {
    expect(fresh(work, found({}), now + day)).toBe('none')
    expect(fresh(work, found({}), 0)).toBe('none')
    expect(fresh(work, found({}), Date.parse('2100-01-01'))).toBe('none')
    expect(fresh(work, found({}), now + 1000)).toBe('fresh')
  })

  it('F134: a day for retractions, for what is absent or dead; a week for what stays', () => {
    expect(fresh(work, found({}), now - day / 2)).toBe('fresh')
    expect(fresh(work, found({}), now - 2 * day)).toBe('usable')
    expect(fresh(work, found({}), now - 8 * day)).toBe('none')
    expect(fresh(work, absent, now - day / 2)).toBe('fresh')
    expect(fresh(work, absent, now - 2 * day)).toBe('usable')
    expect(fresh(link, found({ verdict: 'alive' }), now - 6 * day)).toBe('fresh')
    expect(fresh(link, found({ verdict: 'dead' }), now - 2 * day)).toBe('usable')
    expect(fresh(work, found({}), now - 2 * day, 1)).toBe('none')
    expect(fresh(work, { state: 'unknown', why: 'failed' }, now)).toBe('none')
    for (const rubbish of [
      null,
      1,
      'x',
      [],
      {},
      { state: 'found' },
      { state: 'found', value: 1, source: 'x', asOf: 'x' },
    ]) {
      expect(fresh(work, rubbish, now)).toBe('none')
    }
  })
})
