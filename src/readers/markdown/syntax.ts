import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

/** The tree of a Markdown text, and what its nodes do not tell: where entities and block quote marks stand. */
export interface Syntax {
  readonly root: Root
  /** character references by their start: where they end and what they read as */
  readonly references: ReadonlyMap<number, { readonly end: number; readonly value: string }>
  /** block quote marks by their start: where they end */
  readonly quoteMarks: ReadonlyMap<number, number>
}

interface Token {
  readonly start: Place
  readonly end: Place
}
interface Place {
  readonly line: number
  readonly column: number
  readonly offset: number
}
/** the part of mdast-util-from-markdown's context that we touch */
interface Compiler {
  readonly stack: { value?: string; position?: { end: Place } }[]
}

/** Parses with offsets that are those of `text`. Everything is read in one go; no transform moves nodes afterwards. */
export function parseMarkdown(text: string): Syntax {
  const references = new Map<number, { end: number; value: string }>()
  const quoteMarks = new Map<number, number>()
  // length of the text before the reference that is being compiled, -1 outside of one
  let before = -1
  const record = {
    enter: {
      characterReferenceMarker(this: Compiler) {
        // both the `&` and the `;` are markers
        if (before < 0) before = this.stack.at(-1)?.value?.length ?? 0
      },
      blockQuotePrefix(token: Token) {
        quoteMarks.set(token.start.offset, token.end.offset)
      },
    },
    exit: {
      // takes the place of the handler of mdast-util-from-markdown, which does the two first lines
      characterReference(this: Compiler, token: Token) {
        const tail = this.stack.pop()
        if (tail?.position !== undefined) tail.position.end = { ...token.end }
        const value = tail?.value?.slice(Math.max(0, before)) ?? ''
        references.set(token.start.offset, { end: token.end.offset, value })
        before = -1
      },
    },
  }
  const root = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(function (this: Processor) {
      const data = this.data() as { fromMarkdownExtensions?: unknown[] }
      // GFM's search for addresses after parsing makes nodes without positions; the tokenizer has found most by then
      const flat = (data.fromMarkdownExtensions ?? []).flat() as object[]
      data.fromMarkdownExtensions = [...flat.map((extension) => ({ ...extension, transforms: [] })), record]
    })
    .parse(text)
  return { root, references, quoteMarks }
}

export function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0
}

export function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0
}
