import type { Block } from '../model/block.ts'
import type { CitationSite, Cited } from '../model/citation.ts'
import { NameIndex, pinyinSyllables } from '../names/index.ts'
import { spanOf } from '../text/passage.ts'
import { type Bracketed, brackets } from './brackets.ts'
import type { Draft, Prose } from './draft.ts'
import { parenthetical } from './groups.ts'
import { IBID } from './lexicon.ts'
import type { Known } from './names.ts'
import { narrative } from './narrative.ts'
import { noteCitations } from './notes.ts'
import { numeric, superscripts, withRanges } from './numeric.ts'
import { oblique } from './oblique.ts'
import { citesInRounds, roundNumeric } from './round.ts'

export { type NamesBeside, namesBeside } from './beside.ts'
export type { Known } from './names.ts'

export interface CitationOptions {
  /** ISO 639-1 of each block */
  readonly languages: readonly string[]
  /** blocks that hold no citations of the text: reference lists, code */
  readonly skip: (block: number) => boolean
  /** surnames and bodies of the lists' entries */
  readonly knownFamilies?: Iterable<string>
  /** given names of the lists' entries */
  readonly knownGivens?: Iterable<string>
  /** a list with numbers exists */
  readonly numbered: boolean
  /** how many entries the lists have */
  readonly entries?: number
}

const PROSE: ReadonlySet<Block['kind']> = new Set(['paragraph', 'item', 'note', 'quote', 'caption', 'row', 'heading'])
const STRICT: ReadonlySet<Block['kind']> = new Set(['row', 'heading'])
/** Below this a form counts only where the document has it at least twice more. */
const DOUBTFUL = 0.6

/**
 * Finds what the prose cites: author-year in brackets and in the sentence, in any case and script, numbers in square
 * brackets and raised, "ibid.". One site for each cited item of a group, in order of the text; spans in the source.
 * Silent where in doubt. Linear in the length of the text.
 */
export function findCitations(blocks: readonly Block[], options: CitationOptions): readonly CitationSite[] {
  const known = knownNames(options.knownFamilies ?? [], options.knownGivens)
  const all: { draft: Draft; block: number }[] = []
  for (const [index, block] of blocks.entries()) {
    if (!PROSE.has(block.kind) || options.skip(index)) continue
    const prose: Prose = {
      text: block.passage.text,
      language: options.languages[index] ?? 'und',
      known,
      numbered: options.numbered,
      strict: STRICT.has(block.kind),
    }
    for (const draft of inProse(prose, block)) all.push({ draft, block: index })
  }
  return settled(all, options.entries ?? 0).map(({ draft, block }) => toSite(draft, block, blocks[block] as Block))
}

/** Surnames and bodies, to be asked whether the lists have them. */
export function knownNames(families: Iterable<string>, given: Iterable<string> = []): Known {
  const index = new NameIndex<string>()
  const seen = new Set(families)
  for (const family of seen) index.add(family, family)
  let bodies: boolean | undefined
  let givens: ReadonlySet<string> | undefined
  return {
    index,
    size: seen.size,
    listed: seen,
    get bodies() {
      bodies ??= [...seen].some((family) => /\s/.test(family)) && index.hasBodies()
      return bodies
    },
    get givens() {
      givens ??= joinedPinyin(given)
      return givens
    },
  }
}

function joinedPinyin(given: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>()
  for (const name of given) {
    const syllables = pinyinSyllables(name)
    if (syllables !== undefined && syllables.length > 1) found.add(syllables.join('').toLowerCase())
  }
  return found
}

function inProse(prose: Prose, block: Block): readonly Draft[] {
  const found: Draft[] = []
  for (const group of brackets(prose.text)) found.push(...inGroup(prose, group))
  if (!prose.strict) found.push(...oblique(prose, block.kind === 'note' ? [] : wholeGroups(prose.text, found)))
  if (!prose.strict) found.push(...superscripts(prose))
  if (block.kind === 'note') found.push(...ibidAtHead(prose.text), ...noteCitations(prose))
  const apart = withoutOverlaps(prose.strict ? found.filter((draft) => draft.sure >= 1) : found)
  return withRanges(prose.text, apart)
}

/**
 * Citations that are a whole group of brackets and will stay, in order: what is found inside one gives way to it. Nothing
 * that is found later begins before such a group and ends in it, but for the head of a note.
 */
function wholeGroups(text: string, found: readonly Draft[]): readonly Draft[] {
  return found.length === 0
    ? []
    : withoutOverlaps(found).filter(({ from, group }) => from === group[0] && BRACKET.test(text[from] ?? ''))
}

