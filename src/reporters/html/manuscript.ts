import { counted } from '../terminal/style.ts'
import { titleOf } from '../title.ts'
import { checkedChart, rulesPart, troubleList } from './checked.ts'
import { referenceLists } from './lists.ts'
import { type Content, type Html, html, languageAttribute, own } from './markup.ts'
import { ledger } from './numbers.ts'
import { countsOf, findingsPart, limitsOf, verdict } from './overview.ts'
import { part } from './page.ts'
import { languageChart, sectionChart, yearChart } from './pictures.ts'
import type { Leaf, Sheet } from './sheet.ts'
import { annotatedText } from './text.ts'

/** One file of a report: verdict, pictures, findings, the text with its notes, the lists, the numbers. */
export function* manuscriptParts(leaf: Leaf, sheet: Sheet, back?: string): Iterable<Html> {
  const { file, prefix } = leaf
  yield header(leaf, sheet, back)
  yield* part(`${prefix}glance`, 'At a glance', [glance(leaf, sheet)])
  yield* part(`${prefix}findings`, 'Findings', [findingsPart(leaf, sheet)].filter(hasContent))
  const words = [...annotatedText(leaf, sheet)]
  const isLibrary = file.kind === 'library'
  yield* part(
    `${prefix}text`,
    isLibrary ? 'The library' : 'The text',
    words,
    isLibrary
      ? 'As it stands in the file; entries without a note are left out.'
      : 'As it stands in the file, with each note beside its paragraph.',
  )
  yield* part(`${prefix}references`, 'References', [...referenceLists(leaf, sheet)])
  yield* part(`${prefix}numbers`, 'Numbers', [ledger(leaf, sheet)])
}

/** The rules of all files on a page: what each wants and what it cannot see. */
export function rulesSection(leaves: readonly Leaf[], sheet: Sheet): readonly Html[] {
  return part('rules', 'Rules', [rulesPart(leaves, sheet)].filter(hasContent))
}

function header(leaf: Leaf, sheet: Sheet, back: string | undefined): Html {
  const { file, folded, prefix } = leaf
  const { source, references, citations, language } = file
  const title = titleOf(file)
  const facts = [
    ...(title === '' ? [] : [own(source.path)]),
    source.format,
    counted(references.length, 'reference'),
    ...(citations.length > 0 ? [counted(citations.length, 'citation')] : []),
  ]
  const links: readonly (readonly [id: string, name: string, shown: boolean])[] = [
    ['findings', 'Findings', folded.standing.length > 0],
    ['text', file.kind === 'library' ? 'Library' : 'Text', source.text.trim() !== ''],
    ['references', 'References', references.length > 0],
    ['numbers', 'Numbers', file.quantities.length > 0],
  ]
  return html`<header class="top">${back !== undefined && html`<p class="back"><a href="${back}">All manuscripts</a></p>`}
<h1 dir="auto"${title !== '' && languageAttribute(language)}>${own(title === '' ? source.path : title)}</h1>
<p class="facts">${facts.map((fact, index) => [index > 0 && ' · ', fact])}</p>
${verdict(countsOf(folded.standing), limitsOf(file))}
<nav aria-label="Parts of the report${prefix !== '' && ` on ${source.path}`}"><ul>${links.filter(([, , shown]) => shown).map(([id, name]) => html`<li><a href="#${prefix}${id}">${name}</a></li>`)}${hasContent(rulesPart([leaf], sheet)) && html`<li><a href="#rules">Rules</a></li>`}</ul></nav>
</header>`
}

function glance(leaf: Leaf, sheet: Sheet): Content {
  const { file } = leaf
  const charts = [yearChart(file), languageChart(file), sectionChart(file), checkedChart(leaf, sheet)].filter(
    hasContent,
  )
  const troubles = troubleList(file, sheet)
  if (charts.length === 0 && troubles === undefined) return undefined
  return [troubles, charts.length > 0 && html`<div class="charts">${charts}</div>`]
}

function hasContent(content: Content): boolean {
  if (Array.isArray(content)) return content.some(hasContent)
  return content !== undefined && content !== false
}
