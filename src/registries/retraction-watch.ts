import type { WorkUpdate } from '../model/query.ts'
import { normaliseDoi } from '../text/identifiers/index.ts'
import { newestFirst, updateType } from './crossref-record.ts'
import { filled } from './json.ts'

/** A row of Retraction Watch's list (gitlab.com/crossref/retraction-watch-data). */
export interface RetractionRow {
  readonly recordId: string
  /** of the work */
  readonly doi?: string
  readonly pmid?: string
  readonly title?: string
  readonly update: WorkUpdate
}

const NEEDED = ['Record ID', 'RetractionDate', 'RetractionDOI', 'OriginalPaperDOI', 'RetractionNature'] as const

/** The list was changed or cut: whoever has an older one goes on with that. */
export class RetractionListError extends Error {
  override readonly name = 'RetractionListError'
}

/**
 * Reads the list row by row; columns are found by their names. Throws `RetractionListError` where a needed column is
 * missing or a row has another number of cells than the header: a cut or changed file must not replace a good one.
 */
export function* readRetractionList(csv: string): Iterable<RetractionRow> {
  const rows = parseCsv(csv)
  const header = rows.next()
  const names = header.done ? [] : header.value.map((name) => name.replace(/^\uFEFF/, '').trim())
  for (const name of NEEDED) {
    if (!names.includes(name)) throw new RetractionListError(`the list has no column “${name}”`)
  }
  const columns = new Map(names.map((name, index) => [name, index] as const))
  let broken = 0
  let count = 0
  for (const row of rows) {
    if (row.length === 1 && row[0] === '') continue
    count++
    // the header ends with an empty column that some writers leave out
    if (Math.abs(row.length - names.length) > 1) broken++
    else yield rowOf((name) => row[columns.get(name) ?? -1]?.trim() ?? '')
  }
  if (broken > count / 20) throw new RetractionListError(`${broken} of ${count} rows cannot be read`)
}

/** By how much a list may shrink before it is taken for a cut one: 5 % of its rows. */
export function isCutList(rows: number, before: number): boolean {
  return rows < before * 0.95
}

function rowOf(cell: (name: string) => string): RetractionRow {
  const date = usDate(cell('RetractionDate'))
  const recordId = cell('Record ID')
  return {
    recordId,
    update: {
      type: updateType(cell('RetractionNature')),
      source: 'retraction-watch',
      ...filled({ doi: doiOf(cell('RetractionDOI')), date, label: cell('RetractionNature') || undefined, recordId }),
    },
    ...filled({
      doi: doiOf(cell('OriginalPaperDOI')),
      pmid: pmidOf(cell('OriginalPaperPubMedID')),
      title: cell('Title') || undefined,
    }),
  }
}

/** `unavailable` stands for none. */
function doiOf(text: string): string | undefined {
  return /^(?:unavailable|0|n\/a)?$/i.test(text) ? undefined : normaliseDoi(text)
}

/** `0` stands for none. */
function pmidOf(text: string): string | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? text : undefined
}

/** `3/9/2026 0:00` → `2026-03-09` */
function usDate(text: string): string | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text)
  if (match === null) return undefined
  const [, month = '', day = '', year] = match
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The updates of one work, newest first; what has no date comes last. */
export function inOrder(updates: readonly WorkUpdate[]): readonly WorkUpdate[] {
  return [...updates].sort(newestFirst)
}

/** RFC 4180; a line break may be LF, CRLF or CR. */
export function* parseCsv(text: string): Generator<readonly string[], void, undefined> {
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    let cell = ''
    if (text[at] === '"') {
      at++
      for (;;) {
        const quote = text.indexOf('"', at)
        if (quote === -1) {
          cell += text.slice(at)
          at = text.length
          break
        }
        cell += text.slice(at, quote)
        at = quote + 1
        if (text[at] !== '"') break
        cell += '"'
        at++
      }
    }
    const start = at
    while (at < text.length && text[at] !== ',' && text[at] !== '\n' && text[at] !== '\r') at++
    row.push(cell + text.slice(start, at))
    const sign = text[at]
    if (sign === ',') {
      at++
      continue
    }
    if (sign !== undefined || row.length > 1 || row[0] !== '') yield row
    row = []
    if (sign === undefined) return
    at += sign === '\r' && text[at + 1] === '\n' ? 2 : 1
  }
}
