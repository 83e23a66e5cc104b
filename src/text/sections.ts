import type { Block } from '../model/block.ts'
import type { Section, SectionKind } from '../model/document.ts'
import { type HeadingKind, inlineHead, sectionWord } from './section-words.ts'

/** How the announced parts are called as sections: those that no rule asks for are body. */
const sectionKinds: Readonly<Record<HeadingKind, SectionKind>> = {
  abstract: 'abstract',
  keywords: 'keywords',
  introduction: 'introduction',
  methods: 'methods',
  results: 'results',
  discussion: 'discussion',
  conclusion: 'conclusion',
  acknowledgements: 'acknowledgements',
  references: 'references',
  'further-reading': 'references',
  appendix: 'body',
  authors: 'body',
  statement: 'body',
  contents: 'front',
  'literature-review': 'body',
}

/** Heads that run into their paragraph and begin a section of their own; in an abstract, `Methods:` does not. */
const inlineKinds: ReadonlySet<HeadingKind> = new Set(['abstract', 'keywords', 'acknowledgements', 'references'])

/** Shorter paragraphs than this, in UTF-16 units, are names and affiliations rather than an abstract. */
const shortestProse = 150

/** What one block belongs to; `starts` where a section begins with it. */
interface Place {
  kind: SectionKind
  starts: boolean
  heading?: string
}

/**
 * The sections of a manuscript, in order and without gaps: by headings in many languages, by heads that run into their
 * paragraph (`Abstract. …`, `Ключевые слова: …`), and by position (what stands before the first section is front matter,
 * prose straight before the keywords is an abstract). Deeper headings of no special kind stay in the section above them.
 */
export function findSections(blocks: readonly Block[], blockLanguages: readonly string[]): readonly Section[] {
  const places = placesOf(blocks)
  nameAbstracts(blocks, blockLanguages, places)
  const sections: Section[] = []
  let first = 0
  for (let index = 1; index <= blocks.length; index++) {
    const place = places[index]
    if (place !== undefined && !place.starts && place.kind === places[index - 1]?.kind) continue
    sections.push(sectionOf(blocks, blockLanguages, places[first] as Place, first, index))
    first = index
  }
  return sections
}

function sectionOf(
  blocks: readonly Block[],
  languages: readonly string[],
  { kind, heading }: Place,
  first: number,
  end: number,
): Section {
  const start = blocks[first] as Block
  const last = blocks[end - 1] as Block
  return {
    kind,
    ...(heading === undefined ? {} : { heading }),
    language: languageOfMost(blocks, languages, first, end),
    first,
    end,
    span: { path: start.span.path, start: start.span.start, end: Math.max(start.span.end, last.span.end) },
  }
}

function placesOf(blocks: readonly Block[]): Place[] {
  const places: Place[] = []
  let kind: SectionKind = 'front'
  let level = 0
  let bodySeen = false
  const announced = blocks.findIndex(announcesAbstract)
  /** an abstract without a heading of its own ends with its prose */
  let inline = false
  for (const [index, block] of blocks.entries()) {
    const { text } = block.passage
    if (block.kind === 'running' || block.kind === 'comment') {
      places.push({ kind, starts: index === 0 })
      continue
    }
    const word = canBeHeading(block) ? sectionWord(text) : undefined
    const head = word === undefined && isParagraph(block) ? inlineHead(text) : undefined
    if (word !== undefined) {
      kind = sectionKinds[word.kind]
      level = block.level ?? 2
      inline = false
      bodySeen ||= kind !== 'abstract' && kind !== 'keywords' && kind !== 'front' && kind !== 'references'
      places.push({ kind, starts: true, heading: text.trim() })
    } else if (head !== undefined && inlineKinds.has(head.word.kind)) {
      kind = sectionKinds[head.word.kind]
      inline = true
      places.push({ kind, starts: true, heading: text.slice(0, head.end).replace(/[\s.:：–—-]{1,8}$/u, '') })
    } else if (block.kind === 'heading') {
      const deeper =
        kind !== 'front' && kind !== 'abstract' && kind !== 'keywords' && (block.level ?? 2) > level && !inline
      if (deeper) {
        places.push({ kind, starts: false })
        continue
      }
      kind = bodySeen || (index > announced && proseFollows(blocks, index)) ? 'body' : 'front'
      level = block.level ?? 2
      inline = false
      places.push({ kind, starts: true, heading: text.trim() })
    } else {
      if (inline && (kind === 'keywords' || text.length < shortestProse)) {
        kind = bodySeen ? 'body' : 'front'
        inline = false
        places.push({ kind, starts: true })
        continue
      }
      if (kind === 'keywords' && text.length >= shortestProse && !bodySeen) kind = 'front'
      places.push({ kind, starts: index === 0 })
    }
  }
  settleBody(blocks, places)
  return places
}

