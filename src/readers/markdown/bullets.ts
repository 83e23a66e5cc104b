import type { Block } from '../../model/block.ts'

/** Marks the items that show a bullet where other items of their run of list items show numbers. */
export function markBullets(blocks: readonly Block[]): Block[] {
  const marked = [...blocks]
  let from = 0
  while (from < marked.length) {
    let to = from
    while (to < marked.length && isListed(marked[to] as Block)) to += 1
    markRun(marked, from, to)
    from = Math.max(to, from + 1)
  }
  return marked
}

function isListed({ kind, level }: Block): boolean {
  return kind === 'item' || (kind === 'paragraph' && level !== undefined)
}

function markRun(blocks: Block[], from: number, to: number): void {
  const numbered = new Set<number>()
  for (let index = from; index < to; index++) {
    const { kind, marker, level } = blocks[index] as Block
    if (kind === 'item' && marker?.number !== undefined) numbered.add(level ?? 1)
  }
  for (let index = from; index < to; index++) {
    const block = blocks[index] as Block
    if (block.kind !== 'item' || block.marker === undefined || block.marker.number !== undefined) continue
    if (numbered.has(block.level ?? 1)) blocks[index] = { ...block, marker: { ...block.marker, bullet: true } }
  }
}
