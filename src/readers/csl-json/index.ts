import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Reader } from '../../model/plugin.ts'
import type { LibraryEntry, LibraryParts, WrittenField } from '../../model/reference.ts'
import type { SourceFile, Trouble } from '../../model/source.ts'
import { isRecord, itemOf, LIST_NAMES, textOf } from '../library/entry.ts'
import { deepest, nodeCount } from './limits.ts'

/** CSL-JSON: a list of items, one item, or an object that holds the list. Broken JSON gives what can be read. */
export const cslJson: Reader = { format: 'csl-json', extensions: ['.json'], read: readCslJson }

/** CSL-JSON goes six deep; the parser works by recursion. */
const DEEPEST = 200
const MOST_VALUES = 5_000_000

function readCslJson({ path, text }: SourceFile): LibraryParts {
  const empty = { kind: 'library', entries: [], comments: [] } as const
  if (text.trim() === '') return { ...empty, troubles: [] }
  const depth = deepest(text)
  if (depth.depth > DEEPEST) {
    const message = `This JSON is nested more than ${DEEPEST} deep; it was not read`
    return {
      ...empty,
      troubles: [{ code: 'limit', message, fatal: true, span: { path, start: depth.at, end: depth.at + 1 } }],
    }
  }
  const values = nodeCount(text)
  if (values > MOST_VALUES) {
    const message = `This JSON holds more than ${MOST_VALUES} values; it was not read`
    return { ...empty, troubles: [{ code: 'limit', message, fatal: true }] }
  }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  const troubles: Trouble[] = []
  if (!isStrictJson(text)) {
    for (const { error, offset, length } of errors.slice(0, 20)) {
      const message = `This is no JSON here: ${wordsOf(printParseErrorCode(error))}`
      troubles.push({
        code: 'json-syntax',
        message,
        span: { path, start: offset, end: Math.min(text.length, offset + length) },
      })
    }
    if (errors.length === 0)
      troubles.push({ code: 'json-syntax', message: 'This JSON has comments or trailing commas' })
  }
  const entries = entriesOf(path, text, root, troubles)
  return { ...empty, entries, troubles }
}

function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** `PropertyNameExpected` as words. */
function wordsOf(code: string): string {
  return code.replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase()
}

function entriesOf(path: string, text: string, root: Node | undefined, troubles: Trouble[]): LibraryEntry[] {
  const nodes = itemNodes(root)
  if (nodes === undefined) {
    troubles.push({ code: 'csl-no-items', message: 'This JSON is no CSL-JSON: a list of items is expected' })
    return []
  }
  const entries: LibraryEntry[] = []
  const seen = new Set<string>()
  for (const node of nodes) {
    const span = { path, start: node.offset, end: node.offset + node.length }
    const value = node.type === 'object' ? plainOf(node) : undefined
    if (!isRecord(value)) {
      troubles.push({ code: 'csl-not-an-item', message: `This ${node.type} is no CSL item`, span })
      continue
    }
    const fields = (node.children ?? [])
      .map((property) => writtenField(path, text, property))
      .filter((field) => field !== undefined)
    const id = fields.find(({ name }) => name === 'id') ?? fields.find(({ name }) => /^citation-?key$/i.test(name))
    const key = textOf(value.id ?? value['citation-key'] ?? value.citationKey) ?? ''
    if (id === undefined)
      troubles.push({
        code: 'csl-missing-id',
        message: 'This item has no `id`',
        span: { ...span, end: span.start + 1 },
      })
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

function itemNodes(root: Node | undefined): readonly Node[] | undefined {
  if (root?.type === 'array')
    return (root.children ?? []).length === 0 || root.children?.some(isItem) ? (root.children ?? []) : undefined
  if (root?.type !== 'object') return undefined
  const properties = root.children ?? []
  const named = (name: string): Node | undefined =>
    properties.find((property) => property.children?.[0]?.value === name)?.children?.[1]
  for (const name of LIST_NAMES) {
    const list = named(name)
    if (list?.type === 'array') return list.children ?? []
    if (list?.type === 'object') return [list]
  }
  return named('type') === undefined && named('title') === undefined ? undefined : [root]
}

/** Some JSON that lists other things is no library. */
function isItem(node: Node): boolean {
  return (node.children ?? []).some((property) => ITEM_NAMES.has(String(property.children?.[0]?.value)))
}

const ITEM_NAMES: ReadonlySet<string> = new Set(['id', 'type', 'title', 'author', 'DOI', 'citation-key', 'citationKey'])

/** The value of a node with own properties only, whatever they are called. */
function plainOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainOf)
  if (node.type !== 'object') return node.value
  const entries: [string, unknown][] = []
  for (const { children } of node.children ?? []) {
    const [name, content] = children ?? []
    if (name !== undefined && content !== undefined) entries.push([String(name.value), plainOf(content)])
  }
  return Object.fromEntries(entries)
}

/** Strings stand without their quotes, everything else as it is written. */
function writtenField(path: string, text: string, property: Node): WrittenField | undefined {
  const [name, content] = property.children ?? []
  if (name === undefined) return undefined
  const at = content ?? { offset: name.offset + name.length, length: 0, type: 'null' }
  const { start, end } = inside(text, at)
  return {
    name: String(name.value),
    value: text.slice(start, end),
    span: { path, start, end },
    nameSpan: { path, ...inside(text, name) },
  }
}

/** A string without its quotes, the last of which may be missing. */
function inside(
  text: string,
  node: { readonly offset: number; readonly length: number; readonly type: string },
): { start: number; end: number } {
  const end = node.offset + node.length
  if (node.type !== 'string') return { start: node.offset, end }
  const isClosed = node.length >= 2 && text[end - 1] === '"'
  return { start: node.offset + 1, end: Math.max(node.offset + 1, isClosed ? end - 1 : end) }
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
