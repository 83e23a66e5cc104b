import type { Block } from '../model/block.ts'
import type { ListKind } from '../model/reference.ts'
import type { Span } from '../model/source.ts'
import { slicePassage, spanOf } from '../text/passage.ts'
import { inlineHead, type SectionWord, sectionWord } from '../text/section-words.ts'
import { endsLikeEntry, hasYear, referenceLook, startsLikeEntry, startsLower } from './look.ts'

/** The blocks of a list: its heading and what stands under it. */
export interface Region {
  readonly heading?: string
  readonly headingSpan?: Span
  readonly kind: ListKind
  /** of the heading's words; undefined without a heading */
  readonly language: string | undefined
  /** half-open range of block indexes, the heading included */
  readonly first: number
  readonly end: number
  /** what holds the entries, in order, furniture and subheadings left out */
  readonly content: readonly Block[]
}

interface Heading {
  readonly word: SectionWord
  readonly text: string
  readonly span: Span
  /** what follows a heading that runs into its paragraph */
  readonly rest?: Block
}

const longestHeading = 120
const longProse = 250

/** Every list under a heading; without one, a run of references at the end of the text. */
export function regionsOf(blocks: readonly Block[]): readonly Region[] {
  const regions: Region[] = []
  for (let index = 0; index < blocks.length; index++) {
    const heading = headingOf(blocks[index] as Block)
    if (heading === undefined) continue
    const region = under(blocks, index, heading)
    if (region === undefined) continue
    regions.push(region)
    index = region.end - 1
  }
  if (regions.length > 0) return regions
  const trailing = trailingRegion(blocks)
  return trailing === undefined ? [] : [trailing]
}

function headingOf(block: Block): Heading | undefined {
  const { kind, passage, span } = block
  if (kind !== 'heading' && kind !== 'paragraph' && kind !== 'item') return undefined
  const word = passage.text.length <= longestHeading ? sectionWord(passage.text) : undefined
  if (isList(word)) return { word, text: passage.text.trim(), span: kind === 'heading' ? spanOf(passage) : span }
  const head = kind === 'heading' ? undefined : inlineHead(passage.text)
  if (head === undefined || !isList(head.word)) return undefined
  const rest = slicePassage(passage, head.end, passage.text.length)
  const opens = /^[[(]?1[\]).]/.test(rest.text) || (referenceLook(rest.text) >= 3 && startsLikeEntry(rest.text))
  if (!opens) return undefined
  const text = passage.text
    .slice(0, head.end)
    .trim()
    .replace(/[.:：]$/, '')
  const { marker: _, ...unmarked } = block
  return {
    word: head.word,
    text,
    span: spanOf(passage, 0, head.end),
    rest: { ...unmarked, kind: 'paragraph', passage: rest, span: spanOf(rest) },
  }
}

function isList(word: SectionWord | undefined): word is SectionWord {
  return word?.kind === 'references' || word?.kind === 'further-reading'
}

function under(blocks: readonly Block[], first: number, heading: Heading): Region | undefined {
  const content: { block: Block; index: number }[] =
    heading.rest === undefined ? [] : [{ block: heading.rest, index: first }]
  let prose = 0
  let index = first + 1
  for (; index < blocks.length; index++) {
    const block = blocks[index] as Block
    if (isFurniture(block)) continue
    if (isRepeated(block, heading, content)) continue
    if (endsList(blocks, index, content.at(-1)?.block)) break
    if (block.kind === 'heading' && isDivider(blocks, index)) continue
    content.push({ block, index })
    prose = isProse(block) ? prose + 1 : 0
    if (prose < 2) continue
    content.splice(-2)
    break
  }
  while (content.length > 1 && isAfterword(content)) content.pop()
  const last = content.at(-1)
  if (last === undefined || !holdsReferences(content.map(({ block }) => block))) return undefined
  return {
    heading: heading.text,
    headingSpan: heading.span,
    kind: heading.word.kind === 'further-reading' ? 'further-reading' : 'references',
    language: heading.word.language,
    first,
    end: last.index + 1,
    content: content.map(({ block }) => block),
  }
}

function isFurniture({ kind }: Block): boolean {
  return (
    kind === 'note' ||
    kind === 'running' ||
    kind === 'comment' ||
    kind === 'code' ||
    kind === 'math' ||
    kind === 'caption'
  )
}

