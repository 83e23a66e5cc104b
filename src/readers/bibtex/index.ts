import type { Reader } from '../../model/plugin.ts'
import type { LibraryEntry, LibraryParts, WrittenField } from '../../model/reference.ts'
import type { SourceFile, Span, Trouble } from '../../model/source.ts'
import { type Heir, inheritedFields, parentsOf } from './inherit.ts'
import { meaningOf } from './meaning.ts'
import { scanBibtex } from './scan.ts'
import { Macros, type Resolved } from './strings.ts'
import type { Range, RawEntry, RawField } from './syntax.ts'

/** BibTeX and BibLaTeX libraries. What is written is kept as it stands; damage becomes troubles. */
export const bibtex: Reader = { format: 'bibtex', extensions: ['.bib', '.bibtex', '.biblatex'], read: readBibtex }

function readBibtex(source: SourceFile): LibraryParts {
  const { path, text } = source
  const scan = scanBibtex(text)
  const span = ({ start, end }: Range): Span => ({ path, start, end })
  const troubles: Trouble[] = scan.damages.map(({ code, message, start, end }) => ({
    code,
    message,
    span: { path, start, end },
  }))
  const trouble = (code: string, message: string, at: Range): void => {
    troubles.push({ code, message, span: span(at) })
  }
  const macros = new Macros(text, trouble)
  for (const definition of scan.strings) macros.define(definition)
  const read = scan.entries.map((entry) => understand(text, entry, macros, trouble))
  const byKey = new Map<string, Heir>()
  for (const [index, heir] of read.entries()) {
    const key = heir.key.toLowerCase()
    const entry = scan.entries[index] as RawEntry
    if (!byKey.has(key)) byKey.set(key, heir)
    else if (heir.key !== '') {
      trouble('bibtex-duplicate-key', `The key \`${heir.key}\` stands for more than one entry`, entry.key)
    }
  }
  const entries = scan.entries.map((entry, index): LibraryEntry => {
    const heir = read[index] as Heir
    for (const parent of heir.parents) {
      if (byKey.has(parent.toLowerCase())) continue
      trouble('bibtex-missing-parent', `\`${heir.key}\` takes fields from \`${parent}\`, which is not here`, entry.key)
    }
    return {
      key: heir.key,
      keySpan: span(entry.key),
      span: span(entry),
      entryType: text.slice(entry.type.start, entry.type.end),
      fields: entry.fields.map((field) => writtenField(path, text, field)),
      csl: meaningOf(heir.key, heir.type, inheritedFields(heir, byKey)),
      parents: heir.parents,
    }
  })
  if (entries.length === 0 && scan.strings.length + scan.comments.length === 0 && text.trim() !== '') {
    troubles.push({ code: 'bibtex-no-entries', message: 'This file holds no BibTeX entry' })
  }
  const comments = scan.comments.map((comment) => ({
    text: text.slice(comment.start, comment.end),
    span: span(comment),
  }))
  troubles.sort((left, right) => (left.span?.start ?? 0) - (right.span?.start ?? 0))
  return { kind: 'library', entries, comments, troubles }
}

type Report = (code: string, message: string, at: Range) => void

/** The entry's fields with macros resolved. Of a repeated field BibTeX takes the first, and so does this. */
function understand(text: string, entry: RawEntry, macros: Macros, trouble: Report): Heir {
  const key = text.slice(entry.key.start, entry.key.end)
  const fields = new Map<string, string>()
  for (const field of entry.fields) {
    const name = text.slice(field.name.start, field.name.end).toLowerCase()
    const value: Resolved = macros.resolve(field.parts)
    if (fields.has(name)) {
      trouble('bibtex-duplicate-field', `\`${key}\` has more than one \`${name}\`; BibTeX takes the first`, field.name)
      continue
    }
    fields.set(name, value)
  }
  return { key, type: text.slice(entry.type.start, entry.type.end).toLowerCase(), fields, parents: parentsOf(fields) }
}

/** One literal stands without its delimiters; macros and `#` stand as written. */
function writtenField(path: string, text: string, { name, parts }: RawField): WrittenField {
  const only = parts.length === 1 ? parts[0] : undefined
  const first = parts[0]
  const last = parts.at(-1)
  const start = only?.start ?? (first === undefined ? name.end : first.start - (first.kind === 'bare' ? 0 : 1))
  const end = only?.end ?? (last === undefined ? name.end : last.end + (last.kind === 'bare' ? 0 : 1))
  return {
    name: text.slice(name.start, name.end),
    value: text.slice(start, end),
    span: { path, start, end },
    nameSpan: { path, start: name.start, end: name.end },
  }
}
