import type { Definition, Image, ImageReference, Link, LinkReference, Nodes, Parents } from 'mdast'
import type { Comment, MarkedCitation, Link as ShownLink } from '../../model/block.ts'
import type { Passage, Span } from '../../model/source.ts'
import { PassageBuilder } from '../../text/passage.ts'
import type { Range } from '../shared/brackets.ts'
import { htmlComments } from '../shared/html-comments.ts'
import { targetOfDefinition, targetOfLink } from './link-target.ts'
import type { Masked } from './mask.ts'
import { endOf, type Syntax, startOf } from './syntax.ts'

/** What the readings of one document share. */
export interface Manuscript {
  readonly path: string
  readonly source: string
  readonly masked: Masked
  readonly syntax: Syntax
  /** link definitions by their identifier */
  readonly definitions: ReadonlyMap<string, Definition>
}

/** A healed run of text and what stood in it that is no text. */
export interface Reading {
  readonly passage: Passage
  /** stretches of the reading in which `@` and brackets are no syntax: escapes, texts of links */
  readonly inert: readonly Range[]
  readonly links: readonly ShownLink[]
  readonly notes: readonly MarkedCitation[]
  readonly comments: readonly Comment[]
  readonly images: readonly (Image | ImageReference)[]
  /** maths was left out */
  readonly hasMaths: boolean
}

