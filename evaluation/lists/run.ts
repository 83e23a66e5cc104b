/**
 * Plants errors into lists of references and counts how many are found, at the right place, by the rule that names the cause.
 *   node scripts/run-ts.js evaluation/lists/run.ts [--rounds N] [--most N] [--kinds FORM] [--missed] [--echoes]
 * Plants are made in rounds over all documents until there are N of a kind (--most, 220). A list of which citelint already
 * says that its structure is broken takes no more plants of structure. Reads manuscripts/, and ../shared/seeds and the converted articles (evaluation/convert/run.ts) where they are there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import process from 'node:process'
import { formatOf } from '../../src/disk/formats.ts'
import { finish } from '../../src/engine/finish.ts'
import { runJob, type Tools, understand } from '../../src/engine/pipeline.ts'
import type { Document } from '../../src/model/document.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { ReferenceParser } from '../../src/model/parser.ts'
import type { Settings } from '../../src/model/settings.ts'
import type { SourceFile } from '../../src/model/source.ts'
import { decode } from '../../src/readers/decode.ts'
import { loadReader } from '../../src/readers/index.ts'
import { createReferenceParser } from '../../src/reference-parser/index.ts'
import { rules as allRules } from '../../src/rules/index.ts'
import { parallelPlants, withParallelList } from './parallel.ts'
import { type Planted, plants } from './plants.ts'
import { randomOf } from './random.ts'

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : (process.argv[at + 1] ?? '')
}
const rounds = Number(option('rounds') ?? 2)
const most = Number(option('most') ?? 220)
const kinds = new RegExp(option('kinds') ?? '')
const showMissed = process.argv.includes('--missed')
const showEchoes = process.argv.includes('--echoes')
const articles = 'node_modules/.cache/citelint/articles'
const folders = ['manuscripts', '../shared/seeds', option('articles') ?? articles].filter((folder) =>
  existsSync(folder),
)

const rules = allRules.filter(({ id }) => /^(?:lists|citations|references)\//.test(id))
const parser = remembering(createReferenceParser(readFileSync('src/reference-parser/model.bin')))
const tools: Tools = { reader: loadReader, rules, parser }
const settings: Settings = { rules: {}, accept: { names: [], pairs: [], dois: [], hosts: [] }, today: '2026-11-22' }

/** A plant changes one entry or two of a list: the others need not be read again. */
function remembering({ parse }: ReferenceParser): ReferenceParser {
  const read = new Map<string, ReturnType<ReferenceParser['parse']>>()
  return {
    parse(text) {
      const known = read.get(text)
      if (known !== undefined) return known
      const parsed = parse(text)
      read.set(text, parsed)
      return parsed
    },
  }
}

async function read(source: SourceFile): Promise<Document> {
  return understand({ source, libraries: [], missingLibraries: [], settings }, { ...tools, rules: [] })
}

async function check(source: SourceFile): Promise<readonly Finding[]> {
  const result = await runJob({ source, libraries: [], missingLibraries: [], settings }, tools)
  const report = finish([result], rules, () => settings, { name: 'citelint', version: '0' })
  return report.files.flatMap(({ findings }) => findings)
}

interface Tally {
  planted: number
  found: number
  /** new errors and warnings of other rules that were not folded under the cause */
  echoes: number
}

const tallies = new Map<string, Tally>()

