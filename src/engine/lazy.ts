/** Items of a list that are held at one time. */
const HELD = 4

/**
 * A list whose items are made when they are looked at and forgotten when others are. An item that is looked at again later is
 * equal to what it was, and another object.
 */
export function whenLookedAt<Item extends object>(loaders: readonly (() => Item)[]): readonly Item[] {
  const list: Item[] = []
  const held = new Map<number, Item>()
  for (const [index, load] of loaders.entries()) {
    const get = (): Item => {
      const item = held.get(index) ?? load()
      held.delete(index)
      held.set(index, item)
      for (const oldest of held.keys()) {
        if (held.size <= HELD) break
        held.delete(oldest)
      }
      return item
    }
    Object.defineProperty(list, index, { get, enumerable: true, configurable: true })
  }
  return list
}
