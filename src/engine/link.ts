import type { MarkedCitation } from '../model/block.ts'
import type { Citation, CitationLink, CitationSite } from '../model/citation.ts'
import type { Library } from '../model/document.ts'
import type { Reference, ReferenceList } from '../model/reference.ts'
import { Entries, type Fit } from './fit.ts'
import { numbersOf } from './link-numbers.ts'

export interface LinkContext {
  readonly path: string
  readonly lists: readonly ReferenceList[]
  readonly references: readonly Reference[]
  readonly libraries: readonly Library[]
  readonly counterparts: Readonly<Record<string, string>>
}

/**
 * Finds the entry that each citation means. Ids are `path#c1`… in the order of the text. `targets` are entries of the first
 * list; an entry of a parallel list is a further link only where it fits the text better than its counterpart does. What is
 * meant but does not agree (a misspelled author, a year off by one, a missing co-author) is linked as `near`, with what
 * differs. Time for one citation does not grow with the lists.
 */
export function linkCitations(
  sites: readonly CitationSite[],
  marked: readonly MarkedCitation[],
  context: LinkContext,
): readonly Citation[] {
  const all = [...sites, ...marked.map(siteOf)].sort(
    (left, right) => left.span.start - right.span.start || left.span.end - right.span.end,
  )
  const linker = new Linker(context)
  let before: readonly CitationLink[] = []
  const linked = all.map((site) => {
    const links =
      site.cited.ibid === true ? before.map((link) => ({ ...link, reason: 'ibid' as const })) : linker.link(site)
    if (site.kind !== 'note' || links.length > 0) before = links
    linker.remember(links)
    return links
  })
  const settled = linker.preferUncited(all, linked)
  return all.map((site, index) => {
    const links = settled[index] as readonly CitationLink[]
    const { kind, text, span, group, cited, yearSpan, block } = site
    const id = `${context.path}#c${index + 1}`
    const targets = linker.targetsOf(links)
    // each part by its name: spreading the site costs as much as linking it
    return yearSpan === undefined
      ? { kind, text, span, group, cited, block, id, links, targets }
      : { kind, text, span, group, cited, yearSpan, block, id, links, targets }
  })
}

function siteOf(marked: MarkedCitation): CitationSite {
  const { kind, key, scheme, span, group, prefix, locator } = marked
  return {
    kind,
    text: kind === 'key' ? typedKey(key, span.end - span.start) : key,
    span,
    group,
    cited: {
      key,
      ...(scheme === undefined ? {} : { scheme }),
      ...(prefix === undefined ? {} : { prefix }),
      ...(locator === undefined ? {} : { locator }),
    },
    block: -1,
  }
}

/** The key as the author typed it, told by its length: `@key`, `-@key`, `@{key}`, `-@{key}`. */
function typedKey(key: string, length: number): string {
  const forms = [`@${key}`, `-@${key}`, `@{${key}}`, `-@{${key}}`]
  return forms.find((form) => form.length === length) ?? `@${key}`
}

/** Schemes of an identifier citation and the field of an entry that holds it. */
const SCHEMES = ['doi', 'pmid', 'pmcid', 'arxiv', 'isbn', 'url'] as const

class Linker {
  readonly #counterparts: Readonly<Record<string, string>>
  readonly #listOf = new Map<string, string>()
  readonly #parallel: ReadonlyMap<string, string>
  readonly #byKey = new Map<string, string>()
  readonly #byIdentifier = new Map<string, string>()
  readonly #numbers: ReadonlyMap<number, string>
  readonly #doubtful: ReadonlySet<number>
  readonly #entries: Entries
  /** in order of the text */
  readonly #cited: string[] = []

  constructor({ lists, references, libraries, counterparts }: LinkContext) {
    this.#counterparts = counterparts
    this.#parallel = new Map(
      lists.flatMap(({ id, parallelTo }) => (parallelTo === undefined ? [] : [[id, parallelTo]])),
    )
    const all = [...references, ...libraries.flatMap((library) => library.references)]
    for (const { id, list, key, identifiers } of all) {
      this.#listOf.set(id, list)
      if (key !== undefined && !this.#byKey.has(key)) this.#byKey.set(key, id)
      for (const scheme of SCHEMES) {
        const value = identifiers[scheme]
        if (value !== undefined && !this.#byIdentifier.has(`${scheme}:${value.toLowerCase()}`)) {
          this.#byIdentifier.set(`${scheme}:${value.toLowerCase()}`, id)
        }
      }
    }
    const { numbers, doubtful } = numbersOf(lists, references)
    this.#numbers = numbers
    this.#doubtful = doubtful
    this.#entries = new Entries(all)
  }

