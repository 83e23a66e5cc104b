import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FORMAT_NAMES, loadFormat } from '../../src/cli/formats.ts'
import { progressWords } from '../../src/cli/progress.ts'
import { formatOf } from '../../src/disk/formats.ts'
import { finish, finishFrom } from '../../src/engine/finish.ts'
import { type JobResult, runJob } from '../../src/engine/pipeline.ts'
import { redact } from '../../src/engine/redact.ts'
import { loadReader } from '../../src/readers/index.ts'
import { createReferenceParser } from '../../src/reference-parser/index.ts'
import { rules } from '../../src/rules/index.ts'
import { NOTHING_ACCEPTED, sourceFile } from '../support/example.ts'
import { citelint, ended, folder, start, until } from './citelint.ts'

const WORKED = resolve(import.meta.dirname, '../../manuscripts')

describe('many results', () => {
  it('are reported alike whether they are held or loaded one by one, in every format', async () => {
    const settings = { rules: {}, accept: NOTHING_ACCEPTED }
    const tools = { reader: loadReader, rules, parser: createReferenceParser() }
    const results: JobResult[] = []
    for (const name of readdirSync(WORKED).filter((one) => formatOf(one) !== undefined && !one.endsWith('.json'))) {
      const text = readFileSync(join(WORKED, name), 'utf8')
      const source = sourceFile(name, formatOf(name) ?? 'text', text)
      results.push(structuredClone(await runJob({ source, libraries: [], missingLibraries: [], settings }, tools)))
    }
    const tool = { name: 'citelint', version: '0' }
    const held = finish(results, rules, () => settings, tool)
    const heads = results.map(({ file, elsewhere, facts }) => ({ path: file.source.path, elsewhere, facts }))
    // every load gives other objects, as from bytes
    const load = (index: number) => structuredClone(results[index] as JobResult)
    const loaded = finishFrom({ heads, load }, rules, () => settings, tool, { lazy: true })
    expect(loaded.summary).toEqual(held.summary)
    for (const name of FORMAT_NAMES) {
      const form = await loadFormat(name)
      const options = { color: false, quiet: false, rules }
      const render = (report: typeof held): string => [...(form?.render(report, options) ?? [])].join('')
      expect(render(loaded) === render(held), name).toBe(true)
      expect(render(redact(loaded, rules)) === render(redact(held, rules)), name).toBe(true)
    }
  })
})

describe('--resume', () => {
  const paper = (number: number): string =>
    `# Paper ${number}\n\nSee [1], [2] and [${number + 3}].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n`
  const papers = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`m/${index}.md`, paper(index)]))

  it('goes on where a killed run ended, with the same report, and forgets all when it is done', async () => {
    const cwd = folder(papers)
    const args = ['check', 'm', '--jobs', '2', '--format', 'json']
    const env = { XDG_CACHE_HOME: join(cwd, 'cache') }
    const whole = await citelint([...args, '--jobs', '1'], { cwd, env })
    const runs = join(cwd, 'cache/citelint/runs')
    const child = start([...args, '--resume'], { cwd, env })
    const grown = setInterval(() => {
      const [journal] = existsSync(runs) ? readdirSync(runs).filter((name) => name.endsWith('.journal')) : []
      if (journal !== undefined && readFileSync(join(runs, journal)).length > 60_000) child.kill('SIGKILL')
    }, 5)
    await ended(child)
    clearInterval(grown)
    const left = readdirSync(runs)
    const resumed = await citelint([...args, '--resume'], { cwd, env })
    expect([resumed.stdout === whole.stdout, resumed.code, resumed.stderr]).toEqual([true, whole.code, ''])
    // a machine so fast that the run was over before it could be killed leaves nothing
    if (left.length > 0) expect(left.some((name) => name.endsWith('.journal'))).toBe(true)
    expect(readdirSync(runs)).toEqual([])
  })

  it.skipIf(process.platform === 'win32')(
    'refuses to share its journal with a run that is at work',
    async () => {
      const cwd = folder(papers)
      const env = { XDG_CACHE_HOME: join(cwd, 'cache') }
      const first = start(['check', 'm', '--resume', '--jobs', '1'], { cwd, env })
      const runs = join(cwd, 'cache/citelint/runs')
      const isLocked = (name: string): boolean => name.endsWith('.lock') && readFileSync(join(runs, name)).length > 0
      await until(() => existsSync(runs) && readdirSync(runs).some(isLocked), first)
      // held where it is: it must not be done before the second looks
      first.kill('SIGSTOP')
      const second = await citelint(['check', 'm', '--resume', '--jobs', '1'], { cwd, env })
      first.kill('SIGKILL')
      await ended(first)
      expect([second.code, second.stderr]).toEqual([2, expect.stringContaining('another run with --resume is at work')])
    },
    120_000,
  )
})

describe('progress', () => {
  it.each([
    [0, 10, 2, '0 of 10 files'],
    [120, 1000, 14.4, '120 of 1000 files, 8.3 a second, 1 min 46 s left'],
    [1, 10, 4, '1 of 10 files, 4.0 s each, 36 s left'],
    [1, 2000, 4, '1 of 2000 files, 4.0 s each, 2 h 13 min left'],
    [10, 10, 4, '10 of 10 files'],
  ])('%d of %d after %d s: %s', (done, all, seconds, words) => {
    expect(progressWords(done, all, seconds)).toBe(words)
  })
})
