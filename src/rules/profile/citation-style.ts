import type { CitationKind } from '../../model/citation.ts'
import type { DocumentRule } from '../../model/rule.ts'

interface Options {
  /** what the journal asks for; `any` asks for nothing */
  readonly style: 'any' | 'author-year' | 'numeric' | 'note' | 'key'
}

const STYLES: Readonly<Record<CitationKind, Options['style']>> = {
  narrative: 'author-year',
  parenthetical: 'author-year',
  numeric: 'numeric',
  note: 'note',
  key: 'key',
  identifier: 'key',
}

const WORDS: Readonly<Record<Options['style'], string>> = {
  any: 'anything',
  'author-year': 'author and year',
  numeric: 'numbers',
  note: 'notes',
  key: 'keys',
}

export const citationStyle: DocumentRule<Options> = {
  id: 'profile/citation-style',
  summary: 'All citations are of the kind that the journal asks for.',
  why: 'A journal with numbered references sends a manuscript back that cites by author and year, whatever it says.',
  cannotSee: 'Anything unless the configuration names a style, and finer points than the kind of citation.',
  severity: 'warning',
  messages: {
    other: '{count} of {total} citations are not by {wanted}, as the journal asks, the first of them {first}',
  },
  options: { style: 'any' },

  *check({ citations }, _answers, { style }) {
    if (style === 'any') return
    const others = citations.filter(({ kind }) => STYLES[kind] !== style)
    const [first, ...rest] = others
    if (first === undefined) return
    yield {
      span: first.span,
      messageId: 'other',
      data: { count: others.length, total: citations.length, wanted: WORDS[style], first: `“${first.text}”` },
      subject: style,
      related: rest.slice(0, 5).map(({ span }) => ({ span, message: 'another one' })),
      evidence: [
        { about: 'style', ours: WORDS[STYLES[first.kind]], theirs: WORDS[style], source: 'the journal profile' },
      ],
    }
  },

  examples: [
    {
      title: 'no style is asked for',
      manuscript:
        'See [1].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n',
    },
    {
      title: 'names where numbers are asked for',
      options: { style: 'numeric' },
      manuscript:
        'See [1] and ⟦Doe (2006)⟧.\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n',
      says: ['1 of 2 citations are not by numbers, as the journal asks, the first of them “Doe (2006)”'],
    },
  ],
}
