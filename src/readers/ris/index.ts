import type { Reader } from '../../model/plugin.ts'
import type { LibraryEntry, LibraryParts } from '../../model/reference.ts'
import type { SourceFile, Trouble } from '../../model/source.ts'
import { risMeaning } from './meaning.ts'
import { type RisRecord, scanRis } from './scan.ts'

/** RIS libraries (Reference Manager, EndNote, Zotero and most databases export them). */
export const ris: Reader = { format: 'ris', extensions: ['.ris'], read: readRis }

function readRis({ path, text }: SourceFile): LibraryParts {
  const { records, strays } = scanRis(text)
  const troubles: Trouble[] = strays.slice(0, 100).map((range) => ({
    code: 'ris-stray-text',
    message: `\`${text.slice(range.start, Math.min(range.end, range.start + 40))}\` belongs to no record`,
    span: { path, ...range },
  }))
  const seen = new Set<string>()
  const entries = records.map((record, index): LibraryEntry => {
    const { start, end } = record
    const values = valuesOf(text, record)
    const id = record.fields.find(({ tag, value }) => tag === 'ID' && value.end > value.start)
    const key = id === undefined ? String(index + 1) : text.slice(id.value.start, id.value.end)
    const first = { path, start, end: Math.min(end, start + 2) }
    if (!record.typed)
      troubles.push({ code: 'ris-missing-type', message: 'This record does not begin with `TY`', span: first })
    if (!record.closed)
      troubles.push({ code: 'ris-unclosed-entry', message: 'This record is not ended by `ER`', span: first })
    if (id !== undefined && seen.has(key)) {
      const message = `The key \`${key}\` stands for more than one record`
      troubles.push({ code: 'ris-duplicate-key', message, span: { path, ...id.value } })
    }
    seen.add(key)
    return {
      key,
      keySpan: { path, ...(id?.value ?? { start, end: start }) },
      span: { path, start, end },
      entryType: values.get('TY')?.[0] ?? '',
      fields: record.fields.map(({ tag, tagRange, value }) => ({
        name: tag,
        value: text.slice(value.start, value.end),
        span: { path, ...value },
        nameSpan: { path, ...tagRange },
      })),
      csl: risMeaning(key, values),
      parents: [],
    }
  })
  if (entries.length === 0 && text.trim() !== '')
    troubles.push({ code: 'ris-no-entries', message: 'This file holds no RIS record' })
  troubles.sort((left, right) => (left.span?.start ?? 0) - (right.span?.start ?? 0))
  return { kind: 'library', entries, comments: [], troubles }
}

function valuesOf(text: string, record: RisRecord): Map<string, string[]> {
  const values = new Map<string, string[]>()
  for (const { tag, value } of record.fields) {
    const content = text.slice(value.start, value.end).replace(/\s+/g, ' ')
    const known = values.get(tag)
    if (known === undefined) values.set(tag, [content])
    else known.push(content)
  }
  return values
}
