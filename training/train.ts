// npm run train: reads the labelled references, adds synthetic ones, writes src/reference-parser/model.bin
import { writeFileSync } from 'node:fs'
import { type GoldReference, readLines } from '../evaluation/references/gold.ts'
import { convert } from './convert.ts'
import { train } from './crf.ts'
import { buildDataset } from './dataset.ts'
import type { Example } from './example.ts'
import { Random } from './random.ts'
import { synthesise } from './synthetic/index.ts'
import { pack } from './weigh.ts'

const option = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise)
}
const seed = Number(option('seed', '20261122'))
const output = option('output', 'src/reference-parser/model.bin')
const say = (line: string): void => console.log(line)

const share = Number(option('share', '1'))
const sample = <Item>(items: readonly Item[]): Item[] => items.filter((_, index) => index % Math.round(1 / share) === 0)
const references = readLines<GoldReference>('../shared/data/references/train.jsonl.gz')
const real: Example[] = sample(references.map(convert))
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
    romanised: 2000 * scale,
  },
  seed,
)
const examples = [...real, ...synthetic]
say(`${real.length} references, ${synthetic.length} synthetic ones`)
const dataset = buildDataset(examples, Number(option('least', '3')))
say(`${dataset.labels.length} tokens, ${dataset.hashes.length} features`)
const plan = {
  epochs: Number(option('epochs', '10')),
  dropout: Number(option('dropout', '0.75')),
  rate: Number(option('rate', '0.1')),
}
const weights = train(dataset, plan, new Random(seed), say)
const bytes = pack(
  dataset,
  weights,
  { step: 1 / 16, least: Number(option('prune', '0.05')) },
  {
    sources: [
      'AnyStyle core, gold, good, bad',
      'GROBID citation corpus',
      'LinkedBooks',
      'Open Research Europe',
      'synthetic references of citelint',
    ],
    licences: ['BSD-2-Clause', 'CC-BY-4.0', 'MIT', 'CC-BY-4.0', 'MIT'],
    command: 'npm run train',
    date: '2026-11-22',
    seed,
    scores: {},
    calibration: {},
  },
)
writeFileSync(output, bytes)
say(`${output}: ${bytes.length} bytes`)
