import type { Comment } from '../../model/block.ts'

/** The comments in a stretch of HTML, without `<!--` and `-->`. */
export function htmlComments(path: string, source: string, start: number, end: number): Comment[] {
  const comments: Comment[] = []
  const html = source.slice(start, end)
  let at = html.indexOf('<!--')
  while (at >= 0) {
    const close = html.indexOf('-->', at + 4)
    const inner = close < 0 ? html.length : close
    const last = Math.min(html.length, inner + 3)
    comments.push({ text: html.slice(at + 4, inner).trim(), span: { path, start: start + at, end: start + last } })
    at = html.indexOf('<!--', last)
  }
  return comments
}
