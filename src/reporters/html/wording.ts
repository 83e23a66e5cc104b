import type { Part } from './differences.ts'

/** Longest entry that is compared word by word: the comparison takes time in proportion to the square. In words. */
const longest = 300
/** Share of common words from which two entries are taken for one wording, not a translation or another script. */
const alike = 0.6

export interface Wording {
  readonly left: readonly Part[]
  readonly right: readonly Part[]
  /** the words of each side that the other does not have at that place, run by run */
  readonly changes: readonly { readonly left: string; readonly right: string }[]
}

/** The words of two entries that are worded alike, with what differs; undefined where they are not. */
export function wordingOf(left: string, right: string): Wording | undefined {
  const [ours, theirs] = [wordsOf(left), wordsOf(right)]
  if (ours.length === 0 || theirs.length === 0 || Math.max(ours.length, theirs.length) > longest) return undefined
  const common = commonWords(ours, theirs)
  if (common.length < alike * Math.max(ours.length, theirs.length)) return undefined
  const changes: { left: string; right: string }[] = []
  // words that both have, and those that only another script keeps apart
  const [same, alsoSame] = [new Set<number>(), new Set<number>()]
  let [at, other] = [0, 0]
  for (const [index, twin] of [...common, [ours.length, theirs.length] as const]) {
    const [here, there] = [range(at, index), range(other, twin)]
    if (isOtherScript(joined(ours, here), joined(theirs, there))) {
      const numbers = differingNumbers(ours, here, theirs, there)
      for (const one of here) if (!numbers.left.includes(one)) same.add(one)
      for (const one of there) if (!numbers.right.includes(one)) alsoSame.add(one)
      note(changes, joined(ours, numbers.left), joined(theirs, numbers.right))
    } else note(changes, joined(ours, here), joined(theirs, there))
    same.add(index)
    alsoSame.add(twin)
    ;[at, other] = [index + 1, twin + 1]
  }
  return { left: partsOf(ours, same), right: partsOf(theirs, alsoSame), changes }
}

function note(changes: { left: string; right: string }[], left: string, right: string): void {
  if (/[\p{L}\p{N}]/u.test(left + right)) changes.push({ left, right })
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(to - from, 0) }, (_, index) => from + index)
}

function joined(words: readonly Word[], indexes: readonly number[]): string {
  return indexes.map((index) => (words[index] as Word).shown.trim()).join(' ')
}

/** Of two runs in different scripts: the numbers that only one of them has. */
function differingNumbers(
  ours: readonly Word[],
  here: readonly number[],
  theirs: readonly Word[],
  there: readonly number[],
): { readonly left: readonly number[]; readonly right: readonly number[] } {
  const keys = (words: readonly Word[], indexes: readonly number[]): ReadonlySet<string> =>
    new Set(indexes.map((index) => (words[index] as Word).key))
  const only = (words: readonly Word[], indexes: readonly number[], others: ReadonlySet<string>): readonly number[] =>
    indexes.filter((index) => {
      const { key } = words[index] as Word
      return /^\p{N}+$/u.test(key) && !others.has(key)
    })
  return { left: only(ours, here, keys(theirs, there)), right: only(theirs, there, keys(ours, here)) }
}

const latin = /\p{Script=Latin}/u
const otherLetters = /(?!\p{Script=Latin})\p{L}/u

/** A title and its romanisation or translation are no difference. */
function isOtherScript(left: string, right: string): boolean {
  if (!latin.test(left + right) || left === '' || right === '') return false
  return otherLetters.test(left) !== otherLetters.test(right)
}

interface Word {
  /** with the blanks after it */
  readonly shown: string
  /** equal words have equal keys: letters and digits alone, in one case */
  readonly key: string
}

function wordsOf(text: string): readonly Word[] {
  return (text.match(/\S+\s*/g) ?? []).flatMap((shown) => {
    const key = shown
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
    return [{ shown, key }]
  })
}

/** Longest common subsequence, as pairs of indexes. Signs without a letter or digit go with anything. */
function commonWords(left: readonly Word[], right: readonly Word[]): readonly (readonly [number, number])[] {
  const width = right.length + 1
  const lengths = new Uint16Array((left.length + 1) * width)
  const at = (index: number, other: number): number => lengths[index * width + other] as number
  for (let index = left.length - 1; index >= 0; index--) {
    for (let other = right.length - 1; other >= 0; other--) {
      lengths[index * width + other] =
        left[index]?.key === right[other]?.key
          ? at(index + 1, other + 1) + 1
          : Math.max(at(index + 1, other), at(index, other + 1))
    }
  }
  const pairs: (readonly [number, number])[] = []
  for (let index = 0, other = 0; index < left.length && other < right.length; ) {
    if (left[index]?.key === right[other]?.key) pairs.push([index++, other++])
    else if (at(index + 1, other) >= at(index, other + 1)) index++
    else other++
  }
  return pairs
}

function partsOf(words: readonly Word[], common: ReadonlySet<number>): readonly Part[] {
  const parts: { text: string; differs: boolean }[] = []
  for (const [index, { shown, key }] of words.entries()) {
    const differs = !common.has(index) && key !== ''
    const word = shown.trimEnd()
    add(parts, word, differs)
    add(parts, shown.slice(word.length), differs && !common.has(index + 1))
  }
  return parts
}

function add(parts: { text: string; differs: boolean }[], text: string, differs: boolean): void {
  if (text === '') return
  const last = parts.at(-1)
  if (last !== undefined && last.differs === differs) last.text += text
  else parts.push({ text, differs })
}
