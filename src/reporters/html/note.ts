import type { Evidence, Finding, Fix, Related, Severity } from '../../model/finding.ts'
import { grouped } from '../grouped.ts'
import { counted, signs } from '../terminal/style.ts'
import { type Content, type Html, html, joined, outward, own, worded } from './markup.ts'
import type { Leaf, Sheet } from './sheet.ts'

/** Longest excerpt of a place that a note quotes, in UTF-16 units. */
const longestExcerpt = 90
/** Places that a note names one by one. */
const shownPlaces = 8

const words: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Info' }

export function sign(severity: Severity): Html {
  return html`<span class="sign ${severity}" role="img" aria-label="${words[severity]}">${signs[severity]}</span>`
}

/** A finding as it stands beside the text: what, where, why it is believed, what to do. */
export function note(finding: Finding, leaf: Leaf, sheet: Sheet): Html {
  const { fingerprint, severity, message, span, ruleId, confidence, evidence = [], related = [], fixes = [] } = finding
  const { line } = sheet.places.of(span).start
  const echoes = leaf.folded.under.get(fingerprint) ?? []
  const doubt = confidence === 'certain' ? undefined : html` · <span class="doubt">${confidence}</span>`
  return html`<div class="note ${severity}" id="${leaf.prefix}n-${fingerprint}">
<p class="what">${sign(severity)} ${worded(message)}</p>
${related.length > 0 && html`<ul class="places">${related.slice(0, shownPlaces).map((one, index) => place(one, index, finding, leaf, sheet))}</ul>`}${related.length > shownPlaces && html`<p class="more">and ${counted(related.length - shownPlaces, 'more place')}</p>`}${evidence.map((one) => proof(one, message))}${finding.note !== undefined && finding.note !== '' && html`<p class="todo">${worded(finding.note)}</p>`}${fixes.map((fix) => repair(fix, sheet))}${echoRows(echoes, sheet)}<p class="where"><a href="${sheet.markLink(finding, span, leaf)}">line ${line}</a> · <a href="#rule-${ruleId}">${ruleId}</a>${doubt}</p>
</div>`
}

function place({ span, message }: Related, index: number, finding: Finding, leaf: Leaf, sheet: Sheet): Html {
  const { line } = sheet.places.of(span).start
  const elsewhere = span.path !== finding.span.path
  const where = elsewhere ? html`${own(span.path)}, line ${line}` : html`line ${line}`
  const target = sheet.leafOf(span.path)
  const shown =
    target === undefined ? where : html`<a href="${sheet.markLink(finding, span, leaf, index)}">${where}</a>`
  const excerpt = excerptOf(sheet.places.text(span.path), span.start, span.end)
  return html`<li>${shown}${message !== '' && html`: ${worded(message)}`}${!message.includes(excerpt) && html` <q>${own(excerpt)}</q>`}</li>`
}

function excerptOf(text: string | undefined, start: number, end: number): string {
  const part = (text ?? '')
    .slice(start, Math.min(end, start + longestExcerpt))
    .replace(/\s+/g, ' ')
    .trim()
  return end - start > longestExcerpt ? `${part}…` : part
}

/** Evidence as rows; values that the message says already are not said again. */
function proof({ about, ours, theirs, source, url, asOf, computation }: Evidence, message: string): Content {
  const told = message.includes(ours) && message.includes(theirs)
  const origin = [
    source !== '' && !told && own(source),
    asOf !== undefined && asOf !== '' && own(asOf),
    url !== undefined && url !== '' && outward(url),
  ].filter((piece) => piece !== false)
  const rows: readonly (readonly [name: string, value: Content | false])[] = [
    ['Of', !told && about !== '' && own(about)],
    ['Here', !told && ours !== '' && own(ours)],
    ['There', !told && theirs !== '' && theirs !== computation && own(theirs)],
    ['Source', origin.length > 0 && joined(origin, ', ')],
    ['Computed', computation !== undefined && computation !== '' && own(computation)],
  ]
  const shown = rows.filter(([, value]) => value !== false)
  if (shown.length === 0) return undefined
  return html`<dl class="proof">${shown.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

function repair({ title, safety, edits }: Fix, sheet: Sheet): Html {
  const changes: Content[] = edits.slice(0, shownPlaces).map(({ span, text }) => {
    const old = excerptOf(sheet.places.text(span.path), span.start, span.end)
    return html`<span class="edit">${old !== '' && html`<del>${own(old)}</del>`}${text.trim() !== '' && html`<ins>${own(text)}</ins>`}</span>`
  })
  return html`<div class="repair"><p><b>Repair</b>${safety === 'ask' && html` <span class="doubt">to be confirmed</span>`}: ${worded(title)}</p>${changes.length > 0 && html`<p>${joined(changes, ' ')}${edits.length > shownPlaces && html` and ${edits.length - shownPlaces} more`}</p>`}</div>`
}

function echoRows(echoes: readonly Finding[], { places }: Sheet): Content {
  if (echoes.length === 0) return undefined
  const rows = [...grouped(echoes, ({ ruleId }) => ruleId)].map(([ruleId, folded]) => {
    const lines = [...new Set(folded.map(({ span }) => places.of(span).start.line))]
    const named = `${lines.slice(0, shownPlaces).join(', ')}${lines.length > shownPlaces ? ' …' : ''}`
    return html`<li>${folded.length} of ${ruleId}, ${lines.length === 1 ? 'line' : 'lines'} ${named}</li>`
  })
  return html`<details class="echoes"><summary>Explains ${counted(echoes.length, 'more finding')}</summary><ul>${rows}</ul></details>`
}
