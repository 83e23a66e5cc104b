import type { DocumentRule } from '../../model/rule.ts'
import { draftsOf } from '../../numbers/index.ts'

export const percentChange: DocumentRule = {
  id: 'numbers/percent-change',
  summary: 'Percentages of change follow from the figures beside them.',
  why: 'A percentage that does not follow from its two figures means that one of the three is wrong.',
  cannotSee: 'Changes whose first figure is not told, and rates that are chained or seasonally adjusted.',
  severity: 'error',
  messages: {
    wrong: 'From {from} to {to} is {change}, not {said}',
    'points-meant': 'From {from} to {to} is {change}; {said} are percentage points',
    'points-wrong': 'From {from} to {to} is {difference} points, not {said}',
    parts: '{parts} make {change} together, not {said}',
    'simple-mean': '{said} is the whole growth divided by {years} years; compound growth is {growth}',
  },

  *check(document) {
    yield* draftsOf(document, 'percent-change')
  },

  examples: [
    {
      title: 'exchanged digits',
      manuscript: 'Membership rose ⟦16.2%⟧, from 366 to 412.',
      says: ['From 366 to 412 is 12.6 %, not 16.2%'],
    },
    {
      title: 'rounded inputs',
      manuscript: 'Turnover rose 20% from 3.8 to 4.6 billion.',
    },
    {
      title: 'points for per cent',
      manuscript: 'The share of readers saw a ⟦3%⟧ rise from 10% to 13%.',
      says: ['From 10% to 13% is 30 %; 3% are percentage points'],
      severity: 'warning',
    },
    {
      title: 'ZH: 增长率',
      manuscript: '会员从366增至412，增长⟦21.6%⟧。',
      says: ['From 366 to 412 is 12.6 %, not 21.6%'],
    },
    {
      title: 'growth of parts and whole',
      manuscript:
        'Trade amounted to $18.9 billion (⟦+20.5%⟧), of which exports $8.6 billion (+11.1%) and imports $10.3 billion (+30.5%).',
      says: ['$8.6 billion at +11.1% and $10.3 billion at +30.5% make 20.8 to 21.0 % together, not +20.5%'],
      severity: 'warning',
    },
  ],
}
