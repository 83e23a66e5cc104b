import type { Reference } from '../model/reference.ts'
import type { FileReport } from '../model/report.ts'

/** One entry in a summary: what a reader calls it, and why it stands there. */
export interface Summed {
  readonly label: string
  readonly doi?: string
  readonly why: string
}

/** The three parts in which editorialbot of JOSS sums up references (openjournals/buffy, `check references`). */
export interface ReferenceSummary {
  /** the DOI has the right form, and no registry that was asked says otherwise */
  readonly ok: readonly Summed[]
  /** without a DOI, where a registry has one for a work of the same title, author and year */
  readonly missing: readonly Summed[]
  /** the DOI is damaged, is not registered, or belongs to another work */
  readonly invalid: readonly Summed[]
  /** neither a DOI nor one to be expected; not one of the three, so that nothing is passed over in silence */
  readonly without: readonly Summed[]
}

/** Rules whose findings make a DOI invalid. */
const INVALID: ReadonlySet<string> = new Set([
  'identifiers/doi-malformed',
  'records/doi-unregistered',
  'records/other-work',
])

/**
 * Sums up the references of manuscripts and libraries. A title alone proves nothing: an entry counts as missing its DOI only where
 * `records/doi-missing` found one by title, author and year, and one with `<`, `;` or parentheses (SICI) is whole.
 */
export function summarizeReferences(files: readonly FileReport[]): ReferenceSummary {
  const summary = { ok: [] as Summed[], missing: [] as Summed[], invalid: [] as Summed[], without: [] as Summed[] }
  for (const file of files) {
    const echoes = new Set(file.lists.filter(({ parallelTo }) => parallelTo !== undefined).map(({ id }) => id))
    for (const reference of file.references) {
      if (echoes.has(reference.list) && file.counterparts[reference.id] !== undefined) continue
      const { part, ...summed } = sum(reference, file)
      summary[part].push(summed)
    }
  }
  return summary
}

function sum(reference: Reference, { findings }: FileReport): Summed & { readonly part: keyof ReferenceSummary } {
  const { label, identifiers, id, span } = reference
  const own = findings.filter(({ suppressed, concerns, span: place }) => {
    if (suppressed !== undefined) return false
    return concerns?.includes(id) || (place.path === span.path && place.start >= span.start && place.end <= span.end)
  })
  const doi = identifiers.doi === undefined ? {} : { doi: identifiers.doi }
  const bad = own.find(({ ruleId, severity }) => INVALID.has(ruleId) && severity !== 'info')
  if (bad !== undefined) return { part: 'invalid', label, ...doi, why: bad.message }
  if (identifiers.doi !== undefined) return { part: 'ok', label, ...doi, why: 'the DOI is whole' }
  const missing = own.find(({ ruleId }) => ruleId === 'records/doi-missing')
  if (missing === undefined) return { part: 'without', label, why: 'no DOI given, and none known' }
  const { doi: known } = missing.data
  return { part: 'missing', label, ...(known === undefined ? {} : { doi: String(known) }), why: missing.message }
}
