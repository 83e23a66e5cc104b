import type { Finding } from '../model/finding.ts'
import type { FileReport } from '../model/report.ts'

/**
 * What texts lost, or what they got that they did not have, between two checks of them: in words, for `left out: …`; undefined
 * where nothing of the kind happened. No entry, no field of a library and no link of a citation may go, and no rule may find
 * more than before. `strict`: nothing may be found that was not found before, which also meets findings that only changed
 * their words; repairs that are tried together are held to it, as one could hide what another does.
 */
export function lossOf(
  before: readonly FileReport[],
  after: readonly FileReport[],
  { strict = false }: { readonly strict?: boolean } = {},
): string | undefined {
  const now = new Map(after.map((file) => [file.source.path, file]))
  for (const file of before) {
    const other = now.get(file.source.path)
    const loss = other === undefined ? 'the file is gone' : lossInFile(file, other)
    if (loss !== undefined) return loss
  }
  return moreFound(before, after, ({ ruleId }) => ruleId) ?? (strict ? moreFound(before, after, identityOf) : undefined)
}

function lossInFile(before: FileReport, after: FileReport): string | undefined {
  if (after.troubles.length > before.troubles.length) return 'it would make a part of the text unreadable'
  if (after.references.length < before.references.length) return 'an entry would be lost'
  const missing = first(fieldsOf(before), fieldsOf(after))
  if (missing !== undefined) return `the field ${missing} would be lost`
  if (after.citations.length < before.citations.length) return 'a citation would be lost'
  if (linked(after) < linked(before)) return 'a citation would lose its entry'
  return undefined
}

/** Entries and fields of a library as written: `key field`, once for each time. */
function fieldsOf({ references, kind }: FileReport): readonly string[] {
  if (kind !== 'library') return []
  return references.flatMap(({ key = '', written = [] }) =>
    written.filter(({ value }) => value.trim() !== '').map(({ name }) => `${name.toLowerCase()} of ${key}`),
  )
}

/** The first of `wanted` that `given` does not hold as often. */
function first(wanted: readonly string[], given: readonly string[]): string | undefined {
  const counts = countsOf(given, (one) => one)
  for (const [one, count] of countsOf(wanted, (name) => name)) if ((counts.get(one) ?? 0) < count) return one
  return undefined
}

function linked({ citations }: FileReport): number {
  return citations.reduce((sum, { targets }) => sum + targets.length, 0)
}

function moreFound(
  before: readonly FileReport[],
  after: readonly FileReport[],
  nameOf: (finding: Finding) => string,
): string | undefined {
  const counts = countsOf(findings(before), nameOf)
  const now = findings(after)
  for (const [name, count] of countsOf(now, nameOf)) {
    if (count <= (counts.get(name) ?? 0)) continue
    return `${now.find((finding) => nameOf(finding) === name)?.ruleId} would then find something new`
  }
  return undefined
}

function findings(files: readonly FileReport[]): readonly Finding[] {
  return files.flatMap((file) => file.findings)
}

function identityOf({ span, fingerprint }: Finding): string {
  return `${span.path}\0${fingerprint}`
}

function countsOf<Item>(items: readonly Item[], nameOf: (item: Item) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1)
  return counts
}
