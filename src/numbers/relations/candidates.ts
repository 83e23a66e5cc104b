import type { Figure } from '../figures.ts'
import { type Members, membersOf, opposed } from '../lexicon/glossary.ts'
import { agree } from './agree.ts'

/** Figures with a stem in common beyond this many are not compared by it. */
const MOST_POSTINGS = 50

/** Two figures beside which the same words stand. */
export interface Pair {
  readonly first: Figure
  readonly second: Figure
  readonly alike: number
  /** their values agree */
  readonly agree: boolean
}

/** A stem, and beside which figures it stands. */
interface Posting {
  readonly at: number[]
  weight: number
  /** the last figures, left and right of a comparison, that have it */
  left: number
  right: number
}

/** A figure with its words as postings. */
interface Entry {
  readonly figure: Figure
  readonly words: readonly Posting[]
  members: Members | undefined
}

function entriesOf(figures: readonly Figure[]): readonly Entry[] {
  const index = new Map<string, Posting>()
  const entries = figures.map((figure, at): Entry => {
    const words: Posting[] = []
    for (const stem of figure.context) {
      let posting = index.get(stem)
      if (posting === undefined) {
        posting = { at: [], weight: 0, left: -1, right: -1 }
        index.set(stem, posting)
      }
      posting.at.push(at)
      words.push(posting)
    }
    return { figure, words, members: undefined }
  })
  for (const posting of index.values()) posting.weight = Math.log(1 + figures.length / posting.at.length)
  return entries
}

/** The pairs of figures of different sentences that share rare words beside them, a dimension and no contrast, at least so much alike. */
export function candidatesIn(figures: readonly Figure[], least: number): readonly Pair[] {
  const entries = entriesOf(figures)
  const pairs: Pair[] = []
  const seen = new Int32Array(entries.length).fill(-1)
  for (const [at, mine] of entries.entries()) {
    const { figure, words } = mine
    let marked = false
    for (const { at: postings } of rarest(words)) {
      if (postings.length > MOST_POSTINGS) continue
      for (let next = firstAfter(postings, at); next < postings.length; next++) {
        const other = postings[next] as number
        if (seen[other] === at) continue
        seen[other] = at
        const theirs = entries[other] as Entry
        const second = theirs.figure
        if (second.sentence === figure.sentence || !comparable(figure, second)) continue
        if (!marked) for (const posting of words) posting.left = at
        marked = true
        const alike = likeness(words, theirs.words, at, other)
        if (alike < least || opposed(sides(mine), sides(theirs), true)) continue
        pairs.push({ first: figure, second, alike, agree: agree(figure, second) })
      }
    }
  }
  return pairs
}

function sides(entry: Entry): Members {
  entry.members ??= membersOf(entry.figure.context)
  return entry.members
}

/** The three words that stand beside the fewest figures, of equals those told first. */
function rarest(words: readonly Posting[]): readonly Posting[] {
  const rare: Posting[] = []
  for (const word of words) {
    let place = rare.length
    while (place > 0 && (rare[place - 1] as Posting).at.length > word.at.length) place--
    if (place > 2) continue
    rare.splice(place, 0, word)
    if (rare.length > 3) rare.pop()
  }
  return rare
}

/** Index of the first place behind `at`; the list is in order. */
function firstAfter(postings: readonly number[], at: number): number {
  let low = 0
  while (low < postings.length && (postings[low] as number) <= at) low++
  return low
}

function comparable(first: Figure, second: Figure): boolean {
  if (first.dimension !== second.dimension || first.kind !== second.kind) return false
  if (
    first.line.sectionKind === 'abstract' &&
    second.line.sectionKind === 'abstract' &&
    first.line.language !== second.line.language
  )
    return false
  return true
}

/** The share of the weight of the words of two figures that both have; those of the first are marked. */
function likeness(left: readonly Posting[], right: readonly Posting[], first: number, second: number): number {
  let shared = 0
  let all = 0
  for (const posting of right) posting.right = second
  for (const { right: other, weight } of left) {
    all += weight
    if (other === second) shared += weight
  }
  for (const { left: other, weight } of right) if (other !== first) all += weight
  return all === 0 ? 0 : shared / all
}
