import type { BlockKind, Marker } from '../../model/block.ts'
import { markerAt } from '../../text/list-marker.ts'
import { sectionWord } from '../../text/section-words.ts'
import { headingLook } from './headings.ts'
import { endsInHyphen } from './hyphens.ts'
import type { Slice } from './inline.ts'
import type { Line, Wrapping } from './lines.ts'

/** A block whose text is not read yet: the lines that it consists of. */
export interface Draft {
  kind: BlockKind
  readonly slices: Slice[]
  start: number
  end: number
  level?: number
  marker?: Marker
  label?: string
  /** the only block between two blank lines */
  alone: boolean
}

interface Context {
  readonly path: string
  readonly source: string
  readonly lines: readonly Line[]
  readonly wrapping: Wrapping
  /** the last typed number before these lines */
  readonly number?: number
}

const terminator = /[.!?…。！？:;；：]["'”’»)\]）」』*_]{0,4}$/u

/** Whether a text ends as a sentence or a clause of a list does. */
export function isFinished(text: string): boolean {
  return terminator.test(text.slice(-8))
}

/** Splits a run of lines without a blank one into drafts. */
export function draftsOf(context: Context, first: number, end: number): Draft[] {
  const { source, lines } = context
  const drafts: Draft[] = []
  let open: Draft | undefined
  let lastNumber = context.number
  for (let index = first; index < end; index++) {
    const line = lines[index] as Line
    const special = specialLine(context, line, open)
    if (special === 'underline' && open !== undefined) {
      open.kind = 'heading'
      open.level = source[line.from] === '=' ? 1 : 2
      open.end = line.to
    }
    if (special === 'underline' || special === 'rule') {
      open = undefined
      continue
    }
    if (special !== undefined) {
      drafts.push(special)
      open = special.kind === 'heading' || special.kind === 'row' ? undefined : special
      continue
    }
    const marker = acceptedMarker(context, index, first, open, lastNumber)
    if (open !== undefined && marker === undefined && !startsParagraph(context, index, open)) {
      extend(open, line.from, line.to, source)
      continue
    }
    open = plainDraft(line, marker)
    lastNumber = marker?.marker.number ?? lastNumber
    drafts.push(open)
    const text = source.slice(line.from, Math.min(line.to, line.from + 200))
    if (index + 1 < end && sectionWord(text) !== undefined) {
      open.kind = 'heading'
      open.level = headingLook(text)?.level ?? 2
      delete open.marker
      open.slices.splice(0, 1, { from: line.from, to: line.to })
      open = undefined
    }
  }
  if (drafts.length === 1) (drafts[0] as Draft).alone = true
  return drafts
}

function plainDraft(line: Line, found: ReturnType<typeof markerAt>): Draft {
  const slices = [{ from: found?.end ?? line.from, to: line.to }]
  const draft: Draft = { kind: 'paragraph', slices, start: line.from, end: line.to, alone: false }
  if (found === undefined) return draft
  return { ...draft, kind: 'item', marker: found.marker, level: 1 + Math.min(5, Math.floor(line.indent / 2)) }
}

function extend(draft: Draft, from: number, to: number, source: string): void {
  const start = draft.kind === 'quote' && source[from] === '>' ? from + 1 : from
  let at = start
  while (at < to && source[at] === ' ') at++
  draft.slices.push({ from: at, to })
  draft.end = to
}

/** `# heading`, `| row |`, `> quote`, `[^note]: …`, rules and underlines. */
function specialLine(
  { source }: Context,
  line: Line,
  open: Draft | undefined,
): Draft | 'underline' | 'rule' | undefined {
  const unit = source[line.from] as string
  const text = source.slice(line.from, Math.min(line.to, line.from + 240))
  const draft = (kind: BlockKind, from: number, to: number, more: Partial<Draft>): Draft => {
    return { kind, slices: [{ from, to }], start: line.from, end: line.to, alone: false, ...more }
  }
  if (unit === '#') {
    const marks = /^(#{1,6})[ \t]+/.exec(text)
    if (marks === null) return undefined
    let to = line.to
    while (to > line.from + marks[0].length && (source[to - 1] === '#' || source[to - 1] === ' ')) to--
    return draft('heading', line.from + marks[0].length, to, { level: (marks[1] as string).length })
  }
  if (unit === '|' && text.indexOf('|', 1) > 0) return draft('row', line.from, line.to, {})
  if (unit === '>' && open?.kind !== 'quote') {
    let from = line.from
    while (from < line.to && (source[from] === '>' || source[from] === ' ')) from++
    return from < line.to ? draft('quote', from, line.to, {}) : 'rule'
  }
  if (unit === '[') {
    const note = /^\[\^([^\s[\]]{1,200})\]:[ \t]*/.exec(text)
    if (note !== null) return draft('note', line.from + note[0].length, line.to, { label: note[1] as string })
  }
  if (/[-=*_—–]/.test(unit) && isRule(source, line)) {
    const under = open?.kind === 'paragraph' && open.slices.length === 1 && (unit === '=' || unit === '-')
    return under && open.end - open.start < 200 && line.to - line.from > 2 ? 'underline' : 'rule'
  }
  return undefined
}

/** Nothing but one mark, three times or more. */
function isRule(source: string, { from, to }: Line): boolean {
  const mark = source[from]
  let marks = 0
  for (let at = from; at < to; at++) {
    if (source[at] === mark) marks++
    else if (source[at] !== ' ') return false
  }
  return marks >= 3
}

/** The list marker of a line where it can be one: a number or a dash may also begin a wrapped line of prose. */
function acceptedMarker(
  context: Context,
  index: number,
  first: number,
  open: Draft | undefined,
  last: number | undefined,
): ReturnType<typeof markerAt> {
  const { path, source, lines, wrapping } = context
  const line = lines[index] as Line
  const found = markerAt(path, source, line.from, line.to)
  if (found === undefined) return undefined
  const { number, text } = found.marker
  const bracketed = /^[-–—*+•·\s]*[[［]/.test(text)
  if (number !== undefined && number >= 1000 && !bracketed) return undefined
  // a number on a line of its own is one only where it is due: the last pages of a reference end so too
  if (number !== undefined && found.end >= line.to && number !== (last ?? 0) + 1) return undefined
  const stuckBullet = number === undefined && text.length === 1 && source[line.from + 1] !== ' ' && text !== '•'
  if (index === first) return stuckBullet && /^[–—]$/.test(text) ? undefined : found
  const before = lines[index - 1] as Line
  const tail = source.slice(Math.max(before.from, before.to - 8), before.to)
  const ended = isFinished(tail) || before.to - before.start < 0.7 * wrapping.width
  if (number === undefined) return open?.kind === 'item' || ended || !wrapping.wrapped ? found : undefined
  if (/^\D\s/.test(text)) return found
  if (bracketed) return last === undefined || number === last + 1 || ended ? found : undefined
  if (number === 1 || (last !== undefined && number > last && number <= last + 3)) return found
  return ended && (last === undefined || number > last) && open?.marker !== undefined ? found : undefined
}

/** Whether a line that has no marker begins a paragraph of its own, though no blank line stands before it. */
function startsParagraph({ source, lines, wrapping }: Context, index: number, open: Draft): boolean {
  const line = lines[index] as Line
  const before = lines[index - 1] as Line
  const head = source.slice(line.from, Math.min(line.to, line.from + 8))
  const tail = source.slice(Math.max(before.from, before.to - 8), before.to)
  const opens = /^["'“‘«„([*_]{0,4}[\p{Lu}\p{Lo}\p{N}]/u.test(head)
  if (open.slices.every(({ from, to }) => from >= to)) return false
  if (open.kind === 'quote' || open.kind === 'note' || before.hardBreak) return false
  if (!wrapping.wrapped) return wrapping.width > 150 && (opens || isFinished(tail)) && !endsInHyphen(tail)
  if (!opens || endsInHyphen(tail)) return false
  if (open.kind === 'item' && line.indent > before.indent) return false
  const finished = isFinished(tail)
  if (finished && line.indent >= before.indent + 2) return true
  return finished && before.to - before.start < 0.7 * wrapping.width
}
