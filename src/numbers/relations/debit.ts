import type { Relation } from '../../model/quantity.ts'
import { spanOf } from '../../text/passage.ts'
import type { Line } from '../figures.ts'

/** What makes it evident that the data are zeros and ones. */
const BINARY =
  /\bbinary\b|dichotom|\b0\/1\b|coded (?:as )?(?:0 (?:or|and|=)|1 (?:or|and|=))|dummy|yes[/–-]no|бинарн|дихотом|екілік|二分|二元/u
const PAIR =
  /(?:\bM|среднее|均值|орташа мән|\bmean)\s?[=＝]\s?(0?[.,]\d{1,3})[,，;；]?\s?\(?(?:SD|СО|СКО|σ|标准差)\s?[=＝]\s?(0?[.,]\d{1,3})\)?/gu
const SIZE = /\b[nN]\s?[=＝]\s?(\d{1,6})\b/
const WEIGHTED = /weight|взвеш|加权|imput/i

/**
 * Mean and standard deviation of zeros and ones determine each other: SD² = M(1 − M) · n / (n − 1) (DEBIT, Heathers & Brown 2019). Only
 * where binary data are evident.
 */
export function* debitIn(line: Line, start: number, end: number): Iterable<Relation> {
  const lower = line.plain.lower.slice(start, end)
  if (!lower.includes('=') || !BINARY.test(lower)) return
  const text = line.plain.text.slice(start, end)
  const size = SIZE.exec(text)?.[1]
  if (size === undefined || WEIGHTED.test(text)) return
  const n = Number(size)
  if (n < 2) return
  for (const match of text.matchAll(PAIR)) {
    const [said, mean = '', deviation = ''] = match
    const [low, high] = deviations(mean, n)
    const [value, half] = printed(deviation)
    const holds = low <= value + half + 1e-9 && high >= value - half - 1e-9
    const computation = `√(M(1 − M) · n / (n − 1)) = ${low.toFixed(3)} to ${high.toFixed(3)}`
    const at = start + (match.index ?? 0)
    yield {
      kind: 'granularity',
      operands: [],
      computation,
      holds,
      ...(holds
        ? {}
        : {
            problem: {
              rule: 'granularity',
              messageId: 'binary',
              data: { n, mean, deviation },
              confidence: 'likely' as const,
              span: spanOf(line.passage, at, at + said.length),
              related: [],
              about: 'deviation of zeros and ones',
              ours: said,
              theirs: computation,
            },
          }),
    }
  }
}

/** The deviations that zeros and ones with this printed mean can have. */
function deviations(mean: string, n: number): readonly [number, number] {
  const [value, half] = printed(mean)
  const [from, to] = [Math.max(0, value - half), Math.min(1, value + half)]
  const of = (m: number): number => Math.sqrt((m * (1 - m) * n) / (n - 1))
  const peak = from <= 0.5 && to >= 0.5 ? of(0.5) : Math.max(of(from), of(to))
  // some divide by n
  return [Math.min(of(from), of(to)) * Math.sqrt((n - 1) / n), peak]
}

function printed(text: string): readonly [value: number, half: number] {
  const plain = text.replace(',', '.')
  return [Number(plain), 0.5 * 10 ** -(plain.split('.')[1]?.length ?? 0)]
}
