import type { Finding, Severity } from '../model/finding.ts'
import type { FileReport, Summary } from '../model/report.ts'

/** Counts of a run. Suppressed findings and echoes folded under a root cause are counted apart from the rest. */
export function summarize(files: Iterable<FileReport>): Summary {
  const sum = {
    ...{ files: 0, references: 0, citations: 0, quantities: 0, relations: 0 },
    ...{ errors: 0, warnings: 0, infos: 0, suppressed: 0, unchecked: 0 },
  }
  for (const file of files) {
    sum.files += 1
    sum.references += file.references.length
    sum.citations += file.citations.length
    sum.quantities += file.quantities.length
    sum.relations += file.relations.length
    sum.unchecked += file.unchecked.length
    for (const finding of file.findings) {
      if (finding.suppressed !== undefined) sum.suppressed += 1
      if (isCounted(finding)) sum[PLURAL[finding.severity]] += 1
    }
  }
  return sum
}

const PLURAL = { error: 'errors', warning: 'warnings', info: 'infos' } as const satisfies Record<Severity, string>

/** A finding that stands for itself: neither suppressed nor the echo of a root cause. */
export function isCounted(finding: Finding): boolean {
  return finding.suppressed === undefined && finding.foldedInto === undefined
}
