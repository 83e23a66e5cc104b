import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { openStore } from '../../src/records/store.ts'
import { until } from '../cli/citelint.ts'
import { type RegistryServer, startRegistryServer } from '../support/registry-server/server.ts'
import { crossrefWork, syntheticDoi } from '../support/registry-server/works.ts'

const FACTOR = 20
/** of the clock that all processes share */
const ORIGIN = Date.now()

async function playing(): Promise<{ server: RegistryServer; folder: string }> {
  const server = await startRegistryServer({ factor: FACTOR, latencyMs: 50, crossrefWork: (doi) => crossrefWork(doi) })
  const folder = mkdtempSync(join(tmpdir(), 'citelint-killed-'))
  onTestFinished(async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { server, folder }
}

function ask({ bases }: RegistryServer, folder: string, from: number, count: number): ChildProcess {
  const settings = { dist: inject('modules'), bases, folder, from, count, factor: FACTOR, origin: ORIGIN }
  return spawn(process.execPath, [join(import.meta.dirname, 'asker.js'), JSON.stringify(settings)])
}

function ended(child: ChildProcess): Promise<{ stdout: string; stderr: string }> {
  let [stdout, stderr] = ['', '']
  child.stdout?.on('data', (text) => {
    stdout += text
  })
  child.stderr?.on('data', (text) => {
    stderr += text
  })
  return new Promise((resolve) => child.on('close', () => resolve({ stdout, stderr })))
}

/** of the answers kept so far */
function bytesIn(folder: string): number {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
}

describe('processes that are killed', () => {
  it('F179 F181: lose no answer, corrupt none, and never ask again what was kept', async () => {
    const { server, folder } = await playing()
    const dois = Array.from({ length: 2000 }, (_, index) => syntheticDoi(index))
    const keptNow = (): ReadonlySet<string> => {
      const store = openStore(folder)
      const kept = new Set(dois.filter((doi) => store.read(`work ${doi}`) !== undefined))
      store.close()
      expect(store.notes()).toEqual([])
      return kept
    }
    let kept: ReadonlySet<string> = new Set()
    for (let life = 0; life < 6; life++) {
      const seen = server.ledger.length
      const bytes = bytesIn(folder)
      const child = ask(server, folder, 0, dois.length)
      const end = ended(child)
      // when it has kept its first answers, and has asked for more of them from life to life
      await until(() => bytesIn(folder) > bytes && server.ledger.length >= seen + life, child)
      child.kill('SIGKILL')
      await end
      const asked = server.ledger.slice(seen).flatMap((entry) => entry.dois)
      expect(asked.filter((doi) => kept.has(doi))).toEqual([])
      const now = keptNow()
      expect([...kept].filter((doi) => !now.has(doi))).toEqual([])
      expect(now.size).toBeGreaterThan(kept.size)
      kept = now
    }
    const seen = server.ledger.length
    const last = await ended(ask(server, folder, 0, dois.length))
    expect(last).toEqual({ stdout: JSON.stringify({ found: 2000, notes: [] }), stderr: '' })
    const asked = server.ledger.slice(seen).flatMap((entry) => entry.dois)
    expect(asked.filter((doi) => kept.has(doi))).toEqual([])
    expect(asked.length).toBe(2000 - kept.size)
    expect(keptNow().size).toBe(2000)
  })

  it('F096 F130: three at once share the pace and the answers', async () => {
    const { server, folder } = await playing()
    const ends = await Promise.all([0, 500, 1000].map((from) => ended(ask(server, folder, from, 500))))
    for (const { stdout, stderr } of ends) expect([JSON.parse(stdout), stderr]).toEqual([{ found: 500, notes: [] }, ''])
    const store = openStore(folder)
    const missing = Array.from({ length: 1500 }, (_, index) => syntheticDoi(index)).filter(
      (doi) => store.read(`work ${doi}`) === undefined,
    )
    expect(missing).toEqual([])
    expect(server.broken()).toEqual([])
  })
})
