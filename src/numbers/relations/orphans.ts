import type { Relation } from '../../model/quantity.ts'
import type { Figure, SentenceText } from '../figures.ts'
import { contrasted } from '../lexicon/glossary.ts'
import { type Slip, slipBetween, slipNote, slipWords } from '../slips.ts'
import { sameSource } from '../sources.ts'
import type { Table } from '../tables.ts'
import { agree, ratioOf } from './agree.ts'
import { digitsOf, relate } from './relation.ts'
import { ValueIndex } from './value-index.ts'

/** Words that stand beside more figures than this do not lead from one to the other. */
const MOST_POSTINGS = 80
/** How much of the words of the terser place the other must have, and how many words. */
const CONTAINED = { slip: 0.6, plain: 0.85, period: 0.6 } as const
const WORDS = { slip: 2, plain: 3, period: 2 } as const

interface Match {
  readonly figure: Figure
  readonly contained: number
  readonly slip: Slip | undefined
}

/**
 * Figures of abstract and conclusion that the body nowhere has, against figures of the body that the summary nowhere has: where the
 * same words stand beside both and the digits are those of a slip, one of the two is wrong. A figure that stands in both, but
 * never for the same year, is told too. `reported` are pairs that are known already.
 */
export function* orphansIn(
  sentences: readonly SentenceText[],
  tables: readonly Table[],
  reported: ReadonlySet<string>,
): Iterable<Relation> {
  const all = sentences.flatMap(({ figures }) => figures)
  const summary = all.filter((figure) => isSummary(figure) && isTold(figure))
  if (summary.length === 0) return
  const body = all.filter(({ line }) => line.sectionKind !== 'acknowledgements')
  const cells = new Set(
    tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells.flatMap((cell) => digitsOfCell(cell?.text)))),
  )
  const index = stemIndex(body.filter(isTold))
  const weights = new Map<string, number>()
  const weight = (stem: string): number => {
    const known = weights.get(stem)
    if (known !== undefined) return known
    const own = Math.log(1 + body.length / (index.get(stem)?.length ?? 1))
    weights.set(stem, own)
    return own
  }
  const values = new ValueIndex(body)
  const bySection = new Map<number, Figure[]>()
  for (const figure of summary) {
    const list = bySection.get(figure.line.section)
    if (list === undefined) bySection.set(figure.line.section, [figure])
    else list.push(figure)
  }
  for (const figure of summary) {
    const known = values.agreeing(figure)?.filter((other) => apart(figure, other))
    if (known === undefined) continue
    if (known.length > 0) {
      const relation = otherYear(figure, known, weight)
      if (relation !== undefined && !known.some((other) => reported.has(pairOf(figure.id, other.id)))) yield relation
      continue
    }
    if (cells.has(digitsOf(figure))) continue
    const match = bestMatch(figure, index, weight, bySection.get(figure.line.section) ?? [])
    if (match !== undefined && !reported.has(pairOf(figure.id, match.figure.id))) yield differs(figure, match)
  }
}

/** In another section, and not in the other summary of a language. */
function apart(first: Figure, second: Figure): boolean {
  return (
    first.line.section !== second.line.section &&
    !(
      first.line.sectionKind === second.line.sectionKind &&
      isSummary(first) &&
      first.line.language !== second.line.language
    )
  )
}

/** A key of two figures, whichever is named first. */
export function pairOf(...ids: readonly string[]): string {
  return [...ids].sort().join(' ')
}

function isSummary({ line }: Figure): boolean {
  return line.sectionKind === 'abstract' || line.sectionKind === 'conclusion'
}

/** Figures that name a quantity by their words and digits. */
function isTold({ kind, found, hedge, context, unit, value, line, start }: Figure): boolean {
  if (!['count', 'money', 'percent', 'measure'].includes(kind) || found.words || found.upper !== undefined) return false
  if (
    hedge !== undefined ||
    context.length < 2 ||
    line.plain.text[start - 1] === '=' ||
    line.plain.text[start - 2] === '='
  )
    return false
  return unit !== '' || value >= 20
}

function digitsOfCell(text: string | undefined): readonly string[] {
  const digits = (text ?? '').replace(/\D/g, '').replace(/^0+/, '')
  return digits === '' ? [] : [digits]
}

function stemIndex(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const index = new Map<string, Figure[]>()
  for (const figure of figures) {
    for (const stem of figure.context) {
      const list = index.get(stem)
      if (list === undefined) index.set(stem, [figure])
      else list.push(figure)
    }
  }
  return index
}

