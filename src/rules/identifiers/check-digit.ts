import type { Document } from '../../model/document.ts'
import type { Draft } from '../../model/finding.ts'
import type { Reference } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'
import type { Span } from '../../model/source.ts'
import { type FoundIdentifier, findNumbers, type Scheme } from '../../text/identifiers/index.ts'
import { spanOf } from '../../text/passage.ts'
import { typedPlaces } from '../damages.ts'

const NAMES: Readonly<Partial<Record<Scheme, string>>> = { isbn: 'ISBN', issn: 'ISSN', orcid: 'ORCID iD' }

/** Fields of libraries that hold such a number, and the label that makes its scheme known. */
const FIELDS: Readonly<Record<string, string>> = { isbn: 'ISBN ', issn: 'ISSN ', sn: '', orcid: 'https://orcid.org/' }

export const checkDigit: DocumentRule = {
  id: 'identifiers/check-digit',
  summary: 'Every ISBN, ISSN and ORCID iD has the check digit that its other digits demand.',
  why: 'A wrong check digit means that at least one digit is wrong, and the number finds another book, journal or person, or none.',
  cannotSee:
    'Which digit is wrong, numbers that are wrong and happen to fit, and the few books that were printed with a wrong ISBN.',
  severity: 'error',
  messages: {
    wrong: 'The {name} {text} does not fit its check digit',
  },

  *check(document) {
    yield* typed(document)
    for (const reference of document.references) yield* written(reference)
  },

  examples: [
    {
      title: 'numbers that fit',
      manuscript:
        'See [1].\n\n## References\n\n1. Roe A. Literate machines. Example Press, 2004. 120 p. ISBN 978-0-00-000000-2, ISSN 1234-5679.\n2. Doe B. Proofs that run. Example Press, 2006. 90 p. ISBN 0-00-000000-0.\n',
    },
    {
      title: 'an ISBN with a wrong digit',
      manuscript:
        'See [1].\n\n## References\n\n1. Roe A. Literate machines. Example Press, 2004. 120 p. ISBN ⟦978-0-00-100000-2⟧.\n2. Doe B. Proofs that run. Example Press, 2006. 90 p. ISBN 0-00-000000-0.\n',
      says: ['The ISBN 978-0-00-100000-2 does not fit its check digit'],
    },
    {
      title: 'an ISSN in a library',
      manuscript: '---\nbibliography: refs.bib\n---\n\nSee [@roe2004].',
      bibliography:
        '@article{roe2004, author={Roe, Ann}, title={Literate Machines}, journal={Journal of Invented Results}, year={2004}, issn={⟦1234-5678⟧}}',
      says: ['The ISSN 1234-5678 does not fit its check digit'],
    },
    {
      title: 'a long number that is no ISBN',
      manuscript: 'The counter stood at 9780000100002, the meter at 1234-5678.\n',
    },
  ],
}

function* typed(document: Document): Iterable<Draft> {
  for (const { passage, reference } of typedPlaces(document)) {
    for (const found of findNumbers(passage.text)) {
      if (!isWrong(found)) continue
      const { start, end } = numberOf(found)
      // without a label it may be any number
      if (found.scheme !== 'orcid' && found.start === start) continue
      if (found.scheme === 'orcid' && !/orcid/i.test(passage.text.slice(Math.max(0, start - 40), start))) continue
      yield draft(spanOf(passage, start, end), passage.text.slice(start, end), found.scheme, reference)
    }
  }
}

function* written(reference: Reference): Iterable<Draft> {
  for (const { name, value, span } of reference.written ?? []) {
    const label = Object.hasOwn(FIELDS, name.toLowerCase()) ? FIELDS[name.toLowerCase()] : undefined
    if (label === undefined) continue
    for (const found of findNumbers(label === '' ? value : labelled(label, value))) {
      if (!isWrong(found)) continue
      const { start, end } = numberOf(found)
      const text = labelled(label, value).slice(start, end)
      const at = value.indexOf(text)
      if (at < 0) continue
      yield draft(
        { path: span.path, start: span.start + at, end: span.start + at + text.length },
        text,
        found.scheme,
        reference,
      )
    }
  }
}

/** The label before each of several numbers: `1234-5679, 2345-6780`. */
function labelled(label: string, value: string): string {
  return value
    .split(/(?<=[,;]\s?)/)
    .map((part) => (/^\s*\d/.test(part) ? label + part.trimStart() : part))
    .join('')
}

function isWrong({ damages }: FoundIdentifier): boolean {
  return damages.some(({ kind }) => kind === 'check-digit')
}

function numberOf({ damages, start, end }: FoundIdentifier): { start: number; end: number } {
  return damages.find(({ kind }) => kind === 'check-digit') ?? { start, end }
}

function draft(span: Span, text: string, scheme: Scheme, reference: Reference | undefined): Draft {
  const name = NAMES[scheme] ?? scheme
  return {
    span,
    messageId: 'wrong',
    data: { name, text },
    subject: `${reference?.label ?? ''} ${text}`,
    note: `Compare the ${name} with the work itself.`,
    evidence: [{ about: name, ours: text, theirs: 'another check digit', source: 'the standard of the number' }],
    ...(reference === undefined ? {} : { concerns: [reference.id] }),
  }
}
