import { worstFirst } from '../folded.ts'
import { counted } from '../terminal/style.ts'
import { uncheckedPhrases } from '../terminal/unchecked.ts'
import { titleOf } from '../title.ts'
import { type Html, html, own, worded } from './markup.ts'
import { sign } from './note.ts'
import { type Counts, countsOf, type Limits, limitsOf, verdict } from './overview.ts'
import { part } from './page.ts'
import { barChart } from './pictures.ts'
import { type Leaf, opened, type Sheet } from './sheet.ts'

/** Findings of a manuscript that its row names. */
const shownWorst = 3

interface Row {
  readonly leaf: Leaf
  readonly title: string
  readonly counts: Counts
  readonly limits: Limits
  readonly references: number
  readonly citations: number
  readonly worst: readonly Html[]
  readonly unchecked: readonly string[]
  /** findings by rule */
  readonly rules: ReadonlyMap<string, number>
}

/** The roll-up for editors: totals, the most frequent findings, a row for each manuscript, the worst first. */
export function* manuscriptIndex(sheet: Sheet, linkOf: (leaf: Leaf) => string): Iterable<Html> {
  const rows = sheet.leaves.map((leaf) => rowOf(leaf, sheet))
  const { references, citations } = sheet.report.summary
  yield html`<header class="top"><h1>${counted(rows.length, 'file')} checked</h1>
<p class="facts">${counted(references, 'reference')} · ${counted(citations, 'citation')}</p>
${verdict(total(rows), {
  unread: rows.reduce((all, { limits }) => all + limits.unread, 0),
  unlooked: rows.some(({ limits }) => limits.unlooked),
})}</header>`
  yield* part('all', 'Manuscripts', [table(rows, linkOf)])
  yield* part('frequent', 'Across all files', [
    html`<div class="charts">${ruleChart(rows)}${uncheckedList(sheet)}</div>`,
  ])
}

/** What a row tells of a file, which is not held. */
function rowOf(closed: Leaf, { places }: Sheet): Row {
  const { file, folded } = opened(closed)
  const rules = new Map<string, number>()
  for (const { ruleId } of folded.standing) rules.set(ruleId, (rules.get(ruleId) ?? 0) + 1)
  return {
    leaf: closed,
    title: titleOf(file),
    counts: countsOf(folded.standing),
    limits: limitsOf(file),
    references: file.references.length,
    citations: file.citations.length,
    worst: worstFirst(folded.standing)
      .slice(0, shownWorst)
      .map(
        ({ severity, message, span }) =>
          html`<li>${sign(severity)} ${worded(message)} <span class="line">line ${places.of(span).start.line}</span></li>`,
      ),
    unchecked: uncheckedPhrases([file], 'counts'),
    rules,
  }
}

function total(rows: readonly Row[]): Counts {
  const sum = (key: keyof Counts): number => rows.reduce((all, { counts }) => all + counts[key], 0)
  return { errors: sum('errors'), warnings: sum('warnings'), infos: sum('infos') }
}

const columns = [
  'Manuscript',
  'Errors',
  'Warnings',
  'Infos',
  'References',
  'Citations',
  'Worst findings',
  'Not checked',
]

function table(rows: readonly Row[], linkOf: (leaf: Leaf) => string): Html {
  const sorted = rows.toSorted(
    (left, right) => right.limits.unread - left.limits.unread || weight(right.counts) - weight(left.counts),
  )
  return html`<table class="index" data-sortable role="table"><caption>Worst first</caption><thead role="rowgroup"><tr role="row">${columns.map((name) => html`<th scope="col" role="columnheader">${name}</th>`)}</tr></thead><tbody role="rowgroup">${sorted.map((row) => tableRow(row, linkOf(row.leaf)))}</tbody></table>`
}

function weight({ errors, warnings, infos }: Counts): number {
  return errors * 1e6 + warnings * 1e3 + infos
}

function tableRow({ leaf: { path }, title, counts, limits, worst, unchecked, ...row }: Row, href: string): Html {
  const numbers = [counts.errors, counts.warnings, counts.infos, row.references, row.citations]
  const severity = ['error', 'warning', 'info', '', '']
  const name = title === '' ? path : title
  return html`<tr role="row"><th scope="row" role="rowheader" data-value="${name}"><a href="${href}" dir="auto">${own(name)}</a>${title !== '' && html`<span class="path">${own(path)}</span>`}${limits.unread > 0 && html`<span class="unread">not read in full</span>`}</th>${numbers.map((count, index) => html`<td role="cell" class="number ${count > 0 && severity[index]}" data-label="${columns[index + 1]}" data-value="${count}">${count}</td>`)}<td role="cell" class="worst" data-label="Worst findings">${worst.length === 0 ? '–' : html`<ul>${worst}</ul>`}</td><td role="cell" class="unchecked" data-label="Not checked" data-value="${unchecked.length}">${unchecked.length === 0 ? '–' : html`<ul>${unchecked.map((phrase) => html`<li>${own(phrase)}</li>`)}</ul>`}</td></tr>
`
}

function ruleChart(rows: readonly Row[]): Html | undefined {
  const counts = new Map<string, number>()
  for (const { rules } of rows) for (const [id, count] of rules) counts.set(id, (counts.get(id) ?? 0) + count)
  return barChart(
    'Findings by rule',
    [...counts].map(([name, count]) => ({ name, count })),
  )
}

function uncheckedList({ report }: Sheet): Html | undefined {
  const phrases = uncheckedPhrases(report.files, 'counts')
  if (phrases.length === 0) return undefined
  return html`<figure class="chart"><figcaption>Not checked</figcaption><ul class="facts">${phrases.map((phrase) => html`<li>${own(phrase)}</li>`)}</ul></figure>`
}

/** Makes the heads of the table sort it. Without this program the table stands as it is, the worst first. */
export const sortScript = `
'use strict'
for (const table of document.querySelectorAll('table[data-sortable]')) {
  const body = table.tBodies[0]
  const heads = [...table.tHead.rows[0].cells]
  const value = (row, index) => row.cells[index].dataset.value ?? row.cells[index].textContent
  for (const [index, head] of heads.entries()) {
    if (head.textContent === 'Worst findings') continue
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = head.textContent
    head.replaceChildren(button)
    button.addEventListener('click', () => {
      const numbers = [...body.rows].every((row) => /^\\d+$/.test(value(row, index)))
      const before = head.getAttribute('aria-sort')
      const direction = before === null ? (numbers ? 'descending' : 'ascending') : before === 'ascending' ? 'descending' : 'ascending'
      for (const other of heads) other.removeAttribute('aria-sort')
      head.setAttribute('aria-sort', direction)
      const sign = direction === 'ascending' ? 1 : -1
      const compare = (left, right) =>
        numbers ? value(left, index) - value(right, index) : value(left, index).localeCompare(value(right, index))
      body.append(...[...body.rows].sort((left, right) => sign * compare(left, right)))
      table.caption.textContent = 'Sorted by ' + button.textContent.toLowerCase() + ', ' + direction
    })
  }
}
`
