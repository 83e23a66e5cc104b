import type { Quantity } from '../../src/model/quantity.ts'
import { check, documents } from './documents.ts'

/** A test with its value, whatever stands in its brackets. */
const TEST =
  /(?<![\p{L}\p{N}_])(?:[tFrzZQ]|χ ?[²2]|[Cc]hi-?squared?|X[²2])[ *]?(?:[([_{]?[\d][\d., ;df=]{0,14}[)\]}]?)?[ *]{0,2}[=<>] ?[−–-]?\d*\.?\d/gu
/** A p value. */
const CHANCE = /(?<![\p{L}\p{N}])[pP](?:[- ]values?)?[ *]{0,2}[=<>≤≥] ?\d?\.?\d[\d.e×^−-]*/gu

/** Every statistic that a plain search finds in the converted articles, read or not, and why not. */
export async function listing(): Promise<void> {
  const counts = new Map<string, number>()
  for (const { folder, source } of documents()) {
    if (folder !== 'articles') continue
    const { text, path } = source
    const { file } = await check(source)
    const read = file.quantities.filter(({ kind }) => kind === 'statistic' || kind === 'probability')
    const references = text.lastIndexOf('\n## References')
    for (const [sort, pattern] of [
      ['test', TEST],
      ['p', CHANCE],
    ] as const) {
      for (const match of text.matchAll(pattern)) {
        const at = match.index ?? 0
        const why = references > 0 && at > references ? 'in the reference list' : whyNot(text, at, match[0], sort, read)
        const verdict = why === '' ? 'found' : 'not found'
        const key = `${sort}: ${verdict}${why === '' ? '' : `, ${why}`}`
        counts.set(key, (counts.get(key) ?? 0) + 1)
        console.log(`${path}:${at}\t${sort}\t${verdict}\t${why}\t${match[0].replace(/\s+/g, ' ')}`)
      }
    }
  }
  for (const [key, count] of [...counts].sort((left, right) => right[1] - left[1])) console.log(`${count}\t${key}`)
}

/** Empty where the statistic was read. */
function whyNot(text: string, at: number, match: string, sort: 'test' | 'p', read: readonly Quantity[]): string {
  const end = at + match.length
  if (read.some(({ span }) => span.start - 3 <= at && at < span.end + 1)) return ''
  if (read.some(({ span }) => span.start <= end && at <= span.end + 40 && span.start >= at)) return ''
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at)
  if (line.startsWith('|')) return 'in a table'
  const before = text.slice(Math.max(0, at - 60), at)
  const behind = text.slice(end, end + 60)
  if (sort === 'p') {
    const test =
      /(?<![\p{L}\p{N}])(?:[tFrzZQ]|χ ?[²2]|X[²2])[ *]?(?:[([]?[\d., ]*[)\]]?)? ?[=<>] ?[−–-]?[\d.]+[^.;]{0,30}$/u.exec(
        before,
      )
    if (test === null) return 'p without its test'
    return 'the test has no degrees of freedom, or something else stands between'
  }
  if (!/[pP](?:[- ]values?)?[ *]{0,2}[=<>≤]/.test(behind)) return 'no p beside it'
  if (!/[([_{]\d|\d ?[=<>]/.test(match) && !/\bdf\b|\bn ?=/.test(behind)) return 'no degrees of freedom'
  return 'another form'
}
