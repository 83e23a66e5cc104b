import { lstat, realpath, stat } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { Failure } from '../model/failure.ts'

/** A path as reports show it: relative to the working directory, with `/`. */
export function shownPath(absolute: string, cwd: string): string {
  const path = relative(cwd, absolute)
  return (path === '' ? '.' : path).split(sep).join('/')
}

/** Does `absolute` lie in `folder`, or is it the folder itself? Both absolute; nothing on disk is looked at. */
export function isInside(absolute: string, folder: string): boolean {
  const path = relative(folder, absolute)
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path))
}

export type Kind = 'file' | 'folder' | 'missing' | 'other'

/** What a path is, a symbolic link being what it leads to. */
export async function kindOf(absolute: string): Promise<{ kind: Kind; what: string }> {
  try {
    const found = await stat(absolute)
    if (found.isFile()) return { kind: 'file', what: 'a file' }
    if (found.isDirectory()) return { kind: 'folder', what: 'a folder' }
    if (found.isFIFO()) return { kind: 'other', what: 'a named pipe' }
    if (found.isSocket()) return { kind: 'other', what: 'a socket' }
    return { kind: 'other', what: 'a device' }
  } catch (error) {
    if (isMissing(error)) return { kind: 'missing', what: 'missing' }
    throw unreadable(absolute, error)
  }
}

/**
 * Follows the symbolic links of a path. Undefined where they lead out of `root` although the path itself lies inside:
 * a manuscript folder from elsewhere must not be a window on the rest of the disk.
 */
export async function followInside(absolute: string, root: string): Promise<string | undefined> {
  const [real, realRoot] = await Promise.all([realpath(absolute), realpath(root)])
  if (isInside(real, realRoot)) return real
  return isInside(absolute, root) && real !== absolute ? undefined : real
}

export async function isSymbolicLink(absolute: string): Promise<boolean> {
  try {
    return (await lstat(absolute)).isSymbolicLink()
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/** The error of the file system in words; the code stays in brackets for whoever searches for it. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error)
  const words = code === undefined ? undefined : WORDS[code]
  if (words !== undefined) return `${words} (${code})`
  return error instanceof Error ? error.message : String(error)
}

export function unreadable(shown: string, error: unknown): Failure {
  return new Failure('cannot-read', `${shown} cannot be read: ${reasonOf(error)}`, { cause: error })
}

export function isMissing(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
}

export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'it is a folder',
  ELOOP: 'symbolic links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many open files',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be too large',
  EROFS: 'the disk is read-only',
  EIO: 'the disk reports an error',
}

/** A path of the user's, absolute. */
export function absolutePath(path: string, cwd: string): string {
  return resolve(cwd, path)
}
