import type { Quantity, Relation } from '../../model/quantity.ts'
import { counted } from '../terminal/style.ts'
import { type Content, type Html, html, own } from './markup.ts'
import type { Leaf, Sheet } from './sheet.ts'

/** Rows of the ledger that a page holds: more make no reader wiser. */
const mostRows = 2000

/** The ledger: what the numbers of the text say of one another, then every number with what it counts. */
export function ledger(leaf: Leaf, sheet: Sheet): Content {
  const { quantities, relations } = leaf.file
  if (quantities.length === 0) return undefined
  const byId = new Map(quantities.map((quantity, index) => [quantity.id, { quantity, index }]))
  const ordered = relations.toSorted((left, right) => Number(left.holds) - Number(right.holds))
  return [
    ordered.length > 0 &&
      html`<div class="scroll" tabindex="0" role="group" aria-label="Relations between numbers"><table class="ledger"><thead><tr><th scope="col">Numbers</th><th scope="col">Relation</th><th scope="col">Computed</th><th scope="col">Agrees</th></tr></thead><tbody>${ordered.slice(0, mostRows).map((relation) => relationRow(relation, byId, leaf))}</tbody></table></div>`,
    html`<details><summary>${counted(quantities.length, 'number')} of the text</summary><div class="scroll" tabindex="0" role="group" aria-label="Numbers of the text"><table class="ledger"><thead><tr><th scope="col">As typed</th><th scope="col">Value</th><th scope="col">Unit</th><th scope="col">Of what</th><th scope="col">Period</th><th scope="col">Place</th></tr></thead><tbody>${quantities.slice(0, mostRows).map((quantity, index) => quantityRow(quantity, index, leaf, sheet))}</tbody></table></div>${quantities.length > mostRows && html`<p class="more">${quantities.length - mostRows} more are in the JSON report.</p>`}</details>`,
  ]
}

function relationRow(
  { kind, operands, computation, holds }: Relation,
  byId: ReadonlyMap<string, { readonly quantity: Quantity; readonly index: number }>,
  { prefix }: Leaf,
): Html {
  const named = operands.flatMap((id) => {
    const found = byId.get(id)
    return found === undefined ? [] : [html`<a href="#${prefix}q-${found.index + 1}">${own(found.quantity.text)}</a> `]
  })
  const verdict = holds ? html`<span class="yes">yes</span>` : html`<span class="no">no</span>`
  return html`<tr><td>${named}</td><td>${kind.replaceAll('-', ' ')}</td><td>${own(computation)}</td><td>${verdict}</td></tr>`
}

function quantityRow(
  { text, value, unit, measure, entity, period, span }: Quantity,
  index: number,
  { prefix }: Leaf,
  { places }: Sheet,
): Html {
  const what = [entity, measure].filter((part) => part !== '').join(': ')
  return html`<tr><td>${own(text)}</td><td class="number">${shown(value)}</td><td>${own(unit)}</td><td>${own(what)}</td><td>${own(period)}</td><td><a href="#${prefix}q-${index + 1}">line ${places.of(span).start.line}</a></td></tr>`
}

/** A value with its thousands parted; never an exponent where plain digits fit. */
function shown(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  const [whole = '', part] = (
    Math.abs(value) < 1e15 ? value.toFixed(6).replace(/\.?0{1,6}$/, '') : String(value)
  ).split('.')
  const grouped = /^-?\d+$/.test(whole) ? whole.replace(/\B(?=(?:\d{3})+$)/g, '\u202f') : whole
  return part === undefined ? grouped : `${grouped}.${part}`
}
