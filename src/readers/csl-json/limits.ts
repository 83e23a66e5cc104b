/** How deep the brackets of a JSON text go and where it is deepest. Brackets in strings do not count. Linear, no recursion. */
export function deepest(text: string): { readonly depth: number; readonly at: number } {
  let depth = 0
  let most = 0
  let place = 0
  forEachMark(text, (sign, at) => {
    if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1)
    else if (sign !== ',' && ++depth > most) {
      most = depth
      place = at
    }
  })
  return { depth: most, at: place }
}

/** About how many values a JSON text holds. */
export function nodeCount(text: string): number {
  let count = 1
  forEachMark(text, (sign) => {
    if (sign !== ']' && sign !== '}') count++
  })
  return count
}

const MARKS = /[[\]{},"]/g

function forEachMark(text: string, visit: (sign: string, at: number) => void): void {
  MARKS.lastIndex = 0
  for (let mark = MARKS.exec(text); mark !== null; mark = MARKS.exec(text)) {
    if (mark[0] !== '"') {
      visit(mark[0], mark.index)
      continue
    }
    let end = mark.index + 1
    // a JSON string ends with its line at the latest
    while (end < text.length && text[end] !== '"' && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1
    MARKS.lastIndex = end + 1
  }
}
