import type { Citation } from '../model/citation.ts'
import type { Unchecked } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { Quantity, Relation } from '../model/quantity.ts'
import type { Reference, ReferenceList } from '../model/reference.ts'
import type { FileReport } from '../model/report.ts'
import type { Trouble } from '../model/source.ts'
import type { Places } from './places.ts'

/** Version of the JSON report; raised only when a field goes away or changes its meaning. */
export const schemaVersion = 1

type Json = Readonly<Record<string, unknown>>

/** What a file's object begins with. */
export function headOf({ source, language, languages }: FileReport): Json {
  return { path: source.path, format: source.format, encoding: source.encoding, language, languages }
}

/** The arrays of a file's object, in the order of the contract, one item at a time. */
export function* sectionsOf(file: FileReport, places: Places): Iterable<readonly [name: string, Iterable<Json>]> {
  yield ['lists', map(file.lists, (list) => listObject(list, places))]
  yield ['references', map(file.references, (reference) => referenceObject(reference, file, places))]
  yield ['citations', map(file.citations, (citation) => citationObject(citation, places))]
  yield ['quantities', map(file.quantities, (quantity) => quantityObject(quantity, places))]
  yield ['relations', map(file.relations, relationObject)]
  yield ['findings', map(file.findings, (finding) => findingObject(finding, places))]
  yield ['troubles', map(file.troubles, (trouble) => troubleObject(trouble, places))]
  yield ['unchecked', map(file.unchecked, uncheckedObject)]
}

function* map<In>(items: readonly In[], change: (item: In) => Json): Iterable<Json> {
  for (const item of items) yield change(item)
}

function listObject({ id, heading, kind, parallelTo, span }: ReferenceList, places: Places): Json {
  return {
    id,
    heading: heading ?? '',
    kind,
    ...(parallelTo !== undefined && { parallelTo }),
    position: places.of(span),
  }
}

function referenceObject(reference: Reference, { counterparts }: FileReport, places: Places): Json {
  const { id, list, label, raw, csl, confidence, span, segments } = reference
  // own property only: an id may be `constructor`
  const counterpart = Object.hasOwn(counterparts, id) ? counterparts[id] : undefined
  return {
    id,
    list,
    label,
    raw,
    csl,
    confidence,
    position: places.of(span),
    ...(segments.length > 1 && { segments: segments.map((segment) => places.of(segment)) }),
    links: counterpart === undefined ? {} : { counterpart },
  }
}

function citationObject({ id, text, kind, targets, span }: Citation, places: Places): Json {
  return { id, text, kind, targets, position: places.of(span) }
}

function quantityObject({ id, text, value, unit, measure, period, span }: Quantity, places: Places): Json {
  return { id, text, value, unit, measure, period, position: places.of(span) }
}

function relationObject({ kind, operands, computation, holds }: Relation): Json {
  return { kind, operands, computation, holds }
}

function findingObject(finding: Finding, places: Places): Json {
  const { ruleId, messageId, severity, message, data, note, confidence, span, fingerprint } = finding
  return {
    ruleId,
    messageId,
    severity,
    message,
    data,
    note: note ?? '',
    confidence,
    position: places.of(span),
    related: (finding.related ?? []).map((related) => ({
      path: related.span.path,
      message: related.message,
      position: places.of(related.span),
    })),
    evidence: (finding.evidence ?? []).map(({ about, ours, theirs, source, url, asOf, computation }) => ({
      about,
      ours,
      theirs,
      source,
      ...(url !== undefined && { url }),
      ...(asOf !== undefined && { asOf }),
      ...(computation !== undefined && { computation }),
    })),
    fixes: (finding.fixes ?? []).map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map(({ span: { path, start, end }, text }) => ({ path, start, end, text })),
    })),
    fingerprint,
    ...(finding.foldedInto !== undefined && { foldedInto: finding.foldedInto }),
    ...(finding.suppressed !== undefined && { suppressed: { reason: finding.suppressed.reason } }),
  }
}

function troubleObject({ code, message, span }: Trouble, places: Places): Json {
  return { code, message, ...(span !== undefined && { position: places.of(span) }) }
}

function uncheckedObject({ what, why }: Unchecked): Json {
  return { what, why }
}
