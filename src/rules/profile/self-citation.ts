import type { CslName } from '../../model/csl.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { type PersonName, parseName, personOf } from '../../names/index.ts'
import { fold } from '../../text/fold.ts'
import { worksOf } from '../cited-works.ts'

interface Options {
  readonly report: boolean
}

const NAMED = 12

export const selfCitation: DocumentRule<Options> = {
  id: 'profile/self-citation',
  summary: 'The share of the authors’ own works among the sources is known.',
  why: 'Journals that limit self-citation ask for the count; it says nothing against a manuscript by itself.',
  cannotSee:
    'Authors that the front matter does not name, names in another script, and namesakes with the same initials.',
  severity: 'info',
  messages: {
    share: '{count} of {total} sources are by authors of the manuscript ({percent} %): {labels}',
  },
  options: { report: false },

  *check(document, _answers, { report }) {
    const authors = (document.metadata.authors ?? []).map(({ text }) => parseName(text))
    const works = worksOf(document)
    if (!report || authors.length === 0 || works.length === 0) return
    const own = works.filter(({ csl }) =>
      (csl.author ?? []).some((name) => authors.some((author) => isOf(name, author))),
    )
    const labels = own.slice(0, NAMED).map(({ label }) => label)
    const [first] = document.metadata.authors ?? []
    const { start = 0 } = first?.pieces[0] ?? {}
    yield {
      span: { path: document.source.path, start, end: start },
      messageId: 'share',
      data: {
        count: own.length,
        total: works.length,
        percent: Math.round((100 * own.length) / works.length),
        labels:
          own.length === 0 ? 'none' : labels.join(', ') + (own.length > NAMED ? ` and ${own.length - NAMED} more` : ''),
      },
      subject: `own ${own.length} ${works.length}`,
      related: own
        .slice(0, NAMED)
        .map(({ labelSpan, span, label }) => ({ span: labelSpan ?? span, message: `entry ${label}` })),
    }
  },

  examples: [
    {
      title: 'nobody asks',
      manuscript:
        '---\nauthor: Ann Roe\n---\n\nSee [1].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n',
    },
    {
      title: 'one of two, and a namesake',
      options: { report: true },
      manuscript:
        '---\nauthor: ⟦⟧Ann Roe\n---\n\nSee [1] and [2].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Roe Z. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n',
      says: ['1 of 2 sources are by authors of the manuscript (50 %): 1'],
    },
  ],
}

/** The same surname, and no first initial that differs. */
function isOf(name: CslName, author: PersonName): boolean {
  const person = personOf(name)
  if (fold(person.family) !== fold(author.family)) return false
  const [ours, theirs] = [person.initials[0], author.initials[0]]
  return ours === undefined || theirs === undefined || ours === theirs
}
