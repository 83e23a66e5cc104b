import type { Evidence, Finding } from '../../model/finding.ts'
import type { Span } from '../../model/source.ts'
import { grouped } from '../grouped.ts'
import type { Places } from '../places.ts'
import { type Frame, framesOf } from './frame.ts'
import { harmless, widthOf } from './glyphs.ts'
import { counted, type Style, signs } from './style.ts'
import { wrap } from './wrap.ts'

/** What a finding is printed with. */
export interface Sheet {
  readonly places: Places
  readonly style: Style
  readonly columns: number
}

const indent = '  '

/** The lines of one finding: what, where, the source, the evidence, what to do, and what else it explains. */
export function* findingLines(finding: Finding, echoes: readonly Finding[], sheet: Sheet): Iterable<string> {
  const { style, columns } = sheet
  const paint = style.severity[finding.severity]
  const label = `${signs[finding.severity]} ${finding.severity}`
  const hang = `${indent}${' '.repeat(label.length)}  `
  const [head = '', ...rest] = wrap(harmless(finding.message), columns - hang.length)
  yield `${indent}${paint(label)}  ${style.strong(head)}`
  for (const line of rest) yield `${hang}${style.strong(line)}`
  const doubt = finding.confidence === 'certain' ? '' : `  ${finding.confidence}`
  yield `${hang}${placeOf(finding.span, sheet.places)}  ${style.quiet(harmless(finding.ruleId) + doubt)}`
  yield* sourceLines(finding, sheet)
  yield* detailLines(finding, echoes, sheet)
}

/** Path, line and column as editors and terminals make them a link. */
export function placeOf(span: Span, places: Places): string {
  const { line, column } = places.of(span).start
  return `${harmless(span.path)}:${line}:${column}`
}

/** Related places that are shown before the rest is only counted. */
const shownPlaces = 8

interface Excerpt {
  readonly span: Span
  readonly caret: string
  readonly message: string
}

function* sourceLines(finding: Finding, sheet: Sheet): Iterable<string> {
  const { places, style, columns } = sheet
  const excerpts: readonly Excerpt[] = [
    { span: finding.span, caret: '^', message: '' },
    ...(finding.related ?? []).slice(0, shownPlaces).map(({ span, message }) => ({ span, message, caret: '-' })),
  ]
  const numbers = excerpts.map(({ span }) => places.of(span).end.line)
  const gutter = Math.max(...numbers.map((number) => String(number).length), 2)
  const room = columns - indent.length * 2 - gutter - 3
  let path = finding.span.path
  for (const [index, { span, caret, message }] of excerpts.entries()) {
    if (span.path !== path) yield `${indent}${indent}${' '.repeat(gutter)} ${style.quiet(`┌ ${placeOf(span, places)}`)}`
    else if (index > 0) yield `${indent}${indent}${' '.repeat(gutter)} ${style.quiet('┆')}`
    path = span.path
    const paint = index === 0 ? style.severity[finding.severity] : style.related
    const frames = framesOf(span, places, room, caret)
    if (frames.length === 0 && message !== '') yield `${indent}${indent}${' '.repeat(gutter)}   ${harmless(message)}`
    for (const frame of frames) {
      const words = frame === frames.at(-1) ? harmless(message) : ''
      yield* frameLines(frame, words, gutter, room, paint, style)
    }
  }
}

function* frameLines(
  { line, code, carets, gap }: Frame,
  message: string,
  gutter: number,
  room: number,
  paint: (text: string) => string,
  style: Style,
): Iterable<string> {
  const blank = `${indent}${indent}${' '.repeat(gutter)} ${style.quiet('│')}`
  if (gap === true) yield `${indent}${indent}${' '.repeat(gutter)} ${style.quiet('⋮')}`
  yield `${indent}${indent}${style.quiet(`${String(line).padStart(gutter)} │`)} ${code}`.trimEnd()
  if (message === '') {
    yield `${blank} ${paint(carets)}`
    return
  }
  if (carets.length + 1 + widthOf(message) <= room) {
    yield `${blank} ${paint(`${carets} ${message}`)}`
    return
  }
  yield `${blank} ${paint(carets)}`
  for (const part of wrap(message, room)) yield `${blank} ${paint(part)}`
}

function* detailLines(finding: Finding, echoes: readonly Finding[], sheet: Sheet): Iterable<string> {
  const rows = [...detailsOf(finding), ...echoRows(echoes, finding, sheet.places)]
  const width = Math.max(...rows.map(([name]) => widthOf(harmless(name))), 8)
  const lead = indent.repeat(2)
  for (const [name, value] of rows) {
    const [head = '', ...rest] = wrap(harmless(value), sheet.columns - lead.length - width - 2)
    yield `${lead}${sheet.style.quiet(harmless(name) + ' '.repeat(width - widthOf(harmless(name))))}  ${head}`
    for (const line of rest) yield `${lead}${' '.repeat(width)}  ${line}`
  }
}

type Row = readonly [name: string, value: string]

function* detailsOf({ related = [], evidence = [], note, fixes = [] }: Finding): Iterable<Row> {
  if (related.length > shownPlaces) yield ['also', counted(related.length - shownPlaces, 'more place')]
  for (const piece of evidence) yield* evidenceRows(piece)
  if (note !== undefined && note !== '') yield ['to do', note]
  for (const { title, safety } of fixes) yield ['repair', safety === 'safe' ? title : `${title} (asks first)`]
}

/** Longest name of a row, and longest value that is told within a sentence, in cells. */
const shortName = 12
const shortValue = 36

function* evidenceRows({ about, ours, theirs, source, url, asOf, computation }: Evidence): Iterable<Row> {
  const origin = [source, asOf, url].filter((part) => part !== undefined && part !== '').join(', ')
  const told = origin === '' ? theirs : `${theirs} (${origin})`
  if (isShort(about, shortName) && isShort(ours, shortValue) && isShort(theirs, shortValue)) {
    yield [about, `here ${ours}, there ${told}`]
  } else {
    if (about !== '') yield ['about', about]
    if (ours !== '') yield ['here', ours]
    if (theirs !== '') yield ['there', told]
    else if (origin !== '') yield ['source', origin]
  }
  if (computation !== undefined && computation !== '') yield ['computed', computation]
}

function isShort(text: string, limit: number): boolean {
  return text !== '' && text.length <= limit && widthOf(text) <= limit
}

/** Lines that are named one by one before the rest is only counted. */
const namedLines = 8

function* echoRows(echoes: readonly Finding[], cause: Finding, places: Places): Iterable<Row> {
  for (const [ruleId, folded] of grouped(echoes, (echo) => echo.ruleId)) {
    const lines = [...new Set(folded.map(({ span }) => lineOf(span, cause.span.path, places)))]
    const named = lines.slice(0, namedLines).join(', ')
    const more = lines.length > namedLines ? ' …' : ''
    const where = `line${lines.length === 1 ? '' : 's'} ${named}${more}`
    yield ruleId === cause.ruleId
      ? ['also', `${counted(folded.length, 'more place')}, ${where}`]
      : ['explains', `${folded.length} more of ${ruleId}, ${where}`]
  }
}

function lineOf(span: Span, path: string, places: Places): string {
  const { line } = places.of(span).start
  return span.path === path ? String(line) : `${span.path}:${line}`
}
