import { lazyParser } from '../../src/disk/model.ts'
import { AnswerBook } from '../../src/engine/answers.ts'
import { finish } from '../../src/engine/finish.ts'
import { type JobResult, runJob, type Tools } from '../../src/engine/pipeline.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { Registry } from '../../src/model/query.ts'
import type { Report } from '../../src/model/report.ts'
import type { Example, Rule } from '../../src/model/rule.ts'
import type { Settings } from '../../src/model/settings.ts'
import type { Format, SourceFile } from '../../src/model/source.ts'
import { loadReader } from '../../src/readers/index.ts'
import { createReferenceParser } from '../../src/reference-parser/index.ts'

export interface Marked {
  readonly text: string
  readonly marks: readonly { readonly start: number; readonly end: number }[]
}

/** Takes `⟦…⟧` out of a text and says where they were. */
export function unmark(text: string): Marked {
  const marks: { start: number; end: number }[] = []
  let plain = ''
  for (const character of text) {
    if (character === '⟦') marks.push({ start: plain.length, end: plain.length })
    else if (character === '⟧') (marks.at(-1) as { end: number }).end = plain.length
    else plain += character
  }
  return { text: plain, marks }
}

export function sourceFile(path: string, format: Format, text: string): SourceFile {
  return { path, format, text, encoding: 'utf-8' }
}

export const NOTHING_ACCEPTED: Settings['accept'] = { names: [], pairs: [], dois: [], hosts: [] }

/** Checks manuscripts in memory: a path, a text; libraries are read for every manuscript. */
export async function checkTexts(
  rules: readonly Rule[],
  manuscripts: readonly SourceFile[],
  libraries: readonly SourceFile[] = [],
  { settings = {}, registry }: { settings?: Partial<Settings>; registry?: Registry } = {},
): Promise<Report> {
  const tools: Tools = {
    reader: loadReader,
    rules,
    parser: lazyParser(createReferenceParser),
    ...(registry ? { registry } : {}),
  }
  const all: Settings = { rules: {}, accept: NOTHING_ACCEPTED, today: '2026-11-22', ...settings }
  const results: JobResult[] = []
  for (const source of [...manuscripts, ...libraries]) {
    const own = manuscripts.includes(source) ? libraries : []
    results.push(await runJob({ source, libraries: own, missingLibraries: [], settings: all }, tools))
  }
  return finish(results, rules, () => all, { name: 'citelint', version: '0' })
}

/** What one rule says of one of its examples. */
export async function checkExample(
  rule: Rule,
  example: Example,
  { manuscript = unmark(example.manuscript).text, bibliography = unmark(example.bibliography ?? '').text } = {},
): Promise<readonly Finding[]> {
  const format = example.format ?? 'markdown'
  const library = bibliography === '' ? [] : [sourceFile('refs.bib', 'bibtex', bibliography)]
  const settings = example.options
    ? { rules: { [rule.id]: { severity: rule.severity, options: example.options } } }
    : {}
  const registry = example.answers && registryOf(example.answers)
  const report = await checkTexts(
    [rule],
    [sourceFile(format === 'text' ? 'm.txt' : 'm.md', format, manuscript)],
    library,
    { settings, ...(registry ? { registry } : {}) },
  )
  const failed = report.files.flatMap((file) => file.troubles.filter((trouble) => trouble.fatal))
  if (failed.length > 0) throw new Error(failed.map((trouble) => trouble.message).join('\n'))
  return report.files.flatMap((file) => file.findings)
}

function registryOf(answers: NonNullable<Example['answers']>): Registry {
  const book = AnswerBook.of(answers)
  return { ask: async (queries) => queries.map((query) => book.to(query)) }
}
