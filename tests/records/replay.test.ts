import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { AnyAnswer, Query, Registry } from '../../src/model/query.ts'
import { recordAnswers, replayAnswers } from '../../src/records/replay.ts'

function folder(): string {
  const place = mkdtempSync(join(tmpdir(), 'citelint replay ё '))
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
  return place
}

const queries: readonly Query[] = [
  { kind: 'work', doi: '10.5555/B' },
  { kind: 'link', url: 'https://example.org/a', accessed: '2020' },
  { kind: 'search', text: 'Pérez, A. On reeds' },
  { kind: 'identifier', scheme: 'arxiv', value: '2401.00001v1' },
]
const answers: readonly AnyAnswer[] = [
  {
    state: 'found',
    value: { csl: { id: '10.5555/b', type: 'book', title: 'Тростник\u2028' } },
    source: 'Crossref',
    asOf: '2026-11-22',
  },
  { state: 'unknown', why: 'blocked', detail: 'http-403' },
  { state: 'found', value: [], source: 'Crossref', asOf: '2026-11-22' },
  { state: 'absent', source: 'arXiv', asOf: '2026-11-22' },
]
const registry: Registry = { ask: async (asked) => asked.map((query) => answers[queries.indexOf(query)] as AnyAnswer) }

describe('a recording', () => {
  it('answers as the run was answered, in the same bytes whatever the order', async () => {
    const place = folder()
    const [one, other] = [recordAnswers(registry, join(place, 'one')), recordAnswers(registry, join(place, 'other'))]
    await one.ask(queries)
    for (const query of [...queries].reverse()) await other.ask([query])
    one.save()
    other.save()
    expect(readFileSync(join(place, 'one'), 'utf8')).toBe(readFileSync(join(place, 'other'), 'utf8'))
    expect(readdirSync(place).sort()).toEqual(['one', 'other'])
    const replayed = replayAnswers(join(place, 'one'))
    expect(await replayed.ask(queries)).toEqual(answers)
    expect(
      await replayed.ask([
        { kind: 'work', doi: '10.5555/b' },
        { kind: 'work', doi: '10.5555/new' },
      ]),
    ).toEqual([answers[0], { state: 'unknown', why: 'not-asked', detail: 'not-recorded' }])
  })

  it('is refused when it is cut, changed or something else', async () => {
    const place = folder()
    const path = join(place, 'r')
    const recording = recordAnswers(registry, path)
    await recording.ask(queries)
    recording.save()
    const text = readFileSync(path, 'utf8')
    for (const bad of [
      '',
      'x',
      text.slice(0, -20),
      text.split('\n').slice(0, -2).join('\n'),
      text.replace('Crossref', 'Crosswef'),
      text.split('\n').slice(1).join('\n'),
    ]) {
      writeFileSync(path, bad)
      expect(() => replayAnswers(path)).toThrow('is no whole recording of citelint')
    }
    expect(() => replayAnswers(join(place, 'none'))).toThrow('cannot be read')
  })
})
