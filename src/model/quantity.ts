import type { Confidence, MessageData, Related, Severity } from './finding.ts'
import type { Span } from './source.ts'

export type QuantityKind =
  | 'count'
  | 'money'
  | 'percent'
  | 'points' // percentage points
  | 'ratio' // times, раза, 倍
  | 'share' // a fraction in words
  | 'measure' // a number with a unit, durations included
  | 'rank'
  | 'statistic' // t, F, χ², r, z, Q
  | 'probability' // a p value

/** What stands before a number or after it and says how it is meant. */
export type Hedge = 'about' | 'nearly' | 'over' | 'under' | 'at-least' | 'at-most'

/** A number of the text with what it counts. Values are in units of `unit`, magnitude words resolved. */
export interface Quantity {
  readonly id: string
  readonly text: string
  readonly kind: QuantityKind
  readonly value: number
  /** the interval that the printed digits stand for (24.3 is 24.25 to 24.35); of a range its two ends */
  readonly low: number
  readonly high: number
  readonly range?: boolean
  /** `USD`, `km`, `%`, `pp`, `x` (times), `USD/bbl`; empty for counts */
  readonly unit: string
  /** the power of ten of a magnitude word beside the digits: 9 for billion, млрд; 8 for 亿 */
  readonly magnitude?: number
  readonly hedge?: Hedge
  /** what is counted or measured, in the words of the text */
  readonly measure: string
  /** whose: the proper names beside it */
  readonly entity: string
  /** year, range of years or part of a year: `2020`, `2009/2014`, `2021 01-09`; empty where none is told */
  readonly period: string
  /** the source that the sentence names or cites */
  readonly source: string
  /** what the verb of its clause says of it */
  readonly direction?: 'up' | 'down'
  readonly span: Span
  readonly block: number
  /** index of its section in the document and of its sentence in the ledger */
  readonly section: number
  readonly sentence: number
  /** quantities of a table: its number, the row and column from 0 */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number }
}

/** An arithmetic relation between quantities that the text itself implies, or two places that tell the same quantity. */
export interface Relation {
  readonly kind: string
  readonly operands: readonly string[]
  readonly computation: string
  readonly holds: boolean
  /** of a relation that does not hold, or is worth a note: what a rule says of it */
  readonly problem?: Discrepancy
}

/** Which rule speaks, with which words, how sure, and of which places. */
export interface Discrepancy {
  /** file name of the rule below `rules/numbers/` */
  readonly rule: string
  readonly messageId: string
  readonly data: MessageData
  readonly severity?: Severity
  readonly confidence: Confidence
  readonly span: Span
  readonly related: readonly Related[]
  readonly about: string
  readonly ours: string
  readonly theirs: string
  readonly note?: string
}
