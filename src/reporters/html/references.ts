import type { Citation } from '../../model/citation.ts'
import type { Finding } from '../../model/finding.ts'
import type { Reference } from '../../model/reference.ts'
import type { Span } from '../../model/source.ts'
import { familyOf, makersOf, yearOf } from '../../text/csl.ts'
import { worstFirst } from '../folded.ts'
import { identifierChips } from './identifiers.ts'
import { type Content, type Html, html, joined, languageAttribute, own } from './markup.ts'
import { sign } from './note.ts'
import { type Leaf, referenceAnchor, type Sheet } from './sheet.ts'

/** Places of citation that an entry names one by one. */
const shownCitations = 6
/** Below this an entry's reading is called doubtful. */
const sure = 0.5

/** What is known of the entries of one file: who cites them and what is said of them. */
export class Entries {
  readonly #leaf: Leaf
  readonly #sheet: Sheet
  readonly #findings = new Map<string, Finding[]>()
  readonly #indexes: ReadonlyMap<string, number>

  constructor(leaf: Leaf, sheet: Sheet) {
    this.#leaf = leaf
    this.#sheet = sheet
    this.#indexes = new Map(leaf.file.references.map(({ id }, index) => [id, index]))
    this.#placeFindings()
  }

  /** An entry with its words, its identifiers, who cites it, and what was found. `changed` marks parts of its words. */
  card(reference: Reference, words: Content = entryWords(reference)): Html {
    const { label, language } = reference
    const anchor = referenceAnchor(this.#leaf, this.#indexes.get(reference.id) ?? 0)
    return html`<div class="ref" id="${anchor}"><span class="label">${own(label)}</span><div class="entry"><p dir="auto"${languageAttribute(language)}>${words}</p><p class="chips">${this.#chips(reference)}</p></div></div>`
  }

  /** the words of an entry that findings are about, short places only */
  places({ id, span }: Reference): readonly Span[] {
    const half = (span.end - span.start) / 2
    return (this.#findings.get(id) ?? [])
      .flatMap((finding) => [finding.span, ...(finding.related ?? []).map((one) => one.span)])
      .filter(
        ({ path, start, end }) => path === span.path && start >= span.start && end <= span.end && end - start < half,
      )
  }

  cited(id: string): number {
    return this.#sheet.citationsOf(id, this.#leaf.file).length
  }

  #chips(reference: Reference): Content {
    const findings = worstFirst(this.#findings.get(reference.id) ?? [])
    return [
      findings.map(
        (finding) =>
          html`<a class="chip ${finding.severity}" href="${this.#sheet.noteLink(finding, this.#leaf)}">${sign(finding.severity)} ${finding.ruleId.slice(finding.ruleId.indexOf('/') + 1)}</a> `,
      ),
      this.#citedChip(reference),
      reference.confidence < sure && html`<span class="chip doubt">read with doubt</span> `,
      identifierChips(reference).map((chip) => html`${chip} `),
    ]
  }

  #citedChip({ id }: Reference): Content {
    const citations = this.#sheet.citationsOf(id, this.#leaf.file)
    if (citations.length === 0) return this.#sheet.isCiting && html`<span class="chip uncited">not cited</span> `
    const first = [...new Map(citations.map((citation) => [this.#lineOf(citation), citation]))].slice(0, shownCitations)
    const places = first.map(
      ([line, citation]) => html`<a href="${this.#sheet.citationLink(citation, this.#leaf)}">${line}</a>`,
    )
    const more = citations.length > shownCitations && ' …'
    return html`<span class="chip cited">cited ${citations.length}×, ${first.length === 1 ? 'line' : 'lines'} ${joined(places, ', ')}${more}</span> `
  }

  /** with its file, where that is another one */
  #lineOf({ span }: Citation): string {
    const { line } = this.#sheet.places.of(span).start
    return span.path === this.#leaf.file.source.path ? String(line) : `${span.path}:${line}`
  }

  /** A finding is about the entry that it points into, or that one of its places points into. */
  #placeFindings(): void {
    const { file, folded } = this.#leaf
    const entries = file.references
      .filter(({ span }) => span.path === file.source.path)
      .toSorted((left, right) => left.span.start - right.span.start)
    for (const finding of folded.standing) {
      const about = new Set<string>()
      for (const { path, start } of [finding.span, ...(finding.related ?? []).map(({ span }) => span)]) {
        if (path !== file.source.path) continue
        const entry = lastBefore(entries, start)
        if (entry !== undefined && start < entry.span.end) about.add(entry.id)
      }
      for (const id of about) push(this.#findings, id, finding)
    }
  }
}

/** A typed entry as it was read; of a library the parts that a reader looks for. */
export function entryWords({ passage, raw, key, csl }: Reference): Content {
  if (key === undefined) return own(passage.text === '' ? raw : passage.text)
  const makers = makersOf(csl)
  const names = `${makers.slice(0, 4).map(familyOf).join(', ')}${makers.length > 4 ? ' et al.' : ''}`
  const container = csl['container-title']
  return [
    names !== '' && html`${own(names)} `,
    html`(${own(yearOf(csl) ?? 'no year')}). `,
    html`<cite>${own(csl.title ?? 'no title')}</cite>. `,
    typeof container === 'string' && html`${own(container)}.`,
  ]
}

function lastBefore(entries: readonly Reference[], offset: number): Reference | undefined {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle] as Reference).span.start <= offset) low = middle + 1
    else high = middle
  }
  return entries[low - 1]
}

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [item])
  else list.push(item)
}
