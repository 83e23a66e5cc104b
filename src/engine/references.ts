import type { CslItem } from '../model/csl.ts'
import type { ReferenceParser } from '../model/parser.ts'
import type { Identifiers, LibraryEntry, ListItem, Reference, ReferenceList } from '../model/reference.ts'
import type { SourceFile, Span } from '../model/source.ts'
import type { FoundEntry, FoundList } from '../reference-list/index.ts'
import {
  normaliseArxiv,
  normaliseDoi,
  normaliseIsbn,
  normaliseIssn,
  normalisePmcid,
  normalisePmid,
  normaliseUrl,
} from '../text/identifiers/index.ts'
import { languageOf } from '../text/language.ts'
import { segmentsOf, verbatim } from '../text/passage.ts'

/** The typed-out lists of a manuscript with their entries parsed. Ids count through the file from 1. */
export function readLists(
  source: SourceFile,
  found: readonly FoundList[],
  parser: ReferenceParser,
): { lists: readonly ReferenceList[]; references: readonly Reference[] } {
  const lists: ReferenceList[] = []
  const references: Reference[] = []
  for (const [index, list] of found.entries()) {
    const id = `${source.path}#list${index + 1}`
    const first = references.length
    for (const [position, entry] of list.entries.entries()) {
      references.push(readEntry(source, id, references.length + 1, position, entry, parser))
    }
    const items: ListItem[] = list.items.map(({ entry, ...item }) => ({
      ...item,
      reference: (references[first + entry] as Reference).id,
    }))
    lists.push({
      id,
      ...(list.heading === undefined ? {} : { heading: list.heading }),
      ...(list.headingSpan === undefined ? {} : { headingSpan: list.headingSpan }),
      kind: list.kind,
      language: list.language,
      numbering: list.numbering,
      span: list.span,
      items,
      references: references.slice(first).map((reference) => reference.id),
    })
  }
  return { lists, references }
}

function readEntry(
  source: SourceFile,
  list: string,
  count: number,
  index: number,
  entry: FoundEntry,
  parser: ReferenceParser,
): Reference {
  const { passage, number, markerSpan, span } = entry
  const segments = segmentsOf(passage, 0, passage.text.length)
  const parsed = parser.parse(passage.text)
  const id = `${source.path}#${count}`
  const csl: CslItem = { ...(parsed?.csl ?? { type: 'document' }), id: String(count) } as CslItem
  return {
    id,
    list,
    label: String(number ?? index + 1),
    ...(number === undefined ? {} : { number }),
    index,
    raw: sourceOf(source, segments),
    passage,
    span,
    segments,
    ...(markerSpan === undefined ? {} : { labelSpan: markerSpan }),
    csl,
    fields: (parsed?.fields ?? []).map(({ field, start, end, confidence }) => ({
      field,
      text: passage.text.slice(start, end),
      segments: segmentsOf(passage, start, end),
      confidence,
    })),
    confidence: parsed?.confidence ?? 0,
    identifiers: identifiersOf(csl),
    language: parsed?.language ?? languageOf(passage.text) ?? 'und',
  }
}

/** The entries of a library file, in order. */
export function readLibrary(source: SourceFile, entries: readonly LibraryEntry[]): readonly Reference[] {
  return entries.map((entry, index) => {
    const { key, keySpan, span, entryType, fields, csl } = entry
    return {
      id: `${source.path}#${key}`,
      list: source.path,
      label: key,
      key,
      index,
      raw: source.text.slice(span.start, span.end),
      passage: verbatim(source.path, source.text, span.start, span.end),
      span,
      segments: [span],
      labelSpan: keySpan,
      csl,
      fields: [],
      confidence: 1,
      identifiers: identifiersOf(csl),
      written: fields,
      entryType,
      language: csl.language?.slice(0, 2).toLowerCase() ?? languageOf(csl.title ?? '') ?? 'und',
    }
  })
}

/** A library file as a list. */
export function libraryList(source: SourceFile, references: readonly Reference[]): ReferenceList {
  return {
    id: source.path,
    kind: 'library',
    language: 'und',
    numbering: 'none',
    span: { path: source.path, start: 0, end: source.text.length },
    items: [],
    references: references.map((reference) => reference.id),
  }
}

function sourceOf(source: SourceFile, segments: readonly Span[]): string {
  return segments.map(({ start, end }) => source.text.slice(start, end)).join('')
}

const NORMALISE: { readonly [Scheme in keyof Identifiers]-?: [string, (text: string) => string | undefined] } = {
  doi: ['DOI', normaliseDoi],
  url: ['URL', normaliseUrl],
  isbn: ['ISBN', normaliseIsbn],
  issn: ['ISSN', normaliseIssn],
  arxiv: ['arxiv', normaliseArxiv],
  pmid: ['PMID', normalisePmid],
  pmcid: ['PMCID', normalisePmcid],
}

function identifiersOf(csl: CslItem): Identifiers {
  const found: Record<string, string> = {}
  for (const [scheme, [variable, normalise]] of Object.entries(NORMALISE)) {
    const written = csl[variable]
    const normal = typeof written === 'string' ? normalise(written) : undefined
    if (normal !== undefined) found[scheme] = normal
  }
  return found
}
