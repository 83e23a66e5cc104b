import type { CslName } from '../../model/csl.ts'
import type { Draft } from '../../model/finding.ts'
import type { DocumentRule, Example } from '../../model/rule.ts'
import { familyOf } from '../../text/csl.ts'
import { foldWords } from '../../text/fold.ts'
import { type NameDifference, nameText } from '../author-lists.ts'
import { askWorks, type Compared, comparedWorks, evidenceOf, placeOfName } from '../works.ts'

const entry = (authors: string): string =>
  `See [1].\n\n## References\n\n1. ${authors} Literate machines and their readers // Journal of Invented Results. 2004. Vol. 2. P. 5–9. https://doi.org/10.5555/jir.12\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n`
const QUERY = { kind: 'work', doi: '10.5555/jir.12' } as const
const by = (...author: readonly CslName[]): NonNullable<Example['answers']> => [
  {
    query: QUERY,
    answer: {
      state: 'found',
      source: 'Crossref',
      asOf: '2026-01-02',
      value: {
        csl: {
          id: '10.5555/jir.12',
          type: 'article-journal',
          title: 'Literate machines and their readers',
          author: [...author],
          DOI: '10.5555/jir.12',
        },
      },
    },
  },
]
const ROE = { family: 'Rowan', given: 'Ann' }
const DOE = { family: 'Delgado', given: 'Bea' }
const POE = { family: 'Petersen', given: 'Cyd' }

export const recordedAuthor: DocumentRule = {
  id: 'records/author',
  summary: 'The authors of an entry are those of the registered work, spelled and ordered as there.',
  why: 'A misspelled or lost author is not found, not credited and not counted.',
  cannotSee:
    'Mistakes that the registry makes too. Scripts, romanisations, accents, initials, particles and "et al." do not count as differences.',
  severity: 'warning',
  messages: {
    spelling: 'Entry {label} has the author {ours}, {registry} {theirs}',
    given: 'Entry {label} has the author {ours}, {registry} {theirs}',
    replaced: 'Entry {label} has the author {ours} where {registry} has {theirs}',
    missing: 'Entry {label} leaves out {theirs}, whom {registry} has among the authors',
    extra: 'Entry {label} has the author {ours}, whom {registry} does not have',
    order: 'Entry {label} has {ours} in another place among the authors than {registry}',
    none: 'None of the authors of entry {label} is an author of the work at {registry}',
  },

  ask: askWorks,

  *check(document, answers, _, { accept }) {
    const accepted = new Set(accept.names.map(foldWords))
    for (const one of comparedWorks(document, answers)) {
      if (one.verdict !== 'this') continue
      if (one.authors.verdict === 'none') yield none(one)
      for (const draft of differing(one, accepted)) yield draft
    }
  },

  examples: [
    {
      title: 'initials, another script and accents are no difference',
      manuscript: entry('Rowan A., Delgado B.'),
      answers: by({ family: 'Rowán', given: 'Ann Q.' }, DOE),
    },
    {
      title: 'a misspelled name',
      manuscript: entry('⟦Rovan⟧ A., Delgado B.'),
      says: ['Entry 1 has the author A. Rovan, Crossref Ann Rowan'],
      answers: by(ROE, DOE),
    },
    {
      title: 'an author who was left out',
      manuscript: entry('⟦Rowan A., Petersen C⟧.'),
      says: ['Entry 1 leaves out Bea Delgado, whom Crossref has among the authors'],
      answers: by(ROE, DOE, POE),
    },
    {
      title: '"et al." may leave people out',
      manuscript: entry('Rowan A., Delgado B. et al.'),
      answers: by(ROE, DOE, POE),
    },
    {
      title: 'an author whom the record does not have',
      manuscript: entry('Rowan A., Delgado B., ⟦Petersen⟧ C.'),
      says: ['Entry 1 has the author C. Petersen, whom Crossref does not have'],
      answers: by(ROE, DOE),
    },
    {
      title: 'another order',
      manuscript: entry('Delgado B., ⟦Rowan⟧ A.'),
      says: ['Entry 1 has A. Rowan in another place among the authors than Crossref'],
      answers: by(ROE, DOE),
    },
    {
      title: 'nobody could look',
      manuscript: entry('Rowan A., Delgado B.'),
      answers: [{ query: QUERY, answer: { state: 'unknown', why: 'blocked' } }],
    },
  ],
}

function none(one: Compared): Draft {
  const { reference, source, record } = one
  const ours = (reference.csl.author ?? reference.csl.editor ?? []).map(nameText).join(', ')
  const theirs = (record.csl.author ?? record.csl.editor ?? []).map(nameText).join(', ')
  return {
    span: placeOfName(reference, undefined),
    messageId: 'none',
    data: { label: reference.label, registry: source },
    confidence: 'likely',
    subject: `${one.id} none`,
    note: 'The title agrees. Correct the authors, or the DOI if another work of this title is meant.',
    evidence: [evidenceOf(one, 'authors', ours, theirs)],
    concerns: [reference.id],
  }
}

/** One finding for each kind of difference: ten authors left out are one. */
function* differing(one: Compared, accepted: ReadonlySet<string>): Iterable<Draft> {
  const told = new Set<string>()
  for (const difference of one.authors.differences) {
    const { kind, ours, theirs } = difference
    const named = ours ?? theirs
    if (named !== undefined && accepted.has(foldWords(familyOf(named)))) continue
    if (told.has(kind) && kind !== 'spelling' && kind !== 'given') continue
    told.add(kind)
    yield draftOf(one, difference)
  }
}

function draftOf(one: Compared, { kind, ours, theirs }: NameDifference): Draft {
  const { reference, source, id, authors } = one
  const left = kind === 'missing' ? authors.differences.filter((other) => other.kind === 'missing').length : 0
  const theirName = theirs === undefined ? '' : nameText(theirs)
  const data = {
    label: reference.label,
    registry: source,
    ours: ours === undefined ? '' : nameText(ours),
    theirs: left > 1 ? `${theirName} and ${left - 1} more` : theirName,
  }
  return {
    span: placeOfName(reference, ours),
    messageId: kind,
    data,
    confidence: 'likely',
    subject: `${id} ${kind} ${data.ours} ${data.theirs}`,
    note: 'Compare with the title page of the work.',
    evidence: [
      evidenceOf(
        one,
        'author',
        data.ours === '' ? 'not there' : data.ours,
        data.theirs === '' ? 'not there' : data.theirs,
      ),
    ],
    concerns: [reference.id],
  }
}
