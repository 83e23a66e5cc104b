import type { CslItem } from '../../src/model/csl.ts'
import type { Gold, GoldReference } from './gold.ts'
import { compactLink, connectors, families, letters, namesAsText, normal, pageRange, strippedDoi } from './normal.ts'

/**
 * Scores parsed references against gold, field by field. The measure is that of the shared scorer `score_references.py`
 * (`--peer csl`), and is checked against it figure by figure.
 */
export const scoredFields: readonly string[] = [
  'author',
  'title',
  'container-title',
  'issued',
  'volume',
  'issue',
  'page',
  'publisher',
  'publisher-place',
  'editor',
  'DOI',
  'URL',
]
export const coreFields: ReadonlySet<string> = new Set(scoredFields.slice(0, 7))

export type Item = Partial<CslItem>

/** Fields that a source labels at all. */
export function covered(source: string): ReadonlySet<string> {
  const without = (...missing: string[]): Set<string> =>
    new Set(scoredFields.filter((field) => !missing.includes(field)))
  if (source.startsWith('linked')) return new Set(['author', 'title', 'issued', 'publisher', 'publisher-place'])
  if (source.startsWith('ore')) return without('editor')
  return without()
}

const year = /(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)/

/** The scored value of a field, undefined where it is absent. */
export function fieldValue(item: Item, field: string): unknown {
  let value: unknown = item[field]
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return undefined
  if (field === 'author' || field === 'editor') return value
  if (field === 'issued') {
    if (typeof value === 'object') {
      const date = value as { 'date-parts'?: (number | string)[][]; literal?: string; raw?: string }
      value = date['date-parts']?.[0]?.[0] ?? date.literal ?? date.raw
    }
    return year.exec(String(value))?.[1]
  }
  return Array.isArray(value) ? value[0] : value
}

/** Whether a value read is the gold value. */
export function agrees(field: string, gold: Gold, goldValue: unknown, value: unknown): boolean {
  switch (field) {
    case 'author':
    case 'editor': {
      const read = letters(namesAsText(value))
      const span = gold[`_${field}_raw`]
      return (typeof span === 'string' && letters(span) === read) || letters(namesAsText(goldValue)) === read
    }
    case 'issued':
      return (gold._years ?? [Number(goldValue)]).includes(Number(value))
    case 'page':
      return pageRange(goldValue) === pageRange(value)
    case 'DOI':
      return strippedDoi(goldValue) === strippedDoi(value)
    case 'URL':
      return compactLink(goldValue) === compactLink(value)
    default:
      return comparable(field, goldValue) === comparable(field, value)
  }
}

function comparable(field: string, value: unknown): string {
  const text = normal(value)
  if (field === 'container-title') {
    return text.replace(/^(in )?((paper|poster) )?presented (at|in) (the )?/, '').replace(/^(in|dans|im) /, '')
  }
  if (field === 'volume' || field === 'issue') {
    return text.replace(/^(v|vol|volume|bd|band|no|nr|n|jg|t|tome|heft|issue|number) /, '')
  }
  return text
}

export interface Tally {
  gold: number
  read: number
  right: number
  goldTokens: number
  readTokens: number
  sharedTokens: number
}

export interface Score {
  references: number
  core: number
  full: number
  readonly fields: Map<string, Tally>
  named: number
  familiesRight: number
}

export function emptyScore(): Score {
  return { references: 0, core: 0, full: 0, fields: new Map(), named: 0, familiesRight: 0 }
}

function tokensOf(field: string, gold: Gold, value: unknown): Map<string, number> {
  const counts = new Map<string, number>()
  if (value === undefined) return counts
  for (const token of tokenList(field, gold, value)) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}

function tokenList(field: string, gold: Gold, value: unknown): readonly string[] {
  if (field === 'author' || field === 'editor') return nameTokens(gold[`_${field}_raw`] ?? namesAsText(value))
  if (field === 'page') return pageRange(value).split('-')
  return normal(value)
    .split(' ')
    .filter((token) => token !== '')
}

