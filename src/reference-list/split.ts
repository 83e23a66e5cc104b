import { endsLikeEntry, hasYear, referenceLook, startsLikeEntry, startsLower } from './look.ts'
import type { Unit } from './units.ts'

/** The lines of one item, in order. */
export type UnitGroup = readonly Unit[]

/** Groups the lines of a list into its items: by typed numbers, list marks, labels, or by the look of the lines. */
export function groupUnits(units: readonly Unit[]): readonly UnitGroup[] {
  const numbered = numberedStarts(units)
  const begins = numbered ?? labelledStarts(units) ?? markedStarts(units) ?? plainStarts(units)
  const groups: Unit[][] = []
  for (const [index, unit] of units.entries()) {
    if (index === 0 || begins.has(index)) groups.push([unit])
    else groups.at(-1)?.push(unit)
  }
  return groups
}

/** Lines that begin with the next number, and items among them that lost theirs. */
function numberedStarts(units: readonly Unit[]): ReadonlySet<number> | undefined {
  const bracketed = units.filter(({ marker }) => marker?.number !== undefined && /[[［(（]/.test(marker.text)).length
  const dotted = units.filter(({ marker }) => marker?.number !== undefined).length - bracketed
  const wanted = bracketed > dotted
  const begins = new Set<number>()
  let last = 0
  let typed = 0
  for (const [index, { marker, block, first, apart, paged, text }] of units.entries()) {
    const before = units[index - 1]
    const number = marker?.number
    const fits = number !== undefined && /[[［(（]/.test(marker?.text ?? '') === wanted
    if (
      fits &&
      (number === last + 1 ||
        (first && number < 1000 && block.marker !== undefined) ||
        (number > last && number <= last + 3) ||
        // a number that stands twice, is too small or skips many
        (number < 1000 && before !== undefined && endsLikeEntry(before.text) && startsLikeEntry(text)))
    ) {
      begins.add(index)
      last = number
      typed++
    } else if (first && block.kind === 'item' && marker !== undefined) begins.add(index)
    else if (
      first &&
      (apart || paged) &&
      number === undefined &&
      before !== undefined &&
      endsLikeEntry(before.text) &&
      startsLikeEntry(text) &&
      hasYear(block.passage.text)
    ) {
      begins.add(index)
    }
  }
  return typed >= 2 && typed * 3 >= begins.size ? begins : undefined
}

/** `[Knuth 1984]`, `[Kn84]` before each entry. */
function labelledStarts(units: readonly Unit[]): ReadonlySet<number> | undefined {
  const begins = new Set<number>()
  for (const [index, { marker }] of units.entries()) {
    if (marker !== undefined && marker.number === undefined && marker.text.startsWith('[')) begins.add(index)
  }
  return begins.has(0) ? begins : undefined
}

/** Bulleted items; paragraphs between them only where they look like entries. */
function markedStarts(units: readonly Unit[]): ReadonlySet<number> | undefined {
  const firsts = units.filter(({ first }) => first).length
  const items = units.filter(({ first, block }) => first && block.kind === 'item').length
  if (items < 2 || items * 2 < firsts) return undefined
  const begins = new Set<number>()
  for (const [index, { first, block, text }] of units.entries()) {
    const before = units[index - 1]
    if (!first) continue
    if (block.kind === 'item' || (before !== undefined && endsLikeEntry(before.text) && startsLikeEntry(text)))
      begins.add(index)
  }
  return begins
}

/** What a whole list tells about the look of its lines. */
interface Habits {
  /** indent of the lines that begin entries, where indents tell them apart */
  readonly hanging: number | undefined
  readonly width: number
  /** each line looks like an entry of its own */
  readonly onePerLine: boolean
  /** most paragraphs begin as entries do */
  readonly paragraphs: boolean
  /** a blank line stands between entries, and hardly ever none */
  readonly spaced: boolean
}

function habitsOf(units: readonly Unit[]): Habits {
  const widths = units.map(({ text, indent }) => text.length + indent).sort((left, right) => left - right)
  const width = widths[Math.floor(widths.length * 0.85)] ?? 0
  const firsts = units.filter(({ first }) => first)
  const starting = firsts.filter(({ text }) => startsLikeEntry(text) && !startsLower(text))
  const full = units.filter(({ text }) => hasYear(text) && referenceLook(text) >= 3 && !startsLower(text)).length
  return {
    hanging: hangingIndent(units),
    width,
    onePerLine: units.length >= 2 && full >= 0.7 * units.length,
    paragraphs: firsts.length >= 3 && starting.length * 2 >= firsts.length,
    spaced: isSpaced(units),
  }
}

const fewestSpaced = 4
const rarelyClose = 6

function isSpaced(units: readonly Unit[]): boolean {
  let apart = 0
  let close = 0
  for (const [index, unit] of units.entries()) {
    const before = units[index - 1]
    if (unit.paged || !startsLikeEntry(unit.text) || startsLower(unit.text)) continue
    if (unit.apart) apart++
    else if (before !== undefined && endsLikeEntry(before.text)) close++
  }
  return apart >= fewestSpaced && close * rarelyClose <= apart
}

/** The smaller indent of two, if lines with it begin as entries do clearly more often than the others. */
function hangingIndent(units: readonly Unit[]): number | undefined {
  const counts = new Map<number, { lines: number; starts: number }>()
  for (const { indent, text } of units) {
    const seen = counts.get(indent) ?? { lines: 0, starts: 0 }
    seen.lines++
    if (startsLikeEntry(text) && !startsLower(text)) seen.starts++
    counts.set(indent, seen)
  }
  const common = [...counts].filter(([, { lines }]) => lines >= 3 && lines * 12 >= units.length)
  if (common.length < 2) return undefined
  const best = common.reduce((most, next) =>
    next[1].starts / next[1].lines > most[1].starts / most[1].lines ? next : most,
  )
  const rest = common.filter((entry) => entry !== best)
  const lines = rest.reduce((sum, [, { lines }]) => sum + lines, 0)
  const others = rest.reduce((sum, [, { starts }]) => sum + starts, 0)
  return best[1].starts * 2 >= best[1].lines && others * 3 < lines ? best[0] : undefined
}

const twoPeople =
  /^(?:\p{Lu}[\p{L}'’-]{1,30},? (?:\p{Lu}{1,3}(?!\p{L})|(?:\p{Lu}\. ?){1,3})[-\p{L}.]{0,3}(?:, |; | & | and |, & )){2}/u

/** Weighs each line: at 1.5 and above it begins an entry. */
const threshold = 1.5

function plainStarts(units: readonly Unit[]): ReadonlySet<number> {
  const habits = habitsOf(units)
  const begins = new Set<number>()
  let dated = false
  for (const [index, unit] of units.entries()) {
    const before = units[index - 1]
    if (before === undefined || weight(unit, before, habits, dated) >= threshold) {
      begins.add(index)
      dated = false
    }
    dated ||= hasYear(unit.text) || /https?:|doi/i.test(unit.text)
  }
  return begins
}

function weight(unit: Unit, before: Unit, habits: Habits, dated: boolean): number {
  if (unit.glued) return -Infinity
  const starts = startsLikeEntry(unit.text)
  let sum = starts ? 1.5 : 0
  if (startsLower(unit.text)) sum -= 3
  else if (/^(?:https?:|www\.|doi)/i.test(unit.text)) sum -= unit.apart ? 1.5 : 3
  else if (/^[\d(]/.test(unit.text)) sum -= 1.5
  if (unit.apart) sum += habits.paragraphs ? 2 : 1.5
  else if (!dated) sum -= 1
  if (habits.spaced && !unit.apart && !unit.paged) sum -= 2
  // nothing else tells after the end of a page: the entry before has its year, and people follow
  if (unit.paged && starts && dated && (hasYear(unit.text) || twoPeople.test(unit.text))) sum += 1
  const ended = endsLikeEntry(before.text)
  // people and a year, and the title still to come
  if (/\p{Lu}\.,? \((?:1[5-9]|20)\d\d[a-z]?\)\.?$/u.test(before.text)) sum -= 2
  else if (ended) sum += 1
  else sum -= /[,:&-]$|\b(?:and|the|of|in|for|a)$/i.test(before.text) ? 2 : 0.7
  if (!unit.apart && !unit.paged && before.text.length + before.indent <= 0.8 * habits.width) sum += 0.7
  if (habits.hanging !== undefined) {
    const off = Math.abs(unit.indent - habits.hanging)
    sum += off === 0 ? 1.5 : off === 1 ? 0 : -3
  } else if (habits.onePerLine && hasYear(unit.text)) sum += 1.5
  return sum
}
