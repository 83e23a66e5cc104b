import type { Figure, SentenceText } from '../figures.ts'
import { directionIn } from '../lexicon/directions.ts'

/** Two figures of which the text says that one became the other, with what it says of the change. */
export interface Change {
  readonly from: Figure
  readonly to: Figure
  readonly verb: 'up' | 'down' | undefined
  /** the percentage, points or ratio that stands beside them */
  readonly by?: Figure
  /** told as two dated figures, not as from and to */
  readonly dated: boolean
}

/**
 * The change that begins with the figure at `index`: `from A to B`, `с A до B`, `A-дан B-ге`, `由A增至B`, `to B from A`, or two
 * dated figures with a percentage behind them (`4000 in 2010, 5000 in 2014, that is, by 20 %`), the first one of which may
 * stand in the sentence before.
 */
export function changeAt(sentence: SentenceText, index: number, previous?: SentenceText): Change | undefined {
  const { figures } = sentence
  const first = figures[index] as Figure
  const second = figures[index + 1]
  if (second !== undefined && comparable(first, second)) {
    const frame = fromTo(sentence, first, second)
    if (frame !== undefined) {
      const by = beside(figures, index, sentence)
      return { ...frame, dated: false, ...(by === undefined ? {} : { by }) }
    }
  }
  return datedPair(sentence, index, previous)
}

function comparable(first: Figure, second: Figure): boolean {
  return (
    first.unit === second.unit &&
    first.kind === second.kind &&
    first.found.upper === undefined &&
    second.found.upper === undefined &&
    first.kind !== 'points' &&
    first.kind !== 'ratio' &&
    first.kind !== 'rank'
  )
}

/** A place or a year may stand behind each figure. */
const FORWARD: readonly (readonly [before: RegExp, gap: RegExp])[] = [
  [/\bfrom (?:\p{L}+ ){0,2}$/u, /^[^.;,]{0,50}\bto (?:\p{L}+ ){0,2}$/u],
  [/(?:^|[ (])(?:с|со|от) (?:\p{L}+ )?$/u, /^[^;:]{0,50}(?:^|[ ,])(?:до|к) (?:\p{L}+ )?$/u],
  [/(?:)/u, /^-?[днт][еа]н [^.;,]{0,36}$/u],
  [/(?:)/u, /^ \p{L}{2,20}[днт][еа]н [^.;,]{0,36}$/u],
  [/[由从][\u4e00-\u9fff]{0,4}$/u, /^[^，。；]{0,8}[至到]约?$/u],
]

function fromTo(
  { line, start, end }: SentenceText,
  first: Figure,
  second: Figure,
): Pick<Change, 'from' | 'to' | 'verb'> | undefined {
  const { lower } = line.plain
  const gap = lower.slice(first.end, second.start)
  if (gap.length > 60) return undefined
  const before = lower.slice(Math.max(start, first.start - 18), first.start)
  const forward = FORWARD.some(
    ([lead, between], index) =>
      lead.test(before) && between.test(gap) && (index < 2 || index > 3 || line.language === 'kk'),
  )
  const backward = /\bto $/.test(before) && /^,? (?:down |up )?from $/.test(gap)
  if (!forward && !backward) return undefined
  const [from, to] = forward ? [first, second] : [second, first]
  const verb =
    directionIn(lower, Math.max(start, first.start - 70), second.start) ??
    directionIn(lower, second.end, Math.min(end, second.end + 40))
  return { from, to, verb }
}

/** What leads from the figures of a change to the percentage: a year or a noun may stand before it. */
const LEADS =
  /^(?: in (?:the \p{L}+ (?:of )?)?\d{4}| in the last| \d{4}| в \d{4} (?:году|г\.)| теңге| \p{L}{1,14}){0,3}\.?[,，(]? ?\(?(?:or|that is,?(?: by)?|i\.e\.,?(?: by)?|by|an? (?:increase|decrease|rise|fall|drop|growth|gain|loss|decline) of|то есть(?: на)?|или(?: на)?|на|рост на|рост|снижение на|увеличение на|т\. ?е\. ?(?:на)?|яғни|增长|增长了|增幅为|增幅达|涨幅为|涨幅达|降幅为|降幅达|下降|下降了|上升|上升了|减少|减少了|增加|增加了)? ?$/u

/** The percentage, points or ratio that stands right before or right behind the two figures. */
function beside(figures: readonly Figure[], index: number, { line, start }: SentenceText): Figure | undefined {
  const { lower } = line.plain
  const before = figures[index - 1]
  const first = figures[index] as Figure
  const second = figures[index + 1] as Figure
  if (before !== undefined && isAmount(before)) {
    const gap = lower.slice(before.end, first.start)
    const lead = lower.slice(Math.max(start, before.start - 24), before.start)
    const bare =
      /^(?: rise| fall| growth| increase| decrease| drop| decline)?[,:]? ?\(?(?:from|to|с|со|от|由|从)? ?$/.test(gap)
    const noun = /^ (?:rise|fall|growth|increase|decrease|drop|decline)/.test(gap)
    if (bare && (SAYS_BY.test(lead) || before.kind !== 'percent' || noun)) return before
  }
  const after = figures[index + 2]
  return after !== undefined && isAmount(after) && LEADS.test(lower.slice(second.end, after.start)) ? after : undefined
}

const SAYS_BY =
  /(?:by|of|an?|на|rose|fell|grew|declined|increased|decreased|dropped|rising|falling|выросли?|вырос|增长|下降|增加|减少|上升)(?: \p{L}+)? ?(?:about |примерно |почти |约)?$/u

function isAmount({ kind, found }: Figure): boolean {
  return found.upper === undefined && (kind === 'ratio' || kind === 'points' || kind === 'percent')
}

/** Words that make a percentage behind two dated figures their change. */
const CHANGE_OF =
  /(?:an? (?:increase|decrease|rise|fall|drop|growth|decline) of|то есть на|яғни|(?:增|涨|降)幅[为达])(?: \p{L}+)? ?$/u

function datedPair({ figures, line, start }: SentenceText, index: number, previous?: SentenceText): Change | undefined {
  const by = figures[index]
  if (by === undefined || by.kind !== 'percent' || by.found.upper !== undefined) return undefined
  const { lower } = line.plain
  const to = figures[index - 1]
  if (to === undefined || !CHANGE_OF.test(lower.slice(Math.max(start, by.start - 30), by.start))) return undefined
  const other = figures[index - 2] ?? (index === 1 ? previous?.figures.at(-1) : undefined)
  if (other === undefined || !comparable(other, to) || other.kind === 'percent' || other.line !== line) return undefined
  if (!other.dated || !to.dated || other.period === to.period || by.start - to.end > 50 || to.start - other.end > 90)
    return undefined
  if (other.sentence === to.sentence && fromTo({ figures, line, start } as SentenceText, other, to) !== undefined)
    return undefined
  const words = lower.slice(to.end, by.end + 20)
  return { from: other, to, verb: directionIn(words, 0, words.length), by, dated: true }
}
