import type { Relation } from '../../model/quantity.ts'
import type { Figure, SentenceText } from '../figures.ts'
import { directionIn } from '../lexicon/directions.ts'
import { brief, relate } from './relation.ts'

/** Factor from which on neighbours of one series differ by more than growth explains. */
const FAR = 50

/**
 * A figure of a series that is a thousand times too large or small: it lies far off its neighbour, its verb says the opposite, and
 * with another magnitude word it would fit.
 */
export function* seriesIn(sentence: SentenceText): Iterable<Relation> {
  const { figures, line, start, end } = sentence
  const { lower } = line.plain
  for (let index = 1; index < figures.length; index++) {
    const before = figures[index - 1] as Figure
    const figure = figures[index] as Figure
    if (figure.unit !== before.unit || figure.kind !== before.kind) continue
    if (!figure.found.magnitude && !before.found.magnitude) continue
    if (!['money', 'measure', 'count'].includes(figure.kind) || figure.period === before.period) continue
    const ratio = figure.value / before.value
    if (!(ratio > FAR || ratio < 1 / FAR)) continue
    // a Kazakh verb ends its clause
    const behind = line.language === 'kk' ? (figures[index + 1]?.start ?? end) : figure.end
    const verb = directionIn(lower, Math.max(start, before.end), figure.start) ?? directionIn(lower, figure.end, behind)
    if (verb === undefined || (verb === 'up') === ratio > 1) continue
    const factor = [1e3, 1e4, 1e6, 1e2, 10].find((power) => {
      const shifted = ratio > 1 ? ratio / power : ratio * power
      return shifted > 0.1 && shifted < 10 && (verb === 'up' ? shifted > 1 : shifted < 1)
    })
    if (factor === undefined) continue
    const shifted = ratio > 1 ? figure.value / factor : figure.value * factor
    const computation = `${before.text} to ${figure.text} is ${brief(ratio)} times as much; ${brief(shifted)} would fit`
    yield relate('series', [before, figure], computation, false, {
      rule: 'magnitude',
      messageId: 'series',
      data: {
        said: figure.text,
        before: before.text,
        verb: verb === 'up' ? 'a rise' : 'a fall',
        fits: brief(shifted),
      },
      about: 'magnitude',
      ours: figure.text,
      theirs: computation,
      note: 'Check the magnitude word (million or billion).',
    })
  }
}
