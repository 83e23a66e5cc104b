import { conceptOf, hanConcepts } from './lexicon/glossary.ts'
import { stopwords } from './lexicon/stopwords.ts'
import { isDigit, isHan, isLetter, type Plain, wordEnd } from './plain.ts'

/** A word of content: its concept or its beginning, and where it stands. */
export interface Content {
  readonly stem: string
  readonly at: number
  readonly end: number
  /** it begins with a capital inside a sentence */
  readonly name: boolean
}

/** Words are compared by this many letters: endings fall away in English, Russian and Kazakh alike. */
const STEM = 6

/** The words of content in `[start, end)` of a text, in order. */
export function contentOf({ text, lower }: Plain, start: number, end: number): readonly Content[] {
  const words: Content[] = []
  for (let at = start; at < end; ) {
    const code = text.charCodeAt(at)
    if (isLetter(code)) {
      const last = wordEnd(text, at)
      const word = lower.slice(at, last)
      // the ending of a number: 30-дан
      const from = text[at - 1] === '-' ? at - 2 : at - 1
      const glued = from >= 0 && isDigit(text.charCodeAt(from))
      if (last - at > 2 && !glued && !stopwords.has(word)) {
        const name = text.charCodeAt(at) !== lower.charCodeAt(at) && at > start
        words.push({ stem: conceptOf(word) ?? word.slice(0, STEM), at, end: last, name })
      } else if (last - at === 2 && !glued && conceptOf(word) !== undefined) {
        words.push({ stem: conceptOf(word) ?? word, at, end: last, name: false })
      } else if (last - at === 2 && text.charCodeAt(at + 1) !== lower.charCodeAt(at + 1)) {
        words.push({ stem: word, at, end: last, name: true })
      }
      at = last
    } else if (isHan(code)) {
      const concept = hanConcepts.match(text, at)
      if (concept !== undefined) {
        words.push({ stem: concept.value, at, end: concept.end, name: false })
        at = concept.end
      } else {
        if (
          isHan(text.charCodeAt(at + 1)) &&
          !HAN_STOP.has(text[at] as string) &&
          !HAN_STOP.has(text[at + 1] as string)
        ) {
          words.push({ stem: text.slice(at, at + 2), at, end: at + 2, name: false })
        }
        at++
      }
    } else at++
  }
  return words
}

const HAN_STOP = new Set(
  '的了在是为和与及约共达有由从至到年月日元万亿个名约占其中全本该这那于以等仅近超过不足降增升减'.split(''),
)
