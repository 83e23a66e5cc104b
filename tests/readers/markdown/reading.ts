import type { Block, ManuscriptParts } from '../../../src/model/block.ts'
import type { Passage } from '../../../src/model/source.ts'
import { markdown } from '../../../src/readers/markdown/index.ts'

export function read(text: string): ManuscriptParts {
  return markdown.read({ path: 'paper.md', format: 'markdown', text, encoding: 'utf-8' })
}

/** kind, level or label, and text of each block */
export function outline(text: string): string[] {
  return read(text).blocks.map(({ kind, level, label, passage }) =>
    [kind, level ?? label ?? '', passage.text].join('|'),
  )
}

/** what each item's mark says: text, number, and whether it is a bullet among numbers */
export function markers(text: string): unknown[] {
  return read(text).blocks.flatMap(({ marker }) =>
    marker === undefined ? [] : [[marker.text, marker.number ?? null, ...(marker.bullet ? ['bullet'] : [])]],
  )
}

/** the citations, places given as the source they name */
export function cited(text: string): object[] {
  return read(text).marked.map(({ span, group, ...rest }) => ({
    ...rest,
    text: text.slice(span.start, span.end),
    ...(group.start === span.start && group.end === span.end ? {} : { group: text.slice(group.start, group.end) }),
  }))
}

export function keys(text: string): string[] {
  return read(text).marked.map(({ key }) => key)
}

/** What is wrong with the places of a reading; nothing, it is hoped. */
export function misplaced(parts: ManuscriptParts, source: string): string[] {
  const wrong = parts.blocks.flatMap((block) =>
    passagesOf(block).flatMap((passage) => misplacedPieces(passage, source)),
  )
  for (const { key, kind, span } of parts.marked) {
    const text = source.slice(span.start, span.end)
    if (kind === 'key' && /^[\w:]+$/.test(key) && !text.includes(key)) wrong.push(`the key ${key} stands at “${text}”`)
  }
  for (const { start, end } of [...parts.blocks, ...parts.marked, ...parts.links, ...parts.comments].map(
    (one) => one.span,
  )) {
    if (!(start >= 0 && start <= end && end <= source.length)) wrong.push(`no place: ${start} to ${end}`)
  }
  return wrong
}

function passagesOf({ passage, cells }: Block): readonly Passage[] {
  return [passage, ...(cells ?? [])]
}

function misplacedPieces({ text, pieces }: Passage, source: string): string[] {
  const wrong: string[] = []
  let at = 0
  let before = 0
  for (const piece of pieces) {
    if (piece.at !== at || piece.start < before) wrong.push(`out of order at ${piece.at}`)
    at += piece.length
    before = piece.end
    if (piece.length !== piece.end - piece.start) continue
    for (let unit = 0; unit < piece.length; unit++) {
      const [read, written] = [text[piece.at + unit], source[piece.start + unit]]
      // a line end of one unit that is read as a space corresponds unit by unit
      if (read !== written && !(read === ' ' && /[\r\n]/.test(written ?? ''))) wrong.push(`“${read}” is “${written}”`)
    }
  }
  if (at !== text.length) wrong.push(`${text.length - at} units without a place`)
  return wrong
}
