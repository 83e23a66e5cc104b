import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, inject, it } from 'vitest'
import { VERSION } from '../../src/version.ts'

/** Writes what the process cost, in ms of the processor: waiting for a turn on a busy machine is no cost. */
const COST = `data:text/javascript,${encodeURIComponent(`import { writeSync } from 'node:fs'
process.on('exit', () => { const { user, system } = process.cpuUsage(); writeSync(3, String((user + system) / 1000)) })`)}`

function cost(args: readonly string[]): number {
  const child = spawnSync(process.execPath, ['--import', COST, ...args], { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
  expect([child.status, String(child.stderr)]).toEqual([0, ''])
  return Number(String(child.output[3]))
}

/** What each of them costs at best, in turns, so that what slows the processor down slows all. */
function costs(...all: ReadonlyArray<readonly string[]>): readonly number[] {
  const rounds = Array.from({ length: 9 }, () => all.map(cost))
  return all.map((_, at) => Math.min(...rounds.map((round) => round[at] as number)))
}

describe('a cold start', () => {
  it('takes little more than node itself for --version and --help', () => {
    const [node = 0, version = 0, help = 0] = costs(
      ['-e', '0'],
      [inject('cli'), '--version'],
      [inject('cli'), '--help'],
    )
    console.log(`node ${node.toFixed(0)} ms, --version ${version.toFixed(0)} ms, --help ${help.toFixed(0)} ms`)
    expect(version - node).toBeLessThan(0.5 * node)
    expect(help - node).toBeLessThan(0.8 * node)
  })

  it('names the version of the package', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(VERSION).toBe(manifest.version)
  })
})
