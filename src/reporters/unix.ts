import type { Report } from '../model/report.ts'
import { foldedFindings } from './folded.ts'
import { Places } from './places.ts'
import { harmless } from './terminal/glyphs.ts'
import { noCommand } from './workflow.ts'

/** One finding a line: `path:line:column: message [severity/rule]`, as compilers print it and editors read it. */
export function* toUnix(report: Report, { quiet = false }: { readonly quiet?: boolean } = {}): Iterable<string> {
  const places = new Places(report)
  for (const file of report.files) {
    for (const { span, message, severity, ruleId } of foldedFindings(file).standing) {
      if (quiet && severity !== 'error') continue
      const { line, column } = places.of(span).start
      yield `${noCommand(harmless(`${span.path}:${line}:${column}: ${message} [${severity}/${ruleId}]`))}\n`
    }
    for (const { message, code, span, fatal } of file.troubles) {
      if (quiet && fatal !== true) continue
      const { line, column } = span === undefined ? { line: 1, column: 1 } : places.of(span).start
      const level = fatal === true ? 'error' : 'warning'
      yield `${noCommand(harmless(`${file.source.path}:${line}:${column}: ${message} [${level}/${code}]`))}\n`
    }
  }
}
