import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { AnswerStore, Kept } from '../model/store.ts'
import { FORM, type Line, readLine, writeLine } from './segment.ts'

export interface OpenStore extends AnswerStore {
  /** what went wrong with the folder, each said once; the run goes on without what could not be kept */
  notes(): readonly string[]
  close(): void
}

interface Segment {
  readonly path: string
  /** bytes that were read or written */
  size: number
}

interface Place {
  readonly segment: Segment
  readonly offset: number
  readonly length: number
  readonly at: number
}

/** Above so many segments the next who opens the store makes one of them. */
const MOST_SEGMENTS = 24
const NAME = new RegExp(`^answers-${FORM}-(\\d+)-[0-9a-z]+\\.ndjson$`)
/** Nobody uses answers that are older; they go when segments are made one. */
const LONGEST_KEPT_MS = 90 * 24 * 60 * 60 * 1000
const CHUNK = 1 << 18
const LONGEST_LINE = 1 << 24

/**
 * Answers on disk without a server: every process appends to a segment of its own, so that nobody waits and nothing is
 * torn by another; each line carries its digest, so that a line which a killed process left half written is seen and passed
 * over. What others append meanwhile is read when something is missing. Never throws for trouble with the disk.
 */
export function openStore(folder: string, now: () => number = Date.now): OpenStore {
  const notes = new Set<string>()
  const places = new Map<string, Place>()
  const segments = new Map<string, Segment>()
  /** what could not be written: for this run at least */
  const unwritten = new Map<string, Kept>()
  let own: { readonly segment: Segment; readonly file: number } | undefined
  let isBroken = false
  let lookedAt = 0

  function note(error: unknown): void {
    notes.add(`the cache in ${folder} cannot be used: ${error instanceof Error ? error.message : String(error)}`)
  }

  function scan(): void {
    let names: readonly string[]
    try {
      names = readdirSync(folder)
        .filter((name) => NAME.test(name))
        .sort()
    } catch (error) {
      if (!isMissing(error)) note(error)
      return
    }
    for (const name of names) {
      const segment = segments.get(name) ?? { path: join(folder, name), size: 0 }
      segments.set(name, segment)
      if (segment === own?.segment) continue
      try {
        readOn(segment)
      } catch (error) {
        // another process made one segment of several: what stood here stands there
        if (!isMissing(error)) note(error)
      }
    }
  }

  /** Reads what was appended since; the last line may be one that is being written. */
  function readOn(segment: Segment): void {
    if (statSync(segment.path).size <= segment.size) return
    let damaged = 0
    for (const { text, offset, length } of linesOf(segment)) {
      segment.size = offset + length
      const line = readLine(text)
      if (line === undefined) {
        damaged++
        continue
      }
      const known = places.get(line.key)
      if (known === undefined || known.at <= line.at) {
        places.set(line.key, { segment, offset, length, at: line.at })
        unwritten.delete(line.key)
      }
    }
    if (damaged > 0) notes.add(`the cache held ${damaged} damaged ${damaged === 1 ? 'line' : 'lines'}, not used`)
    if (damaged > 0 && !isAlive(segment.path)) setAside(segment)
  }

  /** A segment with more than a torn end was damaged by somebody: its good lines are kept elsewhere, the file moved away. */
  function setAside(segment: Segment): void {
    const good = [...places.entries()].filter(([, place]) => place.segment === segment)
    for (const [key, place] of good) {
      const line = lineAt(place)
      if (line !== undefined) append(key, line.value, line.at)
    }
    try {
      renameSync(segment.path, `${segment.path}.damaged`)
    } catch (error) {
      note(error)
    }
  }

  function lineAt({ segment, offset, length }: Place): Line | undefined {
    try {
      const file = openSync(segment.path, 'r')
      try {
        const bytes = Buffer.alloc(length)
        return readSync(file, bytes, 0, length, offset) === length
          ? readLine(bytes.toString('utf8', 0, length - 1))
          : undefined
      } finally {
        closeSync(file)
      }
    } catch {
      return undefined
    }
  }

  function append(key: string, value: unknown, at: number): void {
    if (isBroken) {
      unwritten.set(key, { value, at })
      return
    }
    const bytes = Buffer.from(writeLine({ key, at, value }))
    try {
      own ??= create()
      const { file, segment } = own
      const offset = segment.size
      let written = 0
      // counted at once: after a failure in the middle the next line must not be thought to begin here
      segment.size += bytes.length
      while (written < bytes.length) written += writeSync(file, bytes, written)
      places.set(key, { segment, offset, length: bytes.length, at })
    } catch (error) {
      // a torn line may stand at the end: whatever comes after it would be part of it
      isBroken = true
      note(error)
      unwritten.set(key, { value, at })
    }
  }

  function create(): { readonly segment: Segment; readonly file: number } {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const random = Math.random().toString(36).slice(2, 10)
    const name = `answers-${FORM}-${process.pid}-${Date.now().toString(36)}${random}.ndjson`
    const segment: Segment = { path: join(folder, name), size: 0 }
    const file = openSync(segment.path, 'ax', 0o600)
    segments.set(name, segment)
    return { segment, file }
  }

  /** Makes one segment of those whose writers are gone. Whoever finds the lock taken leaves it at that. */
  function compact(): void {
    const old = [...segments.entries()].filter(([name, { path }]) => path !== own?.segment.path && !isAlive(name))
    if (old.length < MOST_SEGMENTS) return
    const lock = join(folder, 'compacting.lock')
    try {
      if (isStale(lock, now())) rmSync(lock, { force: true })
      closeSync(openSync(lock, 'wx', 0o600))
    } catch {
      return
    }
    try {
      const gone = new Set(old.map(([, segment]) => segment))
      for (const [key, place] of [...places.entries()]) {
        if (!gone.has(place.segment)) continue
        if (now() - place.at > LONGEST_KEPT_MS) {
          places.delete(key)
          continue
        }
        const line = lineAt(place)
        if (line !== undefined) append(key, line.value, line.at)
      }
      if (own !== undefined) fsyncSync(own.file)
      if (isBroken) return
      for (const [name, { path }] of old) {
        rmSync(path, { force: true })
        segments.delete(name)
      }
    } catch (error) {
      note(error)
    } finally {
      rmSync(lock, { force: true })
    }
  }

  scan()
  compact()

  return {
    read(key) {
      const spare = unwritten.get(key)
      if (spare !== undefined) return spare
      if (!places.has(key) && now() - lookedAt > 100) {
        scan()
        lookedAt = now()
      }
      const place = places.get(key)
      if (place === undefined) return undefined
      const line = lineAt(place)
      if (line?.key === key) return { value: line.value, at: line.at }
      // moved by another process: look where everything is now
      places.delete(key)
      for (const [name, segment] of [...segments]) if (segment === place.segment) segments.delete(name)
      scan()
      const again = places.get(key)
      const found = again === undefined ? undefined : lineAt(again)
      return found?.key === key ? { value: found.value, at: found.at } : undefined
    },
    write: (key, value) => append(key, value, now()),
    notes: () => [...notes],
    close() {
      if (own === undefined) return
      const { file } = own
      own = undefined
      isBroken = true
      try {
        fsyncSync(file)
      } catch {
        // a disk that cannot flush has told so when it was written
      }
      closeSync(file)
    },
  }
}

