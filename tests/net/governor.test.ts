import { describe, expect, it } from 'vitest'
import { acceleratedClock } from '../../src/net/clock.ts'
import { registrableDomain } from '../../src/net/domain.ts'
import { Governor } from '../../src/net/governor.ts'
import { backoffMs } from '../../src/net/retry.ts'

describe('a governor', () => {
  it('begins no more in any interval than its pace, counted where the server sees it', async () => {
    const clock = acceleratedClock(20)
    // at this speed the machine's own hiccups count for seconds
    const governor = new Governor({ limit: 4, intervalMs: 1000, concurrency: 2 }, clock, undefined, 5000)
    const seen: number[] = []
    let running = 0
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        governor.run(async (answered) => {
          running++
          expect(running).toBeLessThanOrEqual(2)
          // requests take differently long to arrive
          await clock.sleep((index * 37) % 120)
          seen.push(clock.now())
          answered()
          await clock.sleep(50)
          running--
        }),
      ),
    )
    for (const at of seen) expect(seen.filter((one) => one >= at && one < at + 1000).length).toBeLessThanOrEqual(4)
  })

  it('lets nobody begin while it pauses, and all go on afterwards', async () => {
    const clock = acceleratedClock(50)
    const governor = new Governor({ limit: 50, intervalMs: 1000, concurrency: 5 }, clock)
    const until = clock.now() + 3000
    governor.pauseUntil(until)
    const begun = await Promise.all(Array.from({ length: 20 }, () => governor.run(async () => clock.now())))
    expect(Math.min(...begun)).toBeGreaterThanOrEqual(until)
  })

  it('ends every wait when the run is stopped', async () => {
    const stopping = new AbortController()
    const governor = new Governor({ limit: 1, intervalMs: 3_600_000, concurrency: 1 }, acceleratedClock(1))
    const all = Array.from({ length: 5 }, (_, index) => governor.run(async () => index, stopping.signal))
    setTimeout(() => stopping.abort(), 20)
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4])
  })

  it('F021: is never faster than 50 a second and 5 at once', () => {
    const governor = new Governor({ limit: 1, intervalMs: 1000, concurrency: 1 }, acceleratedClock(1))
    governor.adopt({ limit: 9999, intervalMs: 1000, concurrency: 999 })
    expect(governor.pace).toEqual({ limit: 50, intervalMs: 1000, concurrency: 5 })
    governor.adopt({ limit: 0, intervalMs: 0, concurrency: -3 })
    expect(governor.pace).toEqual({ limit: 1, intervalMs: 1, concurrency: 1 })
  })

  it('F098: those who failed together do not come back together', () => {
    const clock = acceleratedClock(1)
    const waits = Array.from({ length: 200 }, () => backoffMs(3, clock))
    expect(Math.max(...waits)).toBeLessThanOrEqual(8000)
    const slots = new Map<number, number>()
    for (const wait of waits) slots.set(Math.floor(wait / 10), (slots.get(Math.floor(wait / 10)) ?? 0) + 1)
    // 200 into 800 slots: eight in one has a chance below one in a million
    expect(Math.max(...slots.values())).toBeLessThan(8)
  })
})

it('registrable domains', () => {
  const domains = [
    'www.example.org',
    'a.b.example.co.uk',
    'lib.edu.kz',
    'x.univ.edu.kz',
    'example.org.',
    '127.0.0.1',
    '[::1]',
    'localhost',
  ]
  expect(domains.map(registrableDomain)).toEqual([
    'example.org',
    'example.co.uk',
    'lib.edu.kz',
    'univ.edu.kz',
    'example.org',
    '127.0.0.1',
    '[::1]',
    'localhost',
  ])
})
