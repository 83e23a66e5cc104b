import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml'
import type { Metadata } from '../../model/block.ts'
import type { Passage, Span, Trouble } from '../../model/source.ts'
import { joinPassages } from '../../text/passage.ts'
import { markedCitations } from '../shared/marked-citations.ts'
import { alignWords } from './align-words.ts'

export interface FrontMatter {
  readonly metadata: Metadata
  readonly troubles: readonly Trouble[]
}

export const NO_METADATA: Metadata = { bibliography: [], nocite: [] }

/** Reads the YAML at `[start, end)` of a source. What is malformed is a trouble; the fields that can be read are kept. */
export function readFrontMatter(path: string, source: string, start: number, end: number): FrontMatter {
  const yaml = source.slice(start, end)
  try {
    const document = parseDocument(yaml, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false, strict: false })
    const fields = new Fields(path, source, start, document)
    return { metadata: fields.metadata(), troubles: malformed(path, start, end, document) }
  } catch {
    // nesting deeper than the stack of the YAML parser
    const span = { path, start, end }
    const message = 'The front matter cannot be read as YAML: it nests too deep'
    return { metadata: NO_METADATA, troubles: [{ code: 'front-matter-malformed', message, span }] }
  }
}

function malformed(path: string, start: number, end: number, document: Document.Parsed): Trouble[] {
  const error = document.errors[0]
  if (error === undefined) return []
  const at = Math.min(start + error.pos[0], end)
  const span: Span = { path, start: at, end: Math.max(at, Math.min(start + error.pos[1], end)) }
  const reason = error.message.split('\n', 1)[0]
  return [{ code: 'front-matter-malformed', message: `The front matter is not valid YAML: ${reason}`, span }]
}

/** names of the parts of an author's name, in the order of reading */
const NAME_PARTS = ['given-names', 'given', 'firstname', 'dropping-particle', 'non-dropping-particle']
const FAMILY_PARTS = ['surname', 'family', 'lastname', 'suffix']

class Fields {
  readonly #path: string
  readonly #source: string
  readonly #start: number
  readonly #document: Document.Parsed

  constructor(path: string, source: string, start: number, document: Document.Parsed) {
    this.#path = path
    this.#source = source
    this.#start = start
    this.#document = document
  }

  metadata(): Metadata {
    const root = this.#document.contents
    const title = this.#passage(this.#get(root, 'title'))
    const abstract = this.#passage(this.#get(root, 'abstract'))
    const authors = this.#list(this.#get(root, 'authors') ?? this.#get(root, 'author')).flatMap(
      (node) => this.#author(node) ?? [],
    )
    const language = this.#string(this.#get(root, 'lang') ?? this.#get(root, 'language'))
    const date = this.#string(this.#get(root, 'date'))
    return {
      ...(title === undefined ? {} : { title }),
      ...(authors.length === 0 ? {} : { authors }),
      ...(abstract === undefined ? {} : { abstract }),
      ...(language === undefined ? {} : { language }),
      ...(date === undefined ? {} : { date }),
      bibliography: this.#list(this.#get(root, 'bibliography')).flatMap((node) => this.#library(node) ?? []),
      nocite: this.#list(this.#get(root, 'nocite')).flatMap((node) => this.#keys(node)),
    }
  }

  #library(node: Node): { readonly path: string; readonly span: Span } | null {
    const path = this.#string(node)?.trim()
    if (path === undefined || path === '' || path === 'null') return null
    return { path, span: this.#valueSpan(node, path) }
  }

  #author(node: Node): Passage | null {
    if (!isMap(node)) return this.#passage(node) ?? null
    const name = this.#get(node, 'name') ?? this.#get(node, 'literal')
    const whole = isMap(name) ? name : node
    if (name !== undefined && !isMap(name)) return this.#passage(name) ?? null
    const literal = this.#passage(this.#get(whole, 'literal'))
    if (literal !== undefined) return literal
    const parts = [...NAME_PARTS, ...FAMILY_PARTS].flatMap((part) => this.#passage(this.#get(whole, part)) ?? [])
    if (parts.length === 0) return null
    // pieces must follow the source, whatever order the parts are typed in
    return joinPassages(parts.toSorted((left, right) => (left.pieces[0]?.start ?? 0) - (right.pieces[0]?.start ?? 0)))
  }

  #keys(node: Node): string[] {
    const passage = this.#passage(node)
    if (passage === undefined) return []
    const marks = markedCitations(passage)
    return [...marks.citations.map(({ key }) => key), ...marks.silent]
  }

  #get(node: unknown, key: string): Node | undefined {
    const map = this.#resolved(node)
    if (!isMap(map)) return undefined
    const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key)
    return this.#resolved(pair?.value)
  }

  #resolved(node: unknown): Node | undefined {
    if (isAlias(node)) return node.resolve(this.#document) as Node | undefined
    return (node ?? undefined) as Node | undefined
  }

  #list(node: Node | undefined): Node[] {
    if (node === undefined) return []
    return isSeq(node) ? node.items.flatMap((item) => this.#resolved(item) ?? []) : [node]
  }

  #string(node: Node | undefined): string | undefined {
    if (!isScalar(node) || node.value === null || node.value === undefined) return undefined
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
  }

  #passage(node: Node | undefined): Passage | undefined {
    const value = this.#string(node)?.trim()
    const range = node?.range
    if (value === undefined || value === '' || !range) return undefined
    return alignWords(this.#path, this.#source, value, this.#start + range[0], this.#start + range[1])
  }

  #valueSpan(node: Node, value: string): Span {
    const [from, to] = [this.#start + (node.range?.[0] ?? 0), this.#start + (node.range?.[1] ?? 0)]
    const found = this.#source.slice(from, to).indexOf(value)
    return {
      path: this.#path,
      start: found < 0 ? from : from + found,
      end: found < 0 ? to : from + found + value.length,
    }
  }
}
