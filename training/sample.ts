// Prints synthetic references with their fields, for the eye: node scripts/run-ts.js training/sample.ts russian 5
import { type GoldReference, readLines } from '../evaluation/references/gold.ts'
import { synthesise } from './synthetic/index.ts'

const [, , kind = 'russian', count = '10', seed = '1'] = process.argv
const none = {
  latin: 0,
  russian: 0,
  ukrainian: 0,
  kazakh: 0,
  chinese: 0,
  japanese: 0,
  korean: 0,
  romanised: 0,
  pinyin: 0,
  csl: 0,
}
const references = readLines<GoldReference>('../shared/data/references/train.jsonl.gz')
for (const { text, spans } of synthesise(references, { ...none, [kind]: Number(count) }, Number(seed))) {
  console.log(text)
  console.log(`    ${spans.map(({ field, start, end }) => `${field}=${text.slice(start, end)}`).join(' | ')}`)
}
