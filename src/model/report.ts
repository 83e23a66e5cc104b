import type { BlockKind } from './block.ts'
import type { Citation } from './citation.ts'
import type { SectionKind, Unchecked } from './document.ts'
import type { Finding } from './finding.ts'
import type { Quantity, Relation } from './quantity.ts'
import type { Reference, ReferenceList } from './reference.ts'
import type { SourceFile, Span, Trouble } from './source.ts'

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
  /** how the text is laid out; absent for libraries and for what could not be read */
  readonly outline?: Outline
  /** ids of the rules that were on for this file */
  readonly rules?: readonly string[]
  /** questions that were answered, by the word that their key begins with: `work`, `link`… */
  readonly answered?: Readonly<Record<string, number>>
}

/** A manuscript's shape without its words, for reports that show it. */
export interface Outline {
  readonly title?: string
  /** a section is its heading (empty where it has none), its kind and its place */
  readonly sections: readonly { readonly kind: SectionKind; readonly heading: string; readonly span: Span }[]
  readonly blocks: readonly OutlineBlock[]
}

export interface OutlineBlock {
  readonly kind: BlockKind
  readonly span: Span
  /** the words within the marks of the format */
  readonly text: Span
  readonly language: string
  readonly level?: number
  /** rows: which table of the document, and the cells */
  readonly table?: number
  readonly cells?: readonly Span[]
  readonly head?: boolean
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
