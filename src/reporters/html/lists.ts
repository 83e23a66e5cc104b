import type { Reference, ReferenceList } from '../../model/reference.ts'
import { grouped } from '../grouped.ts'
import { counted } from '../terminal/style.ts'
import { type Difference, differences, markedParts, type Part, placesOf } from './differences.ts'
import { type Content, type Html, html, own } from './markup.ts'
import { Entries } from './references.ts'
import type { Leaf, Sheet } from './sheet.ts'
import { wordingOf } from './wording.ts'

/** The reference lists of a file: each entry with its status; lists of the same works side by side. */
export function* referenceLists(leaf: Leaf, sheet: Sheet): Iterable<Html> {
  const { lists, references } = leaf.file
  const entries = new Entries(leaf, sheet)
  const byList = grouped(references, ({ list }) => list)
  const shown = new Set<string>()
  for (const list of lists) {
    if (shown.has(list.id)) continue
    shown.add(list.id)
    const twin = lists.find((other) => !shown.has(other.id) && isTwin(list, other))
    const own = byList.get(list.id) ?? []
    if (twin === undefined) yield single(list, own, entries)
    else {
      shown.add(twin.id)
      yield pair([list, own], [twin, byList.get(twin.id) ?? []], leaf, entries)
    }
  }
  // entries that say no list of the file
  const rest = references.filter(({ list }) => !shown.has(list))
  if (rest.length > 0) yield html`<div class="list">${rest.map((reference) => entries.card(reference))}</div>`
}

function isTwin(one: ReferenceList, other: ReferenceList): boolean {
  return one.parallelTo === other.id || other.parallelTo === one.id
}

function single(list: ReferenceList, references: readonly Reference[], entries: Entries): Html {
  const uncited = references.filter(({ id }) => entries.cited(id) === 0).length
  const facts = [
    counted(references.length, 'entry', 'entries'),
    uncited > 0 && uncited < references.length && `${uncited} not cited`,
  ]
  return html`<div class="list">${heading(list, facts)}${references.map((reference) => card(reference, entries))}</div>`
}

/** An entry of a typed-out list shows which of its words findings are about. */
function card(reference: Reference, entries: Entries): Html {
  if (reference.key !== undefined) return entries.card(reference)
  return entries.card(reference, marked(markedParts(reference, entries.places(reference))))
}

function heading({ heading: words = '', kind }: ReferenceList, facts: readonly (string | false)[]): Html {
  const name = words === '' ? (kind === 'library' ? 'Library' : 'List without a heading') : words
  return html`<h3>${own(name)} <span class="count">${facts.filter((fact) => fact !== false).join(', ')}</span></h3>`
}

interface Row {
  readonly shown: Html
  readonly differs: boolean
}

type Side = readonly [list: ReferenceList, references: readonly Reference[]]

/** Two lists in rows: the works of the first in its order, each with its counterpart, then what the second has alone. */
function pair([first, left]: Side, [second, right]: Side, { file }: Leaf, entries: Entries): Html {
  const byId = new Map(right.map((reference) => [reference.id, reference]))
  const twinOf = ({ id }: Reference): Reference | undefined =>
    Object.hasOwn(file.counterparts, id) ? byId.get(file.counterparts[id] ?? '') : undefined
  const matched = new Set(left.flatMap((reference) => twinOf(reference)?.id ?? []))
  const rows = [
    ...left.map((reference) => row(reference, twinOf(reference), entries)),
    ...right.filter(({ id }) => !matched.has(id)).map((reference) => row(undefined, reference, entries)),
  ]
  const differing = rows.filter(({ differs }) => differs).length
  const lead =
    differing === 0
      ? 'The two lists agree, as far as they can be compared.'
      : `${counted(differing, 'row')} of ${rows.length} differ: in words where both are worded alike, else in years, volumes, pages, identifiers or the number of authors.`
  return html`<div class="list twins"><p class="lead">${lead}</p><div class="row heads">${heading(first, [counted(left.length, 'entry', 'entries')])}${heading(second, [counted(right.length, 'entry', 'entries')])}</div>${rows.map(({ shown }) => shown)}</div>`
}

function row(left: Reference | undefined, right: Reference | undefined, entries: Entries): Row {
  if (left === undefined || right === undefined) {
    const missing = html`<div class="ref missing"><p>No counterpart was found in this list</p></div>`
    const sides = [left, right].map((reference) => (reference === undefined ? missing : entries.card(reference)))
    return { differs: true, shown: html`<div class="row differs">${sides}</div>` }
  }
  const wording = wordingOf(left.passage.text, right.passage.text)
  const fields = differences(left, right)
  const strong = fields.filter((one) => one.left !== '' && one.right !== '')
  // entries that are worded alike show their difference themselves
  const told = wording === undefined ? fields : wording.changes.map((change) => ({ field: 'words', ...change }))
  const [here, there] =
    wording === undefined
      ? [partsOf(left, strong, entries), partsOf(right, strong, entries)]
      : [wording.left, wording.right]
  const differs = wording === undefined ? strong.length > 0 : [...here, ...there].some((part) => part.differs)
  const sides = [entries.card(left, marked(here)), entries.card(right, marked(there))]
  return { differs, shown: html`<div class="row${differs && ' differs'}">${sides}${table(told)}</div>` }
}

/** The words of an entry with what differs from its twin, and what findings are about. */
function partsOf(reference: Reference, found: readonly Difference[], entries: Entries): readonly Part[] {
  return markedParts(reference, [...placesOf(reference, found), ...entries.places(reference)])
}

function marked(parts: readonly Part[]): Content {
  return parts.map(({ text, differs }) => (differs ? html`<mark>${own(text)}</mark>` : own(text)))
}

function table(found: readonly Difference[]): Content {
  if (found.length === 0) return undefined
  return html`<dl class="diff">${found.map(({ field, left, right }) => html`<div${(left === '' || right === '') && html` class="weak"`}><dt>${field}</dt><dd>${value(left)} <span class="unequal" role="img" aria-label="is not">≠</span> ${value(right)}</dd></div>`)}</dl>`
}

function value(text: string): Html {
  return text === '' ? html`<i>none</i>` : own(text)
}
