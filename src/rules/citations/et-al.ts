import type { DocumentRule } from '../../model/rule.ts'
import { makersSpan, namedWorks } from './authors/named.ts'

/** The list itself leaves authors out. */
const OPEN = /\bet\.?\s?al\b|и\s+др|және\s+т|等|\.\.\.|…/iu

export const etAl: DocumentRule = {
  id: 'citations/et-al',
  summary: '“Et al.” stands for two authors or more.',
  why: 'With two authors, “et al.” hides one person behind a plural; most styles name both.',
  cannotSee: 'Which number of authors the style of the journal asks for, from three on.',
  severity: 'info',
  messages: {
    two: '“et al.” after {cited}, but the entry has just two authors: {listed}',
  },

  *check(document) {
    for (const { citation, reference, makers, pairs } of namedWorks(
      document,
      ({ reason }, { cited }) => reason === 'name-year' && cited.etAl === true,
    )) {
      const [first] = pairs
      if (citation.cited.etAl !== true || pairs.length !== 1 || makers.length !== 2 || first?.fit !== 'same') continue
      if (OPEN.test(reference.passage.text.slice(0, 200)) || makers.some(({ corporate }) => corporate)) continue
      const listed = makers.map(({ family }) => family).join(', ')
      yield {
        span: citation.span,
        messageId: 'two',
        data: { cited: first.cited.family, listed },
        confidence: 'likely',
        subject: `${first.cited.family} ${listed}`,
        note: 'Name both.',
        related: [{ span: makersSpan(reference), message: `by ${listed}` }],
        evidence: [
          { about: 'authors', ours: `${first.cited.family} et al.`, theirs: listed, source: 'the reference list' },
        ],
        concerns: [citation.id, reference.id],
      }
    }
  },

  examples: [
    {
      title: 'three authors',
      manuscript:
        'Machines read (Quimby et al., 2009).\n\n## References\n\nQuimby, A., Lakewood, B., & Ulm, C. (2009). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
    },
    {
      title: 'two authors',
      manuscript:
        'Machines read ⟦(Quimby et al., 2009)⟧.\n\n## References\n\nQuimby, A., & Lakewood, B. (2009). Literate machines. *Journal of Invented Results*, 2(1), 5–9.\n\nDoe, B. (2006). Proofs that run. *Journal of Invented Results*, 4(2), 15–19.\n',
      says: ['“et al.” after Quimby, but the entry has just two authors: Quimby, Lakewood'],
    },
  ],
}
