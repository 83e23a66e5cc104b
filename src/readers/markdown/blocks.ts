import type { Image, ImageReference, List, ListItem, Nodes, Paragraph, Parents, Table } from 'mdast'
import type { Block, Comment, Link, MarkedCitation, Marker } from '../../model/block.ts'
import type { Passage, Span } from '../../model/source.ts'
import { joinPassages, slicePassage, verbatim } from '../../text/passage.ts'
import type { Range } from '../shared/brackets.ts'
import { htmlComments } from '../shared/html-comments.ts'
import { markedCitations } from '../shared/marked-citations.ts'
import { textOfHtml } from './html.ts'
import { altText } from './image.ts'
import { type Manuscript, type Reading, readInline, readStretch } from './inline.ts'
import { separateNotes } from './inline-notes.ts'
import { breaksLine, isTableCaption, withoutAttributes } from './line-kinds.ts'
import { definitionMarker, joinMarkers, listMarker, typedMarker } from './marker.ts'
import { endOf, startOf } from './syntax.ts'

export interface Content {
  readonly blocks: readonly Block[]
  readonly marked: readonly MarkedCitation[]
  readonly silent: readonly string[]
  readonly links: readonly Link[]
  readonly comments: readonly Comment[]
}

/** A node on its way to a block, with what the nodes around it say about it. */
interface Step {
  readonly node: Nodes
  /** depth of the lists around it */
  readonly level: number
  readonly isQuoted: boolean
  /** label of the footnote it belongs to */
  readonly note?: string
  /** the list mark that stands before it */
  readonly marker?: Marker
  /** where the list marks of its line begin, when its own is not the first */
  readonly markersFrom?: number
  readonly isBesideTable?: boolean
}

/** The blocks of a manuscript in order. Walks with a stack of its own: input may nest. */
export function readBlocks(manuscript: Manuscript, children: readonly Nodes[]): Content {
  return new BlockReader(manuscript).read(children)
}

class BlockReader {
  readonly #manuscript: Manuscript
  readonly #stack: Step[] = []
  readonly #blocks: Block[] = []
  readonly #marked: MarkedCitation[] = []
  readonly #silent: string[] = []
  readonly #links: Link[] = []
  readonly #comments: Comment[] = []
  #tables = 0
  #inlineNotes = 0

  constructor(manuscript: Manuscript) {
    this.#manuscript = manuscript
  }

  read(children: readonly Nodes[]): Content {
    this.#push(children, { level: 0, isQuoted: false })
    while (this.#stack.length > 0) this.#step(this.#stack.pop() as Step)
    return {
      blocks: this.#blocks,
      marked: this.#marked,
      silent: this.#silent,
      links: this.#links,
      comments: this.#comments,
    }
  }

  #push(children: readonly Nodes[], around: Omit<Step, 'node'>): void {
    for (let index = children.length - 1; index >= 0; index--) {
      const node = children[index] as Nodes
      const isBesideTable = children[index - 1]?.type === 'table' || children[index + 1]?.type === 'table'
      this.#stack.push({ ...around, node, ...(isBesideTable ? { isBesideTable } : {}) })
    }
  }

