import type { Citation } from './citation.ts'
import type { Unchecked } from './document.ts'
import type { Finding } from './finding.ts'
import type { Quantity, Relation } from './quantity.ts'
import type { Reference, ReferenceList } from './reference.ts'
import type { SourceFile, Trouble } from './source.ts'

/** What is known of one file after the check. Plain data: it crosses threads and is what reporters print. */
export interface FileReport {
  readonly source: SourceFile
  readonly kind: 'manuscript' | 'library'
  readonly language: string
  readonly languages: readonly string[]
  readonly lists: readonly ReferenceList[]
  readonly references: readonly Reference[]
  /** reference id to the id of its counterpart in a parallel list */
  readonly counterparts: Readonly<Record<string, string>>
  readonly citations: readonly Citation[]
  readonly quantities: readonly Quantity[]
  readonly relations: readonly Relation[]
  readonly findings: readonly Finding[]
  readonly troubles: readonly Trouble[]
  readonly unchecked: readonly Unchecked[]
}

export interface Summary {
  readonly files: number
  readonly references: number
  readonly citations: number
  readonly quantities: number
  readonly relations: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly suppressed: number
  readonly unchecked: number
}

export interface Report {
  readonly tool: { readonly name: string; readonly version: string }
  readonly files: readonly FileReport[]
  readonly summary: Summary
  /** the run was stopped before all files were checked */
  readonly incomplete?: boolean
}
