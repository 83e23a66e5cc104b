import type { Finding, Severity } from '../model/finding.ts'
import type { FileReport, Summary } from '../model/report.ts'

/** Counts of a run. Suppressed findings and echoes folded under a root cause are counted apart from the rest. */
export function summarize(files: readonly FileReport[]): Summary {
  const findings = files.flatMap((file) => file.findings)
  const shown = findings.filter(isCounted)
  const count = (severity: Severity): number => shown.filter((finding) => finding.severity === severity).length
  const sum = (size: (file: FileReport) => number): number => files.reduce((total, file) => total + size(file), 0)
  return {
    files: files.length,
    references: sum((file) => file.references.length),
    citations: sum((file) => file.citations.length),
    quantities: sum((file) => file.quantities.length),
    relations: sum((file) => file.relations.length),
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    suppressed: findings.filter((finding) => finding.suppressed !== undefined).length,
    unchecked: sum((file) => file.unchecked.length),
  }
}

/** A finding that stands for itself: neither suppressed nor the echo of a root cause. */
export function isCounted(finding: Finding): boolean {
  return finding.suppressed === undefined && finding.foldedInto === undefined
}