/** The list's own heading again, as a running head that nobody recognised: something of an entry must stand before it. */
function isRepeated(block: Block, heading: Heading, content: readonly { block: Block }[]): boolean {
  const text = block.passage.text.trim()
  if (content.length === 0 || text.length > longestHeading || block.kind === 'item') return false
  return text.replace(/\d+/g, '').trim().toLowerCase() === heading.text.replace(/\d+/g, '').trim().toLowerCase()
}

/** Whether a block is no part of the list that stands before it. */
function endsList(blocks: readonly Block[], index: number, before: Block | undefined): boolean {
  const block = blocks[index] as Block
  if (block.kind === 'row') return true
  const { text } = block.passage
  const word = text.length <= longestHeading && block.kind !== 'item' ? sectionWord(text) : undefined
  if (word !== undefined) return true
  if (block.kind === 'heading') {
    if (referenceLook(text) >= 2 && block.level !== 1) return false
    return !isDivider(blocks, index) || before === undefined
  }
  if (block.kind === 'item') return false
  const head = inlineHead(text)
  return (
    head !== undefined &&
    head.word.kind !== 'introduction' &&
    head.word.kind !== 'contents' &&
    !hasYear(text.slice(0, 200))
  )
}

/** A heading within a list (`Books`, `Источники на русском языке`): references follow it. */
function isDivider(blocks: readonly Block[], index: number): boolean {
  if (referenceLook(blocks[index]?.passage.text ?? '') >= 2) return false
  const next = blocks.slice(index + 1, index + 8).filter((block) => !isFurniture(block))
  const some = next.slice(0, 2)
  return some.length > 0 && some.every((block) => block.kind !== 'heading' && looksLikeReference(block))
}

function looksLikeReference({ passage }: Block): boolean {
  const { text } = passage
  return (
    referenceLook(text) >= (text.length > 600 || (text.length > longProse && !startsLikeEntry(text)) ? 4 : 2) &&
    (hasYear(text) || startsLikeEntry(text) || /https?:/.test(text))
  )
}

function isProse(block: Block): boolean {
  if (block.kind === 'item' || block.marker !== undefined) return false
  const { text } = block.passage
  return text.length > longProse && referenceLook(text) < 3 && !startsLikeEntry(text)
}

/** The last paragraph, if it is no entry and no tail of one: a note of the editors, an address. */
function isAfterword(content: readonly { block: Block }[]): boolean {
  const block = content.at(-1)?.block as Block
  const before = content.at(-2)?.block as Block
  const { text } = block.passage
  if (block.kind === 'item' || block.marker !== undefined || startsLower(text)) return false
  if (referenceLook(text) >= 2 || startsLikeEntry(text) || /https?:|doi/i.test(text)) return false
  return (
    endsLikeEntry(before.passage.text) && (before.kind === 'item' || before.marker !== undefined || text.length > 40)
  )
}

function holdsReferences(content: readonly Block[]): boolean {
  const some = content.slice(0, 60)
  const like = some.filter(looksLikeReference).length
  const items = some.filter(({ kind, marker }) => kind === 'item' || marker !== undefined).length
  const total = some.reduce((sum, { passage }) => sum + passage.text.length, 0)
  if (like === 0)
    return items >= 2 && total < 400 * items && some.some(({ passage }) => referenceLook(passage.text) >= 1)
  return like * 3 >= some.length || like >= 4
}

const fewestTrailing = 4

/** A run of references at the end of the text, or a text that is nothing else. */
function trailingRegion(blocks: readonly Block[]): Region | undefined {
  let first = blocks.length
  let end = 0
  let like = 0
  let unlike = 0
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index] as Block
    if (isFurniture(block)) continue
    const { text } = block.passage
    if (block.kind === 'heading' || block.kind === 'row') break
    if (referenceLook(text) >= 3 && hasYear(text) && (startsLikeEntry(text) || block.marker !== undefined)) {
      like++
      first = index
      if (end === 0) end = index + 1
    } else if (end === 0 || text.length > 600 || ++unlike * 3 > like + 1) break
  }
  const rest = blocks.filter((block) => !isFurniture(block)).length
  const content = blocks.slice(first, end).filter((block) => !isFurniture(block))
  if (like < fewestTrailing && !(like >= 2 && content.length === rest)) return undefined
  return { kind: 'references', language: undefined, first, end, content }
}
