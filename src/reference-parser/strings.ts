/** What edges of a field never belong to it. */
const front = ' ,.;:،؛–—-/\\|*•·’\'"“”„«»‘`´()[]{}<>，。．；：、《》〈〉「」『』【】（）［］'
const closers: Readonly<Record<string, string>> = { ')': '(', ']': '[', '）': '（', '】': '【', '］': '［', '}': '{' }

/** Cuts marks and blanks off both ends of `[start, end)` of a text; a closing bracket stays where its opener is inside. */
export function trimmed(text: string, start: number, end: number): readonly [number, number] {
  let from = start
  let to = end
  while (from < to && front.includes(text[from] as string) && !opensInside(text, from, to)) from++
  while (to > from && front.includes(text[to - 1] as string)) {
    const opener = closers[text[to - 1] as string]
    if (opener !== undefined && text.lastIndexOf(opener, to - 2) >= from) break
    to--
  }
  return [from, to]
}

function opensInside(text: string, from: number, to: number): boolean {
  if (text[from] !== '(' && text[from] !== '[') return false
  const closer = text.indexOf(text[from] === '(' ? ')' : ']', from)
  return closer > 0 && closer < to - 2 && to - closer > 6
}

/** One line, single blanks, soft hyphens and left-over tags taken out. */
export function healed(text: string): string {
  return text
    .replace(/<\/?[a-z]{1,10}>/gi, '')
    .replace(/\u00ad\s*/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
