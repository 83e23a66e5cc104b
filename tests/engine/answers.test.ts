import { expect, test } from 'vitest'
import { gather } from '../../src/engine/answers.ts'
import type { Answer, AnswerOf, Answers, Query, Registry, WorkRecord } from '../../src/model/query.ts'

const work = (doi: string): Query & { kind: 'work' } => ({ kind: 'work', doi })
const found = (title: string): Answer<WorkRecord> => ({
  state: 'found',
  value: { csl: { id: '', type: 'book', title } },
  source: 'memory',
  asOf: '2026-11-22',
})

function memory(known: Record<string, Answer<WorkRecord>>): Registry & { asked: string[][] } {
  const asked: string[][] = []
  return {
    asked,
    ask: async (queries) => {
      const dois = queries.map((query) => (query.kind === 'work' ? query.doi : query.kind))
      asked.push(dois)
      return dois.map(
        (doi): Answer<AnswerOf[Query['kind']]> =>
          known[doi] ?? { state: 'absent', source: 'memory', asOf: '2026-11-22' },
      )
    },
  }
}

test('each question is asked once, in one round', async () => {
  const registry = memory({ '10.5555/a': found('A') })
  const answers = await gather(() => [work('10.5555/a'), work('10.5555/b'), work('10.5555/A')], registry)
  expect(registry.asked).toEqual([['10.5555/A', '10.5555/b']])
  expect(answers.to(work('10.5555/b')).state).toBe('absent')
})

test('a question may follow from an answer', async () => {
  const registry = memory({ '10.5555/a': found('10.5555/next') })
  function* ask(answers: Answers): Iterable<Query> {
    yield work('10.5555/a')
    const first = answers.to(work('10.5555/a'))
    if (first.state === 'found') yield work(first.value.csl.title ?? '')
  }
  await gather(ask, registry)
  expect(registry.asked).toEqual([['10.5555/a'], ['10.5555/next']])
})

test('after three rounds what is left is unknown', async () => {
  const registry = memory({})
  let count = 0
  const answers = await gather(function* () {
    for (let index = 0; index <= count; index++) yield work(`10.5555/${index}`)
    count++
  }, registry)
  expect(registry.asked).toHaveLength(3)
  expect(answers.to(work('10.5555/3'))).toEqual({ state: 'unknown', why: 'unsupported' })
})

test('without a registry every answer is unknown, and so are those of one that fails', async () => {
  const offline = await gather(() => [work('10.5555/a')], undefined)
  expect(offline.to(work('10.5555/a'))).toEqual({ state: 'unknown', why: 'offline' })
  const broken: Registry = { ask: async () => Promise.reject(new Error('down')) }
  const failed = await gather(() => [work('10.5555/a')], broken)
  expect(failed.to(work('10.5555/a'))).toEqual({ state: 'unknown', why: 'failed' })
})
