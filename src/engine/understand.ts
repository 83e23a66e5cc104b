import { findCitations } from '../citations/index.ts'
import type { Block, ManuscriptParts } from '../model/block.ts'
import type { Document, Library } from '../model/document.ts'
import type { ReferenceParser } from '../model/parser.ts'
import type { LibraryParts, Reference } from '../model/reference.ts'
import type { SourceFile } from '../model/source.ts'
import { readLedger } from '../numbers/index.ts'
import { findReferenceLists } from '../reference-list/index.ts'
import { blockLanguages } from '../text/language.ts'
import { findSections } from '../text/sections.ts'
import { alignLists } from './align.ts'
import { linkCitations } from './link.ts'
import { libraryList, readLibrary, readLists } from './references.ts'

/** Kinds of block that hold prose of the author's own. */
const PROSE: ReadonlySet<Block['kind']> = new Set(['paragraph', 'item', 'quote', 'row', 'note', 'caption'])

/** Puts the parts of a manuscript together: lists, entries, sections, languages, citations and their links. */
export function understandManuscript(
  source: SourceFile,
  parts: ManuscriptParts,
  libraries: readonly Library[],
  missingLibraries: readonly string[],
  parser: ReferenceParser,
): Document {
  const { blocks, marked } = parts
  const languages = blockLanguages(blocks)
  const found = findReferenceLists(blocks, { path: source.path, source: source.text })
  const read = readLists(source, found, parser)
  const { counterparts, lists } = alignLists(read.lists, read.references)
  const inList = (block: number): boolean => found.some(({ first, end }) => block >= first && block < end)
  const all = [...read.references, ...libraries.flatMap((library) => library.references)]
  const sites = findCitations(blocks, {
    languages,
    skip: inList,
    knownFamilies: familiesOf(all),
    knownGivens: all.flatMap(({ csl }) => (csl.author ?? []).flatMap(({ given }) => given ?? [])),
    entries: read.references.length,
    numbered: lists.some((list) => list.numbering !== 'none'),
  })
  const citations = linkCitations(sites, marked, {
    path: source.path,
    lists,
    references: read.references,
    libraries,
    counterparts,
  })
  const own = mainLanguages(blocks, languages, inList)
  const { title } = parts.metadata
  const language = parts.metadata.language?.slice(0, 2).toLowerCase() ?? own[0] ?? 'und'
  const sections = findSections(blocks, languages)
  const ledger = readLedger({ blocks, languages, sections, language, citations, skipped: inList })
  return {
    source,
    kind: 'manuscript',
    language,
    languages: own,
    metadata: parts.metadata,
    ...(title === undefined ? {} : { title }),
    blocks,
    sections,
    blockLanguages: languages,
    lists,
    references: read.references,
    libraries,
    missingLibraries,
    counterparts,
    citations,
    links: parts.links,
    comments: parts.comments,
    quantities: ledger.quantities,
    relations: ledger.relations,
    hasBody: blocks.some((block, index) => PROSE.has(block.kind) && !inList(index)),
    troubles: [...(source.troubles ?? []), ...parts.troubles],
    unchecked: [],
  }
}

/** A library file as a document of its own: entries, and nothing that cites them. */
export function understandLibrary(source: SourceFile, parts: LibraryParts): Document {
  const { references, list } = asLibrary(source, parts)
  return {
    source,
    kind: 'library',
    language: 'und',
    languages: [],
    metadata: { bibliography: [], nocite: [] },
    blocks: [],
    sections: [],
    blockLanguages: [],
    lists: [list],
    references,
    libraries: [],
    missingLibraries: [],
    counterparts: {},
    citations: [],
    links: [],
    comments: parts.comments,
    quantities: [],
    relations: [],
    hasBody: false,
    troubles: [...(source.troubles ?? []), ...parts.troubles],
    unchecked: [],
  }
}

/** A library as a manuscript that cites from it sees it. */
export function asLibrary(source: SourceFile, parts: LibraryParts): Library {
  const references = readLibrary(source, parts.entries)
  return { path: source.path, list: libraryList(source, references), references }
}

function* familiesOf(references: readonly Reference[]): Iterable<string> {
  for (const { csl } of references) {
    for (const name of [...(csl.author ?? []), ...(csl.editor ?? [])]) {
      const family = name.family ?? name.literal
      if (family !== undefined) yield family
    }
  }
}

/** Languages by the amount of prose outside the lists, most first; below one part in fifty they do not count. */
function mainLanguages(
  blocks: readonly Block[],
  languages: readonly string[],
  inList: (block: number) => boolean,
): readonly string[] {
  const amounts = new Map<string, number>()
  let all = 0
  for (const [index, block] of blocks.entries()) {
    const language = languages[index]
    if (language === undefined || language === 'und' || !PROSE.has(block.kind) || inList(index)) continue
    amounts.set(language, (amounts.get(language) ?? 0) + block.passage.text.length)
    all += block.passage.text.length
  }
  return [...amounts]
    .filter(([, amount]) => amount * 50 >= all)
    .sort((left, right) => right[1] - left[1])
    .map(([language]) => language)
}
