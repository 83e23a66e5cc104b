import type { Report } from '../../model/report.ts'
import type { Rule } from '../../model/rule.ts'
import { pageNames } from '../page-names.ts'
import { counted } from '../terminal/style.ts'
import { titleOf } from '../title.ts'
import { manuscriptParts, rulesSection } from './manuscript.ts'
import { manuscriptIndex, sortScript } from './manuscript-index.ts'
import { type Html, html } from './markup.ts'
import { page } from './page.ts'
import { type Leaf, opened, Sheet } from './sheet.ts'

/** A report as one page that needs nothing else: no network, no program, no other file. In chunks. */
export function toHtml(report: Report, rules: readonly Rule[]): Iterable<string> {
  const sheet = new Sheet(report, rules)
  const [only, ...others] = sheet.leaves
  const title = only !== undefined && others.length === 0 ? nameOf(only) : counted(report.files.length, 'manuscript')
  return page({ title: `${title} – citelint`, body: wholeBody(sheet) })
}

/** An index with a row for each manuscript, and a page for each beside it. */
export function* toHtmlPages(
  report: Report,
  rules: readonly Rule[],
): Iterable<readonly [name: string, text: Iterable<string>]> {
  const names = pageNames(report.files, '.html')
  const sheet = new Sheet(report, rules, names)
  const title = `${counted(report.files.length, 'manuscript')} – citelint`
  yield ['index.html', page({ title, body: indexBody(sheet), script: sortScript })]
  for (const closed of sheet.leaves) {
    const leaf = opened(closed)
    const back = `${'../'.repeat(leaf.page.split('/').length - 1)}index.html`
    yield [leaf.page, page({ title: `${nameOf(leaf)} – citelint`, body: leafBody(leaf, sheet, back) })]
  }
}

function nameOf({ file }: Leaf): string {
  return titleOf(file) || file.source.path
}

function* wholeBody(sheet: Sheet): Iterable<Html> {
  yield skipLink
  if (sheet.leaves.length > 1) yield* manuscriptIndex(sheet, ({ prefix }) => `#${prefix}file`)
  yield html`<main id="main">`
  for (const leaf of sheet.leaves) {
    yield html`<article class="file" id="${leaf.prefix}file">`
    yield* manuscriptParts(opened(leaf), sheet)
    yield html`</article>`
  }
  yield* rulesSection(sheet.leaves, sheet)
  yield html`</main>`
  yield footer(sheet)
}

function* leafBody(leaf: Leaf, sheet: Sheet, back: string): Iterable<Html> {
  yield skipLink
  yield html`<main id="main"><article class="file" id="file">`
  yield* manuscriptParts(leaf, sheet, back)
  yield html`</article>`
  yield* rulesSection([leaf], sheet)
  yield html`</main>`
  yield footer(sheet)
}

function* indexBody(sheet: Sheet): Iterable<Html> {
  yield skipLink
  yield html`<main id="main">`
  yield* manuscriptIndex(sheet, ({ page: name }) => name.split('/').map(encodeURIComponent).join('/'))
  yield html`</main>`
  yield footer(sheet)
}

const skipLink = html`<a class="skip" href="#main">To the report</a>`

function footer({ report }: Sheet): Html {
  return html`<footer><p>${report.tool.name} ${report.tool.version}${report.incomplete === true && html` · <b>The run was stopped before all files were checked.</b>`}</p></footer>`
}
