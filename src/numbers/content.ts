import { conceptOf, hanConcepts } from './lexicon/glossary.ts'
import { stopwords } from './lexicon/stopwords.ts'
import { remembered } from './memo.ts'
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

const CYRILLIC_ENDING =
  /(?:(?:лар|лер|дар|дер|тар|тер)?(?:ның|нің|дың|дің|тың|тің|нан|нен|дан|ден|тан|тен|мен|бен|пен)|лар|лер|дар|дер|тар|тер|ами|ями|ого|его|ому|ему|ыми|ими|ов|ев|ам|ям|ах|ях|ой|ей|ом|ем|ая|яя|ое|ее|ые|ие|ых|их|ый|ий|ым|им|[аяоеыиуюьй])$/u

/** The concept of a word of three letters and more, or its beginning without its ending; nothing for words that say nothing. */
const stemOf = remembered((word) => (stopwords.has(word) ? undefined : (conceptOf(word) ?? bare(word).slice(0, STEM))))

/** A word without its case or plural ending, where enough is left. */
function bare(word: string): string {
  const cyrillic = word.charCodeAt(0) >= 0x400
  const cut = cyrillic ? word.replace(CYRILLIC_ENDING, '') : word.replace(/(?<![su])s$/, '')
  return cut.length >= 4 ? cut : word
}

/** The words of content in `[start, end)` of a text, in order. */
export function contentOf({ text, lower }: Plain, start: number, end: number): readonly Content[] {
  const words: Content[] = []
  for (let at = start; at < end; ) {
    const code = text.charCodeAt(at)
    if (isLetter(code)) {
      const last = wordEnd(text, at)
      // the ending of a number: 30-дан
      const from = text.charCodeAt(at - 1) === 45 ? at - 2 : at - 1
      const glued = from >= 0 && isDigit(text.charCodeAt(from))
      if (last - at > 2) {
        const stem = glued ? undefined : stemOf(lower.slice(at, last))
        if (stem !== undefined) {
          const name = code !== lower.charCodeAt(at) && at > start
          words.push({ stem, at, end: last, name })
        }
      } else if (last - at === 2) {
        const word = lower.slice(at, last)
        const concept = glued ? undefined : conceptOf(word)
        if (concept !== undefined) words.push({ stem: concept, at, end: last, name: false })
        else if (text.charCodeAt(at + 1) !== lower.charCodeAt(at + 1))
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
