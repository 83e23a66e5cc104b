import type { DocumentRule } from '../../model/rule.ts'
import { draftsOf } from '../../numbers/index.ts'

export const figureShare: DocumentRule = {
  id: 'numbers/share',
  summary: 'A share is its part divided by its whole.',
  why: 'Part, whole and share stand side by side: where they disagree, one of the three is wrong.',
  cannotSee: 'Shares whose part or whole stands elsewhere, and shares that are weighted.',
  severity: 'error',
  messages: {
    wrong: '{part} of {whole} is {share}, not {said}',
  },

  *check(document) {
    yield* draftsOf(document, 'share')
  },

  examples: [
    {
      title: 'a share that follows',
      manuscript: 'Of 420 respondents, 84 (20%) had a car.',
    },
    {
      title: 'доля',
      manuscript: 'На экспорт пришлось 5,1 млрд из 12,7 млрд тенге (⟦45 %⟧).',
      says: ['5,1 млрд of 12,7 млрд тенге is 39.6 to 40.7 %, not 45 %'],
    },
    {
      title: 'ZH: 占比',
      manuscript: '420名受访者中有84人（占⟦二成五⟧）有汽车。',
      says: ['84 of 420 is 20.0 %, not 二成五'],
    },
  ],
}
