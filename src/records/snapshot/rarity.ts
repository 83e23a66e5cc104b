import { readFileSync, writeFileSync } from 'node:fs'

/** Words share 2²² counters by their hash: a fixed 16 MB while building, 4 MB on disk, however many words there are. */
const COUNTERS = 2 ** 22

/** How often each word occurs, roughly: words that share a counter share the count, when building and when asking alike. */
export class Rarity {
  readonly #levels: Uint8Array

  private constructor(levels: Uint8Array) {
    this.#levels = levels
  }

  static ofCounts(counts: Uint32Array): Rarity {
    // an eighth of a doubling is fine enough to tell rare from common
    return new Rarity(
      Uint8Array.from(counts, (count) => (count === 0 ? 0 : 1 + Math.min(254, Math.floor(Math.log2(count) * 8)))),
    )
  }

  static read(path: string): Rarity {
    const levels = new Uint8Array(readFileSync(path))
    if (levels.length !== COUNTERS) throw new Error(`${path} is damaged`)
    return new Rarity(levels)
  }

  static counters(): Uint32Array {
    return new Uint32Array(COUNTERS)
  }

  static slotOf(word: number): number {
    return word & (COUNTERS - 1)
  }

  /** 0 for a word that occurs nowhere, else more for commoner words */
  of(word: number): number {
    return this.#levels[word & (COUNTERS - 1)] as number
  }

  write(path: string): void {
    writeFileSync(path, this.#levels)
  }
}
