import type { Accept } from '../model/config.ts'
import type { Document } from '../model/document.ts'
import type { Evidence, Fix } from '../model/finding.ts'
import type { Answers, LinkRecord, Query } from '../model/query.ts'
import type { Reference } from '../model/reference.ts'
import type { Span } from '../model/source.ts'
import { findDois, findUrls } from '../text/identifiers/index.ts'
import { segmentsOf, spanOf } from '../text/passage.ts'
import { typedPlaces } from './damages.ts'

/** A web address of the manuscript, wherever it stands. */
export interface CitedLink {
  /** in normal form */
  readonly url: string
  /** as typed */
  readonly text: string
  readonly span: Span
  /** stands in the source as it is typed, so that it may be replaced */
  readonly isWhole: boolean
  readonly reference?: Reference
}

/** Resolvers of identifiers: their registries are asked instead. */
const RESOLVERS =
  /^https?:\/\/(?:[^/]{0,40}\.)?(?:doi\.org|arxiv\.org|pubmed\.ncbi\.nlm\.nih\.gov|hdl\.handle\.net|orcid\.org)(?:[/:]|$)/i
/** Addresses that were made up for examples, and those of the own machine. */
const NOWHERE =
  /^https?:\/\/(?:localhost|127\.|\[|192\.168\.|10\.|[^/]*\.(?:local|internal|localhost|test|invalid))(?:[/:]|$|\d)/i
const FIELDS: ReadonlySet<string> = new Set(['url', 'ur', 'l1', 'l2'])

const found = new WeakMap<Document, readonly CitedLink[]>()

/** Every web address that can be asked for: damaged ones and those of resolvers are left to other rules. */
export function citedLinks(document: Document): readonly CitedLink[] {
  const before = found.get(document)
  if (before !== undefined) return before
  const links = [...findLinks(document)]
  found.set(document, links)
  return links
}

function* findLinks(document: Document): Iterable<CitedLink> {
  for (const { passage, reference } of typedPlaces(document)) {
    for (const { start, end, value, damages } of findUrls(passage.text)) {
      if (value === undefined || !isAsked(value) || damages.some(({ fixed }) => fixed === undefined)) continue
      const text = passage.text.slice(start, end)
      const isWhole = damages.length === 0 && segmentsOf(passage, start, end).length === 1
      yield {
        url: value,
        text,
        span: spanOf(passage, start, end),
        isWhole,
        ...(reference === undefined ? {} : { reference }),
      }
    }
  }
  for (const reference of document.references) {
    for (const { name, value: field, span } of reference.written ?? []) {
      if (!FIELDS.has(name.toLowerCase())) continue
      const [first] = findUrls(field)
      if (first?.value === undefined || first.damages.length > 0 || !isAsked(first.value)) continue
      const place = { path: span.path, start: span.start + first.start, end: span.start + first.end }
      yield { url: first.value, text: field.slice(first.start, first.end), span: place, isWhole: true, reference }
    }
  }
}

/** The landing page of a DOI says less than its registry, and publishers turn programs away. */
function isAsked(url: string): boolean {
  return /^https?:/.test(url) && !RESOLVERS.test(url) && !NOWHERE.test(url) && findDois(url).length === 0
}

/** Each address once, with the day on which the author saw it. */
export function* askLinks(document: Document): Iterable<Query> {
  const asked = new Set<string>()
  for (const { url, reference } of citedLinks(document)) {
    if (asked.has(url)) continue
    asked.add(url)
    const accessed = accessDay(reference)
    yield { kind: 'link', url, ...(accessed === undefined ? {} : { accessed }) }
  }
}

/** `YYYY-MM-DD` or shorter. */
export function accessDay(reference: Reference | undefined): string | undefined {
  const parts = reference?.csl.accessed?.['date-parts']?.[0]
  if (parts === undefined || !/^\d{4}$/.test(String(parts[0]))) return undefined
  const numbers = parts.map(String)
  const end = numbers.findIndex((part) => !/^\d{1,4}$/.test(part))
  return numbers
    .slice(0, end < 0 ? 3 : end)
    .map((part) => part.padStart(2, '0'))
    .join('-')
}

export interface LookedUp extends CitedLink {
  readonly record: LinkRecord
  readonly source: string
  readonly asOf: string
  /** other places with the same address */
  readonly others: readonly CitedLink[]
}

/** Every address about which something is known, at its first place; hosts that are accepted are left out. */
export function* lookedUpLinks(document: Document, answers: Answers, { hosts }: Accept): Iterable<LookedUp> {
  const groups = new Map<string, CitedLink[]>()
  for (const link of citedLinks(document)) {
    const group = groups.get(link.url)
    if (group === undefined) groups.set(link.url, [link])
    else group.push(link)
  }
  for (const [url, [first, ...others]] of groups) {
    const answer = answers.to({ kind: 'link', url })
    if (first === undefined || answer.state !== 'found' || isAccepted(url, hosts)) continue
    yield { ...first, record: answer.value, source: answer.source, asOf: answer.asOf, others }
  }
}

function isAccepted(url: string, hosts: readonly string[]): boolean {
  const { hostname } = new URL(url)
  return hosts.some((host) => hostname === host.toLowerCase() || hostname.endsWith(`.${host.toLowerCase()}`))
}

/** The shared parts of a finding about a link. */
export function linkEvidence({ url, asOf, source }: LookedUp, about: string, theirs: string): Evidence {
  return { about, ours: url, theirs, source, asOf, url }
}

/** Puts another address in the place of this one, everywhere. Never unseen: the page may have changed. */
export function replaceLink({ others, ...first }: LookedUp, title: string, text: string): Fix | undefined {
  const places = [first, ...others].filter(({ isWhole }) => isWhole)
  if (places.length === 0) return undefined
  return { title, safety: 'ask', edits: places.map(({ span }) => ({ span, text })) }
}
