import type { Finding } from '../../model/finding.ts'
import type { FileReport, Report } from '../../model/report.ts'
import { grouped } from '../grouped.ts'
import { Places } from '../places.ts'
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
  const folded = foldedFindings(report)
  for (const file of report.files) {
    const lines = [...fileLines(file, folded, sheet, options.quiet ?? false)]
    if (lines.length > 0) yield `${lines.join('\n')}\n\n`
  }
  yield `${[...summaryLines(report, sheet.style, sheet.columns)].join('\n')}\n`
}

interface Folded {
  /** echoes by the fingerprint of their root cause */
  readonly under: ReadonlyMap<string, readonly Finding[]>
  readonly echoes: ReadonlySet<Finding>
}

/** Echoes whose root cause is printed. One whose root is suppressed or missing speaks for itself. */
function foldedFindings({ files }: Report): Folded {
  const all = files.flatMap(({ findings }) => findings).filter(({ suppressed }) => suppressed === undefined)
  const roots = new Set(all.filter(({ foldedInto }) => foldedInto === undefined).map(({ fingerprint }) => fingerprint))
  const echoes = all.filter(({ foldedInto }) => foldedInto !== undefined && roots.has(foldedInto))
  return { under: grouped(echoes, ({ foldedInto }) => foldedInto as string), echoes: new Set(echoes) }
}

function* fileLines(file: FileReport, folded: Folded, sheet: Sheet, quiet: boolean): Iterable<string> {
  const shown = file.findings.filter(
    (finding) =>
      finding.suppressed === undefined && !folded.echoes.has(finding) && (!quiet || finding.severity === 'error'),
  )
  if (shown.length === 0 && file.troubles.length === 0) return
  yield headLine(file, sheet)
  yield* troubleLines(file, sheet)
  for (const finding of shown) {
    yield ''
    yield* findingLines(finding, folded.under.get(finding.fingerprint) ?? [], sheet)
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
