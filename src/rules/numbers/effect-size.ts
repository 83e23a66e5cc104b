import type { DocumentRule } from '../../model/rule.ts'
import { draftsOf } from '../../numbers/index.ts'

export const effectSize: DocumentRule = {
  id: 'numbers/effect-size',
  summary: 'Effect sizes follow from their tests, and intervals agree with their p values.',
  why: 'Partial η², R², φ and V are functions of the test beside them, and a 95 % interval decides at .05 as its p does: where they disagree, one is misprinted.',
  cannotSee:
    'Effects whose test or sample size is not told beside them, Cohen’s d, and p values of another test than that of the interval.',
  severity: 'warning',
  messages: {
    size: '{said}, but {test} gives {computed}',
    interval: '{said}, but the 95 % interval {low} to {high} gives p about {computed}',
  },

  *check(document) {
    yield* draftsOf(document, 'effect-size')
  },

  examples: [
    {
      title: 'a lost zero in partial η²',
      manuscript: 'The interaction of script and age was significant, F(2, 117) = 4.86, p = .009, ⟦ηp² = .80⟧.',
      says: ['ηp² = .80, but F(2, 117) = 4.86 gives 0.077'],
    },
    {
      title: 'a partial η² that follows',
      manuscript: 'The interaction of script and age was significant, F(2, 117) = 4.86, p = .009, ηp² = .08.',
    },
    {
      title: 'V of a table',
      manuscript: 'Preference differed by region, χ²(3, N = 240) = 9.41, p = .024, ⟦V = .02⟧.',
      says: ['V = .02, but χ²(3) = 9.41 gives 0.198'],
    },
    {
      title: 'an interval that leaves out 1 while p does not',
      manuscript: 'Relapse was less frequent (⟦OR 0.62, 95% CI 0.44 to 0.87; P = 0.60⟧).',
      says: ['p = 0.60, but the 95 % interval 0.44 to 0.87 gives p about 0.005 to 0.007'],
    },
    {
      title: 'an interval that agrees with p',
      manuscript: 'Relapse was less frequent (OR 0.62, 95% CI 0.44 to 0.87; P = 0.006).',
    },
    {
      title: 'RU: интервал включает единицу',
      manuscript: 'Различие шансов невелико (⟦ОШ = 1,12; 95 % ДИ 0,74–1,69; p = 0,006⟧).',
      says: ['p = 0,006, but the 95 % interval 0,74 to 1,69 gives p about 0.578 to 0.613'],
    },
    {
      title: 'p close to .05, where methods differ',
      manuscript: 'The difference was small (OR 1.37, 95% CI 0.99 to 1.90; P = 0.048).',
    },
  ],
}
