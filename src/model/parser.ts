import type { CslItem } from './csl.ts'

/** A field as read from one reference string; offsets are UTF-16 units of that string. */
export interface ParsedField {
  readonly field: string
  readonly start: number
  readonly end: number
  /** 0 to 1, calibrated: of the fields said to be 0.9, nine in ten are right */
  readonly confidence: number
}

export interface ParsedReference {
  /** without an id of meaning: `id` is `''` */
  readonly csl: CslItem
  readonly fields: readonly ParsedField[]
  readonly confidence: number
  /** ISO 639-1 of the entry's own language */
  readonly language: string
}

/** Reads one typed-out reference, of any style and script, without its list marker. */
export interface ReferenceParser {
  /** null where the text is no reference; never throws */
  parse(text: string): ParsedReference | null
}

/** A token of a reference and the label that it was given. */
export interface LabelledToken {
  readonly text: string
  readonly start: number
  readonly end: number
  /** the field it was taken for; null outside of every field */
  readonly label: string | null
  /** 0 to 1: how probable the label is for this token, as the model has it, not calibrated */
  readonly confidence: number
}

/** How a reference came to be read as it was. */
export interface ExplainedReference {
  readonly tokens: readonly LabelledToken[]
  /** what became of the labels; null where the text is no reference */
  readonly parsed: ParsedReference | null
}

/** A parser that shows its work. */
export interface ExplainingParser extends ReferenceParser {
  /** no tokens where the text is too short, too long or holds no letter */
  explain(text: string): ExplainedReference
}

/** A file of what a parser has learnt: puts the bytes from `at` on into `into` and says how many there were. */
export type ModelFile = (into: Uint8Array, at: number) => number
