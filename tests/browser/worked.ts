import { readFileSync } from 'node:fs'
import { formatOf } from '../../src/disk/formats.ts'
import type { SourceFile } from '../../src/model/source.ts'

const names = ['troubled-apa-en.md', 'troubled-parallel-lists-ru.txt', 'troubled-author-year-zh.txt']

/** Manuscripts of the project itself, in several languages and scripts. */
export function worked(): SourceFile[] {
  return names.map((name) => ({
    path: `manuscripts/${name}`,
    format: formatOf(name) ?? 'text',
    text: readFileSync(new URL(`../../manuscripts/${name}`, import.meta.url), 'utf8'),
    encoding: 'utf-8',
  }))
}
