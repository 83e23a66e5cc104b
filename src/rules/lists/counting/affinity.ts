import type { Citation } from '../../../model/citation.ts'
import type { Document } from '../../../model/document.ts'
import type { Reference } from '../../../model/reference.ts'
import { NameIndex, type NameInput, parseName } from '../../../names/index.ts'
import { makersOf } from '../../../text/csl.ts'
import { fold } from '../../../text/fold.ts'
import { readingOffset } from '../../../text/passage.ts'
import { sentences } from '../../../text/sentences.ts'

/** What the words around a citation say for one entry or another. */
export interface Affinity {
  /**
   * ids of the entries one of whose makers is named beside the citation: between the citation before it and itself, or
   * anywhere in a sentence that has no other citation
   */
  named(citation: Citation): ReadonlySet<string>
  /** how many rare words of an entry's title stand in the sentence: the sum of their rarities, 0 to about 10 */
  subject(citation: Citation, reference: string): number
}

const WORD = /\p{Lu}[\p{L}\p{M}'’-]{2,30}|\p{Script=Han}{2,4}/gu
const STEM = 5
const LONGEST = 2000

const made = new WeakMap<Document, Map<string, Affinity>>()

/**
 * Compares sentences with the entries of one list. Made once for all rules that ask; sentences are read once, and each
 * question takes the time of one sentence.
 */
export function affinityOf(document: Document, entries: readonly Reference[]): Affinity {
  const own = made.get(document) ?? new Map<string, Affinity>()
  made.set(document, own)
  const list = entries.map(({ id }) => id).join('\n')
  const affinity = own.get(list) ?? make(document, entries)
  own.set(list, affinity)
  return affinity
}

function make({ blocks, blockLanguages, citations }: Document, entries: readonly Reference[]): Affinity {
  const makers = new NameIndex<string>()
  const stems = new Map<string, ReadonlySet<string>>()
  const spread = new Map<string, number>()
  for (const { id, csl } of entries) {
    for (const maker of makersOf(csl).slice(0, 20)) {
      const name = parseName(inputOf(maker))
      if (!name.corporate && name.family.length > 1) makers.add(name, id)
    }
    const own = stemsOf(String(csl.title ?? ''))
    stems.set(id, own)
    for (const stem of own) spread.set(stem, (spread.get(stem) ?? 0) + 1)
  }
  const before = new Map<string, Citation>()
  for (const [index, citation] of citations.entries()) {
    const previous = citations[index - 1]
    if (previous !== undefined) before.set(citation.id, previous)
  }
  const read = new Map<string, Sentence>()
  const sentenceOf = (citation: Citation): Sentence => {
    const known = read.get(citation.id)
    if (known !== undefined) return known
    const language = blockLanguages[citation.block] ?? 'en'
    const made = readSentence(citation, before.get(citation.id), blocks[citation.block], language)
    read.set(citation.id, made)
    return made
  }
  const named = new Map<string, ReadonlySet<string>>()
  return {
    named(citation) {
      const known = named.get(citation.id)
      if (known !== undefined) return known
      const { text, lead, alone, language } = sentenceOf(citation)
      const found = new Set<string>()
      for (const part of alone ? [lead, text] : [lead]) {
        for (const [word] of part.matchAll(WORD)) {
          for (const { value } of makers.find(word, language)) found.add(value)
        }
        if (found.size > 0) break
      }
      named.set(citation.id, found)
      return found
    },
    subject(citation, reference) {
      const own = stems.get(reference)
      if (own === undefined || own.size === 0) return 0
      let sum = 0
      for (const stem of sentenceOf(citation).stems) {
        if (own.has(stem)) sum += Math.log((entries.length + 1) / (spread.get(stem) ?? 1))
      }
      return sum
    },
  }
}

interface Sentence {
  readonly text: string
  /** what stands between the citation before and this one */
  readonly lead: string
  /** the only citation of its sentence up to here */
  readonly alone: boolean
  readonly language: string
  readonly stems: ReadonlySet<string>
}

function readSentence(
  citation: Citation,
  before: Citation | undefined,
  block: Document['blocks'][number] | undefined,
  language: string,
): Sentence {
  if (block === undefined) return { text: '', lead: '', alone: false, language, stems: new Set() }
  const { passage } = block
  const at = readingOffset(passage, citation.span.start)
  // only the neighbourhood: a block may be a whole book
  const from = Math.max(0, at - LONGEST)
  const near = passage.text.slice(from, at + LONGEST)
  const here = sentences(near).find(({ start, end }) => start <= at - from && at - from < end)
  if (here === undefined) return { text: '', lead: '', alone: false, language, stems: new Set() }
  const other = before?.block === citation.block ? readingOffset(passage, before.span.end) - from : -1
  const text = near.slice(here.start, here.end)
  const start = Math.max(here.start, other)
  return { text, lead: near.slice(start, at - from), alone: other <= here.start, language, stems: stemsOf(text) }
}

/** The beginnings of long words, folded, and pairs of Chinese characters: what inflection leaves alone. */
function stemsOf(text: string): ReadonlySet<string> {
  const stems = new Set<string>()
  for (const [word] of fold(text.slice(0, LONGEST)).matchAll(/\p{Script=Han}+|\p{L}{5,}/gu)) {
    if (/^\p{Script=Han}/u.test(word)) for (let at = 0; at + 2 <= word.length; at++) stems.add(word.slice(at, at + 2))
    else stems.add(word.slice(0, STEM))
  }
  return stems
}

function inputOf({ family, given, literal }: { family?: string; given?: string; literal?: string }): NameInput {
  return {
    ...(family === undefined ? {} : { family }),
    ...(given === undefined ? {} : { given }),
    ...(literal === undefined ? {} : { literal }),
  }
}
