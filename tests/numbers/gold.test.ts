import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  type GoldQuantity,
  type GoldStatistic,
  scoreQuantities,
  scoreStatistics,
} from '../../evaluation/numbers/score.ts'

const folder = new URL('../../evaluation/numbers/gold/', import.meta.url)

function read<Row>(name: string): readonly Row[] {
  const lines = readFileSync(new URL(name, folder), 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as Row)
}

describe('the labelled numbers', () => {
  test('quantities: value, unit and magnitude', () => {
    const { found, missed, extra } = scoreQuantities(read<GoldQuantity>('quantities.jsonl'))
    expect([...missed, ...extra].slice(0, 5)).toEqual([])
    expect(found).toBeGreaterThan(500)
  })

  test('test statistics: found, and judged as labelled', () => {
    const { found, missed, extra, misjudged } = scoreStatistics(read<GoldStatistic>('statistics.jsonl'))
    expect([...missed, ...extra, ...misjudged].slice(0, 5)).toEqual([])
    expect(found).toBeGreaterThan(200)
  })
})
