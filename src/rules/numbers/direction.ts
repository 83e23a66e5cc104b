import type { DocumentRule } from '../../model/rule.ts'
import { draftsOf } from '../../numbers/index.ts'

export const direction: DocumentRule = {
  id: 'numbers/direction',
  summary: 'Verbs of rise and fall agree with their figures.',
  why: 'A rise from 5.2 to 4.9 has either its figures or its verb wrong, and both are quoted.',
  cannotSee: 'Rises and falls told without from and to, and rates of growth that slow down.',
  severity: 'error',
  messages: {
    contradicted: 'The text tells {verb}, but from {from} to {to} is {is}',
  },

  *check(document) {
    yield* draftsOf(document, 'direction')
  },

  examples: [
    {
      title: 'a rise that falls',
      manuscript: 'Exports of tea rose from 5.2 million to ⟦4.9 million tonnes⟧.',
      says: ['The text tells a rise, but from 5.2 million to 4.9 million tonnes is a fall'],
    },
    {
      title: 'a fall that falls',
      manuscript: 'Exports of tea fell from 5.2 million to 4.9 million tonnes.',
    },
    {
      title: 'рост, который упал',
      manuscript: 'Экспорт чая вырос с 5,2 до ⟦4,9 млрд тенге⟧.',
      says: ['The text tells a rise, but from 5,2 to 4,9 млрд тенге is a fall'],
    },
  ],
}
