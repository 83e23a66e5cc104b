import type { Finding } from '../../model/finding.ts'
import type { FileReport, Report } from '../../model/report.ts'
import { type Folded, foldedFindings, worstFirst } from '../folded.ts'
import { evidenceText } from '../github.ts'
import { Places } from '../places.ts'
import type { Safe } from '../tagged.ts'
import { counted, signs } from '../terminal/style.ts'
import { uncheckedPhrases } from '../terminal/unchecked.ts'
import { titleOf } from '../title.ts'
import { code, md, worded } from './tag.ts'

/** A report as Markdown for a pull request or a letter to the author, in chunks of whole lines. */
export function* toMarkdown(report: Report): Iterable<string> {
  const places = new Places(report)
  yield `# References and citations checked\n\n${verdictOf(report)}\n`
  for (const file of report.files) {
    const folded = foldedFindings(file)
    if (folded.standing.length === 0 && file.troubles.length === 0) continue
    yield `\n${headOf(file)}\n\n`
    for (const { message, fatal } of file.troubles) {
      yield `${md`- **${fatal === true ? 'Not read' : 'Reading'}**: ${message}`}\n`
    }
    for (const finding of worstFirst(folded.standing)) yield itemOf(finding, folded, places)
  }
  yield uncheckedPart(report)
}

/** The summary of a step in GitHub Actions: a table of the files, the worst findings, what was not checked. */
export function* toStepSummary(report: Report): Iterable<string> {
  const places = new Places(report)
  yield `## citelint\n\n${verdictOf(report)}\n\n`
  yield '| file | errors | warnings | infos | worst |\n|---|---:|---:|---:|---|\n'
  let rows = 0
  const worst: { readonly severity: Finding['severity']; readonly item: string }[] = []
  for (const file of report.files) {
    const folded = foldedFindings(file)
    if (folded.standing.length === 0 && file.troubles.length === 0) continue
    rows += 1
    if (rows <= mostRows) yield rowOf(file, folded)
    for (const finding of worstFirst(folded.standing).slice(0, mostFindings)) {
      worst.push({ severity: finding.severity, item: itemOf(finding, folded, places, true) })
    }
  }
  if (rows > mostRows) yield `\n${rows - mostRows} more files are in the whole report.\n`
  if (worst.length > 0) yield '\n### Findings\n\n'
  for (const { item } of worstFirst(worst).slice(0, mostFindings)) yield item
  const { errors, warnings, infos } = report.summary
  const more = errors + warnings + infos - mostFindings
  if (more > 0) yield `\n${more} more are in the whole report.\n`
  yield uncheckedPart(report)
}

/** GitHub refuses a summary above 1 MiB: these keep it far below. */
const mostRows = 300
const mostFindings = 100

/** Longest excerpt of the manuscript, in UTF-16 units. */
const longestExcerpt = 160

function verdictOf({ summary, files, incomplete }: Report): string {
  const { errors, warnings, infos, suppressed, references, citations } = summary
  const found = [
    ...(errors > 0 ? [`**${counted(errors, 'error')}**`] : []),
    ...(warnings > 0 ? [`**${counted(warnings, 'warning')}**`] : []),
    ...(infos > 0 ? [`${infos} info`] : []),
  ]
  const unread = files.filter(({ troubles }) => troubles.some(({ fatal }) => fatal === true)).length
  const said = found.length > 0 ? found.join(', ') : 'Nothing found in what was read'
  const read = `${counted(summary.files, 'file')}, ${counted(references, 'reference')}, ${counted(citations, 'citation')}`
  return [
    `${said} (${read}).`,
    ...(suppressed > 0 ? [`${suppressed} suppressed.`] : []),
    ...(unread > 0 ? [`${counted(unread, 'file')} could not be read in full.`] : []),
    ...(incomplete === true ? ['The run was stopped before all files were checked.'] : []),
  ].join(' ')
}

function headOf(file: FileReport): Safe<'markdown'> {
  const { source } = file
  const title = titleOf(file)
  return title === '' ? md`## ${code(source.path)}` : md`## ${title}\n\n${code(source.path)}`
}

/** One finding as an item of a list; `named` where no heading says its file. */
function itemOf(finding: Finding, { under }: Folded, places: Places, named = false): string {
  const { severity, message, span, ruleId, confidence, evidence = [], note = '', related = [], fixes = [] } = finding
  const { line } = places.of(span).start
  const doubt = confidence === 'certain' ? '' : `, ${confidence}`
  const excerpt = excerptOf(span, places)
  const echoes = under.get(finding.fingerprint) ?? []
  const lines = [
    md`- ${signs[severity]} **${severity}**, ${named && md`${code(span.path)}, `}line ${line}: ${worded(message)} (${code(ruleId)}${doubt})`,
    ...(excerpt === '' ? [] : [md`  - in the text: ${code(excerpt)}`]),
    ...related.slice(0, 8).map((one) => {
      const where = one.span.path === span.path ? '' : md`${code(one.span.path)}, `
      return md`  - line ${places.of(one.span).start.line}, ${where}${worded(one.message)}: ${code(excerptOf(one.span, places))}`
    }),
    ...evidence.map((piece) => md`  - ${evidenceText(piece)}`),
    ...(note === '' ? [] : [md`  - to do: ${worded(note)}`]),
    ...fixes.map(
      ({ title, safety }) => md`  - repair: ${worded(title)}${safety === 'safe' ? '' : ' (to be confirmed)'}`,
    ),
    ...(echoes.length === 0 ? [] : [md`  - explains ${counted(echoes.length, 'more finding')}`]),
  ]
  return `${lines.join('\n')}\n`
}

function excerptOf({ path, start, end }: Finding['span'], places: Places): string {
  const text = (places.text(path) ?? '').slice(start, Math.min(end, start + longestExcerpt)).trim()
  return end - start > longestExcerpt ? `${text}…` : text
}

function rowOf({ source, troubles }: FileReport, { standing }: Folded): string {
  const count = (severity: Finding['severity']): number => standing.filter((one) => one.severity === severity).length
  const worst = troubles.find(({ fatal }) => fatal === true)?.message ?? worstFirst(standing)[0]?.message ?? ''
  return `${md`| ${code(source.path)} | ${count('error')} | ${count('warning')} | ${count('info')} | ${worded(worst)} |`}\n`
}

function uncheckedPart({ files }: Report): string {
  const phrases = uncheckedPhrases(files)
  if (phrases.length === 0) return ''
  return `\n## Not checked\n\n${phrases.map((phrase) => md`- ${phrase}`).join('\n')}\n`
}
