import type { YearMark } from './found.ts'
import { monthOf } from './lexicon/labels.ts'
import { isLetter, type Plain, wordStart } from './plain.ts'

/** Part of a year that is named before it: `January–September 2021`, `I полугодие 2021`, `as of July 1, 2021`. */
export function periodOf(plain: Plain, year: YearMark): string {
  year.period ??= readPeriod(plain, year)
  return year.period
}

function readPeriod(plain: Plain, year: YearMark): string {
  const span = year.to > year.from ? `${year.from}/${year.to}` : String(year.from)
  const part = partBefore(plain, year.start) ?? partAfter(plain, year.end)
  return part === undefined ? span : `${span} ${part}`
}

function partBefore({ text, lower }: Plain, at: number): string | undefined {
  const months: number[] = []
  let end = at
  for (let count = 0; count < 5 && end > 0 && at - end < 40; count++) {
    while (
      end > 0 &&
      at - end < 40 &&
      !isLetter(text.charCodeAt(end - 1)) &&
      !/[.;!?()，。]/.test(text[end - 1] as string)
    )
      end--
    const start = wordStart(text, end)
    if (start === end) break
    const word = lower.slice(start, end)
    const month = monthOf(word)
    if (month !== undefined && !(word === 'may' && text[start] === 'm')) months.unshift(month)
    else if (/^(?:half|полугоди|жартыжылд)/.test(word))
      return `half ${firstOf(lower.slice(Math.max(0, start - 12), start))}`
    else if (/^(?:quarter|квартал|тоқсан)/.test(word))
      return `quarter ${firstOf(lower.slice(Math.max(0, start - 12), start))}`
    else if (/^(?:months?|месяц|ай)/.test(word))
      return `months ${
        lower
          .slice(Math.max(0, start - 12), start)
          .trim()
          .split(' ')
          .at(-1) ?? ''
      }`
    else if (!/^(?:of|the|in|to|and|по|в|и|за|on|as|by|г|the|year)$/.test(word)) break
    end = start
  }
  if (months.length === 0) return undefined
  const pad = (month: number | undefined): string => String(month ?? 0).padStart(2, '0')
  const [first] = months
  const last = months.at(-1)
  return first === last ? pad(first) : `${pad(first)}-${pad(last)}`
}

function firstOf(before: string): string {
  if (/(?:first|1st|перв|\bi|1)[^a-zа-я]*\p{L}*\s*$/u.test(before)) return '1'
  if (/(?:second|2nd|втор|\bii|2)[^a-zа-я]*\p{L}*\s*$/u.test(before)) return '2'
  return before.trim().split(' ').at(-1) ?? ''
}

function partAfter({ text }: Plain, at: number): string | undefined {
  const match = /^年?(?:(上半年|下半年|前三季度|第?[一二三四]季度)|(\d{1,2})(?:[—–-](\d{1,2}))?月)/.exec(
    text.slice(at, at + 10),
  )
  if (match === null) return undefined
  return match[1] ?? [match[2], match[3]].filter((part) => part !== undefined).join('-')
}

/**
 * The year that a figure at `[start, end)` speaks of: one in its own clause, the nearest first, and behind it before in front of
 * it at equal distance; else the last one before it in the sentence; else the first one after it.
 */
export function yearFor(
  text: string,
  start: number,
  end: number,
  years: readonly YearMark[],
  neighbours: { readonly before: number; readonly after: number },
): YearMark | undefined {
  let best: YearMark | undefined
  let least = Number.POSITIVE_INFINITY
  for (const year of years) {
    const behind = year.start >= end
    const [from, to] = behind ? [end, year.start] : [year.end, start]
    if (to - from > 160) continue
    const crossed = behind ? neighbours.after < year.start : neighbours.before > year.end
    if (to - from >= least) continue
    const clauses = clausesIn(text, from, to)
    const cost = to - from + clauses * 400 + (crossed ? 300 : 0) + (behind ? 0 : 1) + (behind && clauses > 0 ? 2000 : 0)
    if (cost < least) {
      least = cost
      best = year
    }
  }
  return best
}

/** How many commas and semicolons stand in `[from, to)`. */
function clausesIn(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 44 || code === 59 || code === 0xff0c || code === 0xff1b) count++
  }
  return count
}
