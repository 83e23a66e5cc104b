import type { FileReport } from '../../model/report.ts'
import { counted } from '../terminal/style.ts'
import { uncheckedPhrases } from '../terminal/unchecked.ts'
import { type Content, type Html, html, own } from './markup.ts'
import type { Leaf, Sheet } from './sheet.ts'

/** How far one kind of thing was looked at. */
interface Share {
  readonly name: string
  readonly good: number
  readonly bad: number
  readonly unknown: number
  readonly words: string
}

/** The kinds of questions that registries answer, by the word that their key begins with. */
const asked: readonly (readonly [kind: string, name: string])[] = [
  ['work', 'DOIs looked up'],
  ['search', 'Sources searched for'],
  ['link', 'Links followed'],
]

/** What was checked, as bars, and in words what was not. */
export function checkedChart(leaf: Leaf, sheet: Sheet): Html | undefined {
  const shares = sharesOf(leaf, sheet).filter(({ good, bad, unknown }) => good + bad + unknown > 0)
  const phrases = uncheckedPhrases([leaf.file])
  if (shares.length === 0 && phrases.length === 0) return undefined
  return html`<figure class="chart"><figcaption>Checked, and not checked</figcaption>${shares.length > 0 && html`<table class="bars">${shares.map(shareRow)}</table>`}${phrases.length > 0 ? html`<p class="facts"><b>Not checked</b></p><ul class="facts">${phrases.map((phrase) => html`<li>${own(phrase)}</li>`)}</ul>` : html`<p class="facts">Nothing that a rule of this run asks for was left unchecked.</p>`}</figure>`
}

function sharesOf(leaf: Leaf, sheet: Sheet): readonly Share[] {
  const { citations, references, relations, unchecked, answered = {} } = leaf.file
  const linked = citations.filter(({ targets }) => targets.length > 0).length
  const cited = sheet.isCiting ? references.filter(({ id }) => sheet.citationsOf(id, leaf.file).length > 0).length : 0
  const holding = relations.filter(({ holds }) => holds).length
  return [
    {
      name: 'Citations with an entry',
      good: linked,
      bad: citations.length - linked,
      unknown: 0,
      words: `${linked} of ${citations.length}`,
    },
    ...(sheet.isCiting && leaf.file.kind === 'manuscript'
      ? [
          {
            name: 'Entries that are cited',
            good: cited,
            bad: references.length - cited,
            unknown: 0,
            words: `${cited} of ${references.length}`,
          },
        ]
      : []),
    {
      name: 'Numbers that agree',
      good: holding,
      bad: relations.length - holding,
      unknown: 0,
      words: `${holding} of ${relations.length}`,
    },
    ...asked.map(([kind, name]) => {
      const good = answered[kind] ?? 0
      const unknown = unchecked.filter(({ what }) => what.startsWith(`${kind} `)).length
      return { name, good, bad: 0, unknown, words: `${good} of ${good + unknown}` }
    }),
  ]
}

function shareRow({ name, good, bad, unknown, words }: Share): Html {
  const all = good + bad + unknown
  const [first, second] = [percent(good, all), percent(bad, all)]
  return html`<tr><th scope="row">${name}</th><td class="bar"><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="unknown" width="100" height="8"/><rect class="bad" width="${first + second}" height="8"/><rect class="good" width="${first}" height="8"/></svg></td><td class="count">${words}</td></tr>`
}

function percent(part: number, all: number): number {
  return Math.round((part / all) * 10000) / 100
}

/** The rules that looked at a file and what each found; below them what each cannot see. */
export function rulesPart(leaves: readonly Leaf[], sheet: Sheet): Content {
  const counts = new Map<string, number>()
  for (const { folded } of leaves) {
    for (const { ruleId } of folded.standing) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1)
  }
  const ran = new Set(leaves.flatMap(({ file }) => file.rules ?? []))
  const known = [...sheet.rules.values()].filter(({ id }) => ran.has(id) || counts.has(id))
  const silent = known.filter(({ id }) => !counts.has(id))
  const speaking = [...counts].toSorted(([, left], [, right]) => right - left)
  return [
    speaking.map(([id, count]) => ruleEntry(id, count, sheet)),
    silent.length > 0 &&
      html`<details class="silent"><summary>${counted(silent.length, 'more rule')} looked and found nothing</summary><ul>${silent.map(({ id, summary }) => html`<li id="rule-${id}"><code>${id}</code> ${summary}</li>`)}</ul></details>`,
  ]
}

function ruleEntry(id: string, count: number, { rules }: Sheet): Html {
  const rule = rules.get(id)
  return html`<div class="rule" id="rule-${id}"><h3><code>${id}</code> <span class="count">${counted(count, 'finding')}</span></h3>${rule !== undefined && html`<p>${rule.summary} ${rule.why}</p><p class="blind"><b>It cannot see:</b> ${rule.cannotSee}</p>`}</div>`
}

/** What could not be read of a file. */
export function troubleList({ troubles, source }: FileReport, { places }: Sheet): Content {
  if (troubles.length === 0) return undefined
  return html`<ul class="troubles">${troubles.map(({ message, code, span, fatal }) => html`<li class="${fatal === true ? 'fatal' : 'mild'}"><b>${fatal === true ? 'Not read' : 'Reading'}:</b> ${own(message)}${span?.path === source.path && ` (line ${places.of(span).start.line})`} <code>${code}</code></li>`)}</ul>`
}
