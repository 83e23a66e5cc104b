import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import process from 'node:process'
import { Failure } from '../model/failure.ts'
import { codeOf } from './place.ts'

/** A range of changed lines of a file as it is now, from 1; `last` is before `first` where lines were only taken away. */
export interface ChangedLines {
  readonly first: number
  readonly last: number
}

/** Settings of the checked repository that would make git start a program are overruled. */
const SAFE = [
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=',
  '-c',
  'core.quotePath=false',
  '-c',
  'diff.external=',
]
const LARGEST = 256 * 1024 * 1024

/**
 * What changed since a revision branched off, by absolute path: lines of the files as they are now, committed or not; a file
 * that git does not track is new as a whole.
 */
export async function changesSince(
  revision: string,
  cwd: string,
): Promise<ReadonlyMap<string, readonly ChangedLines[] | 'all'>> {
  const root = (await git(['rev-parse', '--show-toplevel'], cwd, `--only-changed needs a git repository`)).trim()
  const commit = (
    await git(
      ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
      cwd,
      `--only-changed ${revision}: git knows no such revision`,
    )
  ).trim()
  const base = (await git(['merge-base', commit, 'HEAD'], cwd).catch(() => commit)).trim()
  const diff = await git(
    [
      'diff',
      '--unified=0',
      '--no-color',
      '--no-ext-diff',
      '--no-textconv',
      '--no-renames',
      '--src-prefix=a/',
      '--dst-prefix=b/',
      base,
      '--',
    ],
    root,
  )
  const changes = new Map<string, readonly ChangedLines[] | 'all'>()
  for (const [path, lines] of parseDiff(diff)) changes.set(resolve(root, path), lines)
  const untracked = await git(['ls-files', '--others', '--exclude-standard', '-z'], root)
  for (const path of untracked.split('\0')) if (path !== '') changes.set(resolve(root, path), 'all')
  return changes
}

/** The changed lines of a unified diff without context, by path. */
export function parseDiff(diff: string): ReadonlyMap<string, readonly ChangedLines[]> {
  const changes = new Map<string, ChangedLines[]>()
  let lines: ChangedLines[] = []
  // lines of a hunk that are still to come: text that looks like a head is then text
  let left = 0
  for (const line of diff.split('\n')) {
    if (left > 0 && (line.startsWith('-') || line.startsWith('+'))) {
      left -= 1
      continue
    }
    if (line.startsWith('+++ ')) {
      lines = []
      const path = unquoted(line.slice(4).replace(/\t$/, ''))
      if (path.startsWith('b/')) changes.set(path.slice(2), lines)
      continue
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line)
    if (hunk === null) continue
    const [, removed = '1', from = '0', added = '1'] = hunk
    left = Number(removed) + Number(added)
    // "+7,0" stands after line 7
    const first = Number(added) === 0 ? Number(from) + 1 : Number(from)
    lines.push({ first, last: first + Number(added) - 1 })
  }
  return changes
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\' }

/** Paths with quotes, tabs or line ends are quoted as in C. */
function unquoted(path: string): string {
  if (!path.startsWith('"') || !path.endsWith('"')) return path
  return path.slice(1, -1).replace(/\\(.)/g, (_, sign: string) => ESCAPES[sign] ?? sign)
}

function git(args: readonly string[], cwd: string, otherwise?: string): Promise<string> {
  return new Promise((settle, reject) => {
    const options = { cwd, maxBuffer: LARGEST, env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' } }
    execFile('git', [...SAFE, ...args], options, (error, stdout, stderr) => {
      if (error === null) return settle(stdout)
      if (codeOf(error) === 'ENOENT') return reject(new Failure('git', '--only-changed needs git, which is not there'))
      const detail = stderr.trim().split('\n')[0] ?? ''
      reject(new Failure('git', otherwise ?? `git could not say what changed: ${detail}`))
    })
  })
}
