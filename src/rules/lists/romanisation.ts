import type { Document } from '../../model/document.ts'
import type { Draft } from '../../model/finding.ts'
import type { Reference } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { fold } from '../../text/fold.ts'
import { spanOf } from '../../text/passage.ts'
import { alignPair } from './parallel/differences.ts'
import { headNames } from './parallel/makers.ts'
import { type Pair, type ParallelLists, parallelLists } from './parallel/pairs.ts'
import { isSlipOf, romanise, spelledAs } from './parallel/spelling.ts'
import type { Token } from './parallel/tokens.ts'

/** Letters whose Latin form tells the scheme; others vary within one scheme (е, й, ь) */
const TELLING: ReadonlySet<string> = new Set([...'жхцчшщюяэ'])
/** A scheme is the list's own where it writes a letter so this many times as often as otherwise. */
const MAJORITY = 4

export const romanisation: DocumentRule = {
  id: 'lists/romanisation',
  summary: 'A romanised list spells its originals, by one scheme.',
  why: 'A romanised title that does not spell the original cannot be searched for, and two schemes make two works of one.',
  cannotSee: 'Translations, abbreviations, and lists whose originals the manuscript does not give.',
  severity: 'warning',
  messages: {
    misspelt: '“{ours}” does not spell “{theirs}” in any romanisation',
    mixed: 'The list mixes schemes of romanisation: {letters}',
  },

  *check(document) {
    for (const lists of parallelLists(document)) {
      const words = lists.pairs.flatMap((pair) => [...wordsOf(pair)])
      for (const word of words) {
        if (word.kind === 'near') yield misspelt(word, lists)
      }
      yield* mixed(document, words, lists)
    }
  },

  examples: [
    {
      title: 'one scheme throughout',
      manuscript:
        'Машины читают (Ветров, 2004), доказывают (Щукина, 2006).\n\n## Литература\n\n- Ветров А. А. Читаемые машины // Вестник примеров. 2004. Т. 2, № 2. С. 5–9.\n- Щукина Б. Б. Хлеб и доказательства // Вестник примеров. 2006. Т. 4, № 4. С. 15–19.\n\n## References\n\n- Vetrov A. A. Chitaemye mashiny. Vestnik primerov. 2004. Vol. 2, No. 2. P. 5–9.\n- Shchukina B. B. Khleb i dokazatelʹstva. Vestnik primerov. 2006. Vol. 4, No. 4. P. 15–19.\n',
    },
    {
      title: 'лишняя буква',
      manuscript:
        'Машины читают (Ветров, 2004), доказывают (Лугова, 2006).\n\n## Литература\n\n- Ветров А. А. Разговор между машинами // Вестник примеров. 2004. Т. 2, № 2. С. 5–9.\n- Лугова Б. Б. Доказательства // Вестник примеров. 2006. Т. 4, № 4. С. 15–19.\n\n## References\n\n- Vetrov A. A. Razgovor ⟦mezhdru⟧ mashinami. Vestnik primerov. 2004. Vol. 2, No. 2. P. 5–9.\n- Lugova B. B. Dokazatelʹstva. Vestnik primerov. 2006. Vol. 4, No. 4. P. 15–19.\n',
      says: ['“mezhdru” does not spell “между” in any romanisation'],
    },
    {
      title: 'две системы в одном списке',
      manuscript:
        'Машины читают (Ветров, 2004), доказывают (Лугова, 2006).\n\n## Литература\n\n- Ветров А. А. Характер хороших машин, их ход и запах // Вестник примеров. 2004. Т. 2, № 2. С. 5–9.\n- Лугова Б. Б. Ход доказательства // Вестник примеров. 2006. Т. 4, № 4. С. 15–19.\n\n## References\n\n- Vetrov A. A. Kharakter khoroshikh mashin, ikh ⟦hod⟧ i zapakh. Vestnik primerov. 2004. Vol. 2, No. 2. P. 5–9.\n- Lugova B. B. Khod dokazatelʹstva. Vestnik primerov. 2006. Vol. 4, No. 4. P. 15–19.\n',
      says: ['The list mixes schemes of romanisation: х is kh 6 times and h 1 time'],
      severity: 'info',
    },
    {
      title: 'a translated title',
      manuscript:
        'Машины читают (Ветров, 2004), доказывают (Лугова, 2006).\n\n## Литература\n\n- Ветров А. А. Разговор между машинами // Вестник примеров. 2004. Т. 2, № 2. С. 5–9.\n- Лугова Б. Б. Доказательства // Вестник примеров. 2006. Т. 4, № 4. С. 15–19.\n\n## References\n\n- Vetrov A. A. Talks of machines. Vestnik primerov. 2004. Vol. 2, No. 2. P. 5–9.\n- Lugova B. B. Proofs. Vestnik primerov. 2006. Vol. 4, No. 4. P. 15–19.\n',
    },
  ],
}

