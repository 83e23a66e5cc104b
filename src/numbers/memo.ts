/** More words than this are no vocabulary any more: what is known is forgotten, so that a hostile text costs no memory. */
const MOST = 20_000
/** Engines keep longer cuts of a text as views, which would keep the whole text in memory. */
const LONGEST_COPY = 12

/** A pure function of a word that remembers its answers: running text says the same words again and again. */
export function remembered<Value>(answer: (word: string) => Value | undefined): (word: string) => Value | undefined {
  const known = new Map<string, Value | null>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found ?? undefined
    if (known.size >= MOST) known.clear()
    const value = answer(word)
    known.set(word.length > LONGEST_COPY ? word.split('').join('') : word, value ?? null)
    return value
  }
}
