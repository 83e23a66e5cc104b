import { type FileHandle, lstat, mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'
import { Failure } from '../model/failure.ts'
import { isInside, isMissing, isSymbolicLink, reasonOf } from './place.ts'

export interface SaveOptions {
  /** the path as messages show it */
  readonly shown?: string
  /** absolute paths that this run reads: they are never written over */
  readonly inputs?: readonly string[]
  /** a path in this folder may not leave it through symbolic links; one that is named elsewhere is meant so */
  readonly within?: string
  /** what the file held when it was read: a file that somebody changed in between is left alone */
  readonly replaces?: Uint8Array
}

const LEFTOVER_AGE_MS = 60 * 60 * 1000
const CHUNK = 1 << 16
/** `/dev/stdout` is a link */
const DEVICES = /^\/(?:dev|proc|sys)\//
let counter = 0

/**
 * Writes a file whole or not at all: a new file beside it, flushed to the disk, then renamed over it. A reader sees the
 * old text or the new one, whatever happens in between. Folders on the way are made.
 */
export async function save(
  path: string,
  text: string | Uint8Array | Iterable<string>,
  { shown = path, inputs = [], within, replaces }: SaveOptions = {},
): Promise<void> {
  const folder = dirname(path)
  try {
    if (within !== undefined) await refuseOutside(path, within, shown)
    await mkdir(folder, { recursive: true })
    if (within !== undefined) await refuseOutside(path, within, shown)
    await refuseTarget(path, shown, inputs, replaces !== undefined)
    await removeLeftovers(folder)
    const check = replaces === undefined ? async () => {} : () => refuseChanged(path, shown, replaces)
    await replace(path, typeof text === 'string' || text instanceof Uint8Array ? [text] : text, check)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure('cannot-write', `${shown} cannot be written: ${reasonOf(error)}`, { cause: error })
  }
}

async function replace(
  path: string,
  parts: Iterable<string | Uint8Array>,
  checkBefore: () => Promise<void>,
): Promise<void> {
  const temporary = join(dirname(path), temporaryName(basename(path)))
  let handle: FileHandle | undefined
  try {
    handle = await open(temporary, 'wx', await modeOf(path))
    let waiting = ''
    for (const part of parts) {
      if (typeof part !== 'string') {
        await handle.writeFile(part)
        continue
      }
      waiting += part
      if (waiting.length < CHUNK) continue
      await handle.writeFile(waiting)
      waiting = ''
    }
    await handle.writeFile(waiting)
    await handle.sync()
    await handle.close()
    handle = undefined
    await checkBefore()
    await rename(temporary, path)
  } catch (error) {
    await handle?.close().catch(() => {})
    await rm(temporary, { force: true }).catch(() => {})
    throw error
  }
}

/** The name says whose it is, so that leftovers of killed runs can be told from the user's own files. */
function temporaryName(name: string): string {
  counter += 1
  return `.${name.slice(0, 100)}.citelint-${process.pid}-${Date.now().toString(36)}-${counter}.tmp`
}

const TEMPORARY = /^\..+\.citelint-\d+-[0-9a-z]+-\d+\.tmp$/

/** Removes what killed runs left in a folder: our own temporary files, of this user, older than an hour. */
export async function removeLeftovers(folder: string, now: number = Date.now()): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!TEMPORARY.test(name)) continue
    try {
      const path = join(folder, name)
      const found = await lstat(path)
      const ours = process.getuid === undefined || found.uid === process.getuid()
      if (found.isFile() && ours && now - found.mtimeMs > LEFTOVER_AGE_MS) await rm(path)
    } catch {
      // another run removed it first, or it may not be removed: neither stops the writing
    }
  }
}

/** A report takes the place of a link, whose target stays as it was; a file that is repaired, or a device, may be no link. */
async function refuseTarget(path: string, shown: string, inputs: readonly string[], isRepair: boolean): Promise<void> {
  if (await isSymbolicLink(path)) {
    if (!isRepair && !DEVICES.test(path)) return
    throw new Failure('output-is-link', `${shown} is a symbolic link; citelint does not write through links`)
  }
  const target = await statOf(path)
  if (target === undefined) return
  if (!target.isFile()) throw new Failure('not-a-file', `${shown} is no file that can be written`)
  for (const input of inputs) {
    const read = await statOf(input)
    if (read !== undefined && read.dev === target.dev && read.ino === target.ino) {
      throw new Failure('output-is-input', `${shown} is one of the files that are checked; it is not written over`)
    }
  }
}

async function refuseChanged(path: string, shown: string, expected: Uint8Array): Promise<void> {
  if (Buffer.compare(await readFile(path), expected) === 0) return
  throw new Failure('changed-meanwhile', `${shown} was changed while it was checked; it is left alone`)
}

async function refuseOutside(path: string, within: string, shown: string): Promise<void> {
  if (!isInside(path, within)) return
  const folder = await nearestExisting(dirname(path))
  if (isInside(await realpath(folder), await realpath(within))) return
  throw new Failure('output-outside', `${shown} leads out of the working directory; nothing is written there`)
}

async function nearestExisting(folder: string): Promise<string> {
  for (let current = folder; ; current = dirname(current)) {
    if ((await statOf(current)) !== undefined || dirname(current) === current) return current
  }
}

async function modeOf(path: string): Promise<number> {
  return Number((await statOf(path))?.mode ?? 0o666) & 0o777
}

async function statOf(path: string): Promise<Awaited<ReturnType<typeof stat>> | undefined> {
  try {
    return await stat(path)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}
