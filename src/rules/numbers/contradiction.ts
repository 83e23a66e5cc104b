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
      title: 'the figure beside it is the same',
      manuscript:
        '## Abstract\n\nOf the households visited, 7.2% had no well and 23.4% had no garden.\n\n## Results\n\nWe found that 7.2% of the households drew water without a well, and that ⟦32.4%⟧ of them kept no garden.',
      says: ['32.4% here, 23.4% elsewhere'],
    },
    {
      title: 'outvoted by two other places',
      manuscript:
        '## Methods\n\nWe read 13,804 letters of the three archives.\n\n## Results\n\nAll 13,804 letters were dated by hand.\n\n## Discussion\n\nThe clerks of the harbour kept ⟦18,304⟧ letters in all.',
      says: ['18,304 here, 13,804 elsewhere'],
    },
    {
      title: 'nearly the same sentence with another number',
      manuscript:
        '## Abstract\n\nA total of 46 reports described the spread of the blight in orchards of the upper valley.\n\n## Results\n\nIn all, ⟦16⟧ articles and reports have described the blight and its spread in the orchards of the valley.',
      says: ['16 here, 46 elsewhere'],
    },
    {
      title: 'nearly the same sentence of another place',
      manuscript:
        '## Abstract\n\nA total of 46 reports described the spread of the blight in orchards at Netherby.\n\n## Results\n\nIn all, 16 articles and reports have described the blight and its spread in the orchards at Orlebridge.',
    },
    {
      title: 'other letters that were told twice',
      manuscript:
        '## Methods\n\nWe read 13,804 letters of the three archives.\n\n## Results\n\nAll 13,804 letters were dated by hand. The clerks kept 18,304 letters.\n\n## Discussion\n\nOf the clerks 18,304 letters are known.',
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