const LINE_BREAK_TAG = /^<br\s*\/?>$/i
const ESCAPED = /[!-/:-@[-`{-~]/

/** Reads the inline content of a paragraph, heading or cell. */
export function readInline(manuscript: Manuscript, children: readonly Nodes[], end: number): Reading {
  return new InlineReader(manuscript).nodes(children, end)
}

/** Reads a stretch of source that the parser keeps as a plain string: the alternative text of an image. */
export function readStretch(manuscript: Manuscript, start: number, end: number): Reading {
  return new InlineReader(manuscript).stretch(start, end)
}

/** the end of a link whose children were put on the stack before it */
interface LinkEnd {
  readonly link: Link | LinkReference
  readonly from: number
}

class InlineReader {
  readonly #manuscript: Manuscript
  readonly #builder: PassageBuilder
  readonly #inert: Range[] = []
  readonly #links: ShownLink[] = []
  readonly #notes: MarkedCitation[] = []
  readonly #comments: Comment[] = []
  readonly #images: (Image | ImageReference)[] = []
  #hasMaths = false
  /** source is read up to here; -1 before the first unit */
  #at = -1
  #text = ''
  /** the last unit of the reading */
  #last = ''

  constructor(manuscript: Manuscript) {
    this.#manuscript = manuscript
    this.#builder = new PassageBuilder(manuscript.path, manuscript.source)
  }

  nodes(children: readonly Nodes[], end: number): Reading {
    const stack: (Nodes | LinkEnd)[] = [...children].reverse()
    while (stack.length > 0) {
      const next = stack.pop() as Nodes | LinkEnd
      if ('from' in next) this.#endLink(next)
      else this.#node(next, stack)
    }
    if (this.#at >= 0) this.#leaveOut(end)
    return this.#reading()
  }

  stretch(start: number, end: number): Reading {
    this.#at = start
    this.#prose(start, end)
    return this.#reading()
  }

  #reading(): Reading {
    return {
      passage: this.#builder.build(),
      inert: this.#inert,
      links: this.#links,
      notes: this.#notes,
      comments: this.#comments,
      images: this.#images,
      hasMaths: this.#hasMaths,
    }
  }

  #node(node: Nodes, stack: (Nodes | LinkEnd)[]): void {
    const start = startOf(node)
    const end = endOf(node)
    // `[@key]` and `[12]` stay what they look like, though a definition makes links of them
    const isText = node.type === 'text' || (node.type === 'linkReference' && node.referenceType !== 'full')
    if (isText || node.type === 'break' || node.type === 'html') this.#leaveOut(start)
    if (isText) this.#prose(start, end)
    else if (node.type === 'break') this.#space(end)
    else if (node.type === 'html') this.#html(node.value, start, end)
    else if (node.type === 'link' || node.type === 'linkReference') this.#beginLink(node, stack)
    else if (node.type === 'inlineCode') this.#leaveOut(end)
    else if (node.type === 'footnoteReference') {
      const span = this.#span(start, end)
      this.#notes.push({ kind: 'note', key: node.label ?? node.identifier, span, group: span })
      this.#leaveOut(end)
    } else if (node.type === 'image' || node.type === 'imageReference') {
      this.#images.push(node)
      this.#leaveOut(end)
      this.#attributes(end)
    } else if ('children' in node) for (const child of (node as Parents).children.toReversed()) stack.push(child)
  }

  #html(value: string, start: number, end: number): void {
    const { path, source } = this.#manuscript
    this.#comments.push(...htmlComments(path, source, start, end))
    if (LINE_BREAK_TAG.test(value)) this.#space(end)
    else this.#leaveOut(end)
  }

  #beginLink(link: Link | LinkReference, stack: (Nodes | LinkEnd)[]): void {
    this.#leaveOut(startOf(link))
    stack.push({ link, from: this.#builder.length })
    for (const child of link.children.toReversed()) stack.push(child)
  }

  #endLink({ link, from }: LinkEnd): void {
    const { source, definitions } = this.#manuscript
    const start = startOf(link)
    const end = endOf(link)
    const first = link.children[0]
    const last = link.children.at(-1)
    const textSpan = { start: first ? startOf(first) : start + 1, end: last ? endOf(last) : start + 1 }
    this.#leaveOut(end)
    const text = this.#text.slice(from)
    const definition = link.type === 'linkReference' ? definitions.get(link.identifier) : undefined
    const written = link.type === 'link' ? link.url : (definition?.url ?? '')
    // `-@smith.2010` is taken for an e-mail address, and so is any key behind a mark that addresses may hold
    const isAddress = written.startsWith('mailto:')
    if (isAddress && /^[-+._]+@/.test(text)) return
    if (this.#builder.length > from) this.#inert.push({ from, to: this.#builder.length })
    if (isAddress || written === '') return
    const target = definition ? targetOfDefinition(source, definition) : targetOfLink(source, link, textSpan)
    this.#links.push({
      url: this.#unmasked(target) ?? written,
      text,
      span: this.#span(start, end),
      textSpan: this.#span(textSpan.start, textSpan.end),
      urlSpan: this.#span(target.start, target.end),
    })
  }

  /** The source of a target that was read masked (`$a$` in an address). */
  #unmasked({ start, end }: { readonly start: number; readonly end: number }): string | null {
    const { source, masked } = this.#manuscript
    const written = source.slice(start, end)
    return written === masked.text.slice(start, end) ? null : written
  }

  /** pandoc's `{#id .class}` right behind an image */
  #attributes(at: number): void {
    const { source } = this.#manuscript
    if (source[at] !== '{') return
    const attributes = /^\{[^{}\r\n]*\}/.exec(source.slice(at, at + 300))?.[0]
    if (attributes !== undefined) this.#leaveOut(at + attributes.length)
  }

  /** Reads source as text: entities, escapes and line ends resolved, maths and block quote marks left out. */
  #prose(start: number, end: number): void {
    const { source, syntax, masked } = this.#manuscript
    let at = Math.max(start, this.#at)
    let kept = at
    const flush = (): void => {
      this.#keep(kept, at)
    }
    while (at < end) {
      const unit = source.charCodeAt(at)
      // `$`, `&`, `\`, space, tab, line ends
      if (unit !== 36 && unit !== 38 && unit !== 92 && unit !== 32 && unit !== 9 && unit !== 10 && unit !== 13) {
        at += 1
        continue
      }
      const maths = masked.maths.get(at)
      const reference = unit === 38 ? syntax.references.get(at) : undefined
      if (maths !== undefined) {
        flush()
        this.#hasMaths = true
        at = Math.min(maths, end)
        this.#leaveOut(at)
      } else if (reference !== undefined) {
        flush()
        this.#replace(at, reference.end, reference.value)
        at = reference.end
      } else if (unit === 92 && at + 1 < end && ESCAPED.test(source[at + 1] as string)) {
        flush()
        this.#leaveOut(at + 1)
        this.#inert.push({ from: this.#builder.length, to: this.#builder.length + 1 })
        this.#keep(at + 1, at + 2)
        at += 2
      } else if (unit === 36 || unit === 38 || unit === 92) {
        at += 1
        continue
      } else {
        const blank = this.#blankEnd(at, end)
        if (!blank.breaksLine) {
          at = blank.at
          continue
        }
        flush()
        this.#space(blank.at)
        at = blank.at
      }
      kept = at
    }
    flush()
  }

  /** Past the white space at `at`, and past the marks of block quotes where it holds a line end. */
  #blankEnd(from: number, end: number): { readonly at: number; readonly breaksLine: boolean } {
    const { source, syntax } = this.#manuscript
    let at = from
    let breaksLine = false
    while (at < end) {
      const unit = source.charCodeAt(at)
      if (unit === 10 || unit === 13) breaksLine = true
      else if (unit !== 32 && unit !== 9) {
        const mark = breaksLine ? syntax.quoteMarks.get(at) : undefined
        if (mark === undefined) break
        at = mark - 1
      }
      at += 1
    }
    return { at: Math.min(at, end), breaksLine }
  }

  #space(end: number): void {
    this.#replace(this.#at, end, this.#last === '' || this.#last === ' ' ? '' : ' ')
  }

  #keep(start: number, end: number): void {
    if (end <= start) return
    this.#builder.keep(start, end)
    this.#text += this.#manuscript.source.slice(start, end)
    this.#last = this.#manuscript.source[end - 1] as string
    this.#at = end
  }

  #replace(start: number, end: number, text: string): void {
    if (end <= start) return
    this.#builder.replace(start, end, text)
    this.#text += text
    this.#last = text.at(-1) ?? this.#last
    this.#at = end
  }

  #leaveOut(end: number): void {
    if (this.#at >= 0) this.#replace(this.#at, end, '')
    else this.#at = end
  }

  #span(start: number, end: number): Span {
    return { path: this.#manuscript.path, start, end }
  }
}
