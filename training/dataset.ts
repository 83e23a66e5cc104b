import { attributes } from '../src/reference-parser/attributes.ts'
import { type Columns, columnList } from '../src/reference-parser/columns.ts'
import { secondLook, secondTemplates } from '../src/reference-parser/second-look.ts'
import { type TemplateSet, templates } from '../src/reference-parser/templates.ts'
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
  /** the hash of each feature id, and how many tokens have it */
  readonly hashes: Int32Array
  readonly counts: Int32Array
}

/** What was made of each token before: its label, and how sure that was. */
export interface Looked {
  readonly labels: Uint8Array
  readonly sure: Uint8Array
}

const bucketBits = 26

/** The examples as the first look sees them. */
export function firstDataset(examples: readonly Example[], leastSeen: number): Dataset {
  return build(examples, leastSeen, templates, columnList)
}

/** The examples as the second look sees them, after what a first one made of them. */
export function secondDataset(examples: readonly Example[], leastSeen: number, { labels, sure }: Looked): Dataset {
  return build(examples, leastSeen, secondTemplates, (columns, start, end) =>
    secondLook(columns, labels.subarray(start, end), sure.subarray(start, end)),
  )
}

/** Counts features, keeps those seen in at least `leastSeen` tokens, and numbers them by first appearance. */
function build(
  examples: readonly Example[],
  leastSeen: number,
  set: TemplateSet,
  see: (columns: Columns, start: number, end: number) => readonly Int32Array[],
): Dataset {
  const width = set.size
  const read = examples.map(labelled)
  const starts = new Int32Array(examples.length + 1)
  for (const [index, { tokens }] of read.entries()) starts[index + 1] = (starts[index] as number) + tokens.count
  const size = starts[examples.length] as number
  const labels = new Uint8Array(size)
  const classes = new Uint8Array(size)
  const features = new Int32Array(size * width)
  const counts = new Uint8Array(1 << bucketBits)
  const row = new Int32Array(width)
  for (const [index, one] of read.entries()) {
    const start = starts[index] as number
    const { count } = one.tokens
    labels.set(one.labels, start)
    const columns = attributes(one.tokens)
    const seen = see(columns, start, start + count)
    for (let token = 0; token < count; token++) {
      classes[start + token] = transitionClass(columns.coarse[token] as number)
      set.write(seen, count, token, row)
      features.set(row, (start + token) * width)
      for (const hash of row) {
        const bucket = hash >>> (32 - bucketBits)
        if ((counts[bucket] as number) < 255) counts[bucket] = (counts[bucket] as number) + 1
      }
    }
  }
  const hashes = number(features, counts, leastSeen)
  return { width, starts, labels, classes, features, hashes, counts: countsOf(features, hashes.length) }
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

function countsOf(features: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size)
  for (const feature of features) if (feature >= 0) counts[feature] = (counts[feature] as number) + 1
  return counts
}
