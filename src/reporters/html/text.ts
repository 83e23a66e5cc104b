import type { Finding } from '../../model/finding.ts'
import type { FileReport } from '../../model/report.ts'
import type { Span } from '../../model/source.ts'
import { counted } from '../terminal/style.ts'
import { type Mark, stretches, touching } from './marks.ts'
import { type Content, type Html, html, languageAttribute } from './markup.ts'
import { note } from './note.ts'
import type { Leaf, Sheet } from './sheet.ts'
import { type Unit, unitsOf } from './units.ts'

/** Units that one mark may reach over: a finding about a whole list marks its beginning. */
const longestReach = 12

/** A mark above this length is a line under the words and no wash over them. In UTF-16 units. */
const longMark = 90

/** The manuscript's text with its marks, and the notes beside the paragraph that each is about. */
export function* annotatedText(leaf: Leaf, sheet: Sheet): Iterable<Html> {
  const { file } = leaf
  const units = unitsOf(file)
  const marks = spread(sheet.marks(leaf), units)
  const notes = spreadNotes(leaf.folded.standing, units)
  const printer = new Printer(file, topLevel(units))
  const collapses = collapsible(leaf)
  let hidden: (readonly Mark[])[] = []
  for (const [index, unit] of units.entries()) {
    const own = marks.get(index) ?? []
    const beside = notes.get(index) ?? []
    if (beside.length === 0 && collapses(unit) && !own.some(({ kind }) => kind !== 'citation' && kind !== 'quantity')) {
      hidden.push(own)
      continue
    }
    if (hidden.length > 0) yield printer.gap(hidden)
    hidden = []
    const words = printer.unit(unit, own)
    yield beside.length === 0
      ? html`<div class="unit">${words}</div>`
      : html`<div class="unit noted">${words}<div class="notes">${beside.map((one) => note(one, leaf, sheet))}</div></div>`
  }
  if (hidden.length > 0) yield printer.gap(hidden)
}

/** Entries of lists are shown again among the references: without a note they are left out of the text. */
function collapsible({ file }: Leaf): (unit: Unit) => boolean {
  const spans =
    file.kind === 'library'
      ? file.references.map(({ span }) => span)
      : file.references.flatMap(({ segments }) => segments)
  const ends = new Map(spans.map(({ start, end }) => [start, end]))
  const starts = [...ends.keys()].sort((left, right) => left - right)
  return ({ kind, start, end }) => {
    if (kind === 'heading' || kind === 'rest') return false
    const at = lastAtMost(starts, end - 1, (value) => value)
    const first = starts[at]
    return first !== undefined && (ends.get(first) as number) > start
  }
}

/** Marks by the index of the units that they touch. */
function spread(marks: readonly Mark[], units: readonly Unit[]): ReadonlyMap<number, readonly Mark[]> {
  const found = new Map<number, Mark[]>()
  for (const mark of marks) {
    let index = Math.max(
      lastAtMost(units, mark.start, ({ start }) => start),
      0,
    )
    if ((units[index]?.end ?? 0) <= mark.start && mark.start < mark.end && index + 1 < units.length) index += 1
    for (let reach = 0; reach < longestReach; reach++) {
      const unit = units[index + reach]
      if (unit === undefined || (reach > 0 && unit.start >= mark.end)) break
      // what stands in the blanks after a unit is shown at its end
      const shown = mark.start >= unit.end ? { ...mark, start: unit.to, end: unit.to } : mark
      const list = found.get(index + reach)
      if (list === undefined) found.set(index + reach, [shown])
      else list.push(shown)
    }
  }
  return found
}

function spreadNotes(findings: readonly Finding[], units: readonly Unit[]): ReadonlyMap<number, readonly Finding[]> {
  const found = new Map<number, Finding[]>()
  for (const finding of findings) {
    const index = Math.max(
      lastAtMost(units, finding.span.start, ({ start }) => start),
      0,
    )
    const list = found.get(index)
    if (list === undefined) found.set(index, [finding])
    else list.push(finding)
  }
  return found
}

function lastAtMost<Item>(items: readonly Item[], value: number, of: (item: Item) => number): number {
  let low = -1
  let high = items.length
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if (of(items[middle] as Item) <= value) low = middle
    else high = middle
  }
  return low
}

