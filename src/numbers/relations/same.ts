import type { Relation } from '../../model/quantity.ts'
import type { Figure, SentenceText } from '../figures.ts'
import { slipBetween, slipNote, slipWords } from '../slips.ts'
import { sameSource } from '../sources.ts'
import { agree, ratioOf } from './agree.ts'
import { candidatesIn, type Pair } from './candidates.ts'
import { digitsOf, relate } from './relation.ts'

/** How alike what stands beside two figures must be, as a share of the weight of its words. */
const ALIKE = { power: 0.5, slip: 0.72, plain: 0.9, sources: 0.6, same: 0.6 } as const

/** What it adds to likeness that a figure of the abstract stands nowhere else. */
const ALONE = 0.15

const LEAST_ALIKE = Math.min(...Object.values(ALIKE))

/**
 * The same quantity told in two places. Candidates share rare words beside them, unit, period and no contrast; where their values
 * do not overlap after rounding and hedges, the digits say whether it is a slip.
 */
export function* sameIn(sentences: readonly SentenceText[]): Iterable<Relation> {
  const figures = sentences.flatMap((sentence) => sentence.figures.filter(isComparable))
  const told = new Set<string>()
  const pairs = candidatesIn(figures, LEAST_ALIKE)
  let values: ReadonlyMap<string, number> | undefined
  const isAlone = ({ key }: Figure): boolean => {
    values ??= countsOf(figures)
    return values.get(key) === 1
  }
  const series = seriesOf(pairs)
  for (const pair of pairs) {
    const { first, second } = pair
    // `Scale bar, 10 µm`: words that stand beside several values are a form of words, no quantity
    if (series.has(pair)) continue
    const key = `${first.sentence} ${second.sentence} ${first.unit}`
    if (told.has(key)) continue
    const relation = compare(pair, sentences, isAlone)
    if (relation === undefined) continue
    told.add(key)
    yield relation
  }
}

/** How much less alike another value may be and still show that the words are a form of words. */
const SERIES_MARGIN = 0.12

