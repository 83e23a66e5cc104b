import type { Bracketed } from './brackets.ts'
import type { Draft, Prose } from './draft.ts'
import { LOCATOR, PREFIX } from './lexicon.ts'

const LARGEST = 999
const LONGEST_RANGE = 100
const PART = /[^;；,，、]+/gu
const NUMBERS = /^(\d{1,3})(?:\s?[-–—‑~－]\s?(\d{1,3}))?$/u
/** A number, a mark and a page. */
const PAGED = /^(\d{1,3})\s?([.:])\s?(\S.*)$/u
/** What before the bracket makes its numbers an interval, an index or a count. */
const NO_CITATION_BEFORE =
  /(?:[=∈×*^_<>≤≥±√∪∩+]|\b(?:CI|IQR|range|interval|intervals|between|over|scales?(?: of| from)?|ranging from)|ДИ|шкал\p{L}*|шәкіл\p{L}*|отрез\p{L}*|интервал\p{L}*|промежут\p{L}*|диапазон\p{L}*|аралы\p{L}*|区间)[\s:,]*$/iu

/** The numeric citations of a square group: `[1]`, `[2-4]`, `[5, с. 12; 7]`. */
export function numeric(prose: Prose, group: Bracketed): readonly Draft[] {
  const { text } = prose
  const before = text.slice(Math.max(0, group.open - 24), group.open)
  if (NO_CITATION_BEFORE.test(before) || /^(?:\(|\s?[%×*^_=\]])/.test(text.slice(group.close + 1, group.close + 3)))
    return []
  // x[2], row_sums[3]: an index
  if (/(?:^|[^\p{L}\d])\p{L}$|_\w{0,20}$/u.test(before)) return []
  if (prose.strict && !/\p{L}[\p{L}.)”»"]*\s*$/u.test(before)) return []
  if (
    before.trim() === '' &&
    group.open < 4 &&
    !/^[\s,]*(?:\p{Ll}|[,[–—-])/u.test(text.slice(group.close + 1, group.close + 4))
  )
    return []
  return numericDrafts(numbersIn(text, group), group, { sure: prose.numbered ? 1 : 0.5 })
}

/** One citation for each number or range of a group; one that stands alone covers the brackets too. */
export function numericDrafts<Extra extends object>(
  { prefix, found }: ReturnType<typeof numbersIn>,
  group: { readonly open: number; readonly close: number },
  extra: Extra,
) {
  const whole = [group.open, group.close + 1] as const
  return found.map(({ from, to, numbers, locator }) => ({
    kind: 'numeric' as const,
    from: found.length === 1 ? whole[0] : from,
    to: found.length === 1 ? whole[1] : to,
    group: whole,
    numbers,
    ...(locator === undefined ? {} : { locator }),
    ...(prefix === '' ? {} : { prefix: prefix.trim() }),
    ...extra,
  }))
}

/** A number or range of a group, with the page that belongs to it. */
interface Numbered {
  readonly from: number
  readonly to: number
  readonly numbers: readonly number[]
  readonly locator?: string
}

/** The numbers of a group that holds nothing but numbers, pages and a word before them. */
export function numbersIn(text: string, group: Bracketed): { prefix: string; found: readonly Numbered[] } {
  const found: Numbered[] = []
  const inside = text.slice(group.open + 1, group.close)
  const prefix = PREFIX.exec(inside)?.[0] ?? ''
  for (const match of inside.slice(prefix.length).matchAll(PART)) {
    const part = match[0].trim()
    const from = group.open + 1 + prefix.length + match.index + (match[0].length - match[0].trimStart().length)
    const last = found.at(-1)
    const numbers = numbersOf(part)
    if (numbers !== undefined && !(last?.locator !== undefined && !/[;；]/.test(text.slice(last.to, from)))) {
      found.push({ from, to: from + part.length, numbers })
      continue
    }
    // [12. С. 5], [12: 5]
    const paged = PAGED.exec(part)
    const cited = paged === null ? undefined : numbersOf(paged[1] as string)
    if (paged !== null && cited !== undefined && (paged[2] === ':' || LOCATOR.test(paged[3] as string))) {
      found.push({ from, to: from + part.length, numbers: cited, locator: paged[3] as string })
      continue
    }
    // a page after a number belongs to it, and so do more pages
    const page = LOCATOR.test(part) || /^\d+(?:\s?[-–—]\s?\d+)?$/.test(part) || /^\p{L}{1,4}\.?\s?\d/u.test(part)
    if (last === undefined || part === '' || !page) return { prefix, found: [] }
    found[found.length - 1] = {
      ...last,
      to: from + part.length,
      locator: text.slice(last.to, from + part.length).replace(/^[\s,;:]+/, ''),
    }
  }
  return { prefix, found }
}

function numbersOf(part: string): readonly number[] | undefined {
  const match = NUMBERS.exec(part)
  if (match === null) return undefined
  const first = Number(match[1])
  const last = match[2] === undefined ? first : Number(match[2])
  // zero starts an interval or an index, and so does 01
  if (
    first === 0 ||
    (match[1] as string).startsWith('0') ||
    last > LARGEST ||
    last < first ||
    last - first > LONGEST_RANGE
  )
    return undefined
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** `[3]–[5]` is one citation of three works. */
export function withRanges(text: string, drafts: readonly Draft[]): readonly Draft[] {
  const joined: Draft[] = []
  for (const draft of drafts) {
    const last = joined.at(-1)
    const [first] = last?.numbers ?? []
    const [end] = draft.numbers ?? []
    const single =
      last?.numbers?.length === 1 && draft.numbers?.length === 1 && first !== undefined && end !== undefined
    const apart = last === undefined ? '' : text.slice(last.to, draft.from)
    if (last === undefined || !single || !/^\s?[-–—]\s?$/u.test(apart) || end <= first || end - first > LONGEST_RANGE) {
      joined.push(draft)
      continue
    }
    const numbers = Array.from({ length: end - first + 1 }, (_, index) => first + index)
    joined[joined.length - 1] = { ...last, to: draft.to, group: [last.group[0], draft.group[1]], numbers }
  }
  return joined
}

const SUPERSCRIPT = /[⁰¹²³⁴-⁹]+(?:[⁰¹²³⁴-⁹\u2009,˒–⁻-]*[⁰¹²³⁴-⁹])?|\^(\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,12})\^/gu
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** Words whose raised number is a power or an isotope: a letter, a unit, two letters that no word has. */
const POWERED =
  /(?:^|[\s\d(/])(?:\p{L}|[b-df-hj-np-tv-xz]{2}|[cdkmµμ]?m|км|см|мм|дм|га|км|м|ft|in|yd|mi|mol|кг|kg|sec|сек)$/u

/** Superscript citations: ¹, ²⁻⁴, `^1^`. Powers, isotopes and units stay out. */
export function superscripts(prose: Prose): readonly Draft[] {
  const { text } = prose
  // marks after the names of a title page lead to addresses
  if (!prose.numbered || !/[⁰¹²³⁴-⁹^]/u.test(text) || (text.match(/(?<![\p{L}\p{M}])\p{Ll}{2,}/gu)?.length ?? 0) < 10)
    return []
  const found: Draft[] = []
  for (const match of text.matchAll(SUPERSCRIPT)) {
    const before = text.slice(Math.max(0, match.index - 12), match.index)
    // set apart by a blank, only after a word or a mark: 12 km ² is none
    const apart = /(?:\p{L}{4}|\p{L}[.,;:!?)”»"’]) $/u.test(before)
    const previous = before.at(apart ? -2 : -1) ?? ''
    if (!/[\p{L}.,;:!?)”»"’]/u.test(previous) || POWERED.test(before) || /\d[.,]?$/.test(before)) continue
    const after = text[match.index + match[0].length] ?? ' '
    if (/[\p{L}\d]/u.test(after)) continue
    const plain = (
      match[1] ??
      [...match[0]]
        .map((mark) => (RAISED.includes(mark) ? RAISED.indexOf(mark) : /[,˒]/.test(mark) ? ',' : '-'))
        .join('')
    ).trim()
    const numbers: number[] = []
    let good = true
    for (const part of plain.split(',')) {
      const read = numbersOf(part.trim())
      if (read === undefined) good = false
      else numbers.push(...read)
    }
    if (!good) continue
    const to = match.index + match[0].length
    found.push({ kind: 'numeric', from: match.index, to, group: [match.index, to], numbers, raised: true, sure: 1 })
  }
  return found
}
