import type { DocumentRule } from '../../model/rule.ts'
import { draftsOf } from '../../numbers/index.ts'

export const figureBounds: DocumentRule = {
  id: 'numbers/bounds',
  summary: 'Estimates lie within their bounds, intervals and periods run forward, shares stay below 100 %.',
  why: 'Exchanged bounds or a share above the whole show a figure that was copied wrong, and readers cannot tell which one.',
  cannotSee: 'Bounds that stand in another sentence, and growth, which may exceed 100 %.',
  severity: 'error',
  messages: {
    period: 'The period runs backwards: {from} is after {to}',
    interval: 'The interval runs backwards: {low} is above {high}',
    estimate: 'The estimate {estimate} lies outside its interval, {low} to {high}',
    mean: 'The mean {mean} lies outside {low} to {high}',
    share: '{share} of a whole is more than all of it',
    impossible: '{said} cannot be: {name} lies {bounds}',
    rank: 'Place {rank}, but {named} are named before it',
  },

  *check(document) {
    yield* draftsOf(document, 'bounds')
  },

  examples: [
    {
      title: 'a period that runs backwards',
      manuscript: 'The archive was moved between ⟦2015 and 2009⟧ to a new hall.',
      says: ['The period runs backwards: 2015 is after 2009'],
    },
    {
      title: 'a period that runs forward',
      manuscript: 'The archive was moved between 2009 and 2015 to a new hall.',
    },
    {
      title: 'an interval with exchanged ends',
      manuscript: 'The effect was small (95% CI [⟦0.45, 0.12⟧]) in both groups.',
      says: ['The interval runs backwards: 0.45 is above 0.12'],
    },
    {
      title: 'a mean outside its bounds',
      manuscript: 'Scores of the readers: min 3, max 9, mean ⟦10.2⟧.',
      says: ['The mean 10.2 lies outside 3 to 9'],
    },
    {
      title: 'growth above 100 %',
      manuscript: 'Output of the mill rose by 132% in two years.',
    },
    {
      title: 'a correlation above 1',
      manuscript: 'Trust and income were correlated (⟦r = 1.24⟧).',
      says: ['r = 1.24 cannot be: a correlation lies between −1 and 1'],
    },
    {
      title: 'a radius has no bounds',
      manuscript: 'The tank has the radius r = 1.24 m.',
    },
    {
      title: 'an estimate outside its interval',
      manuscript: 'Relapse was rare (OR ⟦2.41 (95% CI 1.07 to 1.88⟧)).',
      says: ['The estimate 2.41 lies outside its interval, 1.07 to 1.88'],
    },
    {
      title: 'a share outside its interval',
      manuscript: 'Vaccination was late for ⟦94.9% (95%CI 47.8;51.9⟧) of the children.',
      says: ['The estimate 94.9 lies outside its interval, 47.8 to 51.9'],
    },
    {
      title: 'a percentage more, and the interval of its ratio',
      manuscript: 'The proportion was 75% (95%CI 1.25;2.45) higher in the villages.',
    },
    {
      title: 'доля больше целого',
      manuscript: 'По данным опроса, ⟦132 %⟧ предприятий были частными.',
      says: ['132 % of a whole is more than all of it'],
    },
  ],
}
