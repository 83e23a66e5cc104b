import type { Citation } from '../../model/citation.ts'
import type { Draft } from '../../model/finding.ts'
import type { Reference } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'
import type { Span } from '../../model/source.ts'
import {
  agreeingInitials,
  bothCommon,
  bothPinyin,
  logOdds,
  nameKeys,
  probability,
  scriptOf,
  unmixed,
} from '../../names/index.ts'
import { braked } from '../citations/authors/brake.ts'
import { nameSpan, printed } from '../citations/authors/named.ts'
import { type Listed, listedPersons, rarity, type Shared, sharedBy } from './people/listed.ts'
import { type Neighbours, neighbouringNames } from './people/neighbours.ts'

const BELIEVED = 0.6
/** Shorter surnames are a letter away from another too often. */
const SHORTEST = 5
const CERTAIN = 0.95

export const nameSpelling: DocumentRule = {
  id: 'names/spelling',
  summary: 'One person is spelled one way in all entries.',
  why: 'Two spellings make two people of one: indexes split the work, and one of the two entries will not be found.',
  cannotSee:
    'Which spelling is right, people who changed their name, and two spellings where no co-author, journal or subject is shared.',
  severity: 'warning',
  messages: {
    entries: '“{left}” and “{right}” are likely one person: entries {first} and {second}',
    mixed: '“{name}” mixes Latin and Cyrillic letters that look alike',
    many: '{count} pairs of names among {mentions} differ by a letter',
  },

  *check(document) {
    yield* mixedNames(document.references)
    yield* mixedCitations(document.citations)
    const people = listedPersons(document)
    const rare = rarity(people)
    const drafts = new Map<string, Draft & { readonly odds: number }>()
    for (const pair of neighbouringNames(people)) {
      const draft = judged(pair, rare)
      // one finding for two spellings, the surest one
      const key = [pair.left, pair.right]
        .map(({ person }) => nameKeys(person.family).folded)
        .sort()
        .join(' ')
      if (draft !== undefined && draft.odds > (drafts.get(key)?.odds ?? 0)) drafts.set(key, draft)
    }
    yield* braked(
      [...drafts.values()].map(({ odds: _, ...draft }) => draft),
      people.length,
      'many',
    )
  },

  examples: [
    {
      title: 'two people',
      manuscript:
        'See [1, 2].\n\n## References\n\n1. Osterlund K. Ferry timetables // Journal of Invented Results. 2012. Vol. 2. P. 5–9.\n2. Osterland M. Proofs of bread // Annals of Examples. 2014. Vol. 4. P. 15–19.\n',
    },
    {
      title: 'one person, spelled in two ways',
      manuscript:
        'See [1, 2].\n\n## References\n\n1. Osterlund K., Quimby A. Ferry timetables of the northern islands // Journal of Invented Results. 2012. Vol. 2. P. 5–9.\n2. ⟦Osterlumd⟧ K., Quimby A. Ferry fares of the northern islands // Journal of Invented Results. 2014. Vol. 4. P. 15–19.\n',
      says: ['“Osterlund, K.” and “Osterlumd, K.” are likely one person: entries 1 and 2'],
      severity: 'error',
    },
    {
      title: 'латинская буква в русской фамилии',
      manuscript:
        'См. [1, 2].\n\n## Литература\n\n1. ⟦Bетров⟧ А. А. Читаемые машины // Вестник примеров. 2004. № 2. С. 5–9.\n2. Лугова Б. Б. Как доказывают машины // Вестник примеров. 2006. № 4. С. 15–19.\n',
      says: ['“Bетров” mixes Latin and Cyrillic letters that look alike'],
    },
    {
      title: 'муж и жена',
      manuscript:
        'См. [1, 2].\n\n## Литература\n\n1. Ветров А. А. Читаемые машины // Вестник примеров. 2004. № 2. С. 5–9.\n2. Ветрова А. Б. Как доказывают машины // Вестник примеров. 2006. № 4. С. 15–19.\n',
    },
  ],
}

const MIXED = /(?<![\p{L}\p{M}])(?=\p{L}*\p{Script=Latin})(?=\p{L}*\p{Script=Cyrillic})\p{Lu}[\p{L}\p{M}]{2,30}/gu
const HEAD = 80

/** A word at the head of an entry that is spelled with letters of two scripts. */
function* mixedNames(references: readonly Reference[]): Iterable<Draft> {
  for (const { passage, id, span } of references) {
    const head = passage.text.slice(0, HEAD)
    if (scriptOf(head) !== 'mixed') continue
    for (const { 0: name, index } of head.matchAll(MIXED)) {
      const at = passage.pieces.find((piece) => piece.at <= index && index < piece.at + piece.length)
      const start = at === undefined ? span.start : at.start + index - at.at
      yield mixedDraft(name, { path: passage.path, start, end: Math.min(span.end, start + name.length) }, id)
    }
  }
}

