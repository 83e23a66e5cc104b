import type { Quantity, Relation } from '../model/quantity.ts'
import { spanOf } from '../text/passage.ts'
import { conventionOf } from './digits.ts'
import type { SentenceText } from './figures.ts'
import { type LedgerInput, Numbering, readSentences, sectionIndex } from './read.ts'
import { anchoredIn } from './relations/anchored.ts'
import { boundsIn, intervalsIn } from './relations/bounds.ts'
import { changesIn } from './relations/changes.ts'
import { consensusIn } from './relations/consensus.ts'
import { debitIn } from './relations/debit.ts'
import { denominatorsIn } from './relations/denominators.ts'
import { effectsIn } from './relations/effects.ts'
import { meansIn } from './relations/grim.ts'
import { listsIn } from './relations/lists.ts'
import { orphansIn, pairOf } from './relations/orphans.ts'
import { parallelIn } from './relations/parallel.ts'
import { pricesIn } from './relations/prices.ts'
import { ranksIn } from './relations/ranks.ts'
import { ratesIn } from './relations/rates.ts'
import { repeatsIn } from './relations/repeats.ts'
import { sameIn } from './relations/same.ts'
import { samplesIn } from './relations/samples.ts'
import { seriesIn } from './relations/series.ts'
import { sharesIn } from './relations/shares.ts'
import { sumsIn } from './relations/sums.ts'
import { testsIn, zerosIn } from './relations/tests.ts'
import { totalsIn } from './relations/totals.ts'
import { twinsIn } from './relations/twins.ts'
import type { Skip } from './scan.ts'
import { quantityOf } from './slots.ts'
import { quantitiesOf, readTables } from './tables.ts'

export interface Ledger {
  readonly quantities: readonly Quantity[]
  readonly relations: readonly Relation[]
}

/** What a sentence itself implies. */
const CLOSED: readonly ((sentence: SentenceText, before?: SentenceText) => Iterable<Relation>)[] = [
  changesIn,
  sharesIn,
  sumsIn,
  listsIn,
  seriesIn,
  ratesIn,
  boundsIn,
  testsIn,
  effectsIn,
  denominatorsIn,
  zerosIn,
]

/** What a sentence of years alone may imply. */
const OF_YEARS = [boundsIn, zerosIn]

/**
 * Every quantity of a document with its slots, and the arithmetic relations that the text implies, those that hold and those that
 * do not. Pure; linear in the length of the document but for comparisons, which are capped per word.
 */
export function readLedger(input: LedgerInput): Ledger {
  const path = input.blocks[0]?.span.path ?? ''
  const numbering = new Numbering(path)
  const convention = conventionOf(textsOf(input), input.language)
  const sentences = readSentences(input, convention, numbering)
  const tables = readTables(input.blocks, input.skipped, convention, numbering)
  const quantities: Quantity[] = []
  const relations: Relation[] = []
  const lines = new Set<SentenceText['line']>()
  for (const [at, sentence] of sentences.entries()) {
    const before = sentences[at - 1]?.line === sentence.line ? sentences[at - 1] : undefined
    for (const figure of sentence.figures) quantities.push(quantityOf(figure, sentence))
    pushStatistics(sentence, quantities)
    const checks = sentence.figures.length + sentence.statistics.length > 0 ? CLOSED : OF_YEARS
    for (const check of checks) for (const relation of check(sentence, before)) relations.push(relation)
    if (sentence.line.plain.text.slice(sentence.start, sentence.end).includes('=')) {
      relations.push(...meansIn(sentence.line, sentence.start, sentence.end))
      relations.push(...debitIn(sentence.line, sentence.start, sentence.end))
    }
    for (const relation of ranksIn(sentence, (value, start, end) => {
      const rank = rankOf(sentence, numbering.next(), value, start, end)
      quantities.push(rank)
      return rank
    }))
      relations.push(relation)
    if (!lines.has(sentence.line)) {
      lines.add(sentence.line)
      relations.push(...intervalsIn(sentence.line))
    }
  }
  const sections = sectionIndex(input.sections, input.blocks.length)
  const sectionOf = (block: number): number => sections[block] ?? -1
  for (const table of tables) {
    quantities.push(...quantitiesOf(table, sectionOf))
    relations.push(...totalsIn(table))
  }
  const same = [...parallelIn(sentences), ...sameIn(sentences)]
  const reported = new Set(
    same.flatMap(({ problem, operands }) => (problem === undefined ? [] : [pairOf(...operands)])),
  )
  const orphans = [...orphansIn(sentences, tables, reported)]
  for (const { problem, operands } of orphans) if (problem !== undefined) reported.add(pairOf(...operands))
  const anchored = [...anchoredIn(sentences, reported)]
  for (const { operands } of anchored) reported.add(pairOf(...operands))
  const twins = [...twinsIn(sentences, reported)]
  for (const { operands } of twins) reported.add(pairOf(...operands))
  relations.push(
    ...pricesIn(sentences),
    ...repeatsIn(sentences),
    ...same,
    ...orphans,
    ...anchored,
    ...twins,
    ...consensusIn(sentences, reported),
    ...samplesIn(sentences, reported),
  )
  quantities.sort((left, right) => left.span.start - right.span.start)
  return { quantities, relations }
}

function* textsOf({ blocks, skipped }: LedgerInput): Iterable<string> {
  for (const [index, { kind, passage }] of blocks.entries()) {
    if (kind !== 'code' && kind !== 'math' && kind !== 'comment' && !skipped(index)) yield passage.text
  }
}

function pushStatistics(sentence: SentenceText, into: Quantity[]): void {
  for (const { statistic, id, pId } of sentence.statistics) {
    const { value, p, pStart, pEnd, start, kind, pComparison } = statistic
    const end = Math.min(statistic.end, Math.max(pStart, start + 1))
    const half = 0.5 * 10 ** -value.decimals
    const range = { value: value.value, low: value.value - half, high: value.value + half }
    into.push(listed(sentence, id, 'statistic', kind, range, [start, statistic.end], [start, end]))
    const chance = p?.value ?? 0.05
    const slack = p === undefined ? 0 : 0.5 * 10 ** -p.decimals
    const low = pComparison === '<' ? 0 : chance - slack
    const high = pComparison === '>' || pComparison === 'ns' ? 1 : chance + slack
    into.push(listed(sentence, pId, 'probability', 'p', { value: chance, low, high }, [pStart, pEnd], [pStart, pEnd]))
  }
}

/** A number of a test as the report lists it: what is printed, and where it stands. */
function listed(
  { line, index }: SentenceText,
  id: string,
  kind: Quantity['kind'],
  unit: string,
  { value, low, high }: Pick<Quantity, 'value' | 'low' | 'high'>,
  printed: Skip,
  place: Skip,
): Quantity {
  return {
    measure: unit,
    entity: '',
    period: '',
    source: '',
    block: line.block,
    section: line.section,
    sentence: index,
    id,
    text: line.passage.text.slice(printed[0], printed[1]),
    kind,
    value,
    low,
    high,
    unit,
    span: spanOf(line.passage, place[0], place[1]),
  }
}

function rankOf({ line, index }: SentenceText, id: string, value: number, start: number, end: number): Quantity {
  return {
    id,
    text: line.passage.text.slice(start, end),
    kind: 'rank',
    value,
    low: value,
    high: value,
    unit: '',
    measure: 'rank',
    entity: '',
    period: '',
    source: '',
    span: spanOf(line.passage, start, end),
    block: line.block,
    section: line.section,
    sentence: index,
  }
}
