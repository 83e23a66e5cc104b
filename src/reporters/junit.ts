import type { Finding } from '../model/finding.ts'
import type { FileReport, Report } from '../model/report.ts'
import { foldedFindings } from './folded.ts'
import { evidenceText } from './github.ts'
import { Places } from './places.ts'
import { type Safe, type Tag, tagOf } from './tagged.ts'
import { harmless } from './terminal/glyphs.ts'
import { uncheckedPhrases } from './terminal/unchecked.ts'

/** XML 1.0, in which most controls cannot stand even as references: they are shown as `\x1b`. */
const xml: Tag<'xml'> = tagOf('xml', (text) =>
  text
    .split(/([\t\n])/)
    .map((part) => (part === '\t' || part === '\n' ? part : harmless(part)))
    .join('')
    .replace(/[&<>"'\t\n]/g, (sign) => `&#${sign.charCodeAt(0)};`),
)

/**
 * JUnit XML: a suite for each file, a case for each finding. Errors and warnings fail, infos pass with their words, what
 * could not be read is an error of the run, what could not be checked is skipped.
 */
export function* toJunit(report: Report): Iterable<string> {
  const places = new Places(report)
  const suites = report.files.map((file) => ({ file, cases: [...casesOf(file, places)] }))
  const all = suites.flatMap(({ cases }) => cases)
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${xml`<testsuites name="citelint"${countsOf(all)}>`}\n`
  for (const { file, cases } of suites) {
    yield `${xml`<testsuite name="${file.source.path}" time="0"${countsOf(cases)}>`}\n`
    for (const { body } of cases) yield `${body}\n`
    yield '</testsuite>\n'
  }
  yield '</testsuites>\n'
}

type Outcome = 'passed' | 'failure' | 'error' | 'skipped'

interface Case {
  readonly outcome: Outcome
  readonly body: Safe<'xml'>
}

function countsOf(cases: readonly Case[]): Safe<'xml'> {
  const count = (wanted: Outcome): number => cases.filter(({ outcome }) => outcome === wanted).length
  return xml` tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`
}

function* casesOf(file: FileReport, places: Places): Iterable<Case> {
  const { path } = file.source
  for (const { code, message, fatal } of file.troubles) {
    if (fatal !== true) continue
    const body = xml`<testcase classname="${path}" name="${code}" time="0"><error type="${code}" message="${message}"/></testcase>`
    yield { outcome: 'error', body }
  }
  for (const finding of foldedFindings(file).standing) yield findingCase(finding, path, places)
  for (const phrase of uncheckedPhrases([file])) {
    const body = xml`<testcase classname="${path}" name="not checked" time="0"><skipped message="${phrase}"/></testcase>`
    yield { outcome: 'skipped', body }
  }
  if (file.findings.length > 0 || file.troubles.some(({ fatal }) => fatal === true)) return
  yield { outcome: 'passed', body: xml`<testcase classname="${path}" name="citelint" time="0"/>` }
}

function findingCase(finding: Finding, path: string, places: Places): Case {
  const { ruleId, message, severity, span, evidence = [], note = '' } = finding
  const { line, column } = places.of(span).start
  const name = `${ruleId} (${line}:${column})`
  const details = [`${path}:${line}:${column}`, message, ...evidence.map(evidenceText), note]
    .filter((part) => part !== '')
    .join('\n')
  const inner =
    severity === 'info'
      ? xml`<system-out>${details}</system-out>`
      : xml`<failure type="${severity}" message="${message}">${details}</failure>`
  return {
    outcome: severity === 'info' ? 'passed' : 'failure',
    body: xml`<testcase classname="${path}" name="${name}" time="0">${inner}</testcase>`,
  }
}
