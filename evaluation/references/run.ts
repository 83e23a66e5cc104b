// npm run evaluate:references [-- --set FILE.jsonl[.gz]] [--output PREDICTIONS.jsonl] [--patterns] [--speed]
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createReferenceParser } from '../../src/reference-parser/index.ts'
import { type GoldReference, readLines } from './gold.ts'
import { emptyReliability, noteReliability, reliabilityTable } from './reliability.ts'
import { addTo, emptyScore, figures, type Score, scoredFields } from './score.ts'

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : (process.argv[at + 1] ?? '')
}
const weights = option('model') ?? 'src/reference-parser/model.bin'
const bytes = existsSync(weights) && option('patterns') === undefined ? readFileSync(weights) : undefined
const parser = createReferenceParser(bytes)
const named = option('set')
const sets =
  named === undefined ? ['../shared/data/references/dev.jsonl.gz', 'evaluation/references/multilingual.jsonl'] : [named]

for (const path of sets) {
  if (!existsSync(path)) {
    console.log(`${path}: not there, skipped`)
    continue
  }
  evaluate(path)
}

function evaluate(path: string): void {
  const references = readLines<GoldReference>(path)
  const pass = (): number => {
    const started = performance.now()
    for (const { raw } of references) parser.parse(raw)
    return (performance.now() - started) / 1000
  }
  // one pass is cold: with --speed the best of some counts
  const seconds = Math.min(...Array.from({ length: option('speed') === undefined ? 1 : 8 }, pass))
  const parsed = references.map(({ raw }) => parser.parse(raw))
  const all = emptyScore()
  const slices = new Map<string, Score>()
  const reliability = emptyReliability()
  for (const [index, reference] of references.entries()) {
    const read = parsed[index] ?? null
    addTo(all, reference, read?.csl ?? null)
    for (const name of [`source ${reference.source}`, `language ${reference.lang}`]) {
      if (!slices.has(name)) slices.set(name, emptyScore())
      addTo(slices.get(name) as Score, reference, read?.csl ?? null)
    }
    noteReliability(reliability, reference, read)
  }
  console.log(`\n${path}: ${references.length} references, ${Math.round(references.length / seconds)} a second`)
  const columns = ['n', 'core', 'full', 'micro', 'token', 'family', ...scoredFields]
  console.log(['slice'.padEnd(28), ...columns.map((name) => name.slice(0, 6).padStart(6))].join(' '))
  row('all', all)
  for (const [name, score] of [...slices].sort((a, b) => (a[0] < b[0] ? -1 : 1)))
    if (score.references >= 10) row(name, score)
  console.log(reliabilityTable(reliability))
  const output = option('output')
  if (output === undefined) return
  writeFileSync(output, `${parsed.map((read) => JSON.stringify(read?.csl ?? null)).join('\n')}\n`)
}

function row(name: string, score: Score): void {
  const { references, core, full, micro, tokens, families, fields } = figures(score)
  const cells = [core, full, micro, tokens, families, ...scoredFields.map((field) => fields[field])]
  const shown = cells.map((value) => (value === undefined ? '-' : value.toFixed(1)).padStart(6))
  console.log([name.padEnd(28), String(references).padStart(6), ...shown].join(' '))
}
