import type { GoldReference } from '../evaluation/references/gold.ts'

/**
 * Slips of LinkedBooks' annotators: in about one reference in eleven the first word of a span was left with the span before
 * it, so that a title ends in its place of publication ("Epistolario, Firenze") and "a cura di" loses its "a".
 */
export type Labels = readonly (readonly [string, string])[]

const named = /^[\s([]*(\p{Lu}[\p{L}’'-]+)[\s,.:;)\]]*$/u
const tail = /^(.*\S,)(\s*)(\p{Lu}[\p{L}’'-]+[\s,.:]*)$/su
const roleHead = /^(.*\S[,.;]\s*)((?:a|edd?\.|hrsg\.?|traduit|cur\.|nota)\s*)$/su
const roleRest = /^\s*(?:cura|c\.|by|di|von|par)\s/

/** Places that the annotators labelled as such at least twice, in lower case. */
export function placesOf(references: readonly GoldReference[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { labels } of references) {
    for (const [label, text] of labels ?? []) {
      const place = label === 'publicationplace' ? named.exec(text)?.[1]?.toLowerCase() : undefined
      if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1)
    }
  }
  return new Set([...counts].filter(([, count]) => count >= 2).map(([place]) => place))
}

/** The labels with places and role words given back to the spans that they begin. */
export function mended(labels: Labels, places: ReadonlySet<string>): Labels {
  const found: [string, string][] = labels.map(([label, text]) => [label, text])
  for (let index = 0; index < found.length; index++) {
    const [label, text] = found[index] as [string, string]
    if (label === 'other' || label === 'publicationplace' || label === 'author') continue
    const next = found.slice(index + 1).find(([, between]) => between.trim() !== '')
    if (next === undefined) continue
    const place = tail.exec(text)
    if (
      place !== null &&
      (next[0] === 'year' || next[0] === 'publisher') &&
      places.has((named.exec(place[3] as string)?.[1] ?? '').toLowerCase())
    ) {
      found.splice(
        index,
        1,
        [label, place[1] as string],
        ['other', place[2] as string],
        ['publicationplace', place[3] as string],
      )
      continue
    }
    const role = roleHead.exec(text)
    if (role === null || next[0] !== 'author' || !roleRest.test(next[1])) continue
    const gap = found.slice(index + 1, found.indexOf(next)).map(([, between]) => between)
    next[1] = (role[2] as string) + gap.join('') + next[1]
    found.splice(index, found.indexOf(next) - index, [label, role[1] as string])
  }
  return found
}
