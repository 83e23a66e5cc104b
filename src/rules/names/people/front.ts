import type { Document } from '../../../model/document.ts'
import type { Span } from '../../../model/source.ts'
import { type NameScript, type PersonName, parseName, scriptOf } from '../../../names/index.ts'
import { spanOf } from '../../../text/passage.ts'

/** One of the manuscript's own authors, as one of its title blocks prints the name. */
export interface OwnAuthor {
  readonly person: PersonName
  readonly printed: string
  readonly script: NameScript
  readonly span: Span
  /** names of one block, or of blocks that follow each other, have one number */
  readonly group: number
}

const MOST_BLOCKS = 80
const LONGEST = 300
/** `A. B. Surname`, `Given Surname`, `Surname A. B.`: words of names and nothing else. */
const WHOLE =
  /^(?:\p{Lu}\.[\s-]?){1,3}\p{Lu}[\p{L}'’-]{1,24}$|^\p{Lu}[\p{L}'’-]{1,24}(?:\s\p{Lu}\.[\s-]?\p{Lu}?\.?){1,2}$|^\p{Lu}[\p{L}'’-]{1,24}(?:\s\p{Lu}[\p{L}'’-]{1,24}){1,2}$/u
const MARKS = /[¹²³⁴⁵⁶⁷⁸⁹⁰*†‡§]+|\^[^^]{1,6}\^/gu
const NO_AUTHOR =
  /university|institute|department|academy|ministry|republic|journal|street|faculty|school|centre|center|editor|университет|институт|кафедра|академия|министерство|республика|факультет|журнал|университеті|республикасы|кафедрасы|academia|key|words|abstract/iu

/**
 * The authors of the title blocks: lines of names alone, or names at the head of a line before a break, among the first
 * blocks before the text begins. Names of one script and place form a group.
 */
export function ownAuthors({ blocks, sections, source }: Document): readonly OwnAuthor[] {
  const body = sections.find(({ kind }) => !['front', 'abstract', 'keywords'].includes(kind) && kind !== 'body')
  const end = Math.min(body?.first ?? MOST_BLOCKS, MOST_BLOCKS, blocks.length)
  const found: OwnAuthor[] = []
  let group = 0
  let before: { script: NameScript; block: number } | undefined
  for (const [index, { kind, passage }] of blocks.slice(0, end).entries()) {
    if (!['paragraph', 'heading', 'item'].includes(kind) || passage.path !== source.path) continue
    const names = namesOf(passage.text)
    const [first] = names
    if (first === undefined) continue
    const script = scriptOf(first.text)
    if (before === undefined || before.script !== script || index - before.block > 3) group++
    before = { script, block: index }
    for (const { text, from } of names) {
      found.push({
        person: parseName(text),
        printed: text,
        script: scriptOf(text),
        span: spanOf(passage, from, from + text.length),
        group,
      })
    }
  }
  return found
}

function namesOf(text: string): readonly { text: string; from: number }[] {
  if (text.length > LONGEST || NO_AUTHOR.test(text)) return []
  const found: { text: string; from: number }[] = []
  let at = 0
  for (const part of text.split(/[,;]| and | и | және /u)) {
    const from = text.indexOf(part, at)
    at = from + part.length
    const cut = part.search(MARKS)
    const name = (cut < 0 ? part : part.slice(0, cut)).trim()
    if (name === '') continue
    // a line of capitals is a title
    if (!WHOLE.test(name) || name === name.toUpperCase()) return []
    found.push({ text: name, from: text.indexOf(name, from) })
  }
  return found
}
