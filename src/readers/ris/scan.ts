/** UTF-16 offsets in the file. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** One tagged line with its continuation lines; the value is trimmed. */
export interface RisField {
  readonly tag: string
  readonly tagRange: Range
  readonly value: Range
}

export interface RisRecord extends Range {
  readonly fields: readonly RisField[]
  /** ended by its own `ER` */
  readonly closed: boolean
  /** began with `TY` */
  readonly typed: boolean
}

export interface RisScan {
  readonly records: readonly RisRecord[]
  /** lines that belong to no record */
  readonly strays: readonly Range[]
}

const TAG = /^[ \t\ufeff]{0,4}([A-Z][A-Z0-9])[ \t\u00a0]{0,3}-(?:[ \t\u00a0]|$)/

/** Databases also write tags between `ER` and the next `TY`; without an author or a title they are no work. */
const NAMES_A_WORK = /^(?:T[I1]|A[U1])$/

/** Splits a RIS file into records and tagged lines. A record also ends where the next `TY` begins. Linear. */
export function scanRis(text: string): RisScan {
  const records: RisRecord[] = []
  const strays: Range[] = []
  let open: { start: number; fields: RisField[]; typed: boolean } | undefined
  let lastEnd = 0
  const close = (end: number, closed: boolean): void => {
    if (open !== undefined && (open.typed || open.fields.some(({ tag }) => NAMES_A_WORK.test(tag)))) {
      records.push({ start: open.start, end, fields: open.fields, closed, typed: open.typed })
    } else if (open !== undefined) strays.push({ start: open.start, end })
    open = undefined
  }
  let at = 0
  while (at < text.length) {
    let end = at
    while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++
    const tag = TAG.exec(text.slice(at, Math.min(end, at + 14)))
    const content = trimmed(text, tag === null ? at : at + tag[0].length, end)
    if (tag !== null) {
      const name = tag[1] as string
      const tagStart = at + tag[0].indexOf(name)
      const tagRange = { start: tagStart, end: tagStart + 2 }
      if (name === 'TY') close(lastEnd, false)
      if (name === 'ER') {
        if (open === undefined) strays.push(tagRange)
        close(end, true)
      } else {
        open ??= { start: tagStart, fields: [], typed: name === 'TY' }
        open.fields.push({ tag: name, tagRange, value: content })
      }
      lastEnd = Math.max(content.end, tagRange.end)
    } else if (content.end > content.start) {
      const last = open?.fields.at(-1)
      if (open === undefined || last === undefined) strays.push(content)
      else {
        const value = last.value.end > last.value.start ? { start: last.value.start, end: content.end } : content
        open.fields[open.fields.length - 1] = { ...last, value }
        lastEnd = content.end
      }
    }
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
  }
  close(lastEnd, false)
  return { records, strays }
}

function trimmed(text: string, from: number, to: number): Range {
  let start = Math.min(from, to)
  let end = to
  while (start < end && /\s/.test(text[start] as string)) start++
  while (end > start && /\s/.test(text[end - 1] as string)) end--
  return { start, end }
}
