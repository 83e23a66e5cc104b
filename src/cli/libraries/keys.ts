import type { CslItem } from '../../model/csl.ts'

/** Makes citation keys: the item's own where it is one, else family name and year; each once. */
export function keyMaker(): (item: CslItem) => string {
  const taken = new Map<string, number>()
  return (item) => {
    const wanted = /^[^\s{},%#~\\"()=@]+$/u.test(item.id) ? item.id : keyOf(item)
    const count = (taken.get(wanted) ?? 0) + 1
    taken.set(wanted, count)
    return count === 1 ? wanted : `${wanted}-${count}`
  }
}

function keyOf({ author, editor, title = '', issued }: CslItem): string {
  const [first] = author ?? editor ?? []
  const name = first?.family ?? first?.literal ?? title.split(/\s/u, 1)[0] ?? ''
  const word = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
  return `${word === '' ? 'anonymous' : word.slice(0, 40)}${issued?.['date-parts']?.[0]?.[0] ?? ''}`
}
