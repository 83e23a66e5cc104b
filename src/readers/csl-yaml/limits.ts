/**
 * An upper bound (brackets in plain text and comments count too) of how deep a YAML text nests: flow brackets, `- - -` and `? ?` on one line, and lines that are indented
 * more and more. Linear, no recursion.
 */
export function deepestYaml(text: string): { readonly depth: number; readonly at: number } {
  let flow = 0
  let most = 0
  let place = 0
  const indents: number[] = []
  let at = 0
  while (at < text.length) {
    let column = at
    let markers = 0
    while (column < text.length && ' \t-?'.includes(text[column] as string)) {
      if (text[column] === '-' || text[column] === '?') markers++
      column++
    }
    const indent = column - at
    while (indents.length > 0 && (indents.at(-1) as number) >= indent) indents.pop()
    if (text[column] !== '\n' && text[column] !== undefined) indents.push(indent)
    if (markers + indents.length > most) {
      most = markers + indents.length
      place = Math.max(at, column - 1)
    }
    let end = column
    for (; end < text.length && text[end] !== '\n'; end++) {
      const sign = text[end]
      if (sign === '[' || sign === '{') flow++
      else if (sign === ']' || sign === '}') flow = Math.max(0, flow - 1)
      const depth = flow + markers + indents.length
      if (depth > most) {
        most = depth
        place = end
      }
    }
    at = end + 1
  }
  return { depth: most, at: place }
}
