import { readFileSync } from 'node:fs'
import type { Finding } from '../../src/model/finding.ts'
import type { Quantity } from '../../src/model/quantity.ts'
import type { SourceFile } from '../../src/model/source.ts'
import { seeded } from './changes.ts'
import { check, documents, markdown, read } from './documents.ts'
import { plantTests } from './planted-tests.ts'
import { crossIn, type Plant, plantsIn, type SectionOf } from './plants.ts'
import type { GoldStatistic } from './score.ts'
import { tatqaTables } from './tables.ts'
import type { Truth } from './truth.ts'

/** How many plants of one kind a document gets at most, so that no document outweighs the others. */
const MOST = 24
/** Every so many of the tables of TAT-QA are planted. */
const EVERY = 3

class Tally {
  readonly #counts = new Map<string, { found: number; missed: number; true: number; unknown: number }>()
  readonly #print: boolean

  constructor(print: boolean) {
    this.#print = print
  }

  note(keys: readonly string[], truth: Truth, found: boolean, what: string): void {
    for (const key of keys) {
      const count = this.#counts.get(key) ?? { found: 0, missed: 0, true: 0, unknown: 0 }
      this.#counts.set(key, count)
      if (truth === 'false') count[found ? 'found' : 'missed'] += 1
      else count[truth] += 1
    }
    if (truth === 'false' && !found && this.#print) console.log(`missed: ${what}`)
  }

  report(): void {
    for (const [key, { found, missed, true: holds, unknown }] of [...this.#counts].sort()) {
      const all = found + missed
      const share = all === 0 ? 'none' : `${((100 * found) / all).toFixed(1)} % (${found} of ${all})`
      console.log(`planted, ${key}: ${share} found; not counted: ${holds} still true, ${unknown} not to be known`)
    }
  }
}

function isTold(findings: readonly Finding[], before: ReadonlySet<string>): boolean {
  return findings.some(({ fingerprint, severity }) => severity !== 'info' && !before.has(fingerprint))
}

/** Errors planted in all documents; `print` names those that were missed. */
export async function planted(print: boolean): Promise<void> {
  const tally = new Tally(print)
  const random = seeded(5)
  for (const { folder, source } of [...documents(), ...sentences()]) await plant(folder, source, tally, random)
  let count = 0
  for (const { id, text } of tatqaTables())
    if (++count % EVERY === 0) await plant('tatqa', markdown(`${id}.md`, text), tally, random)
  tally.report()
  await tests(random, print)
}

async function plant(folder: string, source: SourceFile, tally: Tally, random: () => number): Promise<void> {
  const { file } = await check(source)
  if (file.relations.length === 0 && file.quantities.length < 2) return
  const sectionOf = await sectionsOf(source)
  const told = new Set(file.findings.map(({ fingerprint }) => fingerprint))
  const plants = [
    ...some([...plantsIn(source, file.quantities, file.relations, random)], random),
    ...some([...crossIn(source, file.quantities, sectionOf, random)], random),
  ]
  for (const one of plants) {
    const { file: after } = await check({ ...source, text: one.text })
    const { where, kind, relation, truth } = one
    const all = where === 'cross' ? [] : ['closed arithmetic, prose and tables', `by place, ${folder}`]
    const cross =
      where === 'cross'
        ? [`cross-section, ${folder === 'invented' ? 'invented' : `published, ${sectionOf.language}`}`]
        : []
    const keys = [...all, ...cross, where, `${where}, ${kind}`, ...(where === 'cross' ? [] : [`relation ${relation}`])]
    tally.note(keys, truth, isTold(after.findings, told), `${source.path} ${named(one)}`)
  }
}

function named({ where, relation, kind, was, is, at }: Plant): string {
  return `${where} ${relation} ${kind} ${was} → ${is} at ${at}`
}

function some(plants: readonly Plant[], random: () => number): readonly Plant[] {
  if (plants.length <= MOST) return plants
  return plants.filter(() => random() < MOST / plants.length)
}

async function sectionsOf(source: SourceFile): Promise<SectionOf & { readonly language: string }> {
  const { sections, language } = await read(source)
  const sectionOf = (quantity: Quantity): 'summary' | 'body' =>
    ['abstract', 'conclusion'].includes(sections[quantity.section]?.kind ?? '') ? 'summary' : 'body'
  return Object.assign(sectionOf, {
    language: ['en', 'ru', 'kk', 'zh'].includes(language ?? '') ? 'four languages' : 'others',
  })
}

/** The labelled sentences, each as a document of its own. */
function* sentences(): Iterable<{ readonly folder: string; readonly source: SourceFile }> {
  const rows = readFileSync('evaluation/numbers/gold/quantities.jsonl', 'utf8').trim().split('\n')
  for (const row of rows) {
    const { id, text } = JSON.parse(row) as { readonly id: string; readonly text: string }
    yield { folder: 'sentences', source: markdown(`${id}.md`, `${text}\n`) }
  }
}

/** Errors in the labelled statistics and in those of the documents. */
async function tests(random: () => number, print: boolean): Promise<void> {
  const texts: { readonly id: string; readonly text: string }[] = []
  for (const name of ['statistics.jsonl', 'statistics-more.jsonl']) {
    const rows = readFileSync(`evaluation/numbers/gold/${name}`, 'utf8').trim().split('\n')
    for (const row of rows) texts.push(JSON.parse(row) as GoldStatistic)
  }
  const all = new Tally(print)
  for (const { id, text } of texts) {
    const { file } = await check(markdown(`${id}.md`, `${text}\n`))
    const told = new Set(file.findings.map(({ fingerprint }) => fingerprint))
    for (const { kind, truth, text: changed, was, is } of plantTests(text, random)) {
      const { file: after } = await check(markdown(`${id}.md`, `${changed}\n`))
      const found = isTold(after.findings, told)
      all.note(
        ['test, p and statistic', `test, ${kind}`],
        truth,
        found,
        `${id} test ${kind} ${was} → ${is}: ${changed}`,
      )
    }
  }
  all.report()
}
