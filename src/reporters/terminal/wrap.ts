import { glyphs, widthOf } from './glyphs.ts'

/** Where a line of Chinese or Japanese may end though no space follows. */
const breakable = /[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]/
/** What begins no line, and what ends none. */
const closing = /[\s\p{Pe}\p{Pf}，。、；：！？]/u
const opening = /[\p{Ps}\p{Pi}]/u

/** Breaks harmless text into lines of at most `width` cells: at spaces, between wide characters, else within the word. */
export function wrap(text: string, width: number): readonly string[] {
  const room = Math.max(width, 10)
  if (widthOf(text) <= room) return [text]
  const lines: string[] = []
  let line = ''
  let cells = 0
  for (const word of words(text)) {
    const wordCells = widthOf(word)
    if (cells + widthOf(word.trimEnd()) <= room) {
      line += word
      cells += wordCells
      continue
    }
    if (line !== '') lines.push(line.trimEnd())
    line = word
    cells = wordCells
    if (wordCells <= room) continue
    line = ''
    cells = 0
    for (const { shown, width: own } of glyphs(word)) {
      if (cells + own > room) {
        lines.push(line)
        line = ''
        cells = 0
      }
      line += shown
      cells += own
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}

/** Words with the space that follows them; a wide character is a word, with the punctuation that clings to it. */
function* words(text: string): Iterable<string> {
  let word = ''
  let previous = ''
  for (const character of text) {
    const parted = previous === ' ' ? character !== ' ' : mayPart(previous, character)
    if (parted && word !== '') {
      yield word
      word = ''
    }
    word += character
    previous = character
  }
  if (word !== '') yield word
}

function mayPart(previous: string, next: string): boolean {
  if (closing.test(next) || opening.test(previous)) return false
  return breakable.test(previous) || breakable.test(next)
}
