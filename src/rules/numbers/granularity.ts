import type { DocumentRule } from '../../model/rule.ts'
import { draftsOf } from '../../numbers/index.ts'

export const granularity: DocumentRule = {
  id: 'numbers/granularity',
  summary: 'Means and shares of whole numbers are possible for their sample.',
  why: 'Twenty whole numbers have no mean of 3.48: the mean, the sample size or the scale is misprinted.',
  cannotSee: 'Samples that are weighted, means of averages, and scales that the sentence does not name.',
  severity: 'info',
  messages: {
    share: '{said} of {count} is no whole number: {nearest}',
    mean: 'No {n} whole numbers have the mean {mean}',
    deviation: 'No {n} whole numbers have the mean {mean} and the deviation {deviation}',
    binary: 'No {n} zeros and ones have the mean {mean} and the deviation {deviation}',
  },

  *check(document) {
    yield* draftsOf(document, 'granularity')
  },

  examples: [
    {
      title: 'a share of 24 firms',
      manuscript: 'Of the sample, ⟦38.1%⟧ of 24 firms kept paper ledgers.',
      says: ['38.1% of 24 is no whole number: 9/24 = 37.5 % and 10/24 = 41.7 %'],
    },
    {
      title: 'a share that exists',
      manuscript: 'Of the sample, 37.5% of 24 firms kept paper ledgers.',
    },
    {
      title: 'a mean of whole numbers',
      manuscript: 'Trust was rated on a 7-point scale (⟦M = 3.48⟧, n = 20).',
      says: ['No 20 whole numbers have the mean 3.48'],
    },
    {
      title: 'a deviation that zeros and ones cannot have',
      manuscript: 'The binary answer was yes more often in towns (⟦M = .31, SD = .26⟧, n = 420).',
      says: ['No 420 zeros and ones have the mean .31 and the deviation .26'],
    },
    {
      title: 'a deviation of zeros and ones',
      manuscript: 'The binary answer was yes more often in towns (M = .31, SD = .46, n = 420).',
    },
    {
      title: 'not evidently zeros and ones',
      manuscript: 'The reaction index was lower in towns (M = .31, SD = .26, n = 420).',
    },
  ],
}
