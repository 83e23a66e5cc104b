import type { Severity } from '../model/finding.ts'
import type { Report } from '../model/report.ts'
import { digest } from '../text/digest.ts'
import { DiffPlaces } from './diff-places.ts'
import { foldedFindings } from './folded.ts'
import { safeJson } from './well-formed.ts'

/** https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
const severities: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', info: 'info' }

/** A code quality report of GitLab: one array. Fingerprints are of path and finding, never of the line. */
export function* toGitlab(report: Report): Iterable<string> {
  const places = new DiffPlaces(report)
  let before = '['
  for (const file of report.files) {
    for (const { ruleId, message, severity, span, fingerprint } of foldedFindings(file).standing) {
      const { start, end } = places.of(span)
      const issue = {
        description: message,
        check_name: ruleId,
        fingerprint: digest(`${span.path}\n${fingerprint}`),
        severity: severities[severity],
        location: { path: span.path, lines: { begin: start.line, end: end.line } },
      }
      yield `${before}\n${safeJson(issue)}`
      before = ','
    }
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}
