import type { DocumentRule } from '../../model/rule.ts'
import { type DamageKind, diagnoseDoi, findDois } from '../../text/identifiers/index.ts'
import { type Damaged, damageDraft, passageDamage, typedPlaces, writtenFields } from '../damages.ts'

/** True, but the link works all the same. */
const HARMLESS: ReadonlySet<DamageKind> = new Set(['http-doi-mirror', 'odd-case', 'latex-escape'])

export const malformedDoi: DocumentRule = {
  id: 'identifiers/doi-malformed',
  summary: 'Every DOI is whole and nothing but a DOI.',
  why: 'A DOI with a space, a look-alike letter or pages in it resolves to nothing, and no registry can match the entry.',
  cannotSee: 'A DOI of the right form that is not registered or belongs to another work.',
  severity: 'error',
  messages: {
    damaged: 'The DOI `{text}` has {wrong}',
    old: 'The DOI `{text}` has {wrong}; it still works',
  },

  *check(document) {
    for (const damaged of damagedDois(document)) {
      const draft = damageDraft('DOI', damaged)
      const serious = damaged.damages.some(({ kind }) => !HARMLESS.has(kind))
      yield serious ? draft : { ...draft, messageId: 'old', severity: 'info' }
    }
  },

  examples: [
    {
      title: 'a DOI with parentheses and semicolons',
      manuscript: '---\nbibliography: refs.bib\n---\n\nSee [@roe2004].',
      bibliography:
        '@article{roe2004, author={Roe, Ann}, title={Literate Machines}, journal={J}, year={2004}, doi={10.5555/0022-0949(200401)10:1<1::AID-EX1>3.0.CO;2-B}}',
    },
    {
      title: 'a space inside',
      manuscript:
        'See [1] and [2].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9. DOI: ⟦10.5555/ jir.2004.12⟧\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n',
      says: ['The DOI `10.5555/ jir.2004.12` has a space or line break inside'],
      fixed:
        'See [1] and [2].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9. DOI: 10.5555/jir.2004.12\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n',
    },
    {
      title: 'pages between the label and the DOI',
      manuscript:
        'See [1] and [2].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 101–110. DOI: ⟦101-110. 10.5555/jir.2004.12⟧\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19. https://doi.org/10/bqhp9z\n',
      says: ['The DOI `101-110. 10.5555/jir.2004.12` has page numbers in its place'],
      fixed:
        'See [1] and [2].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 101–110. DOI: 10.5555/jir.2004.12\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19. https://doi.org/10/bqhp9z\n',
    },
    {
      title: 'pages in a library’s DOI field',
      manuscript: '---\nbibliography: refs.bib\n---\n\nSee [@roe2004].',
      bibliography:
        '@article{roe2004, author={Roe, Ann}, title={Literate Machines}, journal={J}, year={2004}, doi={⟦101-110⟧}}',
      says: ['The DOI `101-110` has page numbers in its place'],
    },
    {
      title: 'an outdated resolver is only an info',
      manuscript: '---\nbibliography: refs.bib\n---\n\nSee [@roe2004].',
      bibliography:
        '@article{roe2004, author={Roe, Ann}, title={Literate Machines}, journal={J}, year={2004}, doi={⟦http://dx.doi.org/10.5555/jir.12⟧}}',
      says: ['The DOI `http://dx.doi.org/10.5555/jir.12` has an outdated resolver; it still works'],
      severity: 'info',
    },
  ],
}

function* damagedDois(document: Parameters<DocumentRule['check']>[0]): Iterable<Damaged> {
  yield* writtenFields(document, ['doi', 'do'], diagnoseDoi)
  for (const place of typedPlaces(document)) {
    for (const { start, end, damages } of findDois(place.passage.text)) {
      if (damages.length > 0) yield passageDamage(place, start, end, damages)
    }
  }
}
