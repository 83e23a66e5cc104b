import type { Figure, SentenceText } from '../figures.ts'

/** The word right behind a count, with no bracket or comma between: what it counts. */
export function countedBy({ kind, end }: Figure, { content, line }: SentenceText): string | undefined {
  if (kind !== 'count') return undefined
  let low = 0
  let high = content.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((content[middle]?.at ?? 0) < end) low = middle + 1
    else high = middle
  }
  const word = content[low]
  if (word === undefined || word.at - end > 3 || /[^\p{L} ]/u.test(line.plain.text.slice(end, word.at)))
    return undefined
  return word.stem
}
