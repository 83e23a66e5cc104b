// npm run train [-- --without SOURCE] [--share PART] [--epochs N] [--output FILE]: reads the labelled references, adds
// synthetic ones, writes src/reference-parser/model.bin. Without a source (the beginning of its name) shows what the parser
// makes of references of a kind that it has never seen.
import { writeFileSync } from 'node:fs'
import { type GoldReference, readLines } from '../evaluation/references/gold.ts'
import { saveModel } from '../src/reference-parser/model.ts'
import { calibrate } from './calibrate.ts'
import { convert } from './convert.ts'
import { datasetOf } from './dataset.ts'
import type { Example } from './example.ts'
import { placesOf } from './linkedbooks.ts'
import { scoresOf } from './measure.ts'
import { Random } from './random.ts'
import { recombined } from './recombine.ts'
import { synthesise } from './synthetic/index.ts'
import { stored } from './tagger/parameters.ts'
import { trainTagger } from './tagger/train.ts'

const option = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise)
}
const seed = Number(option('seed', '20261122'))
const output = option('output', 'src/reference-parser/model.bin')
const say = (line: string): void => console.log(line)

const share = Number(option('share', '1'))
const sample = <Item>(items: readonly Item[]): Item[] => items.filter((_, index) => index % Math.round(1 / share) === 0)
const without = option('without', '')
const references = readLines<GoldReference>('../shared/data/references/train.jsonl.gz').filter(
  ({ source }) => without === '' || !source.startsWith(without),
)
const places = placesOf(references.filter(({ source }) => source.startsWith('linked')))
const real: Example[] = sample(references.map((reference) => convert(reference, places)))
const scale = share * Number(option('synthetic', '1'))
const synthetic = synthesise(
  references,
  {
    latin: 9000 * scale,
    russian: 3600 * scale,
    ukrainian: 1600 * scale,
    kazakh: 2600 * scale,
    chinese: 3400 * scale,
    japanese: 600 * scale,
    korean: 800 * scale,
    romanised: 2200 * scale,
    pinyin: 900 * scale,
    csl: 9000 * scale,
  },
  seed,
)
// one example in twenty-five is kept back to measure how sure the parser may be
const keptBack = (_: unknown, index: number): boolean => index % 25 === 7
const trainedOn = (item: unknown, index: number): boolean => !keptBack(item, index)
const known = real.filter(trainedOn)
const random = new Random(seed)
const examples = [...known, ...recombined(known, random), ...synthetic.filter(trainedOn)]
say(`${real.length} references, ${synthetic.length} synthetic ones`)
const plan = {
  epochs: Number(option('epochs', '6')),
  dropout: {
    plain: Number(option('dropout', '0.25')),
    lexical: Number(option('lexical-dropout', '0.5')),
    memory: Number(option('memory-dropout', '0.1')),
  },
  rate: Number(option('rate', '0.002')),
  rowRate: Number(option('row-rate', '0.1')),
}
// what one unit of a stored transition is worth
const step = 1 / 8
const about = {
  step,
  sources: [
    'AnyStyle core, gold, good, bad',
    'GROBID citation corpus',
    'LinkedBooks',
    'Open Research Europe',
    'synthetic references of citelint',
    'records of .bib files beside published manuscripts',
    'CSL styles, which rendered records',
  ],
  licences: [
    'BSD-2-Clause',
    'CC-BY-4.0',
    'MIT',
    'CC-BY-4.0',
    'MIT',
    'MIT and BSD, by repository',
    'CC-BY-SA-3.0, not part of the file',
  ],
  command: 'npm run train',
  date: '2026-11-28',
  seed,
  scores: {},
}

const dataset = datasetOf(examples)
say(`${dataset.labels.length} tokens`)
const trained = trainTagger(dataset, plan, random, say)
const transitions = Int8Array.from(trained.transitions, (value) =>
  Math.max(-127, Math.min(127, Math.round(value / step))),
)
const weights = { transitions, weights: stored(trained.parameters) }
const calibration = calibrate(
  saveModel({ ...about, calibration: {} }, weights),
  sample(references).filter(keptBack),
  synthetic.filter(keptBack),
)
const scores = scoresOf(saveModel({ ...about, calibration }, weights), sample(references).filter(keptBack))
const bytes = saveModel({ ...about, scores, calibration }, weights)
writeFileSync(output, bytes)
say(`${output}: ${bytes.length} bytes, ${JSON.stringify(scores)}`)