  #step(step: Step): void {
    const { node } = step
    switch (node.type) {
      case 'heading':
        this.#heading(step, node.children, node.depth)
        break
      case 'paragraph':
        this.#paragraph(step, node)
        break
      case 'blockquote':
        this.#push(node.children, { ...around(step), isQuoted: true })
        break
      case 'list':
        this.#list(step, node)
        break
      case 'listItem':
        this.#item(step, node)
        break
      case 'footnoteDefinition':
        this.#push(node.children, { ...around(step), note: node.label ?? node.identifier })
        break
      case 'table':
        this.#table(node)
        break
      case 'code':
        this.#blocks.push({ kind: 'code', passage: this.#verbatim(node), span: this.#span(node) })
        break
      case 'html':
        this.#html(step)
        break
      case 'definition':
        this.#definition(step)
        break
      default:
        if ('children' in node) this.#push((node as Parents).children as Nodes[], around(step))
    }
  }

  #heading(step: Step, children: readonly Nodes[], level: number): void {
    const { node } = step
    const { source } = this.#manuscript
    // pandoc's underlined headings have one line; more is a paragraph above a rule
    const isSetext = !/^\s*#/.test(source.slice(startOf(node), startOf(node) + 8))
    const reading = readInline(this.#manuscript, children, endOf(children.at(-1) ?? node))
    const isLong = isSetext && reading.passage.pieces.some((piece) => piece.length > 0 && breaksLine(source, piece))
    const passage = withoutAttributes(reading.passage)
    if (isLong) this.#prose(step, reading)
    else this.#emit({ kind: 'heading', passage, span: this.#span(node), level }, reading)
  }

  #paragraph(step: Step, node: Paragraph): void {
    this.#prose(step, readInline(this.#manuscript, node.children, endOf(node)))
  }

  #prose(step: Step, reading: Reading): void {
    const { passage, images } = reading
    const span = this.#span(step.node)
    const isEmpty = passage.text.trim() === ''
    if (isEmpty && step.marker === undefined) {
      this.#keepMarks(reading)
      if (reading.hasMaths) this.#blocks.push({ kind: 'math', passage: this.#verbatim(step.node), span })
    } else this.#text(step, reading, span)
    for (const image of images) this.#caption(image)
  }

  #text(step: Step, reading: Reading, span: Span): void {
    const { passage } = reading
    const { note: label } = step
    const level = step.level > 0 ? { level: step.level } : {}
    const typed = typedMarker(passage)
    if (step.marker !== undefined) this.#listItem(step, step.marker, reading)
    else if (label !== undefined) this.#emit({ kind: 'note', passage, span, label }, reading)
    else if (isTableCaption(passage.text, step.isBesideTable === true)) {
      this.#emit({ kind: 'caption', passage, span }, reading)
    } else {
      const marker = typed === null ? {} : { marker: typed.marker }
      this.#emit({ kind: step.isQuoted ? 'quote' : 'paragraph', passage, span, ...level, ...marker }, reading)
    }
  }

  /** An item by its first paragraph; a number typed behind a bullet belongs to the mark, not to the text. */
  #listItem({ node, level }: Step, mark: Marker, reading: Reading): void {
    const { passage } = reading
    const span = { ...this.#span(node), start: mark.span.start }
    const typed = mark.number === undefined ? typedMarker(passage) : null
    const marker = typed === null ? mark : joinMarkers(mark, typed.marker)
    this.#emit({ kind: 'item', passage, span, level, marker }, reading, typed?.length ?? 0)
  }

  /** Adds a block, its inline notes as blocks behind it, and all that its reading holds. */
  #emit(block: Block, reading: Reading, skip = 0): void {
    const passage = skip === 0 ? block.passage : slicePassage(block.passage, skip, block.passage.text.length)
    const inert = skip === 0 ? reading.inert : moved(reading.inert, -skip)
    const parts = separateNotes(passage, inert)
    this.#blocks.push({ ...block, passage: parts.passage })
    this.#keepMarks(reading)
    this.#cite(parts.passage, parts.inert)
    for (const note of parts.notes) {
      this.#inlineNotes += 1
      const label = `^${this.#inlineNotes}`
      this.#marked.push({ kind: 'note', key: label, span: note.span, group: note.span })
      this.#blocks.push({ kind: 'note', passage: note.passage, span: note.span, label })
      this.#cite(note.passage, note.inert)
    }
  }

  #keepMarks({ notes, links, comments }: Reading): void {
    for (const note of notes) this.#marked.push(note)
    for (const link of links) this.#links.push(link)
    for (const comment of comments) this.#comments.push(comment)
  }

  #cite(passage: Passage, inert: readonly Range[]): void {
    const { citations, silent } = markedCitations(passage, inert)
    for (const citation of citations) this.#marked.push(citation)
    for (const key of silent) this.#silent.push(key)
  }

  #list(step: Step, node: List): void {
    const { marker: _, markersFrom, ...rest } = step
    const children = node.children.map((item, index) => ({
      ...rest,
      node: item as Nodes,
      // a list that begins on the line of the item around it, `- 13. …`, is that item
      level: step.level + (markersFrom === undefined || index > 0 ? 1 : 0),
      ...(markersFrom !== undefined && index === 0 ? { markersFrom } : {}),
    }))
    for (const child of children.toReversed()) this.#stack.push(child)
  }

  #item(step: Step, node: ListItem): void {
    const { path, source } = this.#manuscript
    const start = startOf(node)
    const from = step.markersFrom ?? start
    const [first, ...others] = node.children
    const inside = around(step)
    this.#push(others, inside)
    if (first === undefined) {
      const marker = listMarker(path, source, start, from)
      const { end } = marker.span
      const span = { path, start: from, end }
      this.#blocks.push({ kind: 'item', passage: verbatim(path, source, end, end), span, level: step.level, marker })
      return
    }
    const isSameLine = !/[\r\n]/.test(source.slice(start, startOf(first)))
    if (first.type === 'list' && isSameLine) this.#stack.push({ ...inside, node: first, markersFrom: from })
    else if (first.type !== 'paragraph') this.#push([first], inside)
    else this.#stack.push({ ...inside, node: first, marker: listMarker(path, source, start, from) })
  }

  #table(node: Table): void {
    const table = this.#tables++
    for (const [index, row] of node.children.entries()) {
      const readings = row.children.map((cell) =>
        readInline(this.#manuscript, cell.children, endOf(cell.children.at(-1) ?? cell)),
      )
      const cells = readings.map(({ passage }) => passage)
      const passage = joinPassages(cells, ' | ')
      const head = index === 0 ? { head: true } : {}
      this.#blocks.push({ kind: 'row', passage, span: this.#span(row), table, cells, ...head })
      for (const reading of readings) {
        this.#keepMarks(reading)
        this.#cite(reading.passage, reading.inert)
        for (const image of reading.images) this.#caption(image)
      }
    }
  }

  #html(step: Step): void {
    const { path, source } = this.#manuscript
    const span = this.#span(step.node)
    this.#comments.push(...htmlComments(path, source, span.start, span.end))
    const passage = textOfHtml(path, source, span.start, span.end)
    if (passage.text.trim() === '') return
    const level = step.level > 0 ? { level: step.level } : {}
    this.#blocks.push({ kind: step.isQuoted ? 'quote' : 'paragraph', passage, span, ...level })
    this.#cite(passage, [])
  }

  /** `[12]: address` is how some manuscripts type their list of references */
  #definition({ node, level }: Step): void {
    if (node.type !== 'definition' || !/^\d{1,4}$/.test(node.label ?? '')) return
    const { path, source } = this.#manuscript
    const marker = definitionMarker(path, source, startOf(node), node.label as string)
    const behind = marker.span.end
    const text = behind + (/^\s*/.exec(source.slice(behind, endOf(node)))?.[0].length ?? 0)
    const { passage } = readStretch(this.#manuscript, text, endOf(node))
    this.#blocks.push({ kind: 'item', passage, span: this.#span(node), level: level + 1, marker })
  }

  #caption(image: Image | ImageReference): void {
    const stretch = altText(this.#manuscript.source, startOf(image), endOf(image))
    if (stretch === null) return
    const reading = readStretch(this.#manuscript, stretch.start, stretch.end)
    this.#emit({ kind: 'caption', passage: reading.passage, span: this.#span(image) }, reading)
  }

  #span(node: Nodes): Span {
    return { path: this.#manuscript.path, start: startOf(node), end: endOf(node) }
  }

  #verbatim(node: Nodes): Passage {
    return verbatim(this.#manuscript.path, this.#manuscript.source, startOf(node), endOf(node))
  }
}

function around(step: Step): Omit<Step, 'node'> {
  const { level, isQuoted, note } = step
  return note === undefined ? { level, isQuoted } : { level, isQuoted, note }
}

function moved(ranges: readonly Range[], by: number): Range[] {
  return ranges.flatMap(({ from, to }) => (to + by > 0 ? [{ from: Math.max(0, from + by), to: to + by }] : []))
}
