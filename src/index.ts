/**
 * citelint as a library: texts go in, reports come out; no network, no threads, and of the disk only the parser's model.
 *
 * @example
 * const report = await check([{ path: 'paper.md', text }], { libraries: [{ path: 'refs.bib', text: bib }] })
 */
import { formatOf } from './disk/formats.ts'
import { lazyParser } from './disk/model.ts'
import { finish } from './engine/finish.ts'
import { type Repaired, repair } from './engine/fix.ts'
import { type JobResult, runJob, type Tools, understand } from './engine/pipeline.ts'
import type { CslItem } from './model/csl.ts'
import { Failure } from './model/failure.ts'
import type { ExplainedReference, ExplainingParser, ParsedReference, ReferenceParser } from './model/parser.ts'
import type { Plugin } from './model/plugin.ts'
import type { Registry } from './model/query.ts'
import type { Report } from './model/report.ts'
import type { Settings } from './model/settings.ts'
import type { Format, SourceFile } from './model/source.ts'
import { loadReader } from './readers/index.ts'
import { createReferenceParser } from './reference-parser/index.ts'
import { rules } from './rules/index.ts'
import { VERSION } from './version.ts'

export type { Refusal, Repair, Repaired } from './engine/fix.ts'
export { type ReferenceSummary, type Summed, summarizeReferences } from './engine/reference-summary.ts'
export type * from './model/block.ts'
export type * from './model/citation.ts'
export type * from './model/config.ts'
export type * from './model/csl.ts'
export type * from './model/document.ts'
export { Failure } from './model/failure.ts'
export type * from './model/finding.ts'
export type * from './model/parser.ts'
export type * from './model/plugin.ts'
export type * from './model/quantity.ts'
export type * from './model/query.ts'
export type * from './model/reference.ts'
export type * from './model/report.ts'
export type * from './model/rule.ts'
export type * from './model/settings.ts'
export type * from './model/source.ts'
export { createReferenceParser } from './reference-parser/index.ts'
export { rules } from './rules/index.ts'
export { applyEdits } from './text/edits.ts'
export { VERSION } from './version.ts'

const packaged = lazyParser(createReferenceParser)

/** A text to check; without a format its path's ending decides. */
export interface InputText {
  readonly path: string
  readonly text: string
  readonly format?: Format
}

export interface CheckOptions {
  /** libraries that every manuscript of the call reads; they are checked too */
  readonly libraries?: readonly InputText[]
  readonly settings?: Partial<Settings>
  /** answers questions about DOIs and links; without one nothing is looked up */
  readonly registry?: Registry
  readonly plugins?: readonly Plugin[]
  /** default: the parser of the package */
  readonly parser?: ReferenceParser
}

/** Checks manuscripts. Throws a `Failure` only for a path whose format is not known. */
export async function check(manuscripts: readonly InputText[], options: CheckOptions = {}): Promise<Report> {
  const tools = toolsOf(options)
  const settings: Settings = { rules: {}, accept: { names: [], pairs: [], dois: [], hosts: [] }, ...options.settings }
  const libraries = (options.libraries ?? []).map(asSource)
  const results: JobResult[] = []
  for (const source of manuscripts.map(asSource)) {
    results.push(await runJob({ source, libraries, missingLibraries: [], settings }, tools))
  }
  for (const source of libraries) {
    results.push(await runJob({ source, libraries: [], missingLibraries: [], settings }, tools))
  }
  return finish(results, tools.rules, () => settings, { name: 'citelint', version: VERSION })
}

/**
 * Repairs manuscripts and the libraries of the call until nothing changes: safe repairs only, unless `unsafe`. Gives the texts
 * by path, what was repaired, and what was left out because it would have done harm.
 */
export async function fix(
  manuscripts: readonly InputText[],
  options: CheckOptions & { readonly unsafe?: boolean } = {},
): Promise<Repaired> {
  const { libraries = [] } = options
  const texts = new Map([...manuscripts, ...libraries].map((one) => [one.path, asSource(one).text]))
  const withText =
    (now: ReadonlyMap<string, string>) =>
    (one: InputText): InputText => ({ ...one, text: now.get(one.path) ?? one.text })
  const checkTexts = async (now: ReadonlyMap<string, string>): Promise<Report['files']> => {
    const report = await check(manuscripts.map(withText(now)), { ...options, libraries: libraries.map(withText(now)) })
    return report.files
  }
  return repair(texts, checkTexts, { unsafe: options.unsafe ?? false })
}

/** One typed-out reference to CSL-JSON; null where the text is none. */
export function parse(reference: string, parser: ReferenceParser = packaged): ParsedReference | null {
  return parser.parse(reference)
}

/** How one typed-out reference is read: its tokens, their labels, and what became of them. */
export function explainReference(reference: string, parser: ExplainingParser = packaged): ExplainedReference {
  return parser.explain(reference)
}

/** The references of a manuscript or library as CSL-JSON, in the order of the file. */
export async function extract(input: InputText, options: CheckOptions = {}): Promise<readonly CslItem[]> {
  const settings: Settings = { rules: {}, accept: { names: [], pairs: [], dois: [], hosts: [] } }
  const job = { source: asSource(input), libraries: [], missingLibraries: [], settings }
  return (await understand(job, toolsOf(options))).references.map((reference) => reference.csl)
}

function toolsOf({ plugins = [], registry, parser = packaged }: CheckOptions): Tools {
  const readers = new Map(plugins.flatMap((plugin) => plugin.readers ?? []).map((reader) => [reader.format, reader]))
  return {
    reader: async (format) => readers.get(format) ?? loadReader(format),
    rules: [...rules, ...plugins.flatMap((plugin) => plugin.rules ?? [])],
    parser,
    ...(registry === undefined ? {} : { registry }),
  }
}

function asSource({ path, text, format = formatOf(path) }: InputText): SourceFile {
  if (format === undefined) {
    throw new Failure('unknown-format', `The format of ${path} is not known`, { help: 'Give it as `format`.' })
  }
  return { path, format, text: text.startsWith('\uFEFF') ? text.slice(1) : text, encoding: 'utf-8' }
}
