import { readdir } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { Failure } from '../model/failure.ts'
import { EXTENSIONS, formatOf, isMetInFolders } from './formats.ts'
import { type Found, readBytes } from './load.ts'
import { followInside, isInside, isMissing, kindOf, shownPath, unreadable } from './place.ts'

export interface FindOptions {
  readonly cwd: string
  /** links that lie in it may not lead out of it; patterns to ignore are read from it */
  readonly root: string
  /** patterns as in `.gitignore`, relative to `root` */
  readonly ignore?: readonly string[]
  /** take no notice of the `.citelintignore` of the checked tree */
  readonly untrusted?: boolean
}

export interface Finds {
  /** each file once, in the order of the arguments, those of a folder or glob by name */
  readonly files: readonly Found[]
  /** paths that could not be taken; the rest is still checked */
  readonly failures: readonly Failure[]
  /** named files that were left out, as messages: hooks name every changed file, ignored ones too */
  readonly notes: readonly string[]
}

const IGNORE_FILE = '.citelintignore'

/** The files that the arguments name: files as they are, folders searched, globs expanded. */
export async function find(paths: readonly string[], options: FindOptions): Promise<Finds> {
  const ignored = await ignoredBy(options)
  const files = new Map<string, Found>()
  const failures: Failure[] = []
  const notes: string[] = []
  for (const path of paths) {
    try {
      for (const file of await filesOf(path, options, ignored))
        if (!files.has(file.absolute)) files.set(file.absolute, file)
    } catch (error) {
      if (error instanceof Failure && error.code === 'ignored') notes.push(error.message)
      else failures.push(error instanceof Failure ? error : unreadable(path, error))
    }
  }
  return { files: [...files.values()], failures, notes }
}

async function filesOf(path: string, options: FindOptions, ignored: Ignored): Promise<readonly Found[]> {
  if (path === '' || path.includes('\0')) throw new Failure('missing', `${JSON.stringify(path)} is no path`)
  const absolute = resolve(options.cwd, path)
  const { kind, what } = await kindOf(absolute)
  if (kind === 'folder') return inFolder(path, absolute, options, ignored)
  if (kind === 'missing') return isGlob(path) ? byGlob(path, options, ignored) : missing(path)
  if (kind === 'other') throw new Failure('not-a-file', `${path} is ${what}, not a file that can be read`)
  const format = formatOf(absolute)
  if (format === undefined) throw unknownFormat(path)
  if (ignored(absolute)) {
    throw new Failure('ignored', `${path} is ignored by ${IGNORE_FILE} or the configuration`)
  }
  return [{ path: shownPath(absolute, options.cwd), absolute, format }]
}

async function inFolder(
  path: string,
  folder: string,
  options: FindOptions,
  ignored: Ignored,
): Promise<readonly Found[]> {
  const found = await walk(folder, isInside(folder, options.root) ? options.root : folder, ignored)
  if (found.length === 0) {
    throw new Failure('no-manuscripts', `${path} holds no manuscript`, {
      help: `citelint reads files that end in ${EXTENSIONS.filter((end) => isMetInFolders(`x${end}`)).join(', ')}; hidden folders, node_modules and what ${IGNORE_FILE} names are left out.`,
    })
  }
  return found.flatMap((absolute) => asFound(absolute, options.cwd))
}

/** Every readable file below a folder by name, without hidden ones and node_modules; a circle of links is walked once. */
async function walk(folder: string, root: string, ignored: Ignored): Promise<readonly string[]> {
  const files: string[] = []
  const seen = new Set<string>()
  const folders = [folder]
  while (folders.length > 0) {
    const current = folders.pop() as string
    const real = await followInside(current, root)
    if (real === undefined || seen.has(real)) continue
    seen.add(real)
    for (const name of (await readdir(current)).sort(byName)) {
      if (name.startsWith('.') || name === 'node_modules') continue
      const path = join(current, name)
      const { kind } = await kindOf(path)
      if (kind === 'folder' && !ignored(path, true)) folders.push(path)
      if (kind !== 'file' || !isMetInFolders(name) || ignored(path)) continue
      if ((await followInside(path, root)) !== undefined) files.push(path)
    }
  }
  return files.sort(byName)
}

async function byGlob(pattern: string, options: FindOptions, ignored: Ignored): Promise<readonly Found[]> {
  const { glob } = await import('tinyglobby')
  const paths = await glob(sep === '\\' ? pattern.replaceAll('\\', '/') : pattern, {
    cwd: options.cwd,
    absolute: true,
    onlyFiles: true,
    followSymbolicLinks: false,
    expandDirectories: false,
    ignore: ['**/node_modules/**'],
  })
  const found = paths
    .map((path) => resolve(path))
    .filter((path) => !ignored(path))
    .sort(byName)
    .flatMap((path) => asFound(path, options.cwd))
  if (found.length === 0) throw new Failure('no-match', `${pattern} matches no manuscript`)
  return found
}

function asFound(absolute: string, cwd: string): Found[] {
  const format = formatOf(absolute)
  return format === undefined ? [] : [{ path: shownPath(absolute, cwd), absolute, format }]
}

type Ignored = (absolute: string, folder?: boolean) => boolean

async function ignoredBy({ root, ignore: patterns = [], untrusted = false }: FindOptions): Promise<Ignored> {
  const matcher: Ignore = ignore().add([...patterns])
  if (!untrusted) matcher.add(await ignoreFile(join(root, IGNORE_FILE)))
  return (absolute, folder = false) => {
    if (absolute === root || !isInside(absolute, root)) return false
    return matcher.ignores(shownPath(absolute, root) + (folder ? '/' : ''))
  }
}

async function ignoreFile(path: string): Promise<string> {
  try {
    return new TextDecoder().decode(await readBytes(path, { shown: IGNORE_FILE, limit: 1 << 20 }))
  } catch (error) {
    if (isMissing(error) || (error instanceof Failure && error.code === 'missing')) return ''
    throw error
  }
}

function missing(path: string): never {
  throw new Failure('missing', `${path} does not exist`)
}

function unknownFormat(path: string): Failure {
  return new Failure('unknown-format', `${path} has no format that citelint reads`, {
    help: `Known endings: ${EXTENSIONS.join(', ')}. Standard input can be given one with --stdin --stdin-filename.`,
  })
}

function isGlob(path: string): boolean {
  return /[*?[\]{}!]/u.test(path)
}

/** By code unit: the same on every machine, whatever its language. */
function byName(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
