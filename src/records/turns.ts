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

interface Clock {
  now(): number
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** How long a place may be held by a process that does not give it back. */
const LONGEST_HOLD_MS = 120_000
const LOOK_MS = 40

/**
 * Places at a service that all processes with this folder share, so that three runs at once are no faster towards it than
 * one. A place is a file that its holder makes; when it is given back, a time is left behind before which nobody takes it.
 * With as many places as may be used at once, and each resting after its answer, no interval sees more than the limit.
 */
export function fileTurns(
  folder: string,
  clock: Clock,
): { take(key: string, pace: Pace, signal?: AbortSignal): Promise<() => void> } {
  return {
    async take(key, { limit, intervalMs, concurrency }, signal) {
      const name = join(folder, `turn-${key.replace(/[^a-z0-9.]+/gi, '-')}`)
      const count = Math.min(limit, concurrency)
      const restMs = intervalMs / Math.floor(limit / count)
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        while (!signal?.aborted) {
          let wait = Number.POSITIVE_INFINITY
          for (let index = 0; index < count; index++) {
            const place = `${name}.${index}`
            const taken = takePlace(place, clock.now(), restMs)
            if (taken === 'taken') return () => giveBack(place, clock.now() + restMs)
            wait = Math.min(wait, taken)
          }
          await clock.sleep(Math.max(1, wait), signal)
        }
      } catch {
        // a folder that cannot be written: the process keeps its own pace alone
      }
      return () => {}
    },
  }
}

/** `taken`, or after how many milliseconds it is worth looking again. */
function takePlace(place: string, now: number, restMs: number): 'taken' | number {
  const lock = `${place}.lock`
  if (clearLeft(lock)) writeFileSync(`${place}.time`, String(now + restMs), { mode: 0o600 })
  const rest = restOf(place, now, restMs)
  if (rest > 0) return rest
  if (!create(lock)) return LOOK_MS
  // somebody may have had it between the look and the lock
  const left = restOf(place, now, restMs)
  if (left <= 0) return 'taken'
  rmSync(lock, { force: true })
  return left
}

function giveBack(place: string, time: number): void {
  try {
    writeFileSync(`${place}.time`, String(time), { mode: 0o600 })
  } catch {
    // the folder went away: so did the places
  }
  rmSync(`${place}.lock`, { force: true })
}

/** How long a place still rests; a longer rest than there is was left by a clock that went wrong. */
function restOf(place: string, now: number, restMs: number): number {
  try {
    const rest = Number(readFileSync(`${place}.time`, 'utf8')) - now
    return rest > 0 && rest <= 2 * restMs ? rest : 0
  } catch {
    return 0
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
function clearLeft(path: string): boolean {
  if (!isLeft(path)) return false
  const aside = `${path}.${process.pid}-${Math.random().toString(36).slice(2)}`
  try {
    renameSync(path, aside)
    const isStillLeft = isLeft(aside)
    if (isStillLeft) rmSync(aside, { force: true })
    else renameSync(aside, path)
    return isStillLeft
  } catch {
    // somebody else cleared it
    return false
  }
}

/** Was this lock left by a process that is gone, or held too long? */
function isLeft(path: string): boolean {
  try {
    const { mtimeMs } = statSync(path)
    const age = Date.now() - mtimeMs
    if (age > LONGEST_HOLD_MS) return true
    const pid = Number(readFileSync(path, 'utf8'))
    if (!Number.isInteger(pid) || pid <= 0) return age > 1000
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
