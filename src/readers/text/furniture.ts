import { sectionWord } from '../../text/section-words.ts'
import type { Line } from './lines.ts'

/** Longest line that can be a running head. */
const longest = 110
/** Lines between two sightings of one running head, at least: pages are longer than that. */
const shortestPage = 10

const pageNumber =
  /^(?:[-–—~•·|[(]{0,3}\s?)(?:(?:page|p\.|pg\.|с\.|стр\.|бет|第)\s?)?(\d{1,4}|[ivxlc]{1,7})(?:\s?(?:页|頁|бет|\/\s?\d{1,4}|of \d{1,4}|из \d{1,4}))?(?:\s?[-–—~•·|\])]{0,3})$/iu

/** Which lines are furniture of the page: lone page numbers, and short lines that come back at the breaks of pages. */
export function furnitureOf(source: string, lines: readonly Line[], taken: (line: number) => boolean): Set<number> {
  const furniture = new Set<number>()
  const candidates = new Map<string, number[]>()
  for (const [index, line] of lines.entries()) {
    const length = line.to - line.from
    if (length === 0 || length > longest || taken(index)) continue
    const text = source.slice(line.from, line.to)
    if (isPageNumber(text, lines, index)) {
      furniture.add(index)
      continue
    }
    if (!apart(lines, index)) continue
    const key = headKey(text)
    if (key === undefined) continue
    const seen = candidates.get(key)
    if (seen === undefined) candidates.set(key, [index])
    else seen.push(index)
  }
  for (const seen of candidates.values())
    for (const index of repeated(source, lines, seen, furniture)) furniture.add(index)
  return furniture
}

function isPageNumber(text: string, lines: readonly Line[], index: number): boolean {
  const match = pageNumber.exec(text)
  if (match === null) return false
  const typed = match[1] as string
  const atBreak = lines[index]?.newPage === true || lines[index + 1]?.newPage === true
  if (/^[ivxlc]+$/i.test(typed))
    return atBreak || (alone(lines, index) && typed === text && typed.length > 1 && /^[ivx]+$/.test(typed))
  // a year on a line of its own is more likely a date than the page 2019
  if (!atBreak && typed === text && /^(?:1[89]|20)\d\d$/.test(typed)) return false
  return atBreak || alone(lines, index)
}

/** Blank lines, or the ends of the text, on both sides. */
function alone(lines: readonly Line[], index: number): boolean {
  return blank(lines[index - 1]) && blank(lines[index + 1])
}

/** A blank line, or a page break, on one side at least: what a running head needs. */
function apart(lines: readonly Line[], index: number): boolean {
  return alone(lines, index) || lines[index]?.newPage === true || lines[index + 1]?.newPage === true
}

function blank(line: Line | undefined): boolean {
  return line === undefined || line.from === line.to
}

/** What two sightings of one running head share: the words without page numbers. List items are none. */
function headKey(text: string): string | undefined {
  if (/^(?:[-*+•#|>]|\d{1,3}[.)] )/.test(text) || /[,;:]$/.test(text)) return undefined
  const key = text.replace(/\d+/g, '0').replace(/\s+/g, ' ').toLowerCase()
  return /\p{L}{3}/u.test(key) ? key : undefined
}

/** The sightings that count: three and more a page apart, or two that stand at a page break or beside a page number. */
function repeated(
  source: string,
  lines: readonly Line[],
  seen: readonly number[],
  numbers: ReadonlySet<number>,
): readonly number[] {
  if (seen.length < 2) return []
  const first = seen[0] as number
  const last = seen[seen.length - 1] as number
  const paged = seen.every((index) => lines[index]?.newPage === true || lines[index + 1]?.newPage === true)
  if (!paged && last - first < shortestPage * (seen.length - 1)) return []
  const atBreak = seen.filter((index) => {
    if (lines[index]?.newPage === true || lines[index + 1]?.newPage === true) return true
    for (let near = index - 3; near <= index + 3; near++) if (numbers.has(near)) return true
    return /^\d{1,4}\s{2,}|\s{2,}\d{1,4}$/.test(source.slice(lines[index]?.from, lines[index]?.to))
  })
  const heading = seen.find((index) => sectionWord(source.slice(lines[index]?.from, lines[index]?.to)) !== undefined)
  if (heading !== undefined) return atBreak.filter((index) => index !== first)
  return seen.length >= 3 || atBreak.length === seen.length ? seen : []
}
