import type { CslItem, CslName } from '../model/csl.ts'

/** The year of publication as printed, if there is one. */
export function yearOf({ issued }: CslItem): string | undefined {
  const year = issued?.['date-parts']?.[0]?.[0]
  return year === undefined || year === '' ? undefined : String(year)
}

/** Who made the work: the authors, or the editors where there are none. */
export function makersOf({ author, editor }: CslItem): readonly CslName[] {
  if (author !== undefined && author.length > 0) return author
  return editor ?? []
}

/** A name's surname with its particle, or the whole of a name that has no parts. */
export function familyOf(name: CslName): string {
  const family = name.family ?? name.literal ?? name.given ?? ''
  const particle = name['non-dropping-particle']
  return particle === undefined ? family : `${particle} ${family}`
}

/** How a reader would call the work: `Roe 2004`, or the beginning of its title. */
export function shortName(csl: CslItem): string {
  const [first] = makersOf(csl)
  const year = yearOf(csl)
  const who = first === undefined ? shorten(csl.title ?? 'no author') : familyOf(first)
  return year === undefined ? who : `${who} ${year}`
}

/** At most `length` units of a text, cut at a word. */
export function shorten(text: string, length = 40): string {
  if (text.length <= length) return text
  const cut = text.lastIndexOf(' ', length - 1)
  return `${text.slice(0, cut > length / 2 ? cut : length - 1).trimEnd()}…`
}
