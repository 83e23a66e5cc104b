import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { citelint, type Ended, ended, folder } from '../cli/citelint.ts'
import { html } from '../support/registry-server/faults.ts'
import { type RegistryServer, type ServerOptions, startRegistryServer } from '../support/registry-server/server.ts'
import { crossrefWork } from '../support/registry-server/works.ts'

const FACTOR = 50

const MANUSCRIPT = `# Reeds

Reeds grow [@perez]. Others too [@lost; @gone].
`
const LIBRARY = `@article{perez, title={On the growth of reeds}, author={Pérez, Ana and Lindqvist, Bo}, year={2020},
  journal={Journal of Examples}, volume={3}, number={1}, pages={1--9}, doi={10.5555/abc}}
@article{lost, title={On lost things}, author={Roe, Ann}, year={2019}, journal={Journal of Examples}, doi={10.5555/nowhere}}
@article{gone, title={On failures}, author={Doe, Jan}, year={2018}, journal={Journal of Examples}, doi={10.5555/retracted}}
`
const RETRACTED = {
  title: ['On failures'],
  author: [{ given: 'Jan', family: 'Doe' }],
  issued: { 'date-parts': [[2018]] },
  'published-print': undefined,
  'updated-by': [
    {
      DOI: '10.5555/notice',
      type: 'retraction',
      source: 'retraction-watch',
      'record-id': '7',
      updated: { 'date-parts': [[2021, 2, 6]] },
    },
  ],
}
const WORKS: ServerOptions = {
  factor: FACTOR,
  crossref: new Map([
    ['10.5555/abc', crossrefWork('10.5555/abc')],
    ['10.5555/retracted', crossrefWork('10.5555/retracted', RETRACTED)],
  ]),
}

async function playing(options: ServerOptions = WORKS): Promise<RegistryServer> {
  const server = await startRegistryServer(options)
  onTestFinished(() => server.close())
  return server
}

function start(
  cwd: string,
  server: RegistryServer,
  options: object,
  paths: readonly string[] = ['a.md'],
): ChildProcess {
  const settings = {
    dist: inject('modules'),
    paths,
    options: {
      online: true,
      mailto: 'editor@example.org',
      cacheDir: 'cache',
      bibliography: ['refs.bib'],
      quiet: false,
      ...options,
    },
    bases: server.bases,
    factor: FACTOR,
    addresses: { 'site.example.org': ['127.0.0.1'] },
  }
  const env = { ...process.env, XDG_CACHE_HOME: join(cwd, '..', `cache-${basename(cwd)}`) }
  onTestFinished(() => rmSync(env.XDG_CACHE_HOME, { recursive: true, force: true }))
  return spawn(process.execPath, [join(import.meta.dirname, 'check-online.js'), JSON.stringify(settings)], { cwd, env })
}

const run = (cwd: string, server: RegistryServer, options: object = {}): Promise<Ended> =>
  ended(start(cwd, server, options))
const project = (): string => folder({ 'a.md': MANUSCRIPT, 'refs.bib': LIBRARY })
const rulesIn = (report: string): readonly string[] =>
  JSON.parse(report)
    .files.flatMap((file: { findings: readonly { ruleId: string }[] }) => file.findings.map(({ ruleId }) => ruleId))
    .filter((rule: string) => rule.startsWith('records/'))
    .sort()

