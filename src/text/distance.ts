/**
 * Edits (insert, delete, substitute, swap neighbours) between two strings, or `limit + 1` once it is more than `limit`.
 * Optimal string alignment distance; time is O(limit × length).
 */
export function distance(left: string, right: string, limit: number = Math.max(left.length, right.length)): number {
  if (left === right) return 0
  if (Math.abs(left.length - right.length) > limit) return limit + 1
  const width = right.length + 1
  let before = new Array<number>(width).fill(0)
  let previous = Array.from({ length: width }, (_, index) => index)
  let current = new Array<number>(width).fill(0)
  for (let i = 1; i <= left.length; i++) {
    const first = Math.max(1, i - limit)
    const last = Math.min(right.length, i + limit)
    current.fill(limit + 1)
    current[0] = i
    let least = i
    for (let j = first; j <= last; j++) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1
      let cost = Math.min(
        (previous[j] as number) + 1,
        (current[j - 1] as number) + 1,
        (previous[j - 1] as number) + same,
      )
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        cost = Math.min(cost, (before[j - 2] as number) + 1)
      }
      current[j] = cost
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    ;[before, previous, current] = [previous, current, before]
  }
  return Math.min(previous[right.length] as number, limit + 1)
}

/** The candidate nearest to `word`, if it is near enough to be meant: a third of its length, at most three edits. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.min(3, Math.max(1, Math.floor(word.length / 3))) + 1
  for (const candidate of candidates) {
    const edits = distance(word, candidate, least - 1)
    if (edits >= least) continue
    least = edits
    best = candidate
  }
  return best
}