const BRACKET = /[[［【〔(（]/

/** A year, a word that stands for one, or "ibid.": without one a group cites nothing by name. */
const MAY_CITE =
  /(?:1[5-9]|20)\d\d|ibid|idem|там|сол|сонда|同上|ebd|ebenda|[nso]\.\s?[dja]|б\.\s?[гд]|press|forthcoming|печати|басылым/i

const KEYED = /(?:^|[\s;,(-])@[{\p{L}\d_]/u

function inGroup(prose: Prose, group: Bracketed): readonly Draft[] {
  // a link's address, and the target of a Markdown link
  if (!group.square && prose.text[group.open - 1] === ']') return []
  if (group.square) {
    const numbers = numeric(prose, group)
    if (numbers.length > 0) return numbers
  }
  const inside = prose.text.slice(group.open + 1, group.close)
  // [@key:2018]: citations by key are read by the markup's reader
  if (group.square && KEYED.test(inside)) return []
  if (!group.square && prose.numbered && inside.length < 40 && /^\D{0,12}\d{1,3}(?!\d)/u.test(inside)) {
    const rounds = roundNumeric(prose, group)
    if (rounds.length > 0) return rounds
  }
  if (!MAY_CITE.test(inside)) return []
  const sentence = narrative(prose, group)
  return sentence.length > 0 ? sentence : parenthetical(prose, group)
}

function ibidAtHead(text: string): readonly Draft[] {
  const match = IBID.exec(text)
  if (match === null) return []
  const locator = /^[^.;\n]{0,40}/u.exec(text.slice(match[0].length))?.[0].trim() ?? ''
  const to = match[0].trimEnd().length
  return [
    { kind: 'parenthetical', from: 0, to, group: [0, to], ibid: true, sure: 1, ...(locator === '' ? {} : { locator }) },
  ]
}

/** In order; of two that overlap the one that was found inside the other goes, unless it is an item of a larger group. */
function withoutOverlaps(drafts: readonly Draft[]): readonly Draft[] {
  const ordered = [...drafts].sort((left, right) => left.from - right.from || right.to - left.to)
  const kept: Draft[] = []
  let reach = -1
  for (const draft of ordered) {
    if (draft.from < reach) continue
    kept.push(draft)
    reach = draft.to
  }
  return kept
}

/** Doubtful forms stay where the document shows them to be its way of citing; so do raised numbers. */
function settled(
  all: readonly { draft: Draft; block: number }[],
  entries: number,
): readonly { draft: Draft; block: number }[] {
  const drafts = all.map(({ draft }) => draft)
  const firm = drafts.filter(({ sure }) => sure >= DOUBTFUL)
  const raised = firm.filter((draft) => draft.raised === true).length
  const numbers = firm.filter(({ kind }) => kind === 'numeric').length - raised
  const authors = firm.length - numbers - raised
  const grouped = firm.filter(
    ({ kind, names, plain }) => kind === 'parenthetical' && names !== undefined && plain === true,
  ).length
  const weak = drafts.filter(
    ({ kind, sure, round }) => kind === 'numeric' && round === undefined && sure < DOUBTFUL,
  ).length
  const rounds = citesInRounds(drafts, firm.length, entries)
  const keeps = (draft: Draft): boolean => {
    if (draft.round !== undefined) return rounds && draft.numbers?.every((number) => number <= entries) === true
    if (draft.raised === true) return raised > numbers
    if (draft.sure >= DOUBTFUL) return true
    return draft.kind === 'numeric' ? numbers + weak >= 2 && authors <= weak : grouped >= 2 && numbers === 0
  }
  return all.filter(({ draft }) => keeps(draft))
}

function toSite(draft: Draft, block: number, { passage }: Block): CitationSite {
  const span = spanOf(passage, draft.from, draft.to)
  const cited: { -readonly [Part in keyof Cited]: Cited[Part] } = {}
  if (draft.numbers !== undefined) cited.numbers = draft.numbers
  if (draft.names !== undefined)
    cited.names = draft.names.map(({ family, given, from, to }) => {
      const span = spanOf(passage, from, to)
      return given === undefined ? { family, span } : { family, given, span }
    })
  if (draft.year !== undefined) cited.year = draft.year
  if (draft.suffix !== undefined) cited.suffix = draft.suffix
  if (draft.etAl === true) cited.etAl = true
  if (draft.locator !== undefined) cited.locator = draft.locator
  if (draft.prefix !== undefined) cited.prefix = draft.prefix
  if (draft.ibid === true) cited.ibid = true
  return {
    kind: draft.kind,
    text: passage.text.slice(draft.from, draft.to),
    span,
    group: spanOf(passage, ...draft.group),
    cited,
    ...(draft.yearAt === undefined ? {} : { yearSpan: spanOf(passage, ...draft.yearAt) }),
    block,
  }
}
