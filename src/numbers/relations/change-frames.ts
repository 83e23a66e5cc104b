import type { Figure, SentenceText } from '../figures.ts'
import { CHANGE_OF, COMPARED, LEADS, SAYS_BY } from '../lexicon/change-words.ts'
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
  return compared(sentence, index) ?? comparedBefore(sentence, index) ?? datedPair(sentence, index, previous)
}

/** 2021年为683万吨，比2014年的546万吨增长25%: the earlier figure stands before its percentage. */
function comparedBefore({ figures, line }: SentenceText, index: number): Change | undefined {
  const [to, from, by] = figures.slice(index, index + 3)
  if (line.language !== 'zh' || to === undefined || from === undefined || by === undefined) return undefined
  if (!isAmount(by) || !comparable(to, from) || (by.kind === 'points') !== (to.kind === 'percent')) return undefined
  const { text } = line.plain
  if (!/^[^。；]{0,12}[比较](?:上年|去年|\d{4}年)?的?$/u.test(text.slice(to.end, from.start))) return undefined
  const words = text.slice(from.end, by.start)
  const verb = /^[^，。；]{0,4}(?:增长|增加|提高|上升|扩大|减少|下降|降低|缩小)了?约?$/u.test(words)
    ? directionIn(words, 0, words.length)
    : undefined
  return verb === undefined ? undefined : { from, to, verb, by, dated: true }
}

/** `214 nurses in 2019, up 7 % from 200 in 2016`; `6,83 млн т, что на 25 % больше, чем в 2014 г. (5,46 млн т)`. */
function compared({ figures, line, start }: SentenceText, index: number): Change | undefined {
  const [to, by, from] = figures.slice(index, index + 3)
  if (to === undefined || by === undefined || from === undefined || !isAmount(by) || !comparable(to, from))
    return undefined
  const { lower } = line.plain
  const lead = lower.slice(Math.max(start, to.end, by.start - 40), by.start)
  const link = lower.slice(by.end, from.start)
  if (by.start - to.end > 60 || link.length > 50 || (by.kind === 'points') !== (to.kind === 'percent')) return undefined
  const verb = COMPARED.find(([before, between]) => before.test(lead) && between.test(link))?.[2]
  return verb === undefined ? undefined : { from, to, verb, by, dated: true }
}

function comparable(first: Figure, second: Figure): boolean {
  return (
    (first.unit === second.unit || (first.kind === 'money' && second.unit.startsWith(`${first.unit}/`))) &&
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

/** 5,2 млрд доллардан 4,8 млрд долларға: the unit itself carries the case. */
function casesOf(first: Figure, second: Figure, end: number): boolean {
  if (first.line.language !== 'kk') return false
  const { lower } = first.line.plain
  return (
    /[днт][еа]н$/.test(lower.slice(first.start, first.end)) &&
    /^ (?:\p{L}+ )?$/u.test(lower.slice(first.end, second.start)) &&
    /(?:[ғгқк][ае]|н[ае])(?: дейін|$)/u.test(
      lower.slice(second.start, Math.min(end, second.end + 12)).replace(/[^\p{L}]*$/u, ''),
    )
  )
}

/** `went up from`. */
function wentOf(before: string): 'up' | 'down' | undefined {
  const way = /\b(?:went|gone|goes|moved|came) (up|down) from $/.exec(before)?.[1]
  return way === 'up' || way === 'down' ? way : undefined
}

function fromTo(
  { line, start, end }: SentenceText,
  first: Figure,
  second: Figure,
): Pick<Change, 'from' | 'to' | 'verb'> | undefined {
  const { lower } = line.plain
  const gap = lower.slice(first.end, second.start)
  if (gap.length > 60) return undefined
  const before = lower.slice(Math.max(start, first.start - 18), first.start)
  const forward =
    FORWARD.some(
      ([lead, between], index) =>
        lead.test(before) && between.test(gap) && (index < 2 || index > 3 || line.language === 'kk'),
    ) || casesOf(first, second, end)
  const backward = /\bto $/.test(before) && /^,? (?:down |up )?from $/.test(gap)
  if (!forward && !backward) return undefined
  const [from, to] = forward ? [first, second] : [second, first]
  const verb =
    directionIn(lower, Math.max(start, first.start - 70), second.start) ??
    wentOf(before) ??
    directionIn(lower, second.end, Math.min(end, second.end + (line.language === 'kk' ? 60 : 40)))
  return { from, to, verb }
}

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
    // 3 есе өсті: 20 млн доллардан …
    const told = /^(?:-?\p{L}{0,4}) ?\p{L}+: ?$/u.test(gap) && directionIn(gap, 0, gap.length) !== undefined
    if (told || (bare && (SAYS_BY.test(lead) || before.kind !== 'percent' || noun))) return before
  }
  const after = figures[index + 2]
  return after !== undefined && isAmount(after) && LEADS.test(lower.slice(second.end, after.start)) ? after : undefined
}

function isAmount({ kind, found }: Figure): boolean {
  return found.upper === undefined && (kind === 'ratio' || kind === 'points' || kind === 'percent')
}

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
