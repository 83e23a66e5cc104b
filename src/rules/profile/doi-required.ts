import type { Reference } from '../../model/reference.ts'
import type { DocumentRule } from '../../model/rule.ts'

interface Options {
  /** CSL types that must have a DOI: `article-journal`, `paper-conference`… */
  readonly types: readonly string[]
}

/** So many labels are named; the rest is counted. */
const NAMED = 12

export const doiRequired: DocumentRule<Options> = {
  id: 'profile/doi-required',
  summary: 'Every entry of the kinds that the journal names has a DOI.',
  why: 'Journals that deposit references ask for the DOI of each, and editors otherwise look them up by hand.',
  cannotSee: 'Whether the work has a DOI at all; records/doi-missing asks the registries.',
  severity: 'warning',
  messages: {
    missing: '{count} of {total} entries that need a DOI have none: {labels}',
  },
  options: { types: [] },

  *check({ lists, references, citations, libraries, source }, _answers, { types }) {
    if (types.length === 0) return
    const cited = new Set(citations.flatMap(({ targets }) => targets))
    const main = new Set(
      lists.filter(({ kind, parallelTo }) => kind === 'references' && parallelTo === undefined).map(({ id }) => id),
    )
    const own = references.filter(({ list }) => main.has(list))
    const borrowed = libraries.flatMap((library) => library.references).filter(({ id }) => cited.has(id))
    const needed = [...own, ...borrowed].filter(({ csl }) => types.includes(csl.type))
    const missing = needed.filter(({ identifiers }) => identifiers.doi === undefined)
    const [first, ...rest] = missing
    if (first === undefined) return
    const at = (reference: Reference) => reference.labelSpan ?? reference.span
    const labels = missing.slice(0, NAMED).map(({ label }) => label)
    yield {
      // a library is read for this manuscript: the finding is the manuscript's
      span: first.span.path === source.path ? at(first) : { path: source.path, start: 0, end: 0 },
      messageId: 'missing',
      data: {
        count: missing.length,
        total: needed.length,
        labels: labels.join(', ') + (missing.length > NAMED ? ` and ${missing.length - NAMED} more` : ''),
      },
      subject: `without DOI ${missing.map(({ label }) => label).join(' ')}`,
      related: rest.slice(0, NAMED).map((reference) => ({ span: at(reference), message: `entry ${reference.label}` })),
    }
  },

  examples: [
    {
      title: 'nothing is asked for',
      manuscript:
        'See [1].\n\n## References\n\n1. Roe A. Literate machines // Journal of Invented Results. 2004. Vol. 2. P. 5–9.\n2. Doe B. Proofs that run // Journal of Invented Results. 2006. Vol. 4. P. 15–19.\n',
    },
    {
      title: 'a library entry without a DOI',
      options: { types: ['article-journal'] },
      manuscript: '⟦⟧---\nbibliography: refs.bib\n---\n\nSee [@roe2004; @doe2006; @ulm1996].\n',
      bibliography:
        '@article{roe2004, author={Roe, Ann}, title={Literate Machines}, journal={J}, year={2004}, doi={10.5555/jir.2004.2}}\n@article{doe2006, author={Doe, Bob}, title={Proofs that Run}, journal={J}, year={2006}}\n@book{ulm1996, author={Ulm, Carl}, title={Whole Numbers}, publisher={Lakewood Press}, year={1996}}\n',
      says: ['1 of 2 entries that need a DOI have none: doe2006'],
    },
  ],
}
