import type { Citation, CitationLink } from '../../model/citation.ts'
import type { Draft } from '../../model/finding.ts'
import type { DocumentRule } from '../../model/rule.ts'
import type { PersonName } from '../../names/index.ts'
import { fold, foldWords } from '../../text/fold.ts'
import { braked } from './authors/brake.ts'
import { makersSpan, type NamedWork, type NamePair, namedWorks, nameSpan, printed } from './authors/named.ts'
import { judge, type Witnesses, witnessesOf } from './authors/witnesses.ts'

/** From here on a spelling is said to be wrong, below it is asked about. */
const CERTAIN = 0.95

export const citedAuthor: DocumentRule = {
  id: 'citations/author',
  summary: 'The authors in the text are spelled as in the entry that is meant.',
  why: 'A reader looks a citation up by the author’s name; a letter off, and the work is not found or somebody else gets the credit.',
  cannotSee:
    'Which of two spellings is right where neither outnumbers the other, and a wrong name that fits another entry of the list.',
  severity: 'warning',
  messages: {
    spelling: 'The text has “{cited}”, the entry “{listed}”',
    given: 'The text has “{cited}”, the entry “{listed}”: the given names differ',
    other: 'The text names {cited} where the entry has {listed}',
    order: 'The text names {cited}, the entry has its authors in the order {listed}',
    many: '{count} of {mentions} author-year citations spell an author otherwise than the list',
  },

  *check(document) {
    const named = document.citations.filter(({ cited }) => cited.names !== undefined).length
    let witnesses: Witnesses | undefined
    const certain: Draft[] = []
    for (const work of namedWorks(document, isWorthAsking)) {
      if (work.link.reason === 'name-year') yield* ordered(work)
      else {
        witnesses ??= witnessesOf(document)
        certain.push(...differing(work, witnesses))
      }
    }
    yield* braked(certain, named, 'many')
  },

  examples: [
    {
      title: 'the same names',
      manuscript: `Machines read (Quimby & Lakewood, 2009), as Quimby and Lakewood (2009) show.\n\n## References\n\nQuimby, A., & Lakewood, B. (2009). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n`,
    },
    {
      title: 'two letters swapped',
      severity: 'error',
      manuscript: `Machines read (⟦Qiumby⟧ & Lakewood, 2009), and prove (Doe, 2006).\n\n## References\n\nQuimby, A., & Lakewood, B. (2009). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n`,
      says: ['The text has “Qiumby”, the entry “Quimby, A.”'],
    },
    {
      title: 'the co-author misspelled',
      severity: 'error',
      manuscript: `Machines read (Quimby & ⟦Lakewod⟧, 2009), and prove (Doe, 2006).\n\n## References\n\nQuimby, A., & Lakewood, B. (2009). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n`,
      says: ['The text has “Lakewod”, the entry “Lakewood, B.”'],
    },
    {
      title: 'an umlaut written out is no slip',
      manuscript: `Machines read (Mueller, 2009), and prove (Doe, 2006).\n\n## References\n\nMüller, A. (2009). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n`,
    },
    {
      title: 'two surnames that many bear are only asked about',
      severity: 'warning',
      manuscript: `Machines read (⟦Hansen⟧, 2009), and prove (Doe, 2006).\n\n## References\n\nHanson, A. (2009). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n`,
      says: ['The text has “Hansen”, the entry “Hanson, A.”'],
    },
    {
      title: 'родительный падеж и ошибка в букве',
      severity: 'error',
      manuscript: `Статья ⟦Светрова⟧ 2004 года и работа Луговой (2006) известны.\n\n## Литература\n\nСвитров А. А. Читаемые машины // Вестник примеров. 2004. № 2. С. 5–9.\n\nЛуговая Б. Б. Доказательства // Вестник примеров. 2006. № 4. С. 15–19.\n`,
      says: ['The text has “Светрова”, the entry “Свитров, А. А.”'],
    },
    {
      title: 'the authors in another order',
      severity: 'info',
      manuscript: `Machines read ⟦(Lakewood & Quimby, 2009)⟧, and prove (Doe, 2006).\n\n## References\n\nQuimby, A., & Lakewood, B. (2009). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n`,
      says: ['The text names Lakewood, Quimby, the entry has its authors in the order Quimby, Lakewood'],
    },
  ],
}

/** What differs, and what has authors enough to stand in another order. */
function isWorthAsking({ reason }: CitationLink, { cited }: Citation): boolean {
  return reason === 'near' || (reason === 'name-year' && (cited.names?.length ?? 0) > 1)
}

