import { corporateKeys, isCorporate } from '../names/index.ts'
import type { Bracketed } from './brackets.ts'
import type { Draft, Prose } from './draft.ts'
import { ET_AL, IBID, LEADING, LOCATOR, PREFIX, REPORTING } from './lexicon.ts'
import {
  type FoundName,
  type FoundNames,
  hanNameBefore,
  hanNames,
  isKnown,
  isKnownExactly,
  isPlausible,
  namesBefore,
} from './names.ts'
import { isHan, tokensOf } from './tokens.ts'

const YEAR = /(?<![\p{L}\d.,/№#-])(?:\[\d{4}\]\s?|\d{4}\/)?((?:1[5-9]|20)\d\d)([a-zа-г](?![\p{L}\p{M}]))?(?![\d])/gu
const NO_DATE =
  /(?:^|[\s,])(n\.\s?d\.|s\.\s?d\.|s\.\s?a\.|o\.\s?j\.|б\.\s?г\.|б\.\s?д\.|in press|forthcoming|в печати|басылымда)/iu
const MORE_SUFFIXES = /^\s*(?:,|&|and|и|және)\s*([a-zа-г])(?![\p{L}\p{M}\d.])/u

interface Year {
  readonly value: number | undefined
  readonly suffix?: string
  readonly from: number
  readonly to: number
}

/** The years of an item, each letter of `2019a, b` as one; ranges such as 2010–2015 are no years of a work. */
function yearsIn(text: string, from: number, to: number): readonly Year[] {
  const part = text.slice(from, to)
  const years: Year[] = []
  for (const match of part.matchAll(YEAR)) {
    const digits = from + match.index + match[0].length - (match[2]?.length ?? 0) - 4
    let end = from + match.index + match[0].length
    const rest = text.slice(end, Math.min(to, end + 8))
    if (/^\s?[-–—]\s?\d/.test(rest) || /^[.,]\d/.test(rest) || /^\s?%/.test(rest)) return []
    const value = Number(match[1])
    years.push({ value, ...(match[2] === undefined ? {} : { suffix: match[2] }), from: digits, to: end })
    if (match[2] === undefined) continue
    for (;;) {
      const more = MORE_SUFFIXES.exec(text.slice(end, Math.min(to, end + 8)))
      if (more === null) break
      const at = end + more[0].length - 1
      years.push({ value, suffix: more[1] as string, from: at, to: at + 1 })
      end = at + 1
    }
  }
  if (years.length > 0) return years
  const undated = NO_DATE.exec(part)
  if (undated === null) return []
  const at = from + undated.index + undated[0].length - (undated[1] as string).length
  return [{ value: undefined, from: at, to: at + (undated[1] as string).length }]
}

/** The author-year citations of one bracketed group; nothing where the group holds something else. */
export function parenthetical(prose: Prose, group: Bracketed): readonly Draft[] {
  const { text } = prose
  const found: Draft[] = []
  const bounds = itemBounds(text, group)
  let before: FoundNames | undefined
  for (const [from, to] of bounds) {
    const item = citedItem(prose, group, from, to, before)
    found.push(...item.drafts)
    before = item.names ?? before
  }
  // one item: the citation is the whole group
  if (found.length === 1 && bounds.length === 1) {
    return [{ ...(found[0] as Draft), from: group.open, to: group.close + 1 }]
  }
  return found
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
    if (end > start) bounds.push([start, end])
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
): { drafts: readonly Draft[]; names?: FoundNames } {
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
  const drafts: Draft[] = []
  let head = from
  let names: FoundNames | undefined
  let sure = 0
  let prefix: string | undefined
  for (const [index, year] of years.entries()) {
    const own = readHead(prose, head, year.from)
    if (own !== undefined) ({ names, sure, prefix } = own)
    // years alone after a year: more works of the same authors; at the head of an item: of the item before
    else if (/^[\s,，&]*(?:and|и|және)?\s*$/u.test(text.slice(head, year.from))) names ??= before
    else if (index > 0 && LOCATOR.test(text.slice(head, year.from).replace(/^[\s,]+/, ''))) continue
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
    drafts.push({
      ...common,
      from: index === 0 ? from : own === undefined ? year.from : own.names.from,
      to: year.to,
      names: names.names,
      ...(names.etAl ? { etAl: true } : {}),
      ...(year.value === undefined ? {} : { year: year.value }),
      ...(year.suffix === undefined ? {} : { suffix: year.suffix }),
      yearAt: [year.from, year.to],
      ...(next === to && LOCATOR.test(tail) ? { locator: tail } : {}),
      ...(prefix === undefined || index > 0 ? {} : { prefix }),
      sure,
    })
    head = year.to
  }
  const last = drafts.at(-1)
  if (last !== undefined && (last.locator !== undefined || drafts.length === 1))
    drafts[drafts.length - 1] = { ...last, to }
  return { drafts, ...(names === undefined ? {} : { names }) }
}

/** Reads the names in front of a year inside a group. `sure` is 1 where form or list leave no doubt, 0.5 for a lone word. */
function readHead(
  prose: Prose,
  from: number,
  to: number,
): { names: FoundNames; sure: number; prefix?: string } | undefined {
  const { text, known, language } = prose
  let start = from
  for (let times = 0; times < 3; times++) {
    const prefix = PREFIX.exec(
      text
        .slice(start, to)
        .replace(/^[\s,]+/, (blank) => ' '.repeat(blank.length))
        .trimStart(),
    )
    if (prefix === null) break
    const lead = text.slice(start, to).length - text.slice(start, to).replace(/^[\s,]+/, '').length
    start += lead + prefix[0].length
  }
  const raw = text.slice(start, to)
  const comma = /[,，:：]\s*$/u.test(raw)
  const others = ET_AL.exec(raw)
  const end = start + (others === null ? raw : raw.slice(0, others.index)).replace(/[\s,，:：(（[]{0,20}$/u, '').length
  if (end <= start) return undefined
  const prefix =
    start > from
      ? text
          .slice(from, start)
          .replace(/^[\s,]+/, '')
          .trim()
      : ''
  const withPrefix = prefix === '' ? {} : { prefix }
  const head = text.slice(start, end).replace(/^[\s,，]+/u, '')
  const headFrom = end - head.length
  if (isHan(head)) {
    const names = hanNames(head, headFrom)
    if (names === undefined) return undefined
    return { names: { names, from: headFrom, etAl: others !== null, joined: names.length > 1 }, sure: 1, ...withPrefix }
  }
  const body = corporateHead(head, headFrom, prose)
  if (body !== undefined)
    return { ...body, sure: comma ? body.sure : Math.min(body.sure, body.sure < 1 ? 0.5 : 1), ...withPrefix }
  const tokens = tokensOf(text, start, end)
  const names = namesBefore(tokens, tokens.length, { commas: true, known, language, etAl: others !== null })
  if (names === undefined || !names.names.every((name) => isPlausible(name, known, language))) return undefined
  const leftover = text.slice(start, names.from).trim()
  const listed = names.names.some((name) => isKnown(name.family, known, language))
  const strong =
    names.joined || names.etAl || names.names.length > 1 || names.names.some((name) => name.given !== undefined)
  if (leftover !== '' && !listed && !(strong && /\p{Ll}$/u.test(leftover))) return undefined
  if (leftover !== '' && /[\d)%]$/.test(leftover)) return undefined
  const sure = listed || (strong && names.names.length > 1) || names.etAl ? 1 : comma ? 0.8 : 0.5
  return { names, sure, ...(leftover === '' ? withPrefix : { prefix: leftover }) }
}

/** A body as author: one that the lists have, or capitalised words with a cue such as Ministry or Банк among them. */
function corporateHead(head: string, from: number, prose: Prose): { names: FoundNames; sure: number } | undefined {
  const words = head.split(/\s+/)
  if (words.length > 16) return undefined
  const plain = head.replace(/^the\s+/i, '')
  const listed =
    words.length > 1 &&
    prose.known.index
      .find(plain, prose.language)
      .some(({ name }) => name.corporate || corporateKeys(name.family)[0] === corporateKeys(plain)[0])
  if (!listed) {
    if (words.length < 2 || !isCorporate(plain) || !/^[\p{Lu}"«“]/u.test(plain) || /\d{3}|[.!?]\s/.test(plain))
      return undefined
    const small = words.filter((word) => /^\p{Ll}/u.test(word))
    const latin = /\p{Script=Latin}/u.test(plain)
    if (
      latin &&
      small.some((word) => !/^(?:of|the|for|and|on|in|de|la|du|des|und|für|der|di|del|e|y|et|to|at)$/.test(word))
    )
      return undefined
    if (!latin && small.length > 8) return undefined
    // "Smith, National Bank" or "Bank and Wilson": persons beside a body are left to the reading name by name
    if (/&/.test(plain)) return undefined
  }
  const name: FoundName = { family: plain, from: from + head.length - plain.length, to: from + head.length }
  return { names: { names: [name], from, etAl: false, joined: false }, sure: listed ? 1 : 0.8 }
}

/** `Smith and Jones (2019)`: a group that begins with a year, and the names in the sentence before it. */
export function narrative(prose: Prose, group: Bracketed): readonly Draft[] {
  const { text, known, language } = prose
  const inside = text.slice(group.open + 1, group.close)
  if (!/^\s*(?:(?:1[5-9]|20)\d\d|n\.\s?d\.|б\.\s?г\.|in press|в печати)/iu.test(inside)) return []
  const years = yearsIn(text, group.open + 1, group.close)
  const [first] = years
  if (first === undefined) return []
  const floor = Math.max(0, group.open - 240)
  const before = text.slice(floor, group.open)
  const others = ET_AL.exec(before)
  const end = floor + (others === null ? before : before.slice(0, others.index)).replace(/[\s,]{0,8}$/u, '').length
  if (group.open - end > 40) return []
  const names = isHan(text[end - 1] ?? '')
    ? hanBefore(text, end, known, others !== null)
    : latinBefore(prose, floor, end, others !== null)
  if (names === undefined) return []
  const listed = names.names.some((name) => isKnown(name.family, known, language))
  const after = text.slice(group.close + 1, group.close + 40)
  const lead = text.slice(Math.max(0, names.from - 30), names.from)
  const han = isHan(names.names[0]?.family ?? '')
  const said = REPORTING.test(after) || LEADING.test(lead) || /['’]s?$/u.test(text.slice(0, end).slice(-2))
  const plausible = names.names.every((name) => isPlausible(name, known, language))
  if (!plausible || (!listed && !names.joined && !names.etAl && !said && !han)) return []
  const rest = text.slice((years.at(-1) as Year).to, group.close).replace(/^[\s,，:：]+/u, '')
  if (rest !== '' && !LOCATOR.test(rest) && !listed) return []
  return years.map((year, index) => ({
    kind: 'narrative' as const,
    from: index === 0 ? names.from : year.from,
    to: index === 0 && years.length === 1 ? group.close + 1 : year.to,
    group: [names.from, group.close + 1] as const,
    names: names.names,
    ...(names.etAl ? { etAl: true } : {}),
    ...(year.value === undefined ? {} : { year: year.value }),
    ...(year.suffix === undefined ? {} : { suffix: year.suffix }),
    yearAt: [year.from, year.to] as const,
    ...(index === years.length - 1 && LOCATOR.test(rest) ? { locator: rest } : {}),
    sure: listed ? 1 : 0.8,
  }))
}

function latinBefore(prose: Prose, floor: number, end: number, etAl: boolean): FoundNames | undefined {
  const { text, known, language } = prose
  const tokens = tokensOf(text, floor, end)
  const last = tokens.at(-1)
  if (last === undefined || last.to !== end) return undefined
  return bodyBefore(prose, floor, end) ?? namesBefore(tokens, tokens.length, { commas: false, known, language, etAl })
}

/** A body of the lists, of two words and more, that ends right here. */
function bodyBefore(prose: Prose, floor: number, end: number): FoundNames | undefined {
  const starts = [...prose.text.slice(floor, end).matchAll(/(?<![\p{L}\p{M}])\p{Lu}/gu)].slice(-8)
  for (const { index } of starts) {
    const family = prose.text.slice(floor + index, end)
    if (!/\s/.test(family)) return undefined
    const known = prose.known.index.find(family, prose.language)
    if (!known.some(({ name }) => name.corporate)) continue
    const from = floor + index
    return { names: [{ family, from, to: end }], from, etAl: false, joined: false }
  }
  return undefined
}

function hanBefore(text: string, end: number, known: Prose['known'], etAl: boolean): FoundNames | undefined {
  const last = hanNameBefore(text, end, known)
  if (last === undefined) return undefined
  const names: FoundName[] = [{ family: last.family, from: last.from, to: end }]
  for (let from = last.from; /[、和与及，]/u.test(text[from - 1] ?? '') && names.length < 8; ) {
    const more = hanNameBefore(text, from - 1, known)
    if (more === undefined) break
    names.unshift({ family: more.family, from: more.from, to: from - 1 })
    from = more.from
  }
  return { names, from: (names[0] as FoundName).from, etAl, joined: names.length > 1 }
}
