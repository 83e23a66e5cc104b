import type { FileReport } from '../model/report.ts'

/** Blocks among which a title may stand before the text begins. */
const front = 6

/** What a manuscript calls itself: its title, or its first heading of the first level; empty where it has neither. */
export function titleOf({ outline, source }: FileReport): string {
  const told = outline?.title ?? ''
  if (told !== '') return told
  const heading = outline?.blocks.slice(0, front).find(({ kind, level }) => kind === 'heading' && level === 1)
  if (heading === undefined) return ''
  return source.text.slice(heading.text.start, heading.text.end).replace(/\s+/g, ' ').trim()
}
