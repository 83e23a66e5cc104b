import process from 'node:process'
import type { Block } from '../../src/model/block.ts'
import type { Document } from '../../src/model/document.ts'
import { readLedger } from '../../src/numbers/index.ts'
import type { LedgerInput } from '../../src/numbers/read.ts'
import { seeded } from './changes.ts'
import { documents, read } from './documents.ts'

/** Characters of a page. */
const PAGE = 3000

/** How many pages a CPU second the ledger reads, for documents of ten to a thousand pages made of all documents end to end. */
export async function speed(): Promise<void> {
  const parts: LedgerInput[] = []
  for (const { folder, source } of documents()) if (folder !== 'invented') parts.push(inputOf(await read(source)))
  // one mixture of documents for every length
  const random = seeded(9)
  const mixed = parts.map((part) => ({ part, at: random() })).sort((left, right) => left.at - right.at)
  const warm = bookOf(
    mixed.map(({ part }) => part),
    300,
  ).input
  for (let round = 0; round < 3; round++) readLedger(warm)
  for (const count of [30, 100, 300, 1000]) {
    const { input, pages } = bookOf(
      mixed.map(({ part }) => part),
      count,
    )
    const rounds = Math.max(1, Math.round(1000 / count))
    const times: number[] = []
    let figures = 0
    for (let repeat = 0; repeat < 3; repeat++) {
      const before = process.cpuUsage()
      for (let round = 0; round < rounds; round++) figures = readLedger(input).quantities.length
      const { user, system } = process.cpuUsage(before)
      times.push((user + system) / 1e6 / rounds)
    }
    const best = Math.min(...times)
    console.log(
      `${pages.toFixed(0)} pages, ${(figures / pages).toFixed(1)} quantities a page: ${(pages / best).toFixed(0)} pages a CPU second (best of 3; ${times.map((time) => (pages / time).toFixed(0)).join(', ')})`,
    )
  }
}

function inputOf({ blocks, blockLanguages, sections, language, citations, lists }: Document): LedgerInput {
  const skipped = (block: number): boolean =>
    lists.some(({ span }) => {
      const { start, end } = blocks[block]?.span ?? { start: -1, end: -1 }
      return span.start <= start && end <= span.end
    })
  return { blocks, languages: blockLanguages, sections, language, citations, skipped }
}

/** Documents one after another until there are enough pages; the last is cut. */
function bookOf(parts: readonly LedgerInput[], count: number): { readonly input: LedgerInput; readonly pages: number } {
  const blocks: Block[] = []
  const languages: string[] = []
  const sections: LedgerInput['sections'][number][] = []
  const citations: LedgerInput['citations'][number][] = []
  const skipped = new Set<number>()
  let length = 0
  for (let round = 0; length < count * PAGE; round = (round + 1) % parts.length) {
    const part = parts[round] as LedgerInput
    const first = blocks.length
    let taken = 0
    for (const [at, block] of part.blocks.entries()) {
      if (length >= count * PAGE) break
      blocks.push(block)
      languages.push(part.languages[at] ?? part.language)
      if (part.skipped(at)) skipped.add(first + at)
      else length += block.passage.text.length
      taken += 1
    }
    for (const section of part.sections)
      if (section.first < taken)
        sections.push({ ...section, first: section.first + first, end: Math.min(section.end, taken) + first })
    for (const citation of part.citations)
      if (citation.block < taken) citations.push({ ...citation, block: citation.block + first })
  }
  const input = {
    blocks,
    languages,
    sections,
    language: 'en',
    citations,
    skipped: (block: number) => skipped.has(block),
  }
  return { input, pages: length / PAGE }
}
