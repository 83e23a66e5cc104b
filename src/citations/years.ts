const YEAR = /(?<![\p{L}\d.,/№#-])(?:\[\d{4}\]\s?|\d{4}\/)?((?:1[5-9]|20)\d\d)([a-zа-г](?![\p{L}\p{M}]))?(?![\d])/gu
const NO_DATE =
  /(?:^|[\s,])(n\.\s?d\.|s\.\s?d\.|s\.\s?a\.|o\.\s?j\.|б\.\s?г\.|б\.\s?д\.|in press|forthcoming|в печати|басылымда)/iu
const MORE_SUFFIXES = /^\s*(?:,|&|and|и|және)\s*([a-zа-г])(?![\p{L}\p{M}\d.])/u

export interface Year {
  readonly value: number | undefined
  readonly suffix?: string
  /** where the authors before it end */
  readonly head: number
  readonly from: number
  readonly to: number
}

/** The years of an item, each letter of `2019a, b` as one; ranges such as 2010–2015 are no years of a work. */
export function yearsIn(text: string, from: number, to: number): readonly Year[] {
  const part = text.slice(from, to)
  const years: Year[] = []
  for (const match of part.matchAll(YEAR)) {
    const digits = from + match.index + match[0].length - (match[2]?.length ?? 0) - 4
    let end = from + match.index + match[0].length
    const rest = text.slice(end, Math.min(to, end + 8))
    if (/^\s?[-–—]\s?[\dа-я]/.test(rest) || /^[.,]\d/.test(rest) || /^\s?%/.test(rest)) return []
    const value = Number(match[1])
    years.push({
      value,
      ...(match[2] === undefined ? {} : { suffix: match[2] }),
      head: from + match.index,
      from: digits,
      to: end,
    })
    if (match[2] === undefined) continue
    for (;;) {
      const more = MORE_SUFFIXES.exec(text.slice(end, Math.min(to, end + 8)))
      if (more === null) break
      const at = end + more[0].length - 1
      years.push({ value, suffix: more[1] as string, head: at, from: at, to: at + 1 })
      end = at + 1
    }
  }
  if (years.length > 0) return years
  const undated = NO_DATE.exec(part)
  if (undated === null) return []
  const at = from + undated.index + undated[0].length - (undated[1] as string).length
  return [{ value: undefined, head: at, from: at, to: at + (undated[1] as string).length }]
}
