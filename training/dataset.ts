import { attributes } from '../src/reference-parser/attributes.ts'
import { columnList } from '../src/reference-parser/columns.ts'
import { templates } from '../src/reference-parser/templates.ts'
import { transitionClass } from '../src/reference-parser/transitions.ts'
import { type Example, labelled } from './example.ts'

/** Examples as numbers: a label and `width` feature ids a token; id -1 is a feature too rare to keep. */
export interface Dataset {
  readonly width: number
  /** where the tokens of each example begin; one more at the end */
  readonly starts: Int32Array
  readonly labels: Uint8Array
  readonly classes: Uint8Array
  readonly features: Int32Array
  /** the hash of each feature id */
  readonly hashes: Int32Array
}

const bucketBits = 26

/** Counts features, keeps those seen in at least `leastSeen` tokens, and numbers them by first appearance. */
export function buildDataset(examples: readonly Example[], leastSeen: number): Dataset {
  const width = templates.size
  const read = examples.map((example) => {
    const { tokens, labels } = labelled(example)
    const columns = attributes(tokens)
    return { list: columnList(columns), coarse: columns.coarse, count: tokens.count, labels }
  })
  const starts = new Int32Array(examples.length + 1)
  for (const [index, { count }] of read.entries()) starts[index + 1] = (starts[index] as number) + count
  const size = starts[examples.length] as number
  const labels = new Uint8Array(size)
  const classes = new Uint8Array(size)
  const features = new Int32Array(size * width)
  const counts = new Uint8Array(1 << bucketBits)
  const row = new Int32Array(width)
  for (const [index, one] of read.entries()) {
    const start = starts[index] as number
    labels.set(one.labels, start)
    for (let token = 0; token < one.count; token++) {
      classes[start + token] = transitionClass(one.coarse[token] as number)
      templates.write(one.list, one.count, token, row)
      features.set(row, (start + token) * width)
      for (const hash of row) {
        const bucket = hash >>> (32 - bucketBits)
        if ((counts[bucket] as number) < 255) counts[bucket] = (counts[bucket] as number) + 1
      }
    }
  }
  return { width, starts, labels, classes, features, hashes: number(features, counts, leastSeen) }
}

/** Replaces hashes by ids in place. */
function number(features: Int32Array, counts: Uint8Array, leastSeen: number): Int32Array {
  const slots = new Int32Array(1 << 23).fill(-1)
  const mask = slots.length - 1
  const hashes: number[] = []
  for (let at = 0; at < features.length; at++) {
    const hash = features[at] as number
    if ((counts[hash >>> (32 - bucketBits)] as number) < leastSeen) {
      features[at] = -1
      continue
    }
    let slot = hash & mask
    while (slots[slot] !== -1 && hashes[slots[slot] as number] !== hash) slot = (slot + 1) & mask
    if (slots[slot] === -1) {
      slots[slot] = hashes.length
      hashes.push(hash)
    }
    features[at] = slots[slot] as number
  }
  return Int32Array.from(hashes)
}