  link(site: CitationSite): readonly CitationLink[] {
    const { key = '', scheme = '', numbers } = site.cited
    if (site.kind === 'key') return this.#found(this.#byKey.get(key), 'key')
    if (site.kind === 'identifier')
      return this.#found(this.#byIdentifier.get(`${scheme}:${key.toLowerCase()}`), 'identifier')
    if (site.kind === 'numeric')
      return (numbers ?? []).flatMap((number) =>
        this.#found(this.#numbers.get(number), 'number', this.#doubtful.has(number) ? 0.5 : 1),
      )
    if (site.cited.names === undefined) return []
    const links = this.#canonical(this.#entries.fits(site.cited))
    return site.kind === 'note' ? this.#inNote(site, links) : links
  }

  /** A note cites works that no list has: only an entry that agrees wholly is meant; "op. cit." is the one cited last. */
  #inNote({ cited }: CitationSite, links: readonly CitationLink[]): readonly CitationLink[] {
    const sound = links.filter(({ reason }) => reason === 'name-year')
    if (cited.year !== undefined || sound.length < 2) return sound.slice(0, 1)
    const last = sound.map(({ reference }) => this.#cited.lastIndexOf(reference))
    const latest = Math.max(...last)
    return latest < 0 ? [] : [sound[last.indexOf(latest)] as CitationLink]
  }

  remember(links: readonly CitationLink[]): void {
    for (const { reference } of links) this.#cited.push(reference)
  }

  #found(reference: string | undefined, reason: CitationLink['reason'], probability = 1): readonly CitationLink[] {
    return reference === undefined ? [] : [{ reference, reason, probability }]
  }

  /** The entry of the first list for an entry of a list that repeats it. */
  #original(id: string): string {
    const list = this.#listOf.get(id)
    return (list !== undefined && this.#parallel.has(list) ? this.#counterparts[id] : undefined) ?? id
  }

  /** One link for each work; the parallel entry beside it where only that one agrees with the text. */
  #canonical(fits: readonly Fit[]): readonly CitationLink[] {
    const [single] = fits
    if (single === undefined) return []
    if (fits.length === 1 && this.#original(single.reference) === single.reference) return [toLink(single)]
    const works = new Map<string, Fit[]>()
    for (const fit of fits) {
      const original = this.#original(fit.reference)
      works.set(original, [...(works.get(original) ?? []), fit])
    }
    return [...works].flatMap(([original, found]) => {
      const own = found.find((fit) => fit.reference === original)
      const best = found.reduce((left, right) => (right.score > left.score ? right : left))
      if (own !== undefined && (own === best || best.differs.length >= own.differs.length)) return [toLink(own)]
      if (own !== undefined) return [{ ...toLink(own), probability: best.probability }, toLink(best)]
      const differing = this.#entries.differences(original, best)
      if (differing === undefined) return [{ ...toLink(best), reference: original }]
      const differs = [...new Set([...best.differs, ...differing.differs])]
      const link = { ...toLink(best), reference: original, reason: 'near' as const, differs }
      return best.differs.length > 0 ? [link] : [link, toLink(best)]
    })
  }

  /** Of several misspelled candidates that are equally near, those that nothing else cites. */
  preferUncited(
    sites: readonly CitationSite[],
    linked: readonly (readonly CitationLink[])[],
  ): readonly (readonly CitationLink[])[] {
    const cited = new Set(
      linked.flatMap((links) => links.filter(({ reason }) => reason !== 'near').map(({ reference }) => reference)),
    )
    return linked.map((links, index) => {
      if (
        links.length < 2 ||
        sites[index]?.cited.names?.length !== 1 ||
        !links.every(({ reason }) => reason === 'near')
      )
        return links
      const originals = links.filter(({ reference }) => !cited.has(reference))
      return originals.length === 1 ? originals : links
    })
  }

  targetsOf(links: readonly CitationLink[]): readonly string[] {
    const [only] = links
    if (only === undefined) return []
    if (links.length === 1) return [this.#original(only.reference)]
    return [...new Set(links.map(({ reference }) => this.#original(reference)))]
  }
}

function toLink({ reference, differs, probability }: Fit): CitationLink {
  return {
    reference,
    reason: differs.length === 0 ? 'name-year' : 'near',
    probability: Math.round(probability * 1000) / 1000,
    ...(differs.length === 0 ? {} : { differs }),
  }
}
