/** A list whose items are made when they are looked at, and live as long as somebody holds them. */
export function whenLookedAt<Item extends object>(loaders: readonly (() => Item)[]): readonly Item[] {
  const list: Item[] = []
  for (const [index, load] of loaders.entries()) {
    let known: WeakRef<Item> | undefined
    const get = (): Item => {
      const held = known?.deref()
      if (held !== undefined) return held
      const item = load()
      known = new WeakRef(item)
      return item
    }
    Object.defineProperty(list, index, { get, enumerable: true, configurable: true })
  }
  return list
}
