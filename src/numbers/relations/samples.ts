import type { Relation } from '../../model/quantity.ts'
import type { Span } from '../../model/source.ts'
import { spanOf } from '../../text/passage.ts'
import { type Figure, type SentenceText, spanOfFigure } from '../figures.ts'
import { conceptOf, hanConcepts } from '../lexicon/glossary.ts'
import { skipSpaces, wordEnd } from '../plain.ts'
import { type Slip, slipBetween, slipNote, slipWords } from '../slips.ts'
import { pairOf } from './orphans.ts'

/** Words that tell how many were looked at in all. */
const DRAWN =
  /\b(?:surveyed|interviewed|enrolled|recruited|took part|participated|sample (?:of|comprised|consisted|included)|a total of|were included)\b|опрошен|обследован|анкетирован|приняли участие|участвовал|выборк|сұралды|сауалнама|қатысты|зерттелді|іріктем|调查|受访|纳入|样本|参加/u
/** What a sample is drawn from. */
const DRAWN_FROM = new Set(
  'respondent patient student teacher doctor people worker firm household school child woman man village farm'.split(
    ' ',
  ),
)

/** The size of a sample as it is used: `N = 1,204`, `of 1,204 respondents`. */
interface Use {
  readonly value: number
  readonly text: string
  readonly span: Span
  readonly id: string
  /** a capital N or the noun of the sample: surely the whole of it */
  readonly whole: boolean
  readonly concept: string
}

/**
 * Sample sizes that drift: the number of all who were surveyed against the N and the denominators that are used, where two digits are
 * exchanged or one is another. Subsamples have other sizes, and are left alone: only a slip of the hand tells.
 */
export function* samplesIn(sentences: readonly SentenceText[], reported: ReadonlySet<string>): Iterable<Relation> {
  const samples: Figure[] = []
  const uses: Use[] = []
  const counts = new Map<number, number>()
  for (const sentence of sentences) {
    for (const figure of sentence.figures) {
      if (
        figure.kind !== 'count' ||
        figure.hedge !== undefined ||
        figure.found.words ||
        figure.found.upper !== undefined
      )
        continue
      const use = denominatorOf(figure, sentence) ?? sizeOf(figure)
      if (use !== undefined) {
        uses.push(use)
        continue
      }
      counts.set(figure.value, (counts.get(figure.value) ?? 0) + 1)
      if (figure.value >= 100 && isSample(figure, sentence)) samples.push(figure)
    }
    for (const { statistic, id } of sentence.statistics) {
      const { n, start, end, kind } = statistic
      if (n !== undefined && kind === 'chi2')
        uses.push({
          value: n,
          text: `N = ${n}`,
          span: spanOf(sentence.line.passage, start, end),
          id,
          whole: true,
          concept: '',
        })
    }
  }
  if (samples.length === 0) return
  const used = new Map<number, number>()
  for (const { value } of uses) used.set(value, (used.get(value) ?? 0) + 1)
  const told = new Set<number>()
  for (const use of uses) {
    const same = samples.find(({ value }) => value === use.value)
    if (same !== undefined) {
      yield relation(same, use, undefined)
      continue
    }
    // a size that is told elsewhere is that of another sample
    if (counts.has(use.value) || (used.get(use.value) ?? 0) > 1 || told.has(use.value)) continue
    for (const sample of samples) {
      if (use.concept !== '' && !sample.context.includes(use.concept)) continue
      const slip = slipBetween(String(sample.value), String(use.value), use.value / sample.value)
      const surely = slip === 'transposed' || (slip === 'digit' && use.whole && use.value >= 1000)
      if (!surely || reported.has(pairOf(sample.id, use.id))) continue
      told.add(use.value)
      yield relation(sample, use, slip)
      break
    }
  }
}

function nounOf({ line, end }: Figure): string {
  const { text, lower } = line.plain
  const start = skipSpaces(text, end)
  const last = wordEnd(text, start)
  if (last > start) return conceptOf(lower.slice(start, last)) ?? ''
  return (
    hanConcepts.match(text, start)?.value ??
    hanConcepts.match(text, start + 1)?.value ??
    (text[start] === '户' ? 'household' : '')
  )
}

function isSample(figure: Figure, { line, start, end }: SentenceText): boolean {
  return DRAWN_FROM.has(nounOf(figure)) && DRAWN.test(line.plain.lower.slice(start, end))
}

/** `84 of 420 respondents`, `из 420 опрошенных`. */
function denominatorOf(figure: Figure, { line, start }: SentenceText): Use | undefined {
  // a space stands before it, or its beginning is that of the sentence
  if (line.plain.lower.charCodeAt(figure.start - 1) !== 32) return undefined
  const lead = line.plain.lower.slice(Math.max(start, figure.start - 16), figure.start)
  if (!/(?:^|[ (])(?:out )?(?:of|из) (?:the |all |these )?$/u.test(lead)) return undefined
  const concept = nounOf(figure)
  if (!DRAWN_FROM.has(concept)) return undefined
  return { value: figure.value, text: figure.text, span: spanOfFigure(figure), id: figure.id, whole: true, concept }
}

/** `N = 1,204`. */
function sizeOf(figure: Figure): Use | undefined {
  const { text } = figure.line.plain
  if (!'=: *_$'.includes(text[figure.start - 1] ?? '-')) return undefined
  const lead = /(?<![\p{L}\d])([Nn])[ *_$]{0,3}[=:][ *_$]{0,3}$/u.exec(
    text.slice(Math.max(0, figure.start - 10), figure.start),
  )
  if (lead === null) return undefined
  const use = { value: figure.value, text: `${lead[1]} = ${figure.text}`, id: figure.id, concept: '' }
  return { ...use, span: spanOfFigure(figure), whole: lead[1] === 'N' }
}

function relation(sample: Figure, use: Use, slip: Slip | undefined): Relation {
  const operands = [sample.id, use.id]
  if (slip === undefined) return { kind: 'sample', operands, computation: `${use.text} is ${sample.text}`, holds: true }
  const computation = `${sample.text} ≠ ${use.text}: ${slipWords[slip]}`
  return {
    kind: 'sample',
    operands,
    computation,
    holds: false,
    problem: {
      rule: 'sample-size',
      messageId: 'differs',
      data: { here: use.text, there: sample.text },
      confidence: 'likely',
      span: use.span,
      related: [{ span: spanOfFigure(sample), message: sample.text }],
      about: 'sample size',
      ours: use.text,
      theirs: sample.text,
      note: slipNote(slip),
    },
  }
}
