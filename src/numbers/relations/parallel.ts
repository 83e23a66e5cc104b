import type { Relation } from '../../model/quantity.ts'
import type { Figure, SentenceText } from '../figures.ts'
import { slipBetween, slipWords } from '../slips.ts'
import { agree, ratioOf } from './agree.ts'
import { digitsOf, relate } from './relation.ts'

/** Abstracts in two languages tell the same figures in the same order. */
export function* parallelIn(sentences: readonly SentenceText[]): Iterable<Relation> {
  const abstracts = new Map<string, Figure[]>()
  for (const { line, figures } of sentences) {
    if (line.sectionKind !== 'abstract') continue
    const list = abstracts.get(line.language) ?? []
    list.push(...figures.filter(({ found }) => !found.words))
    abstracts.set(line.language, list)
  }
  const lists = [...abstracts.values()]
  for (let one = 0; one < lists.length; one++) {
    for (let other = one + 1; other < lists.length; other++)
      yield* parallel(lists[one] as Figure[], lists[other] as Figure[])
  }
}

/** Longer abstracts are no abstracts. */
const MOST_FIGURES = 60

function* parallel(left: readonly Figure[], right: readonly Figure[]): Iterable<Relation> {
  if (left.length > MOST_FIGURES || right.length > MOST_FIGURES || left.length === 0 || right.length === 0) return
  const pairs = aligned(left, right)
  for (const [first, second] of pairs)
    yield relate('parallel', [first, second], `${first.text} and ${second.text}`, true)
  if (left.length !== right.length) return
  for (const [index, first] of left.entries()) {
    const second = right[index] as Figure
    if (first.kind !== second.kind || first.dimension !== second.dimension || agree(first, second)) continue
    const ratio = ratioOf(first, second)
    const slip = slipBetween(digitsOf(first), digitsOf(second), ratio)
    if (slip === undefined && pairs.length + 1 < left.length) continue
    const shared = first.context.some((stem) => second.context.includes(stem))
    if (slip === undefined && pairs.length === 0 && !shared) continue
    const power = slip === 'power'
    yield relate(
      'parallel',
      [first, second],
      `${first.text} ≠ ${second.text}${slip === undefined ? '' : `: ${slipWords[slip]}`}`,
      false,
      {
        rule: power ? 'magnitude' : 'contradiction',
        messageId: power ? 'places' : 'abstracts',
        data: { here: second.text, there: first.text, period: first.period },
        severity: slip === undefined ? 'warning' : 'error',
        confidence: slip === undefined ? 'likely' : 'certain',
        at: second,
        about: 'abstracts',
        ours: second.text,
        theirs: first.text,
        note: `${left.length === 1 ? '' : `The other ${pairs.length} figures of the two abstracts agree. `}${slip === undefined ? '' : `${slipWords[slip]}.`}`.trim(),
      },
    )
  }
}

/** Figures of two lists that agree at the same place; the lists are short. */
function aligned(left: readonly Figure[], right: readonly Figure[]): readonly (readonly [Figure, Figure])[] {
  const pairs: (readonly [Figure, Figure])[] = []
  let from = 0
  for (const first of left) {
    const at = right.findIndex(
      (second, index) =>
        index >= from && first.kind === second.kind && first.dimension === second.dimension && agree(first, second),
    )
    if (at === -1) continue
    pairs.push([first, right[at] as Figure])
    from = at + 1
  }
  return pairs
}
