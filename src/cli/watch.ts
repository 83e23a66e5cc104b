import { type FSWatcher, watch as watchFolder } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import process from 'node:process'
import { EXIT } from './exit.ts'
import { complain, tell } from './streams.ts'

/** Editors write a file in several steps. */
const CALM_MS = 150

/**
 * Runs again whenever one of the files that the last run read has changed, until it is interrupted. Folders are watched, not
 * files: most editors put a new file in the place of the old one.
 */
export async function watch(run: () => Promise<readonly string[]>): Promise<void> {
  let stopped = false
  let stirred = false
  let wake: () => void = () => {}
  const stir = (): void => {
    stirred = true
    wake()
  }
  const stop = (): void => {
    stopped = true
    wake()
  }
  process.on('SIGINT', stop)
  let files: readonly string[] = []
  while (!stopped) {
    const known = files
    const early = await stampsOf(known)
    try {
      files = await run()
    } catch (error) {
      // a mistake in the configuration, say: the next change may mend it
      await complain(error)
      process.exitCode = EXIT.failed
    }
    if (stopped || files.length === 0) break
    const before = files.join('\n') === known.join('\n') ? early : await stampsOf(files)
    await tell(['waiting for changes; interrupt to end'])
    const watchers = foldersOf(files).flatMap((folder) => watcherOf(folder, stir))
    while (!stopped && (await stampsOf(files)) === before) {
      // an interruption may have come while the files were looked at
      if (!stirred && !stopped) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      stirred = false
      await new Promise((resolve) => setTimeout(resolve, CALM_MS))
    }
    for (const watcher of watchers) watcher.close()
  }
  process.off('SIGINT', stop)
  if (stopped) process.exitCode = EXIT.interrupted
}

function foldersOf(files: readonly string[]): readonly string[] {
  return [...new Set(files.map((file) => dirname(file)))]
}

function watcherOf(folder: string, onChange: () => void): readonly FSWatcher[] {
  try {
    return [watchFolder(folder, { persistent: true }, onChange).on('error', () => {})]
  } catch {
    return []
  }
}

/** What changes when a file does: reports and temporary files beside it change nothing. */
async function stampsOf(files: readonly string[]): Promise<string> {
  const stamps = await Promise.all(
    files.map(async (file) => {
      const found = await stat(file).catch(() => undefined)
      return `${file} ${found?.mtimeMs} ${found?.size} ${found?.ino}`
    }),
  )
  return stamps.join('\n')
}