function* differing(work: NamedWork, witnesses: Witnesses): Iterable<Draft> {
  const { pairs, link } = work
  const about = link.differs ?? []
  for (const pair of pairs) {
    const { fit, cited, maker } = pair
    if (fit === 'near' && maker !== undefined && isPrinted(cited.family, maker)) continue
    if (fit === 'near') yield spellingOf(work, pair, witnesses)
    else if (fit === 'given' && about.includes('author')) yield spellingOf(work, pair, witnesses)
  }
  const [first, ...others] = pairs
  if (first?.fit !== 'none' || !about.includes('author') || others.length === 0) return
  // words of the title that stand before the year: "in Reading and Writing (1979)"
  const text = fold(work.reference.passage.text.slice(0, 4000))
  if (others.every(({ fit }) => fit === 'same' && !wordsOf(first.cited.family).some((word) => text.includes(word))))
    yield otherOf(work, first)
}

/** The capitalised words of a name, folded. */
const wordsOf = (name: string): readonly string[] => (name.match(/\p{Lu}[\p{L}\p{M}]+/gu) ?? [name]).map(fold)

/** The entry has the name as it is, with something read into it, `Bank` and `Bank C`, or with its parts in other places. */
function isPrinted(cited: string, { family, given = '', particle = '' }: PersonName): boolean {
  const [one, other] = [fold(cited), fold(family)]
  if (one === other || (other.startsWith(one) && /^[\s,]/u.test(other.slice(one.length)))) return true
  const words = foldWords(`${particle} ${family} ${given}`).split(' ')
  const parts = foldWords(cited).split(' ')
  return parts.length > 1 && parts.every((part) => words.includes(part))
}

function spellingOf(work: NamedWork, { cited, maker, fit }: NamePair, witnesses: Witnesses): Draft {
  const { citation, link, reference, pairs } = work
  const listed = maker === undefined ? '' : printed(maker)
  const typed = fit === 'given' && cited.given !== undefined ? `${cited.given} ${cited.family}` : cited.family
  const sure = link.probability >= CERTAIN
  const known = pairs.filter((pair) => pair.fit === 'same').map((pair) => pair.cited.family)
  const agree = [
    ...(citation.cited.year === undefined || link.differs?.includes('year') ? [] : [`year ${citation.cited.year}`]),
    ...(known.length === 0 ? [] : [`co-author ${known.join(', ')}`]),
  ]
  return {
    span: cited.span,
    messageId: fit === 'given' ? 'given' : 'spelling',
    data: { cited: typed, listed, probability: link.probability },
    ...(sure ? { severity: 'error' as const } : {}),
    confidence: sure ? 'certain' : 'likely',
    subject: `${typed} ${listed}`,
    ...(maker === undefined ? {} : { note: judge(cited.family, maker, witnesses) }),
    related: [
      {
        span: maker === undefined ? makersSpan(reference) : nameSpan(reference, maker),
        message: `the entry has “${listed}”`,
      },
    ],
    evidence: [
      {
        about: 'author',
        ours: typed,
        theirs: listed,
        source: 'the reference list',
        computation: `no entry is by “${typed}”; agreeing: ${agree.join(', ') || 'initials'}; probability ${link.probability}`,
      },
    ],
    concerns: [citation.id, reference.id],
  }
}

function otherOf({ citation, link, reference, makers }: NamedWork, { cited }: NamePair): Draft {
  const listed = makers.map(({ family }) => family).join(', ')
  return {
    span: cited.span,
    messageId: 'other',
    data: { cited: cited.family, listed, probability: link.probability },
    confidence: 'likely',
    subject: `${cited.family} ${listed}`,
    note: 'The other authors and the year agree: see who the first author is.',
    related: [{ span: makersSpan(reference), message: `the entry has ${listed}` }],
    evidence: [{ about: 'author', ours: cited.family, theirs: listed, source: 'the reference list' }],
    concerns: [citation.id, reference.id],
  }
}

/** "Lakewood & Quimby" for Quimby and Lakewood: all of them, and not in the order of the entry. */
function* ordered({ citation, reference, makers, pairs }: NamedWork): Iterable<Draft> {
  const positions = pairs.map(({ position }) => position ?? -1)
  if (pairs.length < 2 || pairs.length !== makers.length || positions.includes(-1)) return
  if (positions.every((position, at) => at === 0 || position > (positions[at - 1] as number))) return
  const cited = pairs.map((pair) => pair.cited.family).join(', ')
  const listed = makers.map(({ family }) => family).join(', ')
  yield {
    span: citation.span,
    messageId: 'order',
    data: { cited, listed },
    severity: 'info',
    confidence: 'likely',
    subject: `${cited} ${listed}`,
    note: 'Name the authors in the order of the entry.',
    related: [{ span: makersSpan(reference), message: `in the order ${listed}` }],
    evidence: [{ about: 'order of authors', ours: cited, theirs: listed, source: 'the reference list' }],
    concerns: [citation.id, reference.id],
  }
}
