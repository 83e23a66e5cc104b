import type { Relation } from '../../model/quantity.ts'
import type { Figure, SentenceText } from '../figures.ts'
import { digitsReplaced, transpositionsOf } from '../slips.ts'
import { growthOfParts } from './growth.ts'
import { hundredIn, MOST_PARTS } from './hundred.ts'
import { brief, overlap, relate, sumOf } from './relation.ts'

/** Words that lead from a whole to its parts; those of `complete` say that nothing is left out. */
const PARTS =
  /\b(?:of which|of whom|of these|including|incl(?=\.)|comprising|consisting of|composed of|namely|made up of)\b|в том числе|из них|из которых|включая|в составе|оның ішінде|其中|包括/u
/** Parts and wholes of one sentence, shares that make 100, and growth of parts against growth of their whole. */
export function* sumsIn(sentence: SentenceText): Iterable<Relation> {
  if (sentence.figures.length < 2) return
  // a whole and its two parts
  if (sentence.figures.length > 2) {
    yield* partition(sentence)
    yield* bracketed(sentence)
  }
  yield* hundredIn(sentence)
}

function isPart(figure: Figure, whole: Figure): boolean {
  if (figure.found.upper !== undefined || figure.hedge !== undefined) return false
  return figure.unit === whole.unit && (figure.kind === whole.kind || figure.unit !== '')
}

/** Two parts that leave nothing out of trade or of people. */
const EXHAUSTIVE: readonly (readonly [RegExp, RegExp])[] = [
  [/export|экспорт|出口/u, /import|импорт|进口/u],
  [/\b(?:women|females?)\b|женщин|әйел|女/u, /\b(?:men|males?)\b|мужчин|ерлер|男/u],
  [/\burban\b|городск/u, /\brural\b|сельск/u],
]

/** A list behind a colon that makes less of its whole than this tells something else. */
const LEAST_TOLD = 0.4

function* partition(sentence: SentenceText): Iterable<Relation> {
  const { figures, line, start, end } = sentence
  const { lower } = line.plain
  const words = PARTS.exec(lower.slice(start, end))
  const colon = words === null ? colonAfterFigure(sentence) : undefined
  const at = words === null ? colon : start + words.index
  if (at === undefined) return
  const whole = wholeBefore(figures, at)
  if (whole === undefined || whole.found.upper !== undefined || whole.kind === 'rank' || at - whole.end > 120) return
  const parts = figures.filter((figure) => figure.start >= at && isPart(figure, whole)).slice(0, MOST_PARTS)
  const last = parts.at(-1)
  if (parts.length < 2 || last === undefined) return
  const low = sumOf(parts.map((part) => part.low))
  const high = sumOf(parts.map((part) => part.high))
  const computation = `${parts.map((part) => part.text).join(' + ')} = ${brief(sumOf(parts.map((part) => part.value)))}`
  if (overlap(low, high, whole.low, whole.high)) {
    yield relate('sum', [whole, ...parts], computation, true)
    yield* growthOfParts(sentence, whole, parts)
    return
  }
  const about = { about: 'sum', ours: whole.text, theirs: computation, at: whole } as const
  const data = {
    whole: whole.text,
    parts: parts.map((part) => part.text).join(', '),
    sum: brief(sumOf(parts.map((part) => part.value))),
  }
  const sum = sumOf(parts.map((part) => part.value))
  const bare = parts.every((part) => lower[part.start - 1] !== '=' && lower[part.start - 2] !== '=')
  if (words === null && whole.hedge === undefined && bare && tightList(lower, at, parts, end)) {
    const near = sum > 0.9 * whole.value && sum < 1.6 * whole.value && parts.every((part) => part.value < whole.value)
    // a list that leaves much out may not be complete, unless a slip of the hand explains it
    if (near || isMended(whole, parts, sum)) {
      yield relate('sum', [whole, ...parts], computation, false, { rule: 'sum', messageId: 'wrong', data, ...about })
      return
    }
    const less = sum < whole.value && sum > LEAST_TOLD * whole.value
    if (less)
      yield relate('sum', [whole, ...parts], computation, false, {
        rule: 'sum',
        messageId: 'rest',
        data,
        severity: 'warning',
        confidence: 'likely',
        ...about,
      })
    if (sum < LEAST_TOLD * whole.value) return
    if (!less && !parts.some((part) => part.value > 20 * whole.value)) {
      yield relate('sum', [whole, ...parts], computation, false, {
        rule: 'sum',
        messageId: 'wrong',
        data,
        confidence: 'likely',
        ...about,
      })
    }
    return
  }
  const complete =
    words !== null &&
    parts.length === 2 &&
    EXHAUSTIVE.some(([one, two]) => one.test(lower.slice(at, end)) && two.test(lower.slice(at, end)))
  const exceeding =
    whole.found.words || whole.value < 20 ? undefined : parts.find((part) => !part.found.words && part.low > whole.high)
  if (
    words !== null &&
    whole.hedge === undefined &&
    (complete || (exceeding !== undefined && exceeding.start - at < 60))
  ) {
    yield relate('sum', [whole, ...parts], computation, false, {
      rule: 'sum',
      messageId: complete ? 'wrong' : 'part',
      data: { ...data, part: exceeding?.text ?? '' },
      ...about,
    })
    return
  }
  // disjoint parts of a whole cannot be more than it
  const disjoint = words !== null && /which|whom|these|из них|из которых|其中|оның ішінде/.test(words[0])
  const over = sum > whole.high && sum <= 1.3 * whole.value && parts.every((part) => part.value < whole.value)
  if (
    whole.hedge === undefined &&
    ((disjoint && over && tightList(lower, at, parts, end)) ||
      (disjoint && parts.length > 2 && isMended(whole, parts, sum)))
  ) {
    yield relate('sum', [whole, ...parts], computation, false, {
      rule: 'sum',
      messageId: 'wrong',
      data,
      confidence: 'likely',
      ...about,
    })
    return
  }
  const missing = (whole.low - high) / whole.value
  if (
    words !== null &&
    /which|whom|из них|из которых/.test(words[0]) &&
    missing > 0 &&
    missing < 0.06 &&
    tightList(lower, at + words[0].length, parts, end)
  ) {
    yield relate('sum', [whole, ...parts], computation, false, {
      rule: 'sum',
      messageId: 'rest',
      data,
      severity: 'info',
      confidence: 'likely',
      ...about,
    })
  }
}

