import type { Evidence, Finding, Severity } from '../model/finding.ts'
import type { Report } from '../model/report.ts'
import { DiffPlaces } from './diff-places.ts'
import { foldedFindings, worstFirst } from './folded.ts'
import { wellFormed } from './well-formed.ts'
import { commandMessage, commandProperty } from './workflow.ts'

/** https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions */
const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/**
 * Annotations of GitHub Actions, one a line, errors first: GitHub shows only the first ten of each kind that a step prints.
 */
export function* toGithub(report: Report, { quiet = false }: { readonly quiet?: boolean } = {}): Iterable<string> {
  const places = new DiffPlaces(report)
  const told: { readonly severity: Severity; readonly line: string }[] = []
  for (const file of report.files) {
    for (const { message, code, fatal } of file.troubles) {
      if (fatal !== true) continue
      const line = command('error', { file: file.source.path, title: `citelint ${code}` }, message)
      told.push({ severity: 'error', line })
    }
    for (const finding of foldedFindings(file).standing) {
      told.push({ severity: finding.severity, line: annotation(finding, places) })
    }
  }
  for (const { severity, line } of worstFirst(told)) if (!quiet || severity === 'error') yield line
}

function annotation(finding: Finding, places: DiffPlaces): string {
  const { start, end } = places.of(finding.span)
  // columns count only where both ends are on one line
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {}
  const where = { file: finding.span.path, line: start.line, endLine: end.line, ...columns }
  return command(commands[finding.severity], { ...where, title: `citelint ${finding.ruleId}` }, textOf(finding))
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const told = Object.entries(properties).map(([key, value]) => `${key}=${commandProperty(wellFormed(String(value)))}`)
  return `::${name} ${told.join(',')}::${commandMessage(wellFormed(message))}\n`
}

function textOf({ message, evidence = [], note = '', fixes = [] }: Finding): string {
  return [message, ...evidence.map(evidenceText), note, ...fixes.map(({ title }) => `Repair: ${title}`)]
    .filter((line) => line !== '')
    .join('\n')
}

/** Evidence in a sentence: `year: here 2014, there 2013 (the list)`. */
export function evidenceText({ about, ours, theirs, source, asOf, url, computation }: Evidence): string {
  const origin = [source, asOf, url].filter((part) => part !== undefined && part !== '').join(', ')
  const values = [ours !== '' && `here ${ours}`, theirs !== '' && `there ${theirs}`].filter((part) => part !== false)
  const told = values.join(', ') + (origin === '' ? '' : `${values.length > 0 ? ' ' : ''}(${origin})`)
  const line = about === '' ? told : `${about}: ${told}`
  return computation === undefined || computation === '' ? line : `${line}; ${computation}`
}
