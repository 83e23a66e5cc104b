import type { FileReport, Report } from '../../model/report.ts'
import { foldedFindings } from '../folded.ts'
import { Places } from '../places.ts'
import { noCommand } from '../workflow.ts'
import { findingLines, placeOf, type Sheet } from './finding.ts'
import { harmless } from './glyphs.ts'
import { counted, styleOf } from './style.ts'
import { summaryLines } from './summary.ts'
import { wrap } from './wrap.ts'

export interface TerminalOptions {
  readonly color?: boolean
  /** width of the terminal in cells; default 100 */
  readonly columns?: number
  /** only errors are printed; the summary still counts everything */
  readonly quiet?: boolean
}

/** A report for people, in chunks of whole lines. Text of the manuscript cannot move the cursor or hide itself. */
export function* toTerminal(report: Report, options: TerminalOptions = {}): Iterable<string> {
  const sheet: Sheet = {
    places: new Places(report),
    style: styleOf(options.color ?? false),
    columns: Math.max(options.columns ?? 100, 40),
  }
  for (const file of report.files) {
    const lines = [...fileLines(file, sheet, options.quiet ?? false)]
    if (lines.length > 0) yield `${lines.map(noCommand).join('\n')}\n\n`
  }
  yield `${[...summaryLines(report, sheet.style, sheet.columns)].map(noCommand).join('\n')}\n`
}

function* fileLines(file: FileReport, sheet: Sheet, quiet: boolean): Iterable<string> {
  const { standing, under } = foldedFindings(file)
  const shown = standing.filter(({ severity }) => !quiet || severity === 'error')
  if (shown.length === 0 && file.troubles.length === 0) return
  yield headLine(file, sheet)
  yield* troubleLines(file, sheet)
  for (const finding of shown) {
    yield ''
    yield* findingLines(finding, under.get(finding.fingerprint) ?? [], sheet)
  }
}

function headLine({ source, languages, language, references, citations }: FileReport, { style }: Sheet): string {
  const facts = [
    source.format,
    (languages.length > 0 ? languages : [language]).filter((code) => code !== 'und').join(' '),
    counted(references.length, 'reference'),
    ...(citations.length > 0 ? [counted(citations.length, 'citation')] : []),
  ].filter((fact) => fact !== '')
  return `${style.path(harmless(source.path))}  ${style.quiet(harmless(facts.join(' · ')))}`
}

function* troubleLines({ troubles }: FileReport, { places, style, columns }: Sheet): Iterable<string> {
  for (const { message, span, fatal, code } of troubles) {
    const where = span === undefined ? '' : `${placeOf(span, places)}  `
    const [head = '', ...rest] = wrap(harmless(message), columns - 14)
    yield `  ${(fatal === true ? style.severity.error : style.doubtful)(fatal === true ? '! not read' : '! reading ')}  ${head}`
    for (const line of rest) yield `              ${line}`
    yield `              ${where}${style.quiet(harmless(code))}`
  }
}
