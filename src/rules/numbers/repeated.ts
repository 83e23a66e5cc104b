import type { DocumentRule } from '../../model/rule.ts'
import { draftsOf } from '../../numbers/index.ts'

export const repeatedFigures: DocumentRule = {
  id: 'numbers/repeated',
  summary: 'Figures are told once in the body of the text.',
  why: 'A sentence told twice is a paste that was not cleaned up; where one of the two lacks its source, the reader cannot check it.',
  cannotSee: 'Repeats in other words with other figures; abstracts and conclusions, which repeat on purpose.',
  severity: 'info',
  messages: {
    twice: '{figures} told twice',
    source: '{figures} told twice, here without the source',
  },

  *check(document) {
    yield* draftsOf(document, 'repeated')
  },

  examples: [
    {
      title: 'a sentence told twice',
      manuscript:
        '## History\n\nThe pipeline is 1,833 km long and was opened in 2009.\n\nIt serves nine towns.\n\n## Present\n\n⟦The pipeline is 1,833 km long and was opened in 2009.⟧',
      says: ['1,833 km told twice'],
      severity: 'info',
    },
    {
      title: 'told twice, once without its source',
      manuscript:
        '## History\n\n⟦In 2005 the port handled 82% of all grain, 1.2 million tonnes, and 14% of all timber of the region.⟧\n\nIt serves nine towns.\n\n## Present\n\nIn 2005 the port handled 82% of all grain, 1.2 million tonnes, and 14% of all timber of the region (Roe, 2007).\n\n## References\n\nRoe A. Ports of grain. Journal of Invented Results. 2007. Vol. 2. P. 5–9.\n',
      says: ['82%, 1.2 million tonnes, 14% told twice, here without the source'],
      severity: 'warning',
    },
    {
      title: 'a short label',
      manuscript: 'Table 2 reports means for 2015.\n\nTable 2 reports means for 2015.',
    },
  ],
}