function topLevel(units: readonly Unit[]): number {
  return Math.min(6, ...units.flatMap(({ kind, level }) => (kind === 'heading' && level !== undefined ? [level] : [])))
}

/** Turns source into elements. Each anchor is set once, where its mark first shows. */
class Printer {
  readonly #text: string
  readonly #topLevel: number
  readonly #lines: string
  readonly #set = new Set<string>()

  constructor({ source }: FileReport, topLevel: number) {
    this.#text = source.text
    // in plain text a line may end within a word: it is shown where it ends
    this.#lines = source.format === 'text' ? 'lines' : ''
    this.#topLevel = topLevel
  }

  unit(unit: Unit, marks: readonly Mark[]): Html {
    const language = languageAttribute(unit.language)
    if (unit.kind === 'table')
      return html`<div class="words table" tabindex="0" role="group" aria-label="Table"${language}><table>${this.#rows(unit, marks)}</table></div>`
    const words = this.#words(unit, marks)
    if (unit.kind !== 'heading')
      return html`<div class="words ${unit.kind} ${this.#lines}" dir="auto"${language}>${words}</div>`
    const level = Math.min(Math.max((unit.level ?? 1) - this.#topLevel, 0) + 3, 6)
    return html`<div class="words heading level-${level} ${this.#lines}" role="heading" aria-level="${level}" dir="auto"${language}>${words}</div>`
  }

  /** Units that are left out; what leads to them still arrives. */
  gap(units: readonly (readonly Mark[])[]): Html {
    const anchors = units.flat().flatMap((mark) => this.#anchor(mark))
    return html`<p class="gap">${anchors.map((id) => html`<span id="${id}"></span>`)}${counted(units.length, 'entry', 'entries')} without a note</p>`
  }

  #words({ start, end, from, to }: Unit, marks: readonly Mark[]): Content {
    const blank = this.#text.slice(to, end).trim() === ''
    const before = from > start && html`<span class="syntax">${this.#range(start, from, marks)}</span>`
    const words = this.#range(from, to, marks, blank)
    return [before, words, !blank && html`<span class="syntax">${this.#range(to, end, marks, true)}</span>`]
  }

  #rows({ rows = [], start, end }: Unit, marks: readonly Mark[]): Content {
    const near = touching(marks)
    const shown = new Set<Mark>()
    const cell = ({ start: from, end: to }: Span, head: boolean): Html => {
      const own = near(from, to)
      for (const mark of own) shown.add(mark)
      const words = this.#range(from, to, own, true)
      return head ? html`<th scope="col" dir="auto">${words}</th>` : html`<td dir="auto">${words}</td>`
    }
    const lines = rows.map(({ cells = [], head = false }) => html`<tr>${cells.map((one) => cell(one, head))}</tr>\n`)
    // what is marked between the cells would otherwise not show
    const loose = marks
      .filter((mark) => !shown.has(mark))
      .map((mark) => this.#range(Math.max(mark.start, start), Math.min(mark.end, end), [mark], true))
    return [lines, loose.length > 0 && html`<caption>${loose}</caption>`]
  }

  /** Empty marks at the very end belong to `[start, end)` only with `closed`. */
  #range(start: number, end: number, marks: readonly Mark[], closed = false): Content {
    return stretches(start, end, marks, closed).map(({ start: from, end: to, top, begins }) => {
      const anchors = begins.flatMap((mark) => this.#anchor(mark))
      const shown = from === to ? '‸' : this.#text.slice(from, to)
      if (top === undefined || top.kind === 'quantity') {
        return [anchors.map((id) => html`<span id="${id}"></span>`), from === to ? '' : shown]
      }
      const [first, ...others] = anchors
      const attributes = html`${first !== undefined && html` id="${first}"`} class="m ${top.kind}${from === to && ' point'}${top.end - top.start > longMark && ' long'}"`
      const label = top.label === undefined ? undefined : html` title="${top.label}"`
      return [
        others.map((id) => html`<span id="${id}"></span>`),
        top.href === undefined
          ? html`<span${attributes}>${shown}</span>`
          : html`<a${attributes} href="${top.href}"${label}>${shown}</a>`,
      ]
    })
  }

  #anchor({ id }: Mark): readonly string[] {
    if (id === undefined || this.#set.has(id)) return []
    this.#set.add(id)
    return [id]
  }
}
