import type { DocumentRule } from '../../model/rule.ts'
import { draftsOf } from '../../numbers/index.ts'

export const sourceDiffers: DocumentRule = {
  id: 'numbers/source-differs',
  summary: 'Figures of different sources are told apart.',
  why: 'Two sources may count differently; a reader should see that the author knows.',
  cannotSee: 'Sources that the sentence does not name.',
  severity: 'info',
  messages: {
    differs: '{here} here ({ours}), {there} elsewhere ({theirs})',
  },

  *check(document) {
    yield* draftsOf(document, 'source-differs')
  },

  examples: [
    {
      title: 'two sources',
      manuscript:
        'According to the Harbour Board, exports of the coast towns reached $24.3 billion in 2022.\n\nAccording to the Customs House, exports of the coast towns reached ⟦$26.1 billion⟧ in 2022.',
      says: ['$26.1 billion here (customs house), $24.3 billion elsewhere (harbour board)'],
    },
    {
      title: 'one source',
      manuscript:
        'According to the Harbour Board, exports of the coast towns reached $24.3 billion in 2022.\n\nAccording to the Harbour Board, exports of the coast towns reached $24.3 billion in 2022.',
    },
  ],
}
