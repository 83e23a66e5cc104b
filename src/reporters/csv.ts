import type { Finding } from '../model/finding.ts'
import type { FileReport, Report } from '../model/report.ts'
import { foldedFindings, worstFirst } from './folded.ts'
import { evidenceText } from './github.ts'
import { pageNames } from './page-names.ts'
import { Places } from './places.ts'
import { harmless } from './terminal/glyphs.ts'
import { uncheckedPhrases } from './terminal/unchecked.ts'
import { titleOf } from './title.ts'

type Cell = string | number

const FINDING_COLUMNS = [
  ...['path', 'line', 'column', 'severity', 'confidence', 'rule', 'message', 'text', 'evidence', 'to do', 'repair'],
  ...['fingerprint', 'state'],
]
const FILE_COLUMNS = [
  ...['path', 'title', 'language', 'references', 'citations', 'errors', 'warnings', 'infos', 'suppressed'],
  ...['worst finding', 'not read', 'not checked', 'findings in'],
]

/**
 * All findings, a row each, as RFC 4180 asks for. The byte order mark makes spreadsheets read it as UTF-8; a cell that a
 * spreadsheet would compute begins with an apostrophe.
 */
export function* toCsv(report: Report): Iterable<string> {
  const places = new Places(report)
  yield `\ufeff${row(FINDING_COLUMNS)}`
  for (const file of report.files) yield* findingRows(file, places)
}

/** A table of the manuscripts (`index.csv`) and one with the findings of each. */
export function* toCsvPages(report: Report): Iterable<readonly [name: string, text: Iterable<string>]> {
  const places = new Places(report)
  const names = pageNames(report.files, '.csv')
  yield ['index.csv', indexRows(report, names)]
  for (const [index, file] of report.files.entries()) {
    yield [names[index] as string, [`\ufeff${row(FINDING_COLUMNS)}`, ...findingRows(file, places)]]
  }
}

function* indexRows({ files }: Report, names: readonly string[]): Iterable<string> {
  yield `\ufeff${row(FILE_COLUMNS)}`
  for (const [index, file] of files.entries()) {
    const { standing } = foldedFindings(file)
    const count = (severity: Finding['severity']): number => standing.filter((one) => one.severity === severity).length
    yield row([
      file.source.path,
      titleOf(file),
      file.language,
      file.references.length,
      file.citations.length,
      count('error'),
      count('warning'),
      count('info'),
      file.findings.filter(({ suppressed }) => suppressed !== undefined).length,
      worstFirst(standing)[0]?.message ?? '',
      file.troubles.map(({ message }) => message).join('; '),
      uncheckedPhrases([file]).join('; '),
      names[index] as string,
    ])
  }
}

function* findingRows(file: FileReport, places: Places): Iterable<string> {
  for (const finding of file.findings) {
    const { span, severity, confidence, ruleId, message, evidence = [], note = '', fixes = [], fingerprint } = finding
    const { line, column } = places.of(span).start
    yield row([
      span.path,
      line,
      column,
      severity,
      confidence,
      ruleId,
      message,
      (places.text(span.path) ?? '').slice(span.start, span.end),
      evidence.map(evidenceText).join('; '),
      note,
      fixes.map(({ title }) => title).join('; '),
      fingerprint,
      stateOf(finding),
    ])
  }
}

function stateOf({ suppressed, foldedInto }: Finding): string {
  if (suppressed !== undefined) return `suppressed: ${suppressed.reason}`
  return foldedInto === undefined ? '' : `explained by ${foldedInto}`
}

function row(cells: readonly Cell[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

/** What spreadsheets take for a formula or a command, also behind blanks and in full width (OWASP, CSV injection). */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@\t\r＝＋－＠|%]/u
const plainNumber = /^[+-]?\d{1,15}(?:\.\d{1,15})?$/

function cell(value: Cell): string {
  if (typeof value === 'number') return String(value)
  // line ends of the manuscript are kept apart from those of the table
  const text = value
    .split(/(\r\n|[\r\n\t])/)
    .map((part) => (/^[\r\n\t]/.test(part) ? part : harmless(part)))
    .join('')
  const tame = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$|^'/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame
}
