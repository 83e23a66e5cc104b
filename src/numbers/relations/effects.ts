import type { Relation } from '../../model/quantity.ts'
import { spanOf } from '../../text/passage.ts'
import type { SentenceText } from '../figures.ts'
import { type Effect, effectsBehind, impliedBy } from '../statistics/effects.ts'
import type { Printed, Statistic } from '../statistics/grammar.ts'
import { intervalsAgainstP } from './interval-tests.ts'
import { named } from './tests.ts'

/** Effect sizes against their test, and intervals against their p. */
export function* effectsIn(sentence: SentenceText): Iterable<Relation> {
  const { statistics, line } = sentence
  for (const { statistic, id } of statistics) {
    for (const effect of effectsBehind(line.plain.text, statistic)) {
      const relation = effectOf(sentence, statistic, id, effect)
      if (relation !== undefined) yield relation
    }
  }
  yield* intervalsAgainstP(sentence)
}

function effectOf({ line }: SentenceText, statistic: Statistic, id: string, effect: Effect): Relation | undefined {
  const implied = impliedBy(effect.kind, statistic)
  if (implied === undefined) return undefined
  const [least, most] = printedRange(effect.value)
  const holds = implied.options.some(([low, high]) => low <= most + 1e-9 && high >= least - 1e-9)
  const said = line.plain.text.slice(effect.start, effect.end)
  const computed = implied.options.map(([low, high]) => shown(low, high)).join(' or ')
  const computation = `${named(statistic)}: ${implied.formula} = ${computed}`
  return {
    kind: 'effect',
    operands: [id],
    computation,
    holds,
    ...(holds
      ? {}
      : {
          problem: {
            rule: 'effect-size',
            messageId: 'size',
            data: { said, test: named(statistic), computed },
            confidence: 'likely' as const,
            span: spanOf(line.passage, effect.start, effect.end),
            related: [{ span: spanOf(line.passage, statistic.start, statistic.end), message: named(statistic) }],
            about: 'effect size',
            ours: said,
            theirs: computation,
          },
        }),
  }
}

/** What a printed effect may stand for: rounded, or cut off. */
function printedRange({ value, decimals }: Printed): readonly [number, number] {
  const unit = 10 ** -decimals
  return [Math.abs(value) - 0.5 * unit, Math.abs(value) + unit]
}

function shown(low: number, high: number): string {
  const [from, to] = [Math.max(0, low).toFixed(3), high.toFixed(3)]
  return from === to ? from : `${from} to ${to}`
}
