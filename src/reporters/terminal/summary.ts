import type { FileReport, Report } from '../../model/report.ts'
import { harmless } from './glyphs.ts'
import { counted, type Style, signs } from './style.ts'
import { uncheckedPhrases } from './unchecked.ts'
import { wrap } from './wrap.ts'

/** The end of a report: what was read, what was found, and always what was not checked. */
export function* summaryLines(report: Report, style: Style, columns: number): Iterable<string> {
  const { files, references, citations, quantities, relations } = report.summary
  const read = [
    counted(files, 'file'),
    counted(references, 'reference'),
    counted(citations, 'citation'),
    ...(quantities > 0 ? [counted(quantities, 'number')] : []),
    ...(relations > 0 ? [counted(relations, 'relation between numbers', 'relations between numbers')] : []),
  ]
  yield style.quiet('─'.repeat(Math.min(columns, 60)))
  yield read.join(', ')
  yield verdict(report, style)
  yield* uncheckedLines(report, style, columns)
}

/** Never says that all is well where something was not read, not reached or not looked at. */
function verdict(report: Report, style: Style): string {
  const { errors, warnings, infos, suppressed } = report.summary
  const counts = [
    ...(errors > 0 ? [style.severity.error(`${signs.error} ${counted(errors, 'error')}`)] : []),
    ...(warnings > 0 ? [style.severity.warning(`${signs.warning} ${counted(warnings, 'warning')}`)] : []),
    ...(infos > 0 ? [style.severity.info(`${signs.info} ${infos} info`)] : []),
  ]
  const folded = report.files.reduce((sum, file) => sum + file.findings.filter(isEcho).length, 0)
  const aside = [
    ...(folded > 0 ? [`${folded} folded under their cause`] : []),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
  ]
  const tail = aside.length > 0 ? `  ${style.quiet(`(${aside.join(', ')})`)}` : ''
  const limits = limitsOf(report)
  if (counts.length > 0) return counts.join('  ') + tail + (limits === '' ? '' : `\n${style.doubtful(`! ${limits}`)}`)
  if (report.files.length === 0) return style.doubtful('! Nothing was checked: there was no file to read')
  if (limits !== '') return style.doubtful(`! Nothing found in what was read, but ${limits}`) + tail
  if (hasUnchecked(report)) return `${style.fine('✔ Nothing found in what was checked')}${tail}`
  return `${style.fine('✔ Nothing found')}${tail}`
}

function isEcho({ foldedInto, suppressed }: FileReport['findings'][number]): boolean {
  return foldedInto !== undefined && suppressed === undefined
}

function limitsOf(report: Report): string {
  const unread = report.files.filter(({ troubles }) => troubles.some(({ fatal }) => fatal === true)).length
  const doubtful = report.files.filter(({ troubles }) => troubles.length > 0).length - unread
  return [
    ...(report.incomplete === true ? ['the run was stopped before all files were checked'] : []),
    ...(unread > 0 ? [`${counted(unread, 'file')} could not be read in full`] : []),
    ...(doubtful > 0 ? [`${counted(doubtful, 'file')} had trouble in reading`] : []),
  ].join('; ')
}

function hasUnchecked({ files, summary }: Report): boolean {
  return summary.unchecked > 0 || files.some(({ unchecked }) => unchecked.length > 0)
}

function* uncheckedLines(report: Report, style: Style, columns: number): Iterable<string> {
  const unchecked = uncheckedPhrases(report.files)
  if (unchecked.length === 0) {
    yield hasUnchecked(report)
      ? style.doubtful(`Not checked: ${report.summary.unchecked}`)
      : 'Not checked: nothing that a rule of this run asks for'
    return
  }
  yield style.doubtful('Not checked')
  for (const line of unchecked) {
    const [head = '', ...rest] = wrap(harmless(line), columns - 4)
    yield `  ${head}`
    for (const part of rest) yield `    ${part}`
  }
}
