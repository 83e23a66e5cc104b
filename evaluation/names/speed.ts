import process from 'node:process'
import { findCitations } from '../../src/citations/index.ts'
import { alignLists } from '../../src/engine/align.ts'
import { AnswerBook } from '../../src/engine/answers.ts'
import { checkRules } from '../../src/engine/check.ts'
import { linkCitations } from '../../src/engine/link.ts'
import type { Block } from '../../src/model/block.ts'
import type { CslName } from '../../src/model/csl.ts'
import type { Document } from '../../src/model/document.ts'
import type { Reference, ReferenceList } from '../../src/model/reference.ts'
import type { Rule } from '../../src/model/rule.ts'
import { verbatim } from '../../src/text/passage.ts'
import { random } from './plants.ts'

const WORDS_A_PAGE = 400
/** Units of text that count as a page. */
const PAGE = 3000
/** The least of so many runs counts: other work on the machine only adds. */
const RUNS = 5
const ONSETS = 'b d f g h k l m n p r s t v z br kr st tr sh ch'.split(' ')
const VOWELS = 'a e i o u ai ei'.split(' ')
const ENDS = 'son ov ev ini berg mann ska lund ić er'.split(' ')

function surname(chance: () => number): string {
  const any = (list: readonly string[]): string => list[Math.floor(chance() * list.length)] as string
  const word = any(ONSETS) + any(VOWELS) + any(ONSETS) + any(VOWELS) + any(ENDS)
  return word[0]?.toUpperCase() + word.slice(1)
}

/** A manuscript of invented words: three citations and some capitalised words a page, some citations misspelt. */
function manuscript(pages: number, references: number): { blocks: readonly Block[]; entries: readonly Reference[] } {
  const chance = random(7)
  const span = { path: 'm', start: 0, end: 0 }
  const entries = Array.from({ length: references }, (_, index): Reference => {
    const author: CslName[] = Array.from({ length: 1 + Math.floor(chance() * 3) }, () => ({
      family: surname(chance),
      given: 'A. B.',
    }))
    const year = 1980 + Math.floor(chance() * 45)
    const text = `${author.map(({ family }) => `${family}, A. B.`).join(', ')} (${year}). Roads of ${surname(chance)}.`
    return {
      id: `a${index}`,
      list: 'a',
      label: String(index + 1),
      index,
      raw: text,
      passage: verbatim('m', text),
      span,
      segments: [span],
      csl: { id: `a${index}`, type: 'book', author, issued: { 'date-parts': [[year]] }, title: text },
      fields: [],
      confidence: 1,
      identifiers: {},
      language: 'en',
    }
  })
  const blocks = Array.from({ length: pages }, (): Block => {
    const words = Array.from({ length: WORDS_A_PAGE }, (_, at) => {
      if (at % 133 === 60) {
        const { csl } = entries[Math.floor(chance() * entries.length)] as Reference
        const [first] = csl.author ?? []
        const family = chance() < 0.05 ? `${first?.family}e` : first?.family
        return `(${family}${(csl.author?.length ?? 0) > 1 ? ' et al.' : ''}, ${csl.issued?.['date-parts']?.[0]?.[0]})`
      }
      return at % 20 === 0 ? surname(chance) : 'roads lead people on'.split(' ')[at % 4]
    })
    const text = words.join(' ')
    return { kind: 'paragraph', passage: verbatim('m', text), span }
  })
  return { blocks, entries }
}

/** Prints the time of finding and linking citations a page, by length of text and list: the least of some runs. */
export function measureSpeed(): void {
  for (const [pages, references] of [
    [20, 60],
    [100, 300],
    [300, 1000],
    [1000, 300],
    [1000, 1000],
  ] as const) {
    let finding = Number.POSITIVE_INFINITY
    let linking = Number.POSITIVE_INFINITY
    let said = ''
    for (let run = 0; run < RUNS; run++) {
      const { found, linked, text } = measureOnce(pages, references)
      finding = Math.min(finding, found)
      linking = Math.min(linking, linked)
      said = text
    }
    const each = (time: number): string => (time / pages).toFixed(3)
    console.log(
      `${pages} pages, ${references} references: ${each(finding + linking)} ms a page (finding ${each(finding)}, aligning and linking ${each(linking)}); ${said}`,
    )
  }
}

/** New objects each time: what was read of a name once must be read again. */
function measureOnce(pages: number, references: number): { found: number; linked: number; text: string } {
  const { blocks, entries } = manuscript(pages, references)
  const list: ReferenceList = {
    id: 'a',
    kind: 'references',
    language: 'en',
    numbering: 'none',
    span: { path: 'm', start: 0, end: 0 },
    items: [],
    references: entries.map(({ id }) => id),
  }
  const start = cpu()
  const sites = findCitations(blocks, {
    languages: blocks.map(() => 'en'),
    skip: () => false,
    knownFamilies: entries.flatMap(({ csl }) => (csl.author ?? []).map(({ family }) => family ?? '')),
    numbered: false,
  })
  const found = cpu()
  const { lists, counterparts } = alignLists([list], entries)
  const linked = linkCitations(sites, [], { path: 'm', lists, references: entries, libraries: [], counterparts })
  const end = cpu()
  const open = linked.filter(({ links }) => links.length === 0).length
  return { found: found - start, linked: end - found, text: `${linked.length} citations, ${open} open` }
}

/** Finds and links the citations of a document again, as it was understood. */
function relink(document: Document): void {
  const { blocks, blockLanguages, lists, references, libraries, counterparts } = document
  const listed = lists.map(({ span }) => span)
  const all = [...references, ...libraries.flatMap((library) => library.references)]
  const sites = findCitations(blocks, {
    languages: blockLanguages,
    skip: (index) => {
      const own = blocks[index]?.span
      return own !== undefined && listed.some(({ start, end }) => start <= own.start && own.end <= end)
    },
    knownFamilies: all
      .flatMap(({ csl }) => [...(csl.author ?? []), ...(csl.editor ?? [])])
      .flatMap(({ family, literal }) => family ?? literal ?? []),
    numbered: lists.some(({ numbering }) => numbering !== 'none'),
  })
  linkCitations(sites, [], { path: document.source.path, lists, references, libraries, counterparts })
}

/** Prints the time of finding and linking citations and of the rules of names and citations in real documents. */
export function measureDocuments(all: readonly Document[], rules: readonly Rule[], name: string): void {
  const pages = all.reduce((sum, { source }) => sum + source.text.length, 0) / PAGE
  const settings = { rules: {}, accept: { names: [], pairs: [], dois: [], hosts: [] }, today: '2026-11-22' }
  const least = { first: 0, link: Number.POSITIVE_INFINITY, rules: Number.POSITIVE_INFINITY }
  for (let run = 0; run < RUNS; run++) {
    // what was read of the names once must be read again
    const documents = all.map((document) => ({
      ...document,
      references: structuredClone(document.references),
      libraries: structuredClone(document.libraries),
    }))
    const start = cpu()
    for (const document of documents) relink(document)
    const linked = cpu()
    for (const document of documents) checkRules(rules, document, new AnswerBook(), settings)
    const end = cpu()
    if (run === 0) least.first = linked - start
    least.link = Math.min(least.link, linked - start)
    least.rules = Math.min(least.rules, end - linked)
  }
  const each = (time: number): string => (time / pages).toFixed(3)
  console.log(
    `${name}: ${all.length} documents, ${pages.toFixed(0)} pages: finding and linking ${each(least.link)} ms a page (${each(least.first)} in the first run), rules ${each(least.rules)}`,
  )
}

/** Milliseconds of processor time: other work on the machine does not count. */
function cpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
