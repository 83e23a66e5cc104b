import type { Passage, Span } from '../../model/source.ts'
import { joinPassages, slicePassage, spanOf } from '../../text/passage.ts'
import { matchBrackets, type Range, within } from '../shared/brackets.ts'

export interface Separated {
  readonly passage: Passage
  readonly inert: readonly Range[]
  readonly notes: readonly { readonly passage: Passage; readonly inert: readonly Range[]; readonly span: Span }[]
}

/** Takes pandoc's `^[inline notes]` out of a text. */
export function separateNotes(passage: Passage, inert: readonly Range[]): Separated {
  const { text } = passage
  if (!text.includes('^[')) return { passage, inert, notes: [] }
  const brackets = matchBrackets(text, inert)
  const isInert = within(inert)
  const notes: Separated['notes'][number][] = []
  const rest: Range[] = []
  let from = 0
  let at = text.indexOf('^[')
  while (at >= 0) {
    const close = isInert(at) ? undefined : brackets.get(at + 1)?.close
    if (close !== undefined) {
      const inside = { from: at + 2, to: close }
      notes.push({
        passage: slicePassage(passage, inside.from, inside.to),
        inert: rangesIn(inert, inside),
        span: spanOf(passage, at, close + 1),
      })
      rest.push({ from, to: at })
      from = close + 1
    }
    at = text.indexOf('^[', close === undefined ? at + 2 : from)
  }
  if (notes.length === 0) return { passage, inert, notes }
  rest.push({ from, to: text.length })
  const parts = rest.map((range) => slicePassage(passage, range.from, range.to))
  let length = 0
  const moved = rest.flatMap((range) => {
    const before = length
    length += range.to - range.from
    return rangesIn(inert, range).map((inner) => ({ from: inner.from + before, to: inner.to + before }))
  })
  return { passage: joinPassages(parts, ''), inert: moved, notes }
}

/** The ranges that lie in `range`, counted from its start. */
function rangesIn(inert: readonly Range[], range: Range): Range[] {
  return inert
    .filter(({ from, to }) => from >= range.from && to <= range.to)
    .map(({ from, to }) => ({ from: from - range.from, to: to - range.from }))
}
