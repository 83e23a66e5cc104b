// 5,000 DOIs against a loopback server with Crossref's polite limits and 50 ms of latency, at the real pace.
//   npm run evaluate:net
// Says how many requests it took, how long, how much memory, and whether a limit was ever exceeded; fails where a target is missed.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { systemClock } from '../../src/net/clock.ts'
import { createRegistry } from '../../src/net/registry.ts'
import { openStore } from '../../src/records/store.ts'
import { fileTurns } from '../../src/records/turns.ts'
import { loopbackGuard } from '../../tests/support/registry-server/guard.ts'
import { startRegistryServer } from '../../tests/support/registry-server/server.ts'
import { crossrefWork, syntheticDoi } from '../../tests/support/registry-server/works.ts'

const WORKS = 5000
/** requests a second that Crossref allows a polite client for lists */
const RATE = 3

interface Asked {
  readonly found: number
  readonly seconds: number
  readonly peakMb: number
}

/** The client, a process of its own so that its memory is its own. */
async function ask(bases: Record<string, string>, folder: string): Promise<Asked> {
  const store = openStore(folder)
  const registry = createRegistry({
    agent: 'citelint/evaluation',
    mailto: 'editor@example.org',
    bases,
    store,
    turns: fileTurns(folder, systemClock),
    guard: loopbackGuard,
  })
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 50)
  const begun = performance.now()
  const queries = Array.from({ length: WORKS }, (_, index) => ({ kind: 'work', doi: syntheticDoi(index) }) as const)
  const answers = await registry.ask(queries)
  const seconds = (performance.now() - begun) / 1000
  clearInterval(watch)
  await registry.close()
  store.close()
  return { found: answers.filter(({ state }) => state === 'found').length, seconds, peakMb: peak / 2 ** 20 }
}

async function evaluate(): Promise<void> {
  const server = await startRegistryServer({ latencyMs: 50, crossrefWork: (doi) => crossrefWork(doi) })
  const folder = mkdtempSync(join(tmpdir(), 'citelint-evaluate-'))
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), 'ask', JSON.stringify(server.bases), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (part) => {
    text += part
  })
  await new Promise((resolve) => child.on('close', resolve))
  const { found, seconds, peakMb } = JSON.parse(text) as Asked
  const asked = server.ledger.flatMap(({ dois }) => dois)
  const allowed = (server.ledger.length / RATE) * 1.15
  const rows: readonly (readonly [string, string, boolean])[] = [
    ['works found', `${found} of ${WORKS}`, found === WORKS],
    ['requests', `${server.ledger.length} (at most 100)`, server.ledger.length <= 100],
    ['works asked twice', `${asked.length - new Set(asked).size}`, asked.length === new Set(asked).size],
    ['limits exceeded', `${server.broken().length}`, server.broken().length === 0],
    ['time', `${seconds.toFixed(1)} s (at most ${allowed.toFixed(1)} s)`, seconds <= allowed],
    ['peak memory', `${peakMb.toFixed(0)} MB (at most 250 MB)`, peakMb < 250],
  ]
  for (const [what, value, isMet] of rows) console.log(`${isMet ? '✓' : '✗'} ${what.padEnd(18)} ${value}`)
  rmSync(folder, { recursive: true, force: true })
  await server.close()
  process.exitCode = rows.every(([, , isMet]) => isMet) ? 0 : 1
}

const [, , task, bases = '{}', folder = ''] = process.argv
if (task === 'ask') console.log(JSON.stringify(await ask(JSON.parse(bases), folder)))
else await evaluate()
