import type { GoldReference } from '../evaluation/references/gold.ts'
import { judged } from '../evaluation/references/reliability.ts'
import { assemble } from '../src/reference-parser/assemble.ts'
import { calibrationSteps } from '../src/reference-parser/calibration.ts'
import { createReferenceParser } from '../src/reference-parser/index.ts'
import { runsOf } from '../src/reference-parser/runs.ts'
import { type Example, labelled } from './example.ts'

interface Sample {
  readonly said: number
  readonly right: boolean
}

/** Fewer samples than this say too little of a field by itself; the table of all fields stands for it. */
const fewest = 150

/**
 * How probable a field is right, at equal steps of what the model says of it: measured on examples that it was not trained
 * on, made monotone by pooling adjacent violators (Ayer et al. 1955), and interpolated.
 */
export function calibrate(
  model: Uint8Array,
  references: readonly GoldReference[],
  examples: readonly Example[],
): Record<string, number[]> {
  const parser = createReferenceParser(model)
  const samples = new Map<string, Sample[]>([['all', []]])
  for (const reference of [...references, ...examples.map(goldOf)]) {
    const read = parser.parse(reference.raw)
    if (read === null) continue
    for (const [said, right, field] of judged(reference, read)) {
      if (!samples.has(field)) samples.set(field, [])
      samples.get(field)?.push({ said, right })
      samples.get('all')?.push({ said, right })
    }
  }
  return Object.fromEntries(
    [...samples].filter(([, list]) => list.length >= fewest).map(([field, list]) => [field, table(list)]),
  )
}

/** A synthetic example as gold: what the assembly makes of its true labels. */
function goldOf(example: Example): GoldReference {
  const { tokens, labels } = labelled(example)
  const read = assemble(
    example.text,
    runsOf(tokens, labels, () => 1),
  )
  return { id: '', source: 'synthetic', lang: '', raw: example.text, gold: read?.csl ?? {} }
}

function table(samples: readonly Sample[]): number[] {
  const sorted = [...samples].sort((a, b) => a.said - b.said)
  const blocks: { said: number; right: number; count: number }[] = []
  for (const { said, right } of sorted) {
    blocks.push({ said, right: right ? 1 : 0, count: 1 })
    for (;;) {
      const last = blocks.at(-1)
      const before = blocks.at(-2)
      if (last === undefined || before === undefined || before.right * last.count < last.right * before.count) break
      blocks.splice(-2, 2, {
        said: before.said + last.said,
        right: before.right + last.right,
        count: before.count + last.count,
      })
    }
  }
  // one imagined wrong reading a block keeps small blocks from certainty
  const points = blocks.map(({ said, right, count }) => ({ said: said / count, rate: right / (count + 1) }))
  let highest = 0
  return Array.from({ length: calibrationSteps + 1 }, (_, step) => {
    highest = Math.max(highest, interpolated(points, step / calibrationSteps))
    return Math.round(1000 * highest) / 1000
  })
}

function interpolated(points: readonly { said: number; rate: number }[], at: number): number {
  const next = points.findIndex(({ said }) => said >= at)
  if (next < 0) return points.at(-1)?.rate ?? 0
  const after = points[next] as { said: number; rate: number }
  const before = next > 0 ? (points[next - 1] as { said: number; rate: number }) : { said: 0, rate: 0 }
  if (after.said === before.said) return after.rate
  return before.rate + ((after.rate - before.rate) * (at - before.said)) / (after.said - before.said)
}
