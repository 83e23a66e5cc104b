import type { DocumentRule } from '../../model/rule.ts'
import { namedWorks, nameSpan, printed } from '../citations/authors/named.ts'

export const givenAsFamily: DocumentRule = {
  id: 'names/given-as-family',
  summary: 'Authors are cited by their surname.',
  why: 'Under a given name nobody finds the entry, and the author is not credited; Chinese, Hungarian and Kazakh names suffer most.',
  cannotSee: 'People who are known by their given name, and given names that no entry spells or abbreviates.',
  severity: 'warning',
  messages: {
    given: 'The text cites “{cited}”, a given name; the entry is by {listed}',
  },

  *check(document) {
    for (const { citation, link, reference, pairs } of namedWorks(document, ({ reason }) => reason === 'near')) {
      const [pair] = pairs
      if (pair?.fit !== 'forename' || pair.maker === undefined || link.differs?.includes('author') !== true) continue
      const listed = printed(pair.maker)
      yield {
        span: pair.cited.span,
        messageId: 'given',
        data: { cited: pair.cited.family, listed },
        confidence: 'likely',
        subject: `${pair.cited.family} ${listed}`,
        note: `Cite the surname: ${pair.maker.family}.`,
        related: [{ span: nameSpan(reference, pair.maker), message: `the entry is by ${listed}` }],
        evidence: [
          {
            about: 'author',
            ours: pair.cited.family,
            theirs: listed,
            source: 'the reference list',
            computation: `no entry has the surname; it is the given name or its initials here, and the year agrees`,
          },
        ],
        concerns: [citation.id, reference.id],
      }
    }
  },

  examples: [
    {
      title: 'the surname',
      manuscript:
        'Machines read (Yuan, 2010).\n\n## References\n\nYuan, Tian-Ming (2010). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
    },
    {
      title: 'the given name',
      manuscript:
        'Machines read (⟦Tian-Ming⟧, 2010), and prove (Doe, 2006).\n\n## References\n\nYuan, Tian-Ming (2010). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
      says: ['The text cites “Tian-Ming”, a given name; the entry is by Yuan, Tian-Ming'],
    },
    {
      title: 'китайское имя вместо фамилии, в родительном падеже',
      manuscript:
        'Исследование ⟦Тянь-Мина⟧ 2010 года известно, как и (Лугова, 2006).\n\n## Литература\n\nYuan, T. M. (2010). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nЛугова, Б. (2006). Доказательства. *Вестник примеров*, 4(2), 15–19.\n',
      says: ['The text cites “Тянь-Мина”, a given name; the entry is by Yuan, T. M.'],
    },
  ],
}
