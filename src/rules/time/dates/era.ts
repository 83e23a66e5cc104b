import type { Citation } from '../../../model/citation.ts'
import type { Document } from '../../../model/document.ts'
import { readingOffset } from '../../../text/passage.ts'
import { sentences } from '../../../text/sentences.ts'

/** A stage that a paragraph opens with and the next ones go on about; offsets are of its block's passage. */
export interface Era {
  readonly text: string
  /** the year in which it begins: what is told of it is no older */
  readonly year: number
  readonly block: number
  readonly start: number
  readonly end: number
}

const YEAR = '((?:19|20)\\d\\d)(?![\\d–-])'
/** `The third stage begins with the opening of the bridge in 2013.` */
const OPENINGS: readonly RegExp[] = [
  `\\b(?:stage|period|phase|era)\\b[^.]{0,60}?\\b(?:begins?|began|starts?|started|opens?|opened|dates from)\\b[^.\\d]{0,160}?\\b(?:in|of|since|from)\\s+${YEAR}`,
  `(?<!\\p{L})(?:этап|период|фаза|эпоха)(?!\\p{L})[^.]{0,60}?(?:бер[её]т начало|начал(?:ся|ась|о)?|начина(?:ется|ются)|открыва(?:ется|ет)|вед[её]т отсч[её]т)[^.\\d]{0,160}?(?<!\\p{L})(?:в|с|от)\\s+${YEAR}`,
  `(?<!\\p{L})кезең\\p{L}*[^.\\d]{0,120}?${YEAR}[^.]{0,120}?баст(?:ал|ау)`,
].map((form) => new RegExp(form, 'iu'))
/** The paragraph goes on about the stage of the one before. */
const BACK =
  /^[\s*_]{0,3}(?:(?:in|during|at|over) (?:this|that) (?:period|stage|phase|era|time)\b|(?:в|за|на) (?:этот|эт[оа]м|данн(?:ый|ом)|тот) (?:период\p{L}*|этап\p{L}*|время)(?!\p{L})|(?:бұл|осы) кезеңде(?!\p{L}))/iu
const LONGEST = 3000
const ANY_YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/

/**
 * The stage that the paragraph of a citation is about, where the paragraph itself says so in its first words and the one
 * before says when the stage begins. Another year between those words and the citation makes it doubtful: undefined.
 */
export function eraOf({ blocks, citations }: Document, citation: Citation): Era | undefined {
  const passage = blocks[citation.block]?.passage
  if (passage === undefined || !BACK.test(passage.text.slice(0, 60))) return undefined
  const at = readingOffset(passage, citation.group.start)
  if (at > LONGEST) return undefined
  const groups = citations.filter(({ block }) => block === citation.block).map(({ group }) => group)
  let before = passage.text.slice(0, at)
  for (const { start, end } of groups) {
    const [from, to] = [readingOffset(passage, start), readingOffset(passage, end)]
    if (from < at) before = before.slice(0, from) + ' '.repeat(Math.max(0, to - from)) + before.slice(to)
  }
  if (ANY_YEAR.test(before)) return undefined
  let index = citation.block - 1
  while (index >= 0 && blocks[index]?.kind !== 'paragraph' && blocks[index]?.kind !== 'heading') index--
  const opening = blocks[index]
  if (opening === undefined || opening.kind !== 'paragraph') return undefined
  const { text } = opening.passage
  const [first] = sentences(text.slice(0, LONGEST))
  if (first === undefined) return undefined
  const opens = text.slice(first.start, first.end)
  const found = OPENINGS.map((form) => form.exec(opens)).find((match) => match !== null)
  if (found === undefined || found === null) return undefined
  const start = first.start + found.index
  return { text: found[0], year: Number(found[1]), block: index, start, end: start + found[0].length }
}
