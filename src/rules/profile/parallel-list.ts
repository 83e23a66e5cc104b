import type { DocumentRule } from '../../model/rule.ts'

interface Options {
  readonly required: boolean
}

export const parallelList: DocumentRule<Options> = {
  id: 'profile/parallel-list',
  summary: 'The reference list stands a second time in Latin letters where the journal asks for it.',
  why: 'Indexes read the second list (References beside Литература, Әдебиеттер or 参考文献); without it no citation is counted.',
  cannotSee:
    'Anything unless the configuration requires the second list; whether the two agree is said by lists/counterpart-*.',
  severity: 'error',
  messages: {
    missing: 'The journal asks for the list a second time in Latin letters; there is none',
  },
  options: { required: false },

  *check({ lists, hasBody }, _answers, { required }) {
    const own = lists.filter(({ kind }) => kind === 'references')
    const [first] = own
    if (!required || !hasBody || first === undefined || own.some(({ parallelTo }) => parallelTo !== undefined)) return
    yield { span: first.headingSpan ?? first.span, messageId: 'missing', subject: first.heading ?? '' }
  },

  examples: [
    {
      title: 'ничего не требуется',
      manuscript:
        'См. [1].\n\n## Литература\n\n1. Ветров А. А. Читаемые машины // Вестник примеров. 2004. № 2. С. 5–9.\n2. Лугова Б. Б. Доказательства // Вестник примеров. 2006. № 4. С. 15–19.\n',
    },
    {
      title: 'нет второго списка',
      options: { required: true },
      manuscript:
        'См. [1], [2].\n\n## ⟦Литература⟧\n\n1. Ветров А. А. Читаемые машины // Вестник примеров. 2004. № 2. С. 5–9.\n2. Лугова Б. Б. Доказательства // Вестник примеров. 2006. № 4. С. 15–19.\n',
      says: ['The journal asks for the list a second time in Latin letters; there is none'],
    },
  ],
}
