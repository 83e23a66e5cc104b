import type { CslItem } from './csl.ts'
import type { Passage, Span, Trouble } from './source.ts'

/** Where a field of a reference was read: name of the CSL variable, its spans in the source, and how sure it is (0 to 1). */
export interface FieldReading {
  readonly field: string
  readonly text: string
  /** more than one where the entry was healed across a line or page; empty where the field is inferred */
  readonly segments: readonly Span[]
  readonly confidence: number
}

/** Identifiers in normal form (see text/identifiers). */
export interface Identifiers {
  readonly doi?: string
  readonly url?: string
  readonly isbn?: string
  readonly issn?: string
  readonly arxiv?: string
  readonly pmid?: string
  readonly pmcid?: string
}

/** One entry of a typed-out list or of a library. */
export interface Reference {
  /** `path#key` or `path#n`, unique in a report */
  readonly id: string
  /** id of its list; for libraries the path */
  readonly list: string
  /** what a reader would call it: the key, the typed number, or the position from 1 */
  readonly label: string
  /** libraries: the citation key */
  readonly key?: string
  /** lists: the number that is typed in the source */
  readonly number?: number
  /** position in its list, from 0 */
  readonly index: number
  /** exact source of the segments, one after the other */
  readonly raw: string
  /** the healed entry without its list marker */
  readonly passage: Passage
  /** hull of the entry in its file */
  readonly span: Span
  /** in order; more than one where the entry is broken */
  readonly segments: readonly Span[]
  /** the typed list marker or the library key */
  readonly labelSpan?: Span
  readonly csl: CslItem
  readonly fields: readonly FieldReading[]
  /** 0 to 1: how sure the reading as a whole is; libraries: 1 */
  readonly confidence: number
  readonly identifiers: Identifiers
  /** libraries: the fields as written */
  readonly written?: readonly WrittenField[]
  /** libraries: the entry type as written (`article`, `JOUR`…) */
  readonly entryType?: string
  readonly language: string
}

/** A field of a library entry as the author wrote it. */
export interface WrittenField {
  readonly name: string
  /** the value without its delimiters, TeX untouched */
  readonly value: string
  readonly span: Span
  readonly nameSpan: Span
}

export type ListKind = 'references' | 'further-reading' | 'library'

/** A list of references of a manuscript, or a library file. */
export interface ReferenceList {
  readonly id: string
  readonly heading?: string
  readonly headingSpan?: Span
  readonly kind: ListKind
  /** language of the heading, or of most entries */
  readonly language: string
  /** how entries are told apart */
  readonly numbering: 'typed' | 'automatic' | 'none'
  /** the list that repeats the same works (Литература / References) */
  readonly parallelTo?: string
  readonly span: Span
  /** the items as they stand in the source, before broken entries were joined */
  readonly items: readonly ListItem[]
  readonly references: readonly string[]
}

/** One item of a list as the source shows it: an entry, a part of one, or more than one. */
export interface ListItem {
  readonly span: Span
  readonly marker?: Span
  readonly number?: number
  /** the entry that this item belongs to */
  readonly reference: string
  /** this item continues the entry of the item before it, and why that is believed */
  readonly continues?: 'tail' | 'access-date' | 'no-start'
}

/** What a library reader produces. */
export interface LibraryParts {
  readonly kind: 'library'
  readonly entries: readonly LibraryEntry[]
  readonly comments: readonly { readonly text: string; readonly span: Span }[]
  readonly troubles: readonly Trouble[]
}

export interface LibraryEntry {
  readonly key: string
  readonly keySpan: Span
  readonly span: Span
  readonly entryType: string
  readonly fields: readonly WrittenField[]
  readonly csl: CslItem
  /** keys of entries that this one takes fields from (crossref, xdata) */
  readonly parents: readonly string[]
}
