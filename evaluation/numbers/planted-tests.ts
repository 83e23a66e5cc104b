import { readStatistics, type Statistic } from '../../src/numbers/statistics/grammar.ts'
import { tailOf } from '../../src/numbers/statistics/verdict.ts'
import type { Truth } from './truth.ts'

/** An error in a reported test: its p, or its statistic, printed otherwise. */
export interface PlantedTest {
  readonly kind: 'p' | 'operand'
  readonly truth: Truth
  readonly text: string
  readonly was: string
  readonly is: string
}

/** Exchanged digits, a lost zero and another digit in p, another leading digit in the statistic of every test of a text. */
export function* plantTests(text: string, random: () => number): Iterable<PlantedTest> {
  for (const statistic of readStatistics(text)) {
    const { p, pStart, pEnd, pComparison, start } = statistic
    if (p === undefined || pComparison !== '=') continue
    const corrected = /bonf|holm|adjust|correct|поправк|校正|түзету|бонф/i.test(text)
    const oneTailed = /one|1-tail|односторон|单侧|单尾|біржақты/i.test(text)
    if (truth(statistic, p.text, statistic.value.text, oneTailed) !== 'true' || corrected) continue
    for (const is of wrongPs(p.text, random)) {
      yield {
        kind: 'p',
        truth: truth(statistic, is, statistic.value.text, oneTailed),
        text: text.slice(0, pStart) + is + text.slice(pEnd),
        was: p.text,
        is,
      }
    }
    const value = statistic.value.text
    const at = text.indexOf(value, start)
    const is = value.replace(/[1-9]/, (digit) => String(1 + ((Number(digit) + Math.floor(random() * 8)) % 9)))
    yield {
      kind: 'operand',
      truth: truth(statistic, p.text, is, oneTailed),
      text: text.slice(0, at) + is + text.slice(at + value.length),
      was: value,
      is,
    }
  }
}

function wrongPs(printed: string, random: () => number): readonly string[] {
  const lost = printed.replace(/([.,])0(?=\d)/, '$1')
  const swapped = printed.replace(/([.,]\d*?)(\d)(?!\2)(\d)(\d*)$/, '$1$3$2$4')
  const other = printed.replace(/([.,]0*)([1-9])/, (_, lead: string, digit: string) => {
    return `${lead}${1 + ((Number(digit) + Math.floor(random() * 8)) % 9)}`
  })
  return [...new Set([lost, swapped, other])].filter((is) => is !== printed)
}

function truth(statistic: Statistic, p: string, value: string, oneTailed: boolean): Truth {
  const [chance, half] = numberOf(p)
  const [size, slack] = numberOf(value)
  const range = [tailOf(statistic, Math.abs(size) + slack), tailOf(statistic, Math.max(0, Math.abs(size) - slack))]
  const fits = (tail: number): boolean =>
    (range[0] as number) * tail <= chance + half + 1e-12 && (range[1] as number) * tail >= chance - half - 1e-12
  return fits(1) || (oneTailed && fits(0.5)) ? 'true' : 'false'
}

/** A printed number and half a unit of its last place. */
function numberOf(printed: string): readonly [number, number] {
  const text = printed.replace(/[−–]/g, '-').replace(/[,·]/g, '.').toLowerCase()
  const [mantissa = '', exponent = '0'] = text.split('e')
  const decimals = mantissa.split('.')[1]?.length ?? 0
  return [Number(text), 0.5 * 10 ** (Number(exponent) - decimals)]
}
