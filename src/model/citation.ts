import type { Span } from './source.ts'

export type CitationKind = 'key' | 'narrative' | 'parenthetical' | 'numeric' | 'note' | 'identifier'

/** What the text says of the cited work; which fields are there depends on the kind. */
export interface Cited {
  readonly key?: string
  readonly scheme?: string
  /** numeric: every number that is meant, ranges written out */
  readonly numbers?: readonly number[]
  /** author-year: surnames as printed, in order */
  readonly names?: readonly CitedName[]
  readonly year?: number
  /** the letter of `2019a` */
  readonly suffix?: string
  readonly etAl?: boolean
  readonly locator?: string
  readonly prefix?: string
  /** "there", "ibid.": the same work as the citation before */
  readonly ibid?: boolean
}

export interface CitedName {
  readonly family: string
  readonly given?: string
  readonly span: Span
}

/** A citation as found in the text, not yet linked. One for each cited item of a group. */
export interface CitationSite {
  readonly kind: CitationKind
  readonly text: string
  readonly span: Span
  readonly group: Span
  readonly cited: Cited
  /** where year and numbers stand, for findings that point at them */
  readonly yearSpan?: Span
  /** index of the block it stands in */
  readonly block: number
}

/** How a citation was linked to an entry. */
export interface CitationLink {
  readonly reference: string
  readonly reason: 'key' | 'number' | 'name-year' | 'identifier' | 'note' | 'ibid' | 'near'
  /** 0 to 1 */
  readonly probability: number
  /** what does not agree though the work is meant */
  readonly differs?: readonly ('year' | 'author' | 'suffix' | 'coauthor')[]
}

export interface Citation extends CitationSite {
  readonly id: string
  readonly links: readonly CitationLink[]
  /** ids of the linked references of the first list that holds them */
  readonly targets: readonly string[]
}
