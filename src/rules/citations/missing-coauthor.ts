import type { Draft } from '../../model/finding.ts'
import type { DocumentRule } from '../../model/rule.ts'
import type { PersonName } from '../../names/index.ts'
import { fold } from '../../text/fold.ts'
import { braked } from './authors/brake.ts'
import { makersSpan, type NamedWork, namedWorks } from './authors/named.ts'

export const missingCoauthor: DocumentRule = {
  id: 'citations/missing-coauthor',
  summary: 'The text names the authors whom the entry has: no one is dropped, no one added.',
  why: 'A co-author who is left out loses the credit, and a reader takes the work for another one.',
  cannotSee:
    'Authors whom text and list both leave out, and works of four and more authors, which styles shorten as they like.',
  severity: 'warning',
  messages: {
    missing: 'The text names {cited}, the entry also has {others}',
    extra: 'The text names {others}, who is not among the authors of the entry: {listed}',
    many: '{count} of {mentions} author-year citations leave out a co-author',
  },

  *check(document) {
    const named = document.citations.filter(({ cited }) => cited.names !== undefined).length
    const drafts: Draft[] = []
    for (const work of namedWorks(document, ({ differs }) => differs?.includes('coauthor') === true)) {
      const draft = missing(work) ?? extra(work)
      if (draft !== undefined) drafts.push(draft)
    }
    yield* braked(drafts, named, 'many')
  },

  examples: [
    {
      title: 'both authors',
      manuscript:
        'Machines read (Quimby & Lakewood, 2009).\n\n## References\n\nQuimby, A., & Lakewood, B. (2009). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
    },
    {
      title: 'one of two',
      manuscript:
        'Machines read ⟦(Quimby, 2009)⟧, and prove (Doe, 2006).\n\n## References\n\nQuimby, A., & Lakewood, B. (2009). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
      says: ['The text names Quimby, the entry also has Lakewood'],
    },
    {
      title: 'somebody else beside the author',
      manuscript:
        'Machines read ⟦(Quimby & Ulmer, 2009)⟧, and prove (Doe, 2006).\n\n## References\n\nQuimby, A., & Lakewood, B. (2009). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
      says: ['The text names Ulmer, who is not among the authors of the entry: Quimby, Lakewood'],
    },
    {
      title: 'пропущенный соавтор',
      manuscript:
        'Машины читают ⟦(Ветров, 2004)⟧, люди доказывают (Лугова, 2006).\n\n## Литература\n\nВетров А. А., Ручьёв В. В. Читаемые машины // Вестник примеров. 2004. № 2. С. 5–9.\n\nЛугова Б. Б. Доказательства // Вестник примеров. 2006. № 4. С. 15–19.\n',
      says: ['The text names Ветров, the entry also has Ручьёв'],
    },
    {
      title: '“et al.” stands for the rest',
      manuscript:
        'Machines read (Quimby et al., 2009).\n\n## References\n\nQuimby, A., Lakewood, B., & Ulm, C. (2009). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
    },
  ],
}

/** A maker who was surely read as a person: with a given name or initials that are no word of a title. */
const isPerson = ({ family, given, corporate, initials }: PersonName): boolean =>
  !corporate && given !== undefined && initials.length > 0 && given.length <= 40 && !/^\p{Ll}/u.test(family)

function missing({ citation, link, reference, makers, pairs }: NamedWork): Draft | undefined {
  if (citation.cited.etAl === true || makers.length <= pairs.length) return undefined
  if (!pairs.every(({ fit }) => fit === 'same') || link.differs?.some((what) => what !== 'coauthor')) return undefined
  const others = makers.filter((_, position) => !pairs.some((pair) => pair.position === position))
  if (!others.every(isPerson)) return undefined
  const cited = pairs.map((pair) => pair.cited.family).join(', ')
  const left = others.map(({ family }) => family).join(', ')
  return {
    span: citation.span,
    messageId: 'missing',
    data: { cited, others: left },
    confidence: 'likely',
    subject: `${cited} ${left}`,
    note: 'Name the co-author too, or put “et al.” where the style allows it.',
    related: [{ span: makersSpan(reference), message: `the entry also has ${left}` }],
    evidence: [{ about: 'authors', ours: cited, theirs: `${cited}, ${left}`, source: 'the reference list' }],
    concerns: [citation.id, reference.id],
  }
}

function extra({ citation, reference, makers, pairs }: NamedWork): Draft | undefined {
  const strangers = pairs.filter(({ fit }) => fit === 'none')
  const [first, ...rest] = pairs
  if (first?.fit !== 'same' || rest.length === 0 || strangers.length === 0) return undefined
  // a name that the entry has, though the reading did not see that it is an author's
  const text = fold(reference.passage.text.slice(0, 4000))
  if (strangers.some(({ cited }) => text.includes(fold(cited.family)))) return undefined
  const others = strangers.map(({ cited }) => cited.family).join(', ')
  const listed = makers.map(({ family }) => family).join(', ')
  return {
    span: citation.span,
    messageId: 'extra',
    data: { others, listed },
    confidence: 'likely',
    subject: `${others} ${listed}`,
    note: 'See who wrote the work with the first author, or whether another work is meant.',
    related: [{ span: makersSpan(reference), message: `the entry is by ${listed}` }],
    evidence: [
      {
        about: 'authors',
        ours: pairs.map((pair) => pair.cited.family).join(', '),
        theirs: listed,
        source: 'the reference list',
      },
    ],
    concerns: [citation.id, reference.id],
  }
}
