import type { DocumentRule } from '../../model/rule.ts'
import { draftsOf } from '../../numbers/index.ts'

export const sampleSize: DocumentRule = {
  id: 'numbers/sample-size',
  summary: 'Sample sizes and denominators stay the same.',
  why: 'A sample of 1,240 that becomes 1,204 in a table puts every share in doubt that is computed from it.',
  cannotSee:
    'Subsamples, which have other sizes by right: only sizes that a slip of the hand turns into each other are told.',
  severity: 'warning',
  messages: {
    differs: '{here} here, but the sample is {there}',
    denominator: '{said} is a share of {own}, but the other {others} shares are of {whole}',
  },

  *check(document) {
    yield* draftsOf(document, 'sample-size')
  },

  examples: [
    {
      title: 'two digits exchanged in N',
      manuscript:
        '## Methods\n\nWe surveyed 1,240 households in nine villages.\n\n## Results\n\nHouseholds with a well were larger (N = ⟦1,204⟧).',
      says: ['N = 1,204 here, but the sample is 1,240'],
    },
    {
      title: 'a subsample',
      manuscript:
        '## Methods\n\nWe surveyed 1,240 households in nine villages.\n\n## Results\n\nHouseholds with a well were larger (n = 310).',
    },
    {
      title: 'выборка',
      manuscript:
        '## Методы\n\nВ 2020 г. опрошены 1 356 учителей.\n\n## Результаты\n\nСтаж указали 312 из ⟦1 365⟧ учителей.',
      says: ['1 365 here, but the sample is 1 356'],
    },
    {
      title: 'shares of one whole but one',
      manuscript:
        'Bees were kept by 84 (20.0%) farms, goats by 63 (⟦51.0%⟧), sheep by 126 (30.0%), geese by 105 (25.0%) and ducks by 42 (10.0%).',
      says: ['63 (51.0%) is a share of 124, but the other 4 shares are of 420'],
    },
    {
      title: 'shares of one whole',
      manuscript:
        'Bees were kept by 84 (20.0%) farms, goats by 63 (15.0%), sheep by 126 (30.0%), geese by 105 (25.0%) and ducks by 42 (10.0%).',
    },
  ],
}
