import type { Finding } from '../../model/finding.ts'
import type { FileReport } from '../../model/report.ts'
import { worstFirst } from '../folded.ts'
import { grouped } from '../grouped.ts'
import { counted } from '../terminal/style.ts'
import { type Content, type Html, html, own, worded } from './markup.ts'
import { sign } from './note.ts'
import type { Leaf, Sheet } from './sheet.ts'

/** Findings of one rule from which they stand under its name. */
const fewest = 8
/** Findings of one rule that are named before the rest is folded away. */
const shownOfRule = 6

export interface Counts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

export function countsOf(findings: readonly Finding[]): Counts {
  const count = (severity: Finding['severity']): number => findings.filter((one) => one.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), infos: count('info') }
}

/** What a verdict must not pass over: files that were not read in full, and whether anything was not looked at. */
export interface Limits {
  readonly unread: number
  readonly unlooked: boolean
}

export function limitsOf(file: FileReport): Limits {
  return {
    unread: file.troubles.some(({ fatal }) => fatal === true) ? 1 : 0,
    unlooked: file.unchecked.length > 0,
  }
}

/** The verdict in three numbers; never says that all is well where something was not read. */
export function verdict({ errors, warnings, infos }: Counts, { unread, unlooked }: Limits): Html {
  const quiet = errors + warnings + infos === 0
  const words =
    unread > 0
      ? 'Nothing was found in what could be read'
      : unlooked
        ? 'Nothing was found in what was checked'
        : 'Nothing was found'
  return html`<ul class="verdict">${quiet ? html`<li class="fine">${words}</li>` : [tile(errors, 'error'), tile(warnings, 'warning'), tile(infos, 'info')]}${unread > 0 && html`<li class="unread">${counted(unread, 'file')} could not be read in full</li>`}</ul>`
}

function tile(count: number, severity: Finding['severity']): Html {
  const name = severity === 'info' ? (count === 1 ? 'info' : 'infos') : count === 1 ? severity : `${severity}s`
  return html`<li class="${count === 0 ? 'none' : severity}"><b>${count}</b> ${name}</li>`
}

/** The findings, the worst first, each with the way to its place; what one rule says often stands under its name. */
export function findingsPart(leaf: Leaf, sheet: Sheet): Content {
  const groups = [...grouped(worstFirst(leaf.folded.standing), ({ ruleId }) => ruleId)]
  const single = groups.filter(([, findings]) => findings.length < fewest).flatMap(([, findings]) => findings)
  const often = groups.filter(([, findings]) => findings.length >= fewest)
  return [
    single.length > 0 &&
      html`<ul class="findings">${worstFirst(single).map((finding) => findingRow(finding, leaf, sheet, finding.ruleId))}</ul>`,
    often.map(([ruleId, findings]) => group(ruleId, findings, leaf, sheet)),
    suppressedPart(leaf, sheet),
  ]
}

function group(ruleId: string, findings: readonly Finding[], leaf: Leaf, sheet: Sheet): Html {
  const shown = findings.length > shownOfRule + 2 ? findings.slice(0, shownOfRule) : findings
  const rest = findings.slice(shown.length)
  const row = (finding: Finding): Html => findingRow(finding, leaf, sheet)
  return html`<div class="group"><h3><a href="#rule-${ruleId}">${ruleId}</a> <span class="count">${findings.length}</span></h3><ul class="findings">${shown.map(row)}</ul>${rest.length > 0 && html`<details><summary>${rest.length} more</summary><ul class="findings">${rest.map(row)}</ul></details>`}</div>`
}

function findingRow(finding: Finding, leaf: Leaf, sheet: Sheet, rule?: string): Html {
  const { severity, message, span } = finding
  const named = rule !== undefined && html` <a class="rule-id" href="#rule-${rule}">${rule}</a>`
  return html`<li>${sign(severity)} <a href="${sheet.noteLink(finding, leaf)}">${worded(message)}</a> <span class="line">line ${sheet.places.of(span).start.line}</span>${named}</li>
`
}

function suppressedPart({ file }: Leaf, { places }: Sheet): Content {
  const suppressed = file.findings.filter((finding) => finding.suppressed !== undefined)
  if (suppressed.length === 0) return undefined
  return html`<details class="suppressed"><summary>${suppressed.length} suppressed</summary><ul class="findings">${suppressed.map(({ message, span, ruleId, suppressed: why }) => html`<li>${worded(message)} <span class="line">line ${places.of(span).start.line}, ${ruleId}</span>${why !== undefined && why.reason !== '' && html` <i>${own(why.reason)}</i>`}</li>`)}</ul></details>`
}
