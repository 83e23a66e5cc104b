import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml'
import type { Reader } from '../../model/plugin.ts'
import type { LibraryEntry, LibraryParts, WrittenField } from '../../model/reference.ts'
import type { SourceFile, Trouble } from '../../model/source.ts'
import { isRecord, itemOf, LIST_NAMES, textOf } from '../library/entry.ts'
import { deepestYaml } from './limits.ts'

/** CSL-YAML as pandoc reads it: a list of items, or a mapping with `references:`. */
export const cslYaml: Reader = { format: 'csl-yaml', extensions: ['.yaml', '.yml'], read: readCslYaml }

/** The parser works by recursion. */
const DEEPEST = 300
/** How many nodes aliases may stand for in all: "billion laughs" needs more. */
const MOST_ALIASES = 100

function readCslYaml({ path, text }: SourceFile): LibraryParts {
  const troubles: Trouble[] = []
  const parts = (entries: readonly LibraryEntry[]): LibraryParts => ({
    kind: 'library',
    entries,
    comments: commentsOf(path, text),
    troubles,
  })
  if (text.trim() === '') return parts([])
  const depth = deepestYaml(text)
  if (depth.depth > DEEPEST) {
    const message = `This YAML is nested more than ${DEEPEST} deep; it was not read`
    troubles.push({ code: 'limit', message, fatal: true, span: { path, start: depth.at, end: depth.at + 1 } })
    return parts([])
  }
  const document = parsed(text)
  if (document === undefined) {
    troubles.push({ code: 'yaml-syntax', message: 'This YAML cannot be read', fatal: true })
    return parts([])
  }
  for (const { message, pos } of [...document.errors, ...document.warnings].slice(0, 20)) {
    const [start, end] = pos
    const firstLine = message.split('\n', 1)[0] ?? ''
    const said = firstLine.replace(/ at line \d+, column \d+:?$/, '')
    troubles.push({
      code: 'yaml-syntax',
      message: said,
      span: { path, start: Math.min(start, text.length), end: Math.min(end, text.length) },
    })
  }
  return parts(entriesOf(path, text, document, troubles))
}

function parsed(text: string): Document | undefined {
  try {
    return parseDocument(text, { uniqueKeys: false, merge: true, logLevel: 'silent', stringKeys: true })
  } catch {
    return undefined
  }
}

function entriesOf(path: string, text: string, document: Document, troubles: Trouble[]): LibraryEntry[] {
  const nodes = itemNodes(document)
  if (nodes === undefined) {
    troubles.push({ code: 'csl-no-items', message: 'This YAML holds no list of references' })
    return []
  }
  const entries: LibraryEntry[] = []
  const seen = new Set<string>()
  for (const node of nodes) {
    const target = isAlias(node) ? node.resolve(document) : node
    if (!isMap(target)) continue
    const span = spanOf(path, target)
    const value = plain(target, document, troubles, span)
    if (!isRecord(value)) continue
    const fields = target.items.map((pair) => writtenField(path, text, pair)).filter((field) => field !== undefined)
    const id = fields.find(({ name }) => name === 'id')
    const key = textOf(value.id) ?? ''
    if (id === undefined)
      troubles.push({ code: 'csl-missing-id', message: 'This item has no `id`', span: { ...span, end: span.start } })
    else if (seen.has(key)) {
      troubles.push({
        code: 'csl-duplicate-id',
        message: `The id \`${key}\` stands for more than one item`,
        span: id.span,
      })
    }
    seen.add(key)
    reportRepeats(fields, key, troubles)
    entries.push({
      key,
      keySpan: id?.span ?? { path, start: span.start, end: span.start },
      span,
      entryType: textOf(value.type) ?? '',
      fields,
      csl: itemOf(value, key),
      parents: [],
    })
  }
  return entries
}

function itemNodes(document: Document): readonly unknown[] | undefined {
  const root = document.contents
  if (isSeq(root)) return root.items
  if (!isMap(root)) return undefined
  for (const name of LIST_NAMES) {
    const list = root.get(name, true)
    if (isSeq(list)) return list.items
  }
  return root.has('id') && (root.has('type') || root.has('title')) ? [root] : undefined
}

function plain(node: YAMLMap, document: Document, troubles: Trouble[], span: Trouble['span']): unknown {
  try {
    return node.toJS(document, { maxAliasCount: MOST_ALIASES })
  } catch (error) {
    const message = `This item cannot be read: ${error instanceof Error ? error.message.slice(0, 120) : 'its aliases are wrong'}`
    troubles.push({ code: 'limit', message, ...(span === undefined ? {} : { span }) })
    return undefined
  }
}

interface Ranged {
  readonly range?: readonly [number, number, number] | null | undefined
}

function spanOf(path: string, node: Ranged): { path: string; start: number; end: number } {
  return { path, start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 }
}

/** Quoted strings stand without their quotes, everything else as it is written. */
function writtenField(
  path: string,
  text: string,
  pair: { readonly key: unknown; readonly value: unknown },
): WrittenField | undefined {
  if (!isScalar(pair.key)) return undefined
  const nameSpan = spanOf(path, pair.key)
  const whole =
    pair.value === null ? { path, start: nameSpan.end, end: nameSpan.end } : spanOf(path, pair.value as Ranged)
  const isQuoted = isScalar(pair.value) && (pair.value.type === 'QUOTE_DOUBLE' || pair.value.type === 'QUOTE_SINGLE')
  const isClosed = isQuoted && whole.end - whole.start >= 2 && text[whole.end - 1] === text[whole.start]
  const start = whole.start + (isQuoted ? 1 : 0)
  const end = Math.max(start, isClosed ? whole.end - 1 : start + text.slice(start, whole.end).trimEnd().length)
  return { name: String(pair.key.value), value: text.slice(start, end), span: { path, start, end }, nameSpan }
}

function reportRepeats(fields: readonly WrittenField[], key: string, troubles: Trouble[]): void {
  const seen = new Set<string>()
  for (const { name, nameSpan } of fields) {
    if (seen.has(name)) {
      troubles.push({
        code: 'csl-duplicate-field',
        message: `\`${key}\` has more than one \`${name}\`; the last is read`,
        span: nameSpan,
      })
    }
    seen.add(name)
  }
}

const COMMENT_LINE = /^[ \t]*#(.*)$/gm

function commentsOf(path: string, text: string): LibraryParts['comments'] {
  return Array.from(text.matchAll(COMMENT_LINE), (match) => {
    const end = match.index + match[0].length
    const comment = match[1] as string
    return { text: comment, span: { path, start: end - comment.length, end } }
  })
}
