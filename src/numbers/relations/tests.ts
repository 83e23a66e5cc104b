import type { Relation } from '../../model/quantity.ts'
import { spanOf } from '../../text/passage.ts'
import type { PlacedStatistic, SentenceText } from '../figures.ts'
import type { Statistic } from '../statistics/grammar.ts'
import { cuesIn, judge, type Verdict } from '../statistics/verdict.ts'

/** Recomputes p of every test statistic of a sentence. */
export function* testsIn(sentence: SentenceText): Iterable<Relation> {
  const { line, start, end } = sentence
  if (sentence.statistics.length === 0) return
  // a correction is often announced in the sentence before
  const cues = cuesIn(line.plain.lower.slice(Math.max(0, start - 300), Math.min(line.plain.lower.length, end + 80)))
  for (const placed of sentence.statistics) yield testOf(sentence, placed, judge(placed.statistic, cues))
}

const ZERO = /(?<![\p{L}\d])[pP][ *$]{0,3}=[ *$]{0,3}0?[.,]000(?!\d)/gu

/** `p = .000` without a statistic beside it. */
export function* zerosIn({ line, start, end, statistics }: SentenceText): Iterable<Relation> {
  const text = line.plain.text.slice(start, end)
  if (!text.includes('000')) return
  for (const match of text.matchAll(ZERO)) {
    const at = start + (match.index ?? 0)
    if (statistics.some(({ statistic }) => statistic.start <= at && at < statistic.end)) continue
    yield {
      kind: 'test',
      operands: [],
      computation: 'p > 0',
      holds: true,
      problem: {
        rule: 'test-statistic',
        messageId: 'zero',
        data: { said: match[0] },
        severity: 'info',
        confidence: 'certain',
        span: spanOf(line.passage, at, at + match[0].length),
        related: [],
        about: 'p',
        ours: match[0],
        theirs: 'p < .001',
        note: 'A p value is never zero: write p < .001.',
      },
    }
  }
}

function testOf({ line }: SentenceText, { statistic, id, pId }: PlacedStatistic, verdict: Verdict): Relation {
  const { plain, passage } = line
  const text = plain.text.slice(statistic.start, statistic.end)
  const said = statistic.pComparison === 'ns' ? 'ns' : `p ${statistic.pComparison} ${statistic.p?.text ?? ''}`
  const computed = chance(verdict)
  const computation = `${named(statistic)} gives p = ${computed}`
  const base = {
    confidence: 'certain' as const,
    span: spanOf(passage, statistic.start, statistic.end),
    related: [],
    about: 'p',
    ours: said,
    theirs: computation,
    rule: 'test-statistic',
    data: { test: named(statistic), said, computed, text },
  }
  const operands = [id, pId]
  if (verdict.consistent) {
    if (!verdict.zero) return { kind: 'test', operands, computation, holds: true }
    return {
      kind: 'test',
      operands,
      computation,
      holds: true,
      problem: { ...base, messageId: 'zero', severity: 'info', note: 'A p value is never zero: write p < .001.' },
    }
  }
  if (verdict.explained !== undefined) {
    return {
      kind: 'test',
      operands,
      computation,
      holds: false,
      problem: {
        ...base,
        messageId: verdict.explained,
        severity: 'warning',
        confidence: 'likely',
      },
    }
  }
  return {
    kind: 'test',
    operands,
    computation,
    holds: false,
    problem: {
      ...base,
      messageId: verdict.decision ? 'decision' : 'wrong',
      severity: verdict.decision ? 'error' : 'warning',
    },
  }
}

/** A test as a finding names it: `t(28) = 2.20`. */
export function named({ kind, df1, df2, n, value }: Statistic): string {
  const name = kind === 'chi2' ? 'χ²' : kind
  const degrees = [df1, df2].filter((one) => one !== undefined).join(', ')
  const inner = degrees === '' ? (n === undefined || kind === 'z' ? '' : `n = ${n}`) : degrees
  return `${name}${inner === '' ? '' : `(${inner})`} = ${value.text}`
}

function chance({ low, high }: Verdict): string {
  const show = (p: number): string => (p < 0.0001 ? p.toExponential(1) : p.toFixed(p < 0.01 ? 4 : 3))
  return show(low) === show(high) ? show(low) : `${show(low)} to ${show(high)}`
}