/** What stands before the first abstract or keywords is front matter. */
function announcesAbstract(block: Block): boolean {
  const { text } = block.passage
  const word = canBeHeading(block) ? sectionWord(text) : undefined
  const kind = (word ?? (isParagraph(block) ? inlineHead(text)?.word : undefined))?.kind
  return kind === 'abstract' || kind === 'keywords'
}

function canBeHeading({ kind, passage }: Block): boolean {
  return kind === 'heading' || ((kind === 'paragraph' || kind === 'item') && passage.text.length <= 60)
}

function isParagraph({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'item' || kind === 'quote'
}

/** Whether the text under a heading is an article's: two paragraphs of prose before the next abstract or keywords. */
function proseFollows(blocks: readonly Block[], index: number): boolean {
  let prose = 0
  for (let next = index + 1; next < Math.min(blocks.length, index + 12); next++) {
    const block = blocks[next] as Block
    const word = block.kind === 'heading' ? sectionWord(block.passage.text) : inlineHead(block.passage.text)?.word
    if (word?.kind === 'abstract' || word?.kind === 'keywords') return false
    if (word !== undefined) return prose > 0
    if (block.kind === 'paragraph' && block.passage.text.length >= shortestProse) prose++
  }
  return prose > 0
}

/** A manuscript whose prose never gets a heading: what stands after a page of front matter is body. */
function settleBody(blocks: readonly Block[], places: Place[]): void {
  if (places.some(({ kind }) => kind !== 'front' && kind !== 'references')) return
  let seen = false
  for (const [index, place] of places.entries()) {
    if (place.kind !== 'front') break
    const block = blocks[index] as Block
    if (!seen && isParagraph(block) && block.passage.text.length >= shortestProse) {
      seen = true
      place.starts = true
    }
    if (seen) place.kind = 'body'
  }
}

/** Prose in one language straight before a keywords line is an abstract, whether it says so or not. */
function nameAbstracts(blocks: readonly Block[], languages: readonly string[], places: Place[]): void {
  let reached = 0
  for (let index = 1; index < blocks.length; index++) {
    if (places[index]?.kind !== 'keywords' || places[index]?.starts !== true) continue
    let first = index
    while (
      first > reached &&
      isUnnamedProse(blocks, places, first - 1) &&
      languages[first - 1] === languages[index - 1]
    )
      first--
    reached = index
    if (first === index) continue
    for (let prose = first; prose < index; prose++) {
      ;(places[prose] as Place).kind = 'abstract'
      ;(places[prose] as Place).starts = prose === first
    }
  }
}

function isUnnamedProse(blocks: readonly Block[], places: readonly Place[], index: number): boolean {
  const { kind, passage } = blocks[index] as Block
  const place = places[index]
  return (
    kind === 'paragraph' &&
    passage.text.length >= shortestProse &&
    (place?.kind === 'front' || place?.kind === 'body') &&
    place.heading === undefined
  )
}

/** The language that most of the text of some blocks is in. */
function languageOfMost(blocks: readonly Block[], languages: readonly string[], first: number, end: number): string {
  const lengths = new Map<string, number>()
  for (let index = first; index < end; index++) {
    const language = languages[index] ?? 'en'
    lengths.set(language, (lengths.get(language) ?? 0) + (blocks[index] as Block).passage.text.length)
  }
  return [...lengths].reduce((most, next) => (next[1] > most[1] ? next : most), ['en', -1] as const)[0]
}
