import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatOf } from '../../src/disk/formats.ts'
import { lazyParser } from '../../src/disk/model.ts'
import type { Tools } from '../../src/engine/pipeline.ts'
import { runJob, understand } from '../../src/engine/pipeline.ts'
import type { Document } from '../../src/model/document.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Rule } from '../../src/model/rule.ts'
import type { SourceFile } from '../../src/model/source.ts'
import { decode } from '../../src/readers/decode.ts'
import { loadReader } from '../../src/readers/index.ts'
import { createReferenceParser } from '../../src/reference-parser/index.ts'

const settings = { rules: {}, accept: { names: [], pairs: [], dois: [], hosts: [] }, today: '2026-11-22' }

export function toolsWith(rules: readonly Rule[]): Tools {
  return { reader: loadReader, rules, parser: lazyParser(createReferenceParser) }
}

export interface Paper {
  readonly id: string
  readonly source: SourceFile
  readonly libraries: readonly SourceFile[]
}

/** The manuscripts below a folder, each with the libraries that lie beside it, by path. */
export function papersIn(folder: string): readonly Paper[] {
  if (!existsSync(folder)) {
    console.log(`skipped: ${folder} is not here`)
    return []
  }
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const read = (name: string): SourceFile => {
    const { text, encoding } = decode(readFileSync(join(folder, name)))
    return { path: name, format: formatOf(name) ?? 'text', text, encoding }
  }
  const beside = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1)
  const manuscripts = names.filter((name) => /\.(?:md|txt)$/.test(name) && !/README/i.test(name))
  return manuscripts.map((name) => ({
    id: name,
    source: read(name),
    libraries: names.filter((one) => /\.bib$/.test(one) && beside(one) === beside(name)).map(read),
  }))
}

export function documentOf({ source, libraries }: Paper, tools: Tools): Promise<Document> {
  return understand({ source, libraries, missingLibraries: [], settings }, tools)
}

/** What the rules say of a text. */
export async function findingsOf(paper: Paper, tools: Tools): Promise<readonly Finding[]> {
  const { file, elsewhere } = await runJob(
    { source: paper.source, libraries: paper.libraries, missingLibraries: [], settings },
    tools,
  )
  return [...file.findings, ...elsewhere]
}
