import type { FileReport, Report, Summary } from '../model/report.ts'
import { headOf, schemaVersion, sectionsOf } from './contract.ts'
import { Places } from './places.ts'

/** Length at which a chunk is handed on, in UTF-16 units: large writes are cheap, a whole library in one string is not. */
const chunkLength = 65_536

/**
 * A report as one JSON object (docs/report.schema.json), in chunks, with a line end after it. Every item of an array stands
 * on a line of its own, so that committed reports can be compared.
 */
export function toJson(report: Report): Iterable<string> {
  return gathered(jsonParts(report))
}

/** A report as JSON Lines: the object of each file, then one with the summary. */
export function toJsonl(report: Report): Iterable<string> {
  return gathered(jsonlParts(report))
}

function* jsonParts(report: Report): Iterable<string> {
  const places = new Places(report)
  yield `{\n"schemaVersion": ${schemaVersion},\n"tool": ${text(toolOf(report))},\n"files": [`
  let before = '\n'
  for (const file of report.files) {
    yield before
    yield* fileParts(file, places, '\n')
    before = ',\n'
  }
  yield `],\n"summary": ${text(summaryOf(report.summary))}${report.incomplete === true ? ',\n"incomplete": true' : ''}\n}\n`
}

function* jsonlParts(report: Report): Iterable<string> {
  const places = new Places(report)
  for (const file of report.files) {
    yield* fileParts(file, places, '')
    yield '\n'
  }
  const incomplete = report.incomplete === true ? { incomplete: true } : {}
  yield `${text({ schemaVersion, tool: toolOf(report), summary: summaryOf(report.summary), ...incomplete })}\n`
}

/** The object of one file; `newline` stands between its parts. */
function* fileParts(file: FileReport, places: Places, newline: string): Iterable<string> {
  yield text(headOf(file)).slice(0, -1)
  for (const [name, items] of sectionsOf(file, places)) {
    yield `,${newline}${text(name)}: [`
    let before = newline
    for (const item of items) {
      yield before + text(item)
      before = `,${newline}`
    }
    yield ']'
  }
  yield '}'
}

function toolOf({ tool: { name, version } }: Report): object {
  return { name, version }
}

function summaryOf(summary: Summary): object {
  const { files, references, citations, quantities, relations, errors, warnings, infos, suppressed, unchecked } =
    summary
  return { files, references, citations, quantities, relations, errors, warnings, infos, suppressed, unchecked }
}

/**
 * JSON that every reader takes and no terminal obeys. A lone surrogate, which strict parsers refuse (RFC 7493, 2.1), becomes
 * U+FFFD, one unit for one unit; C1 controls, line separators and directional controls become escapes of the same value.
 */
function text(value: unknown): string {
  return JSON.stringify(value).replace(
    /\\ud[89a-f][0-9a-f]{2}|\\.|[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (found) => {
      if (found.length === 6) return '\ufffd'
      if (found.length === 2) return found
      return `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`
    },
  )
}

function* gathered(parts: Iterable<string>): Iterable<string> {
  let chunk = ''
  for (const part of parts) {
    chunk += part
    if (chunk.length < chunkLength) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}
