import type { CslItem, CslName } from '../../src/model/csl.ts'
import type { Work } from './works.ts'

/** The work as an author may rightly cite it: romanised, without accents, cut short, by its year online. */
export function cited({ record, romanised, romanisedTitle, subtitle, shortVenue }: Work, next: () => number): CslItem {
  const { csl, years = [] } = record
  const isLatin = romanised === undefined
  const inLatin = romanised !== undefined && next() < 0.4
  let authors: CslName[] = [...(inLatin ? romanised : (csl.author ?? []))]
  if (isLatin && next() < 0.3) authors = authors.map((name) => withoutAccents(name))
  if (isLatin && next() < 0.2) authors = authors.map(joined)
  if (isLatin && next() < 0.15) authors = authors.map(withCapital)
  const cut = authors.length > 3 && next() < 0.5
  if (cut) authors = authors.slice(0, 1 + Math.floor(next() * 3))
  let title = inLatin ? (romanisedTitle ?? '') : (csl.title ?? '')
  if (subtitle !== undefined && next() < 0.6) title = `${title}: ${subtitle}`
  if (isLatin) title = recased(title, next())
  if (isLatin && next() < 0.1)
    title = title
      .replace('behaviour', 'behavior')
      .replace('colour', 'color')
      .replace('labour', 'labor')
      .replace('fibre', 'fiber')
  const year = Number(csl.issued?.['date-parts']?.[0]?.[0])
  const chosen =
    years.length > 1 ? (years[Math.floor(next() * years.length)] as number) : next() < 0.08 ? year + 1 : year
  const item: CslItem = {
    ...csl,
    author: authors,
    title,
    issued: { 'date-parts': [[chosen]] },
    ...(isLatin && next() < 0.4 ? { 'container-title': shortVenue } : {}),
    ...(csl.page !== undefined && next() < 0.2 ? { page: abbreviated(csl.page) } : {}),
    ...(cut ? { custom: { 'author-others': true } } : {}),
  }
  if (next() < 0.15) delete item.issue
  return item
}

function withoutAccents(name: CslName): CslName {
  const bare = (text: string): string =>
    text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[øØ]/g, 'o').replace(/ł/gi, 'L').replace(/þ/gi, 'Th')
  return { ...name, family: bare(name.family ?? ''), given: bare(name.given ?? '') }
}

function joined(name: CslName): CslName {
  const family = name.family ?? ''
  return { ...name, family: /^\p{Lu}\S+ \p{Lu}/u.test(family) ? family.replace(' ', '-') : family.replace('-', ' ') }
}

function withCapital(name: CslName): CslName {
  return { ...name, family: (name.family ?? '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) }
}

function recased(title: string, chance: number): string {
  if (chance < 0.15)
    return title.replace(
      /(^|[\s-])(\p{Ll})(?=\p{L}{3})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    )
  return chance < 0.2 ? title.toUpperCase() : title
}

/** `123-134` as `123-34` */
function abbreviated(page: string): string {
  const [first = '', last = ''] = page.split('-')
  let same = 0
  while (same < first.length - 1 && first.length === last.length && first[same] === last[same]) same++
  return `${first}-${last.slice(same)}`
}
