import { describe, expect, it } from 'vitest'
import { crossrefWork, syntheticDoi } from '../support/registry-server/works.ts'
import { online } from './online.ts'

describe('5,000 DOIs', () => {
  it('go out in 100 lists, each once, at the polite pace and no faster', async () => {
    const { registry, server } = await online({ latencyMs: 50, crossrefWork: (doi) => crossrefWork(doi) })
    const queries = Array.from({ length: 5000 }, (_, index) => ({ kind: 'work', doi: syntheticDoi(index) }) as const)
    const begun = performance.now()
    const answers = await registry.ask(queries)
    const virtualSeconds = ((performance.now() - begun) * 20) / 1000
    expect(answers.filter(({ state }) => state !== 'found')).toEqual([])
    expect(server.broken()).toEqual([])
    expect(server.ledger.length).toBeLessThanOrEqual(100)
    const asked = server.ledger.flatMap(({ dois }) => dois)
    expect(asked.length).toBe(5000)
    expect(new Set(asked).size).toBe(5000)
    console.log(`5,000 DOIs: ${server.ledger.length} requests, ${virtualSeconds.toFixed(1)} s of its clock`)
  })
})
