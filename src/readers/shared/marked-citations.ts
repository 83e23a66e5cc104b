import type { MarkedCitation } from '../../model/block.ts'
import type { Passage, Span } from '../../model/source.ts'
import { spanOf } from '../../text/passage.ts'
import { type Bracket, matchBrackets, type Range, within } from './brackets.ts'
import { identifierOf, isCrossReference, type KeyAt, keyAt } from './citation-key.ts'
import { latexCiteAt } from './latex-cite.ts'
import { located } from './locator.ts'

export interface Marks {
  readonly citations: readonly MarkedCitation[]
  /** keys that are named without being cited: `\nocite`, `@*` */
  readonly silent: readonly string[]
}

// deeper or longer brackets are no citation; the limits keep hostile nests linear
const DEEPEST_GROUP = 4
const LONGEST_GROUP = 5000

/**
 * The citations that the markup of a passage declares: `[@key, p. 3; -@other]`, `@key [p. 4]`, `[^note]`, `\cite{a,b}`.
 * Marks inside `inert` ranges of the reading (escapes, link texts) are text. In order of place.
 */
export function markedCitations(passage: Passage, inert: readonly Range[] = []): Marks {
  if (!/[@\\]|\[\^/.test(passage.text)) return { citations: [], silent: [] }
  return new Scan(passage, inert).run()
}

class Scan {
  readonly #passage: Passage
  readonly #text: string
  readonly #inert: readonly Range[]
  readonly #brackets: ReadonlyMap<number, Bracket>
  readonly #keys: readonly KeyAt[]
  readonly #citations: MarkedCitation[] = []
  readonly #silent: string[] = []

  constructor(passage: Passage, inert: readonly Range[]) {
    this.#passage = passage
    this.#text = passage.text
    this.#inert = inert
    this.#brackets = matchBrackets(passage.text, inert)
    this.#keys = allKeys(passage, inert)
  }

  run(): Marks {
    const isInert = within(this.#inert)
    let next = 0
    for (let at = 0; at < this.#text.length; at++) {
      while ((this.#keys[next]?.start ?? Infinity) < at) next += 1
      const unit = this.#text[at]
      if (unit !== '[' && unit !== '\\' && this.#keys[next]?.start !== at) continue
      if (isInert(at)) continue
      if (unit === '[') at = this.#bracket(at, next) - 1
      else if (unit === '\\') at = this.#latex(at) - 1
      else at = this.#narrative(this.#keys[next] as KeyAt) - 1
    }
    return { citations: this.#citations, silent: this.#silent }
  }

  /** What begins with `[`: where to read on. */
  #bracket(open: number, next: number): number {
    const bracket = this.#brackets.get(open)
    if (bracket === undefined) return open + 1
    const { close, height } = bracket
    if (this.#text[open + 1] === '^') return this.#noteMark(open, close)
    if (height > DEEPEST_GROUP || close - open > LONGEST_GROUP) return open + 1
    const keys = this.#keysBetween(next, open, close)
    const items = keys.length === 0 ? [] : this.#items(open + 1, close)
    if (items.length === 0 || items.some((item) => !keys.some((key) => inside(key, item)))) return open + 1
    const group = this.#span(open, close + 1)
    for (const item of items) {
      const own = keys.filter((key) => inside(key, item))
      for (const [index, key] of own.entries()) {
        const prefix = index === 0 ? this.#text.slice(item.from, key.start).trim() : ''
        const behind = this.#text.slice(key.end, own[index + 1]?.start ?? item.to)
        this.#cite(key, group, { ...(prefix === '' ? {} : { prefix }), ...located(behind) })
      }
    }
    return close + 1
  }

  #noteMark(open: number, close: number): number {
    const label = this.#text.slice(open + 2, close)
    if (label === '' || label.length > 200 || /[\s[\]]/.test(label)) return open + 1
    const span = this.#span(open, close + 1)
    this.#citations.push({ kind: 'note', key: label, span, group: span })
    return close + 1
  }

  #latex(at: number): number {
    const cite = latexCiteAt(this.#text, at)
    if (cite === null) return at + 1
    const group = this.#span(at, cite.end)
    for (const { start, end, key } of cite.keys) {
      if (cite.silent || key === '*') this.#silent.push(key)
      else {
        this.#citations.push({
          kind: 'key',
          key,
          span: this.#span(start, end),
          group,
          ...(cite.prefix === undefined ? {} : { prefix: cite.prefix }),
          ...located(cite.locator ?? ''),
          ...(cite.suppressAuthor ? { suppressAuthor: true } : {}),
          ...(cite.narrative ? { narrative: true } : {}),
        })
      }
    }
    return cite.end
  }

  /** A key outside brackets, with the bracket behind it as its locator: where to read on. */
  #narrative(key: KeyAt): number {
    const open = this.#text[key.end] === ' ' ? key.end + 1 : key.end
    const close = this.#brackets.get(open)?.close
    const inner = close === undefined || close - open > LONGEST_GROUP ? undefined : this.#text.slice(open + 1, close)
    if (
      close === undefined ||
      inner === undefined ||
      /^\^|[@[\]]/.test(inner) ||
      '[('.includes(this.#text[close + 1] || '.')
    ) {
      this.#cite(key, this.#span(key.start, key.end), { narrative: true })
      return key.end
    }
    this.#cite(key, this.#span(key.start, close + 1), { narrative: true, ...located(inner) })
    return close + 1
  }

  #cite(found: KeyAt, group: Span, more: Partial<MarkedCitation>): void {
    if (found.key === '*') {
      this.#silent.push('*')
      return
    }
    if (isCrossReference(found.key)) return
    const identifier = identifierOf(found.key)
    this.#citations.push({
      ...(identifier === null
        ? { kind: 'key', key: found.key }
        : { kind: 'identifier', key: identifier.value, scheme: identifier.scheme }),
      span: this.#span(found.start, found.end),
      group,
      ...more,
      ...(found.suppressAuthor ? { suppressAuthor: true } : {}),
    })
  }

  #keysBetween(next: number, from: number, to: number): KeyAt[] {
    const keys: KeyAt[] = []
    for (let index = next; index < this.#keys.length; index++) {
      const key = this.#keys[index] as KeyAt
      if (key.end > to) break
      if (key.start > from) keys.push(key)
    }
    return keys
  }

  /** The stretches between the `;` of a group, those of nested brackets and of braced keys left aside. */
  #items(from: number, to: number): Range[] {
    const items: Range[] = []
    const isInert = within(this.#inert)
    let start = from
    for (let at = from; at < to; at++) {
      const nested = this.#brackets.get(at)
      if (nested !== undefined) at = nested.close
      else if (this.#text[at] === ';' && !isInert(at)) {
        items.push({ from: start, to: at })
        start = at + 1
      }
    }
    items.push({ from: start, to })
    return items
  }

  #span(from: number, to: number): Span {
    return spanOf(this.#passage, from, to)
  }
}

function inside(key: KeyAt, range: Range): boolean {
  return key.start >= range.from && key.end <= range.to
}

/** Every `@key` of a reading, in order. */
function allKeys(passage: Passage, inert: readonly Range[]): KeyAt[] {
  const breaks = new Set<number>()
  for (const piece of passage.pieces) if (piece.length === 0) breaks.add(piece.at)
  const isInert = within(inert)
  const keys: KeyAt[] = []
  let at = passage.text.indexOf('@')
  while (at >= 0) {
    const key = isInert(at) ? null : keyAt(passage.text, at, breaks)
    if (key !== null) keys.push(key)
    at = passage.text.indexOf('@', key === null ? at + 1 : key.end)
  }
  return keys
}
