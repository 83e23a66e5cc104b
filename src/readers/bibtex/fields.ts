import { isBlank, isFirstOfLine, lineEnd, trimEnd } from './blank.ts'
import type { Damage, Range, RawField, ValuePart } from './syntax.ts'

export interface FieldScan {
  readonly fields: readonly RawField[]
  readonly damages: readonly Damage[]
  readonly comments: readonly Range[]
  readonly closed: boolean
  /** after the closing delimiter, or where the next entry begins */
  readonly end: number
}

/** A line that begins an entry: `@word{key,`, or a definition. A mere `@word{` also stands in abstracts and code. */
const NEXT_ENTRY =
  /[ \t]*@[ \t]*(?:[\p{L}_][\p{L}\p{N}_-]{0,40}[ \t]*[{(][ \t]*[^\s{}(),="@]{1,200}[ \t]*(?:,|[\n\r])|(?:string|comment|preamble)[ \t]*[{(])/iuy
/** Where no value is open, less is enough. */
const LOOSE_ENTRY = /[ \t]*@[ \t]*[\p{L}_][\p{L}\p{N}_-]{0,40}[ \t]*[{(]/uy
/** A line that begins a field. */
const NEXT_FIELD = /[ \t]*[\p{L}_][\p{L}\p{N}_-]{0,40}[ \t]*=[ \t]*["{\p{L}\p{N}]/uy
/** What follows a closing delimiter that closed too early. */
const MORE_FIELDS = /[\s,]*[\p{L}_][\p{L}\p{N}_-]{0,40}[ \t]*=\s*["{\p{N}]/uy
const NAME_STOPS = '={}(),"#%@'

/**
 * Reads the fields of one entry from `from` to its closing delimiter.
 * Strict: a value runs to its own closing delimiter; where a line begins the next entry, the entry is unclosed and `end`
 * says where. Lenient (for an entry known to be unclosed, up to `limit`): a value also ends where a line begins the next
 * field.
 */
export function scanFields(text: string, from: number, limit: number, close: string, lenient: boolean): FieldScan {
  const fields: RawField[] = []
  const damages: Damage[] = []
  const comments: Range[] = []
  let at = from
  const done = (end: number, closed: boolean): FieldScan => ({ fields, damages, comments, closed, end })
  while (at < limit) {
    const unit = text.charCodeAt(at)
    if (isBlank(unit) || unit === COMMA) {
      at++
      continue
    }
    const sign = text[at] as string
    if (sign === '%') {
      const end = Math.min(limit, lineEnd(text, at))
      comments.push({ start: at + 1, end })
      at = end
      continue
    }
    if (sign === close) {
      if (!moreFields(text, at + 1, limit)) return done(at + 1, true)
      damages.push({
        code: 'bibtex-extra-brace',
        message: `A \`${close}\` closes the entry before its last field`,
        start: at,
        end: at + 1,
      })
      at++
      continue
    }
    if (sign === '@' && (beginsEntry(text, at) || (isFirstOfLine(text, at) && beginsEntryLoosely(text, at)))) {
      return done(at, false)
    }
    let nameEnd = at
    while (nameEnd < limit && !isBlank(text.charCodeAt(nameEnd)) && !NAME_STOPS.includes(text[nameEnd] as string)) {
      nameEnd++
    }
    let equals = nameEnd
    while (equals < limit && isBlank(text.charCodeAt(equals))) equals++
    if (nameEnd === at || text[equals] !== '=' || equals >= limit) {
      const end = skipStray(text, at, limit, close)
      damages.push(stray(text, at, end))
      at = end
      continue
    }
    const name = { start: at, end: nameEnd }
    const value = scanValue(text, equals + 1, limit, close, lenient)
    if (value.cut) return done(value.end, false)
    fields.push({ name, parts: value.parts })
    for (const damage of value.damages) damages.push(damage)
    at = value.end
    let next = at
    while (next < limit && isBlank(text.charCodeAt(next))) next++
    if (
      value.damages.length === 0 &&
      next < limit &&
      text[next] !== ',' &&
      text[next] !== close &&
      text[next] !== '@' &&
      text[next] !== '%'
    ) {
      const fieldName = text.slice(name.start, name.end)
      damages.push({
        code: 'bibtex-missing-comma',
        message: `A comma is missing after \`${fieldName}\``,
        start: at,
        end: at,
      })
    }
  }
  return done(limit, false)
}

const COMMA = 44

interface ValueScan {
  readonly parts: readonly ValuePart[]
  readonly damages: readonly Damage[]
  readonly end: number
  /** the next entry begins inside the value, at `end` */
  readonly cut?: boolean
}

function scanValue(text: string, from: number, limit: number, close: string, lenient: boolean): ValueScan {
  const parts: ValuePart[] = []
  const damages: Damage[] = []
  let at = from
  while (at < limit) {
    while (at < limit && isBlank(text.charCodeAt(at))) at++
    const sign = text[at]
    if (at >= limit || sign === undefined || sign === ',' || sign === close) break
    if (sign === '@' && beginsEntry(text, at)) break
    if (sign === '{' || sign === '"') {
      const inside = sign === '{' ? braced(text, at, limit, lenient) : quoted(text, at, limit, lenient)
      if (inside.cut) return { parts, damages, end: inside.end, cut: true }
      parts.push({ kind: sign === '{' ? 'braced' : 'quoted', start: at + 1, end: inside.end })
      if (!inside.closed) {
        const start = at
        damages.push({
          code: 'bibtex-unclosed-value',
          message: `This value is opened with \`${sign}\` and never closed`,
          start,
          end: inside.end,
        })
      }
      at = inside.next
    } else {
      const end = bareEnd(text, at, limit, close)
      if (end === at) break
      parts.push({ kind: 'bare', start: at, end })
      at = end
    }
    let next = at
    while (next < limit && isBlank(text.charCodeAt(next))) next++
    if (text[next] !== '#' || next >= limit) break
    at = next + 1
  }
  if (parts.length === 0) {
    damages.push({ code: 'bibtex-missing-value', message: 'This field has no value', start: from - 1, end: from })
  }
  return { parts, damages, end: at }
}

interface Inside {
  /** end of the text inside the delimiters */
  readonly end: number
  readonly next: number
  readonly closed: boolean
  readonly cut?: boolean
}

/** BibTeX counts every brace, escaped or not. */
function braced(text: string, open: number, limit: number, lenient: boolean): Inside {
  let depth = 0
  for (let at = open; at < limit; at++) {
    const unit = text.charCodeAt(at)
    if (unit === OPEN) depth++
    else if (unit === CLOSE) {
      depth--
      if (depth === 0) return { end: at, next: at + 1, closed: true }
    } else if (unit === LF || unit === CR) {
      const stop = stopAfterLine(text, at, open, limit, lenient)
      if (stop !== undefined) return stop
    }
  }
  return atLimit(text, open, limit, lenient)
}

/** A quote ends the value only outside braces; `\"o` inside a quoted value is an accent that its author did not brace. */
function quoted(text: string, open: number, limit: number, lenient: boolean): Inside {
  let depth = 0
  for (let at = open + 1; at < limit; at++) {
    const unit = text.charCodeAt(at)
    if (unit === OPEN) depth++
    else if (unit === CLOSE) depth--
    else if (unit === QUOTE && depth <= 0) {
      const accent = text[at - 1] === '\\' && /[\p{L}{\\]/u.test(text[at + 1] ?? '')
      if (!accent) return { end: at, next: at + 1, closed: true }
    } else if (unit === LF || unit === CR) {
      const stop = stopAfterLine(text, at, open, limit, lenient)
      if (stop !== undefined) return stop
    }
  }
  return atLimit(text, open, limit, lenient)
}

const OPEN = 123
const CLOSE = 125
const QUOTE = 34
const LF = 10
const CR = 13

function stopAfterLine(text: string, at: number, open: number, limit: number, lenient: boolean): Inside | undefined {
  if (beginsEntry(text, at + 1))
    return lenient ? atLimit(text, open, at, true) : { end: at + 1, next: at + 1, closed: false, cut: true }
  if (!lenient) return undefined
  NEXT_FIELD.lastIndex = at + 1
  return NEXT_FIELD.test(text) ? atLimit(text, open, Math.min(at, limit), true) : undefined
}

/** An unclosed value ends before the commas, blanks and closing marks that its last line ends with. */
function atLimit(text: string, open: number, limit: number, lenient: boolean): Inside {
  if (!lenient) return { end: limit, next: limit, closed: false, cut: true }
  let end = limit
  while (end > open + 1 && (isBlank(text.charCodeAt(end - 1)) || '},"'.includes(text[end - 1] as string))) end--
  // a mark that closes a pair inside the value belongs to it
  let depth = 0
  for (let at = open + 1; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit === OPEN) depth++
    else if (unit === CLOSE && depth > 0) depth--
  }
  while (depth > 0 && text.charCodeAt(end) === CLOSE && end < limit) {
    end++
    depth--
  }
  return { end, next: limit, closed: false }
}

/** A bare word: a macro or a number. What is neither (`year = in press,`) runs to the comma, the line's end or the close. */
function bareEnd(text: string, from: number, limit: number, close: string): number {
  let end = from
  while (end < limit && !',\n\r#{}"='.includes(text[end] as string) && text[end] !== close) end++
  return trimEnd(text, from, end)
}

function beginsEntry(text: string, at: number): boolean {
  let sign = at
  while (text[sign] === ' ' || text[sign] === '\t') sign++
  if (text[sign] !== '@') return false
  NEXT_ENTRY.lastIndex = sign
  return NEXT_ENTRY.test(text)
}

export function beginsEntryLoosely(text: string, at: number): boolean {
  LOOSE_ENTRY.lastIndex = at
  return LOOSE_ENTRY.test(text)
}

function moreFields(text: string, at: number, limit: number): boolean {
  MORE_FIELDS.lastIndex = at
  return MORE_FIELDS.test(text) && MORE_FIELDS.lastIndex <= limit
}

function skipStray(text: string, from: number, limit: number, close: string): number {
  let end = from + 1
  while (end < limit && !',\n\r'.includes(text[end] as string) && text[end] !== close) end++
  return end
}

function stray(text: string, start: number, end: number): Damage {
  const shown = text.slice(start, Math.min(end, start + 40)).trim()
  const message = `\`${shown}\` is no field: a name, \`=\` and a value are expected`
  return { code: 'bibtex-stray-text', message, start, end: trimEnd(text, start, end) }
}
