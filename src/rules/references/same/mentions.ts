import type { Document } from '../../../model/document.ts'
import type { Reference } from '../../../model/reference.ts'
import { familyOf, makersOf, yearOf } from '../../../text/csl.ts'
import { fold } from '../../../text/fold.ts'
import { headNames } from '../../lists/parallel/makers.ts'

const YEAR = /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/g
const BEFORE = 90
const WORD = /[\p{L}\p{M}'’-]{2,}/gu

/**
 * Whether the text outside the lists names a maker of an entry shortly before its year: then it is cited in some form, be
 * it one that was not recognised. The text is read once, in linear time.
 */
export function mentionsOf({ blocks, lists }: Document): (reference: Reference) => boolean {
  const seen = new Set<string>()
  for (const { passage, span } of blocks) {
    if (lists.some((list) => span.start >= list.span.start && span.end <= list.span.end)) continue
    for (const { 0: year, index } of passage.text.matchAll(YEAR)) {
      for (const [word] of passage.text.slice(Math.max(0, index - BEFORE), index).matchAll(WORD)) {
        seen.add(`${fold(word)} ${year}`)
      }
    }
  }
  return (reference) => {
    const { csl, passage } = reference
    const [maker] = makersOf(csl)
    const years = new Set([yearOf(csl) ?? '', ...(passage.text.slice(0, 1500).match(YEAR) ?? [])])
    const names = [maker === undefined ? '' : familyOf(maker), headNames(passage.text)[0]?.family ?? '']
    return names.some((name) => {
      const last = (fold(name).match(WORD) ?? []).at(-1)
      return last !== undefined && [...years].some((year) => seen.has(`${last} ${year}`))
    })
  }
}
