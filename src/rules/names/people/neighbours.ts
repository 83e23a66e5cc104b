import { editCost, nameKeys } from '../../../names/index.ts'
import type { Listed } from './listed.ts'

const SHORTEST = 4
const LONGEST = 24
const MOST_IN_BUCKET = 40

/** Two persons whose surnames differ by one weighted edit. */
export interface Neighbours {
  readonly left: Listed
  readonly right: Listed
  readonly cost: number
}

/**
 * All pairs of different surnames of one script that one edit makes equal: those that share a form with one letter left out
 * (symmetric deletion). Time grows with the number of names and their length, not with the number of pairs.
 */
export function neighbouringNames(people: readonly Listed[]): readonly Neighbours[] {
  const byName = new Map<string, Listed[]>()
  for (const listed of people) {
    const { folded } = nameKeys(listed.person.family)
    if (folded.length < SHORTEST || folded.length > LONGEST) continue
    byName.set(folded, [...(byName.get(folded) ?? []).slice(0, MOST_IN_BUCKET), listed])
  }
  const buckets = new Map<string, string[]>()
  for (const name of byName.keys()) {
    for (const form of new Set([name, ...deletions(name)])) {
      const bucket = buckets.get(form)
      if (bucket === undefined) buckets.set(form, [name])
      else if (bucket.length < MOST_IN_BUCKET) bucket.push(name)
    }
  }
  const found: Neighbours[] = []
  const seen = new Set<string>()
  for (const bucket of buckets.values()) {
    for (const [at, one] of bucket.entries()) {
      for (const other of bucket.slice(at + 1)) {
        const pair = one < other ? `${one} ${other}` : `${other} ${one}`
        if (seen.has(pair)) continue
        seen.add(pair)
        const cost = editCost(one, other)
        if (cost > 1 || plain(one) === plain(other)) continue
        for (const left of byName.get(one) ?? [])
          for (const right of byName.get(other) ?? [])
            if (left.reference !== right.reference) found.push({ left, right, cost })
      }
    }
  }
  return found
}

/** Letters that some typists write without their marks, or as two: Chrupała, Chrupala; Mueller, Muller. */
function plain(name: string): string {
  return name.replace(/[łøđı]/g, (letter) => BARE[letter] as string).replace(/([aou])e/g, '$1')
}

const BARE: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i' }

function deletions(name: string): readonly string[] {
  return Array.from({ length: name.length }, (_, at) => name.slice(0, at) + name.slice(at + 1))
}
