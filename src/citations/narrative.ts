import type { Bracketed } from './brackets.ts'
import type { Draft, Prose } from './draft.ts'
import { ET_AL, LEADING, LOCATOR, REPORTING } from './lexicon.ts'
import { type FoundName, type FoundNames, hanNameBefore, isKnown, isPlausible, namesBefore } from './names.ts'
import { isHan, tokensOf } from './tokens.ts'
import { type Year, yearsIn } from './years.ts'

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
  return (
    (known.bodies ? bodyBefore(prose, floor, end) : undefined) ??
    namesBefore(tokens, tokens.length, { commas: false, known, language, etAl })
  )
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