function* linesOf(
  segment: Segment,
): Iterable<{ readonly text: string; readonly offset: number; readonly length: number }> {
  const file = openSync(segment.path, 'r')
  try {
    let rest: Buffer = Buffer.alloc(0)
    let offset = segment.size
    let position = segment.size
    for (;;) {
      const chunk = Buffer.alloc(CHUNK)
      const count = readSync(file, chunk, 0, CHUNK, position)
      if (count === 0) return
      position += count
      rest = rest.length === 0 ? chunk.subarray(0, count) : Buffer.concat([rest, chunk.subarray(0, count)])
      let from = 0
      for (let at = rest.indexOf(10); at !== -1; at = rest.indexOf(10, from)) {
        yield { text: rest.toString('utf8', from, at), offset, length: at + 1 - from }
        offset += at + 1 - from
        from = at + 1
      }
      rest = rest.subarray(from)
      if (rest.length > LONGEST_LINE) return
    }
  } finally {
    closeSync(file)
  }
}

/** Is the process that writes this segment still there? */
function isAlive(name: string): boolean {
  const pid = Number(/answers-\d+-(\d+)-/.exec(name)?.[1])
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isStale(path: string, now: number): boolean {
  try {
    return now - statSync(path).mtimeMs > 60_000
  } catch {
    return false
  }
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code
  return code === 'ENOENT' || code === 'ENOTDIR'
}