describe('check --online', () => {
  it('asks the registries and reports what they know; the second run asks nobody', async () => {
    const server = await playing()
    const cwd = project()
    const first = await run(cwd, server, { format: ['json'] })
    expect([first.stderr, first.code]).toEqual(['', 1])
    expect(rulesIn(first.stdout)).toEqual(['records/doi-unregistered', 'records/retracted'])
    const asked = server.ledger.length
    expect(asked).toBeGreaterThan(0)
    const second = await run(cwd, server, { format: ['json'] })
    expect(second.stdout).toBe(first.stdout)
    const works = server.ledger.slice(asked).flatMap(({ dois }) => dois)
    expect(works).toEqual([])
  })

  it('sends DOIs, links and single references: no prose, no title, no file name', async () => {
    const server = await playing()
    const cwd = folder({
      'secret-name.md': '# Secret title\n\nSecret prose about reeds [@perez].\n',
      'refs.bib': LIBRARY,
    })
    await ended(start(cwd, server, {}, ['secret-name.md']))
    expect(server.ledger.length).toBeGreaterThan(0)
    expect(
      decodeURIComponent(JSON.stringify(server.ledger.map(({ url, headers }) => [url, headers]))).toLowerCase(),
    ).not.toContain('secret')
  })

  it('fetches no address that a stranger wrote', async () => {
    const server = await playing()
    const cwd = folder({
      'a.md': `Reeds [@perez], see <http://site.example.org:${server.port}/page>.\n`,
      'refs.bib': LIBRARY,
    })
    const { stdout } = await run(cwd, server, { untrusted: true, cacheDir: undefined, format: ['json'] })
    expect(server.ledger.map(({ url }) => url).filter((url) => url === '/page')).toEqual([])
    expect(server.ledger.length).toBeGreaterThan(0)
    expect(stdout).toContain('unsupported')
  })

  it('--record and --replay give the same report, byte for byte, without a network', async () => {
    const server = await playing()
    const cwd = project()
    const recorded = await run(cwd, server, { format: ['json'], record: 'answers.ndjson' })
    const asked = server.ledger.length
    const replayed = await citelint(
      ['check', 'a.md', '--bibliography', 'refs.bib', '--format', 'json', '--replay', 'answers.ndjson'],
      { cwd },
    )
    expect(replayed.stdout).toBe(recorded.stdout)
    expect([replayed.stderr, replayed.code]).toEqual(['', recorded.code])
    expect(server.ledger.length).toBe(asked)
    expect(rulesIn(replayed.stdout)).toContain('records/retracted')
  })

  it('F183: the report does not depend on workers or on the speed of servers', async () => {
    const reports: string[] = []
    for (const [jobs, latencyMs] of [
      [1, 0],
      [8, 300],
    ] as const) {
      const server = await playing({ ...WORKS, latencyMs })
      const cwd = folder({ 'a.md': MANUSCRIPT, 'b.md': MANUSCRIPT, 'c.md': MANUSCRIPT, 'refs.bib': LIBRARY })
      reports.push((await ended(start(cwd, server, { jobs, format: ['json'] }, ['a.md', 'b.md', 'c.md']))).stdout)
    }
    expect(reports[1]).toBe(reports[0])
  })

  it('F184: what could not be looked up changes the exit code only with --strict-network', async () => {
    const down = (_: unknown, response: import('node:http').ServerResponse): void => html(response, 403, 'no')
    const server = await playing({ factor: FACTOR, pages: { '/crossref/works': down } })
    const cwd = folder({
      'a.md': MANUSCRIPT.replace('; @gone', ''),
      'refs.bib': LIBRARY.replace(/@article\{gone.*\n/, ''),
    })
    const lenient = await run(cwd, server)
    expect([lenient.code, lenient.stderr]).toEqual([
      0,
      'citelint: crossref refuses to answer (HTTP 403) and is not asked again in this run\n',
    ])
    expect((await run(cwd, server, { strictNetwork: true, cacheDir: 'cache2' })).code).toBe(3)
    expect((await run(cwd, server, { strictNetwork: true, exitZero: true, cacheDir: 'cache3' })).code).toBe(0)
  })

  it('F128: a damaged cache is said once and not used', async () => {
    const server = await playing()
    const cwd = project()
    await run(cwd, server)
    const [name = ''] = readdirSync(join(cwd, 'cache')).filter((one) => one.endsWith('.ndjson'))
    const text = readFileSync(join(cwd, 'cache', name), 'utf8')
    writeFileSync(join(cwd, 'cache', name), text.replace('On the growth', 'On no growth'))
    const { stderr, code } = await run(cwd, server)
    expect([stderr, code]).toEqual(['citelint: the cache held 1 damaged line, not used\n', 1])
  })

  it.skipIf(process.platform === 'win32')('F180: SIGINT ends cleanly and keeps what was learnt', async () => {
    const server = await playing({ ...WORKS, pages: { '/page': () => {} } })
    const cwd = folder({
      'a.md': `${MANUSCRIPT}\nSee <http://site.example.org:${server.port}/page>.\n`,
      'refs.bib': LIBRARY,
    })
    const child = start(cwd, server, { format: ['json'], record: 'answers.ndjson', jobs: 2 }, ['refs.bib', 'a.md'])
    const end = ended(child)
    const isKept = (): boolean => {
      if (!existsSync(join(cwd, 'cache'))) return false
      const files = readdirSync(join(cwd, 'cache')).filter((one) => one.endsWith('.ndjson'))
      return files.some((file) => readFileSync(join(cwd, 'cache', file), 'utf8').includes('10.5555/nowhere'))
    }
    while (!isKept() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20))
    child.kill('SIGINT')
    const { code, stdout } = await end
    expect(code).toBe(130)
    expect(JSON.parse(stdout).summary).toBeDefined()
    expect(readFileSync(join(cwd, 'answers.ndjson'), 'utf8')).toContain('10.5555/abc')
  })
})

