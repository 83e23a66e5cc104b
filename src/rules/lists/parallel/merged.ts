import type { Document } from '../../../model/document.ts'
import type { Reference } from '../../../model/reference.ts'
import { compareFamilies } from '../../../names/index.ts'
import { headNames } from './makers.ts'

/**
 * What an item that holds two works leaves open in the list that repeats its own: the counterpart of the item, which is
 * one of the two, and the other one, which stands beside it and has no counterpart.
 */
export function inOtherList(
  { references, counterparts }: Document,
  { id, passage }: Reference,
  cut: number,
): readonly string[] {
  const partner = references.find((reference) => reference.id === counterparts[id])
  if (partner === undefined) return []
  const list = references.filter((reference) => reference.list === partner.list)
  const at = list.indexOf(partner)
  const heads = [passage.text.slice(0, cut), passage.text.slice(cut)].flatMap((part) => headNames(part).slice(0, 1))
  const beside = [list[at - 1], list[at + 1]].filter(
    (one): one is Reference => one !== undefined && counterparts[one.id] === undefined && begins(one, heads),
  )
  return [partner.id, ...beside.map((one) => one.id)]
}

function begins({ passage }: Reference, heads: readonly { readonly family: string }[]): boolean {
  const [maker] = headNames(passage.text)
  if (maker === undefined) return false
  return heads.some(({ family }) => ['same', 'style'].includes(compareFamilies(family, maker.family).verdict))
}
