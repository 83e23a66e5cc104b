import type { Finding, Fix, Related, Severity } from '../model/finding.ts'
import type { Report } from '../model/report.ts'
import type { Span } from '../model/source.ts'
import { DiffPlaces } from './diff-places.ts'
import { foldedFindings } from './folded.ts'
import { evidenceText } from './github.ts'
import { safeJson } from './well-formed.ts'

/** https://github.com/reviewdog/reviewdog/tree/master/proto/rdf */
const severities: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' }

/** Reviewdog's Diagnostic Format: one object. Its columns count bytes of UTF-8. */
export function* toRdjson(report: Report): Iterable<string> {
  const places = new DiffPlaces(report)
  yield '{"source": {"name": "citelint"}, "diagnostics": ['
  let before = '\n'
  for (const file of report.files) {
    for (const finding of foldedFindings(file).standing) {
      yield before + safeJson(diagnosticOf(finding, places))
      before = ',\n'
    }
  }
  yield '\n]}\n'
}

function diagnosticOf(
  { message, span, severity, ruleId, evidence = [], note = '', ...rest }: Finding,
  places: DiffPlaces,
): object {
  const { related = [], fixes = [] } = rest
  const suggestions = fixes.flatMap((fix) => suggestionOf(fix, span, places))
  return {
    message: [message, ...related.map((one) => placeText(one, places)), ...evidence.map(evidenceText), note]
      .filter((line) => line !== '')
      .join('\n'),
    location: { path: span.path, range: places.inBytes(span) },
    severity: severities[severity],
    code: { value: ruleId },
    ...(suggestions.length > 0 && { suggestions }),
  }
}

/** Each suggestion is taken for itself: a repair of several edits would be done by halves. */
function suggestionOf({ edits }: Fix, { path }: Span, places: DiffPlaces): readonly object[] {
  const [edit] = edits
  if (edit === undefined || edits.length > 1 || edit.span.path !== path) return []
  return [{ range: places.inBytes(edit.span), text: edit.text }]
}

/** Older readers of the format know no related places: they are told in words. */
function placeText({ span, message }: Related, places: DiffPlaces): string {
  return `${span.path}:${places.of(span).start.line}: ${message}`
}
