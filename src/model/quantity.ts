import type { Span } from './source.ts'

/** A number of the text with what it counts. Values are in units of `unit`, magnitude words resolved. */
export interface Quantity {
  readonly id: string
  readonly text: string
  readonly value: number
  /** the interval that the printed digits stand for (24.3 is 24.25 to 24.35) */
  readonly low: number
  readonly high: number
  readonly unit: string
  readonly measure: string
  readonly period: string
  readonly span: Span
  readonly block: number
}

/** An arithmetic relation between quantities that the text itself implies. */
export interface Relation {
  readonly kind: string
  readonly operands: readonly string[]
  readonly computation: string
  readonly holds: boolean
}
