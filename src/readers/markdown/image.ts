/** Where the alternative text of the image at `[start, end)` stands, or null if it has none. */
export function altText(
  source: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } | null {
  let depth = 0
  for (let at = start + 1; at < end; at++) {
    const unit = source[at]
    if (unit === '\\') at += 1
    else if (unit === '[') depth += 1
    else if (unit === ']' && --depth === 0) return at === start + 2 ? null : { start: start + 2, end: at }
  }
  return null
}
