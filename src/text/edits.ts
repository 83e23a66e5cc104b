import type { Edit } from '../model/finding.ts'

/**
 * Applies edits of one file to its text. Edits are taken in order of place; one that overlaps an earlier one is left out,
 * and so is one that repeats it.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((left, right) => left.span.start - right.span.start || left.span.end - right.span.end)
  let result = ''
  let done = 0
  let last: Edit | undefined
  for (const edit of ordered) {
    const { start, end } = edit.span
    if (start < done) continue
    if (last !== undefined && last.span.start === start && last.span.end === end) continue
    result += text.slice(done, start) + edit.text
    done = end
    last = edit
  }
  return result + text.slice(done)
}