/** Pairs beside whose words more than one other value stands, about as much alike. */
function seriesOf(pairs: readonly Pair[]): ReadonlySet<Pair> {
  const others = new Map<Figure, { readonly value: number; readonly alike: number }[]>()
  const differing = pairs.filter(
    ({ first, second, agree: same }) =>
      first.period === second.period &&
      !same &&
      !(first.source !== '' && second.source !== '' && first.source !== second.source),
  )
  for (const { first, second, alike } of differing) {
    for (const [figure, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const values = others.get(figure)
      if (values === undefined) others.set(figure, [{ value: other.value, alike }])
      else if (values.length < 20) values.push({ value: other.value, alike })
    }
  }
  const many = (figure: Figure, alike: number): boolean =>
    new Set(
      (others.get(figure) ?? []).filter((other) => other.alike >= alike - SERIES_MARGIN).map(({ value }) => value),
    ).size > 1
  return new Set(differing.filter(({ first, second, alike }) => many(first, alike) || many(second, alike)))
}

function isComparable({ kind, context, found, line, start }: Figure): boolean {
  // n = 28: the size of some sample
  if (line.plain.text[start - 2] === '=' || line.plain.text[start - 1] === '=') return false
  return (
    context.length > 0 && kind !== 'rank' && kind !== 'share' && kind !== 'ratio' && !(found.words && kind === 'count')
  )
}

function countsOf(figures: readonly Figure[]): ReadonlyMap<string, number> {
  const values = new Map<string, number>()
  for (const { key } of figures) {
    values.set(key, (values.get(key) ?? 0) + 1)
  }
  return values
}

function compare(
  { first, second, alike, agree: same }: Pair,
  sentences: readonly SentenceText[],
  isAlone: (figure: Figure) => boolean,
): Relation | undefined {
  const [mine, theirs] = [sentences[first.sentence], sentences[second.sentence]]
  if (mine === undefined || theirs === undefined) return undefined
  if (same) {
    if (first.period === second.period)
      return alike >= ALIKE.same && telling(first)
        ? relate('same', [first, second], `${first.text} and ${second.text}`, true)
        : undefined
    return otherPeriod(first, second, alike, mine, theirs)
  }
  if (first.period !== second.period) return undefined
  // the other value stands there too: the two are members of one series, told alike
  if (mine.figures.some((figure) => figure !== first && agree(figure, second))) return undefined
  if (theirs.figures.some((figure) => figure !== second && agree(figure, first))) return undefined
  const sources = first.source !== '' && second.source !== '' && !sameSource(first.source, second.source)
  if (sources) return alike >= ALIKE.sources && first.dated && second.dated ? sourceDiffers(first, second) : undefined
  // a figure of the abstract that stands nowhere in the body needs less likeness to be missed there
  const summary = isSummary(mine) ? first : isSummary(theirs) ? second : undefined
  const alone = summary !== undefined && isAlone(summary)
  return contradiction(first, second, alone ? alike + ALONE : alike, mine, theirs)
}

function telling(figure: Figure): boolean {
  return digitsOf(figure).replace(/0+$/, '').length >= 2 || figure.unit !== ''
}

function contradiction(
  first: Figure,
  second: Figure,
  alike: number,
  mine: SentenceText,
  theirs: SentenceText,
): Relation | undefined {
  const ratio = ratioOf(first, second)
  const slip = slipBetween(digitsOf(first), digitsOf(second), ratio) ?? roughPower(first, second, ratio)
  const words = Math.min(first.context.length, second.context.length)
  const power = slip === 'power' && (first.found.power + second.found.power > 0 || first.unit !== second.unit)
  const bothDated = first.dated && second.dated && first.period !== ''
  // `more than 30` is broken by 28 wherever that stands
  const ranged = (first.found.upper === undefined) !== (second.found.upper === undefined)
  const broken = alike >= ALIKE.plain && words >= 2 && (ranged || isBound(first) !== isBound(second))
  const enough =
    broken ||
    (slip === undefined
      ? alike >= ALIKE.plain && words >= 3
      : alike >= (power ? ALIKE.power : ALIKE.slip) && words >= (power && bothDated ? 1 : 2))
  if (!enough || (slip === undefined && !broken && first.kind === 'percent' && words < 4)) return undefined
  if (isThanks(mine, theirs)) return undefined
  const summary = isSummary(mine) !== isSummary(theirs)
  // two places of the body may speak of two things in the same words; a year or a magnitude word ties them together
  const again = slip === 'transposed' && alike >= 0.95 && words >= 3 && !first.dated && !second.dated
  if (!summary && !power && !broken && !bothDated && !again) return undefined
  if (slip === undefined && !summary && !broken) return undefined
  const small = first.kind === 'count' && Math.min(first.value, second.value) < 20
  if (slip === undefined && small && first.hedge === undefined && second.hedge === undefined) return undefined
  const surely =
    slip !== undefined &&
    alike >= 0.8 &&
    (words >= 2 || power) &&
    (first.dated || power) &&
    second.dated === first.dated
  const computation =
    slip === undefined ? `${first.text} ≠ ${second.text}` : `${first.text} ≠ ${second.text}: ${slipWords[slip]}`
  return relate('same', [first, second], computation, false, {
    rule: power ? 'magnitude' : 'contradiction',
    messageId: power ? 'places' : 'differs',
    data: { here: second.text, there: first.text, period: first.period },
    severity: surely ? 'error' : 'warning',
    confidence: surely ? 'certain' : 'likely',
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

function isBound({ hedge }: Figure): boolean {
  return hedge === 'over' || hedge === 'under' || hedge === 'at-least' || hedge === 'at-most'
}

/** Abstract and conclusion tell the figures of the body again. */
function isSummary({ line }: SentenceText): boolean {
  return line.sectionKind === 'abstract' || line.sectionKind === 'conclusion'
}

/** 9,800 billion for $9,812: the digits agree to the places of the rougher figure, the power of ten does not. */
function roughPower(first: Figure, second: Figure, ratio: number): 'power' | undefined {
  const power = Math.round(Math.log10(Math.abs(ratio)))
  if (!Number.isFinite(power) || Math.abs(power) < 3 || first.found.magnitude === second.found.magnitude)
    return undefined
  const [left, right] = [digitsOf(first), digitsOf(second)]
  if (Math.min(left.length, right.length) < 2) return undefined
  return Math.abs(Math.abs(ratio) / 10 ** power - 1) < 0.01 ? 'power' : undefined
}

/** Grants and dates are no figures of the work. */
function isThanks(mine: SentenceText, theirs: SentenceText): boolean {
  return [mine, theirs].some(({ line }) => line.sectionKind === 'acknowledgements')
}

function otherPeriod(
  first: Figure,
  second: Figure,
  alike: number,
  mine: SentenceText,
  theirs: SentenceText,
): Relation | undefined {
  const apart = (mine.line.sectionKind === 'abstract') !== (theirs.line.sectionKind === 'abstract')
  if (!apart || alike < 0.85 || !first.dated || !second.dated || digitsOf(first).length < 3) return undefined
  if (!/^\d{4}$/.test(first.period) || !/^\d{4}$/.test(second.period) || first.value !== second.value) return undefined
  if (first.context.length < 2 || [mine, theirs].some(({ figures, years }) => figures.length > 3 || years.length > 1))
    return undefined
  return relate('same', [first, second], `${first.text} in ${first.period} and in ${second.period}`, false, {
    rule: 'contradiction',
    messageId: 'period',
    data: { value: second.text, here: second.period, there: first.period },
    severity: 'warning',
    confidence: 'likely',
    at: second,
    about: 'year',
    ours: second.period,
    theirs: first.period,
  })
}

function sourceDiffers(first: Figure, second: Figure): Relation {
  return relate('same', [first, second], `${first.text} (${first.source}), ${second.text} (${second.source})`, false, {
    rule: 'source-differs',
    messageId: 'differs',
    data: { here: second.text, there: first.text, period: first.period, ours: second.source, theirs: first.source },
    severity: 'info',
    at: second,
    about: 'sources',
    ours: `${second.text} (${second.source})`,
    theirs: `${first.text} (${first.source})`,
  })
}
