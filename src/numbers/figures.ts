import type { SectionKind } from '../model/document.ts'
import type { Hedge, Quantity } from '../model/quantity.ts'
import type { Passage, Span } from '../model/source.ts'
import { spanOf } from '../text/passage.ts'
import type { Content } from './content.ts'
import type { Found, YearMark } from './found.ts'
import type { Plain } from './plain.ts'
import type { Statistic } from './statistics/grammar.ts'

/** One text of the document: a paragraph, an item, a caption, a cell. */
export interface Line {
  readonly block: number
  readonly passage: Passage
  readonly plain: Plain
  readonly language: string
  readonly section: number
  readonly sectionKind: SectionKind
}

/** A sentence that holds figures, with what its detectors ask for. */
export interface SentenceText {
  readonly index: number
  readonly line: Line
  readonly start: number
  readonly end: number
  readonly figures: Figure[]
  readonly years: readonly YearMark[]
  readonly content: readonly Content[]
  readonly statistics: readonly PlacedStatistic[]
  readonly source: string
  /** it cites something, whatever it is called */
  readonly cites: boolean
}

export interface PlacedStatistic {
  readonly statistic: Statistic
  readonly id: string
  readonly pId: string
}

/** A quantity with its slots, while relations are sought. */
export interface Figure {
  readonly id: string
  readonly found: Found
  readonly line: Line
  /** offsets in the text of the line */
  readonly start: number
  readonly end: number
  readonly value: number
  readonly low: number
  readonly high: number
  readonly unit: string
  /** value and unit as one word */
  readonly key: string
  readonly kind: Quantity['kind']
  readonly dimension: string
  readonly hedge: Hedge | undefined
  readonly period: string
  /** the year is named in the same clause, not borrowed from the sentence before */
  readonly dated: boolean
  readonly source: string
  /** stems of what is counted: the words beside the number, each once; few, so that a list serves better than a set */
  readonly context: readonly string[]
  readonly sentence: number
  readonly text: string
}

/** The table number, row and column of a figure in a table, from 0. */
export interface CellFigure {
  readonly id: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly decimals: number
  readonly text: string
  readonly unit: string
  readonly span: Span
}

export function spanOfFigure({ line, start, end }: Figure): Span {
  return spanOf(line.passage, start, end)
}

/** A value in words of the finding: as printed. */
export function shown(figure: Figure): string {
  return figure.text
}
