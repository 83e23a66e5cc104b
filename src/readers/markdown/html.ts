import type { Passage } from '../../model/source.ts'
import { PassageBuilder } from '../../text/passage.ts'

const SILENT = /^<(script|style|pre|textarea|svg|math)\b/i

/** The text between the tags of a block of HTML: pandoc reads citations there. Scripts, styles and comments are left out. */
export function textOfHtml(path: string, source: string, start: number, end: number): Passage {
  const builder = new PassageBuilder(path, source)
  const html = source.slice(start, end)
  let at = 0
  while (at < html.length) {
    if (html[at] === '<') {
      const close = markupEnd(html, at)
      builder.replace(start + at, start + close, '')
      at = close
      continue
    }
    const tag = html.indexOf('<', at)
    const stop = tag < 0 ? html.length : tag
    keepWords(builder, html, start, at, stop)
    at = stop
  }
  return builder.build()
}

/** Past the tag or comment at `at`, and past the content of elements that hold no prose. */
function markupEnd(html: string, at: number): number {
  if (html.startsWith('<!--', at)) return past(html, '-->', at + 4)
  const silent = SILENT.exec(html.slice(at, at + 12))?.[1]
  return past(html, silent === undefined ? '>' : `</${silent}>`, at)
}

function past(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

/** Keeps `[from, to)` of a block that begins at `base` of the source, line ends with the marks after them as one space. */
function keepWords(builder: PassageBuilder, html: string, base: number, from: number, to: number): void {
  const blank = /[\r\n][\s>]*/y
  let at = from
  let kept = from
  while (at < to) {
    const unit = html.charCodeAt(at)
    if (unit !== 10 && unit !== 13) {
      at += 1
      continue
    }
    blank.lastIndex = at
    blank.exec(html)
    const end = Math.min(to, blank.lastIndex)
    builder.keep(base + kept, base + at)
    builder.replace(base + at, base + end, builder.length === 0 ? '' : ' ')
    at = end
    kept = end
  }
  builder.keep(base + kept, base + to)
}
