import { isBlank, isFirstOfLine, lineEnd, trimEnd } from './blank.ts'
import { beginsEntryLoosely, scanFields } from './fields.ts'
import type { Damage, Range, RawEntry, Scan } from './syntax.ts'

const ENTRY = /@[ \t]*([\p{L}_][\p{L}\p{N}_-]*)\s*([{(])/uy
const BARE_COMMENT = /@comment\b[^\n\r]*/iy

/**
 * Reads a BibTeX file once, from left to right, keeping every offset. Damage never costs more than the entry it is in:
 * an entry that is not closed ends where the next line begins with `@word{`, and is then read again line by line.
 * Time is linear in the length of the text.
 */
export function scanBibtex(text: string): Scan {
  const entries: RawEntry[] = []
  const strings: RawEntry[] = []
  const comments: Range[] = []
  const damages: Damage[] = []
  let failures = 0
  let at = 0
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    if (unit === PERCENT && isFirstOfLine(text, at)) {
      const end = lineEnd(text, at)
      comments.push({ start: at + 1, end })
      at = end
      continue
    }
    if (unit !== AT) {
      at++
      continue
    }
    ENTRY.lastIndex = at
    const head = ENTRY.exec(text)
    if (head === null) {
      at = afterLooseAt(text, at, comments)
      continue
    }
    const name = head[1] as string
    const typeStart = at + head[0].indexOf(name)
    const type = { start: typeStart, end: typeStart + name.length }
    const open = at + head[0].length - 1
    const kind = name.toLowerCase()
    if (kind === 'comment' || kind === 'preamble') {
      const end = closeOf(text, open, failures)
      if (!end.closed) failures++
      if (!end.closed) damages.push(unclosedEntry(text, at, type, end.at))
      if (kind === 'comment') comments.push({ start: open + 1, end: end.closed ? end.at - 1 : end.at })
      at = end.at
      continue
    }
    const entry = scanEntry(text, at, type, open, kind === 'string', damages, comments)
    ;(kind === 'string' ? strings : entries).push(entry)
    at = entry.end
  }
  return { entries, strings, comments, damages }
}

const AT = 64
const PERCENT = 37

function scanEntry(
  text: string,
  start: number,
  type: Range,
  open: number,
  isString: boolean,
  damages: Damage[],
  comments: Range[],
): RawEntry {
  const close = text[open] === '(' ? ')' : '}'
  const keyDamages: Damage[] = []
  const key = isString ? { start: open + 1, end: open + 1, next: open + 1 } : scanKey(text, open + 1, close, keyDamages)
  const strict = scanFields(text, key.next, text.length, close, false)
  if (strict.closed) {
    append(damages, keyDamages, strict.damages)
    append(comments, strict.comments)
    return { start, end: strict.end, type, key, fields: strict.fields }
  }
  const limit = strict.end
  const lenient = scanFields(text, Math.min(key.next, limit), limit, close, true)
  append(damages, keyDamages, lenient.damages)
  append(comments, lenient.comments)
  if (!lenient.closed) damages.push(unclosedEntry(text, start, type, lenient.end))
  return { start, end: lenient.closed ? lenient.end : trimEnd(text, start, limit), type, key, fields: lenient.fields }
}

/** The key runs to the first comma; a line end, `=`, or a delimiter before it means that the comma is missing. */
function scanKey(text: string, from: number, close: string, damages: Damage[]): Range & { readonly next: number } {
  let start = from
  while (start < text.length && isBlank(text.charCodeAt(start))) start++
  let end = start
  while (end < text.length && !KEY_STOPS.includes(text[end] as string) && text[end] !== close) end++
  const stop = text[end]
  let keyEnd = trimEnd(text, start, end)
  if (stop === ',') {
    if (keyEnd === start) damages.push(noKey(start))
    return { start, end: keyEnd, next: end + 1 }
  }
  if (stop === '=') {
    // `@misc{key title = {…}}`: the last word is a field's name, what stands before it is the key
    let name = keyEnd
    while (name > start && !isBlank(text.charCodeAt(name - 1))) name--
    keyEnd = trimEnd(text, start, name)
    damages.push(keyEnd === start ? noKey(start) : noCommaAfterKey(text, start, keyEnd))
    return { start, end: keyEnd, next: name }
  }
  let next = end
  while (next < text.length && isBlank(text.charCodeAt(next))) next++
  if (text[next] === ',') return { start, end: keyEnd, next: next + 1 }
  if (keyEnd === start) damages.push(noKey(start))
  else if (text[next] !== close && next < text.length) damages.push(noCommaAfterKey(text, start, keyEnd))
  return { start, end: keyEnd, next }
}

const KEY_STOPS = ',=\n\r"{@'

function noKey(at: number): Damage {
  return { code: 'bibtex-missing-key', message: 'This entry has no citation key', start: at, end: at }
}

function noCommaAfterKey(text: string, start: number, end: number): Damage {
  const message = `A comma is missing after the key \`${text.slice(start, Math.min(end, start + 80))}\``
  return { code: 'bibtex-missing-comma', message, start, end }
}

function unclosedEntry(text: string, start: number, type: Range, end: number): Damage {
  const name = text.slice(type.start, type.end)
  const message = `This \`@${name}\` is never closed; it was read up to where the next entry begins`
  return { code: 'bibtex-unclosed-entry', message, start, end: Math.min(end, lineEnd(text, start)) }
}

/** Brackets that are never closed are searched for to the end of the text only this often, so that time stays linear. */
const PATIENCE = 8

/** Where a bracket that opens at `open` is closed; without a closing one, the next entry or the end of the text. */
function closeOf(text: string, open: number, failures: number): { readonly at: number; readonly closed: boolean } {
  const opening = text[open] as string
  const closing = opening === '(' ? ')' : '}'
  let depth = 0
  let next = -1
  for (let at = open; at < text.length; at++) {
    const sign = text[at]
    if (sign === opening) depth++
    else if (sign === closing) depth--
    if (depth === 0) return { at: at + 1, closed: true }
    if (next >= 0 || (sign !== '\n' && sign !== '\r')) continue
    if (beginsEntryLoosely(text, at + 1)) next = at + 1
    if (next >= 0 && failures > PATIENCE) break
  }
  return { at: next < 0 ? text.length : next, closed: false }
}

function afterLooseAt(text: string, at: number, comments: Range[]): number {
  BARE_COMMENT.lastIndex = at
  const comment = BARE_COMMENT.exec(text)
  if (comment === null) return at + 1
  comments.push({ start: at + '@comment'.length, end: at + comment[0].length })
  return at + comment[0].length
}

/** Spreading into `push` would put every element on the stack. */
function append<Element>(to: Element[], ...lists: readonly (readonly Element[])[]): void {
  for (const list of lists) for (const element of list) to.push(element)
}
