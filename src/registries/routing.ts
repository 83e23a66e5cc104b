import type { AnyAnswer, WorkRecord } from '../model/query.ts'
import type { CrossrefWork } from './crossref.ts'
import type { Agency, Handle } from './doi-org.ts'
import type { Reading, Unread } from './exchange.ts'

/** What is known of a DOI so far. */
export interface Inquiry {
  readonly doi: string
  readonly crossref?: Reading<CrossrefWork>
  readonly agency?: Reading<Agency>
  readonly handle?: Reading<Handle>
  readonly datacite?: Reading<WorkRecord>
  readonly negotiated?: Reading<WorkRecord>
  /** the answer about the DOI that this one is an alias of */
  readonly primary?: AnyAnswer
}

export type Step =
  | { readonly ask: 'crossref' | 'agency' | 'handle' | 'datacite' | 'negotiation' }
  | { readonly ask: 'primary'; readonly doi: string }
  | Outcome

/** The end of an inquiry; the clock is added by whoever asked. */
export type Outcome =
  | { readonly state: 'found'; readonly value: WorkRecord; readonly source: string }
  | { readonly state: 'absent'; readonly source: string }
  | Unread

/**
 * Prefixes that other agencies than Crossref gave out: a hint whom to ask first, nothing more, since single DOIs move.
 * DataCite, JaLC, mEDRA, ISTIC, KISTI, Airiti.
 */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...['10.5281', '10.48550', '10.6084', '10.5061', '10.17605', '10.7910', '10.17632', '10.13140', '10.1594', '10.3929'],
  ...['10.5445', '10.15468', '10.2312', '10.24433', '10.4121', '10.25384', '10.60692', '10.57967', '10.34740'],
  ...['10.11501', '10.11468', '10.1400', '10.1393', '10.1471', '10.3969', '10.3321', '10.3760', '10.5762', '10.6138'],
])

/**
 * What to ask next about a DOI, or the answer. Crossref first, since it answers fifty at once and knows most; whatever it
 * does not know is another agency's until doi.org has said otherwise, with two voices.
 */
export function nextStep(known: Inquiry): Step {
  const { doi, crossref, agency, handle } = known
  if (/^10\/[^/]{1,20}$/.test(doi)) return handle === undefined ? { ask: 'handle' } : afterHandle(known, handle)
  if (crossref === undefined && agency === undefined) {
    return { ask: ELSEWHERE.has(doi.split('/', 1)[0] as string) ? 'agency' : 'crossref' }
  }
  if (crossref?.state === 'unknown') return crossref
  if (crossref?.state === 'found') {
    if (!crossref.value.isOther) return { state: 'found', value: crossref.value, source: 'Crossref' }
    return handle === undefined ? { ask: 'handle' } : strangersRecord(known, crossref.value, handle)
  }
  if (agency === undefined) return { ask: 'agency' }
  return afterAgency(known, agency)
}

/** Crossref gave the record of another DOI: right only where doi.org calls the one an alias of the other. */
function strangersRecord({ doi }: Inquiry, { isOther: _, ...record }: CrossrefWork, handle: Reading<Handle>): Outcome {
  if (handle.state === 'unknown') return handle
  const isAlias = handle.state === 'found' && handle.value.alias === record.csl.DOI
  if (!isAlias) return { state: 'unknown', why: 'failed', detail: 'bad-answer' }
  const value: WorkRecord = { ...record, standing: 'alias', primary: record.csl.DOI as string }
  return { state: 'found', value: { ...value, csl: { ...value.csl, id: doi } }, source: 'Crossref' }
}

function afterAgency(known: Inquiry, agency: Reading<Agency>): Step {
  const { crossref, handle, datacite, negotiated } = known
  if (agency.state === 'unknown') return agency
  if (agency.state === 'absent') return { state: 'unknown', why: 'failed', detail: 'bad-answer' }
  if (agency.value === 'invalid') return { state: 'unknown', why: 'unsupported', detail: 'not-a-doi' }
  if (agency.value === 'missing') return handle === undefined ? { ask: 'handle' } : secondVoice(known, handle)
  const { name } = agency.value
  if (name === 'Crossref') {
    if (crossref === undefined) return { ask: 'crossref' }
    return handle === undefined ? { ask: 'handle' } : afterHandle(known, handle)
  }
  if (name === 'DataCite') {
    if (datacite === undefined) return { ask: 'datacite' }
    if (datacite.state === 'unknown') return datacite
    if (datacite.state === 'found') return { state: 'found', value: datacite.value, source: name }
    return handle === undefined ? { ask: 'handle' } : afterHandle(known, handle)
  }
  if (negotiated === undefined) return { ask: 'negotiation' }
  if (negotiated.state === 'found') return { state: 'found', value: negotiated.value, source: name }
  // registered, and its agency gives no metadata: nothing to compare, nothing to blame
  return { state: 'found', value: bare(known.doi, name), source: 'doi.org' }
}

function secondVoice(known: Inquiry, handle: Reading<Handle>): Step {
  return handle.state === 'absent' ? { state: 'absent', source: 'doi.org' } : afterHandle(known, handle)
}

/** The registry has no record, the handle is there: an alias, a deleted DOI, or one without metadata. */
function afterHandle(known: Inquiry, handle: Reading<Handle>): Step {
  const { doi, primary, agency } = known
  if (handle.state === 'unknown') return handle
  if (handle.state === 'absent') {
    // a short DOI has no other voice; a full one that its agency knows is a contradiction
    if (agency === undefined) return { state: 'absent', source: 'doi.org' }
    return { state: 'unknown', why: 'failed', detail: 'contradiction' }
  }
  const { alias, url, isDeleted } = handle.value
  const name = agency?.state === 'found' && typeof agency.value === 'object' ? agency.value.name : undefined
  if (alias !== undefined && alias !== doi.toLowerCase()) {
    if (primary === undefined) return { ask: 'primary', doi: alias }
    const record = primary.state === 'found' ? (primary.value as WorkRecord) : bare(doi, name)
    const source = primary.state === 'found' ? primary.source : 'doi.org'
    return { state: 'found', value: { ...record, standing: 'alias', primary: alias }, source }
  }
  const standing = isDeleted ? 'deleted' : url === undefined ? 'no-url' : undefined
  return { state: 'found', value: { ...bare(doi, name), ...(standing ? { standing } : {}) }, source: 'doi.org' }
}

function bare(doi: string, agency: string | undefined): WorkRecord {
  return {
    csl: { id: doi.toLowerCase(), type: 'document', DOI: doi.toLowerCase() },
    isBare: true,
    ...(agency === undefined ? {} : { agency }),
  }
}
