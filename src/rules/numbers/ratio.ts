import type { DocumentRule } from '../../model/rule.ts'
import { draftsOf } from '../../numbers/index.ts'

export const figureRatio: DocumentRule = {
  id: 'numbers/ratio',
  summary: 'Ratio words and unit prices follow from the figures beside them.',
  why: 'Doubled, half as much and per tonne are what readers remember; they must follow from the figures.',
  cannotSee: 'Ratios whose two figures do not stand in the same sentence.',
  severity: 'warning',
  messages: {
    wrong: '{from} to {to} is {ratio} times, not {said}',
    price: '{money} for {amount} is {price} a unit, not {said}',
  },

  *check(document) {
    yield* draftsOf(document, 'ratio')
  },

  examples: [
    {
      title: 'в полтора раза',
      manuscript: 'Число читателей выросло в ⟦1,5 раза⟧, с 200 до 250 тыс.',
      says: ['200 to 250 тыс. is 1.24 to 1.26 times, not 1,5 раза'],
    },
    {
      title: 'вдвое',
      manuscript: 'Оборот увеличился вдвое: с 3,1 до 6,3 млрд тенге.',
    },
  ],
}
