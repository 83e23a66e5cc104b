import type { Document } from '../../../model/document.ts'
import type { Span } from '../../../model/source.ts'
import { spanOf } from '../../../text/passage.ts'

/** A person whom the prose names by two words, after a word for an office. */
export interface Mention {
  readonly first: string
  readonly second: string
  /** stems of the words for offices that stand right before */
  readonly offices: ReadonlySet<string>
  readonly language: string
  readonly span: Span
}

/** Stems of words for offices: English, Russian, Kazakh. Our own list. */
const STEMS =
  'president|vice|premier|minister|chair|secretary|governor|mayor|ambassador|director|deputy|senator|chancellor|king|queen|prince|general|marshal|academician|professor|speaker|commissioner|bishop|rector|президент|премьер|министр|председател|секретар|губернатор|аким|мэр|посол|посла|послом|директор|депутат|сенатор|канцлер|корол|генерал|академик|профессор|спикер|ректор|патриарх|епископ|төраға|әкім|елші|хатшы'
/** In lower case, without looking at words: quick. */
const ANY = new RegExp(STEMS, 'g')
const OFFICES = new RegExp(`^(?:${STEMS})`, 'iu')
const OFFICE = new RegExp(`(?<!\\p{L})(?:${STEMS})\\p{L}*`, 'giu')
/** Two capitalised words; the second is only looked at, so that it may begin the next pair. */
const NAME = /(?<![\p{L}\p{M}'’-])(\p{Lu}\p{Ll}[\p{Ll}'’-]{0,23}) (?=(\p{Lu}\p{Ll}[\p{Ll}'’-]{1,23})(?![\p{L}\p{M}]))/gu
const BEFORE = 90
const WORDS = 12

/** Where words for offices begin. */
function officesIn(text: string): readonly number[] {
  const lower = text.toLowerCase()
  // a letter that is two in lower case moves all that follow
  if (lower.length !== text.length) return [...text.matchAll(OFFICE)].map(({ index }) => index)
  const found: number[] = []
  ANY.lastIndex = 0
  for (let match = ANY.exec(lower); match !== null; match = ANY.exec(lower)) {
    if (match.index === 0 || !/\p{L}/u.test(lower[match.index - 1] as string)) found.push(match.index)
    ANY.lastIndex = match.index + 1
  }
  return found
}

/** The persons of the running text who are named in an office; lists, headings and tables left out. Linear. */
export function mentionsOf({ blocks, blockLanguages, lists }: Document): readonly Mention[] {
  const found: Mention[] = []
  for (const [index, { kind, passage, span }] of blocks.entries()) {
    if (!['paragraph', 'item', 'quote', 'note'].includes(kind)) continue
    if (lists.some((list) => list.span.start <= span.start && span.end <= list.span.end)) continue
    const offices = officesIn(passage.text)
    if (offices.length === 0) continue
    for (const { 1: first, 2: second, index: at } of passage.text.matchAll(NAME)) {
      if (!offices.some((office) => office < at && at - office <= BEFORE)) continue
      if (first === undefined || second === undefined || OFFICES.test(first) || OFFICES.test(second)) continue
      const words = passage.text
        .slice(Math.max(0, at - BEFORE), at)
        .split(/[^\p{L}]+/u)
        .slice(-WORDS)
      const near = new Set(words.filter((word) => OFFICES.test(word)).map((word) => word.toLowerCase().slice(0, 6)))
      if (near.size === 0) continue
      found.push({
        first,
        second,
        offices: near,
        language: blockLanguages[index] ?? 'und',
        span: spanOf(passage, at, at + first.length + 1 + second.length),
      })
    }
  }
  return found
}
