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

  test.each([
    ['statistics.jsonl', 200],
    ['statistics-more.jsonl', 100],
  ])('test statistics of %s: found, and judged as labelled', (name, least) => {
    const { found, missed, extra, misjudged } = scoreStatistics(read<GoldStatistic>(name))
    expect([...missed, ...extra, ...misjudged]).toEqual([])
    expect(found).toBeGreaterThan(least)
  })
})
