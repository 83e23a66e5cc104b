/** Indexes of what must be taken out so that the rest never falls: the complement of a longest rising part. O(n log n). */
export function strays(values: readonly number[]): readonly number[] {
  const tails: number[] = []
  const before: (number | undefined)[] = []
  for (const [index, value] of values.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] as number] as number) <= value) low = middle + 1
      else high = middle
    }
    before.push(low === 0 ? undefined : tails[low - 1])
    tails[low] = index
  }
  const kept = new Set<number>()
  for (let at = tails.at(-1); at !== undefined; at = before[at]) kept.add(at)
  return values.flatMap((_, index) => (kept.has(index) ? [] : [index]))
}
