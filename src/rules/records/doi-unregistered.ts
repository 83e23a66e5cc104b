import type { Draft, Evidence } from '../../model/finding.ts'
import type { Answers, Query } from '../../model/query.ts'
import type { Reference } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'
import { doiFix, searchOf, soleMatch } from '../search-results.ts'
import { addressOf, askWorks, placeOfId, questionOf } from '../works.ts'

const ENTRY =
  'See [1].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9. https://doi.org/⟦10.5555/jir.12⟧\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n'
const CLEAN = ENTRY.replace(/[⟦⟧]/g, '')
const CSL = { id: '10.5555/jir.12', type: 'article-journal', title: 'Literate machines', DOI: '10.5555/jir.12' }
const QUERY = { kind: 'work', doi: '10.5555/jir.12' } as const
const BY = { source: 'doi.org', asOf: '2026-01-02' } as const

const REGISTRIES: Readonly<Record<string, string>> = {
  arxiv: 'arXiv identifier',
  pmid: 'PubMed number',
  pmcid: 'PMC number',
}

export const unregisteredDoi: DocumentRule = {
  id: 'records/doi-unregistered',
  summary: 'Every DOI is registered and leads to the work that has it now.',
  why: 'A DOI that nobody registered leads nowhere; most often a digit is wrong, sometimes the work does not exist.',
  cannotSee: 'DOIs registered after the day of the answer, and whether a registered one belongs to the work.',
  severity: 'error',
  messages: {
    unregistered: 'The DOI {doi} of entry {label} is not registered',
    identifier: 'The {name} {doi} of entry {label} is not known to its registry',
    deleted: 'The DOI {doi} of entry {label} is registered, but its record was deleted',
    alias: 'The DOI {doi} of entry {label} is an old one of {primary}',
  },

  *ask(document, answers) {
    yield* askWorks(document)
    for (const reference of document.references) {
      const question = questionOf(reference)
      if (question === undefined || answers.to(question).state !== 'absent') continue
      const search = searchOf(reference)
      if (search !== undefined) yield search
    }
  },

  *check({ references }, answers, _, { accept }) {
    const accepted = new Set(accept.dois.map((doi) => doi.toLowerCase()))
    const told = new Set<string>()
    for (const reference of references) {
      const question = questionOf(reference)
      if (question === undefined || told.has(idOf(question))) continue
      const doi = idOf(question)
      if (accepted.has(doi)) continue
      told.add(doi)
      const others = references.filter((one) => one !== reference && isSame(questionOf(one), doi))
      yield* judge(reference, question, answers, others)
    }
  },

  examples: [
    {
      title: 'a registered DOI',
      manuscript: CLEAN,
      answers: [{ query: QUERY, answer: { state: 'found', ...BY, value: { csl: CSL } } }],
    },
    {
      title: 'a DOI that nobody registered',
      manuscript: ENTRY,
      says: ['The DOI 10.5555/jir.12 of entry 1 is not registered'],
      answers: [{ query: QUERY, answer: { state: 'absent', ...BY } }],
    },
    {
      title: 'a short DOI has no record of its own',
      manuscript: CLEAN.replace('10.5555/jir.12', '10/bqhp9z'),
      answers: [{ query: { kind: 'work', doi: '10/bqhp9z' }, answer: { state: 'absent', ...BY } }],
    },
    {
      title: 'nobody could look',
      manuscript: CLEAN,
      answers: [{ query: QUERY, answer: { state: 'unknown', why: 'timeout' } }],
    },
    {
      title: 'an alias: an info with a repair',
      manuscript: ENTRY,
      says: ['The DOI 10.5555/jir.12 of entry 1 is an old one of 10.5555/jir.2004.12'],
      severity: 'info',
      answers: [
        {
          query: QUERY,
          answer: { state: 'found', ...BY, value: { csl: CSL, standing: 'alias', primary: '10.5555/jir.2004.12' } },
        },
      ],
    },
    {
      title: 'a record that was deleted',
      manuscript: ENTRY,
      says: ['The DOI 10.5555/jir.12 of entry 1 is registered, but its record was deleted'],
      severity: 'warning',
      answers: [{ query: QUERY, answer: { state: 'found', ...BY, value: { csl: CSL, standing: 'deleted' } } }],
    },
  ],
}

type WorkQuestion = NonNullable<ReturnType<typeof questionOf>>

function idOf(question: WorkQuestion): string {
  return (question.kind === 'work' ? question.doi : question.value).toLowerCase()
}

function isSame(question: Query | undefined, doi: string): boolean {
  return (
    question !== undefined && (question.kind === 'work' || question.kind === 'identifier') && idOf(question) === doi
  )
}

function* judge(
  reference: Reference,
  question: WorkQuestion,
  answers: Answers,
  others: readonly Reference[],
): Iterable<Draft> {
  const answer = answers.to(question)
  if (answer.state === 'unknown') return
  const doi = idOf(question)
  // registries know the long form of a short DOI only
  if (answer.state === 'absent' && /^10\/[a-z\d]{3,10}$/.test(doi)) return
  const base = {
    span: placeOfId(reference, doi),
    subject: doi,
    concerns: [reference.id],
    related: others.map(({ span, label }) => ({ span, message: `entry ${label} has it too` })),
  }
  const { source, asOf } = answer
  const url = question.kind === 'work' ? { url: addressOf(doi) } : {}
  const evidence = (theirs: string): readonly Evidence[] => [{ about: 'DOI', ours: doi, theirs, source, asOf, ...url }]
  const data = { doi, label: reference.label }
  if (answer.state === 'absent') {
    if (question.kind === 'identifier') {
      const name = REGISTRIES[question.scheme] ?? question.scheme
      yield { ...base, messageId: 'identifier', data: { ...data, name }, evidence: evidence('not known') }
      return
    }
    const match = soleMatch(reference, answers)
    const fix = match === undefined ? undefined : doiFix(reference, match.doi)
    yield {
      ...base,
      messageId: 'unregistered',
      data,
      note:
        match === undefined
          ? 'Look the work up and copy its DOI anew.'
          : `${match.source} knows a work of this title and these authors as ${match.doi}.`,
      evidence: evidence('not registered'),
      ...(fix === undefined ? {} : { fixes: [fix] }),
    }
    return
  }
  const { standing, primary } = answer.value
  if (standing === 'deleted') {
    yield { ...base, messageId: 'deleted', data, severity: 'warning', evidence: evidence('deleted') }
  }
  if (standing === 'alias' && primary !== undefined && primary.toLowerCase() !== doi) {
    const fix = doiFix(reference, primary)
    yield {
      ...base,
      messageId: 'alias',
      data: { ...data, primary },
      severity: 'info',
      evidence: evidence(primary),
      ...(fix === undefined ? {} : { fixes: [fix] }),
    }
  }
}
