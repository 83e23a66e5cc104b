/**
 * Measures names and links: accuracy of linking against the markup of published articles, recall of planted slips, alarms on
 * documents as published, and time.
 *   npm run evaluate:names [-- --part linking|plants|alarms|speed] [--print] [--most N]
 * Time alone: npm run evaluate:names -- --part speed. Processor time of the process, warm, the least of five runs.
 */
import process from 'node:process'
import type { Document } from '../../src/model/document.ts'
import { rules } from '../../src/rules/index.ts'
import { documentOf, findingsOf, type Paper, papersIn, toolsWith } from './corpus.ts'
import { linkingOf } from './linking.ts'
import { across, bereft, misspelt, type Plant, random, redated, SLIPS, usable } from './plants.ts'
import { measureDocuments, measureSpeed } from './speed.ts'

const ARTICLES = 'node_modules/.cache/citelint/articles'
const FOLDERS = [ARTICLES, '../shared/data/manuscripts', '../shared/seeds']
const argument = (name: string): string | undefined => process.argv[process.argv.indexOf(name) + 1]
const part = process.argv.includes('--part') ? argument('--part') : undefined
const print = process.argv.includes('--print')
const most = process.argv.includes('--most') ? Number(argument('--most')) : Number.POSITIVE_INFINITY
const folder = process.argv.includes('--articles') ? (argument('--articles') ?? ARTICLES) : ARTICLES

const own = rules.filter(({ id }) => /^(?:citations\/(?!placeholder)|names\/)/.test(id))
const tools = toolsWith(own)
const articles = papersIn(folder).filter(({ id }) => id.endsWith('.md'))

if (part === undefined || part === 'linking') await linking()
if (part === undefined || part === 'plants') await plants()
if (part === undefined || part === 'alarms') await alarms()
if (part === undefined || part === 'speed') await speed()

async function speed(): Promise<void> {
  measureSpeed()
  for (const [name, place] of [
    ['converted articles', folder],
    ['published manuscripts', FOLDERS[1] as string],
  ] as const) {
    const documents: Document[] = []
    for (const paper of papersIn(place).slice(0, most)) documents.push(await documentOf(paper, tools))
    measureDocuments(documents, own, name)
  }
}

async function linking(): Promise<void> {
  const sum = { citations: 0, found: 0, right: 0 }
  for (const paper of articles.slice(0, most)) {
    const result = await linkingOf(paper, folder, tools)
    if (result === undefined) continue
    sum.citations += result.citations
    sum.found += result.found
    sum.right += result.right
    const share = result.right / Math.max(1, result.citations)
    console.log(`${paper.id}: ${result.right}/${result.citations} right (${percent(share)}), ${result.found} found`)
    if (print) for (const line of result.wrong.slice(0, 12)) console.log(`   ${line}`)
  }
  console.log(
    `linking: ${sum.right} of ${sum.citations} right (${percent(sum.right / sum.citations)}), found ${percent(sum.found / sum.citations)}, of those right ${percent(sum.right / sum.found)}`,
  )
}

async function plants(): Promise<void> {
  const tally = new Map<string, { planted: number; found: number }>()
  const chance = random(20261122)
  for (const paper of articles.slice(0, most)) {
    const document = await documentOf(paper, tools)
    const citations = usable(document)
    if (citations.length < 5) continue
    const made: Plant[] = []
    for (const kind of Object.keys(SLIPS)) {
      for (const plant of [misspelt, across]) {
        const found = pick(citations, chance, (citation) => plant(document, citation, kind, chance))
        if (found !== undefined) made.push(found)
      }
    }
    for (const plant of [redated, bereft]) {
      const found = pick(citations, chance, (citation) => plant(document, citation, chance))
      if (found !== undefined) made.push(found)
    }
    for (const plant of made) await tried(paper, plant, tally)
  }
  const sums = { orphan: { planted: 0, found: 0 }, across: { planted: 0, found: 0 } }
  for (const [kind, { planted, found }] of [...tally].sort()) {
    console.log(`${kind}: ${found} of ${planted} found (${percent(found / planted)})`)
    if (/year|co-author/.test(kind)) continue
    const sum = kind.startsWith('across') ? sums.across : sums.orphan
    sum.planted += planted
    sum.found += found
  }
  for (const [name, { planted, found }] of Object.entries(sums))
    console.log(`${name} misspellings: ${found} of ${planted} (${percent(found / planted)})`)
}

function pick<Item>(
  all: readonly Item[],
  chance: () => number,
  make: (item: Item) => Plant | undefined,
): Plant | undefined {
  const from = Math.floor(chance() * all.length)
  for (let step = 0; step < Math.min(all.length, 60); step++) {
    const made = make(all[(from + step) % all.length] as Item)
    if (made !== undefined) return made
  }
  return undefined
}

/** Found is a finding at the planted place that says more than that an entry is missing; for years also that. */
async function tried(
  paper: Paper,
  plant: Plant,
  tally: Map<string, { planted: number; found: number }>,
): Promise<void> {
  const findings = await findingsOf({ ...paper, source: { ...paper.source, text: plant.text } }, tools)
  const strict = plant.kind === 'year' ? plant.expects : plant.expects.filter((id) => id !== 'citations/undefined')
  const found = findings.some(
    ({ ruleId, span }) => strict.includes(ruleId) && span.start <= plant.end && plant.start <= span.end,
  )
  const kind = `${plant.across ? 'across ' : ''}${plant.kind}`
  const counts = tally.get(kind) ?? { planted: 0, found: 0 }
  tally.set(kind, { planted: counts.planted + 1, found: counts.found + (found ? 1 : 0) })
  if (!found && print)
    console.log(`   missed ${kind} in ${paper.id}: …${plant.text.slice(plant.start - 40, plant.end + 30)}…`)
}

async function alarms(): Promise<void> {
  let documents = 0
  let count = 0
  for (const place of [folder, ...FOLDERS.slice(1)]) {
    for (const paper of papersIn(place).slice(0, most)) {
      documents++
      for (const finding of await findingsOf(paper, tools)) {
        if (finding.severity === 'info' || finding.ruleId === 'citations/undefined') continue
        count++
        const { text } = paper.source
        console.log(
          `${paper.id} ${finding.fingerprint} ${finding.severity} ${finding.ruleId} @${finding.span.start}: ${finding.message}` +
            (print
              ? `\n   …${text.slice(Math.max(0, finding.span.start - 60), finding.span.end + 40).replace(/\s+/g, ' ')}…` +
                (finding.related ?? [])
                  .map(({ span }) => `\n   → ${text.slice(span.start - 20, span.start + 140).replace(/\s+/g, ' ')}`)
                  .join('')
              : ''),
        )
      }
    }
  }
  console.log(`${count} errors and warnings in ${documents} documents (${(count / documents).toFixed(2)} each)`)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
