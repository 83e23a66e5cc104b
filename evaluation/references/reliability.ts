import type { ParsedReference } from '../../src/model/parser.ts'
import type { GoldReference } from './gold.ts'
import { agrees, covered, fieldValue, scoredFields } from './score.ts'

/** How often fields were right, by what the parser said of them: ten steps of confidence. */
export interface Reliability {
  readonly said: number[]
  readonly right: number[]
  readonly confidence: number[]
}

export function emptyReliability(): Reliability {
  return { said: Array(10).fill(0), right: Array(10).fill(0), confidence: Array(10).fill(0) }
}

export function noteReliability(table: Reliability, reference: GoldReference, read: ParsedReference | null): void {
  if (read === null) return
  for (const [confidence, right] of judged(reference, read)) {
    const step = Math.min(9, Math.floor(confidence * 10))
    table.said[step] = (table.said[step] as number) + 1
    table.right[step] = (table.right[step] as number) + (right ? 1 : 0)
    table.confidence[step] = (table.confidence[step] as number) + confidence
  }
}

/** Each scored field that was read, with its confidence and whether it is right. */
export function* judged(
  reference: GoldReference,
  read: ParsedReference,
): Generator<readonly [number, boolean, string]> {
  for (const field of scoredFields) {
    if (reference.gold._skip?.includes(field) || !covered(reference.source).has(field)) continue
    const value = fieldValue(read.csl, field)
    const place = read.fields.find((one) => one.field === field)
    if (value === undefined || place === undefined) continue
    const goldValue = fieldValue(reference.gold, field)
    const fair = (reference.gold._alt?.[field] ?? []).some((other) =>
      agrees(field, {}, fieldValue({ [field]: other }, field), value),
    )
    const right = fair || (goldValue !== undefined && agrees(field, reference.gold, goldValue, value))
    yield [place.confidence, right, field]
  }
}

export function reliabilityTable(table: Reliability): string {
  const lines = ['confidence   fields   mean said   right']
  for (let step = 0; step < 10; step++) {
    const said = table.said[step] as number
    if (said === 0) continue
    const mean = ((100 * (table.confidence[step] as number)) / said).toFixed(1)
    const right = ((100 * (table.right[step] as number)) / said).toFixed(1)
    lines.push(
      `0.${step} to ${((step + 1) / 10).toFixed(1)}   ${String(said).padStart(6)}   ${mean.padStart(7)} %   ${right.padStart(5)} %`,
    )
  }
  return lines.join('\n')
}