describe('check without a network', () => {
  it('F188: opens no socket and loads no network library', async () => {
    // a file of the program holds many modules, each with its name above it
    const hook = `
      import { writeSync } from 'node:fs'
      const PACKAGE = /undici|p-limit|node:(?:net|tls|dns|http|https)/
      const MODULE = /^\\/\\/ src\\/(.+)$/gm
      const NET = /^net\\/(?:net|registry|connect|lines|hop)\\.ts$/
      export async function load(url, context, next) {
        const loaded = await next(url, context)
        const modules = [...String(loaded.source ?? '').matchAll(MODULE)].map((match) => match[1])
        if (PACKAGE.test(url) || modules.some((name) => NET.test(name))) writeSync(2, 'LOADED ' + url + '\\n')
        if (modules.includes('engine/pipeline.ts')) writeSync(1, 'SAW THE PIPELINE\\n')
        return loaded
      }`
    const cwd = folder({
      'a.md': MANUSCRIPT,
      'refs.bib': LIBRARY,
      'hook.mjs': hook,
      'register.mjs': `import { register } from 'node:module'; import net from 'node:net'
        import { writeSync } from 'node:fs'
        register('./hook.mjs', import.meta.url)
        net.Socket.prototype.connect = () => { writeSync(2, 'SOCKET\\n'); throw new Error('no') }`,
    })
    const node = ['--import', './register.mjs']
    for (const args of [
      ['check', 'a.md', '--offline'],
      ['check', 'a.md'],
      ['check', 'a.md', '--cache-dir', 'cache'],
    ]) {
      const { stdout, stderr } = await citelint([...args, '--bibliography', 'refs.bib'], { cwd, node })
      expect(stderr).toBe('')
      expect(stdout).toContain('SAW THE PIPELINE')
    }
    // the hook would have seen it
    const online = await citelint(
      ['check', 'a.md', '--online', '--cache-dir', 'cache', '--proxy', 'http://127.0.0.1:9'],
      { cwd, node },
    )
    expect(online.stderr).toMatch(/LOADED .*undici/)
    expect(online.stderr).toMatch(/LOADED .*chunks\//)
  })

  it('--plan lists the exact requests and sends none', async () => {
    const cwd = project()
    const { stdout, stderr, code } = await citelint(
      ['check', 'a.md', '--bibliography', 'refs.bib', '--plan', '--cache-dir', 'cache'],
      { cwd },
    )
    expect([stderr, code]).toEqual(['', 0])
    const urls = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/^GET /, ''))
    expect(urls.map((url) => new URL(url).origin).filter((origin) => origin !== 'https://api.crossref.org')).toEqual([])
    const server = await playing()
    const first = await run(cwd, server)
    expect(first.code).toBe(1)
    const path = (url: string): string => url.replace('https://api.crossref.org', '/crossref')
    expect(server.ledger.map(({ url }) => url)).toEqual(expect.arrayContaining(urls.map(path)))
  })

  it('says what does not go together', async () => {
    const cwd = project()
    const message = async (...args: readonly string[]): Promise<string> => {
      const { stderr, code } = await citelint(['check', 'a.md', ...args], { cwd })
      expect(code).toBe(2)
      return stderr.split('\n')[0] as string
    }
    expect(await message('--record', 'x')).toBe('citelint: --record needs --online')
    expect(await message('--refresh')).toBe('citelint: --refresh needs --online')
    expect(await message('--online', '--mailto', 'nobody')).toBe('citelint: --mailto nobody is no mail address')
    expect(await message('--online', '--mailto', 'a@example.org) x:(')).toMatch(/is no mail address$/)
    expect(await message('--replay', 'none.ndjson')).toMatch(/none\.ndjson cannot be read/)
    expect(await message('--max-age', 'soon')).toContain('It must be a number of days')
    expect(await message('--online', '--proxy', 'socks://x')).toBe(
      'citelint: --proxy socks://x is no address of a proxy',
    )
  })

  it('F132: a stranger’s tree brings no cache', async () => {
    const cwd = folder({ 'a.md': MANUSCRIPT, 'refs.bib': LIBRARY, 'cache/answers-1-1-x.ndjson': 'x\n' })
    const { stderr, code } = await citelint(['check', 'a.md', '--online', '--untrusted', '--cache-dir', 'cache'], {
      cwd,
    })
    expect([stderr.split('\n')[0], code]).toEqual([
      'citelint: --cache-dir cache lies in the checked tree, which --untrusted ignores',
      2,
    ])
  })
})
