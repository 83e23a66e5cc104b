import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

interface Pace {
  readonly limit: number
  readonly intervalMs: number
  readonly concurrency: number
}

/** How long a place may be held by a process that does not give it back. */
const LONGEST_HOLD_MS = 120_000
const LOOK_MS = 40

/**
 * Places at a service that all processes with this folder share, so that three runs at once are no faster towards it than
 * one: one file a place, made by whoever takes it, holding its process; a file with the times of the last beginnings.
 */
export function fileTurns(
  folder: string,
  clock: { now(): number; sleep(ms: number, signal?: AbortSignal): Promise<void> },
): { take(key: string, pace: Pace, signal?: AbortSignal): Promise<() => void> } {
  return {
    async take(key, pace, signal) {
      const name = join(folder, `turn-${key.replace(/[^a-z0-9.]+/gi, '-')}`)
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        for (;;) {
          const held = takePlace(name, pace.concurrency)
          if (held !== undefined) {
            const giveBack = (): void => rmSync(held, { force: true })
            await waitForPace(name, pace, clock, signal)
            return giveBack
          }
          if (signal?.aborted) return () => {}
          await clock.sleep(LOOK_MS, signal)
        }
      } catch {
        // a folder that cannot be written: the process keeps its own pace alone
        return () => {}
      }
    },
  }
}

function takePlace(name: string, concurrency: number): string | undefined {
  for (let place = 0; place < concurrency; place++) {
    const path = `${name}.${place}.lock`
    clearLeft(path)
    if (create(path)) return path
  }
  return undefined
}

/** Takes a time in the shared list of beginnings, under a lock of its own, and waits for it. */
async function waitForPace(
  name: string,
  { limit, intervalMs }: Pace,
  clock: { now(): number; sleep(ms: number, signal?: AbortSignal): Promise<void> },
  signal: AbortSignal | undefined,
): Promise<void> {
  const lock = `${name}.times.lock`
  for (;;) {
    clearLeft(lock)
    if (create(lock)) break
    if (signal?.aborted) return
    await clock.sleep(5, signal)
  }
  let begin: number
  try {
    const now = clock.now()
    const times = timesIn(`${name}.times`).filter((time) => time > now - intervalMs * 2 && time < now + LONGEST_HOLD_MS)
    const before = times.length < limit ? now : (times[times.length - limit] as number) + intervalMs
    begin = Math.max(now, before)
    writeFileSync(`${name}.times`, [...times, begin].slice(-limit).join(' '), { mode: 0o600 })
  } finally {
    rmSync(lock, { force: true })
  }
  const wait = begin - clock.now()
  if (wait > 0) await clock.sleep(wait, signal)
}

function timesIn(path: string): readonly number[] {
  try {
    return readFileSync(path, 'utf8').split(' ').map(Number).filter(Number.isFinite)
  } catch {
    return []
  }
}

function create(path: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Moves a left lock away before it is removed: another process may have cleared it and taken the place meanwhile. */
function clearLeft(path: string): void {
  if (!isLeft(path)) return
  const aside = `${path}.${process.pid}-${Math.random().toString(36).slice(2)}`
  try {
    renameSync(path, aside)
    if (isLeft(aside)) rmSync(aside, { force: true })
    else renameSync(aside, path)
  } catch {
    // somebody else cleared it
  }
}

/** Was this lock left by a process that is gone, or held too long? */
function isLeft(path: string): boolean {
  try {
    const { mtimeMs } = statSync(path)
    if (Date.now() - mtimeMs > LONGEST_HOLD_MS) return true
    const pid = Number(readFileSync(path, 'utf8'))
    if (!Number.isInteger(pid) || pid <= 0) return Date.now() - mtimeMs > 1000
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
