import type { Document } from '../../../model/document.ts'
import type { Draft } from '../../../model/finding.ts'
import type { ReferenceList } from '../../../model/reference.ts'
import type { DocumentRule } from '../../../model/rule.ts'
import { affinityOf } from './affinity.ts'
import { type Beyond, citesBeyond } from './beyond.ts'
import { countItems, entriesOf, isCitedByNumber } from './count.ts'
import { type Vote, votesOf } from './votes.ts'

/** How many citations must name the entry that stands so many places off, and how often they must outnumber the others. */
const LEAST_VOTES = 3
const MAJORITY = 4
const ECHOES = [
  'citations/undefined',
  'citations/wrong-number',
  'citations/author',
  'references/uncited',
  'lists/order',
] as const

/**
 * The semantic test: sentences that name a maker beside a number show that from some number on all are off by the same
 * count. Lists that were counted wrong for a reason that shows (a split entry, a gap) are told of by that reason.
 */
export function* constantOffset(document: Document, list: ReferenceList): ReturnType<DocumentRule['check']> {
  if (!isCitedByNumber(document, list)) return
  const count = countItems(list)
  if (count.torn.some(({ taken }) => taken)) return
  const numbers = count.entries.map(({ printed }) => printed)
  if (numbers.some((number, index) => number !== index + 1)) return
  const votes = votesOf(document, count.byPrinted, affinityOf(document, entriesOf(document, list)))
  const beyond = citesBeyond(document, numbers.length, votes)
  if (beyond !== undefined) {
    yield tooHigh(document, beyond, numbers.length, count.byPrinted)
    return
  }
  for (const by of offsetsOf(votes)) {
    const from = startOf(votes, by)
    if (from === undefined) continue
    const supporters = votes.filter((vote) => vote.by === by && vote.number >= from)
    const [first, ...others] = supporters
    const last = supporters.reduce((most, { number }) => Math.max(most, number), from)
    if (first === undefined) continue
    const touched = document.citations.filter(
      ({ kind, cited }) => kind === 'numeric' && cited.numbers?.every((number) => number >= from) === true,
    )
    yield {
      span: first.citation.span,
      messageId: 'offset',
      data: { number: from, mapping: `[${from}]–[${last}] → ${from + by}–${last + by}` },
      confidence: 'likely',
      subject: `offset ${from} ${by}`,
      note: 'Look whether an entry was added, dropped or joined to another after the text was numbered.',
      related: others.slice(0, 5).map(({ citation, number }) => ({
        span: citation.span,
        message: `here the maker of entry ${number + by} is named`,
      })),
      evidence: supporters.slice(0, 5).map(({ citation, number }) => ({
        about: `the maker named beside ${citation.text}`,
        ours: String(number),
        theirs: String(number + by),
        source: 'the text',
      })),
      explains: [
        ...touched.map(({ id }) => id),
        ...touched.flatMap(({ cited }) =>
          (cited.numbers ?? []).flatMap((number) =>
            [number, number + by].flatMap((one) => count.byPrinted.get(one) ?? []),
          ),
        ),
      ],
      echoes: ECHOES,
    }
    return
  }
}

function tooHigh(
  { citations }: Document,
  { from, uncited, first, last, because }: Beyond,
  end: number,
  byPrinted: ReadonlyMap<number, string>,
): Draft {
  const mapping = from === end + 1 ? `[${from}] → ${end}` : `[${from}]–[${end + 1}] → ${uncited}–${end}`
  return {
    span: first.span,
    messageId: 'offset',
    data: { number: from, mapping },
    confidence: 'likely',
    subject: `offset ${from} -1`,
    note: `Look whether an entry was dropped before entry ${uncited}, or the text was numbered anew from [${from}] on.`,
    related: [{ span: last.span, message: `the list ends with ${end}` }],
    evidence: [
      {
        about: 'the numbers of text and list',
        ours: `[${end + 1}] is cited, [${uncited}] never`,
        theirs: `${end} entries`,
        source: 'the list',
        computation: `${mapping}, by ${because}`,
      },
    ],
    explains: [
      ...citations
        .filter(({ kind, cited }) => kind === 'numeric' && cited.numbers?.some((number) => number >= from) === true)
        .map(({ id }) => id),
      ...[...byPrinted].filter(([number]) => number >= uncited).map(([, id]) => id),
    ],
    echoes: ECHOES,
  }
}

function offsetsOf(votes: readonly Vote[]): readonly number[] {
  const counts = new Map<number, number>()
  for (const { by } of votes) if (by !== 0) counts.set(by, (counts.get(by) ?? 0) + 1)
  return [...counts].sort((left, right) => right[1] - left[1]).map(([by]) => by)
}

/** The first number from which the votes for this offset outnumber all others, or undefined where none does. */
function startOf(votes: readonly Vote[], by: number): number | undefined {
  const starts = [...new Set(votes.filter((vote) => vote.by === by).map(({ number }) => number))].sort((a, b) => a - b)
  for (const from of starts.slice(0, 20)) {
    const beyond = votes.filter(({ number }) => number >= from)
    const supporting = new Set(beyond.filter((vote) => vote.by === by).map(({ number }) => number))
    if (supporting.size < LEAST_VOTES) return undefined
    if (beyond.length - beyond.filter((vote) => vote.by === by).length <= supporting.size / MAJORITY) return from
  }
  return undefined
}