function contained(
  left: readonly string[],
  right: readonly string[],
  weight: (stem: string) => number,
): { readonly share: number; readonly words: number } {
  let shared = 0
  let words = 0
  const total = (stems: readonly string[]): number => {
    let sum = 0
    for (const stem of stems) sum += weight(stem)
    return sum
  }
  for (const stem of left) {
    if (!right.includes(stem)) continue
    shared += weight(stem)
    words += 1
  }
  return { share: shared / Math.max(1e-9, Math.min(total(left), total(right))), words }
}

function bestMatch(
  figure: Figure,
  index: ReadonlyMap<string, readonly Figure[]>,
  weight: (stem: string) => number,
  told: readonly Figure[],
): Match | undefined {
  const seen = new Set<Figure>()
  const found: Match[] = []
  for (const stem of figure.context) {
    const postings = index.get(stem) ?? []
    if (postings.length > MOST_POSTINGS) continue
    for (const other of postings) {
      if (seen.has(other)) continue
      seen.add(other)
      if (!apart(figure, other) || !comparable(figure, other)) continue
      const { share, words } = contained(figure.context, other.context, weight)
      const slip = slipBetween(digitsOf(figure), digitsOf(other), ratioOf(figure, other))
      const kind = slip === undefined ? 'plain' : 'slip'
      const same = share > 0.95 && words === Math.max(figure.context.length, other.context.length) && figure.unit !== ''
      if (share < CONTAINED[kind] || words < (same ? 2 : WORDS[kind])) continue
      // what the summary tells elsewhere is no counterpart of this
      if (told.some((one) => one !== figure && one.dimension === other.dimension && agree(one, other))) continue
      found.push({ figure: other, contained: share, slip })
    }
  }
  found.sort(
    (left, right) =>
      Number(right.slip !== undefined) - Number(left.slip !== undefined) || right.contained - left.contained,
  )
  const [best, next] = found
  if (best === undefined) return undefined
  // the same words beside several values are a form of words
  const rival = found.some(
    (other) =>
      other !== best &&
      other.contained >= best.contained - 0.15 &&
      !agree(other.figure, best.figure) &&
      best.slip === undefined,
  )
  const slips = next !== undefined && next.slip !== undefined && !agree(next.figure, best.figure)
  return rival || slips ? undefined : best
}

function comparable(first: Figure, second: Figure): boolean {
  if (first.dimension !== second.dimension || first.kind !== second.kind) return false
  if (first.dated && second.dated && first.period !== second.period) return false
  if (first.source !== '' && second.source !== '' && !sameSource(first.source, second.source)) return false
  return !contrasted(first.context, second.context)
}

function differs(figure: Figure, { figure: other, contained: share, slip }: Match): Relation {
  const [first, second] =
    figure.start < other.start && figure.line.block <= other.line.block ? [figure, other] : [other, figure]
  const power = slip === 'power'
  const computation = `${first.text} ≠ ${second.text}${slip === undefined ? '' : `: ${slipWords[slip]}`}; neither stands in the other place`
  return relate('same', [first, second], computation, false, {
    rule: power ? 'magnitude' : 'contradiction',
    messageId: power ? 'places' : 'differs',
    data: { here: second.text, there: first.text, period: first.period },
    severity: 'warning',
    confidence: share >= 0.8 && slip !== undefined ? 'certain' : 'likely',
    at: second,
    about:
      first.context
        .filter((stem) => second.context.includes(stem))
        .slice(0, 3)
        .join(' ') || 'value',
    ours: second.text,
    theirs: first.text,
    ...(slip === undefined ? {} : { note: slipNote(slip) }),
  })
}

/** A rare figure that the summary gives for one year and the body for another, and never for the same. */
function otherYear(figure: Figure, known: readonly Figure[], weight: (stem: string) => number): Relation | undefined {
  if (!figure.dated || !/^\d{4}$/.test(figure.period) || digitsOf(figure).replace(/0+$/, '').length < 3)
    return undefined
  if (
    known.length > 3 ||
    known.some(({ dated, period }) => !dated || !/^\d{4}$/.test(period) || period === figure.period)
  )
    return undefined
  const other = known.find(({ context, value }) => {
    const { share, words } = contained(figure.context, context, weight)
    return value === figure.value && share >= CONTAINED.period && words >= WORDS.period
  })
  if (other === undefined) return undefined
  return relate('same', [other, figure], `${figure.text} in ${other.period} and in ${figure.period}`, false, {
    rule: 'contradiction',
    messageId: 'period',
    data: { value: figure.text, here: figure.period, there: other.period },
    severity: 'warning',
    confidence: 'likely',
    at: figure,
    about: 'year',
    ours: figure.period,
    theirs: other.period,
  })
}
