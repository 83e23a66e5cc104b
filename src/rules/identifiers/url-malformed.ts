import type { DocumentRule } from '../../model/rule.ts'
import { type DamageKind, diagnoseUrl, findUrls } from '../../text/identifiers/index.ts'
import { type Damaged, damageDraft, passageDamage, typedPlaces, writtenFields } from '../damages.ts'

/** Browsers and resolvers mend these by themselves. */
const HARMLESS: ReadonlySet<DamageKind> = new Set(['odd-case', 'latex-escape'])

export const malformedUrl: DocumentRule = {
  id: 'identifiers/url-malformed',
  summary: 'Every link is whole: a scheme, a host, no space inside, nothing cut off.',
  why: 'A damaged link leads the reader nowhere, and no check of the page behind it is possible.',
  cannotSee: 'Links of the right form that are dead or lead elsewhere, and spaces that also end the link in print.',
  severity: 'warning',
  messages: {
    damaged: 'The link `{text}` has {wrong}',
    odd: 'The link `{text}` has {wrong}; it still works',
  },

  *check(document) {
    for (const damaged of damagedUrls(document)) {
      // a text fragment (`#:~:text=…`) quotes the page and may end in any mark
      if (damaged.text.includes('#:~:')) continue
      const draft = damageDraft('link', damaged)
      const serious = damaged.damages.some(({ kind }) => !HARMLESS.has(kind))
      yield serious ? draft : { ...draft, messageId: 'odd', severity: 'info' }
    }
  },

  examples: [
    {
      title: 'whole links',
      manuscript:
        'See [1] and [2].\n\n## References\n\n1. Roe A. Literate machines. URL: https://www.example.org/a_(b)/c?d=1 (accessed: 01.02.2024).\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n',
    },
    {
      title: 'a broken scheme',
      manuscript:
        'See [1] and [2].\n\n## References\n\n1. Roe A. Literate machines. URL: ⟦htp://www.example.org/a⟧ (accessed: 01.02.2024).\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n',
      says: ['The link `htp://www.example.org/a` has a damaged beginning'],
      fixed:
        'See [1] and [2].\n\n## References\n\n1. Roe A. Literate machines. URL: http://www.example.org/a (accessed: 01.02.2024).\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n',
    },
    {
      title: 'a space before the last part, where a sign may have been lost',
      manuscript:
        'See [1] and [2].\n\n## References\n\n1. Roe A. Literate machines. URL: ⟦https://example.org/a/147825702 115423⟧ (access date: 01.02.2024).\n2. Doe B. Proofs that run. URL: ⟦https://example.org/doc/ 34567⟧ (access date: 01.02.2024).\n',
      says: [
        'The link `https://example.org/a/147825702 115423` has a space or line break inside',
        'The link `https://example.org/doc/ 34567` has a space or line break inside',
      ],
    },
    {
      title: 'a space in a library’s URL',
      manuscript: '---\nbibliography: refs.bib\n---\n\nSee [@roe2004].',
      bibliography:
        '@misc{roe2004, author={Roe, Ann}, title={Literate Machines}, year={2004}, url={⟦https://example.org/a b⟧}}',
      says: ['The link `https://example.org/a b` has a space or line break inside'],
    },
    {
      title: 'capitals in the scheme are only an info',
      manuscript:
        'См. [1] и [2].\n\n## Литература\n\n1. Ветров А. А. Читаемые машины. URL: ⟦Https://www.example.org/a⟧ (дата обращения: 01.02.2024).\n2. Лугова Б. Б. Доказательства // Вестник примеров. 2006. № 4. С. 15–19.\n',
      says: ['The link `Https://www.example.org/a` has capitals in its scheme; it still works'],
      severity: 'info',
    },
  ],
}

function* damagedUrls(document: Parameters<DocumentRule['check']>[0]): Iterable<Damaged> {
  yield* writtenFields(document, ['url', 'ur', 'l1', 'l2'], diagnoseUrl)
  for (const place of typedPlaces(document)) {
    for (const { start, end, damages } of findUrls(place.passage.text)) {
      if (damages.length > 0) yield passageDamage(place, start, end, damages)
    }
  }
}
