import type { DocumentRule } from '../../model/rule.ts'
import { draftsOf } from '../../numbers/index.ts'

export const contradiction: DocumentRule = {
  id: 'numbers/contradiction',
  summary: 'A quantity has one value throughout the manuscript.',
  why: 'Abstract, body and tables that disagree are the most frequent error of numbers in print; readers quote whichever they meet first.',
  cannotSee:
    'The same quantity in other words, and figures of different years, places or sources, which are not compared.',
  severity: 'warning',
  messages: {
    differs: '{here} here, {there} elsewhere',
    period: '{value} is given for {here} here and for {there} elsewhere',
    abstracts: 'The abstracts disagree: {here} and {there}',
  },

  *check(document) {
    yield* draftsOf(document, 'contradiction')
  },

  examples: [
    {
      title: 'digits exchanged between abstract and body',
      manuscript:
        '# Trade of the coast\n\n## Abstract\n\nTrade of the coast towns reached $24.3 billion in 2022.\n\n## Results\n\nTrade of the coast towns reached ⟦$23.4 billion⟧ in 2022.',
      says: ['$23.4 billion here, $24.3 billion elsewhere'],
      severity: 'error',
    },
    {
      title: 'rounded in the abstract',
      manuscript:
        '# Trade of the coast\n\n## Abstract\n\nTrade of the coast towns reached about $24 billion in 2022.\n\n## Results\n\nTrade of the coast towns reached $24.3 billion in 2022.',
    },
    {
      title: 'another measure',
      manuscript:
        '# Trade of the coast\n\n## Abstract\n\nExports of the coast towns reached $24.3 billion in 2022.\n\n## Results\n\nImports of the coast towns reached $23.4 billion in 2022.',
    },
  ],
}
