import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { formatOf } from '../../src/disk/formats.ts'
import { type JobResult, runJob, understand } from '../../src/engine/pipeline.ts'
import type { Document } from '../../src/model/document.ts'
import type { SourceFile } from '../../src/model/source.ts'
import { decode } from '../../src/readers/decode.ts'
import { loadReader } from '../../src/readers/index.ts'
import { createReferenceParser } from '../../src/reference-parser/index.ts'
import { rules } from '../../src/rules/index.ts'

/** Published documents, and our own; those that are absent are left out. */
const FOLDERS = [
  '../shared/seeds',
  '../shared/data/manuscripts/joss',
  '../shared/data/manuscripts/latex',
  '../shared/data/manuscripts/defects',
  '../shared/data/manuscripts/freetext',
  '../shared/data/manuscripts/plaintext',
  'node_modules/.cache/citelint/articles',
  'manuscripts',
  'evaluation/numbers/invented',
]

const numbers = rules.filter(({ id }) => id.startsWith('numbers/'))
const settings = { rules: {}, accept: { names: [], pairs: [], dois: [], hosts: [] } }
const tools = { reader: loadReader, rules: numbers, parser: createReferenceParser() }

/** Every Markdown and text document of the folders, with the folder's name. */
export function* documents(): Iterable<{ readonly folder: string; readonly source: SourceFile }> {
  for (const folder of FOLDERS) {
    if (!existsSync(folder)) {
      console.log(`skipped: ${folder} is not here`)
      continue
    }
    const articles = folder.endsWith('articles')
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!(articles ? /\.md$/ : /\.(?:md|txt|tex)$/).test(name) || /README/.test(name)) continue
      yield { folder: basename(folder), source: sourceOf(join(folder, name), name) }
    }
  }
}

function sourceOf(path: string, name: string): SourceFile {
  const { text, encoding } = decode(readFileSync(path))
  return { path: name, format: formatOf(name) ?? 'text', text, encoding }
}

export function check(source: SourceFile): Promise<JobResult> {
  return runJob({ source, libraries: [], missingLibraries: [], settings }, tools)
}

export function read(source: SourceFile): Promise<Document> {
  return understand({ source, libraries: [], missingLibraries: [], settings }, tools)
}

export function markdown(path: string, text: string): SourceFile {
  return { path, format: 'markdown', text, encoding: 'utf-8' }
}
