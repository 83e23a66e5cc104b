import type { Definition } from 'mdast'
import type { Block, ManuscriptParts, MarkedCitation } from '../../model/block.ts'
import type { Reader } from '../../model/plugin.ts'
import type { SourceFile, Trouble } from '../../model/source.ts'
import { verbatim } from '../../text/passage.ts'
import { identifierOf } from '../shared/citation-key.ts'
import { markedCitations } from '../shared/marked-citations.ts'
import { readBlocks } from './blocks.ts'
import { markBullets } from './bullets.ts'
import { tooDeepForMarkdown } from './depth.ts'
import { type Masked, mask } from './mask.ts'
import { NO_METADATA, readFrontMatter } from './metadata.ts'
import { parseMarkdown, startOf } from './syntax.ts'

export { tooDeepForMarkdown } from './depth.ts'

export interface ManuscriptReader extends Reader {
  read(source: SourceFile): ManuscriptParts
}

/** Markdown as CommonMark, GFM and pandoc have it: prose with citation keys, notes, tables, a YAML front matter. */
export const markdown: ManuscriptReader = {
  format: 'markdown',
  extensions: ['.md', '.markdown', '.qmd', '.rmd', '.mdown', '.mkd'],
  read(source) {
    if (tooDeepForMarkdown(source.text)) return notRead(source, 'read-as-plain-text', TOO_DEEP, false)
    try {
      return readManuscript(source)
    } catch (error) {
      return notRead(source, 'not-read', `Reading this Markdown failed: ${String(error)}`, true)
    }
  },
}

const TOO_DEEP = 'The marks of this Markdown nest too deep to be read as such; it is read as plain text'

function readManuscript(source: SourceFile): ManuscriptParts {
  const { path, text } = source
  const masked = mask(text)
  const syntax = parseMarkdown(masked.text)
  const definitions = new Map<string, Definition>()
  const aliases = new Map<string, string>()
  for (const node of syntax.root.children) {
    if (node.type !== 'definition') continue
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
    const key = /^\[@([^\]]+)\]:/.exec(text.slice(startOf(node), startOf(node) + 500))?.[1]
    if (key !== undefined) aliases.set(key, node.url)
  }
  const content = readBlocks({ path, source: text, masked, syntax, definitions }, syntax.root.children)
  const front = masked.frontMatter
  const { metadata, troubles } =
    front === null ? { metadata: NO_METADATA, troubles: [] } : readFrontMatter(path, text, front.start, front.end)
  const headings = [metadata.title, metadata.abstract].flatMap((passage) =>
    passage === undefined ? [] : markedCitations(passage).citations,
  )
  return {
    kind: 'manuscript',
    metadata: { ...metadata, nocite: [...new Set([...metadata.nocite, ...content.silent])] },
    blocks: markBullets(content.blocks),
    marked: [...headings, ...content.marked]
      .map((citation) => byAlias(citation, aliases))
      .sort((left, right) => left.span.start - right.span.start),
    links: content.links,
    comments: content.comments,
    troubles: [...troubles, ...unclosedComment(path, masked, content.blocks)],
  }
}

/** manubot's `[@key]: doi:10.5555/x` at the end of a manuscript says what `@key` is: it then cites by identifier */
function byAlias(citation: MarkedCitation, aliases: ReadonlyMap<string, string>): MarkedCitation {
  if (citation.kind !== 'key') return citation
  const identifier = identifierOf(aliases.get(citation.key) ?? '')
  if (identifier === null) return citation
  return { ...citation, kind: 'identifier', key: identifier.value, scheme: identifier.scheme }
}

function unclosedComment(path: string, { unclosedComment: at }: Masked, blocks: readonly Block[]): Trouble[] {
  if (at === null) return []
  const block = blocks.findLast(({ span }) => span.start <= at && at < span.end)
  if (block === undefined || block.kind === 'code') return []
  const message = 'This comment is never closed; what follows is read as text'
  return [{ code: 'comment-unclosed', message, span: { path, start: at, end: at + 4 } }]
}

/** A manuscript whose text is one paragraph as it stands, with the reason. */
function notRead({ path, text }: SourceFile, code: string, message: string, fatal: boolean): ManuscriptParts {
  const span = { path, start: 0, end: text.length }
  const passage = verbatim(path, text)
  return {
    kind: 'manuscript',
    metadata: NO_METADATA,
    blocks: text === '' ? [] : [{ kind: 'paragraph', passage, span }],
    marked: [],
    links: [],
    comments: [],
    troubles: [{ code, message, span: { path, start: 0, end: 0 }, ...(fatal ? { fatal } : {}) }],
  }
}
