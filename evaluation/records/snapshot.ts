/**
 * Builds a snapshot of invented works and measures it: time, memory, size, look-ups.
 *   node scripts/run-ts.js evaluation/records/snapshot.ts [--records N] [--folder DIR]     default: a million, in a folder of /tmp
 */

import { once } from 'node:events'
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createGzip } from 'node:zlib'
import { buildSnapshot, readDump, Snapshot } from '../../src/records/snapshot/index.ts'
import { crossrefRecord } from '../../src/registries/crossref-record.ts'
import { fieldsOf } from '../../src/registries/json.ts'
import { description, random, type SyntheticWork, syntheticWorks } from './synthetic.ts'

const PER_FILE = 50_000
const ASKED = 1000

const folder = option('--folder') ?? mkdtempSync(join(tmpdir(), 'citelint-snapshot-'))
const count = Number(option('--records') ?? 1_000_000)
const dump = join(folder, 'dump')
const output = join(folder, 'snapshot')

const { files, asked } = await writeDump()
let peak = 0
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 100)
const begun = performance.now()
const info = await buildSnapshot(
  files.map((path) => ({
    name: path,
    key: path,
    async *records(skip: number) {
      for await (const value of readDump(path, skip)) yield crossrefRecord(fieldsOf(value) ?? {})
    },
  })),
  [],
  { output, today: '2026-01-01', asOf: '2026-01-01' },
)
clearInterval(watch)
const seconds = (performance.now() - begun) / 1000
const bytes = readdirSync(output).reduce((sum, name) => sum + statSync(join(output, name)).size, 0)
console.log(
  `${info.records} records: built in ${seconds.toFixed(0)} s, at most ${mb(peak)} MB of memory, ${mb(bytes)} MB on disk`,
)
measure()
if (option('--folder') === undefined) rmSync(folder, { recursive: true })

function measure(): void {
  const snapshot = new Snapshot(output)
  const dois = asked.map(({ DOI }) => DOI)
  for (const doi of dois.slice(0, 100)) snapshot.work(doi)
  const byDoi = timed(dois, (doi) => snapshot.work(doi)?.csl.DOI === doi)
  console.log(
    `by DOI: ${byDoi.right} of ${dois.length} found, median ${us(byDoi.median)} µs, 95 % within ${us(byDoi.most)} µs`,
  )
  const next = random(7)
  const questions = asked.map((work) => ({ text: description(work, next), doi: work.DOI }))
  const byText = timed(questions, ({ text, doi }) => snapshot.search(text).some(({ csl }) => csl.DOI === doi))
  const first = questions.filter(({ text, doi }) => snapshot.search(text)[0]?.csl.DOI === doi).length
  console.log(
    `by description: ${byText.right} of ${questions.length} among five, ${first} first, median ${us(byText.median)} µs, 95 % within ${us(byText.most)} µs`,
  )
  snapshot.close()
}

function timed<Question>(
  questions: readonly Question[],
  ask: (question: Question) => boolean,
): { right: number; median: number; most: number } {
  let right = 0
  const times = questions.map((question) => {
    const start = performance.now()
    if (ask(question)) right++
    return performance.now() - start
  })
  times.sort((one, other) => one - other)
  return { right, median: times[times.length >> 1] as number, most: times[Math.floor(times.length * 0.95)] as number }
}

async function writeDump(): Promise<{ files: readonly string[]; asked: readonly SyntheticWork[] }> {
  mkdirSync(dump, { recursive: true })
  const files: string[] = []
  const asked: SyntheticWork[] = []
  const step = Math.max(1, Math.floor(count / ASKED))
  let gzip: ReturnType<typeof createGzip> | undefined
  let lines: string[] = []
  let index = 0
  const isKept = existsSync(join(dump, 'whole'))
  for (const work of syntheticWorks(count)) {
    if (index % step === step >> 1) asked.push(work)
    if (index % PER_FILE === 0) {
      if (!isKept) await close()
      files.push(join(dump, `${files.length}.jsonl.gz`))
      if (!isKept) {
        gzip = createGzip({ level: 1 })
        gzip.pipe(createWriteStream(files.at(-1) as string))
      }
    }
    index++
    if (isKept) continue
    lines.push(`${JSON.stringify(work)}\n`)
    if (lines.length === 2000) await flush()
  }
  if (!isKept) {
    await close()
    createWriteStream(join(dump, 'whole')).end()
  }
  return { files, asked }

  async function flush(): Promise<void> {
    if (gzip !== undefined && !gzip.write(lines.join(''))) await once(gzip, 'drain')
    lines = []
  }

  async function close(): Promise<void> {
    if (gzip === undefined) return
    await flush()
    gzip.end()
    await once(gzip, 'end')
  }
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}

function mb(size: number): string {
  return (size / 2 ** 20).toFixed(0)
}

function us(milliseconds: number): string {
  return (milliseconds * 1000).toFixed(0)
}
