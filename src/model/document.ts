import type { Block, Comment, Link, Metadata } from './block.ts'
import type { Citation } from './citation.ts'
import type { Quantity, Relation } from './quantity.ts'
import type { Reference, ReferenceList } from './reference.ts'
import type { Passage, SourceFile, Span, Trouble } from './source.ts'

export type SectionKind =
  | 'front'
  | 'abstract'
  | 'keywords'
  | 'introduction'
  | 'methods'
  | 'results'
  | 'discussion'
  | 'conclusion'
  | 'acknowledgements'
  | 'references'
  | 'body' // a headed section of no special kind

/** A run of blocks under one heading (or before the first). */
export interface Section {
  readonly kind: SectionKind
  readonly heading?: string
  readonly language: string
  /** half-open range of block indexes, the heading included */
  readonly first: number
  readonly end: number
  readonly span: Span
}

/** A library as a manuscript sees it. */
export interface Library {
  readonly path: string
  readonly list: ReferenceList
  readonly references: readonly Reference[]
}

/** A manuscript or a library, understood. The one model that rules read; frozen. */
export interface Document {
  readonly source: SourceFile
  readonly kind: 'manuscript' | 'library'
  /** language of most of the body, and all that occur in a section of their own: ISO 639-1 */
  readonly language: string
  readonly languages: readonly string[]
  readonly metadata: Metadata
  readonly title?: Passage
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
  /** language of each block, by index */
  readonly blockLanguages: readonly string[]
  readonly lists: readonly ReferenceList[]
  /** the entries of this file's own lists (a library: all of its entries) */
  readonly references: readonly Reference[]
  /** libraries that the manuscript reads; their findings stand under the library's own path */
  readonly libraries: readonly Library[]
  /** a named library that could not be read; no rule says "undefined" then */
  readonly missingLibraries: readonly string[]
  /** id of a reference to the id of the same work in a parallel list, both ways */
  readonly counterparts: Readonly<Record<string, string>>
  readonly citations: readonly Citation[]
  readonly links: readonly Link[]
  readonly comments: readonly Comment[]
  readonly quantities: readonly Quantity[]
  readonly relations: readonly Relation[]
  /** false for a pasted list or a library alone: no rule then says uncited, undefined or out of order */
  readonly hasBody: boolean
  readonly troubles: readonly Trouble[]
  /** what could not be looked at, and why */
  readonly unchecked: readonly Unchecked[]
}

export interface Unchecked {
  readonly what: string
  readonly why: string
}
