import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { formatOf } from '../../src/disk/formats.ts'
import type { SourceFile } from '../../src/model/source.ts'
import { decode } from '../../src/readers/decode.ts'

/** Real manuscripts beside the repository; they may be read and run, never committed. */
const SHARED = resolve(import.meta.dirname, '../../../shared')

/** The folder below `../shared`, or undefined with a printed line where it is absent. */
export function sharedFolder(name: string): string | undefined {
  const folder = join(SHARED, name)
  if (existsSync(folder)) return folder
  console.log(`skipped: ../shared/${name} is not here`)
  return undefined
}

export function readShared(folder: string, name: string): SourceFile {
  const { text, encoding, troubles } = decode(readFileSync(join(folder, name)))
  return { path: name, format: formatOf(name) ?? 'text', text, encoding, ...(troubles ? { troubles } : {}) }
}

/** Every file below a folder that citelint can read, by name. */
export function readableFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => formatOf(name) !== undefined && !/truth\.json$|tatqa|index\.jsonl$/.test(name))
    .sort()
}
