import { dirname, resolve } from 'node:path'
import { formatOf } from '../disk/formats.ts'
import { load } from '../disk/load.ts'
import { followInside, isInside, isMissing, shownPath } from '../disk/place.ts'
import { Failure } from '../model/failure.ts'
import type { SourceFile, Trouble } from '../model/source.ts'
import { decode } from '../readers/decode.ts'
import { librariesNamed } from './front-matter.ts'
import type { Input, Session } from './session.ts'

export interface Libraries {
  readonly sources: readonly SourceFile[]
  /** as the manuscript names them */
  readonly missing: readonly string[]
  readonly troubles: readonly Trouble[]
}

/** Opens each library once, however many manuscripts read it. */
export class LibraryDesk {
  readonly #session: Session
  readonly #overlay: ReadonlyMap<string, SourceFile>
  readonly #files = new Map<string, Promise<SourceFile | string>>()
  readonly #inputs = new Map<string, Input>()

  /** `overlay`: texts by absolute path that stand for what lies on the disk. */
  constructor(session: Session, overlay: ReadonlyMap<string, SourceFile> = new Map()) {
    this.#session = session
    this.#overlay = overlay
  }

  /** The libraries that were read so far, as inputs of their own. */
  opened(): readonly Input[] {
    return [...this.#inputs.values()].sort((left, right) => (left.path < right.path ? -1 : 1))
  }

  async librariesOf(source: SourceFile, absolute: string, shared: readonly string[]): Promise<Libraries> {
    if (source.format !== 'markdown' && source.format !== 'text') return { sources: [], missing: [], troubles: [] }
    const named = await librariesNamed(source)
    const sources = new Map<string, SourceFile>()
    const missing: string[] = []
    const troubles: Trouble[] = []
    for (const path of shared) {
      const library = await this.#open(path)
      if (typeof library !== 'string') sources.set(path, library)
      else missing.push(shownPath(path, this.#session.cwd))
    }
    for (const { path, span } of named) {
      const wanted = resolve(dirname(absolute), path)
      const library = await this.#openInside(wanted, dirname(absolute))
      if (typeof library !== 'string') {
        sources.set(wanted, library)
        continue
      }
      missing.push(path)
      troubles.push({ code: 'library-unread', message: `The library \`${path}\` ${library}`, span, fatal: true })
    }
    return { sources: [...sources.values()], missing, troubles }
  }

  /** A manuscript may not make us read what lies outside of the project and of its own folder. */
  async #openInside(wanted: string, folder: string): Promise<SourceFile | string> {
    for (const root of [this.#session.root, folder]) {
      if (!isInside(wanted, root)) continue
      try {
        if ((await followInside(wanted, root)) !== undefined) return this.#open(wanted)
      } catch (error) {
        return isMissing(error) ? 'does not exist' : 'cannot be read'
      }
    }
    return 'lies outside the project and is not read'
  }

  #open(path: string): Promise<SourceFile | string> {
    const file = this.#files.get(path) ?? this.#read(path)
    this.#files.set(path, file)
    return file
  }

  async #read(absolute: string): Promise<SourceFile | string> {
    const { cwd, root } = this.#session
    const path = shownPath(absolute, cwd)
    const format = formatOf(path)
    if (format === undefined || format === 'markdown' || format === 'text') return 'has no format of a library'
    try {
      const source = this.#overlay.get(absolute) ?? (await load({ path, absolute, format }, decode, root))
      this.#inputs.set(absolute, { path, absolute, format, read: async () => source })
      return source
    } catch (error) {
      return error instanceof Failure ? error.message.replace(`${path} `, '') : 'cannot be read'
    }
  }
}