function nameTokens(text: unknown): readonly string[] {
  return normal(text)
    .split(' ')
    .filter((token) => [...token].length > 1 && !connectors.has(token))
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const count of counts.values()) sum += count
  return sum
}

/** Adds one reference to a score; answers whether all core fields are right. */
export function addTo(
  score: Score,
  reference: Pick<GoldReference, 'source' | 'gold' | 'names'>,
  read: Item | null,
): boolean {
  const { gold } = reference
  const item = withDoi(read ?? {})
  const skipped = new Set(gold._skip ?? [])
  let core = true
  let full = true
  for (const field of scoredFields) {
    if (skipped.has(field) || !covered(reference.source).has(field)) continue
    let goldValue = fieldValue(gold, field)
    const value = fieldValue(item, field)
    let right = goldValue !== undefined && value !== undefined && agrees(field, gold, goldValue, value)
    const others = gold._alt?.[field]
    if (others !== undefined && !right) {
      const fair = (other: unknown): boolean =>
        other !== '' && agrees(field, {}, fieldValue({ [field]: other }, field), value)
      if (value !== undefined && others.some(fair)) [goldValue, right] = [value, true]
      else if (value === undefined && others.includes('')) goldValue = undefined
    }
    const tally = tallyOf(score, field)
    tally.gold += goldValue === undefined ? 0 : 1
    tally.read += value === undefined ? 0 : 1
    tally.right += right ? 1 : 0
    countTokens(tally, tokensOf(field, gold, goldValue), tokensOf(field, {}, value))
    const good = right || (goldValue === undefined && value === undefined)
    full &&= good
    if (coreFields.has(field)) core &&= good
  }
  score.references++
  score.core += core ? 1 : 0
  score.full += full ? 1 : 0
  if (reference.names === 'human' && gold.author !== undefined && gold.author.length > 0) {
    score.named++
    if (families(gold.author).join('|') === families(item.author).join('|')) score.familiesRight++
  }
  return core
}

function tallyOf(score: Score, field: string): Tally {
  let tally = score.fields.get(field)
  if (tally === undefined) {
    tally = { gold: 0, read: 0, right: 0, goldTokens: 0, readTokens: 0, sharedTokens: 0 }
    score.fields.set(field, tally)
  }
  return tally
}

function countTokens(tally: Tally, gold: ReadonlyMap<string, number>, read: ReadonlyMap<string, number>): void {
  tally.goldTokens += total(gold)
  tally.readTokens += total(read)
  for (const [token, count] of gold) tally.sharedTokens += Math.min(count, read.get(token) ?? 0)
}

/** A URL of doi.org counts as the DOI. */
function withDoi(item: Item): Item {
  const found = /doi\.?\s?org\/(10\.\S+)/.exec(String(item.URL ?? ''))
  if (found === null) return item
  const { URL: _, ...rest } = item
  return rest.DOI === undefined ? { ...rest, DOI: (found[1] as string).replace(/[.,;)]+$/, '') } : rest
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b))

export interface Figures {
  readonly references: number
  /** whole core right, per cent */
  readonly core: number
  readonly full: number
  readonly micro: number
  readonly tokens: number
  readonly families: number | undefined
  readonly fields: Readonly<Record<string, number>>
}

/** Per cent figures of a score. */
export function figures(score: Score): Figures {
  const sum: Tally = { gold: 0, read: 0, right: 0, goldTokens: 0, readTokens: 0, sharedTokens: 0 }
  const fields: Record<string, number> = {}
  for (const [field, tally] of score.fields) {
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key]
    if (tally.gold + tally.read > 0) fields[field] = exactF1(tally)
  }
  return {
    references: score.references,
    core: 100 * ratio(score.core, score.references),
    full: 100 * ratio(score.full, score.references),
    micro: exactF1(sum),
    tokens: 100 * harmonic(ratio(sum.sharedTokens, sum.readTokens), ratio(sum.sharedTokens, sum.goldTokens)),
    families: score.named === 0 ? undefined : 100 * ratio(score.familiesRight, score.named),
    fields,
  }
}

function exactF1(tally: Tally): number {
  return 100 * harmonic(ratio(tally.right, tally.read), ratio(tally.right, tally.gold))
}