interface Word {
  readonly kind: 'same' | 'near'
  readonly cyrillic: string
  readonly latin: Token
  readonly pair: Pair
  /** the entry that holds the Latin word, and the one that holds the original */
  readonly romanised: Reference
  readonly original: Reference
  readonly source: Token
}

/** Words of a pair that stand for each other in two scripts; near where they do so by their place only. */
function* wordsOf(pair: Pair): Iterable<Word> {
  const { left, right, partners, gaps } = alignPair(pair)
  const make = (kind: Word['kind'], one: Token, other: Token): Word | undefined => {
    if (one.script === 'cyrillic' && other.script === 'latin')
      return {
        kind,
        cyrillic: one.text,
        latin: other,
        source: one,
        pair,
        romanised: pair.repeated,
        original: pair.original,
      }
    if (one.script === 'latin' && other.script === 'cyrillic')
      return {
        kind,
        cyrillic: other.text,
        latin: one,
        source: other,
        pair,
        romanised: pair.original,
        original: pair.repeated,
      }
    return undefined
  }
  for (const [index, partner] of partners.entries()) {
    const word = partner < 0 ? undefined : make('same', left[index] as Token, right[partner] as Token)
    if (word !== undefined) yield word
  }
  // beside a word that is romanised the next one is, too: elsewhere it may be a cognate in a translation
  const amongRomanised = (index: number): boolean =>
    [index - 1, index + 1].some((near) => {
      const one = left[near]
      const other = right[partners[near] ?? -1]
      return one !== undefined && other !== undefined && one.script !== other.script && one.text.length > 3
    })
  for (const gap of gaps) {
    // a translation may follow the word, or the name of a place stand before it
    for (const [one, other] of [
      [gap.left[0], gap.right[0]],
      [gap.left.at(-1), gap.right.at(-1)],
    ] as const) {
      if (one === undefined || other === undefined) continue
      const word = make('near', one, other)
      if (word === undefined || !amongRomanised(left.indexOf(one)) || !isNear(word)) continue
      yield word
      break
    }
  }
}

/** Names at the head are compared by lists/counterpart-differs. */
function isNear({ cyrillic, latin, romanised }: Word): boolean {
  if (cyrillic.length < 4 || latin.text.length < 4) return false
  const head = headNames(romanised.passage.text).at(-1)?.end ?? 0
  if (latin.start < head) return false
  return isSlipOf(cyrillic, latin.text)
}

function misspelt({ latin, cyrillic, romanised, original, source }: Word, { original: first }: ParallelLists): Draft {
  return {
    span: spanOf(romanised.passage, latin.start, latin.end),
    messageId: 'misspelt',
    data: { ours: latin.text, theirs: cyrillic },
    confidence: 'likely',
    subject: `${fold(latin.text)} ${fold(cyrillic)}`,
    note: `The common schemes write ${romanise(cyrillic)}.`,
    related: [{ span: spanOf(original.passage, source.start, source.end), message: 'the original' }],
    evidence: [
      {
        about: 'the word',
        ours: latin.text,
        theirs: cyrillic,
        source: first.heading ?? 'the other list',
        computation: `${cyrillic} → ${romanise(cyrillic)}`,
      },
    ],
    concerns: [romanised.id],
  }
}

/** One note for a list, at the first word of the minority. */
function* mixed({ lists }: Document, words: readonly Word[], { repeated }: ParallelLists): Iterable<Draft> {
  const uses = new Map<string, Map<string, Word[]>>()
  for (const word of words) {
    // a surname is spelled as its bearer does
    if (word.kind !== 'same' || word.latin.start < (headNames(word.romanised.passage.text).at(-1)?.end ?? 0)) continue
    for (const [letter, written] of spelledAs(word.cyrillic, word.latin.text) ?? []) {
      if (!TELLING.has(letter)) continue
      const ways = uses.get(letter) ?? new Map<string, Word[]>()
      uses.set(letter, ways.set(written, [...(ways.get(written) ?? []), word]))
    }
  }
  const minorities = [...uses].flatMap(([letter, ways]) => {
    const [most, least, ...more] = [...ways].sort((left, right) => right[1].length - left[1].length)
    if (most === undefined || least === undefined || more.length > 0) return []
    return most[1].length >= MAJORITY * least[1].length ? [{ letter, most, least }] : []
  })
  const [first] = minorities.flatMap(({ least }) => least[1])
  if (first === undefined || lists.length < 2) return
  const times = (count: number): string => (count === 1 ? '1 time' : `${count} times`)
  yield {
    span: spanOf(first.romanised.passage, first.latin.start, first.latin.end),
    messageId: 'mixed',
    data: {
      letters: minorities
        .map(
          ({ letter, most, least }) =>
            `${letter} is ${most[0]} ${times(most[1].length)} and ${least[0]} ${times(least[1].length)}`,
        )
        .join('; '),
    },
    severity: 'info',
    subject: `${repeated.id} mixed`,
    note: 'Choose one scheme for the whole list.',
  }
}
