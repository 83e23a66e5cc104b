import type { CitationKind } from '../model/citation.ts'
import type { FoundName, Known } from './names.ts'

/** One block of prose to be searched. */
export interface Prose {
  readonly text: string
  readonly language: string
  readonly known: Known
  readonly numbered: boolean
  /** a table row, a heading: only what leaves no doubt counts */
  readonly strict: boolean
}

/** A draft while it is put together: parts that may be absent are set one by one, which is faster than spreading them. */
export type Making = { -readonly [Part in keyof Draft]: Draft[Part] }

/** A citation with offsets in its block's reading, before it is given spans. */
export interface Draft {
  readonly kind: CitationKind
  readonly from: number
  readonly to: number
  readonly group: readonly [number, number]
  readonly names?: readonly FoundName[]
  readonly etAl?: boolean
  readonly year?: number
  readonly suffix?: string
  readonly yearAt?: readonly [number, number]
  readonly numbers?: readonly number[]
  readonly locator?: string
  readonly prefix?: string
  readonly ibid?: boolean
  /** no comma between authors and year */
  readonly plain?: boolean
  /** a superscript */
  readonly raised?: boolean
  /** a number in round brackets: `strong` where form or place speak for a citation */
  readonly round?: 'strong' | 'weak'
  /** 0 to 1: below 0.6 it counts only where the document shows the same form elsewhere */
  readonly sure: number
}
