/**
 * A batch of manuscripts on two cores: how it scales beside independent processes of the same work, its memory, and whether its
 * report is the same for any number of workers and after a kill.
 *   node scripts/run-ts.js evaluation/batch/run.ts [MANUSCRIPTS]      default 1000; needs ../shared and `npm run build`
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join, resolve } from 'node:path'
import process from 'node:process'

const root = resolve(process.cwd())
const shared = resolve(root, '../shared')
const count = Number(process.argv[2] ?? 1000)
// the built program, or another build of it
const cli = resolve(process.env.CITELINT_CLI ?? 'dist/cli.js')
const work = mkdtempSync(join(tmpdir(), 'citelint-batch-'))
const cache = join(work, 'cache')

interface Run {
  readonly seconds: number
  /** the most that the process and its workers held at one time */
  readonly peakMb: number
  readonly report: string
  readonly code: number | null
}

try {
  const manuscripts = sharedManuscripts()
  if (manuscripts.length === 0) {
    console.log('skipped: ../shared is not here')
    process.exit(0)
  }
  fill('all', manuscripts, 0, count)
  fill('left', manuscripts, 0, count / 2)
  fill('right', manuscripts, count / 2, count)
  console.log(`${count} manuscripts, ${manuscripts.length} different ones`)

  const one = await run('all', ['--jobs', '1'], 'one')
  say('one process, one worker', one)
  // in turns, the better of two each: what else the machine does must not decide
  let apart = Number.POSITIVE_INFINITY
  let two: Run | undefined
  for (let turn = 0; turn < 2; turn++) {
    const both = await Promise.all([run('left', ['--jobs', '1'], 'left'), run('right', ['--jobs', '1'], 'right')])
    apart = Math.min(apart, Math.max(...both.map(({ seconds }) => seconds)))
    const together = await run('all', ['--jobs', '2'], 'two')
    if (two === undefined || together.seconds < two.seconds) two = together
  }
  if (two === undefined) throw new Error('nothing was measured')
  console.log(`two processes, one worker each   ${apart.toFixed(1)} s`)
  say('one process, two workers', two)
  const scaling = apart / two.seconds
  console.log(
    `scaling ${(one.seconds / two.seconds).toFixed(2)}, of two processes ${(one.seconds / apart).toFixed(2)}: ${scaling.toFixed(2)} of it (wanted: 0.85)`,
  )

  const killed = await killedRun('all', ['--jobs', '2', '--resume'], 0.4 * two.seconds * 1000)
  const kept = keptBytes()
  const resumed = await run('all', ['--jobs', '2', '--resume'], 'resumed')
  say(`killed after ${killed.toFixed(0)} s, with ${(kept / 2 ** 20).toFixed(1)} MB kept, then resumed`, resumed)
  const checks: readonly (readonly [string, boolean])[] = [
    ['the report is the same for any --jobs', one.report === two.report],
    ['killed and resumed gives the same report', resumed.report === two.report],
    ['the killed run left results to go on with', kept > 0],
    ['they are gone when all is done', keptBytes() === 0],
    ['scales like two processes, at least 0.85', scaling >= 0.85],
    ['at most 600 MB', Math.max(one.peakMb, two.peakMb, resumed.peakMb) <= 600],
  ]
  for (const [what, holds] of checks) console.log(`${holds ? 'yes' : 'NO '}  ${what}`)
  process.exitCode = checks.every(([, holds]) => holds) ? 0 : 1
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** Markdown and text of the shared folders, each with the folder that its library lies in. */
function sharedManuscripts(): readonly string[] {
  const folders = [
    join(shared, 'data/manuscripts/joss'),
    join(shared, 'seeds'),
    join(root, 'node_modules/.cache/citelint/articles'),
  ]
  return folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?:paper\.md|(?<!README)\.txt)$/.test(name) || /biorxiv.*\.md$/.test(name))
      .map((name) => join(folder, name))
      .sort(),
  )
}

/** Copies numbers `from` to `to` of the endless row of the manuscripts, each into a folder of its own. */
function fill(folder: string, manuscripts: readonly string[], from: number, to: number): void {
  for (let number = from; number < to; number++) {
    const path = manuscripts[number % manuscripts.length] as string
    const place = join(work, folder, String(number).padStart(5, '0'))
    mkdirSync(place, { recursive: true })
    copyFileSync(path, join(place, basename(path)))
    for (const name of path.endsWith('paper.md') ? readdirSync(dirname(path)) : []) {
      if (extname(name) === '.bib') copyFileSync(join(dirname(path), name), join(place, name))
    }
  }
}

function launch(folder: string, args: readonly string[], name: string): ChildProcess {
  const out = join(work, `${name}.json`)
  return spawn(process.execPath, [cli, 'check', '.', '--offline', '--exit-zero', '--format', `json:${out}`, ...args], {
    cwd: join(work, folder),
    env: { PATH: process.env.PATH, XDG_CACHE_HOME: cache },
    stdio: 'ignore',
  })
}

async function run(folder: string, args: readonly string[], name: string): Promise<Run> {
  const begun = performance.now()
  const child = launch(folder, args, name)
  let peakMb = 0
  const timer = setInterval(() => {
    peakMb = Math.max(peakMb, residentMb(child.pid as number))
  }, 200)
  const code = await new Promise<number | null>((settle) => child.on('close', settle))
  clearInterval(timer)
  const report = createHash('sha256')
    .update(readFileSync(join(work, `${name}.json`)))
    .digest('hex')
  return { seconds: (performance.now() - begun) / 1000, peakMb, report, code }
}

async function killedRun(folder: string, args: readonly string[], after: number): Promise<number> {
  const child = launch(folder, args, 'killed')
  await new Promise((settle) => setTimeout(settle, after))
  child.kill('SIGKILL')
  await new Promise((settle) => child.on('close', settle))
  return after / 1000
}

/** Bytes of the journals of runs that were ended. */
function keptBytes(): number {
  const folder = join(cache, 'citelint', 'runs')
  const journals = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.journal')) : []
  return journals.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
}

/** Resident memory of a process, its threads included: the high-water mark that the kernel keeps (proc(5), VmHWM). */
function residentMb(pid: number): number {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found === null ? 0 : Number(found[1]) / 1024
  } catch {
    return 0
  }
}

function say(what: string, { seconds, peakMb }: Run): void {
  console.log(`${what.padEnd(32)} ${seconds.toFixed(1)} s, ${peakMb.toFixed(0)} MB`)
}
