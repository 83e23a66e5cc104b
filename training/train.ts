// npm run train: reads the labelled references, adds synthetic ones, writes src/reference-parser/model.bin
import { writeFileSync } from 'node:fs'
import { type GoldReference, readLines } from '../evaluation/references/gold.ts'
import { saveModel } from '../src/reference-parser/model.ts'
import { calibrate } from './calibrate.ts'
import { convert } from './convert.ts'
import { type TrainingPlan, train } from './crf.ts'
import { firstDataset, secondDataset } from './dataset.ts'
import type { Example } from './example.ts'
import { placesOf } from './linkedbooks.ts'
import { scoresOf } from './measure.ts'
import { Random } from './random.ts'
import { synthesise } from './synthetic/index.ts'
import { unseen } from './unseen.ts'
import { stored } from './weigh.ts'

const option = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise)
}
const seed = Number(option('seed', '20261122'))
const output = option('output', 'src/reference-parser/model.bin')
const leastSeen = Number(option('least', '3'))
const say = (line: string): void => console.log(line)

const share = Number(option('share', '1'))
const sample = <Item>(items: readonly Item[]): Item[] => items.filter((_, index) => index % Math.round(1 / share) === 0)
const references = readLines<GoldReference>('../shared/data/references/train.jsonl.gz')
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
const examples = [...real.filter(trainedOn), ...synthetic.filter(trainedOn)]
say(`${real.length} references, ${synthetic.length} synthetic ones`)
const pruning = { step: 1 / 16, least: Number(option('prune', '0.06')) }
const plan = (dropout: number): TrainingPlan => ({ epochs: Number(option('epochs', '8')), dropout, rate: 0.1 })
const firstPlan = plan(Number(option('dropout', '0.75')))
const secondPlan = plan(Number(option('second-dropout', '0.9')))
const about = {
  step: pruning.step,
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

const random = new Random(seed)
const dataset = firstDataset(examples, leastSeen)
say(`first look: ${dataset.labels.length} tokens, ${dataset.hashes.length} features`)
const first = train(dataset, firstPlan, random, say)
const made = unseen(dataset, 2, firstPlan, random, say)
const again = secondDataset(examples, leastSeen, made)
say(`second look: ${again.hashes.length} features`)
const second = train(again, secondPlan, random, say, () => true, {
  scores: made.scores,
  transitions: first.transitions,
})
const weights = stored({ ...dataset, trained: first }, { ...again, trained: second }, pruning)
const calibration = calibrate(
  saveModel({ ...about, calibration: {} }, weights),
  sample(references).filter(keptBack),
  synthetic.filter(keptBack),
)
const scores = scoresOf(saveModel({ ...about, calibration }, weights), sample(references).filter(keptBack))
const bytes = saveModel({ ...about, scores, calibration }, weights)
writeFileSync(output, bytes)
say(`${output}: ${bytes.length} bytes, ${weights.keys.length} features, ${weights.weights.length} weights`)
