import type { Passage } from '../../model/source.ts'
import { PassageBuilder } from '../../text/passage.ts'

/**
 * A value that some parser made of source `[start, end)` (quotes, indentation and escapes resolved), as a passage: each
 * word where it stands, what is between words read as one space. A value whose words are not in the source in order is
 * one piece that corresponds as a whole.
 */
export function alignWords(path: string, source: string, value: string, start: number, end: number): Passage {
  const written = source.slice(start, end)
  const words = value.split(/\s+/).filter((word) => word !== '')
  const builder = new PassageBuilder(path, source)
  let at = 0
  for (const [index, word] of words.entries()) {
    const found = written.indexOf(word, at)
    const isApart = index > 0 && found >= 0 && written.slice(at, found).trim() !== ''
    if (found < 0 || isApart) return new PassageBuilder(path, source).replace(start, end, words.join(' ')).build()
    if (index > 0) builder.replace(start + at, start + found, ' ')
    builder.keep(start + found, start + found + word.length)
    at = found + word.length
  }
  return builder.build()
}
