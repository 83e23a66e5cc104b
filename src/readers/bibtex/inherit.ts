import type { EntryFields } from './meaning.ts'

export interface Heir {
  readonly key: string
  readonly type: string
  readonly fields: EntryFields
  readonly parents: readonly string[]
}

/** Generations of crossref that are followed: BibTeX knows one, BibLaTeX's `xdata` two or three. */
const GENERATIONS = 6

/** What a child never takes over: it names or describes the parent alone. */
const OWN: ReadonlySet<string> = new Set([
  'crossref', 'xref', 'xdata', 'ids', 'key', 'doi', 'url', 'urldate', 'eprint', 'pages', 'pagetotal', 'abstract', 'keywords',
  'note', 'file', 'shorttitle', 'sortkey', 'options', 'label', 'title', 'subtitle', 'titleaddon', 'booktitle', 'author',
]) // biome-ignore format: a table

const PART_TYPES = /^(?:in|suppbook|suppcollection)/

/** Keys that `crossref` and `xdata` name, in order. */
export function parentsOf(fields: EntryFields): string[] {
  const keys: string[] = []
  for (const name of ['crossref', 'xdata']) {
    for (const key of (fields.get(name) ?? '').split(',')) if (key.trim() !== '') keys.push(key.trim())
  }
  return keys
}

/**
 * The fields of an entry and those that it takes from its parents, own ones first. The title of a crossref parent becomes
 * the `booktitle` (articles: `journaltitle`) of the child, as in BibLaTeX's default inheritance; `xdata` gives its fields as
 * they are.
 */
export function inheritedFields(entry: Heir, entries: ReadonlyMap<string, Heir>): EntryFields {
  if (entry.parents.length === 0) return entry.fields
  const fields = new Map(entry.fields)
  const seen = new Set([entry.key.toLowerCase()])
  let generation: readonly Heir[] = [entry]
  for (let age = 0; age < GENERATIONS && generation.length > 0; age++) {
    const older: Heir[] = []
    for (const child of generation) {
      for (const key of child.parents.slice(0, 20)) {
        const parent = entries.get(key.toLowerCase())
        if (parent === undefined || seen.has(key.toLowerCase())) continue
        seen.add(key.toLowerCase())
        older.push(parent)
        const isData = parent.type === 'xdata'
        for (const [name, value] of parent.fields) takeOver(fields, entry.type, name, value, isData)
      }
    }
    generation = older
  }
  return fields
}

function takeOver(fields: Map<string, string>, type: string, name: string, value: string, isData: boolean): void {
  const target = isData ? (name === 'xdata' ? undefined : name) : nameInChild(fields, type, name)
  if (target !== undefined && !fields.has(target)) fields.set(target, value)
}

function nameInChild(fields: ReadonlyMap<string, string>, type: string, name: string): string | undefined {
  if (!OWN.has(name)) return name
  if (name === 'booktitle') return PART_TYPES.test(type) ? name : undefined
  if (name === 'title') {
    if (PART_TYPES.test(type)) return 'booktitle'
    if (type !== 'article') return undefined
    return fields.has('journal') ? undefined : 'journaltitle'
  }
  if (name === 'author') return type === 'inbook' ? (fields.has('author') ? 'bookauthor' : 'author') : undefined
  return undefined
}
