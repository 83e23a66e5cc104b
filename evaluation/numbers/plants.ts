import type { Quantity, Relation } from '../../src/model/quantity.ts'
import type { SourceFile } from '../../src/model/source.ts'

/** One error set into a text. */
export interface Plant {
  readonly kind: 'transposed' | 'power' | 'operand' | 'period' | 'p'
  readonly where: 'closed' | 'cross' | 'table' | 'statistic'
  readonly text: string
  readonly at: number
  readonly was: string
  readonly is: string
}

/** Relations whose operands stand in one sentence and that its words demand; shares that make 100 unasked are none. */
const CLOSED = new Set(['sum', 'share', 'percent-change', 'ratio', 'price', 'points', 'bounds'])

/** Errors in every operand of what holds: exchanged digits, a power of ten, another number. */
export function* plantsIn(
  { text }: SourceFile,
  quantities: readonly Quantity[],
  relations: readonly Relation[],
  random: () => number,
  /** whether a figure stands in the abstract or the conclusion, which tell the body again */
  isSummary: (quantity: Quantity) => boolean = () => false,
): Iterable<Plant> {
  const byId = new Map(quantities.map((quantity) => [quantity.id, quantity]))
  for (const { kind, operands, holds } of relations) {
    const where = CLOSED.has(kind)
      ? 'closed'
      : kind === 'table-sum'
        ? 'table'
        : kind === 'test'
          ? 'statistic'
          : kind === 'same'
            ? 'cross'
            : undefined
    if (!holds || where === undefined) continue
    const all = operands.flatMap((id) => byId.get(id) ?? [])
    // of a test the p is changed: a statistic may change much before its p does
    const known = where === 'statistic' ? all.filter((one) => one.kind === 'probability') : all
    // the same figure in abstract or conclusion and in the body; what stands twice in the body may be two things
    if (where === 'cross' && known.filter(isSummary).length !== 1) continue
    // a price in the next sentence is no closed arithmetic
    if (where === 'closed' && new Set(known.map(({ sentence }) => sentence)).size > 1) continue
    // the last place of a repeated figure, any operand of a computation
    const one = where === 'cross' ? known.at(-1) : known[Math.floor(random() * known.length)]
    if (one === undefined) continue
    const { start, end } = one.span
    // `p < .001` stays true of most changes
    if (where === 'statistic' && !/[=＝][ $*]*$/.test(text.slice(start - 4, start))) continue
    const written = text.slice(start, end)
    for (const [sort, changed] of changes(written, random)) {
      if (changed === undefined || changed === written) continue
      yield {
        kind: where === 'statistic' ? 'p' : sort,
        where,
        text: text.slice(0, start) + changed + text.slice(end),
        at: start,
        was: written,
        is: changed,
      }
    }
  }
}

function changes(written: string, random: () => number): readonly (readonly [Plant['kind'], string | undefined])[] {
  return [
    ['transposed', transposed(written)],
    ['power', power(written)],
    ['operand', other(written, random)],
  ]
}

/** The first two neighbouring digits that differ change places, so that no zero comes to the front. */
function transposed(written: string): string | undefined {
  const match = [...written.matchAll(/(\d)(\d)/g)].find(([, one, two]) => one !== two && two !== '0')
  if (match === undefined) return undefined
  const at = match.index ?? 0
  return `${written.slice(0, at)}${match[2]}${match[1]}${written.slice(at + 2)}`
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/million/, 'billion'],
  [/billion/, 'million'],
  [/млн/, 'млрд'],
  [/млрд/, 'млн'],
  [/亿/, '万'],
  [/万/, '亿'],
]

function power(written: string): string | undefined {
  for (const [word, instead] of WORDS) if (word.test(written)) return written.replace(word, instead)
  const match = /\d+(?![\d.,])/.exec(written)
  return match === null || /%|\d[.,]\d/.test(written) ? undefined : written.replace(match[0], `${match[0]}000`)
}

/** Another leading digit. */
function other(written: string, random: () => number): string | undefined {
  const match = /\d/.exec(written)
  if (match === null) return undefined
  const digit = 1 + ((Number(match[0]) + Math.floor(random() * 8)) % 9)
  return written.replace(match[0], String(digit))
}

/** A small generator with a seed, so that every run plants the same. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
