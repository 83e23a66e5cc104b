import type { Bracketed } from './brackets.ts'
import type { Draft, Making, Prose } from './draft.ts'
import { readHead } from './head.ts'
import { IBID, LOCATOR } from './lexicon.ts'
import { type FoundNames, isKnownExactly } from './names.ts'
import { yearsIn } from './years.ts'

/** The author-year citations of one bracketed group; nothing where the group holds something else. */
export function parenthetical(prose: Prose, group: Bracketed): readonly Draft[] {
  const { text } = prose
  const found: Making[] = []
  const bounds = itemBounds(text, group)
  let before: FoundNames | undefined
  for (const [from, to] of bounds) {
    const item = citedItem(prose, group, from, to, before)
    found.push(...item.drafts)
    before = item.names ?? before
  }
  // one item: the citation is the whole group
  const [only] = found
  if (only !== undefined && found.length === 1 && bounds.length === 1) {
    only.from = group.open
    only.to = group.close + 1
  }
  return found
}

/** `Meneghini; Packer, 2007`: an item of names alone goes with the next. */
function onlyNames(item: string): boolean {
  return item.length <= 80 && /^\p{Lu}[^\d()[\]:]*$/u.test(item) && !IBID.test(item)
}

/** Items of a group: between semicolons, blanks cut off. */
function itemBounds(text: string, group: Bracketed): readonly (readonly [number, number])[] {
  const bounds: [number, number][] = []
  let from = group.open + 1
  for (let at = from; at <= group.close; at++) {
    if (at < group.close && text[at] !== ';' && text[at] !== '；') continue
    let start = from
    let end = at
    while (start < end && /\s/.test(text[start] as string)) start++
    while (end > start && /\s/.test(text[end - 1] as string)) end--
    const last = bounds.at(-1)
    if (end > start && last !== undefined && onlyNames(text.slice(...last))) last[1] = end
    else if (end > start) bounds.push([start, end])
    from = at + 1
  }
  return bounds
}

function citedItem(
  prose: Prose,
  group: Bracketed,
  from: number,
  to: number,
  before: FoundNames | undefined,
): { drafts: readonly Making[]; names?: FoundNames } {
  const { text } = prose
  const item = text.slice(from, to)
  const common = { group: [group.open, group.close + 1] as const, kind: 'parenthetical' as const }
  const ibid = IBID.exec(item)
  if (ibid !== null) {
    const locator = item.slice(ibid[0].length).trim()
    return { drafts: [{ ...common, from, to, sure: 1, ibid: true, ...(locator === '' ? {} : { locator }) }] }
  }
  const years = yearsIn(text, from, to)
  const [first] = years
  if (first === undefined) return { drafts: [] }
  const drafts: Making[] = []
  let head = from
  let names: FoundNames | undefined
  let sure = 0
  let prefix: string | undefined
  let plain = false
  for (const [index, year] of years.entries()) {
    const own = readHead(prose, head, year.head)
    if (own !== undefined) ({ names, sure, prefix, plain } = own)
    // years alone after a year: more works of the same authors; at the head of an item: of the item before
    else if (/^[\s,，&]*(?:and|и|және)?\s*$/u.test(text.slice(head, year.head))) names ??= before
    else if (index > 0 && LOCATOR.test(text.slice(head, year.head).replace(/^[\s,]+/, ''))) continue
    else if (index > 0) break
    else return { drafts: [] }
    if (names === undefined) return { drafts: [] }
    if (index > 0 || own === undefined) sure = Math.max(sure, 0.6)
    const next = years[index + 1]?.from ?? to
    const rest = text.slice(year.to, next)
    const tail = rest.replace(/^[\s,，:：.]+/u, '')
    // a word right after the year makes it a date: "2001 г.", "2001 on paper"
    if (next === to && /^\s+\p{L}/u.test(rest) && !LOCATOR.test(tail) && !names.joined && !names.etAl) {
      if (!names.names.some((name) => isKnownExactly(name.family, prose.known, prose.language))) return { drafts }
    }
    const draft: Making = {
      group: common.group,
      kind: common.kind,
      from: index === 0 ? from : own === undefined ? year.from : own.names.from,
      to: year.to,
      names: names.names,
      yearAt: [year.from, year.to],
      sure,
    }
    if (names.etAl) draft.etAl = true
    if (year.value !== undefined) draft.year = year.value
    if (year.suffix !== undefined) draft.suffix = year.suffix
    if (next === to && LOCATOR.test(tail)) draft.locator = tail
    if (prefix !== undefined && index === 0) draft.prefix = prefix
    if (plain) draft.plain = true
    drafts.push(draft)
    head = year.to
  }
  const last = drafts.at(-1)
  if (last !== undefined && (last.locator !== undefined || drafts.length === 1)) last.to = to
  return { drafts, ...(names === undefined ? {} : { names }) }
}