/** The last figure before the parts; a word that only counts the parts (`three groups:`) is none. */
function wholeBefore(figures: readonly Figure[], at: number): Figure | undefined {
  const before = figures.filter(
    (figure) => figure.end <= at && figure.kind !== 'percent' && figure.kind !== 'ratio' && figure.kind !== 'share',
  )
  const last = before.at(-1)
  const parts = figures.filter((figure) => figure.start >= at && figure.kind === 'count').length
  const counts = last?.found.words === true && last.kind === 'count' && last.value === parts
  return counts && before.length > 1 ? before.at(-2) : last
}

/** Whether an exchange of two digits or another power of ten in one figure makes the parts add up. */
export function isMended(whole: Figure, parts: readonly Figure[], sum: number): boolean {
  const slack = (whole.high - whole.low) / 2 + sumOf(parts.map((part) => (part.high - part.low) / 2)) + 1e-9
  const others = (figure: Figure): readonly number[] => [
    ...[...transpositionsOf(figure.found.digits), ...digitsReplaced(figure.found.digits)].map(
      (value) => (figure.value / Math.max(1e-12, figure.found.printed)) * value,
    ),
    ...[1e-3, 0.01, 0.1, 10, 100, 1e3].map((power) => figure.value * power),
  ]
  if (others(whole).some((value) => Math.abs(value - sum) <= slack)) return true
  return parts.some((part) => others(part).some((value) => Math.abs(sum - part.value + value - whole.value) <= slack))
}

/** A colon between a whole and the first of its parts. */
function colonAfterFigure({ figures, line }: SentenceText): number | undefined {
  for (let index = 0; index + 2 < figures.length; index++) {
    const whole = figures[index] as Figure
    const next = figures[index + 1] as Figure
    const gap = line.plain.lower.slice(whole.end, next.start)
    if (gap.length > 100) continue
    const colon = gap.search(/[:：]/)
    // 2,500 firms: 1,300 private and …
    if (colon !== -1 && gap.length - colon < 30 && colon < 70 && !/[,;，]/.test(gap.slice(0, colon)))
      return whole.end + colon
  }
  return undefined
}

/** Parts that follow each other with a few words between, to the end of the list or sentence. */
function tightList(lower: string, at: number, parts: readonly Figure[], end: number): boolean {
  let before = at
  for (const part of parts) {
    if (part.start - before > 48) return false
    before = part.end
  }
  const rest = lower.slice(before, Math.min(end, before + 160))
  return (
    !/\d/.test(rest) &&
    !/\b(?:respectively|each|per|among others|etc|for example|e\.g)\b|и др|например|в частности|等/.test(
      lower.slice(at, end),
    )
  )
}

/** `19.8 billion dollars (exports 8.6 billion, imports 10.3 billion)`: the bracket behind a whole holds its parts. */
function* bracketed(sentence: SentenceText): Iterable<Relation> {
  const { figures, line, end } = sentence
  const { lower } = line.plain
  for (let index = 0; index + 2 < figures.length; index++) {
    const whole = figures[index] as Figure
    if (whole.found.upper !== undefined || whole.unit === '%' || whole.kind === 'ratio' || whole.hedge !== undefined)
      continue
    const behind = lower.slice(whole.end, Math.min(end, whole.end + 40))
    if (!behind.includes('(') && !behind.includes('（')) continue
    const open = /^(?: [\p{L}.]+){0,3} ?[(（]/u.exec(behind)
    if (open === null) continue
    const from = whole.end + open[0].length
    const close = lower.slice(from, Math.min(end, from + 240)).search(/[)）]/)
    if (close === -1) continue
    const inside = lower.slice(from, from + close)
    const parts = figures.slice(index + 1).filter((figure) => figure.end <= from + close)
    if (parts.length < 2 || parts.length > MOST_PARTS || !parts.every((part) => isPart(part, whole))) continue
    const total = sumOf(parts.map((part) => part.value))
    const low = sumOf(parts.map((part) => part.low))
    const high = sumOf(parts.map((part) => part.high))
    const computation = `${parts.map((part) => part.text).join(' + ')} = ${brief(total)}`
    if (overlap(low, high, whole.low, whole.high)) {
      yield relate('sum', [whole, ...parts], computation, true)
      continue
    }
    const complete = parts.length === 2 && EXHAUSTIVE.some(([one, two]) => one.test(inside) && two.test(inside))
    const several = parts.length > 2 || parts.some((part) => part.unit !== '' || part.value >= 100)
    if (/(?:19|20)\d{2}|=|\bvs\b/.test(inside) || !(complete || (several && isMended(whole, parts, total)))) continue
    yield relate('sum', [whole, ...parts], computation, false, {
      rule: 'sum',
      messageId: 'wrong',
      data: { whole: whole.text, parts: parts.map((part) => part.text).join(', '), sum: brief(total) },
      confidence: complete ? 'certain' : 'likely',
      at: whole,
      about: 'sum',
      ours: whole.text,
      theirs: computation,
    })
  }
}
