import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { createPool, type Pool, type PoolOptions } from '../../src/workers/pool.ts'

function pool(options: Partial<PoolOptions> = {}): Pool {
  const serve = pathToFileURL(join(inject('modules'), 'workers', 'serve.js')).href
  const entry = new URL('./desk.js', import.meta.url)
  const made = createPool({ entry, size: 2, data: { serve, word: 'given' }, ...options })
  onTestFinished(() => made.close())
  return made
}

describe('createPool', () => {
  it('runs jobs and hands every worker its data', async () => {
    const { run } = pool()
    const jobs = Array.from({ length: 20 }, (_, value) => run({ do: 'echo', value }))
    expect(await Promise.all(jobs)).toEqual(
      Array.from({ length: 20 }, (_, value) => ({ state: 'done', result: { value, data: 'given' } })),
    )
  })

  it('loses a job that hangs, crashes, throws or eats the memory, and goes on', async () => {
    const { run } = pool({ timeLimitMs: 400, memoryLimitMb: 32 })
    const kinds = ['hang', 'exit', 'throw', 'reject', 'echo', 'print']
    const outcomes = await Promise.all(kinds.map((kind) => run({ do: kind, value: 1 })))
    expect(outcomes).toEqual([
      { state: 'lost', why: 'timeout', message: 'took longer than the time limit' },
      { state: 'lost', why: 'crash', message: 'the worker ended unexpectedly' },
      { state: 'lost', why: 'threw', message: 'no such reference' },
      { state: 'lost', why: 'crash', message: 'the worker ended unexpectedly: nobody caught this' },
      { state: 'done', result: { value: 1, data: 'given' } },
      { state: 'done', result: 'printed' },
    ])
  })

  it('loses a job that needs too much memory, and goes on', async () => {
    const { run } = pool({ memoryLimitMb: 32 })
    const [eaten, echoed] = await Promise.all([run({ do: 'eat' }), run({ do: 'echo', value: 2 })])
    expect(eaten).toEqual({ state: 'lost', why: 'out-of-memory', message: 'needed more memory than the limit' })
    expect(echoed).toEqual({ state: 'done', result: { value: 2, data: 'given' } })
  })

  it('carries questions to the owner and answers back; waiting for them costs no time of the job', async () => {
    const { run } = pool({ timeLimitMs: 300 })
    let asked = 0
    const onAsk = async (question: unknown): Promise<unknown> => {
      asked += 1
      if (asked === 2) throw new Error('the registry is closed')
      await new Promise((resolve) => setTimeout(resolve, 600))
      return { to: question }
    }
    expect(await run({ do: 'ask', question: { kind: 'work' } }, { onAsk })).toEqual({
      state: 'done',
      result: [{ to: { kind: 'work' } }, 'the registry is closed'],
    })
  })

  it('loses what cannot be sent to a worker, and is not misled by strange messages', async () => {
    const { run } = pool()
    expect(await run({ do: 'echo', value: () => 1 })).toMatchObject({ state: 'lost', why: 'threw' })
    expect(await run({ do: 'rude' })).toEqual({ state: 'done', result: 'fine' })
  })

  it('says crash for each job when the entry cannot be loaded', async () => {
    const { run } = pool({ entry: new URL('./missing.js', import.meta.url) })
    const outcomes = await Promise.all([run({}), run({}), run({})])
    expect(outcomes.map((outcome) => outcome.state === 'lost' && outcome.why)).toEqual(['crash', 'crash', 'crash'])
  })

  it('loses everything as stopped when it is closed', async () => {
    const { run, close } = pool({ size: 1 })
    const jobs = [run({ do: 'hang' }), run({ do: 'echo', value: 1 })]
    await close()
    const stopped = { state: 'lost', why: 'stopped', message: 'the run was stopped' }
    expect(await Promise.all([...jobs, run({ do: 'echo' })])).toEqual([stopped, stopped, stopped])
  })
})
