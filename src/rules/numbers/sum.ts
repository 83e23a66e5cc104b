import type { DocumentRule } from '../../model/rule.ts'
import { draftsOf } from '../../numbers/index.ts'

export const figureSum: DocumentRule = {
  id: 'numbers/sum',
  summary: 'Parts add up to their whole, shares to 100 %.',
  why: 'A total that is not the sum of its parts has a wrong part, a wrong total or a missing line.',
  cannotSee: 'Parts that are told in several sentences, and lists that do not say that they are complete.',
  severity: 'error',
  messages: {
    wrong: '{whole}: the parts make {sum}',
    rest: '{whole}: the parts make {sum}; is something left out?',
    part: '{part} is more than {whole}, of which it is a part',
    hundred: 'The shares make {sum}',
    table: 'The total {total} should be {sum}',
  },

  *check(document) {
    yield* draftsOf(document, 'sum')
  },

  examples: [
    {
      title: 'a complete list',
      manuscript: 'We surveyed ⟦2,500⟧ firms: 1,300 private and 1,100 state-owned.',
      says: ['2,500: the parts make 2400'],
    },
    {
      title: 'a list that adds up',
      manuscript: 'We surveyed 2,400 firms: 1,300 private and 1,100 state-owned.',
    },
    {
      title: 'shares with others',
      manuscript: 'The shares were ⟦45%⟧, 30% and 20%; others 10%.',
      says: ['The shares make 105 %'],
    },
    {
      title: 'shares that make 100',
      manuscript: 'The shares were 45%, 30% and 15%; others 10%.',
    },
    {
      title: 'two shares that leave nothing out',
      manuscript: 'Of the readers, women made up ⟦52.3%⟧, men 48.7%.',
      says: ['The shares make 101 %'],
    },
    {
      title: 'a column of a table',
      manuscript:
        '| Town | Ships | Crew |\n|---|---|---|\n| Aven | 120 | 1200 |\n| Borg | 85 | 850 |\n| Cale | 60 | 600 |\n| Total | 265 | ⟦2560⟧ |\n',
      says: ['The total 2560 should be 2650'],
    },
  ],
}
