/**
 * How many planted differences between an entry and its record are told, and how many right entries are accused.
 *   node scripts/run-ts.js evaluation/records/run.ts [--works N] [--show] [--hallmark]
 */
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { gunzipSync } from 'node:zlib'
import { runJob, type Tools } from '../../src/engine/pipeline.ts'
import type { CslItem, CslName } from '../../src/model/csl.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { AnyAnswer, Query, WorkRecord } from '../../src/model/query.ts'
import { loadReader } from '../../src/readers/index.ts'
import { createReferenceParser } from '../../src/reference-parser/index.ts'
import { rules } from '../../src/rules/index.ts'
import { hallmarkCases } from './hallmark.ts'
import { PLANTS, type Plant, plant } from './plants.ts'
import { STYLES, type Style, write } from './styles.ts'
import { random } from './synthetic.ts'
import { cited } from './variations.ts'
import { makeWorks, type Work } from './works.ts'

const PER_MANUSCRIPT = 25

export interface Case {
  readonly item: CslItem
  readonly style: Style
  readonly doi: string
  readonly record: WorkRecord | undefined
  /** what is wrong with it; undefined for a right one */
  readonly plant?: string
  /** the rules of which one must speak */
  readonly rules?: readonly string[]
}

const show = process.argv.includes('--show')
const count = Number(option('--works') ?? 1400)
const tools: Tools = {
  reader: loadReader,
  rules: rules.filter(({ id }) => id.startsWith('records/')),
  parser: createReferenceParser(readFileSync('src/reference-parser/model.bin')),
}

const next = random(20)
const works = makeWorks(count, next)
await report(
  'invented works',
  works.flatMap((work, index) => casesOf(work, works[(index + 7) % works.length] as Work)),
)
const hallmark = '../shared/data/matching/hallmark-dev-public.jsonl.gz'
if (!existsSync(hallmark)) console.log('HALLMARK is not there; left out')
else await report('HALLMARK', hallmarkCases(gunzipSync(readFileSync(hallmark)).toString('utf8'), next))

/** One right entry and one with a planted difference of each work, in a style of its script. */
function casesOf(work: Work, other: Work): readonly Case[] {
  const doi = work.record.csl.DOI as string
  const styles = STYLES.filter((style) => work.script === 'latin' || style !== 'chicago')
  const style = styles[Math.floor(next() * styles.length)] as Style
  const item = cited(work, next)
  const kind = PLANTS[Math.floor(next() * PLANTS.length)] as Plant
  const changed = plant(kind, item, work, other, next)
  const right: Case = { item, style, doi, record: work.record }
  if (changed === undefined) return [right]
  const wrong: Case = {
    item: changed.item,
    style,
    doi: `${doi}.w`,
    record: changed.isAbsent
      ? undefined
      : { ...(changed.record ?? work.record), csl: { ...(changed.record ?? work.record).csl, DOI: `${doi}.w` } },
    plant: kind,
    rules: changed.rules,
  }
  return [right, wrong]
}

async function report(name: string, cases: readonly Case[]): Promise<void> {
  const results = await check(cases)
  const rows = new Map<string, { all: number; told: number }>()
  let [right, accused] = [0, 0]
  for (const [index, one] of cases.entries()) {
    const loud = (results[index] ?? []).filter(({ severity }) => severity !== 'info')
    const row = rows.get(one.plant ?? one.style) ?? { all: 0, told: 0 }
    if (one.plant === undefined) {
      right++
      if (loud.length > 0) accused++
      if (loud.length > 0) row.told++
    } else if (loud.some(({ ruleId }) => one.rules?.includes(ruleId))) row.told++
    row.all++
    rows.set(one.plant ?? one.style, row)
    const isWrong = one.plant === undefined ? loud.length > 0 : !loud.some(({ ruleId }) => one.rules?.includes(ruleId))
    if (show && isWrong) {
      console.log(`\n${one.plant ?? 'right'}: ${write(one.item, one.style, one.doi, 'x')}`)
      console.log(`  record: ${JSON.stringify(one.record?.csl ?? 'none')} ${JSON.stringify(one.record?.years ?? '')}`)
      for (const finding of loud) console.log(`  ${finding.ruleId}: ${finding.message}`)
    }
  }
  const planted = cases.filter((one) => one.plant !== undefined)
  const told = [...rows].filter(([kind]) => !isStyle(kind)).reduce((sum, [, row]) => sum + row.told, 0)
  console.log(`\n${name}: ${told} of ${planted.length} planted differences told (${percent(told, planted.length)})`)
  for (const [kind, row] of [...rows].sort()) if (!isStyle(kind)) console.log(`  ${kind}: ${row.told} of ${row.all}`)
  console.log(`${name}: ${accused} of ${right} right entries accused (${percent(accused, right)})`)
  for (const [kind, row] of [...rows].sort()) if (isStyle(kind)) console.log(`  ${kind}: ${row.told} of ${row.all}`)
}

function isStyle(kind: string): kind is Style {
  return (STYLES as readonly string[]).includes(kind)
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
}

/** The findings of each case, checked as entries of manuscripts and libraries. */
async function check(cases: readonly Case[]): Promise<readonly (readonly Finding[])[]> {
  const results: Finding[][] = cases.map(() => [])
  for (const style of STYLES) {
    const own = cases.flatMap((one, index) => (one.style === style ? [{ one, index }] : []))
    for (let at = 0; at < own.length; at += PER_MANUSCRIPT) {
      const group = own.slice(at, at + PER_MANUSCRIPT)
      const findings = await checkGroup(
        group.map(({ one }) => one),
        style,
      )
      for (const [place, { index }] of group.entries()) results[index] = findings[place] ?? []
    }
  }
  return results
}

async function checkGroup(group: readonly Case[], style: Style): Promise<Finding[][]> {
  const isLibrary = style === 'bibtex'
  const entries = group.map(({ item, doi }, index) => write(item, style, doi, `k${index}`))
  const text = isLibrary
    ? entries.join('\n')
    : `Text [1].\n\n## References\n\n${entries.map((entry, index) => `${index + 1}. ${entry}`).join('\n')}\n`
  const source = {
    path: isLibrary ? 'r.bib' : 'm.md',
    format: isLibrary ? 'bibtex' : 'markdown',
    text,
    encoding: 'utf-8',
  } as const
  const known = new Map(group.map(({ doi, record }) => [doi.toLowerCase(), record]))
  const registry = { ask: async (queries: readonly Query[]) => queries.map((query) => answer(query, known)) }
  const settings = { rules: {}, accept: { names: [], pairs: [], dois: [], hosts: [] } }
  const { file } = await runJob({ source, libraries: [], missingLibraries: [], settings }, { ...tools, registry })
  const results: Finding[][] = group.map(() => [])
  for (const finding of file.findings) {
    const reference = file.references.find(({ id }) => finding.concerns?.includes(id))
    const index = isLibrary ? Number(reference?.key?.slice(1)) : Number(reference?.number) - 1
    results[index]?.push(finding)
  }
  return results
}

function answer(query: Query, known: ReadonlyMap<string, WorkRecord | undefined>): AnyAnswer {
  const by = { source: 'Crossref', asOf: '2026-01-01' }
  if (query.kind !== 'work' || !known.has(query.doi.toLowerCase())) return { state: 'unknown', why: 'offline' }
  const record = known.get(query.doi.toLowerCase())
  return record === undefined ? { state: 'absent', ...by } : { state: 'found', value: record, ...by }
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}

export type { CslName }
