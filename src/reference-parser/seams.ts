import type { Field } from './labels.ts'
import type { Run } from './runs.ts'

const containers: ReadonlySet<Field> = new Set(['journal', 'container'])
const phrases: ReadonlySet<Field> = new Set(['title', 'journal', 'container', 'collection', 'publisher'])

/**
 * Runs as no writer would part them: one container that was read as a journal in its first words and as a book in the next is
 * one, and no phrase begins in the middle of a hyphenated word.
 */
export function seamless(text: string, runs: readonly Run[]): Run[] {
  const mended: Run[] = []
  for (const run of runs) {
    const before = mended.at(-1)
    if (before !== undefined && isOneContainer(text, before, run)) {
      mended[mended.length - 1] = {
        ...before,
        field: run.last - run.first > before.last - before.first ? run.field : before.field,
        last: run.last,
        end: run.end,
        confidence: Math.min(before.confidence, run.confidence),
      }
      continue
    }
    mended.push(phrases.has(run.field) ? { ...run, start: wordStart(text, run.start, before?.end ?? 0) } : run)
  }
  return mended
}

function isOneContainer(text: string, before: Run, run: Run): boolean {
  return (
    containers.has(before.field) &&
    containers.has(run.field) &&
    before.field !== run.field &&
    /^\s*$/.test(text.slice(before.end, run.start))
  )
}

/** The beginning of the hyphenated word that `start` is inside of, not before `least`. */
function wordStart(text: string, start: number, least: number): number {
  const found = /\p{L}[\p{L}\p{M}]*[-‐‑]$/u.exec(text.slice(Math.max(least, start - 40), start))
  return found === null ? start : start - found[0].length
}
