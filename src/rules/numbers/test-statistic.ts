import type { DocumentRule } from '../../model/rule.ts'
import { draftsOf } from '../../numbers/index.ts'

export const testStatistic: DocumentRule = {
  id: 'numbers/test-statistic',
  summary: 'p values follow from their test statistics.',
  why: 'One p value in ten does not follow from its statistic, and one paper in eight draws a wrong conclusion from it.',
  cannotSee:
    'Statistics in tables, tests whose degrees of freedom are not told, and corrections that the text does not name.',
  severity: 'warning',
  messages: {
    wrong: '{said}, but {test} gives p = {computed}',
    decision: '{said}, but {test} gives p = {computed}: the decision at .05 changes',
    'one-tailed': '{said} is the one-tailed p of {test}; two-tailed it is {computed}',
    'n-for-df':
      '{said} fits {test} only if the number in brackets is the sample size; with degrees of freedom p = {computed}',
    inequality: '{said}, but {test} gives p = {computed}: an inequality may be meant',
    zero: '{said}: p is never zero',
  },

  *check(document) {
    yield* draftsOf(document, 'test-statistic')
  },

  examples: [
    {
      title: 'a p that follows',
      manuscript: 'Groups differed, t(28) = 2.20, p = .036.',
    },
    {
      title: 'degrees of freedom without brackets',
      manuscript: 'The trades differed, χ²2 = 7.30, p = .026, but the towns did not, ⟦χ²2 = 2.30, p = .032⟧.',
      says: ['p = .032, but χ²(2) = 2.30 gives p = 0.316 to 0.317: the decision at .05 changes'],
      severity: 'error',
    },
    {
      title: 'a lost zero',
      manuscript: 'Влияние возраста: ⟦F(3; 116) = 2,95; p = 0,36⟧.',
      says: ['p = 0,36, but F(3, 116) = 2,95 gives p = 0.035 to 0.036: the decision at .05 changes'],
      severity: 'error',
    },
    {
      title: 'too small a p',
      manuscript: 'Trust and income were linked, ⟦r(98) = .25, p < .001⟧.',
      says: ['p < .001, but r(98) = .25 gives p = 0.010 to 0.014'],
      severity: 'warning',
    },
    {
      title: 'one-tailed without saying so',
      manuscript: 'The trained readers were faster, ⟦t(45) = 1.85, p = .035⟧.',
      says: ['p = .035 is the one-tailed p of t(45) = 1.85; two-tailed it is 0.070 to 0.072'],
      severity: 'warning',
    },
    {
      title: 'one-tailed, and said so',
      manuscript: 'The trained readers were faster, t(45) = 1.85, p = .035, one-tailed.',
    },
  ],
}
