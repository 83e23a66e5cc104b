import type { Passage, Span, Trouble } from './source.ts'

/** The plain sequence of text blocks that every manuscript reader produces; all that follows knows no format. */
export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'item' // an item of a bulleted or numbered list
  | 'row' // a row of a table; `cells` holds its cells
  | 'caption'
  | 'note' // the text of a footnote or endnote
  | 'quote'
  | 'code'
  | 'math'
  | 'running' // running heads, page numbers and other furniture of the page
  | 'comment'

export interface Block {
  readonly kind: BlockKind
  readonly passage: Passage
  /** the whole block in the source, marks included */
  readonly span: Span
  /** headings: 1 to 6; items: depth of the list from 1 */
  readonly level?: number
  /** items, and paragraphs that begin with a typed list number */
  readonly marker?: Marker
  /** rows: which table of the document (from 0) and the cells */
  readonly table?: number
  readonly cells?: readonly Passage[]
  /** rows: the head row of its table */
  readonly head?: boolean
  /** notes: the label by which the text refers to it */
  readonly label?: string
}

/** The mark before an item: `-`, `12.`, `[12]`, `- 12.`; `number` is the number as typed. */
export interface Marker {
  readonly text: string
  readonly span: Span
  readonly number?: number
  /** where the typed number stands, when there is one */
  readonly numberSpan?: Span
  /** the source shows a bullet or nothing, where its neighbours show numbers */
  readonly bullet?: boolean
}

/** A citation that the markup itself declares: a pandoc key, a note mark, an identifier. */
export interface MarkedCitation {
  readonly kind: 'key' | 'note' | 'identifier'
  /** the key, the note's label, or the identifier */
  readonly key: string
  /** identifiers: `doi`, `pmid`, `pmcid`, `arxiv`, `isbn`, `url` */
  readonly scheme?: string
  /** the cited item with its `@` and without its group's brackets, prefix or locator */
  readonly span: Span
  /** the whole bracketed group, or the same as `span` */
  readonly group: Span
  readonly prefix?: string
  readonly locator?: string
  readonly suffix?: string
  readonly suppressAuthor?: boolean
  readonly narrative?: boolean
}

/** A comment in the manuscript's own syntax, without its delimiters. */
export interface Comment {
  readonly text: string
  readonly span: Span
}

/** What a front matter or the like says of the manuscript. */
export interface Metadata {
  readonly title?: Passage
  readonly authors?: readonly Passage[]
  readonly abstract?: Passage
  readonly language?: string
  readonly date?: string
  /** libraries that the manuscript names, as written */
  readonly bibliography: readonly { readonly path: string; readonly span: Span }[]
  /** keys of `nocite`; `*` is all of them */
  readonly nocite: readonly string[]
}

/** A link whose shown text and target are both in the source. */
export interface Link {
  readonly url: string
  readonly text: string
  readonly span: Span
  readonly textSpan: Span
  readonly urlSpan: Span
}

export interface ManuscriptParts {
  readonly kind: 'manuscript'
  readonly metadata: Metadata
  readonly blocks: readonly Block[]
  readonly marked: readonly MarkedCitation[]
  readonly links: readonly Link[]
  readonly comments: readonly Comment[]
  readonly troubles: readonly Trouble[]
}
