import { rmSync } from 'node:fs'
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { codeOf } from '../disk/place.ts'
import { Failure } from '../model/failure.ts'
import { digest } from '../text/digest.ts'
import type { CheckOptions } from './check.ts'
import { cacheFolder } from './registry.ts'
import type { Session } from './session.ts'

/**
 * The file in which a run with `--resume` keeps its results until it is done: in the user's cache and never in the checked tree,
 * one for each folder and set of arguments. Another run that uses it now is a `Failure`.
 */
export async function journalPath(
  paths: readonly string[],
  options: CheckOptions,
  { cwd, offline }: Session,
): Promise<string> {
  const { bibliography = [], plugin = [], replay, record } = options
  const name = digest(JSON.stringify([cwd, paths, bibliography, plugin, offline, replay, record]))
  const journal = join(cacheFolder(options, cwd), 'runs', `${name}.journal`)
  await lock(`${journal}.lock`)
  return journal
}

async function lock(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        const handle = await open(path, 'wx', 0o600)
        await handle.writeFile(`${process.pid}\n`)
        await handle.close()
        process.once('exit', () => rmSync(path, { force: true }))
        return
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error
        if (await isHeld(path)) break
        await rm(path, { force: true })
      }
    }
  } catch (cause) {
    throw new Failure('resume', `--resume: ${path} cannot be written`, { cause })
  }
  throw new Failure('resume', 'another run with --resume is at work on the same files', {
    help: `If there is none, remove ${path}.`,
  })
}

/** Is the process alive that made the lock? */
async function isHeld(path: string): Promise<boolean> {
  const pid = Number(await readFile(path, 'utf8').catch(() => ''))
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}
