import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, inject, it } from 'vitest'
import { VERSION } from '../../src/version.ts'

/** Best of a few: what the program takes, without what else the machine does. In ms. */
function fastest(args: readonly string[]): number {
  const times = Array.from({ length: 7 }, () => {
    const begun = performance.now()
    spawnSync(process.execPath, args)
    return performance.now() - begun
  })
  return Math.min(...times)
}

describe('a cold start', () => {
  it('takes little more than node itself for --version and --help', () => {
    const node = fastest(['-e', '0'])
    // 120 ms and 150 ms on the machine where node itself takes 70
    expect(fastest([inject('cli'), '--version']) - node).toBeLessThan(50)
    expect(fastest([inject('cli'), '--help']) - node).toBeLessThan(80)
  })

  it('names the version of the package', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(VERSION).toBe(manifest.version)
  })
})
