import type { Reference } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'
import type { Span } from '../../model/source.ts'
import { spanOf } from '../../text/passage.ts'
import { findPlaceholders, IN_ENTRY, type Placeholder } from '../placeholders.ts'

/** Library fields of the owner's own, where notes to oneself belong. */
const PRIVATE: ReadonlySet<string> = new Set(['note', 'annote', 'annotation', 'abstract', 'file', 'keywords', 'url'])

export const placeholderInEntry: DocumentRule = {
  id: 'references/placeholder',
  summary: 'No placeholder stands in an entry.',
  why: 'A year 20XX or a page ?? means that the entry was never finished and cannot be followed.',
  cannotSee: 'Fields that are filled with something plausible and wrong.',
  severity: 'warning',
  messages: {
    placeholder: 'The placeholder “{text}” is left in entry {label}',
  },

  *check({ references }) {
    for (const reference of references) {
      for (const { span, text } of placeholdersOf(reference)) {
        yield {
          span,
          messageId: 'placeholder',
          data: { text, label: reference.label },
          subject: `${reference.label} ${text}`,
          note: 'Put in what was meant.',
          concerns: [reference.id],
        }
      }
    }
  },

  examples: [
    {
      title: 'a Roman thirty',
      manuscript:
        'See [1] and [2].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. XXX. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n',
    },
    {
      title: 'a year to come',
      manuscript:
        'See [1] and [2].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. ⟦20XX⟧. Vol. 4. P. 15–19.\n',
      says: ['The placeholder “20XX” is left in entry 2'],
    },
    {
      title: 'a library field',
      manuscript: '---\nbibliography: refs.bib\n---\n\nSee [@roe2004].',
      bibliography: '@article{roe2004, author={Roe, Ann}, title={Literate Machines}, journal={⟦TODO⟧}, year={2004}}',
      says: ['The placeholder “TODO” is left in entry roe2004'],
    },
  ],
}

function* placeholdersOf({ written, passage }: Reference): Iterable<Placeholder & { readonly span: Span }> {
  if (written === undefined) {
    for (const one of findPlaceholders(passage.text, IN_ENTRY))
      yield { ...one, span: spanOf(passage, one.start, one.end) }
    return
  }
  for (const { name, value, span } of written) {
    if (PRIVATE.has(name.toLowerCase())) continue
    for (const one of findPlaceholders(value, IN_ENTRY)) {
      yield { ...one, span: { path: span.path, start: span.start + one.start, end: span.start + one.end } }
    }
  }
}
