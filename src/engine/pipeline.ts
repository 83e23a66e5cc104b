import type { Document, Library } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { ReferenceParser } from '../model/parser.ts'
import type { Reader } from '../model/plugin.ts'
import type { Registry } from '../model/query.ts'
import type { FileReport } from '../model/report.ts'
import type { Rule } from '../model/rule.ts'
import type { Settings } from '../model/settings.ts'
import type { Format, SourceFile, Span, Trouble } from '../model/source.ts'
import type { AnswerBook } from './answers.ts'
import { gather } from './answers.ts'
import { askRules, checkRules, isOn, noteFacts } from './check.ts'
import { outlineOf } from './outline.ts'
import { settle } from './settle.ts'
import { readSuppressions, type Suppressions } from './suppress.ts'
import { asLibrary, understandLibrary, understandManuscript } from './understand.ts'

/** One file to check: plain data that crosses threads. */
export interface Job {
  readonly source: SourceFile
  /** the libraries that the manuscript reads */
  readonly libraries: readonly SourceFile[]
  /** those that it names and that could not be read */
  readonly missingLibraries: readonly string[]
  /** read it as this format instead of its own, and the trouble that says why */
  readonly readAs?: { readonly format: Format; readonly trouble: Trouble }
  readonly settings: Settings
}

/** What the stages work with. */
export interface Tools {
  readonly reader: (format: Format) => Promise<Reader>
  readonly rules: readonly Rule[]
  readonly parser: ReferenceParser
  readonly registry?: Registry
}

/** Plain data again. Nothing is folded or suppressed yet: that needs the rules that see all files. */
export interface JobResult {
  readonly file: FileReport
  readonly suppressions: Suppressions
  /** findings that point into a library of the manuscript */
  readonly elsewhere: readonly Finding[]
  /** what the collection rules noted, by rule id */
  readonly facts: Readonly<Record<string, readonly unknown[]>>
}

/** Reads, understands and checks one file. */
export async function runJob(job: Job, tools: Tools): Promise<JobResult> {
  const document = await understand(job, tools)
  const { settings } = job
  const answers = await gather((known) => askRules(tools.rules, document, known, settings.rules), tools.registry)
  const checked = checkRules(tools.rules, document, answers, settings)
  const noted = noteFacts(tools.rules, document, settings)
  const settled = settle(checked.drafts, settings.rules, textReader(document))
  const here = (finding: Finding): boolean => finding.span.path === document.source.path
  return {
    file: {
      ...fileReport(document, settled.filter(here), [...checked.troubles, ...noted.troubles], answers),
      rules: tools.rules.filter((rule) => isOn(rule, settings.rules)).map(({ id }) => id),
    },
    suppressions: suppressionsOf(document, settings),
    elsewhere: settled.filter((finding) => !here(finding)),
    facts: noted.facts,
  }
}

/** The document of a job: what `extract` needs of it. */
export async function understand(
  { source, libraries, missingLibraries, readAs }: Job,
  tools: Tools,
): Promise<Document> {
  const reader = await tools.reader(readAs?.format ?? source.format)
  const parts = reader.read(source)
  const document =
    parts.kind === 'library'
      ? understandLibrary(source, parts)
      : understandManuscript(source, parts, await readLibraries(libraries, tools), missingLibraries, tools.parser)
  return freeze(readAs === undefined ? document : { ...document, troubles: [readAs.trouble, ...document.troubles] })
}

async function readLibraries(sources: readonly SourceFile[], tools: Tools): Promise<readonly Library[]> {
  const libraries: Library[] = []
  for (const source of sources) {
    const parts = (await tools.reader(source.format)).read(source)
    if (parts.kind === 'library') libraries.push(asLibrary(source, parts))
  }
  return libraries
}

function fileReport(
  document: Document,
  findings: readonly Finding[],
  troubles: readonly Trouble[],
  answers: AnswerBook,
): FileReport {
  return {
    source: document.source,
    kind: document.kind,
    language: document.language,
    languages: document.languages,
    lists: document.lists,
    references: document.references,
    counterparts: document.counterparts,
    citations: document.citations,
    quantities: document.quantities,
    relations: document.relations,
    findings,
    troubles: [...document.troubles, ...troubles],
    unchecked: [...document.unchecked, ...uncheckedOf(answers)],
    ...(document.kind === 'manuscript' && { outline: outlineOf(document) }),
    answered: answers.answered(),
  }
}

function suppressionsOf(document: Document, settings: Settings): Suppressions {
  const { source, references, blocks, comments } = document
  const units = blocks.length > 0 ? blocks.map((block) => block.span) : references.map((reference) => reference.span)
  return readSuppressions(settings.untrusted ? [] : comments, units, source.text.length, settings.suppressions)
}

function* uncheckedOf(answers: AnswerBook): Iterable<{ what: string; why: string }> {
  for (const { key, why } of answers.unknown()) yield { what: key, why }
}

function textReader({ source, libraries }: Document): (span: Span) => string {
  return ({ path, start, end }) => {
    if (path === source.path) return source.text.slice(start, end)
    const library = libraries.find((one) => one.path === path)
    const entry = library?.references.find(({ span }) => span.start <= start && end <= span.end)
    return entry?.raw.slice(start - entry.span.start, end - entry.span.start) ?? ''
  }
}

function freeze(document: Document): Document {
  return Object.freeze(document)
}
