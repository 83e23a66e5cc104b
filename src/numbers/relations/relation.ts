import type { Confidence, MessageData, Severity } from '../../model/finding.ts'
import type { Relation } from '../../model/quantity.ts'
import type { Span } from '../../model/source.ts'
import { type Figure, spanOfFigure } from '../figures.ts'
import { clean } from '../found.ts'

/** What a check says when its relation does not hold. */
export interface Saying {
  readonly rule: string
  readonly messageId: string
  readonly data?: MessageData
  readonly severity?: Severity
  readonly confidence?: Confidence
  readonly about: string
  /** what the text says, and what the computation gives */
  readonly ours: string
  readonly theirs: string
  readonly note?: string
  /** the place; default the last operand */
  readonly at?: Figure | Span
}

/** A relation of figures; `saying` where a rule has something to say of it. */
export function relate(
  kind: string,
  figures: readonly Figure[],
  computation: string,
  holds: boolean,
  saying?: Saying,
): Relation {
  const operands = figures.map(({ id }) => id)
  if (saying === undefined) return { kind, operands, computation, holds }
  const place = saying.at ?? figures.at(-1)
  const span = place === undefined || 'path' in place ? place : spanOfFigure(place)
  if (span === undefined) return { kind, operands, computation, holds }
  const related = figures
    .filter((figure) => figure !== place)
    .map((figure) => ({ span: spanOfFigure(figure), message: figure.text }))
  return {
    kind,
    operands,
    computation,
    holds,
    problem: {
      rule: saying.rule,
      messageId: saying.messageId,
      data: saying.data ?? {},
      ...(saying.severity === undefined ? {} : { severity: saying.severity }),
      confidence: saying.confidence ?? 'certain',
      span,
      related,
      about: saying.about,
      ours: saying.ours,
      theirs: saying.theirs,
      ...(saying.note === undefined ? {} : { note: saying.note }),
    },
  }
}

/** A number as a computation shows it: four significant digits, more where it has them before the point. */
export function brief(value: number): string {
  if (!Number.isFinite(value)) return '∞'
  const size = Math.abs(value)
  if (size >= 1e6) return grouped(value)
  if (size >= 1000 || Number.isInteger(value)) return String(clean(Number(value.toFixed(2))))
  return String(Number(value.toPrecision(4)))
}

function grouped(value: number): string {
  for (const [power, word] of [
    [12, 'trillion'],
    [9, 'billion'],
    [6, 'million'],
  ] as const) {
    if (Math.abs(value) >= 10 ** power) return `${Number((value / 10 ** power).toPrecision(6))} ${word}`
  }
  return String(value)
}

/** `12.3` or `12.3 to 12.9`: an interval, both ends rounded alike. */
export function between(low: number, high: number, decimals = 1): string {
  const from = low.toFixed(decimals)
  const to = high.toFixed(decimals)
  return from === to ? from : `${from} to ${to}`
}

export function overlap(low: number, high: number, from: number, to: number): boolean {
  const slack = 1e-9 * Math.max(size(low), size(high), size(from), size(to))
  return low <= to + slack && high >= from - slack
}

function size(value: number): number {
  return Number.isFinite(value) ? Math.abs(value) : 0
}

/** The interval of a figure with its hedge: `about` and `nearly` widen it, `over` and `under` open it. */
export function meant(figure: Figure, about = 0.06): readonly [number, number] {
  const { low, high, hedge, value } = figure
  if (hedge === 'about') return [Math.min(low, value * (1 - about)), Math.max(high, value * (1 + about))]
  if (hedge === 'nearly') return [Math.min(low, value * (1 - 2 * about)), high]
  if (hedge === 'over' || hedge === 'at-least') return [value, Number.POSITIVE_INFINITY]
  if (hedge === 'under' || hedge === 'at-most') return [Number.NEGATIVE_INFINITY, value]
  return [low, high]
}

/** The ASCII decimal digits of a printed number, without separators, sign and leading zeros. */
export function digitsOf(figure: Figure): string {
  return figure.found.digits.replace('.', '').replace(/^0{1,20}/, '')
}

/** A sum without the noise of binary fractions. */
export function sumOf(values: readonly number[]): number {
  return Number(values.reduce((sum, value) => sum + value, 0).toPrecision(13))
}
