/** What the scan of a BibTeX file finds. All offsets are UTF-16 units of the file; nothing is interpreted. */

export interface Range {
  readonly start: number
  readonly end: number
}

/** One part of a value: `{…}` and `"…"` without their delimiters, or a bare word (a macro or a number). */
export interface ValuePart extends Range {
  readonly kind: 'braced' | 'quoted' | 'bare'
}

export interface RawField {
  readonly name: Range
  /** empty where the value is missing */
  readonly parts: readonly ValuePart[]
}

export interface RawEntry extends Range {
  /** `article`, `string`, `preamble`… as written, without `@` */
  readonly type: Range
  readonly key: Range
  readonly fields: readonly RawField[]
}

export interface Damage extends Range {
  readonly code: string
  readonly message: string
}

export interface Scan {
  readonly entries: readonly RawEntry[]
  /** `@string` definitions, each with its fields */
  readonly strings: readonly RawEntry[]
  /** insides of `@comment{…}` and of `% …` lines */
  readonly comments: readonly Range[]
  readonly damages: readonly Damage[]
}
