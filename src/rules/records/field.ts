import type { Draft } from '../../model/finding.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { shorten } from '../../text/csl.ts'
import { foldWords } from '../../text/fold.ts'
import { differingFields, type FieldDifference } from '../record-fields.ts'
import { withoutAddresses } from '../typed-names.ts'
import { askWorks, type Compared, comparedWorks, evidenceOf, placeOf, titlesOf } from '../works.ts'

const entry = (rest: string): string =>
  `See [1].\n\n## References\n\n1. Roe A. ${rest} https://doi.org/10.5555/jir.12\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n`
const QUERY = { kind: 'work', doi: '10.5555/jir.12' } as const
const FOUND = { state: 'found', source: 'Crossref', asOf: '2026-01-02' } as const
const CSL = {
  id: '10.5555/jir.12',
  type: 'article-journal',
  title: 'Literate machines and their readers',
  'container-title': 'Journal of Invented Results',
  author: [{ family: 'Roe', given: 'Ann' }],
  issued: { 'date-parts': [[2004]] },
  volume: '2',
  issue: '3',
  page: '15-29',
  DOI: '10.5555/jir.12',
}
const ANSWERS = [{ query: QUERY, answer: { ...FOUND, value: { csl: CSL, years: [2003, 2004] } } }] as const

/** A field that was read less surely is not compared. */
const SURE = 0.7

/** What each field is called, and the names it has in entries and libraries. */
const FIELDS: Readonly<Record<FieldDifference['field'], readonly [name: string, ...fields: string[]]>> = {
  year: ['year', 'issued', 'year', 'date', 'py', 'y1', 'da'],
  volume: ['volume', 'volume', 'vl'],
  issue: ['issue', 'issue', 'number', 'is'],
  page: ['pages', 'page', 'pages', 'sp'],
  venue: ['journal', 'container-title', 'journal', 'journaltitle', 'jo', 't2', 'jf'],
}

export const recordedField: DocumentRule = {
  id: 'records/field',
  summary: 'Title, year, volume, issue and pages of an entry are those of the registered work.',
  why: 'Readers without the DOI find the work by these, and so do the programs that count citations.',
  cannotSee:
    'Which of the two is wrong: registries err too. A year next to the only one that the registry gives is not told, for works appear online before they are printed.',
  severity: 'warning',
  messages: {
    title: 'The title of entry {label} differs from the one at {registry}: {ours} for {theirs}',
    'other-title': 'Entry {label} has the title “{ours}”, {registry} “{theirs}”',
    value: 'Entry {label} has the {field} {ours}, {registry} {theirs}',
    venue: 'Entry {label} has the {field} “{ours}”, {registry} “{theirs}”',
  },

  ask: askWorks,

  *check(document, answers) {
    for (const one of comparedWorks(document, answers)) {
      if (one.verdict !== 'this') continue
      const title = titleDraft(one)
      if (title !== undefined) yield title
      for (const difference of differingFields(one.reference.csl, one.record)) {
        if (isSure(one, difference)) yield valueDraft(one, difference)
      }
    }
  },

  examples: [
    {
      title: 'everything agrees; the year may be that of the first appearance online',
      manuscript: entry(
        'Literate machines and their readers // Journal of Invented Results. 2003. Vol. 2, no. 3. P. 15–29.',
      ),
      answers: ANSWERS,
    },
    {
      title: 'another year and other pages',
      manuscript: entry(
        'Literate machines and their readers // Journal of Invented Results. ⟦2007⟧. Vol. 2, no. 3. P. ⟦51–69⟧.',
      ),
      says: ['Entry 1 has the year 2007, Crossref 2003 or 2004', 'Entry 1 has the pages 51-69, Crossref 15-29'],
      answers: ANSWERS,
    },
    {
      title: 'a word of the title',
      manuscript: entry(
        '⟦Literate machines and their writers⟧ // Journal of Invented Results. 2004. Vol. 2, no. 3. P. 15–29.',
      ),
      says: ['The title of entry 1 differs from the one at Crossref: “writers” for “readers”'],
      answers: ANSWERS,
    },
    {
      title: 'a subtitle that was left out, and another way of spelling',
      manuscript: entry(
        'Literate machines & their readers: A colour chart // J. Invent. Res. 2004. Vol. II, no. 3. P. 15–29.',
      ),
      answers: ANSWERS,
    },
    {
      title: 'nobody could look',
      manuscript: entry(
        'Literate machines and their writers // Journal of Invented Results. 2007. Vol. 2, no. 3. P. 15–29.',
      ),
      answers: [{ query: QUERY, answer: { state: 'unknown', why: 'offline' } }],
    },
  ],
}

function titleDraft(one: Compared): Draft | undefined {
  const { reference, title, source, id, record } = one
  const { verdict, differing } = title
  if (verdict !== 'slips' && verdict !== 'changed' && verdict !== 'different') return undefined
  const [first] = titlesOf(record)
  const ours = reference.csl.title ?? ''
  const theirs = record.csl.title ?? first ?? ''
  const few = verdict !== 'different' && differing.length <= 3
  const quoted = (side: 0 | 1): string =>
    differing.map((pair) => (pair[side] === '' ? 'nothing' : `“${shorten(pair[side], 60)}”`)).join(', ')
  return {
    span: placeOf(reference, 'title', 'ti', 't1'),
    messageId: few ? 'title' : 'other-title',
    data: {
      label: reference.label,
      registry: source,
      ours: few ? quoted(0) : shorten(ours, 80),
      theirs: few ? quoted(1) : shorten(theirs, 80),
    },
    confidence: 'likely',
    subject: `${id} title ${foldWords(ours)}`,
    note: 'Compare with the title page of the work.',
    evidence: [evidenceOf(one, 'title', ours, theirs)],
    concerns: [reference.id],
  }
}

/** A typed-out field counts where it was read surely, and where the record's value stands nowhere in the entry. */
function isSure({ reference }: Compared, { field, theirs }: FieldDifference): boolean {
  const { written, fields, passage } = reference
  if (written !== undefined) return true
  const [, variable] = FIELDS[field]
  const reading = fields.find((one) => one.field === variable)
  if (reading !== undefined && reading.confidence < SURE) return false
  const text = withoutAddresses(passage.text)
  if (field === 'year') return !theirs.split(' or ').some((year) => text.includes(year))
  if (field === 'page') {
    const numbers = theirs.match(/\d+/g) ?? []
    return numbers.length === 0 || !numbers.every((number) => new RegExp(`(?<!\\d)${number}(?!\\d)`).test(text))
  }
  return true
}

function valueDraft(one: Compared, { field, ours, theirs }: FieldDifference): Draft {
  const { reference, source, id } = one
  const [name, ...fields] = FIELDS[field]
  return {
    span: placeOf(reference, ...fields),
    messageId: field === 'venue' ? 'venue' : 'value',
    data: { label: reference.label, registry: source, field: name, ours, theirs },
    confidence: 'likely',
    ...(field === 'venue' ? { severity: 'info' } : {}),
    subject: `${id} ${field} ${ours}`,
    note: 'Compare with the work itself.',
    evidence: [evidenceOf(one, name, ours, theirs)],
    concerns: [reference.id],
  }
}
