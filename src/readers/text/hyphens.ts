/** What the rest of the document knows of hyphenated words. */
export interface Hyphenation {
  /** what stands between two halves parted by a line end: `''` for one word, `'-'` for a real hyphen */
  join(left: string, right: string): '' | '-'
}

const hyphens = /[-‐‑]$/

/** Whether a line that ends like this ends within a word. */
export function endsInHyphen(text: string): boolean {
  return hyphens.test(text) && /\p{L}.$/u.test(text.slice(-3))
}

/**
 * Reads the words of a document once, at the first question. A hyphen stays where the hyphenated word, or its first part
 * before a hyphen, stands unbroken elsewhere while the joined word does not, and before a capital or a digit.
 */
export function hyphenationOf(source: string): Hyphenation {
  let words: ReadonlySet<string> | undefined
  return {
    join(left, right) {
      const capitals = /^\p{Lu}{2,}$/u.test(left) && /^\p{Lu}{2,}$/u.test(right)
      if (!capitals && !/^\p{Ll}/u.test(right)) return '-'
      words ??= vocabulary(source)
      const before = left.toLowerCase()
      const after = right.toLowerCase()
      if (words.has(`${before}-${after}`)) return '-'
      if (words.has(before + after)) return ''
      return words.has(`${before}-`) && before.length > 3 ? '-' : ''
    },
  }
}

/** Words in lower case, hyphenated words whole, and each first part with its hyphen. */
function vocabulary(source: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (const [word] of source.matchAll(/\p{L}{1,60}(?:[-‐‑]\p{L}{1,60}){0,4}/gu)) {
    const plain = word.toLowerCase().replace(/[‐‑]/g, '-')
    words.add(plain)
    const hyphen = plain.indexOf('-')
    if (hyphen > 0) words.add(plain.slice(0, hyphen + 1))
  }
  return words
}
