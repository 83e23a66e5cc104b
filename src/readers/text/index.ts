import type { Block, Link, ManuscriptParts, MarkedCitation } from '../../model/block.ts'
import type { Reader } from '../../model/plugin.ts'
import type { Passage, SourceFile } from '../../model/source.ts'
import { verbatim } from '../../text/passage.ts'
import { inlineHead, sectionWord } from '../../text/section-words.ts'
import { markedCitations } from '../shared/marked-citations.ts'
import { type Draft, draftsOf } from './drafts.ts'
import { noMetadata, readFrontMatter } from './front-matter.ts'
import { furnitureOf } from './furniture.ts'
import { joinBroken, markHeadings, markLostNumbers, splitGluedTitles } from './heal.ts'
import { hyphenationOf } from './hyphens.ts'
import { type InlineContext, readInline } from './inline.ts'
import { type Line, linesOf, wrappingOf } from './lines.ts'
import { type Regions, regionsOf } from './regions.ts'
import { RowReader } from './rows.ts'

/**
 * Reads plain text as it comes from PDF, OCR and word processors, with or without light Markdown marks. Linear in the
 * length of the text and never throws; every reading leads back to the source.
 */
export const text: Reader = { format: 'text', extensions: ['.txt', '.text'], read: readText }

function readText({ path, text: source }: SourceFile): ManuscriptParts {
  const lines = linesOf(source)
  const regions = regionsOf(path, source, lines)
  const drafts = draftAll(path, source, lines, regions)
  const links: Link[] = []
  const hyphenation = hyphenationOf(source)
  const comments = regions.comments.map(({ span }) => span)
  const blocks = readBlocks({ path, source, hyphenation, comments, links }, drafts)
  const front = regions.frontMatter
  const metadata = front === undefined ? noMetadata : readFrontMatter(path, source, lines, front)
  const title = metadata.title ?? titleOf(blocks)
  return {
    kind: 'manuscript',
    metadata: title === undefined ? metadata : { ...metadata, title },
    blocks,
    marked: marksOf(blocks, metadata.bibliography.length > 0),
    links: links.toSorted((left, right) => left.span.start - right.span.start),
    comments: regions.comments,
    troubles: [],
  }
}

function draftAll(path: string, source: string, lines: readonly Line[], regions: Regions): readonly Draft[] {
  const taken = (index: number): boolean => regions.taken.has(index)
  const furniture = furnitureOf(source, lines, taken)
  const context = { path, source, lines, wrapping: wrappingOf(lines, (index) => taken(index) || furniture.has(index)) }
  const whole = (kind: 'code' | 'running', first: Line, last: Line): Draft => {
    return { kind, slices: [{ from: first.from, to: last.to }], start: first.from, end: last.to, alone: true }
  }
  const code = new Map(regions.code.map((range) => [range.first, range]))
  const isText = (index: number): boolean => {
    const line = lines[index]
    return line !== undefined && line.from < line.to && !taken(index) && !furniture.has(index)
  }
  const drafts: Draft[] = []
  let number: number | undefined
  for (let index = 0; index < lines.length; ) {
    const fenced = code.get(index)
    if (fenced !== undefined) {
      drafts.push(whole('code', lines[index] as Line, lines[fenced.end - 1] as Line))
      index = fenced.end
    } else if (isText(index)) {
      let end = index + 1
      while (isText(end) && lines[end]?.newPage !== true) end++
      for (const draft of draftsOf(number === undefined ? context : { ...context, number }, index, end)) {
        drafts.push(draft)
        number = draft.marker?.number ?? number
        if (draft.kind === 'heading') number = undefined
      }
      index = end
    } else {
      if (furniture.has(index)) drafts.push(whole('running', lines[index] as Line, lines[index] as Line))
      index++
    }
  }
  const separate = splitGluedTitles(source, drafts)
  markHeadings(source, separate)
  markLostNumbers(separate)
  return joinBroken(source, separate)
}

function readBlocks(context: InlineContext, drafts: readonly Draft[]): readonly Block[] {
  const { path, source } = context
  const rows = new RowReader(context)
  const blocks: Block[] = []
  for (const [index, draft] of drafts.entries()) {
    const { kind, slices, start, end, level, marker, label } = draft
    if (kind === 'row') {
      const row = rows.read(draft, index, drafts[index + 1])
      if (row !== undefined) blocks.push(row)
      continue
    }
    const asIs = kind === 'code' || kind === 'running'
    blocks.push({
      kind,
      passage: asIs ? verbatim(path, source, start, end) : readInline(context, slices),
      span: { path, start, end },
      ...(level === undefined ? {} : { level }),
      ...(marker === undefined ? {} : { marker }),
      ...(label === undefined ? {} : { label }),
    })
  }
  return blocks
}

/** The last heading of no special kind before the first abstract, keywords or body section; else the first of all. */
function titleOf(blocks: readonly Block[]): Passage | undefined {
  let title: Passage | undefined
  for (const { kind, level, passage } of blocks) {
    const word = kind === 'heading' ? sectionWord(passage.text) : undefined
    if (word !== undefined && word.kind !== 'contents') break
    if (kind === 'heading' && word === undefined) {
      if (level === 1 && title === undefined) return passage
      title = passage
    }
    const head = kind === 'paragraph' ? inlineHead(passage.text) : undefined
    if (head !== undefined && (head.word.kind === 'abstract' || head.word.kind === 'keywords') && title !== undefined)
      break
    if (kind === 'paragraph' && passage.text.length > 600 && title !== undefined) break
  }
  return title
}

/**
 * The citations that the marks declare. A bare `@name` cites only in a text that has a library or bracketed keys: in other
 * plain text it is somebody's account.
 */
function marksOf(blocks: readonly Block[], hasLibrary: boolean): readonly MarkedCitation[] {
  const marked = blocks.flatMap(({ kind, passage }) =>
    kind === 'code' || kind === 'running' || kind === 'math' ? [] : markedCitations(passage).citations,
  )
  const keyed = hasLibrary || marked.some(({ kind, narrative }) => kind === 'key' && narrative !== true)
  return keyed ? marked : marked.filter(({ kind, narrative }) => kind !== 'key' || narrative !== true)
}
