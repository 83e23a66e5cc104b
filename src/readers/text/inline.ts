import type { Link } from '../../model/block.ts'
import type { Passage, Span } from '../../model/source.ts'
import { PassageBuilder } from '../../text/passage.ts'
import { endsInHyphen, type Hyphenation } from './hyphens.ts'

/** A stretch of one line that belongs to a block. */
export interface Slice {
  readonly from: number
  readonly to: number
}

/** Source that is read as something else: a mark left out, an entity, an escape. */
interface Cut {
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface InlineContext {
  readonly path: string
  readonly source: string
  readonly hyphenation: Hyphenation
  /** ranges of comments, in order: left out of every reading */
  readonly comments: readonly Span[]
  readonly links: Link[]
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const entity = /&(amp|lt|gt|quot|apos|nbsp);/y
const autolink = /<((?:https?|ftp|mailto):[^\s<>]{1,2000})>/y
const tag = /<\/?(?:sup|sub|i|b|em|strong|u|br|span)(?: [^<>\n]{0,100})?\/?>/iy
const invisible = new Set(['\u00ad', '\u200b', '\u2060', '\ufeff', '\u0000'])
const escapable = /[!-/:-@[-`{-~]/
const longestLinkText = 1000
const longestUrl = 2000

/** Reads the slices of a block as one healed passage; links that it holds are added to the context. */
export function readInline(context: InlineContext, all: readonly Slice[]): Passage {
  const { source } = context
  // a marker may stand on a line of its own
  const slices = all.filter(({ from, to }) => from < to)
  const cuts = [
    ...slices.flatMap((slice) => cutsOf(context, slice)),
    ...emphasis(source, slices),
    ...commentCuts(context, slices),
  ]
  cuts.sort((left, right) => left.start - right.start || right.end - left.end)
  const builder = new PassageBuilder(context.path, source)
  let next = 0
  let done = slices[0]?.from ?? 0
  for (const [index, slice] of slices.entries()) {
    let at = Math.max(slice.from, done)
    for (; next < cuts.length && (cuts[next] as Cut).start < slice.to; next++) {
      const cut = cuts[next] as Cut
      if (cut.start < at) continue
      builder.keep(at, cut.start).replace(cut.start, cut.end, cut.text)
      at = cut.end
    }
    const following = slices[index + 1]
    if (following === undefined) builder.keep(at, slice.to)
    else done = joint(context, builder, at, slice, following)
  }
  return builder.build()
}

/** Joins a line to the next: healed words and addresses without, all else with a space between. */
function joint(context: InlineContext, builder: PassageBuilder, at: number, left: Slice, right: Slice): number {
  const { source } = context
  const end = Math.max(at, left.to)
  const before = source.slice(Math.max(at, left.to - 200, left.from), left.to)
  const after = source.slice(right.from, Math.min(right.to, right.from + 200))
  const soft = before.endsWith('\u00ad')
  if (soft || endsInHyphen(before)) {
    const halves = [
      /\p{L}{1,60}$/u.exec(before.slice(0, -1))?.[0] ?? '',
      /^\p{L}{1,60}/u.exec(after)?.[0] ?? '',
    ] as const
    const keeps = !soft && (halves[1] === '' || context.hyphenation.join(...halves) === '-')
    if (!keeps && left.to > at) {
      builder.keep(at, left.to - 1).replace(left.to - 1, right.from, '')
      return right.from
    }
    if (halves[1] !== '' || isAddress(before)) {
      builder.keep(at, end).replace(end, right.from, '')
      return right.from
    }
  }
  builder.keep(at, end)
  if (right.from <= end) return end
  if (glues(before, after)) {
    builder.replace(end, right.from, '')
    return right.from
  }
  // only the line end is read as a space; furniture between two pages is left out
  let space = end
  while (space < right.from && /\s/.test(source[space] as string)) space++
  builder.replace(end, Math.max(space, end + 1), ' ')
  if (space < right.from) builder.replace(Math.max(space, end + 1), right.from, '')
  return right.from
}

/** Whether nothing stands between two lines: Chinese and Japanese have no spaces, a broken address goes on. */
function glues(before: string, after: string): boolean {
  const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：！？）》」』]/u
  if (wide.test(before.slice(-1)) && wide.test(after.slice(0, 1))) return true
  if (!isAddress(before)) return false
  if (/[/_=&?%-]$/.test(before)) return /^[\p{L}\d%#?=&._~-]/u.test(after)
  return /^[^\s/]{0,60}[/_=&?%]/.test(after) && !/^https?:|^\p{Lu}\p{Ll}+[,.]? |^[([]/u.test(after)
}

function isAddress(before: string): boolean {
  const word = before.slice(Math.max(before.lastIndexOf(' '), before.lastIndexOf('<'), before.lastIndexOf('(')) + 1)
  return /:\/\/|^www\.|^(?:doi:)?10\.\d{4}/i.test(word)
}

function cutsOf(context: InlineContext, slice: Slice): readonly Cut[] {
  const { source } = context
  const cuts: Cut[] = []
  let open = -1
  for (let at = slice.from; at < slice.to; at++) {
    const unit = source[at] as string
    if (invisible.has(unit)) cuts.push({ start: at, end: at + 1, text: '' })
    else if (unit === '\\') at = unescaped(source, slice, at, cuts)
    else if (unit === '&') at = sticky(entity, source, slice, at, cuts, (match) => entities[match] ?? '')
    else if (unit === '[') open = at
    else if (unit === ']' && source[at + 1] === '(' && open >= 0) at = link(context, slice, open, at, cuts)
    else if (unit === '<') at = angle(context, slice, at, cuts)
  }
  return cuts
}

/** `\_` is `_`; converters write `\\_` too. A backslash at the end of a line is a line break. */
function unescaped(source: string, slice: Slice, at: number, cuts: Cut[]): number {
  if (at + 1 === slice.to) {
    cuts.push({ start: at, end: at + 1, text: '' })
    return at
  }
  const doubled = source[at + 1] === '\\' && source[at + 2] === '_' && at + 2 < slice.to
  if (!escapable.test(source[at + 1] as string)) return at
  cuts.push({ start: at, end: at + (doubled ? 2 : 1), text: '' })
  return at + (doubled ? 2 : 1)
}

function sticky(
  pattern: RegExp,
  source: string,
  slice: Slice,
  at: number,
  cuts: Cut[],
  read: (match: string) => string,
): number {
  pattern.lastIndex = at
  const match = pattern.exec(source)
  if (match === null || at + match[0].length > slice.to) return at
  cuts.push({ start: at, end: at + match[0].length, text: read(match[1] ?? '') })
  return at + match[0].length - 1
}

/** `<https://…>` is read without its brackets and is a link; simple tags are left out. */
function angle(context: InlineContext, slice: Slice, at: number, cuts: Cut[]): number {
  autolink.lastIndex = at
  const match = autolink.exec(context.source)
  if (match === null) return sticky(tag, context.source, slice, at, cuts, () => '')
  const end = at + match[0].length
  if (end > slice.to) return at
  cuts.push({ start: at, end: at + 1, text: '' }, { start: end - 1, end, text: '' })
  const { path } = context
  const url = match[1] as string
  const inner = { path, start: at + 1, end: end - 1 }
  context.links.push({ url, text: url, span: { path, start: at, end }, textSpan: inner, urlSpan: inner })
  return end - 1
}

/** `[text](url)` is read as its text. */
function link(context: InlineContext, slice: Slice, open: number, close: number, cuts: Cut[]): number {
  const { source, path } = context
  if (close - open > longestLinkText) return close
  let depth = 0
  let end = close + 2
  for (; end < slice.to && end - close < longestUrl; end++) {
    const unit = source[end] as string
    if (unit === '(') depth++
    else if (unit === ')' && depth-- === 0) break
    else if (unit === '[' || unit === '<' || /\s/.test(unit)) return close
  }
  if (source[end] !== ')' || end >= slice.to) return close
  const url = source.slice(close + 2, end)
  if (!/[/#.:]/.test(url)) return close
  const start = source[open - 1] === '!' && open > slice.from ? open - 1 : open
  cuts.push({ start, end: open + 1, text: '' }, { start: close, end: end + 1, text: '' })
  context.links.push({
    url: url.replace(/\\([!-/:-@[-`{-~])/g, '$1'),
    text: source.slice(open + 1, close),
    span: { path, start, end: end + 1 },
    textSpan: { path, start: open + 1, end: close },
    urlSpan: { path, start: close + 2, end },
  })
  return end
}

/** Runs of `*` and `_` that open and close emphasis, over the lines of one block; single ones stay text. */
function emphasis(source: string, slices: readonly Slice[]): readonly Cut[] {
  const cuts: Cut[] = []
  const open = new Map<string, number[]>()
  for (const { from, to } of slices) {
    for (let at = from; at < to; at++) {
      const unit = source[at] as string
      if (unit === '\\') at++
      if (unit !== '*' && unit !== '_') continue
      let end = at + 1
      while (end < to && source[end] === unit) end++
      if (end - at <= 3) pair(source, { from, to }, at, end, open, cuts)
      at = end - 1
    }
  }
  return cuts
}

function pair(source: string, slice: Slice, at: number, end: number, open: Map<string, number[]>, cuts: Cut[]): void {
  const before = at > slice.from ? (source[at - 1] as string) : ' '
  const after = end < slice.to ? (source[end] as string) : ' '
  const within = source[at] === '_' && /[\p{L}\p{N}_]/u.test(before) && /[\p{L}\p{N}_]/u.test(after)
  if (within) return
  const key = source.slice(at, end)
  const waiting = open.get(key)
  const start = /\s/.test(before) ? undefined : waiting?.pop()
  if (start !== undefined) {
    cuts.push({ start, end: start + key.length, text: '' }, { start: at, end, text: '' })
    return
  }
  if (/\s/.test(after)) return
  if (waiting === undefined) open.set(key, [at])
  else waiting.push(at)
}

function commentCuts({ comments }: InlineContext, slices: readonly Slice[]): readonly Cut[] {
  const first = slices[0]?.from ?? 0
  const last = slices.at(-1)?.to ?? 0
  let low = 0
  let high = comments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((comments[middle] as Span).end <= first) low = middle + 1
    else high = middle
  }
  const cuts: Cut[] = []
  for (let index = low; index < comments.length && (comments[index] as Span).start < last; index++) {
    const { start, end } = comments[index] as Span
    cuts.push({ start, end, text: '' })
  }
  return cuts
}