async function judge(source: SourceFile, planted: Planted, known: ReadonlySet<string>): Promise<void> {
  const findings = await check({ ...source, text: planted.text })
  const fresh = findings.filter((finding) => !known.has(keyOf(finding)))
  // what was said before with another number is no echo
  const echoes = fresh.filter(
    ({ ruleId, severity, foldedInto, fingerprint }) =>
      severity !== 'info' && foldedInto === undefined && !planted.rules.includes(ruleId) && !known.has(fingerprint),
  )
  const hit = fresh.some(
    ({ ruleId, span, related = [] }) =>
      planted.rules.includes(ruleId) &&
      [span, ...related.map((one) => one.span)].some(({ start, end }) => start <= planted.end && end >= planted.start),
  )
  const tally = tallies.get(planted.kind) ?? { planted: 0, found: 0, echoes: 0 }
  tallies.set(planted.kind, tally)
  tally.planted++
  if (hit) tally.found++
  tally.echoes += echoes.length
  if (showEchoes)
    for (const { ruleId, message } of echoes)
      console.log(`echo of ${planted.kind} in ${source.path}: ${ruleId}: ${message}`)
  if (hit || !showMissed) return
  console.log(
    `missed ${planted.kind} in ${source.path}: ${JSON.stringify(planted.text.slice(planted.start, planted.end + 40))}`,
  )
  for (const { ruleId, message } of fresh.slice(0, 4)) console.log(`   instead ${ruleId}: ${message}`)
}

/** By its words: what was said before the error was planted is no hit. */
function keyOf({ ruleId, message }: Finding): string {
  return `${ruleId} ${message}`
}

/** The words of findings, and their fingerprints. */
const knownOf = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(findings.flatMap((finding) => [keyOf(finding), finding.fingerprint]))

interface Host {
  readonly source: SourceFile
  readonly document: Document
  readonly known: ReadonlySet<string>
}

const isWanted = ({ kind }: Planted): boolean => kinds.test(kind) && (tallies.get(kind)?.planted ?? 0) < most

/** Findings of these rules say that the structure of a list is broken as it is. */
const STRUCTURE = /^lists\/(?:numbering|split-entry|merged-entries)$/

const hosts: Host[] = []
const doubled: Host[] = []
for (const folder of folders) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name)
    const format = formatOf(name)
    if (!/\.(?:md|txt)$/.test(name) || name === 'README.md' || format === undefined) continue
    const source: SourceFile = { path: basename(path), format, ...decode(readFileSync(path)) }
    const document = await read(source)
    if (!document.lists.some(({ kind, references }) => kind === 'references' && references.length >= 4)) continue
    const findings = await check(source)
    const known = knownOf(findings)
    if (!findings.some(({ ruleId }) => STRUCTURE.test(ruleId))) hosts.push({ source, document, known })
    if (!kinds.test('parallel:')) continue
    const text = document.lists.length > 1 ? source.text : withParallelList(document)
    if (text === undefined) continue
    const twice = text === source.text ? source : { ...source, text }
    doubled.push({
      source: twice,
      document: text === source.text ? document : await read(twice),
      known: text === source.text ? known : knownOf(await check(twice)),
    })
  }
}

for (let round = 0; round < rounds; round++) {
  for (const { source, document, known } of hosts) {
    const list = document.lists.find(({ kind, references }) => kind === 'references' && references.length >= 4)
    if (list === undefined) continue
    const random = randomOf(round * 1000 + list.references.length)
    for (const { plant } of plants) {
      const planted = plant(document, list, random)
      if (planted !== undefined && isWanted(planted)) await judge(source, planted, known)
    }
  }
  for (const { source, document, known } of doubled) {
    const random = randomOf(round * 1000 + document.references.length + 7)
    for (const planted of parallelPlants(document, random)) if (isWanted(planted)) await judge(source, planted, known)
  }
}

const total: Tally = { planted: 0, found: 0, echoes: 0 }
console.log(
  `${'planted'.padEnd(30)} ${'n'.padStart(5)} ${'found'.padStart(6)} ${'%'.padStart(6)} ${'echoes each'.padStart(12)}`,
)
for (const [kind, tally] of [...tallies].sort((left, right) => (left[0] < right[0] ? -1 : 1))) {
  line(kind, tally)
  total.planted += tally.planted
  total.found += tally.found
  total.echoes += tally.echoes
}
line('all', total)

function line(kind: string, { planted, found, echoes }: Tally): void {
  const part = planted === 0 ? '-' : ((100 * found) / planted).toFixed(1)
  console.log(
    `${kind.padEnd(30)} ${String(planted).padStart(5)} ${String(found).padStart(6)} ${part.padStart(6)} ${(echoes / Math.max(1, planted)).toFixed(2).padStart(12)}`,
  )
}
