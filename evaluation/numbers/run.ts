/**
 * What the checks of numbers find and where they are wrong.
 *   node scripts/run-ts.js evaluation/numbers/run.ts [--only=gold|alarms|tables|planted|cross|speed|listing] [--alarms]
 *   cross is a larger set of figures told twice, one of them changed; measured only when asked for
 *   listing names every statistic that a plain search finds in the articles, read or not and why; speed is measured only when asked for
 *   --alarms prints every finding and what was missed, to be read
 */
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import type { Finding } from '../../src/model/finding.ts'
import { cross } from './cross.ts'
import { check, documents, markdown } from './documents.ts'
import { listing } from './listing.ts'
import { planted } from './planted.ts'
import { type GoldQuantity, type GoldStatistic, scoreQuantities, scoreStatistics } from './score.ts'
import { speed } from './speed.ts'
import { tatqaTables } from './tables.ts'

const print = process.argv.includes('--alarms')

function rowsOf<Row>(name: string): readonly Row[] {
  const lines = readFileSync(`evaluation/numbers/gold/${name}`, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Row)
}

function percent(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} % (${part} of ${whole})`
}

function gold(): void {
  const quantities = scoreQuantities(rowsOf<GoldQuantity>('quantities.jsonl'))
  const { found, missed, extra, hedges, spans } = quantities
  const f1 = (2 * found) / (2 * found + missed.length + extra.length)
  console.log(
    `quantities: F1 ${(100 * f1).toFixed(1)} % (found ${found}, missed ${missed.length}, extra ${extra.length}), hedges ${percent(hedges, found)}, exact spans ${percent(spans, found)}`,
  )
  const tests = scoreStatistics(
    ['statistics.jsonl', 'statistics-more.jsonl'].flatMap((name) => rowsOf<GoldStatistic>(name)),
  )
  console.log(
    `statistics: extracted ${percent(tests.found, tests.found + tests.missed.length)}, wrong ones flagged ${percent(tests.flagged, tests.wrong)}, misjudged ${tests.misjudged.length}, extra ${tests.extra.length}`,
  )
}

interface Verdict {
  readonly document: string
  readonly fingerprint: string
  readonly verdict: 'right' | 'wrong' | 'debatable'
}

function verdicts(): ReadonlyMap<string, Verdict['verdict']> {
  const path = 'evaluation/verdicts/numbers.jsonl'
  if (!existsSync(path)) return new Map()
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  return new Map(
    lines.map((line) => {
      const { document, fingerprint, verdict } = JSON.parse(line) as Verdict
      return [`${document} ${fingerprint}`, verdict]
    }),
  )
}

/** A plain search for tests: what it finds must be extracted or explained. */
const PLAIN_TEST = /\b[tFrzQ] ?\(\d[\d., ]*\) ?=|χ² ?\(|\bχ2 ?\(|\b[tF]\d+(?:,\d+)? ?= ?\d/g

async function alarms(): Promise<void> {
  const known = verdicts()
  const counts = new Map<
    string,
    { documents: number; findings: number; infos: number; wrong: number; unread: number }
  >()
  let tests = 0
  let extracted = 0
  for (const { folder, source } of documents()) {
    const { file } = await check(source)
    const count = counts.get(folder) ?? { documents: 0, findings: 0, infos: 0, wrong: 0, unread: 0 }
    counts.set(folder, count)
    count.documents += 1
    for (const finding of file.findings) {
      if (finding.severity === 'info') count.infos += 1
      else {
        const verdict = known.get(`${source.path} ${finding.fingerprint}`)
        count.findings += 1
        count.wrong += Number(verdict === 'wrong')
        count.unread += Number(verdict === undefined)
      }
      if (print) show(source.path, finding)
    }
    if (folder !== 'articles') continue
    const statistics = file.quantities.filter(({ kind }) => kind === 'statistic')
    for (const match of source.text.matchAll(PLAIN_TEST)) {
      const at = match.index ?? 0
      const has = statistics.some(({ span }) => span.start - 3 <= at && at < span.end)
      tests += 1
      extracted += Number(has)
      if (!has && print)
        console.log(`not read: ${source.path}:${at} ${source.text.slice(at, at + 50).replace(/\s+/g, ' ')}`)
    }
  }
  for (const [folder, { documents, findings, infos, wrong, unread }] of counts) {
    console.log(
      `${folder}: ${documents} documents, ${findings} errors and warnings (${wrong} wrong, ${unread} without a verdict), ${infos} infos, ${(wrong / documents).toFixed(2)} wrong a document`,
    )
  }
  console.log(`statistics of a plain search in the articles: ${percent(extracted, tests)} read`)
}

function show(path: string, { ruleId, severity, message, fingerprint, evidence }: Finding): void {
  console.log(`${path} ${fingerprint} ${severity} ${ruleId}: ${message} {${evidence?.[0]?.computation ?? ''}}`)
}

async function tables(): Promise<void> {
  let count = 0
  let holds = 0
  let flagged = 0
  for (const { id, text } of tatqaTables()) {
    const { file } = await check(markdown(`${id}.md`, text))
    count += 1
    holds += file.relations.filter((relation) => relation.kind === 'table-sum' && relation.holds).length
    flagged += file.findings.length
    if (print) for (const finding of file.findings) show(id, finding)
  }
  console.log(`TAT-QA: ${count} tables, ${holds} totals hold, ${flagged} findings`)
}

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7)
if (only === undefined || only === 'gold') gold()
if (only === undefined || only === 'alarms') await alarms()
if (only === undefined || only === 'tables') await tables()
if (only === undefined || only === 'planted') await planted(print)
if (only === 'cross') await cross(print)
if (only === 'speed') await speed()
if (only === 'listing') await listing()
