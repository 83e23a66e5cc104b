import type { Finding, Fix, Severity } from '../../model/finding.ts'
import type { FileReport, Report } from '../../model/report.ts'
import type { Rule } from '../../model/rule.ts'
import type { Span, Trouble } from '../../model/source.ts'
import { evidenceText } from '../github.ts'
import { Places } from '../places.ts'
import { uncheckedPhrases } from '../terminal/unchecked.ts'
import { safeJson, uriOf } from '../well-formed.ts'
import { descriptorOf } from './descriptor.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/**
 * SARIF 2.1.0 (OASIS), one run. Columns count UTF-16 units. Suppressed findings are results with a suppression, echoes name
 * their root cause, what could not be read or checked are notifications of the invocation.
 */
export function* toSarif(report: Report, rules: readonly Rule[]): Iterable<string> {
  const places = new Places(report)
  const used = usedRules(report, rules)
  const indexes = new Map(used.map(({ id }, index) => [id, index]))
  yield '{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{\n'
  yield `"tool": ${safeJson({ driver: driverOf(report, used) })},\n`
  yield '"columnKind": "utf16CodeUnits",\n'
  yield `"newlineSequences": ${safeJson(['\r\n', '\n', '\r', '\u2028', '\u2029'])},\n`
  yield `"artifacts": ${safeJson(report.files.map(artifactOf))},\n`
  yield `"invocations": ${safeJson([invocationOf(report, places)])},\n`
  yield '"results": ['
  let before = '\n'
  for (const file of report.files) {
    for (const finding of file.findings) {
      yield before + safeJson(resultOf(finding, indexes.get(finding.ruleId), places))
      before = ',\n'
    }
  }
  yield '\n]}]}\n'
}

/** The rules of the run and, for what they do not cover, a bare entry: a report may come from elsewhere. */
function usedRules({ files }: Report, rules: readonly Rule[]): readonly (Rule | { readonly id: string })[] {
  const known = new Set(rules.map(({ id }) => id))
  const unknown = new Set(files.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId)))
  return [...rules, ...[...unknown].filter((id) => !known.has(id)).map((id) => ({ id }))]
}

function driverOf({ tool }: Report, rules: readonly (Rule | { readonly id: string })[]): object {
  return { name: tool.name, semanticVersion: tool.version, rules: rules.map(descriptorOf) }
}

function artifactOf({ source, kind }: FileReport): object {
  return {
    location: { uri: uriOf(source.path) },
    encoding: source.encoding,
    roles: ['analysisTarget'],
    description: { text: kind },
  }
}

function invocationOf(report: Report, places: Places): object {
  const notifications = report.files.flatMap((file) => [
    ...file.troubles.map((trouble) => troubleOf(trouble, file, places)),
    ...uncheckedPhrases([file]).map((phrase) => ({
      descriptor: { id: 'not-checked' },
      level: 'note',
      message: { text: `Not checked: ${phrase}` },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file.source.path) } } }],
    })),
  ])
  const failed = report.files.some(({ troubles }) => troubles.some(({ fatal }) => fatal === true))
  return {
    executionSuccessful: !failed && report.incomplete !== true,
    ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
  }
}

function troubleOf({ code, message, fatal, span }: Trouble, { source }: FileReport, places: Places): object {
  const place = span === undefined ? { artifactLocation: { uri: uriOf(source.path) } } : physical(span, places)
  return {
    descriptor: { id: code },
    level: fatal === true ? 'error' : 'warning',
    message: { text: plain(message) },
    locations: [{ physicalLocation: place }],
  }
}

function resultOf(finding: Finding, ruleIndex: number | undefined, places: Places): object {
  const { ruleId, severity, message, note = '', confidence, span, fingerprint, messageId } = finding
  const { related = [], evidence = [], fixes = [], foldedInto, suppressed } = finding
  return {
    ruleId,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[severity],
    message: { text: plain([message, ...evidence.map(evidenceText), note].filter((part) => part !== '').join('\n')) },
    locations: [{ physicalLocation: physical(span, places) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((one, index) => ({
        id: index + 1,
        physicalLocation: physical(one.span, places),
        message: { text: plain(one.message) },
      })),
    }),
    partialFingerprints: { 'citelint/v1': fingerprint },
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(fix, places)) }),
    ...(suppressed !== undefined && {
      suppressions: [{ kind: 'external', status: 'accepted', justification: suppressed.reason }],
    }),
    properties: {
      messageId,
      confidence,
      evidence,
      data: finding.data,
      ...(foldedInto !== undefined && { foldedInto }),
    },
  }
}

function fixOf({ title, safety, edits }: Fix, places: Places): object {
  const paths = [...new Set(edits.map(({ span }) => span.path))]
  return {
    description: { text: plain(title) },
    artifactChanges: paths.map((path) => ({
      artifactLocation: { uri: uriOf(path) },
      replacements: edits
        .filter(({ span }) => span.path === path)
        .map(({ span, text }) => ({ deletedRegion: regionOf(span, places), insertedContent: { text } })),
    })),
    properties: { safety },
  }
}

function physical(span: Span, places: Places): object {
  const text = (places.text(span.path) ?? '').slice(span.start, Math.min(span.end, span.start + longestSnippet))
  return {
    artifactLocation: { uri: uriOf(span.path) },
    region: { ...regionOf(span, places), ...(text !== '' && { snippet: { text } }) },
  }
}

/** Longest part of the manuscript that a region quotes, in UTF-16 units. */
const longestSnippet = 300

function regionOf(span: Span, places: Places): object {
  const { start, end } = places.of(span)
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: span.start,
    charLength: Math.max(span.end - span.start, 0),
  }
}

/** A message without what SARIF would take for an embedded link, `[text](1)` (3.11.6). */
function plain(text: string): string {
  return text.replaceAll('](', ']\\(')
}