/** Names in the text that are spelled with letters of two scripts. */
function* mixedCitations(citations: readonly Citation[]): Iterable<Draft> {
  for (const { id, cited } of citations) {
    for (const { family, span } of cited.names ?? []) {
      for (const word of family.split(/[\s-]/)) {
        if (scriptOf(word) === 'mixed' && word.length > 2) yield mixedDraft(word, span, id)
      }
    }
  }
}

function mixedDraft(name: string, span: Span, id: string): Draft {
  return {
    span,
    messageId: 'mixed',
    data: { name },
    confidence: 'certain',
    severity: 'warning',
    subject: name,
    note: 'Type the name in one script: searches do not find it as it is.',
    evidence: [
      { about: 'letters', ours: name, theirs: unmixed(name), source: 'the name', computation: lettersOf(name) },
    ],
    concerns: [id],
  }
}

/** Each letter with its script: `B Latin, е Cyrillic…` for the fewer of the two. */
function lettersOf(name: string): string {
  const latin = [...name].filter((letter) => scriptOf(letter) === 'latin')
  const cyrillic = [...name].filter((letter) => scriptOf(letter) === 'cyrillic')
  return latin.length < cyrillic.length ? `Latin: ${latin.join(' ')}` : `Cyrillic: ${cyrillic.join(' ')}`
}

function judged(
  { left, right, cost }: Neighbours,
  rare: (word: string) => boolean,
): (Draft & { odds: number }) | undefined {
  const [one, other] = [left.person, right.person]
  const shared = sharedBy(left, right, rare)
  const [a, b] = [nameKeys(one.family).folded, nameKeys(other.family).folded]
  const common = bothCommon(a, b)
  const pinyin = bothPinyin(one.family, other.family)
  // Wang and Wong, a husband and a wife: only one and the same work says that they are one
  if ((common || pinyin || Math.min(a.length, b.length) < SHORTEST) && !shared.sameWork) return undefined
  if (shared.coauthors.length === 0 && !shared.sameWork && !shared.venue && shared.words.length < 2) return undefined
  const initials = agreeingInitials(one, other)
  // of one script: Y. and J. are two letters here
  if (initials <= 0 || one.initials[0] !== other.initials[0]) return undefined
  const chance = probability(
    logOdds({
      between: 'entries',
      cost,
      length: Math.max(a.length, b.length),
      bothAttested: common,
      bothPinyin: pinyin,
      coauthor: shared.coauthors.length > 0,
      initials,
      sameWork: shared.sameWork,
    }) +
      (shared.venue ? 1 : 0) +
      (shared.words.length >= 2 ? 2 : 0),
  )
  if (chance < BELIEVED) return undefined
  return { ...describe(left, right, shared, chance, common || pinyin), odds: chance }
}

function describe(one: Listed, other: Listed, shared: Shared, chance: number, common: boolean): Draft {
  const [left, right] = one.reference.index <= other.reference.index ? [one, other] : [other, one]
  const [first, second] = [printed(left.person), printed(right.person)]
  const sure = chance >= CERTAIN && !common
  const reasons = [
    'equal initials',
    ...(shared.coauthors.length === 0 ? [] : [`co-author ${shared.coauthors.slice(0, 3).join(', ')}`]),
    ...(shared.sameWork ? ['one title'] : []),
    ...(shared.venue ? ['one journal'] : []),
    ...(shared.words.length < 2 ? [] : [`words ${shared.words.slice(0, 4).join(', ')}`]),
  ]
  return {
    span: nameSpan(right.reference, right.person),
    messageId: 'entries',
    data: {
      left: first,
      right: second,
      first: left.reference.label,
      second: right.reference.label,
      probability: Math.round(chance * 1000) / 1000,
    },
    confidence: sure ? 'certain' : 'likely',
    ...(sure ? { severity: 'error' as const } : {}),
    subject: `${first} ${second}`,
    note: 'See which spelling is right, and use it in both entries.',
    related: [{ span: nameSpan(left.reference, left.person), message: `here “${first}”` }],
    evidence: [
      {
        about: 'author',
        ours: second,
        theirs: first,
        source: `entry ${left.reference.label}`,
        computation: `one edit apart; ${reasons.join(', ')}; probability ${Math.round(chance * 1000) / 1000}`,
      },
    ],
    concerns: [left.reference.id, right.reference.id],
  }
}
