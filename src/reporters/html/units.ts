import type { BlockKind } from '../../model/block.ts'
import type { FileReport, OutlineBlock } from '../../model/report.ts'

/** A stretch of the source that stands together on the page. */
export interface Unit {
  readonly kind: BlockKind | 'entry' | 'rest' | 'table'
  readonly start: number
  readonly end: number
  /** the words within the marks of the format */
  readonly from: number
  readonly to: number
  readonly language?: string
  readonly level?: number
  /** tables: their rows */
  readonly rows?: readonly OutlineBlock[]
}

/** The source in order, without gaps but for blanks and without overlaps: from the layout, or else by blank lines. */
export function unitsOf(file: FileReport): readonly Unit[] {
  const { text } = file.source
  const known = file.outline === undefined ? entryUnits(file) : outlineUnits(file.outline.blocks)
  const units: Unit[] = []
  let at = 0
  for (const unit of known) {
    const start = Math.max(unit.start, at)
    const end = Math.min(unit.end, text.length)
    if (end <= start) continue
    units.push(...rest(text, at, start))
    units.push({ ...unit, start, end, from: clamp(unit.from, start, end), to: clamp(unit.to, start, end) })
    at = end
  }
  return [...units, ...rest(text, at, text.length)]
}

/** Rows of one table become one unit. */
function outlineUnits(blocks: readonly OutlineBlock[]): readonly Unit[] {
  const units: Unit[] = []
  for (const block of blocks.toSorted((left, right) => left.span.start - right.span.start)) {
    const last = units.at(-1)
    const table = last?.rows?.[0]?.table
    if (block.kind === 'row' && last?.rows !== undefined && table === block.table) {
      units[units.length - 1] = { ...last, end: block.span.end, to: block.span.end, rows: [...last.rows, block] }
      continue
    }
    const { kind, span, text, language, level } = block
    units.push({
      kind: kind === 'row' ? 'table' : kind,
      start: span.start,
      end: span.end,
      from: kind === 'row' ? span.start : text.start,
      to: kind === 'row' ? span.end : text.end,
      language,
      ...(level !== undefined && { level }),
      ...(kind === 'row' && { rows: [block] }),
    })
  }
  return units
}

/** A library has no layout: each entry is a unit. */
function entryUnits({ references, source }: FileReport): readonly Unit[] {
  return references
    .filter(({ span }) => span.path === source.path)
    .map(({ span: { start, end }, language }) => ({
      kind: 'entry' as const,
      start,
      end,
      from: start,
      to: end,
      language,
    }))
    .sort((left, right) => left.start - right.start)
}

/** What lies between units, cut at blank lines. */
function* rest(text: string, start: number, end: number): Iterable<Unit> {
  let from = start
  while (from < end) {
    const blank = text.slice(from, end).search(/\n[ \t\r]*\n/)
    const to = blank < 0 ? end : from + blank + 1
    if (text.slice(from, to).trim() !== '') yield { kind: 'rest', start: from, end: to, from, to }
    from = to
    while (from < end && /\s/.test(text[from] as string)) from++
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
