import type { Finding } from '../model/finding.ts'
import type { FileReport } from '../model/report.ts'
import { grouped } from './grouped.ts'

export interface Folded {
  readonly standing: readonly Finding[]
  /** echoes by the fingerprint of their root cause */
  readonly under: ReadonlyMap<string, readonly Finding[]>
}

/**
 * The findings of a file that stand for themselves, and the echoes under their root causes. An echo whose root is suppressed
 * or missing speaks for itself; suppressed findings are left out.
 */
export function foldedFindings({ findings }: FileReport): Folded {
  const all = findings.filter(({ suppressed }) => suppressed === undefined)
  const roots = new Set(all.filter(({ foldedInto }) => foldedInto === undefined).map(({ fingerprint }) => fingerprint))
  const isEcho = ({ foldedInto }: Finding): boolean => foldedInto !== undefined && roots.has(foldedInto)
  return {
    standing: all.filter((finding) => !isEcho(finding)),
    under: grouped(all.filter(isEcho), ({ foldedInto }) => foldedInto as string),
  }
}

const weight = { error: 0, warning: 1, info: 2 } as const

/** Errors first; equals keep their order. */
export function worstFirst<Item extends { readonly severity: Finding['severity'] }>(
  findings: readonly Item[],
): readonly Item[] {
  return findings.toSorted((left, right) => weight[left.severity] - weight[right.severity])
}
