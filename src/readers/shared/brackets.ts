/** A half-open range of offsets in a reading. */
export interface Range {
  readonly from: number
  readonly to: number
}

export interface Bracket {
  readonly close: number
  /** how many brackets nest inside it, 0 for none */
  readonly height: number
}

/** Whether an offset lies in one of `ranges`, which are in order; ask with growing offsets. */
export function within(ranges: readonly Range[]): (offset: number) => boolean {
  let index = 0
  return (offset) => {
    if (index > 0 && offset < (ranges[index - 1] as Range).to) index = 0
    while (index < ranges.length && (ranges[index] as Range).to <= offset) index += 1
    const range = ranges[index]
    return range !== undefined && offset >= range.from
  }
}

/** Every `[` that is closed, by its offset. Brackets in `inert` ranges are text. */
export function matchBrackets(text: string, inert: readonly Range[]): ReadonlyMap<number, Bracket> {
  const matched = new Map<number, Bracket>()
  const open: { at: number; height: number }[] = []
  const isInert = within(inert)
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset)
    if ((unit !== 91 && unit !== 93) || isInert(offset)) continue
    if (unit === 91) {
      open.push({ at: offset, height: 0 })
      continue
    }
    const last = open.pop()
    if (last === undefined) continue
    matched.set(last.at, { close: offset, height: last.height })
    const outer = open.at(-1)
    if (outer !== undefined) outer.height = Math.max(outer.height, last.height + 1)
  }
  return matched
}
